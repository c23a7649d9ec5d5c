package collation

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"wortlaut/build/read/german"
	"wortlaut/build/text"
)

// unit is a word or number of a reading with the marks around it: the smallest thing aligned.
// Punctuation never stands alone, so a comma cannot be aligned in preference to a word.
type unit struct {
	span    text.Span
	printed string // the bytes of span
	key     string // normalised form; units with one key are the same word
	stem    string
	kind    kind
	upper   bool // printed with a capital
	claim   int  // what it does to the claim, 0 for nothing; see lexicon
	scope   bool
	light   bool // a function word that says nothing by itself
}

type kind uint8

const (
	content  kind = iota
	function      // article, pronoun, preposition, conjunction, auxiliary
	numeric
	marks // a reading of nothing but punctuation
)

// symbols are written out in other witnesses.
var symbols = map[string]string{"%": "prozent", "€": "euro", "$": "dollar", "£": "pfund", "§": "paragraf", "&": "und", "°": "grad"}

// units cuts a reading. The spans cover all its bytes but the blanks between units.
func units(s string) []unit {
	doc := german.Segment(s, []text.Span{{End: len(s)}})
	var out []unit
	lead := -1 // start of opening marks that wait for their word
	for i := 0; i < len(doc.Tokens); i++ {
		t := doc.Tokens[i]
		last := i
		key, ok := keyOf(&doc, i)
		if ok {
			key, last = repaired(&doc, i, key)
		}
		span := text.Span{Start: t.Span.Start, End: doc.Tokens[last].Span.End}
		switch {
		case ok:
			if lead >= 0 {
				span.Start, lead = lead, -1
			}
			out = append(out, newUnit(s, span, key, doc.Word(i), t.Kind))
		case opens(s, t.Span, len(out) == 0):
			if lead < 0 {
				lead = t.Span.Start
			}
		case lead >= 0:
		case len(out) > 0:
			u := &out[len(out)-1]
			u.span.End = t.Span.End
		default:
			lead = t.Span.Start
		}
		i = last
	}
	if lead >= 0 {
		out = closeMarks(out, s, lead)
	}
	for i := range out {
		out[i].printed = out[i].span.Of(s)
	}
	return out
}

// closeMarks gives marks at the end that no word follows to the last word.
func closeMarks(out []unit, s string, lead int) []unit {
	end := len(strings.TrimRightFunc(s, unicode.IsSpace))
	if len(out) > 0 {
		out[len(out)-1].span.End = end
		return out
	}
	return append(out, unit{span: text.Span{Start: lead, End: end}, key: "…", kind: marks})
}

// numeral is the normalised form of digits: 10.000 and 10000 are one number, "2," is 2.
func numeral(lower string) string {
	if v, ok := german.Value(lower); ok {
		return v
	}
	return strings.TrimRight(lower, ".,:")
}

// keyOf returns the normalised form of token i; false for punctuation.
func keyOf(doc *german.Doc, i int) (string, bool) {
	t := doc.Tokens[i]
	switch t.Kind {
	case german.Word:
		if n, ok := german.Cardinal(t.Lower); ok && n > 1 {
			return strconv.FormatInt(n, 10), true
		}
		return strings.ReplaceAll(german.Fold(t.Lower), "-", ""), true
	case german.Number:
		return numeral(t.Lower), true
	case german.Symbol:
		if w := symbols[t.Lower]; w != "" {
			return w, true
		}
		r, _ := utf8.DecodeRuneInString(t.Lower)
		return t.Lower, unicode.IsLetter(r) || unicode.IsDigit(r)
	}
	return "", false
}

// repaired joins a compound that layout tore at its hyphen: "NATO -Mitgliedschaft" and
// "NATO- Mitgliedschaft" are one word. It returns the key and the last token.
func repaired(doc *german.Doc, i int, key string) (string, int) {
	if doc.Tokens[i].Kind != german.Word {
		return key, i
	}
	j := i + 1
	if j < len(doc.Tokens) && (doc.Word(j) == "-" || doc.Word(j) == "\u2011") && j+1 < len(doc.Tokens) &&
		doc.Tokens[j].Span.End == doc.Tokens[j+1].Span.Start {
		j++
	} else if j >= len(doc.Tokens) || !strings.HasPrefix(doc.Word(j), "-") {
		return key, i
	}
	next := doc.Tokens[j]
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(doc.Word(j), "-"))
	if next.Kind != german.Word || !unicode.IsUpper(r) {
		return key, i
	}
	return key + strings.ReplaceAll(german.Fold(next.Lower), "-", ""), j
}

// empty are the classes of words whose absence leaves nothing out.
const empty = german.Article | german.Personal | german.Reflexive | german.Relative | german.Possessive |
	german.Preposition | german.Coordinator | german.Subordinator | german.Particle

func newUnit(s string, span text.Span, key, printed string, k german.Kind) unit {
	r, _ := utf8.DecodeRuneInString(printed)
	u := unit{span: span, key: key, upper: unicode.IsUpper(r)}
	lower := strings.ToLower(printed)
	switch {
	case k == german.Number || key != "" && key[0] >= '0' && key[0] <= '9':
		u.kind, u.stem = numeric, key
		return u
	case german.FunctionWord(lower) || german.Auxiliary(lower) != "":
		u.kind = function
		u.light = german.ClassOf(lower) == 0 || german.ClassOf(lower).Is(empty)
	}
	u.stem = german.Stem(lower)
	fold := german.Fold(lower)
	u.claim, u.scope = lexicon.claim[fold], lexicon.scope[fold]
	if german.Denies(lower) {
		u.claim = denial
	}
	return u
}

// opens reports whether the punctuation at span belongs to the word after it: an opening mark or
// bracket stands after a blank and touches what follows; so does a dash at the start.
func opens(s string, span text.Span, first bool) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:span.Start])
	after, _ := utf8.DecodeRuneInString(s[span.End:])
	if span.End == len(s) || unicode.IsSpace(after) {
		return false
	}
	mark, _ := utf8.DecodeRuneInString(span.Of(s))
	if strings.ContainsRune(".,;:!?", mark) {
		return first
	}
	return span.Start == 0 || unicode.IsSpace(before) || strings.ContainsRune("([{„“‚‘»«›‹\"'–—-/", before)
}
