package dossier

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"wortlaut/build/read/german"
	"wortlaut/build/read/person"
	"wortlaut/build/record"
)

// Roster returns the known people of the records, as read.Analyze wants them: those merged into
// another lend it their names.
func Roster(c record.Content) []person.Known {
	into := merged(c.Persons)
	at := map[string]int{}
	var known []person.Known
	for _, r := range c.Persons {
		if into[r.ID] != r.ID {
			continue
		}
		k := person.Known{ID: r.ID, Name: r.Name, Names: slices.Clone(r.Names), Kind: person.Kind(cmp.Or(r.Kind, string(person.Person))), Gender: person.Gender(r.Gender)}
		for _, role := range r.Roles {
			k.Roles = append(k.Roles, person.Role(role))
		}
		at[r.ID] = len(known)
		known = append(known, k)
	}
	for _, r := range c.Persons {
		if i, ok := at[into[r.ID]]; ok && into[r.ID] != r.ID {
			known[i].Names = append(append(known[i].Names, r.Name), r.Names...)
		}
	}
	return known
}

// merged maps every recorded person to the one it was merged into, itself if to none.
func merged(rs []record.Person) map[string]string {
	next := map[string]string{}
	for _, r := range rs {
		next[r.ID] = r.MergedInto
	}
	into := map[string]string{}
	for id := range next {
		end := id
		for steps := 0; next[end] != "" && steps < len(next); steps++ {
			end = next[end]
		}
		into[id] = end
	}
	return into
}

// persons joins the entities of all articles, as joiner decides, and gathers what the articles have
// of each.
func (b *assembly) persons() {
	into := merged(b.content.Persons)
	j := newJoiner(b.Articles)
	b.person = map[entity]string{}
	found := map[string]*Person{}
	for _, r := range b.content.Persons {
		if into[r.ID] != r.ID {
			b.Stubs = append(b.Stubs, Stub{Kind: "person", From: r.ID, To: into[r.ID]})
			continue
		}
		found[r.ID] = &Person{ID: r.ID, Name: r.Name, Kind: person.Kind(cmp.Or(r.Kind, string(person.Person))),
			Roles: r.Roles, Wikidata: r.Wikidata, Note: r.Body, Status: cmp.Or(r.Status, record.Machine)}
	}
	for i := range b.Articles {
		a := &b.Articles[i]
		for _, e := range a.Entities {
			id := j.id(a, e)
			if p := found[id]; p != nil && p.Kind != e.Kind && !e.Known {
				id += "-" + string(e.Kind) // a town and a man of one name
			}
			b.person[entity{a.ID, e.ID}] = id
			p := found[id]
			if p == nil {
				p = &Person{ID: id, Name: e.Name, Kind: e.Kind, Status: record.Machine}
				found[id] = p
			}
			if len(e.Name) > len(p.Name) && p.Status == record.Machine && !e.Known {
				p.Name = e.Name
			}
			for _, o := range e.Offices {
				p.Offices = append(p.Offices, OfficeUse{Title: o, Article: a.ID, Misfit: misfit(o, a.Published.Value, p.Roles)})
			}
		}
		b.mentions(a, found)
	}
	for _, id := range slices.Sorted(maps.Keys(found)) {
		p := found[id]
		if b.Info.CheckedOnly && into[id] == "" {
			continue
		}
		p.Names = b.nameUses(p)
		slices.SortStableFunc(p.Offices, func(x, y OfficeUse) int {
			return cmp.Or(cmp.Compare(x.Article, y.Article), cmp.Compare(x.Title, y.Title))
		})
		p.Offices = slices.Compact(p.Offices)
		if p.Kind == person.Place {
			b.Places = append(b.Places, *p)
		} else {
			b.Persons = append(b.Persons, *p)
		}
	}
	b.Reindex()
}

// mentions gives the mentions of an article the dossier's IDs and enters them with those they name.
func (b *assembly) mentions(a *Article, found map[string]*Person) {
	a.Mentions = slices.Clone(a.Mentions)
	for i := range a.Mentions {
		m := &a.Mentions[i]
		m.Entity = b.person[entity{a.ID, m.Entity}]
		if p := found[m.Entity]; p != nil {
			p.Mentions = append(p.Mentions, Mention{Article: a.ID, Mention: *m})
		}
	}
}

// nameUses counts the names and descriptions under which p is mentioned, the commonest first.
func (b *assembly) nameUses(p *Person) []NameUse {
	type key struct {
		text string
		form person.Form
	}
	uses := map[key]*NameUse{}
	for _, m := range p.Mentions {
		if m.Form == person.Pronoun {
			continue
		}
		k := key{m.Span.Of(b.Article(m.Article).Article.Text), m.Form}
		u := uses[k]
		if u == nil {
			u = &NameUse{Text: k.text, Form: k.form}
			uses[k] = u
		}
		u.Count++
		if n := len(u.Articles); n == 0 || u.Articles[n-1] != m.Article {
			u.Articles = append(u.Articles, m.Article)
		}
	}
	var out []NameUse
	for _, u := range uses {
		out = append(out, *u)
	}
	slices.SortFunc(out, func(x, y NameUse) int {
		return cmp.Or(cmp.Compare(y.Count, x.Count), cmp.Compare(x.Text, y.Text), cmp.Compare(x.Form, y.Form))
	})
	return out
}

// misfit reports whether office names none of the roles held at a date, although some role held
// then is on record. A former office fits if it was ever held.
func misfit(office, date string, roles []record.Role) bool {
	var titles []string
	for _, r := range roles {
		always := r.From == "" && r.To == "" || former(office)
		if always || overlap(cmp.Or(r.From, "..")+"/"+cmp.Or(r.To, ".."), date) {
			titles = append(titles, r.Title)
		}
	}
	if len(titles) == 0 || date == "" || relations[german.Stem(german.Fold(office))] {
		return false
	}
	return !slices.ContainsFunc(titles, func(title string) bool { return sameOffice(office, title) })
}

// relations are stems of words that name somebody's place towards somebody else, not an office.
var relations = map[string]bool{"chef": true, "chefin": true, "boss": true, "vorgesetzt": true, "kolleg": true, "nachfolg": true, "vorgang": true}

// former reports whether an office is named as one that was held before or will be held.
func former(office string) bool {
	for _, w := range strings.Fields(strings.ToLower(office)) {
		for _, stem := range []string{"ehemalig", "früher", "damalig", "einstig", "künftig", "designiert", "ex-", "alt-"} {
			if strings.HasPrefix(w, stem) {
				return true
			}
		}
	}
	return false
}

// sameOffice compares the head nouns of two offices by stem: "ukrainischen Präsidenten" and
// "Präsident der Ukraine" agree, "Regierungschef" and "Präsident" do not.
func sameOffice(a, b string) bool {
	for _, x := range strings.Fields(german.Fold(a)) {
		for _, y := range strings.Fields(german.Fold(b)) {
			x, y := german.Stem(x), german.Stem(y)
			if len(x) >= part && len(y) >= part && (strings.HasSuffix(x, y) || strings.HasSuffix(y, x)) {
				return true
			}
		}
	}
	return false
}
