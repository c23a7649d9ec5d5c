package page

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"wortlaut/build/dossier"
	"wortlaut/build/read/article"
	"wortlaut/build/read/person"
	"wortlaut/build/read/quotation"
	"wortlaut/build/read/timex"
	"wortlaut/build/text"
)

// Article is the data of layout article: one source text with what was found in it.
type Article struct {
	*Frame
	Sigil     Sigil
	Kicker    *Passage
	Heading   Text
	Subtitle  []Passage
	Origin    []Link // pieces of a sentence: outlet, date, number of quotations
	URL       string // of the original
	Status    Status
	Condition []string
	Held      string // why the text is not shown in full; empty if it is
	Passages  []Passage
	Removed   []string
	File      []Fact
	Note      string // Markdown
}

// Passage is a block of an article.
type Passage struct {
	ID      string
	Heading bool
	Alien   bool   // not the article's own: a link to another piece, a sign-off
	Lead    string // place and agency standing before the text
	Who     []Who
	Pieces  []Piece
	Notes   Notes
}

// Who is a speaker in a passage.
type Who struct {
	Link
	Unsure bool
}

// Piece is a stretch of a passage that rights allow; Gap says that something before it is left out.
type Piece struct {
	Text
	Gap bool
}

// Notes is the margin of a passage.
type Notes struct {
	Statements []StatementNote
	Alone      []Link // statements no other text has
	AloneTitle string
	Doubts     []Doubt
}

// StatementNote is a statement of the passage with the other sources' wording.
type StatementNote struct {
	Title      Link
	Renderings []Rendering
	More       int // renderings left out
	Absent     string
}

// Doubt is something about a passage that is not certain.
type Doubt struct{ Head, Text string }

// Fact is a term with what there is to say about it.
type Fact struct {
	Term string
	Text string
	URL  string
}

func (b *builder) article(a *dossier.Article) Page {
	v := b.open(b.url.Article(a.ID), "outlets", "article", b.t.T("article.name", a.Sigil, cmp.Or(a.Title, a.ID)))
	v.frame.Class = "art"
	v.frame.Crumb = []Link{v.link(b.t.T("nav.outlets"), b.url.Outlets()), {Text: b.t.T("article.crumb") + " ", Sigil: b.sigil(a)}}
	v.frame.Foot.Cite = v.citeArticle(a)
	p := &Article{
		Frame: v.frame, Sigil: b.sigil(a), Heading: Text{Text: cmp.Or(a.Title, b.t.T("article.untitled"))}, URL: a.URL,
		Status: b.status(a.Status, a.By, a.On), Note: a.Note, Condition: v.condition(a), Origin: v.articleFacts(a), File: v.file(a),
	}
	m := v.reading(a)
	for _, blk := range a.Article.Blocks {
		v.place(p, m, blk)
	}
	p.Passages = withLeads(p.Passages)
	if !a.Full() {
		p.Held = b.coded("rights", a.Rights)
	}
	return v.page("article", p)
}

// place enters a block where it belongs: head, text, or what was set aside.
func (v *view) place(p *Article, m *marked, blk article.Block) {
	switch blk.Kind {
	case article.Title:
		if printsTitle(m.a) {
			p.Heading = v.marksIn(m, blk.Span, m.inside(blk))
		}
	case article.Kicker, article.Subtitle:
		if q := v.passage(m, blk); len(q.Pieces) > 0 {
			if blk.Kind == article.Kicker {
				p.Kicker = &q
				return
			}
			p.Subtitle = append(p.Subtitle, q)
		}
	case article.Boilerplate:
		if m.a.Full() {
			p.Removed = append(p.Removed, strings.Split(blk.Span.Of(m.a.Article.Text), "\n")...)
		}
	case article.Dateline:
		if m.a.Full() {
			p.Passages = append(p.Passages, Passage{ID: blk.ID, Lead: blk.Span.Of(m.a.Article.Text)})
		}
	default:
		if q := v.passage(m, blk); len(q.Pieces) > 0 {
			p.Passages = append(p.Passages, q)
		}
	}
}

