package page

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"wortlaut/build/dossier"
	"wortlaut/build/read/person"
	"wortlaut/build/read/quotation"
	"wortlaut/build/record"
)

// Home is the data of layout home: the dossier's question and everything at a glance.
type Home struct {
	*Frame
	Question  string // **words** may be strong
	Intro     string // Markdown
	Facts     string
	Columns   []Column // of the coverage matrix, one per article
	Wide      bool     // too many columns for a page: the matrix scrolls
	Groups    []Coverage
	Shown     string // how many statements the matrix shows
	All       string // URL of the list of all statements
	Headlines []Headline
	Oddities  []Oddity
	MoreOdd   []Oddity
	Texts     string // how many of the texts the matrix shows; empty if all
	AllTexts  string // URL
	Registers []Register
	Register  string // URL of the whole register
	Latest    []Correction
	Method    string // URL
	Span      int    // columns of the matrix
}

// Column heads a column of the matrix.
type Column struct {
	Head
	URL  string
	Date string
}

// Coverage is the statements of one occasion.
type Coverage struct {
	Title string
	Rows  []CoverageRow
}

// CoverageRow says how each article renders a statement.
type CoverageRow struct {
	Title  Link
	Cells  []CoverageCell
	Signs  []Sign
	Remark string // in place of signs
}

// CoverageCell is one field: its heat class, its word and the rendering it stands for.
type CoverageCell struct {
	Head
	Class   string // h0 to h3, hx for texts about another occasion
	Word    string
	Outside bool
	URL     string
}

// Headline is an article's title with whether its text bears it out.
type Headline struct {
	Sigil Sigil
	Title Link
	From  string
	Note  string   // an editor's
	Words []string // of the title, that the text has in no form
}

// Oddity is something a reader should look at.
type Oddity struct {
	Title  Link
	Sigils []Sigil
	Text   string
	Words  []string // as printed
}

// Register is an index of names.
type Register struct {
	Title string
	Links []Link
	More  int // names left out
}

// Correction is an entry of the log, as the home page shows it.
type Correction struct{ Item, Now, On string }

const (
	matrixLimit = 24 // statements the home page shows
	matrixWide  = 7  // articles a page has room for
	matrixMost  = 10 // articles the home page shows
	oddLimit    = 8
	oddMost     = 40 // with those shown on request
	nameLimit   = 60 // names of a kind in the register of the home page
)

func (b *builder) home() Page {
	v := b.open(b.url.Home(), "home", "other", cmp.Or(b.d.Info.Title, b.t.T("home.crumb")))
	p := &Home{
		Frame: v.frame, Question: b.glued(cmp.Or(b.d.Info.Question, b.d.Info.Title, b.t.T("home.question"))), Intro: b.d.Info.Body, Facts: v.homeFacts(),
		All: v.to(b.url.Statements()), Method: v.to(b.url.Method()), Register: v.to(b.url.Search()), Registers: v.registers(),
	}
	articles := v.compared()
	p.Headlines, p.Span, p.Wide = v.headlines(articles), len(articles)+2, len(articles) > matrixWide
	if len(articles) < len(b.d.Articles) {
		p.Texts = b.t.T("home.texts", len(articles), len(b.d.Articles))
		p.AllTexts = v.to(b.url.Articles())
	}
	for _, a := range articles {
		c := Column{Head: v.head(a.ID), URL: v.to(b.url.Article(a.ID))}
		if a.Published.Value != "" {
			c.Date = b.t.DateShort(a.Published.Value)
		}
		p.Columns = append(p.Columns, c)
	}
	shown := v.notable(articles)
	p.Groups = v.coverage(shown, articles)
	if len(shown) < len(b.d.Statements) {
		p.Shown = b.t.T("home.shown", len(shown), len(b.d.Statements))
	}
	for i := range b.d.Oddities[:min(oddMost, len(b.d.Oddities))] {
		p.Oddities = append(p.Oddities, v.oddity(&b.d.Oddities[i]))
	}
	if len(p.Oddities) > oddLimit+1 {
		p.Oddities, p.MoreOdd = p.Oddities[:oddLimit], p.Oddities[oddLimit:]
	}
	for _, c := range b.d.Corrections[:min(3, len(b.d.Corrections))] {
		p.Latest = append(p.Latest, Correction{Item: c.Item, Now: c.Now, On: b.t.Date(c.On)})
	}
	return v.page("home", p)
}

// glued keeps the day and the month of a date on one line.
func (b *builder) glued(line string) string {
	for m := range 12 {
		month := b.t.T("month." + strconv.Itoa(m+1))
		line = strings.ReplaceAll(line, ". "+month, ".\u00a0"+month)
	}
	return line
}

