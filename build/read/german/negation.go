package german

import (
	_ "embed"
	"fmt"
	"strings"

	"wortlaut/build/text"
)

//go:embed data/negation.txt
var negationData string

// denials is data/negation.txt: words by their form, adjectives with un- by their stem.
type denials struct{ words, stems map[string]bool }

var negation = text.Must(parseNegation(negationData))

func parseNegation(data string) (denials, error) {
	d := denials{words: map[string]bool{}, stems: map[string]bool{}}
	err := text.Entries("data/negation.txt", data, func(line string) error {
		class, word, _ := strings.Cut(line, " ")
		switch {
		case word == "" || strings.ContainsAny(word, " \t") || word != lowered(word):
		case class == "word":
			d.words[word] = true
			return nil
		case class == "un":
			d.stems[Stem("un"+word)] = true
			return nil
		}
		return fmt.Errorf("want word or un and a word in lower case: %q", line)
	})
	return d, err
}

// Denies reports whether a word in lower case denies what is said: "nicht", "keine", "unmöglich".
func Denies(lower string) bool { return negation.words[lower] || negation.stems[Stem(lower)] }
