package article

import (
	"slices"
	"strings"
	"unicode"
)

const (
	titleWords    = 30 // a title is no longer
	kickerWords   = 4
	kickerTitle   = 16 // words of a title below a kicker
	subtitleWords = 60
	headingWords  = 16
	bodyWords     = 8 // a paragraph that ends with a full stop has as many
)

// splitOff makes blocks of their own of a dateline in front of a paragraph and of a sign-off behind it.
func splitOff(drafts []draft, sigs []signals) ([]draft, []signals) {
	var out []draft
	var outSigs []signals
	add := func(d draft, s signals) {
		out, outSigs = append(out, d), append(outSigs, s)
	}
	last := len(drafts) - 1
	for last > 0 && (drafts[last].kind == Boilerplate || !sigs[last].ends || sigs[last].words < bodyWords) {
		last--
	}
	titled, paragraphs := false, 0
	for i, d := range drafts {
		s := sigs[i]
		if d.kind == Boilerplate || s.label {
			add(d, s)
			continue
		}
		if p, ok := datelinePrefix(d.text, paragraphs < 2, paragraphs < 2 && titled); ok && (s.ends || s.words > titleWords) {
			head, rest := d.cut(p.end, p.rest)
			head.kind = Dateline
			add(head, readSignals(head.text))
			d = rest
			s = readSignals(d.text)
		}
		titled = titled || !s.ends
		if s.words > bodyWords && s.ends {
			paragraphs++
		}
		body, sign, ok := cutSignOff(d, i >= last, paragraphs > 0)
		if !ok {
			add(body, s)
			continue
		}
		add(body, readSignals(body.text))
		add(sign, readSignals(sign.text))
	}
	return out, outSigs
}

// cutSignOff parts a sign-off from the sentence it is glued to. last says that no paragraph follows,
// begun that one stands before.
func cutSignOff(d draft, last, begun bool) (draft, draft, bool) {
	if begun && signOff(d.text, last) && countWords(d.text) < bodyWords {
		d.kind = SignOff
		return d, draft{}, false
	}
	at := -1
	if strings.HasSuffix(strings.TrimSuffix(d.text, "."), ")") {
		at = strings.LastIndex(d.text, " (")
	} else if tail := max(0, len(d.text)-60); last {
		at = strings.LastIndexAny(d.text[tail:], ".!?“”")
		if at >= 0 {
			at += tail + strings.IndexByte(d.text[tail+at:]+" ", ' ')
		}
	}
	if at <= 0 || at >= len(d.text) || !endsSentence(d.text[:at]) {
		return d, draft{}, false
	}
	tail := strings.TrimLeft(d.text[at:], " ")
	if !signOff(tail, last) {
		return d, draft{}, false
	}
	body, sign := d.cut(len(strings.TrimRight(d.text[:at], " ")), len(d.text)-len(tail))
	sign.kind = SignOff
	return body, sign, true
}

// classifier gives the blocks that are no boilerplate their kinds.
type classifier struct {
	drafts []draft
	sigs   []signals
	rest   []int           // drafts that are no boilerplate
	stems  map[string]bool // of the paragraphs, for foreign
}

// classify sets the kinds of drafts.
func classify(drafts []draft, sigs []signals) {
	c := classifier{drafts: drafts, sigs: sigs}
	c.labels()
	for i, d := range drafts {
		if d.kind != Boilerplate && d.kind != Teaser {
			c.rest = append(c.rest, i)
		}
	}
	c.body(c.head())
}

func (c *classifier) at(k int) *draft { return &c.drafts[c.rest[k]] }

// full reports whether the k-th block is a paragraph beyond doubt.
func (c *classifier) full(k int) bool {
	if k >= len(c.rest) {
		return false
	}
	s := c.sigs[c.rest[k]]
	return c.at(k).kind == Paragraph && (s.ends && s.words >= bodyWords || s.words > titleWords)
}

// labels marks links to other pieces that are announced ("Lesen Sie auch") or pointed at ("+++").
func (c *classifier) labels() {
	for i := range c.drafts {
		d := &c.drafts[i]
		if d.kind != Paragraph {
			continue
		}
		if strings.HasPrefix(d.text, "+++") || !c.sigs[i].ends && (strings.HasPrefix(d.text, "→ ") || strings.HasPrefix(d.text, "► ") || strings.HasPrefix(d.text, "» ")) {
			d.kind, d.why = Teaser, "link"
		}
		if !c.sigs[i].label {
			continue
		}
		d.kind, d.why = Teaser, "label"
		if c.sigs[i].alone {
			c.linked(i + 1)
		}
	}
}

