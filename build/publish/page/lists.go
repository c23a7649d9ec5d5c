package page

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"wortlaut/build/dossier"
	"wortlaut/build/read/person"
	"wortlaut/build/read/quotation"
)

// secondary makes the pages around the main ones: quotations, outlets, pairs, lists, registers,
// data, method, the editors' own pages, and what stands at addresses that moved or went.
func (b *builder) secondary() []Page {
	pages := []Page{
		b.statementIndex(), b.personIndex(), b.quotationIndex(), b.articleIndex(),
		b.outletIndex(), b.pairIndex(), b.register(), b.data(), b.method(), b.corrections(), b.notFound(),
	}
	for i := range b.d.Quotations {
		pages = append(pages, b.quotation(&b.d.Quotations[i]))
	}
	for i := range b.d.Outlets {
		pages = append(pages, b.outlet(&b.d.Outlets[i]))
	}
	for i := range b.d.Pairs {
		if compared(&b.d.Pairs[i]) {
			pages = append(pages, b.pair(&b.d.Pairs[i]))
		}
	}
	return slices.Concat(pages, b.free(), b.stubs(), b.tombstones())
}

// speaker is a link to a person's page, or the words for an unknown speaker.
func (v *view) speaker(id string) Link {
	l := v.person(id)
	if l.Text == "" {
		l.Text = v.t.T("list.nobody")
	}
	return l
}

// day is the URL of a date on the timeline; empty if the timeline has no such entry.
func (v *view) day(edtf string) string {
	if !v.onTimeline(edtf) {
		return ""
	}
	return v.to(v.url.Day(edtf))
}

// StatementIndex is the data of layout statements: all statements, by date.
type StatementIndex struct {
	*Frame
	Facts      string
	Quotations string // URL of the list of quotations
	Days       []StatementDay
}

// StatementDay is the statements of one date.
type StatementDay struct {
	ID       string
	Date     string // EDTF
	Day      Link   // on the timeline; without URL where it has no such day
	Speakers []StatementSpeaker
}

// StatementSpeaker is what one person said on a day.
type StatementSpeaker struct {
	Speaker    Link
	Statements []StatementLine
}

// StatementLine is one statement with who said it and who renders it.
type StatementLine struct {
	Title     Link
	Speaker   Link
	Witnesses []StatementWitness
	Status    Status
}

// StatementWitness is an article with the form in which it has a statement.
type StatementWitness struct {
	Sigil  Sigil
	Source string
	Form   Link
}

func (b *builder) statementIndex() Page {
	v := b.open(b.url.Statements(), "statements", "", b.t.T("nav.statements"))
	page := &StatementIndex{Frame: v.frame, Quotations: v.to(b.url.Quotations())}
	shared := 0
	for i := range b.d.Statements {
		s := &b.d.Statements[i]
		line := v.statementLine(s)
		if len(line.Witnesses) > 1 {
			shared++
		}
		page.on(v, s.Date.Value).add(line)
	}
	page.Facts = b.t.T("list.statements.facts", len(b.d.Statements)) + " " + b.t.T("list.statements.shared", shared)
	return v.page("statements", page)
}

// on returns the entry of a date, a new one if it is the first.
func (p *StatementIndex) on(v *view, edtf string) *StatementDay {
	if at := slices.IndexFunc(p.Days, func(d StatementDay) bool { return d.Date == edtf }); at >= 0 {
		return &p.Days[at]
	}
	id := "a-" + strings.TrimPrefix(DayID(cmp.Or(edtf, "0")), "d-")
	if slices.ContainsFunc(p.Days, func(d StatementDay) bool { return d.ID == id }) {
		id += "-" + strconv.Itoa(len(p.Days)) // dates that differ in a sign of doubt alone
	}
	p.Days = append(p.Days, StatementDay{ID: id, Date: edtf, Day: Link{Text: v.t.Date(edtf), URL: v.day(edtf)}})
	return &p.Days[len(p.Days)-1]
}

// add puts a statement to its speaker's, who stand in the order of their first statements.
func (d *StatementDay) add(line StatementLine) {
	at := slices.IndexFunc(d.Speakers, func(s StatementSpeaker) bool { return s.Speaker == line.Speaker })
	if at < 0 {
		at = len(d.Speakers)
		d.Speakers = append(d.Speakers, StatementSpeaker{Speaker: line.Speaker})
	}
	d.Speakers[at].Statements = append(d.Speakers[at].Statements, line)
}