// withLeads joins a dateline with the passage it stands before.
func withLeads(list []Passage) []Passage {
	var out []Passage
	lead := ""
	for _, p := range list {
		if p.Lead != "" && len(p.Pieces) == 0 {
			lead = strings.TrimSpace(lead + " " + p.Lead)
			continue
		}
		if !p.Heading && !p.Alien {
			p.Lead, lead = lead, ""
		}
		out = append(out, p)
	}
	return out
}

// citeArticle is the text to copy: the source first, then where we show it.
func (v *view) citeArticle(a *dossier.Article) string {
	return v.t.T("cite.article", a.Title, v.source(a), v.date(a.Published), v.where(v.t.T("article.short", a.Sigil)))
}

func (v *view) articleFacts(a *dossier.Article) []Link {
	facts := []Link{{Text: v.origin(a) + ". "}}
	if o := v.d.Outlet(a.Outlet); o != nil {
		facts = []Link{v.link(v.origin(a), v.url.Outlet(o.ID)), {Text: ". "}}
	}
	if a.Published.Value == "" {
		facts = append(facts, Link{Text: v.t.T("article.undated") + " "})
	} else {
		facts = append(facts, Link{Text: v.t.T("article.published") + " "}, v.link(v.t.Date(a.Published.Value), v.url.Day(a.Published.Value)))
		if a.Published.Inferred {
			facts = append(facts, Link{Text: ", " + v.t.T("date.inferred")})
		}
		facts = append(facts, Link{Text: ". "})
	}
	verbatim := 0
	for _, q := range v.lookup(a.Quotations) {
		if q.Kind == quotation.Direct || q.Kind == quotation.Mixed {
			verbatim++
		}
	}
	return append(facts, Link{Text: v.t.T("article.quotations", len(a.Quotations)) + " " + v.t.T("article.verbatim", verbatim)})
}

// condition is the text condition report, one phrase per kind of flaw, in the order of the text.
func (v *view) condition(a *dossier.Article) []string {
	counts := map[article.DefectKind]int{}
	var order []article.DefectKind
	for _, d := range a.Article.Defects {
		if d.Kind == article.Removed {
			continue // counted in lines
		}
		if counts[d.Kind] == 0 {
			order = append(order, d.Kind)
		}
		counts[d.Kind] += max(1, d.Count)
	}
	var out []string
	for _, k := range order {
		out = append(out, v.coded("defect", string(k), counts[k]))
	}
	return out
}

func (v *view) file(a *dossier.Article) []Fact {
	facts := []Fact{
		{Term: v.t.T("file.name"), Text: v.t.T("file.bytes", a.Article.Name, len(a.Article.Source))},
		{Term: "SHA-256", Text: a.Article.SHA256},
		{Term: v.t.T("file.rights"), Text: v.coded("rightsname", a.Rights)},
		{Term: v.t.T("file.words"), Text: v.t.Int(a.Article.Words)},
	}
	var roots []string
	for _, id := range a.Roots {
		if id != a.ID {
			roots = append(roots, cmp.Or(v.outletName(id), id))
		}
	}
	if len(roots) > 0 {
		facts = append(facts, Fact{Term: v.t.T("file.roots"), Text: v.and(roots)})
	}
	if a.Published.Why != "" || a.Published.Phrase != "" {
		facts = append(facts, Fact{Term: v.t.T("file.dated"), Text: v.how(a.Published)})
	}
	return facts
}

// marked is an article with everything that is marked in it, by place.
type marked struct {
	a          *dossier.Article
	quotations []*dossier.Quotation
	marks      []Mark // persons, times, numbers, sentences
}

// inside lists the quotations in a block.
func (m *marked) inside(blk article.Block) []*dossier.Quotation {
	var out []*dossier.Quotation
	for _, q := range m.quotations {
		if blk.Span.Overlaps(text.Hull(q.Content)) {
			out = append(out, q)
		}
	}
	return out
}

