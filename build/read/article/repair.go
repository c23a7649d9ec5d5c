package article

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	headingMark = regexp.MustCompile(`^#{1,6} +`)
	linkMark    = regexp.MustCompile(`\[([^\[\]]+)\]\((?:https?://|/|mailto:)[^()\s]*\)`)
	blankRun    = regexp.MustCompile(`[ \t]{2,}|\t`)
	// A capitalised word or an abbreviation, a blank, and a hyphen that belongs to the next word.
	looseHyphen = regexp.MustCompile(`(?:^|[^\p{L}\d-])(\p{Lu}[\p{L}\d.]*|\d+)( +)-\p{Lu}\p{Ll}`)
	bracketed   = regexp.MustCompile(`\[[^\[\]\d]*\p{L}[^\[\]]*\]`)
	aside       = regexp.MustCompile(`\(\p{Ll}[\p{L}-]*\)`)
)

// repair mends what is misplaced inside the line of d and returns what it found.
func (d *draft) repair() []Defect {
	var list []Defect
	d.mend(&list, Markup, d.markup())
	d.mend(&list, Blank, d.blankRuns())
	d.mend(&list, Blank, d.looseHyphens())
	d.mend(&list, Blank, d.markBlanks())
	d.trim()
	d.gluedDashes(&list)
	if strings.Contains(d.text, "[") {
		d.note(&list, Inserted, bracketed)
	}
	d.quoted(&list)
	return list
}

// mend makes the edits and lists each as a Defect.
func (d *draft) mend(list *[]Defect, kind DefectKind, edits []edit) {
	for _, e := range edits {
		from, to := runeBounds(d.text, e.start-12, e.end+12)
		*list = append(*list, Defect{Kind: kind, Span: d.seed(e.start, e.end), Found: strings.TrimSpace(d.text[from:to]), Count: 1})
	}
	d.apply(edits)
}

// note lists the matches of re.
func (d *draft) note(list *[]Defect, kind DefectKind, re *regexp.Regexp) {
	for _, m := range re.FindAllStringIndex(d.text, -1) {
		*list = append(*list, Defect{Kind: kind, Span: d.seed(m[0], m[1]), Found: shorten(d.text[m[0]:m[1]]), Count: 1})
	}
}

// gluedDashes lists hyphens between two small words of which the second ends no compound
// ("sichern-etwas"): a dash that lost its blanks.
func (d *draft) gluedDashes(list *[]Defect) {
	for i := 0; ; i++ {
		k := strings.IndexByte(d.text[i:], '-')
		if k < 0 {
			return
		}
		i += k
		start := strings.LastIndexFunc(d.text[:i], notLower) + 1
		end := strings.IndexFunc(d.text[i+1:], notLower)
		if end < 0 {
			end = len(d.text) - i - 1
		}
		end += i + 1
		if i-start > 2 && loose[d.text[i+1:end]] && !strings.HasSuffix(d.text[:start], "-") && !strings.HasPrefix(d.text[end:], "-") && (start == 0 || !endsWord(d.text[:start])) {
			*list = append(*list, Defect{Kind: GluedHyphen, Span: d.seed(start, end), Found: d.text[start:end], Count: 1})
		}
	}
}

func notLower(r rune) bool { return !unicode.IsLower(r) }

// runeBounds moves start and end inwards to the text and to rune boundaries.
func runeBounds(s string, start, end int) (int, int) {
	start, end = max(start, 0), min(end, len(s))
	for start < len(s) && !utf8.RuneStart(s[start]) {
		start++
	}
	for end < len(s) && !utf8.RuneStart(s[end]) {
		end++
	}
	return start, end
}

const foundLimit = 60

// shorten cuts s for the report.
func shorten(s string) string {
	if len(s) <= foundLimit {
		return s
	}
	_, end := runeBounds(s, 0, foundLimit)
	return strings.TrimSpace(s[:end]) + " …"
}

// markup finds Markdown's marks for bold, headings and links (CommonMark 0.31.2, sections 4.2, 6.2 and 6.3).
func (d *draft) markup() []edit {
	var edits []edit
	if m := headingMark.FindStringIndex(d.text); m != nil && m[1] < len(d.text) {
		d.heading = true
		edits = append(edits, edit{start: m[0], end: m[1]})
	}
	for _, mark := range []string{"**", "__"} {
		for i := 0; ; {
			k := strings.Index(d.text[i:], mark)
			if k < 0 {
				break
			}
			start := i + k
			end := start + len(mark)
			for end < len(d.text) && d.text[end] == mark[0] {
				end++
			}
			i = end
			before, _ := utf8.DecodeLastRuneInString(d.text[:start])
			after, _ := utf8.DecodeRuneInString(d.text[end:])
			if !(unicode.IsLetter(before) && unicode.IsLetter(after)) || mark == "**" {
				edits = append(edits, edit{start: start, end: end})
			}
		}
	}
	if n := len(d.text); n > 2 && strings.Count(d.text, "*") == 2 && d.text[0] == '*' && d.text[n-1] == '*' && d.text[1] != ' ' {
		edits = append(edits, edit{start: 0, end: 1}, edit{start: n - 1, end: n})
	}
	if strings.Contains(d.text, "](") {
		for _, m := range linkMark.FindAllStringSubmatchIndex(d.text, -1) {
			edits = append(edits, edit{start: m[0], end: m[2]}, edit{start: m[3], end: m[1]})
		}
	}
	slices.SortFunc(edits, func(a, b edit) int { return a.start - b.start })
	return disjoint(edits, len(d.text))
}

