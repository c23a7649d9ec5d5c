package dossier

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"wortlaut/build/read/person"
	"wortlaut/build/read/quantity"
	"wortlaut/build/read/quotation"
	"wortlaut/build/record"
	"wortlaut/build/text"
)

func TestSigil(t *testing.T) {
	for i, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 51: "AZ", 52: "BA", 701: "ZZ", 702: "AAA"} {
		if got := sigil(i); got != want {
			t.Errorf("sigil(%d) = %s, want %s", i, got, want)
		}
	}
}

func TestMisfit(t *testing.T) {
	roles := []record.Role{
		{Title: "Ministerpräsidentin von Sachsen", From: "2019-01-01", To: "2023-12-31"},
		{Title: "Bundesministerin der Finanzen", From: "2024-01-10"},
	}
	for _, c := range []struct {
		office, date string
		want         bool
	}{
		{"Ministerpräsidentin", "2020-05-01", false},
		{"Ministerpräsidentin", "2024-05-01", true},
		{"sächsische Ministerpräsidentin", "2022", false},
		{"Bundesministerin", "2024-02-01", false},
		{"Regierungschefin", "2024-02-01", true},
		{"ehemaligen Ministerpräsidentin", "2024-02-01", false},
		{"neuen Bundesministerin", "2024-02-01", false},
		{"Chefs", "2024-02-01", false},            // whose?
		{"Regierungschefin", "", false},           // no date, no judgement
		{"Regierungschefin", "2018-02-01", false}, // no role on record for that day
	} {
		if got := misfit(c.office, c.date, roles); got != c.want {
			t.Errorf("misfit(%q, %q) = %v", c.office, c.date, got)
		}
	}
}

func TestCompareValues(t *testing.T) {
	ordered := []string{"0", "0.5", "2", "9.99", "10", "126000000000", "183000000000"}
	for i, x := range ordered {
		for j, y := range ordered {
			got := compareValues(x, y)
			if want := sign(i - j); sign(got) != want {
				t.Errorf("compareValues(%s, %s) = %d, want %d", x, y, got, want)
			}
		}
	}
	if compareValues("2.50", "2.5") != 0 {
		t.Error("2.50 differs from 2.5")
	}
}

func sign(n int) int {
	switch {
	case n < 0:
		return -1
	case n > 0:
		return 1
	}
	return 0
}

func TestSameMeasure(t *testing.T) {
	for _, c := range []struct {
		x, y quantity.Quantity
		want bool
	}{
		{quantity.Quantity{Value: "126000000000", Unit: "USD"}, quantity.Quantity{Value: "183000000000"}, true},
		{quantity.Quantity{Value: "50"}, quantity.Quantity{Value: "183000000000"}, false},
		{quantity.Quantity{Value: "5", Unit: "percent"}, quantity.Quantity{Value: "2", Unit: "percent"}, false},
		{quantity.Quantity{Value: "5", Unit: "USD"}, quantity.Quantity{Value: "7", Unit: "EUR"}, false},
	} {
		if got := sameMeasure(c.x, c.y); got != c.want {
			t.Errorf("sameMeasure(%v, %v) = %v", c.x, c.y, got)
		}
	}
}

func TestApart(t *testing.T) {
	b := &assembly{Dossier: &Dossier{Numbers: []Number{
		{ID: "a1", Article: "a", Quantity: quantity.Quantity{Value: "5"}}, {ID: "a2", Article: "a", Quantity: quantity.Quantity{Value: "2"}},
		{ID: "b1", Article: "b", Quantity: quantity.Quantity{Value: "5"}}, {ID: "c1", Article: "c", Quantity: quantity.Quantity{Value: "7"}},
		{ID: "d1", Article: "d", Quantity: quantity.Quantity{Value: "8"}},
	}}}
	for _, c := range []struct {
		in   map[string][]int
		want []string
	}{
		{map[string][]int{"a": {0, 1}}, nil},           // one article counts two things
		{map[string][]int{"a": {0, 1}, "b": {2}}, nil}, // both have 5
		{map[string][]int{"b": {2}, "c": {3}}, []string{"b1", "c1"}},
		{map[string][]int{"a": {0, 1}, "b": {2}, "c": {3}}, nil}, // only c stands alone
		{map[string][]int{"b": {2}, "a": {0}, "c": {3}, "d": {4}}, []string{"c1", "d1"}},
	} {
		if got := b.apart(c.in); !slices.Equal(got, c.want) {
			t.Errorf("apart(%v) = %v, want %v", c.in, got, c.want)
		}
	}
}