func (v *view) statementLine(s *dossier.Statement) StatementLine {
	line := StatementLine{
		Title: v.link(v.title(s), v.url.Statement(s.ID)), Speaker: v.speaker(s.Speaker), Status: v.status(s.Status, "", ""),
	}
	for _, c := range s.Cells {
		a := v.d.Article(c.Article)
		if a == nil || c.Quotation == "" {
			continue
		}
		line.Witnesses = append(line.Witnesses, StatementWitness{
			Sigil: v.sigil(a), Source: v.label(a), Form: v.link(v.form(c.Form), v.url.Quotation(c.Quotation)),
		})
	}
	return line
}

// PersonIndex is the data of layout persons: who speaks, unnamed speakers and organisations apart.
type PersonIndex struct {
	*Frame
	Facts  string
	Groups []PersonGroup
}

// PersonGroup is the persons of one kind.
type PersonGroup struct {
	ID, Name, Lead string
	Persons        []PersonLine
}

// PersonLine is one person with the counts of what is known.
type PersonLine struct {
	Name       Link
	Offices    string // as the texts print them
	Quotations int
	Statements int
	Uncertain  int
	Mentions   int
	Sigils     []Sigil
}

func (b *builder) personIndex() Page {
	v := b.open(b.url.Persons(), "persons", "", b.t.T("nav.persons"))
	page := &PersonIndex{Frame: v.frame}
	speaking := 0
	for _, kind := range []person.Kind{person.Person, person.Unnamed, person.Organisation} {
		g := PersonGroup{ID: "g-" + string(kind), Name: b.t.T("list.persons." + string(kind)), Lead: b.t.T("list.persons." + string(kind) + ".lead")}
		for i := range b.d.Persons {
			if p := &b.d.Persons[i]; p.Kind == kind {
				g.Persons = append(g.Persons, v.personLine(p))
				speaking += min(1, len(p.Quotations))
			}
		}
		b.byName(g.Persons)
		if len(g.Persons) > 0 {
			page.Groups = append(page.Groups, g)
		}
	}
	page.Facts = b.t.T("list.persons.facts", len(b.d.Persons)) + " " + b.t.T("list.persons.speaking", speaking)
	return v.page("persons", page)
}

// byName orders persons by what they said, the most first, then as a dictionary would.
func (b *builder) byName(list []PersonLine) {
	order := b.collator()
	slices.SortStableFunc(list, func(x, y PersonLine) int {
		return cmp.Or(cmp.Compare(y.Quotations, x.Quotations), order.CompareString(x.Name.Text, y.Name.Text))
	})
}

func (v *view) personLine(p *dossier.Person) PersonLine {
	line := PersonLine{
		Name: v.link(p.Name, v.url.Person(p.ID)), Quotations: len(p.Quotations), Statements: len(p.Statements),
		Uncertain: len(p.Uncertain), Mentions: len(p.Mentions),
	}
	var offices []string
	for _, o := range p.Offices {
		if !slices.Contains(offices, o.Title) {
			offices = append(offices, o.Title)
		}
	}
	line.Offices = strings.Join(offices[:min(len(offices), 3)], ", ")
	seen := map[string]bool{}
	for _, m := range p.Mentions {
		if a := v.d.Article(m.Article); a != nil && !seen[m.Article] {
			seen[m.Article] = true
			line.Sigils = append(line.Sigils, v.sigil(a))
		}
	}
	return line
}

// Quotations lists all quotations.
func (u URLs) Quotations() string { return u.list("quotations") }

// QuotationIndex is the data of layout quotations: every quotation, per article, by place.
type QuotationIndex struct {
	*Frame
	Facts  string
	Groups []QuotationGroup
}

// QuotationGroup is the quotations of one article.
type QuotationGroup struct {
	ID         string
	Sigil      Sigil
	Article    Link
	Source     string
	Forms      string // "5 wörtlich, 3 indirekt"
	Held       string // why there are no words; empty where there are
	Brief      bool   // the quotations are not listed here, but in the article
	Quotations []QuotationLine
}

// QuotationLine is one quotation with its speaker.
type QuotationLine struct {
	Rendering
	Speaker Link
}

// quotationLimit is how many quotations one page lists; of more it only counts them, text by text.
const quotationLimit = 400

