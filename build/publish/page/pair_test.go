package page

import (
	"os"
	"slices"
	"strings"
	"testing"

	"wortlaut/build/compare/collation"
	"wortlaut/build/dossier"
	"wortlaut/build/publish/language"
	"wortlaut/build/read/person"
	"wortlaut/build/read/quantity"
	"wortlaut/build/text"
)

// testView is a page in the making over d.
func testView(t *testing.T, d *dossier.Dossier) *view {
	t.Helper()
	table, err := language.Load(os.DirFS("../../../layouts"), "de")
	if err != nil {
		t.Fatal(err)
	}
	d.Reindex()
	b := &builder{d: d, t: table, url: URLs{table}, made: map[string]*made{}, links: map[string][]string{}}
	return b.open("vergleich/x/", "", "", "x")
}

func TestAlike(t *testing.T) {
	tests := []struct {
		a, b []string
		want bool
	}{
		{[]string{"Ida Krug"}, []string{"Krug"}, true},
		{[]string{"Krug"}, []string{"Krugs"}, true},
		{[]string{"Krug"}, []string{"Krug’s"}, true},
		{[]string{"Wolodymyr"}, []string{"Volodymyr"}, false},
		{[]string{"OSZE"}, []string{"Osze"}, false},
		{[]string{"Kiew"}, []string{"Kyjiw"}, false},
		{[]string{"US"}, []string{"U"}, false}, // too short to lose its ending
		{[]string{"Ostsee-Rat"}, []string{"Rat"}, false},
	}
	for _, tt := range tests {
		if got := alike(tt.a, tt.b); got != tt.want {
			t.Errorf("alike(%q, %q) = %v", tt.a, tt.b, got)
		}
		if got := alike(tt.b, tt.a); got != tt.want {
			t.Errorf("alike(%q, %q) = %v", tt.b, tt.a, got)
		}
	}
}

func TestPairNames(t *testing.T) {
	d := &dossier.Dossier{
		Articles: []dossier.Article{{ID: "1"}, {ID: "2"}},
		Persons: []dossier.Person{
			{ID: "krug", Name: "Ida Krug", Kind: person.Person, Names: []dossier.NameUse{
				{Text: "Ida Krug", Form: person.Name, Articles: []string{"1"}}, {Text: "Krug", Form: person.Name, Articles: []string{"1", "2"}}}},
			{ID: "osze", Name: "OSZE", Kind: person.Organisation, Names: []dossier.NameUse{
				{Text: "OSZE", Form: person.Name, Articles: []string{"1"}}, {Text: "Osze", Form: person.Name, Articles: []string{"2"}},
				{Text: "die Organisation", Form: person.Description, Articles: []string{"2"}}}},
			{ID: "solo", Name: "Solo", Kind: person.Person, Names: []dossier.NameUse{{Text: "Solo", Form: person.Name, Articles: []string{"1"}}}},
		},
		Places: []dossier.Person{{ID: "kyjiw", Name: "Kyjiw", Kind: person.Place, Names: []dossier.NameUse{
			{Text: "Kyjiw", Form: person.Name, Articles: []string{"1"}}, {Text: "Kiew", Form: person.Name, Articles: []string{"2"}}}}},
	}
	v := testView(t, d)
	var got []string
	for _, n := range v.pairNames(&d.Articles[0], &d.Articles[1]) {
		got = append(got, n.Person.Text+": "+strings.Join(n.A, ",")+" / "+strings.Join(n.B, ","))
	}
	want := []string{"OSZE: OSZE / Osze", "Kyjiw: Kyjiw / Kiew"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestPairNumbers(t *testing.T) {
	number := func(id, article, value, unit string) dossier.Number {
		return dossier.Number{ID: id, Article: article, Quantity: quantity.Quantity{Value: value, Unit: unit}}
	}
	d := &dossier.Dossier{
		Articles: []dossier.Article{{ID: "1"}, {ID: "2"}, {ID: "3"}},
		Numbers: []dossier.Number{
			number("n1", "1", "7", ""), number("n2", "1", "5", "percent"), number("n3", "2", "9", ""), number("n4", "2", "5", "percent"),
			number("n5", "2", "5", "EUR"), number("n6", "3", "7", ""),
		},
	}
	v := testView(t, d)
	var got []string
	for _, n := range v.pairNumbers(&d.Articles[0], &d.Articles[1]) {
		got = append(got, strings.ReplaceAll(n.Value, "\u00a0", " ")+" "+strings.Repeat("A", len(n.A))+strings.Repeat("B", len(n.B)))
	}
	want := []string{"5 % AB", "7 A", "9 B", "5 Euro B"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestDiffer checks that only the variants in which two witnesses differ count.
func TestDiffer(t *testing.T) {
	readings := []string{"alle gehen heute", "alle gehen morgen", "nicht alle gehen heute"}
	table := collation.Table{Variants: []collation.Variant{{From: 0, To: 1, Class: collation.Statement}, {From: 3, To: 4, Class: collation.Wording}}}
	for _, words := range []([3]string){{"", "", "nicht"}, {"alle", "alle", "alle"}, {"gehen", "gehen", "gehen"}, {"heute", "morgen", "heute"}} {
		c := collation.Column{Cells: make([]collation.Cell, 3)}
		for i, w := range words {
			if at := strings.Index(readings[i], w); w != "" && at >= 0 {
				c.Cells[i].Spans = []text.Span{{Start: at, End: at + len(w)}}
			}
		}
		table.Columns = append(table.Columns, c)
	}
	s := &dossier.Statement{Collation: table}
	for i, r := range readings {
		s.Collation.Readings = append(s.Collation.Readings, collation.Reading{Text: r})
		s.Witnesses = append(s.Witnesses, dossier.Witness{Article: string(rune('1' + i))})
	}
	v := testView(t, &dossier.Dossier{})
	for _, tt := range []struct{ x, y, want string }{
		{"1", "2", "~ andere Wortwahl"},
		{"1", "3", "‡ verändert die Aussage"},
		{"2", "3", "‡ verändert die Aussage"},
		{"1", "4", ""},
		{"1", "1", "gleicher Wortlaut"},
	} {
		if got := v.differ(s, tt.x, tt.y); got != tt.want {
			t.Errorf("%s and %s differ by %q, want %q", tt.x, tt.y, got, tt.want)
		}
	}
}

func TestCloseness(t *testing.T) {
	for n, want := range map[int]int{0: 0, 1: 1, 2: 1, 3: 2, 7: 2, 8: 3, 100: 3} {
		if got := closeness(n); got != want {
			t.Errorf("closeness(%d) = %d, want %d", n, got, want)
		}
	}
}