// TestRecorded: quotations 0–3 were found to be one statement, 4 and 5 another, 6 stands alone.
func TestRecorded(t *testing.T) {
	ids := func(list ...int) []record.Ref {
		var out []record.Ref
		for _, i := range list {
			out = append(out, record.Ref{ID: strconv.Itoa(i)})
		}
		return out
	}
	for name, c := range map[string]struct {
		records []record.Statement
		want    [][]int
	}{
		"none":                       {nil, [][]int{{0, 1, 2, 3}, {4, 5}, {6}}},
		"a title for a group":        {[]record.Statement{{Join: ids(1)}}, [][]int{{0, 1, 2, 3}, {4, 5}, {6}}},
		"joins two groups":           {[]record.Statement{{Join: ids(0, 6)}}, [][]int{{0, 1, 2, 3, 6}, {4, 5}}},
		"parts a group":              {[]record.Statement{{Join: ids(0), Part: ids(2, 3)}}, [][]int{{0, 1}, {2}, {3}, {4, 5}, {6}}},
		"two records of one group":   {[]record.Statement{{Join: ids(0)}, {Join: ids(3)}}, [][]int{{0, 1, 2}, {3}, {4, 5}, {6}}},
		"one clause, two statements": {[]record.Statement{{Join: ids(0, 4)}, {Join: ids(4)}}, [][]int{{0, 1, 2, 3, 4}, {4, 5}, {6}}},
		"takes one from the next":    {[]record.Statement{{Join: ids(0, 1, 5)}}, [][]int{{0, 1, 2, 3, 5}, {4}, {6}}},
	} {
		b := &assembly{Dossier: new(Dossier), content: record.Content{Statements: c.records}}
		for i := range 7 {
			b.Quotations = append(b.Quotations, Quotation{ID: strconv.Itoa(i)})
		}
		b.Reindex()
		var got [][]int
		for _, g := range b.recorded([]*group{{members: []int{0, 1, 2, 3}}, {members: []int{4, 5}}, {members: []int{6}}}) {
			if members := slices.Sorted(slices.Values(g.members)); len(members) > 0 {
				got = append(got, members)
			}
		}
		slices.SortFunc(got, slices.Compare)
		if err := b.errs.Err(); err != nil || !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %v, want %v (%v)", name, got, c.want, err)
		}
	}
}

func TestRuns(t *testing.T) {
	list := func(s string) []run {
		var out []run
		at := 0
		for _, w := range strings.Fields(s) {
			at = at + strings.Index(s[at:], w)
			out = append(out, run{strings.ToLower(w), text.Span{Start: at, End: at + len(w)}})
			at += len(w)
		}
		return out
	}
	x := "Der Rat tagte am Abend in der alten Halle und ging dann heim"
	y := "Gestern tagte am Abend in der alten Halle niemand mehr"
	got := runs(list(x), list(y))
	if len(got) != 1 || got[0].Words != 7 || got[0].A.Of(x) != "tagte am Abend in der alten Halle" || got[0].B.Of(y) != got[0].A.Of(x) {
		t.Errorf("runs = %+v", got)
	}
	if got := runs(list("a b c d"), list("a b c d")); got != nil {
		t.Errorf("four words are a run: %v", got)
	}
}

func TestMerged(t *testing.T) {
	into := merged([]record.Person{{ID: "a", MergedInto: "b"}, {ID: "b", MergedInto: "c"}, {ID: "c"}, {ID: "x", MergedInto: "x"}})
	for id, want := range map[string]string{"a": "c", "b": "c", "c": "c", "x": "x"} {
		if into[id] != want {
			t.Errorf("%s merged into %s, want %s", id, into[id], want)
		}
	}
}

