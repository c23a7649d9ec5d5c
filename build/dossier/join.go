package dossier

import (
	"maps"
	"slices"
	"strings"

	"wortlaut/build/read/german"
	"wortlaut/build/read/person"
	"wortlaut/build/text"
)

// joiner decides which entities of different articles are one: known ones by record, full names and
// organisations by their slug. A single name says too little: it joins the bearer of a full name
// that ends in it, or the same single name elsewhere, only with a second sign in common, which is
// somebody else both articles name in full or the office. Unnamed speakers are never joined.
type joiner struct {
	full   map[string][]*bearer // by slug of the last name
	single map[string][]*bearer // by slug of the name
}

// bearer is one person a name can stand for, with what the articles say around them.
type bearer struct {
	id    string
	signs map[string]bool
}

func newJoiner(articles []Article) *joiner {
	j := &joiner{full: map[string][]*bearer{}, single: map[string][]*bearer{}}
	byID := map[string]*bearer{}
	for i := range articles {
		for _, e := range articles[i].Entities {
			names := strings.Fields(e.Name)
			if e.Kind != person.Person || len(names) < 2 {
				continue
			}
			id := fullID(e)
			if byID[id] == nil {
				byID[id] = &bearer{id, map[string]bool{}}
				last := text.Slug(names[len(names)-1])
				j.full[last] = append(j.full[last], byID[id])
			}
			maps.Copy(byID[id].signs, signs(&articles[i], e))
		}
	}
	return j
}

func fullID(e person.Entity) string {
	if e.Known {
		return e.ID
	}
	return text.Slug(e.Name)
}

// signs are what tells apart people of one name: who else is named in full beside e, and e's offices.
func signs(a *Article, e person.Entity) map[string]bool {
	out := map[string]bool{}
	for _, o := range a.Entities {
		if o.Kind == person.Person && o.ID != e.ID && (o.Known || strings.Contains(o.Name, " ")) {
			out[fullID(o)] = true
		}
	}
	for _, office := range e.Offices {
		for _, w := range strings.Fields(german.Fold(office)) {
			if len(w) >= part {
				out["office "+german.Stem(w)] = true
			}
		}
	}
	return out
}

// id is the ID under which entity e of article a is known in the dossier.
func (j *joiner) id(a *Article, e person.Entity) string {
	slug := text.Slug(e.Name)
	switch {
	case e.Known:
		return e.ID
	case e.Kind == person.Unnamed:
		return text.Slug(e.ID + " " + a.ID)
	case e.Kind != person.Person || strings.Contains(e.Name, " "):
		return slug
	}
	found := signs(a, e)
	if fits := fitting(j.full[slug], found); len(fits) == 1 {
		return fits[0].id
	}
	if fits := fitting(j.single[slug], found); len(fits) > 0 {
		maps.Copy(fits[0].signs, found)
		return fits[0].id
	}
	b := &bearer{slug, found}
	if len(j.single[slug]) > 0 {
		b.id = text.Slug(slug + " " + a.ID)
	}
	j.single[slug] = append(j.single[slug], b)
	return b.id
}

// fitting returns those bearers that share a sign with what was found.
func fitting(list []*bearer, found map[string]bool) []*bearer {
	var out []*bearer
	for _, b := range list {
		if slices.ContainsFunc(slices.Collect(maps.Keys(found)), func(s string) bool { return b.signs[s] }) {
			out = append(out, b)
		}
	}
	return out
}
