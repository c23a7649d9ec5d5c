package record

import (
	"fmt"
	"slices"

	"wortlaut/build/text"
)

// Check reports every link of c that leads nowhere, seeds the names of the files in seeds/ included.
func (c Content) Check(seeds []string) error {
	errs := c.cross()
	for _, a := range c.Articles {
		if a.Seed != "" && !slices.Contains(seeds, a.Seed) {
			errs.Add(a.Places["seed"], meant(a.Seed, seeds), "no such file in seeds/: %q", a.Seed)
		}
	}
	return errs.Err()
}

// cross checks the links that can only lead from record to record. Speakers are not among them: they
// may be people whom no record describes, but a text names.
func (c Content) cross() text.Errors {
	var errs text.Errors
	persons := map[string]*Person{}
	for i, p := range c.Persons {
		persons[p.ID] = &c.Persons[i]
	}
	l := links{errs: &errs, persons: ids(c.Persons, func(p Person) string { return p.ID }), outlets: ids(c.Outlets, func(o Outlet) string { return o.ID })}
	seeds := map[string]string{}
	for _, a := range c.Articles {
		if other, twice := seeds[a.Seed]; twice && a.Seed != "" {
			errs.Add(a.Places["seed"], "one record per seed", "%s is already described by %s", a.Seed, other)
		} else {
			seeds[a.Seed] = a.Pos.File
		}
		l.article(a)
	}
	for _, p := range c.Persons {
		l.person(p.Places["merged_into"], p.MergedInto)
		if circular(p, persons) {
			errs.Add(p.Places["merged_into"], "remove one merged_into", "merged in a circle: %s", p.ID)
		}
	}
	return errs
}

func ids[T any](list []T, id func(T) string) []string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = id(v)
	}
	return out
}

// links checks IDs against those there are.
type links struct {
	errs             *text.Errors
	persons, outlets []string
}

func (l links) article(a Article) {
	l.outlet(a.Places["outlet"], a.Outlet)
	for i, id := range a.BasedOn {
		l.outlet(a.Places[fmt.Sprintf("based_on[%d]", i)], id)
	}
}

func (l links) person(at text.Pos, id string) {
	if id != "" && !slices.Contains(l.persons, id) {
		l.errs.Add(at, missing(id, l.persons, "persons"), "no such person: %q", id)
	}
}

func (l links) outlet(at text.Pos, id string) {
	if id != "" && !slices.Contains(l.outlets, id) {
		l.errs.Add(at, missing(id, l.outlets, "outlets"), "no such outlet: %q", id)
	}
}

func missing(id string, choices []string, folder string) string {
	if near := text.Nearest(id, choices); near != "" {
		return fmt.Sprintf("did you mean %q?", near)
	}
	return fmt.Sprintf("write content/%s/%s.md", folder, text.Slug(id))
}

// circular reports whether following merged_into from p comes back to p.
func circular(p Person, persons map[string]*Person) bool {
	next := persons[p.MergedInto]
	for steps := 0; next != nil && steps <= len(persons); steps++ {
		if next.ID == p.ID {
			return true
		}
		next = persons[next.MergedInto]
	}
	return false
}