func TestRosterTakesMergedNames(t *testing.T) {
	known := Roster(record.Content{Persons: []record.Person{
		{ID: "eva-adler", Name: "Eva Adler", Roles: []record.Role{{Title: "Richterin"}}},
		{ID: "ewa-adler", Name: "Ewa Adler", Names: []string{"E. Adler"}, MergedInto: "eva-adler"},
	}})
	if len(known) != 1 || !slices.Equal(known[0].Names, []string{"Ewa Adler", "E. Adler"}) || known[0].Kind != person.Person {
		t.Errorf("%+v", known)
	}
}

func TestMeant(t *testing.T) {
	q := func(start, end int) Quotation {
		var q Quotation
		q.Content = []text.Span{{Start: start, End: end}}
		return q
	}
	list := []Quotation{q(0, 100), q(20, 40), q(110, 120)}
	for _, c := range []struct {
		span text.Span
		want int
	}{
		{text.Span{Start: 22, End: 30}, 1}, // both contain it: the shorter
		{text.Span{Start: 0, End: 90}, 0},
		{text.Span{Start: 100, End: 110}, -1},
		{text.Span{Start: 105, End: 112}, 2},
	} {
		if got := meant(list, c.span); got != c.want {
			t.Errorf("meant(%v) = %d, want %d", c.span, got, c.want)
		}
	}
}

func TestAdded(t *testing.T) {
	for in, want := range map[string]struct {
		kind   quotation.Kind
		quoted []string
	}{
		"„Wir gehen nicht.“":                     {quotation.Direct, []string{"Wir gehen nicht."}},
		"dass es „heute“ und “morgen” regne":     {quotation.Mixed, []string{"heute", "morgen"}},
		"„Nein ‚heißt‘ nein“, und dann „nichts“": {quotation.Mixed, []string{"Nein ‚heißt‘ nein", "nichts"}},
		"es regne": {quotation.Indirect, nil},
	} {
		q := added(in, text.Span{End: len(in)})
		var quoted []string
		for _, s := range q.Quoted {
			quoted = append(quoted, s.Of(in))
		}
		if q.Kind != want.kind || !slices.Equal(quoted, want.quoted) {
			t.Errorf("%q is %s %q", in, q.Kind, quoted)
		}
	}
}

func TestCarry(t *testing.T) {
	day := func(person, value, basis, phrase string) Quotation {
		return Quotation{Person: person, Date: Date{Value: value, Precision: precision(value), Basis: basis, Phrase: phrase}}
	}
	list := []Quotation{
		day("a", "2024-05-10~", "dct", ""),            // nothing before it
		day("a", "2024-05-08", "weekday", "Mittwoch"), // dated in the text
		day("b", "2024-05-10~", "dct", ""),            // somebody else
		day("a", "2024-05-10~", "dct", ""),            // the same occasion
		day("a", "2024-03", "dct", "im März"),         // another one, without a day
		day("a", "2024-05-10~", "dct", ""),            // not carried over a month
	}
	carry(list)
	var got []string
	for _, q := range list {
		got = append(got, q.Date.Value)
	}
	want := []string{"2024-05-10~", "2024-05-08", "2024-05-10~", "2024-05-08", "2024-03", "2024-05-10~"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if !list[3].Date.Inferred || list[3].Date.Basis != "passage" {
		t.Errorf("%+v", list[3].Date)
	}
}

func TestTitle(t *testing.T) {
	for in, want := range map[string]string{
		"„Wir gehen nicht.“":             "Wir gehen nicht",
		"dass der Zug pünktlich sei":     "der Zug pünktlich sei",
		"ob es „dabei“ bleibt":           "es „dabei“ bleibt",
		strings.Repeat("sehr ", 30) + "": strings.TrimSpace(strings.Repeat("sehr ", 18)) + " …",
	} {
		if got := title(in); got != want {
			t.Errorf("title(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestDates(t *testing.T) {
	for value, want := range map[string]string{"2025-02-12": "day", "2025-02-12~": "day", "2025-02": "month", "2025": "year", "2022/..": "interval", "": "unknown"} {
		if got := precision(value); got != want {
			t.Errorf("precision(%q) = %s, want %s", value, got, want)
		}
	}
	if compareDates("2025-02-12", "2025-06") >= 0 || compareDates("", "2025") <= 0 {
		t.Error("dates in wrong order")
	}
	if !overlap("2025-02", "2025-02-12~") || overlap("2025-02-12", "2025-06-05") || overlap("", "2025") {
		t.Error("overlap")
	}
}
