package page

import (
	"slices"
	"strconv"

	"wortlaut/build/dossier"
	"wortlaut/build/record"
)

// Free is the data of layout free: a page of the editors', or the method page.
type Free struct {
	*Frame
	Heading  string
	Body     string // Markdown; may be empty on the method page
	Lead     string
	Sections []FreeSection
}

// FreeSection is a section of the method page.
type FreeSection struct {
	ID, Name   string
	Paragraphs []string
	Terms      []Fact
}

// methodIDs are the names under content/pages/ of the editors' account of the method.
var methodIDs = []string{"methode", "method"}

// free makes the editors' own pages, method aside.
func (b *builder) free() []Page {
	var out []Page
	for i := range b.d.Pages {
		p := &b.d.Pages[i]
		if slices.Contains(methodIDs, p.ID) {
			continue
		}
		v := b.open(b.url.Free(p.ID), "", "other", p.Title)
		out = append(out, v.page("free", &Free{Frame: v.frame, Heading: p.Title, Body: p.Body}))
	}
	return out
}

// method is what every dossier's method comes to, below the editors' own account of theirs.
func (b *builder) method() Page {
	v := b.open(b.url.Method(), "method", "other", b.t.T("nav.method"))
	p := &Free{Frame: v.frame, Heading: b.t.T("meth.title"), Lead: b.t.T("meth.lead"), Sections: b.methodSections()}
	if at := slices.IndexFunc(b.d.Pages, func(p record.Page) bool { return slices.Contains(methodIDs, p.ID) }); at >= 0 {
		p.Heading, p.Body = b.d.Pages[at].Title, b.d.Pages[at].Body
	}
	return v.page("free", p)
}

// methodTerms are the sections of the method page with the terms each explains.
var methodTerms = []struct {
	section string
	terms   []string
}{
	{"vouch", []string{"machine", "checked"}},
	{"steps", []string{"load", "read", "speaker", "time", "statement", "compare"}},
	{"forms", []string{"direct", "mixed", "indirect", "reported"}},
	{"speakers", []string{"name", "office", "pronoun", "description", "inferred", "record"}},
	{"sure", []string{"certain", "probable", "uncertain"}},
	{"variants", []string{"characters", "wording", "omission", "scope", "statement"}},
	{"absent", []string{"omitted", "outside", "unknown"}},
	{"repairs", []string{"wrap", "torn", "blank", "markup", "hyphen", "removed", "unpaired", "inserted"}},
	{"rights", []string{"full", "excerpt", "quotes", "link"}},
	{"limits", []string{"irony", "translation", "names", "numbers", "original"}},
}

func (b *builder) methodSections() []FreeSection {
	var out []FreeSection
	for _, m := range methodTerms {
		s := FreeSection{ID: "m-" + m.section, Name: b.t.T("meth." + m.section), Paragraphs: []string{b.t.T("meth." + m.section + ".lead")}}
		for _, term := range m.terms {
			key := "meth." + m.section + "." + term
			s.Terms = append(s.Terms, Fact{Term: b.t.T(key), Text: b.t.T(key + ".what")})
		}
		if figures := b.figures(m.section); figures != "" {
			s.Paragraphs = append(s.Paragraphs, figures)
		}
		out = append(out, s)
	}
	return out
}

// figures says what a section of the method page comes to in this dossier.
func (b *builder) figures(section string) string {
	switch section {
	case "vouch":
		checked := count(b.d.Quotations, func(q *dossier.Quotation) bool { return q.Status == record.Checked })
		return b.t.T("meth.vouch.here", len(b.d.Quotations), checked)
	case "forms":
		var all []string
		for i := range b.d.Quotations {
			all = append(all, b.d.Quotations[i].ID)
		}
		if len(all) == 0 {
			return ""
		}
		return b.t.T("meth.here", b.forms(all))
	case "speakers":
		nobody := count(b.d.Quotations, func(q *dossier.Quotation) bool { return q.Person == "" })
		return b.t.T("meth.speakers.here", len(b.d.Quotations)-nobody, nobody)
	case "sure":
		unsure := count(b.d.Quotations, func(q *dossier.Quotation) bool { return q.Speaker.Confidence == "uncertain" })
		return b.t.T("meth.sure.here", unsure)
	case "repairs":
		n := 0
		for i := range b.d.Articles {
			for _, d := range b.d.Articles[i].Article.Defects {
				n += max(1, d.Count)
			}
		}
		return b.t.T("meth.repairs.here", n, len(b.d.Articles))
	}
	return ""
}

func count[T any](list []T, is func(*T) bool) int {
	n := 0
	for i := range list {
		if is(&list[i]) {
			n++
		}
	}
	return n
}

// Corrections is the data of layout corrections: what was wrong and put right, newest first.
type Corrections struct {
	*Frame
	Facts   string
	Entries []Corrected
}

// Corrected is one entry of the log.
type Corrected struct {
	ID   string
	On   string
	Date string // YYYY-MM-DD
	Item Link
	Was  string
	Now  string
	Why  string
}

func (b *builder) corrections() Page {
	v := b.open(b.url.Corrections(), "", "other", b.t.T("nav.corrections"))
	page := &Corrections{Frame: v.frame, Facts: b.t.T("corr.facts", len(b.d.Corrections))}
	for i, c := range b.d.Corrections {
		page.Entries = append(page.Entries, Corrected{
			ID: "c-" + strconv.Itoa(len(b.d.Corrections)-i), On: b.t.Date(c.On), Date: c.On, Item: v.item(c.Item), Was: c.Was, Now: c.Now, Why: c.Why,
		})
	}
	return v.page("corrections", page)
}

// item is a link to whatever has the ID; without URL if nothing has.
func (v *view) item(id string) Link {
	switch {
	case v.d.Quotation(id) != nil:
		return v.link(v.quotationTitle(v.d.Quotation(id)), v.url.Quotation(id))
	case v.d.Statement(id) != nil:
		return v.link(v.title(v.d.Statement(id)), v.url.Statement(id))
	case v.hasPage(id):
		return v.person(id)
	case v.d.Article(id) != nil:
		return v.link(v.d.Article(id).Title, v.url.Article(id))
	case v.d.Outlet(id) != nil:
		return v.outletLink(id)
	}
	return Link{Text: id}
}
