package page

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"wortlaut/build/compare/collation"
	"wortlaut/build/dossier"
	"wortlaut/build/read/article"
	"wortlaut/build/read/person"
	"wortlaut/build/read/quantity"
	"wortlaut/build/read/quotation"
	"wortlaut/build/record"
	"wortlaut/build/text"
)

func TestRel(t *testing.T) {
	for _, c := range []struct{ from, to, want string }{
		{"", "", "./"},
		{"", "#lesehilfe", "#lesehilfe"},
		{"", "artikel/001/", "artikel/001/"},
		{"artikel/001/", "", "../../"},
		{"artikel/001/", "#lesehilfe", "../../#lesehilfe"},
		{"artikel/001/", "artikel/002/#q-1", "../../artikel/002/#q-1"},
		{"artikel/001/", "artikel/001/#q-1", "#q-1"},
		{"zahlen/", "zahlen/", "../zahlen/"},
		{"404.html", "suche/", "suche/"},
	} {
		if got := Rel(c.from, c.to); got != c.want {
			t.Errorf("Rel(%q, %q) = %q, want %q", c.from, c.to, got, c.want)
		}
	}
}

func TestIDs(t *testing.T) {
	for got, want := range map[string]string{
		SentenceID(7): "s007", SentenceID(128): "s128", QuotationID("001-ab"): "q-001-ab",
		DayID("2025-02-12"): "d-2025-02-12", DayID("2025-02-12~"): "d-2025-02-12", DayID("2022/.."): "d-2022",
		DayID("2025-02-01/2025-02-10"): "d-2025-02-01-2025-02-10", NumberID("001-z0F"): "n-001-z0f",
	} {
		if got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
	seen := map[string]int{}
	for n := range 2500 {
		if m, twice := seen[SentenceID(n)]; twice {
			t.Fatalf("sentences %d and %d share %s", m, n, SentenceID(n))
		}
		seen[SentenceID(n)] = n
	}
}

func TestFile(t *testing.T) {
	for path, want := range map[string]string{"": "index.html", "zahlen/": "zahlen/index.html", "404.html": "404.html"} {
		if got := (Page{Path: path}).File(); got != want {
			t.Errorf("%q is written to %q, want %q", path, got, want)
		}
	}
}

func TestShortName(t *testing.T) {
	for in, want := range map[string]string{
		"Anna Berger": "Berger", "Anna Maria Berger": "Berger", "Berger": "Berger", "ein ranghoher General": "ein ranghoher General", "": "",
	} {
		if got := shortName(in); got != want {
			t.Errorf("shortName(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestPhrases cuts collations where a reader would: behind commas, never inside a variant, into
// phrases that fit.
func TestPhrases(t *testing.T) {
	for _, c := range []struct {
		readings []string
		want     []string // of the first reading
	}{
		{[]string{"„Das geht nicht“", "„Das geht kaum“"}, []string{"„Das geht nicht“"}},
		{
			[]string{
				"„Die Stadt glaubt nicht, dass eine neue Brücke über den Fluss ein bezahlbares Vorhaben dieses Jahrzehnts ist“",
				"„Die Stadt glaubt nicht, dass die neue Brücke über den Strom ein bezahlbares Vorhaben dieses Jahres ist“",
			},
			[]string{"„Die Stadt glaubt nicht,", "dass eine neue Brücke", "über den Fluss ein bezahlbares", "Vorhaben dieses Jahrzehnts ist“"},
		},
	} {
		var readings []collation.Reading
		for i, r := range c.readings {
			readings = append(readings, collation.Reading{Sigil: string(rune('A' + i)), Text: r})
		}
		table := collation.Collate(readings)
		var got []string
		pos := 0
		for _, cut := range phrases(&table) {
			if cut.from != pos {
				t.Errorf("a phrase begins at column %d, the one before ends at %d", cut.from, pos)
			}
			pos = cut.to
			got = append(got, table.Text(0, cut.from, cut.to))
			for _, v := range table.Variants {
				if v.From < cut.from && cut.from < v.To {
					t.Errorf("a phrase begins inside the variant of columns %d to %d", v.From, v.To)
				}
			}
		}
		if pos != len(table.Columns) {
			t.Errorf("the phrases end at column %d of %d", pos, len(table.Columns))
		}
		if strings.Join(got, " ") != c.readings[0] {
			t.Errorf("joined, the phrases are %q, not %q", strings.Join(got, " "), c.readings[0])
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("got %q\nwant %q", got, c.want)
		}
	}
}

// small is a dossier of one article with a direct quotation, an indirect one and a paragraph without.
func small(rights string) *dossier.Dossier {
	const doc = "Nein zur Brücke\n\nDavor geschah viel. „Das geht nicht“, sagte Anna Berger. Danach war es still.\n\nBerger meinte, es sei zu teuer.\n\nNiemand sprach."
	at := func(s string) text.Span {
		i := strings.Index(doc, s)
		return text.Span{Start: i, End: i + len(s)}
	}
	a := dossier.Article{ID: "001", Sigil: "A", Hue: 1, Title: "Nein zur Brücke", Rights: rights, Status: record.Machine, Quotations: []string{"001-1", "001-2"}, Statements: []string{"nein"}}
	a.Article.Text, a.Article.Source = doc, doc
	for i, s := range strings.Split(doc, "\n\n") {
		kind := article.Paragraph
		if i == 0 {
			kind = article.Title
		}
		a.Article.Blocks = append(a.Article.Blocks, article.Block{ID: "b" + string(rune('1'+i)), Kind: kind, Span: at(s)})
	}
	quote := func(id, content, sentence, block string, kind quotation.Kind) dossier.Quotation {
		q := dossier.Quotation{ID: id, Article: "001", Block: block, Person: "anna-berger", Clean: content, Text: content, Sentence: at(sentence), Statements: []string{"nein"}, Status: record.Machine}
		q.Kind, q.Content, q.Speaker.Confidence = kind, []text.Span{at(content)}, person.Certain
		return q
	}
	d := &dossier.Dossier{
		Articles: []dossier.Article{a},
		Persons:  []dossier.Person{{ID: "anna-berger", Name: "Anna Berger", Kind: person.Person, Quotations: []string{"001-1", "001-2"}, Statements: []string{"nein"}}},
		Quotations: []dossier.Quotation{
			quote("001-1", "„Das geht nicht“", "„Das geht nicht“, sagte Anna Berger.", "b2", quotation.Direct),
			quote("001-2", "es sei zu teuer", "Berger meinte, es sei zu teuer.", "b3", quotation.Indirect),
		},
		Statements: []dossier.Statement{{ID: "nein", Title: "Das geht nicht", Speaker: "anna-berger", Status: record.Machine, Quotations: []string{"001-1", "001-2"},
			Witnesses: []dossier.Witness{{Article: "001", Quotations: []string{"001-1", "001-2"}}}, Cells: []dossier.Cell{{Article: "001", Form: "direct", Quotation: "001-1"}}}},
		Numbers:  []dossier.Number{{ID: "001-z1", Article: "001", Sentence: at("Niemand sprach."), Quantity: quantity.Quantity{Span: at("Niemand"), Value: "0"}}},
		Oddities: []dossier.Oddity{{Kind: "unpaired", Article: "001", Link: "001", Words: []string{"Danach"}, Sources: []dossier.Source{{Article: "001", Span: at("Danach war es still.")}}}},
		Events:   []dossier.Event{{ID: "e", Date: dossier.Date{Value: "2025"}, Kind: dossier.Happened, Articles: []string{"001"}, Sentences: []dossier.Source{{Article: "001", Span: at("Davor geschah viel.")}}}},
	}
	d.Quotations[0].Before, d.Quotations[0].After = at("Davor geschah viel."), at("Danach war es still.")
	if !a.Quotable() {
		d.Statements[0].Title = ""
	}
	d.Reindex()
	return d
}

// TestRights checks that no page of any kind carries more of an article than its rights allow.
func TestRights(t *testing.T) {
	words := []string{"Niemand sprach", "Davor geschah", "Danach war es", "sagte Anna", "Das geht nicht", "zu teuer"}
	for rights, allowed := range map[string]int{"full": 0, "excerpt": 1, "quotes": 4, "link": 6} {
		v := testView(t, small(rights))
		pages, err := json.Marshal(v.main())
		if err != nil {
			t.Fatal(err)
		}
		for i, w := range words {
			shown := strings.Contains(string(pages), w)
			if i < allowed && shown {
				t.Errorf("%s: %q is shown", rights, w)
			}
			if i >= allowed && !shown && (i < 1 || i > 2) {
				t.Errorf("%s: %q is not shown", rights, w)
			}
		}
	}
}

func TestBacklinks(t *testing.T) {
	v := testView(t, small("full"))
	pages := All(v.d, v.t, nil)
	for _, p := range pages {
		a, ok := p.Data.(*Article)
		if !ok {
			continue
		}
		var got []string
		for _, g := range a.Foot.Backlinks {
			for _, l := range slices.Concat(g.Links, g.Rest) {
				got = append(got, g.Title+": "+l.URL)
			}
		}
		for _, want := range []string{"Aussagen: ../../aussagen/nein/", "Weitere Seiten: ../../", "Weitere Seiten: ../../zeitleiste/"} {
			if !slices.Contains(got, want) {
				t.Errorf("the article does not say that it appears in %s; it says %q", want, got)
			}
		}
		return
	}
	t.Error("no page shows the article")
}

func TestReport(t *testing.T) {
	for _, c := range []struct{ contact, want string }{
		{"", ""},
		{"a@b.example", "mailto:a@b.example?subject=Fehler%20in%20%E2%80%9EA&B%E2%80%9C"},
		{"mailto:a@b.example", "mailto:a@b.example?subject=Fehler%20in%20%E2%80%9EA&B%E2%80%9C"},
		{"https://b.example/melden", "https://b.example/melden"},
	} {
		if got := report(c.contact, "Fehler in „A&B“"); got != strings.ReplaceAll(c.want, "A&B", "A%26B") {
			t.Errorf("report(%q) = %q", c.contact, got)
		}
	}
}

func TestCoverageGroups(t *testing.T) {
	d := small("full")
	day := func(value, occasion, id string) dossier.Statement {
		return dossier.Statement{ID: id, Title: id, Occasion: occasion, Date: dossier.Date{Value: value}, Quotations: []string{"001-1"}}
	}
	d.Statements = []dossier.Statement{day("2025-02-12~", "", "a"), day("2025-02-12", "Landtag", "b"), day("2025-02-12", "Messe", "c"), day("2025-02", "", "d")}
	d.Reindex()
	v := testView(t, d)
	var list []*dossier.Statement
	for i := range d.Statements {
		list = append(list, &d.Statements[i])
	}
	var got []string
	var articles []*dossier.Article
	for i := range d.Articles {
		articles = append(articles, &d.Articles[i])
	}
	for _, g := range v.coverage(list, articles) {
		line := g.Title + ":"
		for _, r := range g.Rows {
			line += " " + r.Title.Text
		}
		got = append(got, strings.ReplaceAll(line, "\u00a0", " "))
	}
	want := []string{"12. Februar 2025, Landtag: a b", "12. Februar 2025, Messe: c", "Februar 2025: d"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestStrip(t *testing.T) {
	events := func(dates ...string) []dossier.Event {
		var out []dossier.Event
		for _, d := range dates {
			out = append(out, dossier.Event{Date: dossier.Date{Value: d}, Kind: dossier.Happened, Statements: []string{"x"}})
		}
		return out
	}
	for _, c := range []struct {
		dates               []string
		ticks, dots, ranges int
	}{
		{[]string{"2025-02-12"}, 0, 0, 0},
		{[]string{"2025-02-12", "2025-02-12"}, 0, 0, 0},
		{[]string{"2025-02-12", "2025-04-03", "2025-04"}, 3, 2, 1},
		{[]string{"2020-01-01", "2025-12-31", "..", "nie"}, 12, 2, 0},
	} {
		d := small("full")
		d.Events = events(c.dates...)
		s := testView(t, d).strip()
		if s == nil {
			if c.ticks > 0 {
				t.Errorf("%q: nothing is drawn", c.dates)
			}
			continue
		}
		if len(s.Ticks) != c.ticks || len(s.Dots) != c.dots || len(s.Ranges) != c.ranges {
			t.Errorf("%q: %d ticks, %d dots, %d ranges, want %d, %d, %d", c.dates, len(s.Ticks), len(s.Dots), len(s.Ranges), c.ticks, c.dots, c.ranges)
		}
	}
}

func TestWithMarks(t *testing.T) {
	doc := "er sei „sehr müde“ und 'still' da"
	for in, want := range map[string]string{"sehr müde": "„sehr müde“", "still": "'still'", "da": "da", "er": "er"} {
		i := strings.Index(doc, in)
		if in == "da" {
			i = strings.LastIndex(doc, in)
		}
		if got := withMarks(doc, text.Span{Start: i, End: i + len(in)}).Of(doc); got != want {
			t.Errorf("withMarks(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestConflictTitle(t *testing.T) {
	d := small("full")
	d.Numbers = []dossier.Number{
		{ID: "1", Article: "001", Quantity: quantity.Quantity{Value: "126000000000", Unit: "USD"}},
		{ID: "2", Article: "001", Quantity: quantity.Quantity{Value: "183000000000"}},
	}
	d.Reindex()
	v := testView(t, d)
	got := strings.ReplaceAll(v.conflictTitle(&dossier.Conflict{Kind: "part-over-whole", Numbers: []string{"1", "2"}}), "\u00a0", " ")
	if want := "126 Milliarden US-Dollar gegen 183 Milliarden: Teil größer als das Ganze"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestCompared: a large dossier's home page shows the texts that have most in common.
func TestCompared(t *testing.T) {
	d := new(dossier.Dossier)
	for i := range 30 {
		id := fmt.Sprintf("a%02d", i)
		a := dossier.Article{ID: id, Sigil: id, Hue: 1, Title: id, Rights: "full"}
		if i == 20 || i == 29 {
			a.Statements = []string{"both"}
			d.Quotations = append(d.Quotations, dossier.Quotation{ID: id + "-q", Article: id, Clean: "Nein", Statements: []string{"both"}})
		}
		d.Articles = append(d.Articles, a)
	}
	d.Statements = []dossier.Statement{{ID: "both", Title: "Nein", Quotations: []string{"a20-q", "a29-q"}, Cells: []dossier.Cell{{Article: "a20", Form: "direct", Quotation: "a20-q"}, {Article: "a29", Form: "direct", Quotation: "a29-q"}}}}
	d.Reindex()
	v := testView(t, d)
	var ids []string
	for _, a := range v.compared() {
		ids = append(ids, a.ID)
	}
	if len(ids) != matrixMost || !slices.Contains(ids, "a20") || !slices.Contains(ids, "a29") || !slices.IsSorted(ids) {
		t.Errorf("compared: %v", ids)
	}
	home := v.home().Data.(*Home)
	if len(home.Columns) != matrixMost || len(home.Headlines) != matrixMost || home.Texts == "" {
		t.Errorf("%d columns, %d headlines, %q", len(home.Columns), len(home.Headlines), home.Texts)
	}
}

// TestLetters: sigils of texts published close together that have no room are counted.
func TestLetters(t *testing.T) {
	for n, want := range map[int]string{1: "A", 3: "A B C", 4: "A B +2", 9: "A B +7"} {
		var list []Sigil
		for i := range n {
			list = append(list, Sigil{Letter: string(rune('A' + i))})
		}
		var s Strip
		s.letters(50, list)
		var got []string
		for _, l := range s.Letters {
			got = append(got, l.Text)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%d letters: %q, want %q", n, got, want)
		}
	}
}

// TestRowIsVerbatim: the parts of a row, joined as the layout joins them, are the witness's words.
func TestRowIsVerbatim(t *testing.T) {
	d := new(dossier.Dossier)
	s := &dossier.Statement{ID: "s"}
	var readings []collation.Reading
	for i, words := range []string{"„sie auf 5% (des BIP) zu erhöhen“", "sie auf fünf Prozent des BIP zu erhöhen", "sie müssten auf 5 % steigen"} {
		id := string(rune('a' + i))
		d.Articles = append(d.Articles, dossier.Article{ID: id, Sigil: strings.ToUpper(id), Hue: 1, Rights: "full"})
		d.Quotations = append(d.Quotations, dossier.Quotation{ID: id + "-q", Article: id, Clean: words})
		s.Witnesses = append(s.Witnesses, dossier.Witness{Article: id, Quotations: []string{id + "-q"}})
		readings = append(readings, collation.Reading{Sigil: strings.ToUpper(id), Text: words})
	}
	s.Collation = collation.Collate(readings)
	d.Reindex()
	v := testView(t, d)
	cuts := phrases(&s.Collation)
	for w, r := range readings {
		var got strings.Builder
		for _, ph := range v.row(s, w, cuts, make([]string, len(cuts))).Cells {
			for _, p := range ph.Parts {
				if got.Len() > 0 && !p.Glued && !p.None {
					got.WriteByte(' ')
				}
				got.WriteString(p.Text)
			}
		}
		if got.String() != r.Text {
			t.Errorf("row %s is %q, want %q", r.Sigil, got.String(), r.Text)
		}
	}
}
