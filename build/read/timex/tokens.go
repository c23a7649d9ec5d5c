package timex

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"wortlaut/build/read/german"
)

// tok is a token's classes, with its word or its numbers.
type tok struct {
	classes set
	word    *word
	n       int    // the number; the hour; the day
	text    string // the value of a token with digits
}

// scan is a text with the classes of its tokens.
type scan struct {
	g    *grammar
	doc  *german.Doc
	toks []tok
}

func newScan(g *grammar, d *german.Doc) *scan {
	s := &scan{g: g, doc: d, toks: make([]tok, len(d.Tokens))}
	for i := range d.Tokens {
		s.classify(i)
	}
	return s
}

// classify fills the classes of token i.
func (s *scan) classify(i int) {
	t := &s.doc.Tokens[i]
	out := &s.toks[i]
	if c := t.Lower[0]; c >= '0' && c <= '9' {
		s.digits(out, t)
		return
	}
	switch t.Kind {
	case german.Punct, german.Symbol:
		s.sign(out, t.Lower)
	}
	w := s.g.words[t.Lower]
	if w == nil {
		return
	}
	out.word = w
	switch {
	case !s.capital(i):
		out.classes = union(out.classes, w.others)
	case s.begins(i):
		out.classes = union(union(out.classes, w.nouns), w.others)
	default:
		out.classes = union(out.classes, w.nouns)
	}
}

func union(a, b set) set {
	for i := range a {
		a[i] |= b[i]
	}
	return a
}

// capital reports whether token i begins with a capital letter.
func (s *scan) capital(i int) bool {
	r, _ := utf8.DecodeRuneInString(s.doc.Text[s.doc.Tokens[i].Span.Start:])
	return unicode.IsUpper(r)
}

// begins reports whether a capital at token i says nothing about the word: at the beginning of a
// sentence, after a mark or a sign, or where all letters are capitals.
func (s *scan) begins(i int) bool {
	if i == 0 || s.doc.Tokens[i-1].Kind != german.Word && s.doc.Tokens[i-1].Kind != german.Number {
		return true
	}
	if s.doc.Tokens[i].Sentence != s.doc.Tokens[i-1].Sentence {
		return true
	}
	w := s.doc.Word(i)
	return len(w) > 1 && strings.ToUpper(w) == w
}

func (s *scan) sign(out *tok, lower string) {
	switch lower {
	case ",":
		out.classes.add(cComma)
	case "/":
		out.classes.add(cSlash)
	case "-", "–", "—", "‐", "‑", "−":
		out.classes.add(cDash)
	case "(", ")":
		out.classes.add(cParen)
	case ":":
		out.classes.add(cColon)
	case ".":
		out.classes.add(cStop)
	}
}

// digits classes a token that begins with a digit.
func (s *scan) digits(out *tok, t *german.Token) {
	w := t.Lower
	end := len(w) - len(strings.TrimLeft(w, "0123456789"))
	n, err := strconv.Atoi(w[:end])
	if err != nil {
		return
	}
	out.n, out.text = n, w[:end]
	out.classes.add(cNumber)
	rest := w[end:]
	switch {
	case rest == "":
		s.whole(out, w, n)
	case rest == ".":
		out.classes.add(cOrdinal)
		if n >= 1 && n <= 31 && len(w) <= 3 {
			out.classes.add(cDay)
		}
		if n >= 1 && n <= 12 {
			out.classes.add(cMonthnum)
		}
	case rest[0] >= utf8.RuneSelf || rest[0] >= 'a' && rest[0] <= 'z' || rest[0] == '-':
		s.joined(out, n, rest)
	default:
		s.pointed(out, w)
	}
}

// whole classes plain digits.
func (s *scan) whole(out *tok, w string, n int) {
	out.classes.add(cInt)
	if len(w) == 4 && n >= 1000 && n < 2200 {
		out.classes.add(cYear)
	}
	if len(w) == 2 {
		out.classes.add(cYear2)
		if n >= 1 && n <= 12 {
			out.classes.add(cMonthint)
		}
	}
	if len(w) <= 2 && n <= 24 {
		out.classes.add(cHour)
	}
	if len(w) <= 2 && n >= 1 && n <= 31 {
		out.classes.add(cDayint)
	}
}