// linked marks the lines after a label. The last of several is the
// heading of the paragraph after it if they share a word.
func (c *classifier) linked(start int) {
	end := start
	for end < len(c.drafts) && c.drafts[end].kind == Paragraph && !c.sigs[end].ends && c.sigs[end].words <= titleWords && !strings.HasSuffix(c.drafts[end].text, ":") {
		end++
	}
	foot := !slices.ContainsFunc(c.sigs[end:], func(s signals) bool { return s.ends && s.words >= bodyWords })
	if !foot && end-start > 1 && end < len(c.drafts) {
		next := map[string]bool{}
		addStems(next, c.drafts[end].text)
		if linked(c.drafts[end-1].text, next) > 0 {
			end--
		}
	}
	for i := start; i < end; i++ {
		c.drafts[i].kind, c.drafts[i].why = Teaser, "label"
	}
}

// head finds kicker, title, subtitle, byline and datelines and returns the index of the first block after them.
func (c *classifier) head() int {
	k := 0
	for k < len(c.rest) && c.meta(k, false) {
		k++
	}
	if k == len(c.rest) {
		return k
	}
	title := c.title(k)
	if title == k && !c.headline(k) {
		return k
	}
	if title > k {
		for ; k < title; k++ {
			if !c.meta(k, false) {
				c.at(k).kind = Kicker
			}
		}
	}
	c.at(k).kind = Title
	subtitle := false
	for k++; k < len(c.rest); k++ {
		switch {
		case c.meta(k, true):
		case !subtitle && c.subtitle(k):
			c.at(k).kind = Subtitle
			subtitle = true
		default:
			return k
		}
	}
	return k
}

// headline reports whether the k-th block can be the title.
func (c *classifier) headline(k int) bool {
	d, s := c.at(k), c.sigs[c.rest[k]]
	if d.heading {
		return true
	}
	if d.kind != Paragraph || s.words > titleWords || s.words == 0 || bullet(d.text) || startsLower(d.text) || strings.ContainsAny(d.text[len(d.text)-1:], ":,;") {
		return false
	}
	return !fullStop(d.text) && sentences(d.text) < 3
}

// fullStop reports whether s ends with a full stop, quotation marks aside.
func fullStop(s string) bool {
	s = strings.TrimRight(s, closers)
	return strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "...") && !strings.HasSuffix(s, "Co.") || strings.HasSuffix(s, ". …")
}

// sentences counts the sentences of s roughly.
func sentences(s string) int {
	n := 0
	fields := strings.Fields(s)
	for i, f := range fields {
		if endsSentence(f) && (i+1 == len(fields) || !startsLower(fields[i+1])) && countWords(f) > 0 && len(f) > 3 {
			n++
		}
	}
	if !endsSentence(s) {
		n++
	}
	return n
}

// title returns the index of the title if the k-th block is a kicker: up to three short lines, then
// a longer one of a single sentence, then the text. Otherwise it returns k.
func (c *classifier) title(k int) int {
	for next, short := k, 0; next < len(c.rest) && short <= 3; next++ {
		if next > k && c.meta(next, false) {
			continue
		}
		s := c.sigs[c.rest[next]]
		switch {
		case s.words <= kickerWords && c.at(next).kind == Paragraph && strings.HasSuffix(c.at(next).text, ":"):
		case !c.headline(next) || s.words > kickerTitle || sentences(c.at(next).text) > 1:
			return k // a subtitle or the text: the short line is the title
		case next > k && s.words >= kickerWords && s.words > c.sigs[c.rest[k]].words:
			if next+1 < len(c.rest) {
				return next
			}
			return k
		case s.words > kickerWords || s.ends:
			return k
		}
		short++
	}
	return k
}

