package article

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"wortlaut/build/text"
)

// layout cuts the lines of src into drafts, one per block, and joins what was torn. No line is
// joined with another across a border: borders holds numbers of lines that begin something new.
func layout(src string, lines []line, borders map[int]bool) ([]draft, []Defect) {
	p := page{src: src, lines: lines, borders: borders, width: width(lines)}
	var drafts []draft
	for i := 0; i < len(lines); {
		if lines[i].empty() {
			i++
			continue
		}
		var d draft
		d, i = p.block(i)
		drafts = append(drafts, d)
	}
	if n := len(drafts); n > 2 && !slices.ContainsFunc(lines[:lastFull(lines)], line.empty) {
		end := lines[0].span.End
		p.defects = append(p.defects, Defect{Kind: NoBlankLine, Span: text.Span{Start: end, End: end + 1}, Count: n})
	}
	return drafts, p.defects
}

// lastFull is the number of lines up to the last one that is not empty, leading empty lines aside.
func lastFull(lines []line) int {
	n := len(lines)
	for n > 0 && lines[n-1].empty() {
		n--
	}
	return n
}

// page is a text while it is cut into blocks.
type page struct {
	src     string
	lines   []line
	borders map[int]bool
	width   int // at which lines are wrapped, 0 for none
	words   map[string]bool
	defects []Defect
}

// block gathers the lines that make one block with line i and returns the line after them.
func (p *page) block(i int) (draft, int) {
	b := newBuilder(p.lines[i].span.Len())
	var numbers []int
	wraps, wrapAt := 0, text.Span{}
	indents, indentAt := 0, text.Span{}
	for {
		l := p.lines[i]
		if l.indent > 0 {
			if indents++; indents == 1 {
				indentAt = text.Span{Start: l.span.Start - l.indent, End: l.span.Start}
			}
		}
		b.keep(p.src, l.span)
		numbers = append(numbers, l.number)
		next := p.next(i)
		if next < 0 {
			break
		}
		how, torn := p.join(i, next, len(numbers) > 1)
		if how == apart {
			break
		}
		gap := text.Span{Start: l.span.End, End: p.lines[next].span.Start}
		switch {
		case how == dehyphen && !torn:
			b.drop(hyphenLen(l.printed))
		case how == spaced:
			b.put(" ", l.span.End)
		}
		switch {
		case how == dehyphen || how == hyphened:
			p.add(Hyphen, text.Span{Start: gap.Start - 1, End: gap.End}, lastWord(l.printed)+"⏎"+firstWord(p.lines[next].printed), 1)
		case torn:
			p.add(TornLine, gap, lastWord(l.printed)+"⏎⏎"+firstWord(p.lines[next].printed), 1)
		}
		if !torn {
			if wraps++; wraps == 1 {
				wrapAt = gap
			}
		}
		i = next
	}
	if wraps > 0 {
		p.add(Wrap, wrapAt, "⏎", wraps)
	}
	if indents > 0 {
		p.add(Blank, indentAt, " ", indents)
	}
	return b.draft(numbers), i + 1
}

func (p *page) add(kind DefectKind, s text.Span, found string, n int) {
	p.defects = append(p.defects, Defect{Kind: kind, Span: s, Found: found, Count: n})
}

// next returns the next line that is not empty, or -1.
func (p *page) next(i int) int {
	for i++; i < len(p.lines); i++ {
		if !p.lines[i].empty() {
			return i
		}
	}
	return -1
}

// joint says how two lines make one.
type joint int

const (
	apart    joint = iota
	spaced         // with a blank
	hyphened       // a hyphen at the line end stays and the gap closes
	dehyphen       // a hyphen at the line end goes
	closed         // nothing in between: a soft hyphen at the line end
)

// join decides whether line j continues line i, and whether blank lines stand between them. inside
// says that line i itself continues another.
func (p *page) join(i, j int, inside bool) (how joint, torn bool) {
	a, b := p.lines[i], p.lines[j]
	torn = j > i+1
	for n := a.number + 1; n <= b.number; n++ {
		if p.borders[n] {
			return apart, torn
		}
	}
	if a.soft && startsLower(b.printed) && !torn {
		return closed, torn
	}
	if how := p.hyphen(a.printed, b.printed); how != apart && !torn {
		return how, torn
	}
	if !torn && p.wrapped(i, j) || continues(a.printed, b.printed, torn, inside) {
		return spaced, torn
	}
	return apart, torn
}

// wrapped reports whether the break between the neighbouring lines i and j is one that a program
// set to fill lines: the first word of j had no room left on i.
func (p *page) wrapped(i, j int) bool {
	a, b := p.lines[i].printed, p.lines[j].printed
	if p.width == 0 || bullet(b) && (bullet(a) || endsSentence(a) || strings.HasSuffix(a, ":") || !strings.HasPrefix(b, "–") && !strings.HasPrefix(b, "-")) {
		return false
	}
	if filled(a, b, p.width) {
		return true
	}
	// Headings are set in larger letters and break earlier: two or three lines between blank ones.
	first, last := i, j
	for first > 0 && i-first < 3 && !p.lines[first-1].empty() {
		first--
	}
	for last+1 < len(p.lines) && last-j < 3 && !p.lines[last+1].empty() {
		last++
	}
	if last-first > 2 || endsSentence(a) || countWords(a) < 3 || utf8.RuneCountInString(a) < 20 {
		return false
	}
	widest := 0
	for _, l := range p.lines[first : last+1] {
		widest = max(widest, utf8.RuneCountInString(l.printed))
	}
	return filled(a, b, widest)
}

