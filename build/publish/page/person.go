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

// Person is the data of layout person: what somebody said, by occasion.
type Person struct {
	*Frame
	Heading   string
	Facts     string
	Roles     []string // from the record, with their time
	Status    Status
	Occasions []Occasion // newest first
	Uncertain []Rendering
	Offices   []Office
	Names     []NameUse
	About     []Said
	Addressed []Said
	Wikidata  string
	Note      string // Markdown
}

// Occasion is a day with what was said on it.
type Occasion struct {
	ID         string
	Date       string
	Place      string
	Statements []SaidTogether
}

// SaidTogether is a statement with all its renderings.
type SaidTogether struct {
	Title      Link
	Renderings []Rendering
	Signs      []Sign
}

// Said is a quotation with its speaker.
type Said struct {
	Who Link
	Rendering
}

// Office is what the texts of one date call somebody.
type Office struct {
	Date   string
	Titles []OfficeTitle
}

// OfficeTitle is an office as printed; Misfit says that the record knows another for that date.
type OfficeTitle struct {
	Text   string
	Sigils []Sigil
	Misfit bool
}

// NameUse is a way the texts name somebody.
type NameUse struct {
	Form  string
	Items []NameItem
}

// NameItem is one spelling with how often it occurs and where.
type NameItem struct {
	Text   string
	Count  string
	Sigils []Sigil
}

func (b *builder) person(p *dossier.Person) Page {
	v := b.open(b.url.Person(p.ID), "persons", "person", p.Name)
	v.frame.Crumb = []Link{v.link(b.t.T("nav.persons"), b.url.Persons())}
	page := &Person{
		Frame: v.frame, Heading: p.Name, Facts: v.personFacts(p), Roles: v.roles(p), Status: v.attributed(p),
		Occasions: v.occasions(p), Uncertain: v.uncertain(p), Offices: v.offices(p), Names: v.names(p),
		About: v.said(p.About), Addressed: v.said(p.Addressed), Note: p.Note,
	}
	if p.Wikidata != "" {
		page.Wikidata = "https://www.wikidata.org/wiki/" + p.Wikidata
	}
	return v.page("person", page)
}

func (v *view) personFacts(p *dossier.Person) string {
	var articles []string
	for _, m := range p.Mentions {
		articles = append(articles, m.Article)
	}
	slices.Sort(articles)
	facts := []string{v.t.T("person.named", len(slices.Compact(articles)))}
	if len(p.Statements) > 0 {
		facts = append(facts, v.t.T("count.statements", len(p.Statements)))
	}
	if len(p.Uncertain) > 0 {
		facts = append(facts, v.t.T("person.uncertain", len(p.Uncertain)))
	}
	s := strings.Join(facts, ", ") + "."
	if kind := v.coded("personkind", string(p.Kind)); p.Kind != person.Person {
		s = kind + ". " + s
	}
	return s
}

func (v *view) roles(p *dossier.Person) []string {
	var out []string
	for _, r := range p.Roles {
		s := r.Title
		if r.From != "" || r.To != "" {
			s += ", " + v.t.Date(cmp.Or(r.From, "..")+"/"+cmp.Or(r.To, ".."))
		}
		out = append(out, s)
	}
	return out
}

// attributed says how many of somebody's statements an editor confirmed.
func (v *view) attributed(p *dossier.Person) Status {
	if len(p.Statements) == 0 {
		return v.status(p.Status, "", "")
	}
	checked := 0
	for _, id := range p.Statements {
		if s := v.d.Statement(id); s != nil && s.Status == record.Checked {
			checked++
		}
	}
	if checked == len(p.Statements) {
		return Status{Checked: true, Text: v.t.T("person.allchecked")}
	}
	return Status{Text: v.t.T("person.checked", checked, len(p.Statements))}
}