// homeFacts counts what the dossier holds.
func (v *view) homeFacts() string {
	var roots []string
	outlets := map[string]bool{}
	unknown := 0
	for i := range v.d.Articles {
		a := &v.d.Articles[i]
		roots = append(roots, a.Roots...)
		if a.Outlet == "" {
			unknown++
		} else {
			outlets[a.Outlet] = true
		}
	}
	slices.Sort(roots)
	facts := v.t.T("count.texts", len(v.d.Articles)) + ", " + v.t.T("count.outlets", len(outlets))
	if unknown > 0 {
		facts += ", " + v.t.T("count.unknown", unknown)
	}
	if n := len(slices.Compact(roots)); len(v.d.Articles) > 1 {
		facts += ", " + v.t.T("count.origins", n)
	}
	persons := 0
	for _, p := range v.d.Persons {
		if p.Kind == person.Person {
			persons++
		}
	}
	return facts + ". " + v.t.T("count.persons", persons) + ", " + v.t.T("count.quotations", len(v.d.Quotations)) + ", " + v.t.T("count.statements", len(v.d.Statements)) + "."
}

// compared picks the articles the home page sets against each other, by ID: all of a small dossier,
// of a large one those that share most statements with others.
func (v *view) compared() []*dossier.Article {
	all := make([]*dossier.Article, len(v.d.Articles))
	for i := range v.d.Articles {
		all[i] = &v.d.Articles[i]
	}
	if len(all) <= matrixMost {
		return all
	}
	shared := map[string]int{}
	for i := range v.d.Statements {
		if articles := v.articlesOf(&v.d.Statements[i]); len(articles) > 1 {
			for _, id := range articles {
				shared[id]++
			}
		}
	}
	slices.SortStableFunc(all, func(x, y *dossier.Article) int {
		return cmp.Or(cmp.Compare(shared[y.ID], shared[x.ID]), cmp.Compare(len(y.Statements), len(x.Statements)))
	})
	all = all[:matrixMost]
	slices.SortFunc(all, func(x, y *dossier.Article) int { return cmp.Compare(x.ID, y.ID) })
	return all
}

// notable picks the statements of articles that the home page shows, in the dossier's order: what
// several articles have, then what is printed verbatim, then the rest, until the matrix is full.
func (v *view) notable(articles []*dossier.Article) []*dossier.Statement {
	theirs := map[string]bool{}
	for _, a := range articles {
		for _, id := range a.Statements {
			theirs[id] = true
		}
	}
	type ranked struct{ rank, at int }
	var all []ranked
	for i := range v.d.Statements {
		s := &v.d.Statements[i]
		if !theirs[s.ID] {
			continue
		}
		r := ranked{3, i}
		switch {
		case s.Status == record.Checked:
			r.rank = 0
		case len(v.articlesOf(s)) > 1:
			r.rank = 1
		case v.verbatim(s):
			r.rank = 2
		}
		all = append(all, r)
	}
	slices.SortFunc(all, func(a, b ranked) int { return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(a.at, b.at)) })
	all = all[:min(matrixLimit, len(all))]
	slices.SortFunc(all, func(a, b ranked) int { return cmp.Compare(a.at, b.at) })
	out := make([]*dossier.Statement, len(all))
	for i, r := range all {
		out[i] = &v.d.Statements[r.at]
	}
	return out
}

// verbatim reports whether any article has words of s between quotation marks.
func (b *builder) verbatim(s *dossier.Statement) bool {
	return slices.ContainsFunc(s.Cells, func(c dossier.Cell) bool {
		return c.Form == string(quotation.Direct) || c.Form == string(quotation.Mixed)
	})
}

// coverage groups statements by day and occasion; a statement without occasion joins those of its
// day. The occasion with most to compare comes first, then what most articles report on; otherwise
// the order given stays.
func (v *view) coverage(list []*dossier.Statement, columns []*dossier.Article) []Coverage {
	type occasion struct {
		Coverage
		date, place string
		articles    []string
		compared    int // statements of several articles
	}
	var all []*occasion
	for _, s := range list {
		date := plainDate(s.Date.Value)
		i := slices.IndexFunc(all, func(o *occasion) bool {
			return o.date == date && sameOccasion(o.place, s.Occasion)
		})
		if i < 0 {
			i = len(all)
			all = append(all, &occasion{date: date})
		}
		o := all[i]
		o.place = cmp.Or(o.place, s.Occasion)
		o.Rows = append(o.Rows, v.coverageRow(s, columns))
		articles := v.articlesOf(s)
		o.articles = append(o.articles, articles...)
		if len(articles) > 1 {
			o.compared++
		}
	}
	for _, o := range all {
		slices.Sort(o.articles)
		o.articles = slices.Compact(o.articles)
		o.Title = strings.TrimSuffix(v.t.Date(o.date)+", "+o.place, ", ")
	}
	slices.SortStableFunc(all, func(x, y *occasion) int {
		return cmp.Or(cmp.Compare(y.compared, x.compared), cmp.Compare(len(y.articles), len(x.articles)))
	})
	out := make([]Coverage, len(all))
	for i, o := range all {
		out[i] = o.Coverage
	}
	return out
}

