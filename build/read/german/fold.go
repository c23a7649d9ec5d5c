package german

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/snowballstem"
	stemmer "github.com/blevesearch/snowballstem/german"
	"golang.org/x/text/unicode/norm"
)

// folding unifies spellings: umlauts as in "Mueller", one hyphen, one apostrophe, no soft hyphens.
var folding = strings.NewReplacer(
	"ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss",
	"\u2010", "-", "\u2011", "-", "’", "'", "‘", "'", "ʼ", "'", "`", "'", "´", "'",
	"\u00ad", "", "\u200b", "", "\u2060", "", "\ufeff", "", "\u00a0", " ", "\u202f", " ",
)

// Fold returns s in the form in which names and words are compared: lower case, Unicode NFC, ä as
// ae, ß as ss, hyphens and apostrophes unified, soft hyphens dropped.
func Fold(s string) string {
	return folding.Replace(strings.ToLower(norm.NFC.String(s)))
}

// Stem returns the Snowball stem of a word in lower case; it is no word, only a key.
func Stem(lower string) string {
	env := snowballstem.NewEnv(lower)
	stemmer.Stem(env)
	return env.Current()
}

// lowered returns word in lower case without the invisible characters that only guide line breaks.
func lowered(word string) string {
	plain := true
	for i := 0; i < len(word) && plain; i++ {
		c := word[i]
		plain = c < utf8.RuneSelf && (c < 'A' || c > 'Z') || c == 0xc3 && i+1 < len(word) && word[i+1] >= 0x9f
		if c == 0xc3 {
			i++
		}
	}
	if plain {
		return word
	}
	low := strings.ToLower(word)
	if strings.ContainsFunc(low, invisible) {
		low = strings.Map(func(r rune) rune {
			if invisible(r) {
				return -1
			}
			return r
		}, low)
	}
	return low
}

// invisible reports whether r is a character inside words that shows nothing: soft hyphen, joiners.
func invisible(r rune) bool {
	return r == '\u00ad' || r == '\u200c' || r == '\u200d' || r == '\u2060'
}

// capital reports whether s begins with an upper case letter.
func capital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}