// occasions groups somebody's statements by day and occasion, the newest first.
func (v *view) occasions(p *dossier.Person) []Occasion {
	var out []Occasion
	var dates []string
	for _, id := range slices.Backward(p.Statements) {
		s := v.d.Statement(id)
		if s == nil {
			continue
		}
		said := v.together(p, s)
		if len(said.Renderings) == 0 {
			continue
		}
		date := plainDate(s.Date.Value)
		i := 0
		for i < len(out) && (dates[i] != date || !sameOccasion(out[i].Place, s.Occasion)) {
			i++
		}
		if i == len(out) {
			dates = append(dates, date)
			out = append(out, Occasion{ID: "o-" + strconv.Itoa(i+1), Date: v.t.Date(date)})
		}
		out[i].Place = cmp.Or(out[i].Place, s.Occasion)
		out[i].Statements = append(out[i].Statements, said)
	}
	for i := range out {
		slices.Reverse(out[i].Statements)
	}
	return out
}

// sameOccasion reports whether two statements of one day belong together: one without an occasion
// joins any.
func sameOccasion(x, y string) bool { return x == y || x == "" || y == "" }

// together is a statement with the renderings that are certainly this person's.
func (v *view) together(p *dossier.Person, s *dossier.Statement) SaidTogether {
	out := SaidTogether{Title: v.link(v.title(s), v.url.Statement(s.ID)), Signs: v.grave(s)}
	for _, id := range append(slices.Clone(s.Quotations), s.Headings...) {
		if slices.Contains(p.Quotations, id) {
			out.Renderings = append(out.Renderings, v.renderings([]string{id})...)
		}
	}
	return out
}

// grave are the signs of a statement's variants but for those of characters.
func (b *builder) grave(s *dossier.Statement) []Sign {
	return slices.DeleteFunc(b.signs(s.Collation.Variants), func(x Sign) bool { return x.Symbol == "°" })
}

// uncertain shows what somebody may have said, each with the reason for the doubt.
func (v *view) uncertain(p *dossier.Person) []Rendering {
	var out []Rendering
	for _, q := range v.lookup(p.Uncertain) {
		r := v.rendering(q)
		switch {
		case q.Negated:
			r.Form += "; " + v.t.T("person.negated")
		case q.Future:
			r.Form += "; " + v.t.T("person.future")
		default:
			r.Form += "; " + cmp.Or(q.Why, v.coded("resolution", string(cmp.Or(q.Speaker.Resolution, quotation.NoSpeaker)), p.Name))
		}
		out = append(out, r)
	}
	return out
}

// offices groups the offices the texts give somebody by the texts' dates.
func (v *view) offices(p *dossier.Person) []Office {
	var out []Office
	for _, o := range p.Offices {
		a := v.d.Article(o.Article)
		date := v.t.Date(a.Published.Value)
		i := slices.IndexFunc(out, func(x Office) bool { return x.Date == date })
		if i < 0 {
			i = len(out)
			out = append(out, Office{Date: date})
		}
		titles := &out[i].Titles
		k := slices.IndexFunc(*titles, func(x OfficeTitle) bool { return x.Text == o.Title && x.Misfit == o.Misfit })
		if k < 0 {
			k = len(*titles)
			*titles = append(*titles, OfficeTitle{Text: o.Title, Misfit: o.Misfit})
		}
		(*titles)[k].Sigils = append((*titles)[k].Sigils, v.sigil(a))
	}
	return out
}

// names groups the ways the texts name somebody: by name, by description. Pronouns are left out.
func (v *view) names(p *dossier.Person) []NameUse {
	var out []NameUse
	for _, form := range []person.Form{person.Name, person.Description} {
		use := NameUse{Form: v.t.T("nameform." + string(form))}
		for _, n := range p.Names {
			if n.Form == form {
				use.Items = append(use.Items, NameItem{Text: n.Text, Count: v.t.T("count.times", n.Count), Sigils: v.sigils(n.Articles)})
			}
		}
		if len(use.Items) > 0 {
			out = append(out, use)
		}
	}
	return out
}

func (v *view) said(ids []string) []Said {
	var out []Said
	for _, q := range v.lookup(ids) {
		s := Said{Rendering: v.rendering(q), Who: Link{Text: v.t.T("person.unknown")}}
		if q.Person != "" {
			s.Who = v.person(q.Person)
		}
		out = append(out, s)
	}
	return out
}