// meta gives the k-th block its kind if it is a byline or a dateline. A bare place or outlet counts
// only where bare is true.
func (c *classifier) meta(k int, bare bool) bool {
	if k >= len(c.rest) {
		return false
	}
	d := c.at(k)
	switch {
	case d.kind == Dateline || d.kind == Byline:
	case d.kind != Paragraph || len(d.text) > 200:
		return false
	case byline(d.text, false):
		d.kind = Byline
	case dateLine(d.text):
		d.kind = Dateline
	case !endsSentence(d.text) && domain(d.text):
		d.kind = Dateline
	case bare && (placeLine(d.text) || outletLine(d.text)) && k+1 < len(c.rest):
		d.kind = Dateline
	default:
		return false
	}
	return true
}

// placeLine reports whether s is a place, with date or agency, and nothing else.
func placeLine(s string) bool {
	if countWords(s) > bodyWords || endsSentence(s) && !strings.HasSuffix(s, ")") {
		return false
	}
	left := besideDate(s)
	if i := strings.IndexByte(left, '('); i > 0 && strings.HasSuffix(left, ")") && len(agenciesIn(left[i:])) > 0 {
		left = left[:i]
	}
	left = strings.Trim(left, " ,–—-")
	return isPlace(left) || agencies[strings.ToLower(left)] != ""
}

// outletLine reports whether s names an outlet and nothing else.
func outletLine(s string) bool {
	return mediaName(s) || acronym(s) && len(s) > 2 && len(agencies[strings.ToLower(s)]) == 0
}

// subtitle reports whether the k-th block stands between title and text: one to three sentences
// before a dateline or a byline, a second line without full stop, or a lead that the first
// paragraph tells anew with the same names.
func (c *classifier) subtitle(k int) bool {
	d, s := c.at(k), c.sigs[c.rest[k]]
	if d.kind != Paragraph || s.words > subtitleWords || s.words < kickerWords || k+1 >= len(c.rest) || bullet(d.text) || sentences(d.text) > 3 || strings.HasSuffix(d.text, ":") {
		return false
	}
	next := k + 1
	metas := false
	for next < len(c.rest) && c.meta(next, true) {
		metas = true
		next++
	}
	if next >= len(c.rest) {
		return false
	}
	if metas {
		return true
	}
	return c.full(next) && (!s.ends || retells(d.text, c.at(next).text))
}

// retells reports whether b begins with a name or three words that a begins with.
func retells(a, b string) bool {
	x, y := strings.Fields(a), strings.Fields(b)
	x, y = x[:min(len(x), 8)], y[:min(len(y), 8)]
	if len(x) > 3 && len(y) > 3 && slices.Equal(x[:3], y[:3]) {
		return true
	}
	for i := 1; i < len(x); i++ {
		if !upperFirst(x[i-1]) || !upperFirst(x[i]) || i == 1 && smallWord[strings.ToLower(x[0])] {
			continue
		}
		for j := 1; j < len(y); j++ {
			if y[j-1] == x[i-1] && y[j] == x[i] {
				return true
			}
		}
	}
	return false
}

// body gives the blocks from the k-th on their kinds.
func (c *classifier) body(start int) {
	end := len(c.rest)
	for end > start && !c.full(end-1) {
		end--
	}
	run := 0 // short lines in a row, counted from the end
	for k := len(c.rest) - 1; k >= start; k-- {
		d := c.at(k)
		switch {
		case d.kind != Paragraph:
		case (k >= end || k < start+6 || strings.HasPrefix(d.text, "Autor")) && byline(d.text, true):
			d.kind = Byline
		case dateLine(d.text) && (k >= end || k < start+3):
			d.kind = Dateline
		case k > start && k+1 < len(c.rest) && datedTeaser(d.text) && c.scrap(k+1) && c.full(k+2):
			d.kind, d.why = Teaser, "dated"
			c.at(k+1).kind, c.at(k+1).why = Teaser, "dated"
		case c.scrap(k):
			if run++; run > 2 || k >= end && !d.heading {
				continue
			}
			switch {
			case c.foreign(k):
				d.kind, d.why = Teaser, "foreign"
			case c.full(k+1) || k+1 < len(c.rest) && c.at(k+1).kind == Heading:
				d.kind = Heading
			case d.heading:
				d.kind = Heading
			}
			continue
		}
		run = 0
	}
	c.unlist(start)
}

