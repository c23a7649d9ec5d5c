package quantity

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"wortlaut/build/read/german"
	"wortlaut/build/text"
)

// Find returns the quantities of d in text order. Times are the spans of expressions that name a
// date or a time of day, in text order; a number inside them is no quantity.
func Find(d *german.Doc, times []text.Span) []Quantity {
	var out []Quantity
	for _, s := range d.Sentences {
		f := finder{d: d, times: times, first: s.First, last: s.Last}
		for i := s.First; i < s.Last; {
			q, next := f.at(i)
			out = append(out, q...)
			i = max(next, i+1)
		}
		times = times[f.passed(times, s.Span.Start):]
	}
	return out
}

// finder looks for quantities in one sentence, from token first up to token last.
type finder struct {
	d           *german.Doc
	times       []text.Span
	first, last int
}

// passed returns how many of times end before offset.
func (f *finder) passed(times []text.Span, offset int) int {
	n := 0
	for n < len(times) && times[n].End <= offset {
		n++
	}
	return n
}

// number is a number as it stands in the text, without what belongs to it.
type number struct {
	first, next int      // tokens, half-open
	words       []string // for german.Value
	value       string
	scaled      bool // "drei Millionen"
}

// at returns the quantities whose number begins at token i, two for a range, and the token behind
// them; none if there is no number that counts or measures.
func (f *finder) at(i int) ([]Quantity, int) {
	if q, ok := f.compound(i); ok {
		return []Quantity{q}, i + 1
	}
	n, ok := f.number(i)
	if !ok {
		return nil, i + 1
	}
	if f.timed(n) || f.label(n) || slices.Contains(fractions, f.word(n.next)) {
		return nil, n.next
	}
	if second, ok := f.rangeEnd(n); ok {
		return f.pair(n, second)
	}
	q, next, ok := f.quantity(n)
	if !ok {
		return nil, n.next
	}
	return []Quantity{q}, next
}

// word returns token i in lower case, "" outside of the sentence.
func (f *finder) word(i int) string {
	if i < f.first || i >= f.last {
		return ""
	}
	return f.d.Tokens[i].Lower
}

// adjacent reports whether tokens i and i+1 are in the sentence with no blank between them.
func (f *finder) adjacent(i int) bool {
	return i >= f.first && i+1 < f.last && f.d.Tokens[i].Span.End == f.d.Tokens[i+1].Span.Start
}

// capital reports whether token i is a word with a capital that is no function word: a noun or a
// name, except at the start of a sentence, where it may be anything.
func (f *finder) capital(i int) bool {
	if i < f.first || i >= f.last || f.d.Tokens[i].Kind != german.Word {
		return false
	}
	r, _ := utf8.DecodeRuneInString(f.d.Word(i))
	return unicode.IsUpper(r) && !german.FunctionWord(f.d.Tokens[i].Lower)
}

// number reads the number at token i, with the scales that follow it.
func (f *finder) number(i int) (number, bool) {
	n := number{first: i, next: i + 1}
	w := f.word(i)
	switch f.d.Tokens[i].Kind {
	case german.Number:
		if strings.Contains(w, ":") || strings.HasSuffix(w, ".") {
			return n, false // time of day, score, ordinal
		}
		for f.thousands(n.next) && n.next-i < mostGroups {
			w += " " + f.word(n.next)
			n.next++
		}
		n.words = []string{w}
	case german.Word:
		if !f.numeral(i) {
			return n, false
		}
		n.words = []string{w}
	default:
		return n, false
	}
	if half := f.word(n.next); (half == "halbe" || half == "halben") && german.Scale(f.word(n.next+1)) > 0 {
		n.words, n.next = append(n.words, half), n.next+1
	}
	for german.Scale(f.word(n.next)) > 0 && len(n.words) < 4 {
		n.words, n.next, n.scaled = append(n.words, f.word(n.next)), n.next+1, true
	}
	var ok bool
	n.value, ok = german.Value(n.words...)
	return n, ok
}

// mostGroups limits how many groups of three digits one number has; longer rows are tables.
const mostGroups = 6

// thousands reports whether token i continues a number printed with blanks: "100 000".
func (f *finder) thousands(i int) bool {
	if i >= f.last || f.d.Tokens[i].Kind != german.Number || len(f.word(i)) != 3 || strings.Trim(f.word(i), "0123456789") != "" {
		return false
	}
	before := f.d.Tokens[i-1]
	gap := f.d.Text[before.Span.End:f.d.Tokens[i].Span.Start]
	short := len(before.Lower) <= 3 && strings.Trim(before.Lower, "0123456789") == "" && before.Lower[0] != '0'
	continued := i-2 >= f.first && len(before.Lower) == 3 && f.d.Tokens[i-2].Kind == german.Number
	return utf8.RuneCountInString(gap) == 1 && (short || continued)
}

