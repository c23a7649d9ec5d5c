package collation

import (
	_ "embed"
	"fmt"
	"strings"

	"wortlaut/build/read/german"
	"wortlaut/build/text"
)

//go:embed data/scope.txt
var scopeData string

//go:embed data/statement.txt
var statementData string

// weighty is what the classification knows of single words.
type weighty struct {
	scope  map[string]bool
	claim  map[string]int  // word → what it claims: forms of one word share a number, so do all denials
	denies map[string]bool // stems of adjectives with un-
}

var lexicon = mustWeighty(parseWeighty(scopeData, statementData))

// mustWeighty returns w; a test parses the embedded files, so err is nil in a program that passed it.
func mustWeighty(w weighty, err error) weighty {
	if err != nil {
		panic(err)
	}
	return w
}

func parseWeighty(scope, statement string) (weighty, error) {
	w := weighty{scope: map[string]bool{}, claim: map[string]int{}, denies: map[string]bool{}}
	var errs text.Errors
	eachLine(&errs, "data/scope.txt", scope, func(forms []string) error {
		for _, f := range forms {
			w.scope[german.Fold(f)] = true
		}
		return nil
	})
	lines := 0
	eachLine(&errs, "data/statement.txt", statement, func(forms []string) error {
		if len(forms) < 2 {
			return fmt.Errorf("want a kind and words: %q", forms)
		}
		switch forms[0] {
		case "un":
			for _, f := range forms[1:] {
				w.denies[german.Stem("un"+f)] = true
			}
			return nil
		case "denial":
			return w.claims(denial, forms[1:])
		case "modal", "certainty":
			lines++
			return w.claims(denial+lines, forms[1:])
		}
		return fmt.Errorf("want denial, un, modal or certainty: %q", forms[0])
	})
	return w, errs.Err()
}

// denial is the claim of all words that deny; other claims are numbered from there.
const denial = 1

func (w *weighty) claims(n int, forms []string) error {
	for _, f := range forms {
		if old := w.claim[german.Fold(f)]; old != 0 {
			return fmt.Errorf("%q stands twice", f)
		}
		w.claim[german.Fold(f)] = n
	}
	return nil
}

// eachLine calls f with the words of each line of a data file that is neither blank nor a comment.
func eachLine(errs *text.Errors, file, data string, f func(words []string) error) {
	off := 0
	for line := range strings.Lines(data) {
		if s := strings.TrimSpace(line); s != "" && !strings.HasPrefix(s, "#") {
			if err := f(strings.Fields(s)); err != nil {
				errs.Add(text.At(file, data, off), "see the head of the file for its form", "%v", err)
			}
		}
		off += len(line)
	}
}
