package page

import (
	"slices"
	"strings"
	"testing"

	"wortlaut/build/dossier"
	"wortlaut/build/read/person"
)

func TestInitial(t *testing.T) {
	tests := []struct{ name, want string }{
		{"Anna", "A"}, {"Äther", "A"}, {"ßpecial", "S"}, {"Łódź", "L"}, {"Émile", "E"}, {"„Nein“", "N"},
		{"xenia", "X"}, {"Xaver", "X"}, {"100 Euro", "#"}, {"Юрий", "#"}, {"", "#"}, {"…", "#"},
	}
	for _, tt := range tests {
		if got := initial(tt.name); got != tt.want {
			t.Errorf("initial(%q) = %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestLetterGroups checks the order of a German dictionary, and that each letter has one group.
func TestLetterGroups(t *testing.T) {
	v := testView(t, &dossier.Dossier{})
	var entries []RegisterEntry
	for _, name := range []string{"Zoe", "Öz", "Ofen", "Oper", "100 Tage", "„Achse“", "Ärmel", "Arm", "Юрий", "apfel", "Łódź", "Lampe", "Lupe"} {
		entries = append(entries, RegisterEntry{Name: Link{Text: name}})
	}
	r := v.letterGroups("place", entries)
	var got []string
	for _, g := range r.Groups {
		var names []string
		for _, e := range g.Entries {
			names = append(names, e.Name.Text)
		}
		got = append(got, g.Letter+" "+g.ID+": "+strings.Join(names, ", "))
	}
	want := []string{
		"A r-place-a: „Achse“, apfel, Arm, Ärmel",
		"L r-place-l: Lampe, Łódź, Lupe",
		"O r-place-o: Ofen, Oper, Öz",
		"Z r-place-z: Zoe",
		"# r-place-0: 100 Tage, Юрий",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if r.Count != "13 Einträge" {
		t.Errorf("count is %q", r.Count)
	}
}

// TestNamed checks that every spelling is an entry that leads to the main one, inflected forms and
// descriptions aside.
func TestNamed(t *testing.T) {
	d := &dossier.Dossier{Persons: []dossier.Person{
		{ID: "oez", Name: "Ayla Öz", Kind: person.Person, Quotations: []string{"a", "b"}, Names: []dossier.NameUse{
			{Text: "Ayla Öz", Form: person.Name}, {Text: "Ayla Özs", Form: person.Name}, {Text: "Oez", Form: person.Name}, {Text: "die Chefin", Form: person.Description}}},
		{ID: "rat", Name: "Rat", Kind: person.Organisation},
	}}
	v := testView(t, d)
	var got []string
	for _, e := range v.named(d.Persons, person.Person) {
		s := e.Name.Text
		if e.See.Text != "" {
			s += " → " + e.See.Text
		}
		got = append(got, strings.TrimSpace(s+" "+e.Note))
	}
	if want := []string{"Öz, Ayla 2 Zitate", "Oez → Öz, Ayla"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestSurnameFirst(t *testing.T) {
	tests := []struct {
		name   string
		called []string
		kind   person.Kind
		want   string
	}{
		{"Ida Krug", nil, person.Person, "Krug, Ida"},
		{"Ida Krug", []string{"Ida Krug", "Krugs"}, person.Person, "Krug, Ida"},
		{"Ida von Krug", nil, person.Person, "von Krug, Ida"},
		{"Lin Meiling", []string{"Lin"}, person.Person, "Lin Meiling"},
		{"Ana Ruiz Vega", []string{"Ruiz"}, person.Person, "Ruiz Vega, Ana"},
		{"Krug", nil, person.Person, "Krug"},
		{"ein Sprecher", nil, person.Unnamed, "ein Sprecher"},
		{"Roter Mond", nil, person.Organisation, "Roter Mond"},
	}
	for _, tt := range tests {
		p := &dossier.Person{Name: tt.name, Kind: tt.kind}
		for _, c := range tt.called {
			p.Names = append(p.Names, dossier.NameUse{Text: c, Form: person.Name})
		}
		if got := surnameFirst(p); got != tt.want {
			t.Errorf("%s, called %q: got %q, want %q", tt.name, tt.called, got, tt.want)
		}
	}
}
