package page

import (
	"cmp"
	"slices"
	"strings"

	"wortlaut/build/dossier"
	"wortlaut/build/text"
)

// Numbers is the data of layout numbers: every number of the dossier.
type Numbers struct {
	*Frame
	Conflicts []ConflictLink
	Groups    []NumberGroup
	Count     string
}

// ConflictLink leads to numbers that do not go together.
type ConflictLink struct {
	Link
	Kind   string
	Sigils []Sigil
}

// NumberGroup is the numbers of one unit.
type NumberGroup struct {
	Title string
	Rows  []NumberRow
}

// NumberRow is one number of one text.
type NumberRow struct {
	ID      string
	Counts  string // what is counted, as printed
	Value   string
	Words   string // as printed
	Held    string
	Place   string // URL of its sentence
	Who     Link
	Quote   string // URL of the quotation it stands in
	Sigil   Sigil
	Finding Link
}

// Conflict is the data of layout conflict: numbers that cannot all be right, side by side.
type Conflict struct {
	*Frame
	Heading string
	Facts   []Link
	Status  Status
	Figures []Figure
	Verdict string
	Note    string // Markdown
}

// Figure is one of the numbers in question.
type Figure struct {
	Head
	Approx   string
	Value    string
	Unit     string // empty: the text names none
	Sentence Text
	Held     string
	Facts    []FigureFact
}

// FigureFact is what a text says about a number; without words the text says nothing.
type FigureFact struct {
	Term  string
	Words string // as printed
	Link  Link
	None  string
}

func (b *builder) numbers() []Page {
	pages := []Page{b.numberList()}
	for i := range b.d.Conflicts {
		pages = append(pages, b.conflict(&b.d.Conflicts[i]))
	}
	return pages
}

func (b *builder) numberList() Page {
	v := b.open(b.url.Numbers(), "numbers", "other", b.t.T("nav.numbers"))
	v.frame.Crumb = []Link{v.link(b.t.T("home.crumb"), b.url.Home())}
	p := &Numbers{Frame: v.frame, Count: b.t.T("count.numbers", len(b.d.Numbers))}
	in := map[string]*dossier.Conflict{}
	for i := range b.d.Conflicts {
		c := &b.d.Conflicts[i]
		var articles []string
		for _, id := range c.Numbers {
			in[id] = c
			if n := b.d.Number(id); n != nil && !slices.Contains(articles, n.Article) {
				articles = append(articles, n.Article)
			}
		}
		p.Conflicts = append(p.Conflicts, ConflictLink{Link: v.link(b.conflictTitle(c), b.url.Conflict(c.ID)), Kind: b.coded("conflict", c.Kind), Sigils: b.sigils(articles)})
	}
	for _, n := range b.sortedNumbers() {
		title := b.unitTitle(n.Unit)
		i := slices.IndexFunc(p.Groups, func(g NumberGroup) bool { return g.Title == title })
		if i < 0 {
			i = len(p.Groups)
			p.Groups = append(p.Groups, NumberGroup{Title: title})
		}
		p.Groups[i].Rows = append(p.Groups[i].Rows, v.numberRow(n, in[n.ID]))
	}
	return v.page("numbers", p)
}

// sortedNumbers orders numbers by unit (money first, bare counts last), then by size, the greatest
// first, then by place.
func (b *builder) sortedNumbers() []*dossier.Number {
	var out []*dossier.Number
	for i := range b.d.Numbers {
		out = append(out, &b.d.Numbers[i])
	}
	size := func(n *dossier.Number) int {
		whole, _, _ := strings.Cut(n.Value, ".")
		return len(whole)
	}
	slices.SortStableFunc(out, func(x, y *dossier.Number) int {
		return cmp.Or(cmp.Compare(unitRank(x.Unit), unitRank(y.Unit)), cmp.Compare(b.unitTitle(x.Unit), b.unitTitle(y.Unit)), cmp.Compare(size(y), size(x)), cmp.Compare(y.Value, x.Value))
	})
	return out
}

// unitRank puts money before shares, shares before other measures, bare counts last.
func unitRank(unit string) int {
	switch {
	case unit == "":
		return 3
	case unit == "percent":
		return 1
	case len(unit) == 3 && strings.ToUpper(unit) == unit:
		return 0
	}
	return 2
}

// unitTitle heads the numbers of a unit.
func (b *builder) unitTitle(unit string) string {
	if unit == "" {
		return b.t.T("numbers.counts")
	}
	if b.t.Has("unitname." + unit) {
		return b.t.T("unitname." + unit)
	}
	if b.t.Has("unit." + unit) {
		return b.t.T("unit."+unit, 2)
	}
	return unit
}

func (v *view) numberRow(n *dossier.Number, c *dossier.Conflict) NumberRow {
	a := v.d.Article(n.Article)
	r := NumberRow{
		ID: NumberID(n.ID), Counts: n.Counts, Value: v.approx(n) + v.t.Amount(n.Value, n.Unit), Sigil: v.sigil(a),
		Place: v.to(v.sentenceURL(a, dossier.Source{Article: a.ID, Span: n.Span})),
	}
	if a.Quotable() {
		r.Words = n.Span.Of(a.Article.Text)
	} else {
		r.Counts, r.Held = "", v.t.T("rights.held")
	}
	if n.Person != "" {
		r.Who = v.person(n.Person)
	}
	if n.Quotation != "" {
		r.Quote = v.to(v.url.Quotation(n.Quotation))
	}
	switch others := v.agreeing(n); {
	case c != nil:
		r.Finding = v.link(v.coded("conflict", c.Kind), v.url.Conflict(c.ID))
	case len(others) > 0:
		r.Finding = Link{Text: v.t.T("numbers.agrees", v.letters(others))}
	default:
		r.Finding = Link{Text: v.t.T("numbers.single")}
	}
	return r
}

