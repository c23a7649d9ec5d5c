package page

import (
	"cmp"
	"slices"
	"strconv"

	"wortlaut/build/compare/collation"
	"wortlaut/build/dossier"
	"wortlaut/build/record"
	"wortlaut/build/text"
)

// Statement is the data of layout statement: one utterance as every source has it.
type Statement struct {
	*Frame
	Heading    string
	Facts      []Link // pieces of a sentence: speaker, date, number of texts and origins
	Status     Status
	Reference  *record.Reference
	Single     []Rendering // the sources' wording in place of a table, where there is only one or they share too few words
	Loose      bool
	Columns    []string // names of the phrases
	Rows       []Row
	Signs      []Sign // the legend
	Same       string
	Heads      []Head      // the witnesses, over the readings
	Readings   []Reading   // where they differ, the gravest first
	Light      []Reading   // where they differ in characters only
	Apparatus  [][]Lemma   // its entries
	Contexts   []Context   // by witness
	Others     []Rendering // headings, and what is not collated
	Absent     []Absence
	Origins    string
	Note       string // Markdown
	NoneQuoted bool   // no source may be quoted
}

// Head names a witness.
type Head struct {
	Sigil  Sigil
	Source string
}

// Row is one witness's rendering, cut into phrases.
type Row struct {
	Head
	Form  string
	URLs  []string // of the quotations' own pages
	Cells []Phrase
}

// Phrase is what a witness has in one column of the word table.
type Phrase struct {
	Name  string
	Parts []Part
	None  bool // the witness has nothing here
}

// Part is a run of words in a phrase; Sign is zero where all witnesses agree.
type Part struct {
	Text  string
	Sign  Sign
	None  bool
	Glued bool // follows the part before without a blank, as "%" in "5%"
}

// Reading is one place where witnesses differ.
type Reading struct {
	Sign  Sign
	Cells []ReadingCell
}

// ReadingCell is what a witness has at such a place; empty words are an omission.
type ReadingCell struct {
	Head
	Words string
}

// Lemma is a group of an apparatus entry: a wording and who has it.
type Lemma struct {
	Words  string
	Sigils []Sigil
}

// Context is the passage a rendering stands in.
type Context struct {
	Head
	Where Link
	Texts []Text
}

// Absence is an article that does not have the statement, and why.
type Absence struct {
	Head
	Kind, Why string
}

func (b *builder) statement(s *dossier.Statement) Page {
	v := b.open(b.url.Statement(s.ID), "statements", "statement", b.title(s))
	v.frame.Crumb = []Link{v.link(b.t.T("nav.statements"), b.url.Statements())}
	p := &Statement{
		Frame: v.frame, Heading: b.title(s), Facts: v.statementFacts(s), Status: b.status(s.Status, s.By, s.On),
		Reference: s.Reference, Note: s.Note, Absent: v.absences(s), Contexts: v.contexts(s), Others: v.others(s), Origins: v.origins(s),
	}
	v.frame.Foot.Cite = v.citeStatement(s)
	v.collate(p, s)
	return v.page("statement", p)
}

func (v *view) citeStatement(s *dossier.Statement) string {
	return v.t.T("cite.statement", v.title(s), cmp.Or(v.name(s.Speaker), v.t.T("person.unknown")), v.t.Date(s.Date.Value), v.where(v.t.T("cite.statement.id", s.ID)))
}

func (v *view) statementFacts(s *dossier.Statement) []Link {
	speaker := Link{Text: v.t.T("person.unknown")}
	if s.Speaker != "" {
		speaker = v.person(s.Speaker)
	}
	day := Link{Text: v.date(s.Date)}
	if v.onTimeline(s.Date.Value) {
		day = v.link(v.date(s.Date), v.url.Day(s.Date.Value))
	}
	facts := []Link{speaker, {Text: ", "}, day}
	if s.Occasion != "" {
		facts = append(facts, Link{Text: ", " + s.Occasion})
	}
	articles := len(v.articlesOf(s))
	count := v.t.T("count.texts", articles)
	if articles > 1 {
		count += ", " + v.t.T("count.origins", len(s.Roots))
	}
	return append(facts, Link{Text: ". " + count + "."})
}

