package dossier_test

import (
	"slices"
	"strings"
	"testing"

	"wortlaut/build/dossier"
	"wortlaut/build/read"
	"wortlaut/build/read/article"
	"wortlaut/build/read/person"
	"wortlaut/build/record"
	"wortlaut/build/site"
	"wortlaut/build/text"
)

// demo assembles the demonstration dossier, with its records or with none.
func demo(t *testing.T, records bool) *dossier.Dossier {
	t.Helper()
	opt := site.Options{Seeds: "../../seeds"}
	if records {
		opt.Content = "../../content"
	}
	d, _, err := site.Load(opt)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestLinksResolve(t *testing.T) {
	for _, records := range []bool{true, false} {
		d := demo(t, records)
		if len(d.Articles) != 5 || len(d.Quotations) < 50 || len(d.Statements) < 30 {
			t.Fatalf("%d articles, %d quotations, %d statements", len(d.Articles), len(d.Quotations), len(d.Statements))
		}
		seen := map[string]bool{}
		for _, q := range d.Quotations {
			if seen[q.ID] {
				t.Errorf("quotation %s twice", q.ID)
			}
			seen[q.ID] = true
			a := d.Article(q.Article)
			if a == nil || !slices.Contains(a.Quotations, q.ID) {
				t.Errorf("quotation %s is not in its article", q.ID)
				continue
			}
			if q.Person != "" && d.Person(q.Person) == nil {
				t.Errorf("quotation %s has an unknown speaker %q", q.ID, q.Person)
			}
			if !strings.Contains(a.Article.Source, q.Text) {
				t.Errorf("quotation %s is not in the seed as printed: %q", q.ID, q.Text)
			}
			if len(q.Statements) == 0 && !q.Negated && !q.Future {
				t.Errorf("quotation %s renders no statement", q.ID)
			}
			for _, s := range q.Quoted {
				seed := a.Article.Seed(s)
				if back, ok := a.Article.Clean(seed); !ok || back != s {
					t.Errorf("quotation %s: span %v comes back from the seed as %v", q.ID, s, back)
				}
			}
		}
		checkStatements(t, d)
	}
}

func checkStatements(t *testing.T, d *dossier.Dossier) {
	for _, s := range d.Statements {
		if s.Title == "" || len(s.Quotations)+len(s.Headings) == 0 || len(s.Cells) == 0 {
			t.Errorf("statement %s is incomplete", s.ID)
		}
		for _, id := range append(slices.Clone(s.Quotations), s.Headings...) {
			if d.Quotation(id) == nil {
				t.Errorf("statement %s names an unknown quotation %s", s.ID, id)
			}
		}
		if len(s.Witnesses) != len(s.Collation.Readings) {
			t.Errorf("statement %s has %d witnesses and %d readings", s.ID, len(s.Witnesses), len(s.Collation.Readings))
		}
	}
	if !slices.IsSortedFunc(d.Persons, func(a, b dossier.Person) int { return strings.Compare(a.ID, b.ID) }) {
		t.Error("persons are not sorted")
	}
}

// TestMachineInventsNothing: without records nothing may be known that no text prints.
func TestMachineInventsNothing(t *testing.T) {
	d := demo(t, false)
	for _, a := range d.Articles {
		if a.Published.Value != "" {
			t.Errorf("%s carries no date, yet has %q", a.ID, a.Published.Value)
		}
	}
	for _, p := range d.Persons {
		if len(p.Mentions) == 0 {
			t.Errorf("%s is mentioned nowhere", p.ID)
		}
	}
}

func TestUnnamedStayApart(t *testing.T) {
	d := demo(t, true)
	unnamed := 0
	for _, p := range d.Persons {
		if p.Kind != person.Unnamed {
			continue
		}
		unnamed++
		for _, m := range p.Mentions {
			if m.Article != p.Mentions[0].Article {
				t.Errorf("%s is joined across articles", p.ID)
			}
		}
	}
	if unnamed < 2 {
		t.Errorf("%d unnamed speakers, want the general and the official at least", unnamed)
	}
}

func TestOddities(t *testing.T) {
	d := demo(t, true)
	kinds := map[string]int{}
	for _, o := range d.Oddities {
		kinds[o.Kind]++
	}
	for _, k := range []string{"part-over-whole", "headline", "unpaired"} {
		if kinds[k] == 0 {
			t.Errorf("no oddity of kind %s; have %v", k, kinds)
		}
	}
	if len(d.Conflicts) == 0 || d.Conflicts[0].Kind != "part-over-whole" {
		t.Fatalf("conflicts: %+v", d.Conflicts)
	}
	if v := d.Number(d.Conflicts[0].Numbers[1]).Value; v != "183000000000" {
		t.Errorf("the larger part is %s", v)
	}
	if !strings.Contains(d.Conflicts[0].Note, "66,5 Milliarden") {
		t.Errorf("the conflict lacks the editor's note: %q", d.Conflicts[0].Note)
	}
}

// TestBadRecords: every record that does not fit is reported, all at once, with its place.
func TestBadRecords(t *testing.T) {
	seed := []byte("Der Rat tagt\n\n„Wir gehen nicht heim“, sagte Eva Adler. „Wir gehen nicht heim“, sagte sie noch einmal.\n")
	a, _, err := article.Load("a.txt", seed, "a", nil)
	if err != nil {
		t.Fatal(err)
	}
	at := func(line int) text.Pos { return text.Pos{File: "content/x.md", Line: line, Col: 1} }
	_, err = dossier.Assemble([]read.Analysis{read.Analyze(a, person.NewRoster(nil))}, record.Content{
		Articles: []record.Article{{ID: "a", Seed: "a.txt", Quotations: []record.Quotation{
			{Pos: at(2), Exact: "Wir gehen nicht heim", Speaker: "eva-adler"},
			{Pos: at(3), Exact: "Wir bleiben", Speaker: "eva-adler"},
			{Pos: at(4), Exact: "sagte sie noch einmal", Speaker: "eva-adlr"},
		}}},
		Statements: []record.Statement{{ID: "s", Pos: at(5), Join: []record.Ref{{ID: "a-zzzzzz"}, {Article: "b", Exact: "x"}}}},
		Events:     []record.Event{{ID: "e", Pos: at(6), Date: "2024", Articles: []string{"c"}}},
	})
	if err == nil {
		t.Fatal("no error")
	}
	for _, want := range []string{
		"content/x.md:2:1: exact \"Wir gehen nicht heim\" occurs 2 times",
		"content/x.md:3:1: exact \"Wir bleiben\" occurs 0 times",
		"content/x.md:4:1: unknown person \"eva-adlr\" (did you mean \"eva-adler\"?)",
		"content/x.md:5:1: unknown quotation \"a-zzzzzz\"",
		"content/x.md:5:1: unknown article \"b\"",
		"content/x.md:6:1: unknown article \"c\"",
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("missing: %s\nin:\n%v", want, err)
		}
	}
}

