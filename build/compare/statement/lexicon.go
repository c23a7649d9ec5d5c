package statement

import (
	_ "embed"
	"fmt"
	"strings"

	"wortlaut/build/read/german"
	"wortlaut/build/text"
)

//go:embed data/light.txt
var lightData string

//go:embed data/negation.txt
var negationData string

//go:embed data/opposites.txt
var oppositesData string

//go:embed data/synonyms.txt
var synonymsData string

// lexicon is what the grouping knows of German beyond the forms of words.
type lexicon struct {
	light     map[string]bool   // words of little content
	denies    map[string]bool   // "nicht", "unmöglich"
	synonym   map[string]string // stem → name of its set
	opposites map[string][]side // stem → the pairs it stands in
}

// side is one half of a pair of opposites.
type side struct {
	pair  int
	right bool
}

var words = mustLexicon(parseLexicon(lightData, negationData, oppositesData, synonymsData))

// mustLexicon returns l; a test parses every embedded file, so err is nil in a program that passed it.
func mustLexicon(l lexicon, err error) lexicon {
	if err != nil {
		panic(err)
	}
	return l
}

func parseLexicon(light, negation, opposites, synonyms string) (lexicon, error) {
	l := lexicon{light: map[string]bool{}, denies: map[string]bool{}, synonym: map[string]string{}, opposites: map[string][]side{}}
	var errs text.Errors
	eachLine(&errs, "data/light.txt", light, func(line string) error {
		for _, w := range strings.Fields(line) {
			l.light[w] = true
		}
		return nil
	})
	eachLine(&errs, "data/negation.txt", negation, func(line string) error {
		w := strings.Fields(line)
		if len(w) > 2 || len(w) == 2 && w[0] != "un" {
			return fmt.Errorf("want a word, or un and a word: %q", line)
		}
		if len(w) == 2 {
			l.denies[german.Stem("un"+w[1])] = true
		} else {
			l.denies[german.Stem(w[0])] = true
		}
		return nil
	})
	pairs := 0
	eachLine(&errs, "data/opposites.txt", opposites, func(line string) error {
		left, right, ok := strings.Cut(line, "|")
		if !ok || strings.TrimSpace(left) == "" || strings.TrimSpace(right) == "" {
			return fmt.Errorf("want words, a bar and words: %q", line)
		}
		for i, half := range []string{left, right} {
			for _, w := range strings.Fields(half) {
				s := german.Stem(w)
				l.opposites[s] = append(l.opposites[s], side{pairs, i == 1})
			}
		}
		pairs++
		return nil
	})
	eachLine(&errs, "data/synonyms.txt", synonyms, func(line string) error {
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
	})
	return l, errs.Err()
}

// eachLine calls f with the lines of a data file that are neither blank nor comments.
func eachLine(errs *text.Errors, file, data string, f func(line string) error) {
	off := 0
	for line := range strings.Lines(data) {
		if s := strings.TrimSpace(line); s != "" && !strings.HasPrefix(s, "#") {
			if err := f(s); err != nil {
				errs.Add(text.At(file, data, off), "see the head of the file for its form", "%v", err)
			}
		}
		off += len(line)
	}
}
