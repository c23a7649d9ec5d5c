package collation

import (
	_ "embed"
	"errors"
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
	scope map[string]bool
	claim map[string]int // word → what it claims: forms of one word share a number
}

var lexicon = text.Must(parseWeighty(scopeData, statementData))

func parseWeighty(scope, statement string) (weighty, error) {
	w := weighty{scope: map[string]bool{}, claim: map[string]int{}}
	scopeErr := text.Entries("data/scope.txt", scope, func(line string) error {
		for f := range strings.FieldsSeq(line) {
			w.scope[german.Fold(f)] = true
		}
		return nil
	})
	lines := 0
	statementErr := text.Entries("data/statement.txt", statement, func(line string) error {
		forms := strings.Fields(line)
		if len(forms) < 2 {
			return fmt.Errorf("want a kind and words: %q", forms)
		}
		if forms[0] != "modal" && forms[0] != "certainty" {
			return fmt.Errorf("want modal or certainty: %q", forms[0])
		}
		lines++
		return w.claims(denial+lines, forms[1:])
	})
	return w, errors.Join(scopeErr, statementErr)
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