// disjoint keeps of the sorted edits those that do not touch an earlier one, and none at all if
// they would leave nothing of n bytes.
func disjoint(edits []edit, n int) []edit {
	end := 0
	edits = slices.DeleteFunc(edits, func(e edit) bool {
		over := e.start < end
		if !over {
			end, n = e.end, n-(e.end-e.start)
		}
		return over
	})
	if n <= 0 {
		return nil
	}
	return edits
}

// blankRuns finds tabs and rows of blanks; non-breaking blanks are content and stay.
func (d *draft) blankRuns() []edit {
	if !strings.Contains(d.text, "  ") && !strings.Contains(d.text, "\t") {
		return nil
	}
	var edits []edit
	for _, m := range blankRun.FindAllStringIndex(d.text, -1) {
		put := " "
		if m[0] == 0 || m[1] == len(d.text) {
			put = ""
		}
		edits = append(edits, edit{m[0], m[1], put})
	}
	return edits
}

// looseHyphens finds "NATO -Mitgliedschaft". A dash that lost one of its blanks has its partner
// later in the sentence ("die Länder -Italien, Malta- waren") and is left alone.
func (d *draft) looseHyphens() []edit {
	if !strings.Contains(d.text, " -") {
		return nil
	}
	var edits []edit
	for at := 0; at < len(d.text); {
		m := looseHyphen.FindStringSubmatchIndex(d.text[at:])
		if m == nil {
			break
		}
		if !dashCloses(d.text[at+m[5]+1:]) {
			edits = append(edits, edit{start: at + m[4], end: at + m[5]})
		}
		at += m[5] + 1
	}
	return edits
}

// dashCloses reports whether the sentence that goes on with s has a hyphen at the end of a word
// that stands for no missing part.
func dashCloses(s string) bool {
	words := strings.Fields(s[:min(len(s), 400)])
	for i, w := range words {
		if strings.HasSuffix(strings.TrimRight(w, ",.;:"), "-") && len(w) > 1 {
			return i+1 == len(words) || !suspended[strings.ToLower(words[i+1])]
		}
		if endsSentence(w) {
			return false
		}
	}
	return false
}

// mark is a double quotation mark with its part as far as its neighbours tell.
type mark struct {
	at, end int
	char    rune
	opens   bool
}

func doubleMark(r rune) bool {
	switch r {
	case '„', '“', '”', '"', '»', '«':
		return true
	}
	return false
}

// marks finds the double quotation marks of s. „ opens always; of the others a mark opens that has
// a word after it and a blank, a bracket or a dash before it, whatever the convention.
func marks(s string) []mark {
	var list []mark
	for i, r := range s {
		if r < utf8.RuneSelf && r != '"' || !doubleMark(r) {
			continue
		}
		m := mark{at: i, end: i + utf8.RuneLen(r), char: r}
		before, n := utf8.DecodeLastRuneInString(s[:i])
		after, k := utf8.DecodeRuneInString(s[m.end:])
		free := n == 0 || unicode.IsSpace(before) || strings.ContainsRune("([{–—-/‚‘›‹:", before)
		word := k > 0 && (unicode.IsLetter(after) || unicode.IsDigit(after) || strings.ContainsRune("‚‘›‹([…„", after))
		m.opens = r == '„' || free && word
		list = append(list, m)
	}
	return list
}

// markBlanks finds the blank before a closing mark ("tun. “") and after an opening one ("„ Das").
func (d *draft) markBlanks() []edit {
	var edits []edit
	open := 0
	for _, m := range marks(d.text) {
		head := strings.TrimRight(d.text[:m.at], " ")
		tail := strings.TrimLeft(d.text[m.end:], " ")
		switch {
		case m.opens:
			open++
			if n := len(d.text) - len(tail) - m.end; m.char == '„' && n > 0 && tail != "" {
				edits = append(edits, edit{start: m.end, end: m.end + n})
			}
		case head != "" && len(head) < m.at && (endsSentence(head) || open > 0):
			edits = append(edits, edit{start: len(head), end: m.at})
			open = max(open-1, 0)
		default:
			open = max(open-1, 0)
		}
	}
	return disjoint(edits, len(d.text))
}

// trim drops blanks that a repair left at the edges.
func (d *draft) trim() {
	start := len(d.text) - len(strings.TrimLeftFunc(d.text, blank))
	end := start + len(strings.TrimRightFunc(d.text[start:], blank))
	d.text, d.from = d.text[start:end], d.from[start:end]
}

// quoted lists marks without counterpart and insertions in brackets inside somebody's words.
func (d *draft) quoted(list *[]Defect) {
	unpaired := func(m mark) {
		from, to := runeBounds(d.text, m.at-16, m.end+16)
		*list = append(*list, Defect{Kind: Unpaired, Span: d.seed(m.at, m.end), Found: strings.TrimSpace(d.text[from:to]), Count: 1})
	}
	var open []mark
	for _, m := range marks(d.text) {
		switch {
		case m.opens && len(open) > 0 && open[len(open)-1].char == m.char:
			unpaired(open[len(open)-1])
			open[len(open)-1] = m
		case m.opens:
			open = append(open, m)
		case len(open) == 0:
			unpaired(m)
		default:
			first := open[len(open)-1].end
			for _, b := range aside.FindAllStringIndex(d.text[first:m.at], -1) {
				*list = append(*list, Defect{Kind: Inserted, Span: d.seed(first+b[0], first+b[1]), Found: d.text[first+b[0] : first+b[1]], Count: 1})
			}
			open = open[:len(open)-1]
		}
	}
	for _, m := range open {
		unpaired(m)
	}
}