func (v *view) coverageRow(s *dossier.Statement, columns []*dossier.Article) CoverageRow {
	title := v.title(s)
	if name := shortName(v.name(s.Speaker)); name != "" && !strings.Contains(title, name) {
		title = name + ": " + title
	}
	r := CoverageRow{Title: v.link(title, v.url.Statement(s.ID))}
	for _, a := range columns {
		cell := v.d.Cell(s, a.ID)
		c := CoverageCell{Head: v.head(a.ID), Class: heat[cell.Form], Word: v.form(cell.Form), Outside: heat[cell.Form] == "hx"}
		if cell.Quotation != "" {
			c.URL = v.to(v.url.Quotation(cell.Quotation))
		}
		r.Cells = append(r.Cells, c)
	}
	r.Signs = v.grave(s)
	switch {
	case len(v.articlesOf(s)) < 2:
		r.Signs, r.Remark = nil, v.t.T("home.single")
	case len(r.Signs) == 0 && !v.verbatim(s):
		r.Remark = v.t.T("home.noverbatim")
	case len(r.Signs) == 0:
		r.Remark = v.t.T("home.same")
	}
	return r
}

// heat is the class of a field by the form of the rendering: the stronger, the closer to the words.
var heat = map[string]string{"direct": "h3", "mixed": "h2", "indirect": "h1", "reported": "h1", "absent": "h0", "outside": "hx"}

func (v *view) headlines(articles []*dossier.Article) []Headline {
	var out []Headline
	for _, a := range articles {
		out = append(out, Headline{
			Sigil: v.sigil(a), Title: v.link(cmp.Or(a.Title, v.t.T("article.untitled")), v.url.Article(a.ID)),
			From: v.dated(a), Note: a.Headline, Words: a.Unbacked,
		})
	}
	return out
}

// oddity puts an oddity in plain words.
func (v *view) oddity(o *dossier.Oddity) Oddity {
	out := Oddity{Title: Link{Text: v.coded("oddity", o.Kind)}, Words: o.Words}
	if key := "oddity." + o.Kind + ".why"; v.t.Has(key) {
		out.Text = v.t.T(key)
	}
	if o.Why != "" {
		out.Text = o.Why
	}
	ids := []string{o.Article}
	for _, s := range o.Sources {
		if a := v.d.Article(s.Article); a.Excerpted() {
			out.Words = append(slices.Clone(out.Words), strings.Join(strings.Fields(s.Span.Of(a.Article.Text)), " "))
		}
		if !slices.Contains(ids, s.Article) {
			ids = append(ids, s.Article)
		}
	}
	if a := v.d.Article(o.Article); len(o.Sources) > 0 && len(o.Words) > 0 && a.Excerpted() {
		out.Words = out.Words[len(o.Words):] // the passage holds the words
	} else if !a.Quotable() {
		out.Words = nil
	}
	out.Sigils = v.sigils(ids)
	out.Title.URL = v.oddityURL(o)
	if o.Person != "" {
		out.Title.Text = v.name(o.Person) + ": " + out.Title.Text
	}
	return out
}

// oddityURL leads to what an oddity is about: a conflict, a person, a quotation or a text.
func (v *view) oddityURL(o *dossier.Oddity) string {
	switch {
	case slices.ContainsFunc(v.d.Conflicts, func(c dossier.Conflict) bool { return c.ID == o.Link }):
		return v.to(v.url.Conflict(o.Link))
	case v.hasPage(o.Link):
		return v.to(v.url.Person(o.Link))
	case v.d.Quotation(o.Link) != nil:
		return v.to(v.url.Quotation(o.Link))
	case v.d.Article(o.Article) != nil:
		return v.to(v.url.Article(o.Article))
	}
	return ""
}

// registers are the persons by kind.
func (v *view) registers() []Register {
	var out []Register
	for _, kind := range []person.Kind{person.Person, person.Unnamed, person.Organisation} {
		r := Register{Title: v.t.T("register." + string(kind))}
		var listed []*dossier.Person
		for i := range v.d.Persons {
			p := &v.d.Persons[i]
			if p.Kind == kind && (kind != person.Organisation || len(p.Quotations) > 0) {
				listed = append(listed, p)
			}
		}
		if len(listed) > nameLimit {
			slices.SortStableFunc(listed, func(x, y *dossier.Person) int { return cmp.Compare(len(y.Quotations), len(x.Quotations)) })
			listed, r.More = listed[:nameLimit], len(listed)-nameLimit
		}
		for _, p := range listed {
			r.Links = append(r.Links, v.link(p.Name, v.url.Person(p.ID)))
		}
		slices.SortStableFunc(r.Links, func(a, b Link) int { return strings.Compare(lastName(a.Text), lastName(b.Text)) })
		if len(r.Links) > 0 {
			out = append(out, r)
		}
	}
	return out
}

// lastName is what a register sorts a name by.
func lastName(name string) string {
	words := strings.Fields(shortName(name))
	if len(words) == 0 {
		return ""
	}
	return strings.ToLower(words[len(words)-1]) + " " + strings.ToLower(name)
}