func TestCheckedOnly(t *testing.T) {
	seed := []byte("Der Rat tagt\n\n„Wir gehen nicht heim“, sagte Eva Adler. „Das Haus brennt seit gestern früh“, sagte Udo Stein.\n")
	a, _, err := article.Load("a.txt", seed, "a", nil)
	if err != nil {
		t.Fatal(err)
	}
	d, err := dossier.Assemble([]read.Analysis{read.Analyze(a, person.NewRoster(nil))}, record.Content{
		Dossier: record.Dossier{CheckedOnly: true},
		Articles: []record.Article{{ID: "a", Seed: "a.txt", Quotations: []record.Quotation{
			{Exact: "„Wir gehen nicht heim“", Vouch: record.Vouch{Status: record.Checked, By: "E", On: "2026-01-01"}},
		}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Quotations) != 1 || d.Quotations[0].Clean != "„Wir gehen nicht heim“" || len(d.Statements) != 1 {
		t.Errorf("%d quotations, %d statements", len(d.Quotations), len(d.Statements))
	}
}

func TestTitleKeepsRights(t *testing.T) {
	seed := []byte("Der Rat tagt\n\n„Wir gehen nicht heim“, sagte Eva Adler.\n")
	a, _, err := article.Load("a.txt", seed, "a", nil)
	if err != nil {
		t.Fatal(err)
	}
	for rights, want := range map[string]string{"quotes": "Wir gehen nicht heim", "link": ""} {
		d, err := dossier.Assemble([]read.Analysis{read.Analyze(a, person.NewRoster(nil))}, record.Content{Articles: []record.Article{{ID: "a", Seed: "a.txt", Rights: rights}}})
		if err != nil {
			t.Fatal(err)
		}
		if got := d.Statements[0].Title; got != want {
			t.Errorf("rights %s: title %q, want %q", rights, got, want)
		}
	}
}

func TestHidden(t *testing.T) {
	seed := []byte("Der Rat tagt\n\n„Wir gehen nicht heim“, sagte Eva Adler.\n")
	a, _, err := article.Load("a.txt", seed, "a", nil)
	if err != nil {
		t.Fatal(err)
	}
	d, err := dossier.Assemble([]read.Analysis{read.Analyze(a, person.NewRoster(nil))}, record.Content{
		Articles: []record.Article{{ID: "a", Seed: "a.txt", Quotations: []record.Quotation{
			{Exact: "„Wir gehen nicht heim“", Hidden: &record.Hidden{Reason: "Bitte der Betroffenen", On: "2026-01-01"}},
		}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Quotations) != 0 || len(d.Tombstones) != 1 || d.Tombstones[0].Article != "a" {
		t.Errorf("%d quotations, tombstones %+v", len(d.Quotations), d.Tombstones)
	}
	if b := d.Articles[0].Article; strings.Contains(b.Text+b.Source, "heim") || len(b.Text) != len(a.Text) || len(b.Source) != len(seed) {
		t.Errorf("the words or the offsets are wrong:\n%s\n%s", b.Text, b.Source)
	}
}