// printsTitle reports whether an article is shown with the title its text has, and not with another
// that an editor gave.
func printsTitle(a *dossier.Article) bool {
	blk, ok := a.Article.Block(article.Title)
	return ok && blk.Span.Of(a.Article.Text) == a.Title
}

// quotedURL leads to a quotation's place in its article, or to the article where that does not show it.
func (b *builder) quotedURL(q *dossier.Quotation) string {
	a := b.d.Article(q.Article)
	blk, _ := a.Article.Block(article.Title)
	if blk.ID == q.Block && blk.ID != "" && printsTitle(a) || blk.ID != q.Block && a.Quotable() {
		return b.url.Quoted(a.ID, q.ID)
	}
	return b.url.Article(a.ID)
}

// reading gathers the marks of an article.
func (v *view) reading(a *dossier.Article) *marked {
	m := &marked{a: a, quotations: v.lookup(a.Quotations)}
	for i, s := range a.Sentences {
		m.marks = append(m.marks, Mark{Span: text.Span{Start: s.Start, End: s.Start}, Kind: MarkPlace, ID: SentenceID(i + 1)})
	}
	for _, at := range a.Mentions {
		if at.Form == person.Name && at.Kind != person.Organisation && v.hasPage(at.Entity) {
			m.marks = append(m.marks, Mark{Span: at.Span, Kind: MarkPerson, URL: v.to(v.url.Person(at.Entity))})
		}
	}
	for _, t := range v.d.TimesIn(a.ID) {
		if t.Resolved != "" {
			m.marks = append(m.marks, v.timeMark(t))
		}
	}
	for _, n := range v.d.NumbersIn(a.ID) {
		m.marks = append(m.marks, Mark{Span: n.Span, Kind: MarkNumber, URL: v.to(v.url.Number(n.ID))})
	}
	return m
}

// timeMark links a time expression to its day, where the timeline has it.
func (v *view) timeMark(t dossier.Time) Mark {
	m := Mark{Span: t.Span, Kind: MarkTime, Title: v.t.Date(t.Resolved)}
	if d, err := timex.ParseEDTF(t.Resolved); err == nil && !d.Interval && d.Precision() >= timex.OfYear && d.Precision() != timex.OfSeason {
		m.Value = strings.TrimRight(t.Resolved, "~?%")
	}
	if v.onTimeline(t.Resolved) {
		m.URL = v.to(v.url.Day(t.Resolved))
	}
	return m
}

// passage shows a block with its marks, its speakers and its margin.
func (v *view) passage(m *marked, blk article.Block) Passage {
	p := Passage{ID: blk.ID, Heading: blk.Kind == article.Heading, Alien: !blk.Kind.Read()}
	if p.Alien && !m.a.Full() {
		return p
	}
	inside := m.inside(blk)
	p.Pieces = v.pieces(m, blk, inside)
	if len(p.Pieces) == 0 || p.Alien {
		if blk.Kind == article.Teaser {
			p.Notes.Doubts = []Doubt{{Text: v.t.T("note.teaser")}}
		}
		return p
	}
	p.Who = v.speakers(inside)
	p.Notes = v.notes(m.a, blk, inside)
	return p
}

// pieces cuts a block down to what rights allow and lays the marks over it.
func (v *view) pieces(m *marked, blk article.Block, inside []*dossier.Quotation) []Piece {
	var allowed []text.Span
	switch {
	case m.a.Full():
		allowed = []text.Span{blk.Span}
	case m.a.Excerpted():
		for _, q := range inside {
			allowed = append(allowed, q.Sentence)
		}
	case m.a.Quotable():
		for _, q := range inside {
			allowed = append(allowed, q.Content...)
		}
	}
	var out []Piece
	pos := blk.Span.Start
	for _, s := range joined(allowed) {
		s = text.Span{Start: max(s.Start, blk.Span.Start), End: min(s.End, blk.Span.End)}
		if s.Len() <= 0 {
			continue
		}
		out = append(out, Piece{Text: v.marksIn(m, s, inside), Gap: s.Start > pos+1})
		pos = s.End
	}
	return out
}