// joined classes digits with letters or a hyphen: "1990er", "30-tägigen".
func (s *scan) joined(out *tok, n int, rest string) {
	if tail, ok := strings.CutPrefix(rest, "er"); ok && (n%10 == 0 && n < 100 && n > 0 || n >= 1000 && n < 2100 && n%10 == 0) {
		switch strings.TrimLeft(tail, "-") {
		case "":
			out.classes.add(cDecadenum)
		case "n", "jahre", "jahren":
			out.classes.add(cDecadefull)
		}
		return
	}
	rest = strings.TrimLeft(rest, "-")
	for _, u := range lengthAdjectives {
		if end, ok := strings.CutPrefix(rest, u.form); ok && slices.Contains(adjectiveEndings, end) {
			out.text = period(strconv.Itoa(n), u.value)
			if u.value == "Y" {
				out.classes.add(cDigityears)
			} else {
				out.classes.add(cDigitspell)
			}
		}
	}
	if u, _, ok := strings.Cut(rest, "-"); ok {
		if w := s.g.words[u]; w != nil && w.nouns.has(cUnits) {
			out.text = period(strconv.Itoa(n), w.valueOf(cUnits))
			out.classes.add(cDigitspell)
		}
	}
}

// pointed classes digits with stops, colons or commas between them.
func (s *scan) pointed(out *tok, w string) {
	parts := strings.FieldsFunc(w, func(r rune) bool { return r == '.' || r == ':' })
	last := strings.TrimRight(w, ".")
	if whole, frac, ok := strings.Cut(w, ","); ok && strings.Trim(whole+frac, "0123456789") == "" {
		out.classes.add(cDecimal)
		out.text = whole + "." + frac
		return
	}
	nums := make([]int, len(parts))
	for i, p := range parts {
		n, ok := number(p)
		if !ok {
			return
		}
		nums[i] = n
	}
	switch {
	case len(parts) == 2 && last != w:
		if validDay(nums[0], nums[1]) {
			out.classes.add(cDaymonth)
			out.text = pad(nums[1], 2) + "-" + pad(nums[0], 2)
		}
	case len(parts) == 2 && len(parts[1]) == 2 && len(parts[0]) <= 2 && nums[0] <= 24 && nums[1] < 60:
		out.classes.add(cClock)
		out.text = pad(nums[0], 2) + ":" + pad(nums[1], 2)
		if validDay(nums[0], nums[1]) {
			out.classes.add(cDaymonth)
		}
	case len(parts) == 3 && validDay(nums[0], nums[1]) && (len(parts[2]) == 4 || len(parts[2]) == 2):
		out.classes.add(cFulldate)
		out.text = pad(fullYear(nums[2], len(parts[2])), 4) + "-" + pad(nums[1], 2) + "-" + pad(nums[0], 2)
	case strings.Count(w, ".") >= 1 && !strings.Contains(w, ":") && len(parts[len(parts)-1]) == 3:
		out.classes.add(cInt)
		out.text = strings.ReplaceAll(w, ".", "")
		out.n, _ = number(out.text)
	}
}

// fullYear gives a year of two digits its century: the one that ends at most 30 years from 2000.
func fullYear(n, digits int) int {
	switch {
	case digits == 4:
		return n
	case n < 40:
		return 2000 + n
	}
	return 1900 + n
}

// validDay reports whether there is such a day in some year.
func validDay(day, month int) bool {
	return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(2024, month)
}

func pad(n, width int) string {
	s := strconv.Itoa(n)
	for len(s) < width {
		s = "0" + s
	}
	return s
}

// valueOf is the value of w in a class.
func (w *word) valueOf(c class) string {
	for _, s := range w.senses {
		if s.class == c {
			return s.value
		}
	}
	return ""
}

// sense is the value of token i in a class.
func (s *scan) sense(i int, c class) string {
	if w := s.toks[i].word; w != nil {
		return w.valueOf(c)
	}
	return s.toks[i].text
}

// intOf is the value of token i in a class as a number.
func (s *scan) intOf(i int, c class) int {
	if s.toks[i].word == nil {
		return s.toks[i].n
	}
	n, err := strconv.Atoi(s.toks[i].word.valueOf(c))
	if err != nil {
		return 0
	}
	return n
}