const (
	narrowest, widest = 25, 100 // columns of hard-wrapped text
	ragged            = 3       // columns a line may stay short of the width
)

// width finds the column at which lines are wrapped: nine in ten lines are no longer, most of them
// leave no room for the next word, and many breaks stand before a lower-case word or no line of
// the whole text is longer.
func width(lines []line) int {
	var lengths []int
	var pairs [][2]string
	longest, stops := 0, false
	for i := range lines {
		longest = max(longest, utf8.RuneCountInString(lines[i].printed))
		stops = stops || endsSentence(lines[i].printed)
		if i == 0 {
			continue
		}
		if a, b := lines[i-1], lines[i]; !a.empty() && !b.empty() {
			lengths = append(lengths, utf8.RuneCountInString(a.printed))
			pairs = append(pairs, [2]string{a.printed, b.printed})
		}
	}
	if len(lengths) < 2 {
		return 0
	}
	slices.Sort(lengths)
	w := lengths[(len(lengths)-1)*9/10]
	if w < narrowest || w > widest {
		return 0
	}
	full, mid, lower := 0, 0, 0
	for _, p := range pairs {
		if filled(p[0], p[1], w) {
			full++
		}
		if !endsSentence(p[0]) {
			mid++
		}
		if startsLower(p[1]) {
			lower++
		}
	}
	narrow := stops && w >= 2*narrowest-5 && longest <= w+ragged && full == len(pairs)
	if n := len(pairs); full*10 < n*6 || mid*2 < n || (lower*5 < n || n < 3) && !narrow {
		return 0
	}
	return w
}

// filled reports whether a line a of a text w columns wide has no room for the first word of b.
func filled(a, b string, w int) bool {
	n := utf8.RuneCountInString(a)
	return n <= w+widest/10 && n+1+utf8.RuneCountInString(firstWord(b)) > w-ragged
}

// continues reports whether b goes on with the sentence that a leaves open: b begins with a small
// letter, or a ends with a word no sentence ends with, with a comma, or inside a quotation.
func continues(a, b string, torn, inside bool) bool {
	if endsSentence(a) || strings.HasSuffix(a, ":") || bullet(b) {
		return false
	}
	enough := 4
	if torn {
		enough = 6
	}
	words := countWords(a)
	if inside {
		words += enough
	}
	open := startsLower(b) && (words >= enough || strings.HasSuffix(a, ","))
	if startsWord(b) && words > 2 {
		open = open || openEnd[strings.ToLower(lastWord(a))] || !torn && (strings.HasSuffix(a, ",") || quoting(a, b))
	}
	return open && !metaLine(a) && !metaLine(b)
}

// quoting reports whether a ends inside a quotation that b closes.
func quoting(a, b string) bool {
	depth := 0
	for _, m := range marks(a) {
		if m.opens {
			depth++
		} else if depth > 0 {
			depth--
		}
	}
	after := marks(b)
	return depth > 0 && len(after) > 0 && !after[0].opens
}

// hyphen decides what becomes of a hyphen at the end of line a (official spelling rules, §§ 40, 98 and 107: a
// suspended hyphen keeps its blank, a compound its hyphen).
func (p *page) hyphen(a, b string) joint {
	stem := a[:len(a)-hyphenLen(a)]
	if len(stem) == len(a) || !endsWord(stem) || !startsWord(b) {
		return apart
	}
	left, right := lastWord(stem), firstWord(b)
	right = strings.TrimRightFunc(right, func(r rune) bool { return !unicode.IsLetter(r) })
	switch {
	case suspended[strings.ToLower(right)]:
		return spaced
	case !startsLower(b) || strings.Contains(left, "-") && startsLower(left) || !syllable(left) || !syllable(right) || strings.ToUpper(left) == left:
		return hyphened
	case equals[strings.ToLower(left)]:
		return hyphened
	case p.has(left+right) || p.has(strings.ToLower(left+right)):
		return dehyphen
	case p.has(compound(left, right)) || p.has(left) && p.has(right):
		return hyphened
	}
	return dehyphen
}

// hyphenLen is the length in bytes of the hyphen s ends with, 0 for none.
func hyphenLen(s string) int {
	for _, h := range []string{"-", "\u2010", "\u2011"} {
		if strings.HasSuffix(s, h) {
			return len(h)
		}
	}
	return 0
}

// has reports whether word stands somewhere in the text.
func (p *page) has(word string) bool {
	if p.words == nil {
		p.words = map[string]bool{}
		for _, l := range p.lines {
			fields := strings.FieldsFunc(l.printed, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })
			for i, f := range fields {
				if i+1 < len(fields) || !strings.HasSuffix(f, "-") {
					p.words[f] = true
				}
				if left, right, ok := strings.Cut(f, "-"); ok && right != "" {
					p.words[compound(left, right)] = true
				}
			}
		}
	}
	return p.words[word]
}

// compound is the key under which a word with a hyphen is known in all its forms.
func compound(left, right string) string {
	return strings.ToLower(left) + "-" + stem(strings.ToLower(right))
}

// syllable reports whether s can stand on one side of a hyphenation: two letters, one a vowel.
func syllable(s string) bool {
	letters := strings.ToLower(strings.TrimLeftFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }))
	return utf8.RuneCountInString(letters) > 1 && strings.ContainsAny(letters, "aeiouyäöü") && strings.IndexFunc(letters, unicode.IsDigit) < 0
}
