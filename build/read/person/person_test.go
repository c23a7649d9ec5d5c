package person

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"wortlaut/build/golden"
	"wortlaut/build/read/german"
	"wortlaut/build/text"
)

func TestGolden(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, in map[string]string) map[string]string {
		return map[string]string{"mentions": show(in["input"], roster(in["roster"]))}
	})
}

// roster reads lines of "id; name; kind; gender; role".
func roster(lines string) *Roster {
	var known []Known
	for line := range strings.Lines(lines) {
		f := strings.Split(strings.TrimSpace(line), "; ")
		if len(f) != 5 {
			continue
		}
		names := strings.Split(f[1], ", ")
		k := Known{ID: f[0], Name: names[0], Names: names[1:], Kind: Kind(f[2]), Gender: Gender(f[3])}
		if f[4] != "-" {
			k.Roles = []Role{{Title: f[4]}}
		}
		known = append(known, k)
	}
	return NewRoster(known)
}

// show prints a text with its mentions in brackets, then the entities.
func show(doc string, r *Roster) string {
	d := german.Segment(doc, nil)
	entities, mentions := r.Resolve(&d, nil)
	var labels []golden.Label
	for _, m := range mentions {
		id := m.Entity
		if id == "" {
			id = "?"
		}
		name := id
		if m.Form != Name {
			name += "/" + string(m.Form)
		}
		if m.Confidence != Certain {
			name += "/" + string(m.Confidence)
		}
		labels = append(labels, golden.Label{Span: m.Span, Name: name})
	}
	var out strings.Builder
	out.WriteString(golden.Show(doc, labels))
	for _, e := range entities {
		fmt.Fprintf(&out, "%s: %s (%s %s) %s\n", e.ID, e.Name, e.Kind, e.Gender, strings.Join(e.Offices, ", "))
	}
	return out.String()
}

func TestData(t *testing.T) {
	if _, err := load(); err != nil {
		t.Error(err)
	}
	l, _ := load()
	for name, same := range l.same {
		if _, _, ok := l.officeHead(same); !ok {
			t.Errorf("%s is said to be %q, which is no office", name, same)
		}
	}
	for _, c := range []struct {
		read func(string) error
		bad  string
	}{
		{l.firstName, "Anna"}, {l.firstName, "Anna x"}, {l.officeLine, "Minister"}, {l.officeLine, "minister n"},
		{l.organisation, "NATO=Bündnis"}, {l.place, "adj=x"}, {word(l.noun), "Zwei Wörter"}, {word(l.verb), "Sagte"},
	} {
		if c.read(c.bad) == nil {
			t.Errorf("%q is no error", c.bad)
		}
	}
}

func TestOfficeHead(t *testing.T) {
	for in, want := range map[string]string{
		"US-Präsidenten": "präsident", "Verteidigungsministerin": "verteidigungsministerin", "Generalsekretärs": "generalsekretär",
		"SPD-Vorsitzende": "vorsitzende", "Vorsitzenden": "vorsitzender", "Regierungssprecherinnen": "regierungssprecherin",
		"Konstante": "", "Paragraf": "", "Haus": "", "Wirtschaftsminister": "wirtschaftsminister",
	} {
		if got, _, _ := lex.officeHead(in); got != want {
			t.Errorf("officeHead(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestOfficeNames(t *testing.T) {
	for _, c := range []struct {
		description, office string
		want                bool
	}{
		{"US-Verteidigungsminister", "amerikanischer Verteidigungsminister", true},
		{"Minister", "US-Verteidigungsminister", true},
		{"ukrainische Präsident", "US-Präsident", false},
		{"Pentagon-Chef", "US-Verteidigungsminister", true},
		{"Sprecherin", "Sprecher", false},
		{"Regierungschef", "ukrainische Präsident", false},
	} {
		d, _ := officeOf(strings.Fields(c.description))
		o, _ := officeOf(strings.Fields(c.office))
		if o.gender == NoGender || d.head == "" {
			t.Fatalf("no office: %+v", c)
		}
		if got := d.names(o); got != c.want {
			t.Errorf("%q may mean the %q: %v, want %v", c.description, c.office, got, c.want)
		}
	}
}

// TestConcurrent lets the race detector look at a roster that several texts share.
func TestConcurrent(t *testing.T) {
	r := NewRoster([]Known{{ID: "anna-berg", Name: "Anna Berg", Kind: Person, Roles: []Role{{Title: "Bürgermeisterin von Neustadt"}}}})
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			d := german.Segment("Anna Berg kam. Sie blieb.", nil)
			if entities, _ := r.Resolve(&d, nil); len(entities) != 1 || entities[0].ID != "anna-berg" || !entities[0].Known {
				t.Errorf("got %+v", entities)
			}
		})
	}
	wg.Wait()
	if p := r.People(); len(p) != 1 || p[0].Name != "Anna Berg" {
		t.Errorf("People = %+v", p)
	}
}

func TestSkip(t *testing.T) {
	doc := "Anna Berg kam. Otto Kahl ging."
	d := german.Segment(doc, nil)
	entities, _ := (*Roster)(nil).Resolve(&d, []text.Span{{Start: 0, End: 14}})
	if len(entities) != 1 || entities[0].Name != "Otto Kahl" {
		t.Errorf("got %+v", entities)
	}
}

func FuzzResolve(f *testing.F) {
	for _, s := range []string{"Dr. Anna von der Au, Sprecherin der Stadt, sagte, sie gehe.", "US-Präsident X Präsident Y", "„Herr Frau Prof.", "Berg-Regierung’s", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			t.Skip()
		}
		d := german.Segment(s, nil)
		entities, mentions := NewRoster(nil).Resolve(&d, nil)
		if !slices.IsSortedFunc(entities, func(a, b Entity) int { return strings.Compare(a.ID, b.ID) }) {
			t.Fatal("entities are not sorted")
		}
		last := 0
		for _, m := range mentions {
			if m.Span.Start < last || m.Span.End <= m.Span.Start || m.Span.End > len(s) || !utf8.RuneStart(s[m.Span.Start]) {
				t.Fatalf("bad span %v in %q", m.Span, s)
			}
			last = m.Span.End
		}
	})
}

func BenchmarkResolve(b *testing.B) {
	data, err := os.ReadFile(filepath.Join("../../../seeds", "000_e37221b81200f329.txt"))
	if err != nil {
		b.Fatal(err)
	}
	d := german.Segment(string(data), nil)
	r := NewRoster(nil)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		r.Resolve(&d, nil)
	}
}

func ExampleRoster_Resolve() {
	d := german.Segment("Ministerin Anna Berg kam spät. Später ging Berg.", nil)
	entities, mentions := NewRoster(nil).Resolve(&d, nil)
	for _, e := range entities {
		fmt.Println(e.ID, e.Offices)
	}
	for _, m := range mentions {
		fmt.Println(m.Span.Of(d.Text), m.Form)
	}
	// Output:
	// anna-berg [Ministerin]
	// Anna Berg name
	// Berg name
}
