package german

import (
	_ "embed"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"wortlaut/build/text"
)

// Class is a set of word classes: "der" is an article, a demonstrative and a relative pronoun.
type Class uint16

// The classes of function words; contractions ("am", "zur") are prepositions too.
const (
	Article Class = 1 << iota
	Possessive
	Personal
	Reflexive
	Demonstrative
	Relative
	Indefinite
	Interrogative
	Preposition
	Contraction
	Coordinator
	Subordinator
	Adverb
	Particle
	Numeral

	Determiner = Article | Possessive | Demonstrative | Indefinite
)

// Is reports whether c and any have a class in common.
func (c Class) Is(any Class) bool { return c&any != 0 }

var classNames = map[string]Class{
	"article": Article, "possessive": Possessive, "personal": Personal, "reflexive": Reflexive,
	"demonstrative": Demonstrative, "relative": Relative, "indefinite": Indefinite,
	"interrogative": Interrogative, "preposition": Preposition, "contraction": Contraction | Preposition,
	"coordinator": Coordinator, "subordinator": Subordinator, "adverb": Adverb, "particle": Particle,
	"number": Numeral,
}

//go:embed data/functionwords.txt
var functionWordData string

var functionWords = text.Must(parseFunctionWords(functionWordData))

func parseFunctionWords(data string) (map[string]Class, error) {
	table := map[string]Class{}
	err := text.Entries("data/functionwords.txt", data, func(line string) error {
		w := strings.Fields(line)
		if len(w) != 2 || classNames[w[0]] == 0 {
			return fmt.Errorf("want a class and a word: %q", w)
		}
		table[w[1]] |= classNames[w[0]]
		return nil
	})
	return table, err
}

// ClassOf returns the classes of a function word given in lower case, 0 for any other word.
func ClassOf(lower string) Class { return functionWords[lower] }

// FunctionWord reports whether lower is an article, pronoun, preposition, conjunction, adverb or
// particle.
func FunctionWord(lower string) bool { return functionWords[lower] != 0 }

// opener reports whether word is one that typically opens a sentence: a function word that is
// written with a capital although it is no noun.
func opener(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r) && FunctionWord(lowered(word))
}