// agreeing lists the other articles that give the same value of the same thing, inside the same
// statement or with the same word for what is counted.
func (b *builder) agreeing(n *dossier.Number) []string {
	var out []string
	for i := range b.d.Numbers {
		o := &b.d.Numbers[i]
		if o.Article == n.Article || o.Value != n.Value || o.Unit != n.Unit || slices.Contains(out, o.Article) {
			continue
		}
		if n.Counts != "" && strings.EqualFold(n.Counts, o.Counts) || b.sameStatement(n, o) {
			out = append(out, o.Article)
		}
	}
	return out
}

func (b *builder) sameStatement(x, y *dossier.Number) bool {
	p, q := b.d.Quotation(x.Quotation), b.d.Quotation(y.Quotation)
	if p == nil || q == nil {
		return false
	}
	return slices.ContainsFunc(p.Statements, func(id string) bool { return slices.Contains(q.Statements, id) })
}

// approx is the sign of how exact a number claims to be.
func (b *builder) approx(n *dossier.Number) string {
	if n.Approx == "" {
		return ""
	}
	return b.coded("approxsign", string(n.Approx)) + "\u00a0"
}

// conflictTitle names a conflict by its values: "126 Milliarden gegen 183 Milliarden".
func (b *builder) conflictTitle(c *dossier.Conflict) string {
	var values []string
	for _, id := range c.Numbers {
		n := b.d.Number(id)
		if n == nil {
			continue
		}
		if v := b.t.Amount(n.Value, n.Unit); !slices.Contains(values, v) {
			values = append(values, v)
		}
	}
	return b.t.T("conflict.title", strings.Join(values, " "+b.t.T("conflict.against")+" "), b.coded("conflict", c.Kind))
}

func (b *builder) conflict(c *dossier.Conflict) Page {
	v := b.open(b.url.Conflict(c.ID), "numbers", "other", b.conflictTitle(c))
	v.frame.Crumb = []Link{v.link(b.t.T("nav.numbers"), b.url.Numbers())}
	p := &Conflict{Frame: v.frame, Heading: b.conflictTitle(c), Note: c.Note, Status: Status{Text: b.t.T("conflict.status")}}
	var articles []string
	for _, id := range c.Numbers {
		n := b.d.Number(id)
		if n == nil {
			continue
		}
		p.Figures = append(p.Figures, v.figure(n))
		if !slices.Contains(articles, n.Article) {
			articles = append(articles, n.Article)
		}
	}
	p.Facts = append(p.Facts, Link{Text: b.t.T("conflict.where", len(articles)) + " "})
	for i, id := range articles {
		a := b.d.Article(id)
		if i > 0 {
			p.Facts = append(p.Facts, Link{Text: "; "})
		}
		l := v.link(v.dated(a), b.url.Article(id))
		l.Sigil = b.sigil(a)
		p.Facts = append(p.Facts, l)
	}
	if key := "conflict." + c.Kind + ".why"; b.t.Has(key) {
		p.Verdict = b.t.T(key)
	}
	return v.page("conflict", p)
}

func (v *view) figure(n *dossier.Number) Figure {
	a := v.d.Article(n.Article)
	f := Figure{Head: v.head(n.Article), Value: v.t.Amount(n.Value, "")}
	if n.Approx != "" {
		f.Approx = v.coded("approx", string(n.Approx))
	}
	if n.Unit != "" {
		f.Unit = v.unitOf(n)
	}
	switch {
	case a.Excerpted():
		f.Sentence = Text{Text: n.Sentence.Of(a.Article.Text), Marks: []Mark{{Span: shift(clip(n.Span, n.Sentence), -n.Sentence.Start), Kind: MarkSelf}}}
	case a.Quotable():
		f.Sentence = Text{Text: n.Span.Of(a.Article.Text)}
	default:
		f.Held = v.t.T("rights.held")
	}
	counts := FigureFact{Term: v.t.T("figure.counts"), None: v.t.T("figure.none")}
	if a.Quotable() {
		counts.Words = n.Counts
	}
	who := FigureFact{Term: v.t.T("figure.who"), None: v.t.T("figure.none")}
	if n.Person != "" {
		who.Link = v.person(n.Person)
	}
	f.Facts = []FigureFact{counts, who, {Term: v.t.T("figure.where"), Link: v.link(v.t.T("article.short", a.Sigil), v.sentenceURL(a, dossier.Source{Article: a.ID, Span: n.Span}))}}
	return f
}

// unitOf is a number's unit in the interface's words.
func (b *builder) unitOf(n *dossier.Number) string {
	plural := 2
	if n.Value == "1" {
		plural = 1
	}
	return b.coded("unit", n.Unit, plural)
}

func clip(s, in text.Span) text.Span {
	return text.Span{Start: max(s.Start, in.Start), End: max(max(s.Start, in.Start), min(s.End, in.End))}
}