// joined merges spans that touch or overlap, in text order.
func joined(spans []text.Span) []text.Span {
	spans = slices.SortedFunc(slices.Values(spans), text.Compare)
	var out []text.Span
	for _, s := range spans {
		if n := len(out) - 1; n >= 0 && s.Start <= out[n].End+1 {
			out[n].End = max(out[n].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}

// marksIn is the text of s with everything that is marked in it.
func (v *view) marksIn(m *marked, s text.Span, inside []*dossier.Quotation) Text {
	out := Text{Text: s.Of(m.a.Article.Text)}
	add := func(k Mark) {
		k.Span = text.Span{Start: max(k.Span.Start, s.Start), End: min(k.Span.End, s.End)}
		if k.Span.Start <= k.Span.End {
			k.Span = shift(k.Span, -s.Start)
			out.Marks = append(out.Marks, k)
		}
	}
	for _, q := range inside {
		for _, k := range v.quoteMarks(m.a, q) {
			if k.Span.Overlaps(s) {
				add(k)
			}
		}
	}
	for _, k := range m.marks {
		if s.Contains(k.Span) {
			add(k)
		}
	}
	return out
}

// quoteMarks are the marks of one quotation: its clause, and inside it the words between the
// quotation marks with these. The first carries the anchor, the last the link to its own page.
func (v *view) quoteMarks(a *dossier.Article, q *dossier.Quotation) []Mark {
	var marks []Mark
	kind := MarkIndirect
	if q.Kind == quotation.Direct {
		kind = MarkDirect
	}
	for _, c := range q.Content {
		marks = append(marks, Mark{Span: c, Kind: kind})
	}
	if len(marks) == 0 {
		return nil
	}
	marks[0].ID = QuotationID(q.ID)
	marks[len(marks)-1].More = v.to(v.url.Quotation(q.ID))
	if kind == MarkDirect {
		return marks
	}
	for _, c := range q.Quoted {
		marks = append(marks, Mark{Span: withMarks(a.Article.Text, c), Kind: MarkDirect})
	}
	return marks
}

// quoteSigns are the signs that can stand around quoted words.
const quoteSigns = `"„“”‚‘’«»‹›'`

// withMarks widens a span by the quotation mark on either side, if there is one.
func withMarks(doc string, s text.Span) text.Span {
	if r, n := utf8.DecodeLastRuneInString(doc[:s.Start]); strings.ContainsRune(quoteSigns, r) {
		s.Start -= n
	}
	if r, n := utf8.DecodeRuneInString(doc[s.End:]); strings.ContainsRune(quoteSigns, r) {
		s.End += n
	}
	return s
}

// speakers lists who speaks in a passage, in order.
func (v *view) speakers(quotations []*dossier.Quotation) []Who {
	var out []Who
	for _, q := range quotations {
		if q.Person == "" {
			continue
		}
		w := Who{Link: v.person(q.Person), Unsure: q.Speaker.Confidence == person.Uncertain}
		w.Text = shortName(w.Text)
		i := slices.IndexFunc(out, func(o Who) bool { return o.URL == w.URL && o.Text == w.Text })
		if i < 0 {
			out = append(out, w)
			continue
		}
		out[i].Unsure = out[i].Unsure && w.Unsure
	}
	return out
}

// shortName is the last word of a person's name, for the margin; descriptions stay whole.
func shortName(name string) string {
	words := strings.Fields(name)
	if len(words) < 2 || len(words) > 3 {
		return name
	}
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); strings.ToUpper(string(r)) != string(r) {
			return name
		}
	}
	return words[len(words)-1]
}