// articlesOf lists the articles that have a statement, in a title or in the text.
func (b *builder) articlesOf(s *dossier.Statement) []string {
	var ids []string
	for _, q := range b.lookup(append(slices.Clone(s.Quotations), s.Headings...)) {
		ids = append(ids, q.Article)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// origins says how many independent sources a statement has.
func (v *view) origins(s *dossier.Statement) string {
	var names []string
	for _, r := range s.Roots {
		name := v.outletName(r)
		if a := v.d.Article(r); a != nil && name == "" {
			name = v.t.T("article.short", a.Sigil)
		}
		names = append(names, cmp.Or(name, r))
	}
	return v.t.T("origins.names", v.t.T("count.texts", len(v.articlesOf(s))), v.t.T("count.origins", len(names)), v.and(names))
}

// quotableWitnesses are the witnesses whose rights let their words appear.
func (v *view) quotableWitnesses(s *dossier.Statement) []int {
	var out []int
	for i, w := range s.Witnesses {
		if v.d.Article(w.Article).Quotable() {
			out = append(out, i)
		}
	}
	return out
}

// collate fills the word table, the readings and the apparatus. With one witness there is nothing
// to compare, and renderings that share too few words are not compared word by word: the wording is
// shown as it is.
func (v *view) collate(p *Statement, s *dossier.Statement) {
	rows := v.quotableWitnesses(s)
	p.Loose = s.Loose && len(rows) > 1
	if len(rows) < 2 || s.Loose || len(s.Collation.Columns) == 0 {
		for _, i := range rows {
			p.Single = append(p.Single, v.renderings(s.Witnesses[i].Quotations)...)
		}
		p.NoneQuoted = len(rows) == 0
		return
	}
	t := &s.Collation
	cuts := phrases(t)
	for i := range cuts {
		p.Columns = append(p.Columns, v.t.T("statement.phrase", i+1))
	}
	for _, w := range rows {
		p.Rows = append(p.Rows, v.row(s, w, cuts, p.Columns))
		p.Heads = append(p.Heads, v.head(s.Witnesses[w].Article))
	}
	p.Signs = v.signs(t.Variants)
	p.Same = v.same(t, len(rows))
	for _, c := range variantClasses {
		for _, x := range t.Variants {
			if x.Class != c {
				continue
			}
			r := v.readingAt(s, x, rows)
			if c == collation.Characters {
				p.Light = append(p.Light, r)
			} else {
				p.Readings = append(p.Readings, r)
			}
		}
	}
	if len(rows) == len(s.Witnesses) {
		p.Apparatus = v.apparatus(s)
	}
}

func (b *builder) head(article string) Head {
	a := b.d.Article(article)
	return Head{Sigil: b.sigil(a), Source: b.label(a)}
}

// row cuts one witness's rendering into phrases.
func (v *view) row(s *dossier.Statement, w int, cuts []cut, names []string) Row {
	q := v.d.Quotation(s.Witnesses[w].Quotations[0])
	a := v.d.Article(q.Article)
	r := Row{Head: v.head(q.Article), Form: v.form(string(q.Kind))}
	for _, id := range s.Witnesses[w].Quotations {
		r.URLs = append(r.URLs, v.to(v.url.Quotation(id)))
	}
	if a.Translation == "machine" || a.Translation == "human" {
		r.Form = v.t.T("translation."+a.Translation) + ", " + r.Form
	}
	t := &s.Collation
	end := 0 // of the words printed so far
	for i, c := range cuts {
		ph := Phrase{Name: names[i], None: true}
		for _, seg := range t.Segments() {
			from, to := max(seg.From, c.from), min(seg.To, c.to)
			if from >= to {
				continue
			}
			part := Part{Text: t.Text(w, from, to), Sign: v.sign(seg.Class)}
			part.None = part.Text == ""
			start, stop := edges(t, w, from, to)
			part.Glued = !part.None && start == end && end > 0
			end = max(end, stop)
			if seg.Class == collation.Omission && !part.None {
				part.Sign = Sign{}
			}
			ph.None = ph.None && part.None
			if n := len(ph.Parts); part.None && n > 0 && ph.Parts[n-1].None {
				continue
			}
			ph.Parts = append(ph.Parts, part)
		}
		r.Cells = append(r.Cells, ph)
	}
	return r
}

// edges returns where the words of witness w in some columns begin and end; zero where there are none.
func edges(t *collation.Table, w, from, to int) (start, end int) {
	var spans []text.Span
	for _, c := range t.Columns[from:to] {
		spans = append(spans, c.Cells[w].Spans...)
	}
	hull := text.Hull(spans)
	return hull.Start, hull.End
}

// same says how many words all witnesses share.
func (v *view) same(t *collation.Table, witnesses int) string {
	same := 0
	for _, seg := range t.Segments() {
		if seg.Class == collation.Same {
			same += seg.To - seg.From
		}
	}
	if witnesses == 2 {
		return v.t.T("statement.same.two", same, len(t.Columns))
	}
	return v.t.T("statement.same", same, len(t.Columns), witnesses)
}

func (v *view) readingAt(s *dossier.Statement, x collation.Variant, rows []int) Reading {
	r := Reading{Sign: v.sign(x.Class)}
	for _, w := range rows {
		r.Cells = append(r.Cells, ReadingCell{Head: v.head(s.Witnesses[w].Article), Words: s.Collation.Text(w, x.From, x.To)})
	}
	return r
}

func (v *view) apparatus(s *dossier.Statement) [][]Lemma {
	classes := map[string]string{} // sigil → class
	for _, w := range s.Witnesses {
		g := v.sigil(v.d.Article(w.Article))
		classes[g.Letter] = g.Class
	}
	var out [][]Lemma
	for _, e := range s.Collation.Apparatus(collation.Characters) {
		var entry []Lemma
		for _, g := range e.Groups {
			l := Lemma{Words: g.Text}
			for _, letter := range g.Sigils {
				l.Sigils = append(l.Sigils, Sigil{Letter: letter, Class: classes[letter]})
			}
			entry = append(entry, l)
		}
		out = append(out, entry)
	}
	return out
}

func (v *view) contexts(s *dossier.Statement) []Context {
	var out []Context
	for _, w := range s.Witnesses {
		a := v.d.Article(w.Article)
		quotations := v.lookup(w.Quotations)
		c := Context{Head: v.head(w.Article), Texts: v.context(a, quotations)}
		if len(c.Texts) == 0 {
			continue
		}
		q := quotations[0]
		c.Where = v.link(v.t.T("statement.heading"), v.quotedURL(q))
		if n := paragraph(a, q.Block); n > 0 {
			c.Where.Text = v.t.T("statement.paragraph", strconv.Itoa(n))
		}
		out = append(out, c)
	}
	return out
}

// others are renderings outside the table: in headings.
func (v *view) others(s *dossier.Statement) []Rendering {
	if len(s.Quotations) == 0 {
		return nil
	}
	return v.renderings(s.Headings)
}

func (v *view) absences(s *dossier.Statement) []Absence {
	var out []Absence
	for _, x := range s.Absent {
		out = append(out, Absence{Head: v.head(x.Article), Kind: v.t.T("absence." + x.Kind), Why: v.t.T("absence."+x.Kind+".why", cmp.Or(v.name(s.Speaker), v.t.T("person.unknown")))})
	}
	return out
}
