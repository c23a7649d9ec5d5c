package german

import (
	_ "embed"
	"fmt"
	"strings"

	"wortlaut/build/text"
)

// ending says when the stop of an abbreviation may end a sentence as well.
type ending uint8

const (
	noAbbreviation ending = iota
	endsNever             // title: "Dr. Die …" is no sentence end
	endsInner             // "z. B. Die …" goes on
	endsOpener            // "Mio. Die …" ends, "Mio. Euro" does not
	endsCapital           // "usw. Kritiker …" ends
	endsNoNumber          // "Art. 5" is an abbreviation, "diese Art. Er …" is none
)

var endingNames = map[string]ending{
	"title": endsNever, "inner": endsInner, "plain": endsOpener, "final": endsCapital, "number": endsNoNumber,
}

//go:embed data/abbreviations.txt
var abbreviationData string

// abbreviations has the abbreviations as printed, without blanks: "z.B.".
var abbreviations = text.Must(parseAbbreviations(abbreviationData))

func parseAbbreviations(data string) (map[string]ending, error) {
	table := map[string]ending{}
	err := text.Entries("data/abbreviations.txt", data, func(line string) error {
		w := strings.Fields(line)
		if len(w) < 2 || endingNames[w[0]] == noAbbreviation || !strings.HasSuffix(w[len(w)-1], ".") {
			return fmt.Errorf("want a class and an abbreviation with its stop: %q", w)
		}
		key := strings.Join(w[1:], "")
		if table[key] != noAbbreviation {
			return fmt.Errorf("%q stands here twice", key)
		}
		table[key] = endingNames[w[0]]
		return nil
	})
	return table, err
}

// abbreviation returns the kind of word, which ends in a stop. A capital at the start of a
// sentence does not count: "Vgl." is "vgl.".
func abbreviation(word string) ending {
	if e := abbreviations[word]; e != noAbbreviation || !capital(word) {
		return e
	}
	low := lowered(word)
	if e := abbreviations[low]; e == endsInner || len(low) > 4 {
		return e
	}
	return noAbbreviation
}
