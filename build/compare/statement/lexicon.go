package statement

import (
	_ "embed"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"wortlaut/build/read/german"
	"wortlaut/build/text"
)

//go:embed data/light.txt
var lightData string

//go:embed data/opposites.txt
var oppositesData string

//go:embed data/synonyms.txt
var synonymsData string

//go:embed data/units.txt
var unitsData string

// lexicon is what the grouping knows of German beyond the forms of words.
type lexicon struct {
	light     map[string]bool   // words of little content
	synonym   map[string]string // stem → name of its set
	opposites map[string][]side // stem → the pairs it stands in
	units     map[string]unit   // word form → the unit it names
}

// side is one half of a pair of opposites.
type side struct {
	pair  int
	right bool
}

var words = text.Must(parseLexicon(lightData, oppositesData, synonymsData, unitsData))

func parseLexicon(light, opposites, synonyms, units string) (lexicon, error) {
	l := lexicon{map[string]bool{}, map[string]string{}, map[string][]side{}, map[string]unit{}}
	return l, errors.Join(
		text.Entries("data/light.txt", light, l.lightWords),
		text.Entries("data/opposites.txt", opposites, l.opposition()),
		text.Entries("data/synonyms.txt", synonyms, l.synonyms),
		text.Entries("data/units.txt", units, l.unit),
	)
}

func (l lexicon) lightWords(line string) error {
	for w := range strings.FieldsSeq(line) {
		l.light[w] = true
	}
	return nil
}

// opposition returns a reader of lines that numbers the pairs.
func (l lexicon) opposition() func(line string) error {
	pairs := 0
	return func(line string) error {
		left, right, ok := strings.Cut(line, "|")
		if !ok || strings.TrimSpace(left) == "" || strings.TrimSpace(right) == "" {
			return fmt.Errorf("want words, a bar and words: %q", line)
		}
		for i, half := range []string{left, right} {
			for w := range strings.FieldsSeq(half) {
				s := german.Stem(w)
				l.opposites[s] = append(l.opposites[s], side{pairs, i == 1})
			}
		}
		pairs++
		return nil
	}
}

// synonyms names a set after its first word; a word keeps the first set it stands in.
func (l lexicon) synonyms(line string) error {
	set := strings.Fields(line)
	if len(set) < 2 {
		return fmt.Errorf("a set needs two words: %q", line)
	}
	for _, w := range set {
		if s := german.Stem(w); l.synonym[s] == "" {
			l.synonym[s] = "~" + set[0]
		}
	}
	return nil
}

func (l lexicon) unit(line string) error {
	f := strings.Fields(line)
	if len(f) < 3 {
		return fmt.Errorf("want a dimension, a size and words: %q", line)
	}
	size, err := strconv.ParseFloat(f[1], 64)
	if err != nil || size <= 0 {
		return fmt.Errorf("want a size above zero: %q", f[1])
	}
	for _, w := range f[2:] {
		l.units[w] = unit{f[0], size}
	}
	return nil
}
