package dossier

import (
	"testing"

	"wortlaut/build/read"
	"wortlaut/build/read/person"
)

func TestJoiner(t *testing.T) {
	named := func(name string, offices ...string) person.Entity {
		return person.Entity{ID: name, Name: name, Kind: person.Person, Offices: offices}
	}
	article := func(id string, list ...person.Entity) Article {
		return Article{ID: id, Analysis: read.Analysis{Entities: list}}
	}
	articles := []Article{
		article("a", named("Eva Adler", "Landrätin"), named("Udo Stein")),
		article("b", named("Adler"), named("Udo Stein")),           // the same other person
		article("c", named("Adler", "Landrätin")),                  // the same office
		article("d", named("Adler", "Trainer"), named("Ina Bach")), // nothing in common
		article("e", named("Adler"), named("Ina Bach")),            // not the trainer by name: a person of its own
		article("f", named("Jan Adler", "Trainer")),                // the trainer of d
		article("g", named("Stein")),                               // no sign at all
		article("h", person.Entity{ID: "ein-sprecher", Name: "ein Sprecher", Kind: person.Unnamed}),
		article("i", person.Entity{ID: "ein-sprecher", Name: "ein Sprecher", Kind: person.Unnamed}),
		article("k", person.Entity{ID: "nato", Name: "NATO", Kind: person.Organisation}),
		article("l", person.Entity{ID: "nato", Name: "Nato", Kind: person.Organisation}),
	}
	j := newJoiner(articles)
	want := []string{"eva-adler", "eva-adler", "eva-adler", "jan-adler", "adler", "jan-adler", "stein", "ein-sprecher-h", "ein-sprecher-i", "nato", "nato"}
	for i := range articles {
		if got := j.id(&articles[i], articles[i].Entities[0]); got != want[i] {
			t.Errorf("%s: %s, want %s", articles[i].ID, got, want[i])
		}
	}
}