func (b *builder) quotationIndex() Page {
	v := b.open(b.url.Quotations(), "statements", "", b.t.T("list.quotations"))
	v.frame.Crumb = []Link{v.link(b.t.T("nav.statements"), b.url.Statements())}
	page := &QuotationIndex{Frame: v.frame, Facts: b.t.T("list.quotations.facts", len(b.d.Quotations))}
	for i := range b.d.Articles {
		a := &b.d.Articles[i]
		g := QuotationGroup{ID: "t-" + a.ID, Sigil: v.sigil(a), Article: v.link(a.Title, b.url.Article(a.ID)), Source: v.label(a), Held: b.held(a), Forms: b.forms(a.Quotations)}
		g.Brief = len(b.d.Quotations) > quotationLimit
		for _, id := range a.Quotations {
			if q := b.d.Quotation(id); q != nil && !g.Brief {
				g.Quotations = append(g.Quotations, QuotationLine{v.rendering(q), v.speaker(q.Person)})
			}
		}
		page.Groups = append(page.Groups, g)
	}
	return v.page("quotations", page)
}

// held says why an article's words do not appear; empty where they do.
func (b *builder) held(a *dossier.Article) string {
	if a.Quotable() {
		return ""
	}
	return b.t.T("rights.held")
}

// kindsOf are the kinds of quotation, the closest to the spoken word first.
var kindsOf = []quotation.Kind{quotation.Direct, quotation.Mixed, quotation.Indirect, quotation.Reported}

// forms counts quotations by kind: "5 wörtlich, 3 indirekt".
func (b *builder) forms(ids []string) string {
	count := map[quotation.Kind]int{}
	for _, id := range ids {
		if q := b.d.Quotation(id); q != nil {
			count[q.Kind]++
		}
	}
	var parts []string
	for _, k := range kindsOf {
		if count[k] > 0 {
			parts = append(parts, b.t.Int(count[k])+"\u00a0"+b.form(string(k)))
		}
	}
	return strings.Join(parts, ", ")
}

// ArticleIndex is the data of layout articles: every source text.
type ArticleIndex struct {
	*Frame
	Facts    string
	Articles []ArticleLine
}

// ArticleLine is one source text in a list.
type ArticleLine struct {
	Sigil       Sigil
	Title       Link
	Outlet      Link
	Date        string
	DateBasis   string
	Words       int
	Forms       string // "5 wörtlich, 3 indirekt"
	BasedOn     []Link
	Translation string // empty where there is nothing to say
	Rights      string
	Status      Status
}

func (b *builder) articleIndex() Page {
	v := b.open(b.url.Articles(), "outlets", "", b.t.T("list.articles"))
	v.frame.Crumb = []Link{v.link(b.t.T("nav.outlets"), b.url.Outlets())}
	page := &ArticleIndex{Frame: v.frame, Facts: b.t.T("list.articles.facts", len(b.d.Articles))}
	for i := range b.d.Articles {
		page.Articles = append(page.Articles, v.articleLine(&b.d.Articles[i]))
	}
	return v.page("articles", page)
}

func (v *view) articleLine(a *dossier.Article) ArticleLine {
	line := ArticleLine{
		Sigil: v.sigil(a), Title: v.link(a.Title, v.url.Article(a.ID)), Outlet: v.outletLink(a.Outlet),
		Date: v.date(a.Published), DateBasis: v.how(a.Published), Words: a.Article.Words, Forms: v.forms(a.Quotations),
		Translation: v.translation(a), Rights: v.t.T("list.rights." + cmp.Or(a.Rights, "link")), Status: v.status(a.Status, a.By, a.On),
	}
	for _, id := range a.BasedOn {
		if id != a.Outlet {
			line.BasedOn = append(line.BasedOn, v.outletLink(id))
		}
	}
	return line
}

// outletLink is a link to an outlet's page, or the words for an unknown one.
func (v *view) outletLink(id string) Link {
	if o := v.d.Outlet(id); o != nil {
		return v.link(o.Name, v.url.Outlet(o.ID))
	}
	return Link{Text: v.t.T("list.outlet.unknown")}
}

// translation says what is known of an article as a translation; empty for none or unknown.
func (b *builder) translation(a *dossier.Article) string {
	if key := "list.translation." + a.Translation; b.t.Has(key) {
		return b.t.T(key)
	}
	return ""
}