// datedTeaser reports whether s is a section and a date ("Politik 11.03.24"), set above the title
// of another piece.
func datedTeaser(s string) bool {
	if len(s) > 60 {
		return false
	}
	ds := dates(s)
	if len(ds) == 0 || ds[0].end < len(s) || strings.ContainsAny(s, "():") {
		return false
	}
	return countWords(besideDate(s)) == 1 && upperFirst(s)
}

// unlist turns headings at the end of a list of short lines back into lines of it.
func (c *classifier) unlist(start int) {
	for k := start; k < len(c.rest); k++ {
		run := k
		for run < len(c.rest) && (c.at(run).kind == Heading || c.at(run).kind == Paragraph && c.scrap(run)) && !c.at(run).heading {
			run++
		}
		last := run - 1
		if k > 0 && strings.HasSuffix(c.at(k-1).text, ":") {
			last = run
		}
		if run-k > 3 {
			for ; k < last; k++ {
				c.at(k).kind = Paragraph
			}
		}
		k = max(k, run)
	}
}

// scrap reports whether the k-th block looks like a heading: short, without full stop.
func (c *classifier) scrap(k int) bool {
	d, s := c.at(k), c.sigs[c.rest[k]]
	if d.heading {
		return true
	}
	if d.kind != Paragraph && d.kind != Heading || s.words > headingWords+4 || s.words == 0 || bullet(d.text) || startsLower(d.text) || strings.ContainsAny(d.text[len(d.text)-1:], ":,;") {
		return false
	}
	if !s.ends {
		return true
	}
	r := strings.TrimRight(d.text, closers)
	return !fullStop(d.text) && strings.ContainsAny(r[len(r)-1:], "?!") && s.words <= bodyWords && !s.address && sentences(d.text) == 1 && !strings.ContainsAny(d.text, "„“”»«\":")
}

// foreign reports whether the k-th block, a short line, is a link to another piece: its words, or
// after a colon those of its claim, occur nowhere else in the text, and the next paragraph shares none.
func (c *classifier) foreign(k int) bool {
	s := c.at(k).text
	if k == 0 || k+1 >= len(c.rest) || c.at(k).heading || !c.full(k+1) {
		return false
	}
	if len(contentStems(s)) < 4 {
		return false
	}
	if c.stems == nil {
		c.stems = map[string]bool{}
		for _, i := range c.rest {
			if c.drafts[i].kind == Title || c.sigs[i].ends {
				addStems(c.stems, c.drafts[i].text)
			}
		}
	}
	claim, least := s, 5
	if _, after, ok := strings.Cut(s, ": "); ok {
		claim, least = after, 2
		near := map[string]bool{}
		addStems(near, c.at(k+1).text)
		if linked(s, near) > 0 {
			return false
		}
	}
	words := contentStems(claim)
	return len(words) >= least && len(contentStems(s)) >= 4 && linked(claim, c.stems) == 0
}

// addStems adds the beginnings of the words of s, and of the parts of compounds, to set.
func addStems(set map[string]bool, s string) {
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) }) {
		set[stem(w)] = true
	}
}

// stem is the beginning of a word, enough to know its forms apart.
func stem(w string) string {
	n := 0
	for i := range w {
		if n++; n > 5 {
			return w[:i]
		}
	}
	return w
}

// contentStems returns the stems of the words of s that carry meaning: nouns, names, long words.
func contentStems(s string) []string {
	var list []string
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if (upperFirst(w) && len(w) > 2 || len(w) > 5) && !smallWord[strings.ToLower(w)] {
			list = append(list, stem(strings.ToLower(w)))
		}
	}
	return list
}

// linked counts the content words of s whose stem is in set.
func linked(s string, set map[string]bool) int {
	n := 0
	for _, w := range contentStems(s) {
		if set[w] {
			n++
		}
	}
	return n
}

// metaLine reports whether s stands outside the running text: a byline, a sign-off, a date, a word
// of boilerplate. Such a line is never joined with its neighbour.
func metaLine(s string) bool {
	if len(s) > 200 {
		return false
	}
	if byline(s, true) || dateLine(s) || signOff(s, true) || domain(s) || ornament(s) {
		return true
	}
	if countWords(s) > anyWords/2 {
		return false
	}
	sig := readSignals(s)
	return sig.words <= callWords && sig.sure != "" || sig.label
}