// numeral reports whether the word at token i is a number here. "Ein" is an article unless a
// scale, "Prozent" or a range follows; a scale needs a number before it, but for "hundert" and
// "tausend", which follow "einige" only without a value.
func (f *finder) numeral(i int) bool {
	w := f.word(i)
	before := f.word(i - 1)
	switch w {
	case "ein", "eine", "einen", "einem", "einer":
		next := f.word(i + 1)
		return german.Scale(next) > 0 || (next == "halbe" || next == "halben") && german.Scale(f.word(i+2)) > 0 ||
			w == "ein" && (next == "prozent" || next == "%" || next == "bis" && f.counts(i+2))
	case "hundert", "tausend":
		r, _ := utf8.DecodeRuneInString(f.d.Word(i))
		return unicode.IsLower(r) && !german.ClassOf(before).Is(german.Indefinite) && before != "paar"
	case "acht":
		return before != "in" && before != "außer" && before != "gib"
	case "null":
		return f.word(i+1) != "und"
	}
	if german.Scale(w) > 0 {
		return false
	}
	_, ok := german.Value(w)
	return ok
}

// fractions make a share of the number before them, which no decimal can give: "zwei Drittel".
var fractions = []string{"drittel", "dritteln", "viertel", "vierteln", "fünftel", "sechstel", "siebtel", "achtel", "neuntel", "zehntel"}

// counts reports whether token i is a number word or a figure.
func (f *finder) counts(i int) bool {
	if i >= f.last {
		return false
	}
	_, ok := german.Value(f.word(i))
	return ok
}

// timed reports whether n lies in a time expression or is a time of day.
func (f *finder) timed(n number) bool {
	if f.word(n.next) == "uhr" {
		return true
	}
	span := f.d.Span(n.first, n.next)
	i := sort.Search(len(f.times), func(i int) bool { return f.times[i].End > span.Start })
	return i < len(f.times) && f.times[i].Overlaps(span)
}

// label reports whether n names instead of counting: "Artikel 5", "2024/25", a telephone number,
// an item of a list, a postcode, a house number.
func (f *finder) label(n number) bool {
	before, after := f.word(n.first-1), f.word(n.next)
	figures := f.d.Tokens[n.first].Kind == german.Number
	w := n.words[0]
	switch {
	case labels[before] && !f.unitAt(n.next):
		return true
	case !figures:
		return before == "nummer"
	case f.adjacent(n.first-1) && strings.Contains("/+#§_=", before) || f.adjacent(n.next-1) && strings.Contains("/_=", after):
		return true
	case len(w) > 1 && w[0] == '0' && w[1] >= '0' && w[1] <= '9':
		return true
	case after == ")" && !slices.Contains(f.lowers(n.first-6, n.first), "("), n.first == f.first && n.next+1 >= f.last:
		return true
	case n.scaled || f.unitAt(n.next):
		return false
	case len(w) == 5 && before == "," && f.capital(n.next) && strings.Trim(w, "0123456789") == "":
		return true
	case clock(w):
		return true
	}
	return f.street(n.first-1) || f.year(n)
}

// lowers returns the tokens from first up to last inside the sentence.
func (f *finder) lowers(first, last int) []string {
	var out []string
	for i := max(first, f.first); i < min(last, f.last); i++ {
		out = append(out, f.word(i))
	}
	return out
}

// clock reports whether w may be a time such as "18.30".
func clock(w string) bool {
	hour, minute, ok := strings.Cut(w, ".")
	return ok && len(hour) <= 2 && len(minute) == 2
}

func (f *finder) street(i int) bool {
	w := f.word(i)
	if !f.capital(i) || f.capital(i+2) {
		return false
	}
	for _, s := range []string{"straße", "strasse", "str.", "platz", "weg", "allee", "gasse", "ufer", "damm", "ring"} {
		if strings.HasSuffix(w, s) {
			return true
		}
	}
	return false
}

// year reports whether n is a bare number from 1000 to 2100 that no word marks as counted.
func (f *finder) year(n number) bool {
	w := n.words[0]
	if len(w) != 4 || strings.Trim(w, "0123456789") != "" || w < "1000" || w > "2100" {
		return false
	}
	approx, _ := approximations.before(f.d, n.first, f.first)
	before := f.word(n.first - 1)
	return approx == "" || before == "ab" || before == "gegen" || !f.capital(n.next)
}

func (f *finder) unitAt(i int) bool {
	unit, _ := units.after(f.d, i, f.last)
	return unit != ""
}
