package export

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"wortlaut/build/compare/collation"
	"wortlaut/build/dossier"
	"wortlaut/build/read"
	"wortlaut/build/read/article"
	"wortlaut/build/read/person"
	"wortlaut/build/read/quantity"
	"wortlaut/build/read/quotation"
	"wortlaut/build/read/timex"
	"wortlaut/build/record"
	"wortlaut/build/text"
)

// source makes an article of a seed: a blank before a hyphen is a repair, each line a block.
func source(id, seed string) article.Article {
	sum := sha256.Sum256([]byte(seed))
	a := article.Article{ID: id, Name: id + "_seed.txt", SHA256: hex.EncodeToString(sum[:]), Source: seed, Words: len(strings.Fields(seed))}
	from := 0
	for from < len(seed) {
		end := len(seed)
		if i := strings.Index(seed[from:], " -"); i >= 0 {
			end = from + i
		}
		clean := text.Span{Start: len(a.Text), End: len(a.Text) + end - from}
		a.Pieces = append(a.Pieces, article.Piece{Clean: clean, Seed: text.Span{Start: from, End: end}})
		a.Text += seed[from:end]
		if from = end; end < len(seed) {
			gap := text.Span{Start: end, End: end + 1}
			a.Pieces = append(a.Pieces, article.Piece{Clean: text.Span{Start: len(a.Text), End: len(a.Text)}, Seed: gap})
			a.Defects = append(a.Defects, article.Defect{Kind: article.Blank, Span: gap, Found: " -", Count: 1})
			from++
		}
	}
	at := 0
	for i, line := range strings.SplitAfter(strings.TrimSuffix(a.Text, "\n"), "\n") {
		kind := article.Paragraph
		if i == 0 {
			kind = article.Title
		}
		a.Blocks = append(a.Blocks, article.Block{ID: fmt.Sprintf("b%d", i+1), Kind: kind, Span: text.Span{Start: at, End: at + len(strings.TrimSuffix(line, "\n"))}})
		at += len(line)
	}
	return a
}

// find returns the span of the only place of part in a's cleaned text.
func find(a *dossier.Article, part string) text.Span {
	if strings.Count(a.Article.Text, part) != 1 {
		panic("not exactly once: " + part)
	}
	i := strings.Index(a.Article.Text, part)
	return text.Span{Start: i, End: i + len(part)}
}

const (
	seedA = "Rat lehnt Brücke ab\n„Die Stadt baut keine NATO -Brücke“, sagte Bürgermeisterin Öz am 3. Mai 2024 <b>laut</b>. Sie kostet 12 Millionen Euro.\n"
	seedB = "Keine Brücke\nÖz erklärte, die Stadt baue „keine Brücke“. Geheim & nur hier.\n"
)

// fixture is a dossier of two articles with one statement; rights are those of the second.
func fixture(rights string) *dossier.Dossier {
	d := &dossier.Dossier{}
	for i, seed := range []string{seedA, seedB} {
		id := fmt.Sprintf("00%d", i+1)
		d.Articles = append(d.Articles, dossier.Article{
			Analysis: read.Analysis{Article: source(id, seed)}, ID: id, Title: strings.SplitN(seed, "\n", 2)[0], Rights: "full",
			Outlet: "blatt", Translation: "none", Roots: []string{"blatt"}, Status: record.Machine,
			Published: dossier.Date{Value: "2024-05-04", Precision: "day", Basis: "text", Status: record.Machine},
		})
	}
	d.Articles[1].Rights = rights
	a, b := &d.Articles[0], &d.Articles[1]
	speaker := quotation.Speaker{Spans: []text.Span{find(a, "Bürgermeisterin Öz")}, Entity: "oez", Resolution: quotation.ByName, Confidence: person.Certain}
	d.Quotations = []dossier.Quotation{
		{ID: "001-aaaaaa", Article: "001", Person: "oez", Clean: "„Die Stadt baut keine NATO-Brücke“", Status: record.Checked,
			Quotation: quotation.Quotation{Kind: quotation.Direct, Content: []text.Span{find(a, "„Die Stadt baut keine NATO-Brücke“")},
				Quoted: []text.Span{find(a, "Die Stadt baut keine NATO-Brücke")}, Cue: []text.Span{find(a, "sagte")}, Speaker: speaker},
			Date: dossier.Date{Value: "2024-05-03", Basis: "explicit"}, Statements: []string{"bruecke"}},
		{ID: "002-bbbbbb", Article: "002", Person: "oez", Clean: "die Stadt baue „keine Brücke“", Status: record.Machine,
			Quotation: quotation.Quotation{Kind: quotation.Mixed, Content: []text.Span{find(b, "die Stadt baue „keine Brücke“")},
				Quoted: []text.Span{{Start: find(b, "„keine").Start + len("„"), End: find(b, "“. Geheim").Start}}, Speaker: quotation.Speaker{Entity: "oez", Resolution: quotation.ByRecord, Confidence: person.Probable}},
			Statements: []string{"bruecke"}},
	}
	d.Statements = []dossier.Statement{{
		ID: "bruecke", Title: "die Stadt baue keine Brücke", Speaker: "oez", Date: dossier.Date{Value: "2024-05-03"}, Status: record.Machine,
		Quotations: []string{"001-aaaaaa", "002-bbbbbb"}, Reference: &record.Reference{Text: "No bridge.", Lang: "en", Source: "Protokoll"},
		Witnesses: []dossier.Witness{{Article: "001", Quotations: []string{"001-aaaaaa"}}, {Article: "002", Quotations: []string{"002-bbbbbb"}}},
		Collation: table2("Die Stadt", "die Stadt baue"),
		Cells:     []dossier.Cell{{Article: "001", Form: "direct", Quotation: "001-aaaaaa"}, {Article: "002", Form: "mixed", Quotation: "002-bbbbbb"}},
	}}
	d.Persons = []dossier.Person{{ID: "oez", Name: "Öz", Kind: person.Person, Names: []dossier.NameUse{{Text: "Öz"}},
		Roles: []record.Role{{Title: "Bürgermeisterin", From: "2020"}}, Offices: []dossier.OfficeUse{{Title: "Bürgermeisterin", Article: "001"}},
		Mentions: []dossier.Mention{{Article: "001", Mention: person.Mention{Span: find(a, "Öz"), Kind: person.Person, Form: person.Name}}}}}
	d.Outlets = []dossier.Outlet{{ID: "blatt", Name: "Blatt", Articles: []string{"001", "002"}, Status: record.Machine}}
	d.Times = []dossier.Time{{Article: "001", Timex: timex.Timex{Span: find(a, "am 3. Mai 2024"), Type: timex.Date, Value: "2024-05-03", Resolved: "2024-05-03", Basis: timex.Explicit}}}
	d.Events = []dossier.Event{
		{ID: "e1", Date: dossier.Date{Value: "2024-05-03", Precision: "day"}, Kind: dossier.Happened, Articles: []string{"001"}, Status: record.Machine,
			Sentences: []dossier.Source{{Article: "001", Span: find(a, "Sie kostet 12 Millionen Euro.")}}},
		{ID: "e2", Kind: dossier.Reported, Articles: []string{"002"}, Status: record.Machine,
			Sentences: []dossier.Source{{Article: "002", Span: find(b, "Geheim & nur hier.")}}},
	}
	d.Numbers = []dossier.Number{{ID: "001-n1", Article: "001", Quantity: quantity.Quantity{Span: find(a, "12 Millionen Euro"), Value: "12000000", Unit: "EUR"}}}
	d.Conflicts = []dossier.Conflict{{ID: "c1", Kind: "unit-missing", Numbers: []string{"001-n1"}}}
	d.Reindex()
	return d
}

// table2 aligns two readings word by word, the longer one's rest being missing in the other.
func table2(x, y string) collation.Table {
	t := collation.Table{Readings: []collation.Reading{{Sigil: "A", Text: x}, {Sigil: "B", Text: y}}}
	fields := [2][]text.Span{spans(x), spans(y)}
	for i := range max(len(fields[0]), len(fields[1])) {
		c := collation.Column{Cells: make([]collation.Cell, 2)}
		for w := range fields {
			if i < len(fields[w]) {
				c.Cells[w].Spans = []text.Span{fields[w][i]}
			}
		}
		t.Columns = append(t.Columns, c)
	}
	t.Variants = []collation.Variant{{From: 0, To: 1, Class: collation.Characters}, {From: 2, To: 3, Class: collation.Omission}}
	return t
}

func spans(s string) (out []text.Span) {
	at := 0
	for _, f := range strings.Fields(s) {
		at += strings.Index(s[at:], f)
		out = append(out, text.Span{Start: at, End: at + len(f)})
		at += len(f)
	}
	return out
}

// files returns what All makes of d, by path.
func files(t testing.TB, d *dossier.Dossier) map[string][]byte {
	t.Helper()
	all, err := All(d)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]byte{}
	for i, f := range all {
		if i > 0 && all[i-1].Path >= f.Path {
			t.Errorf("%s comes after %s", f.Path, all[i-1].Path)
		}
		out[f.Path] = f.Data
	}
	return out
}

func decode[T any](t testing.TB, data []byte) (out []T) {
	t.Helper()
	if err := strict(data, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestElements(t *testing.T) {
	out := files(t, fixture("quotes"))
	start := strings.Index(seedA, "„Die")
	end := strings.Index(seedA, "“, sagte") + len("“")
	want := map[string]string{
		"quotations": fmt.Sprintf(`{"id":"001-aaaaaa","article":"001","kind":"direct","quoted":[[%d,%d]],"content":[[%d,%d]],`+
			`"text":"„Die Stadt baut keine NATO -Brücke“","clean":"„Die Stadt baut keine NATO-Brücke“",`, start+len("„"), end-len("“"), start, end),
		"statements": `{"id":"bruecke","title":"die Stadt baue keine Brücke","speaker":"oez","date":"2024-05-03","quotations":["001-aaaaaa","002-bbbbbb"],"reference":{"text":"No bridge.","lang":"en","source":"Protokoll"},"status":"machine"}`,
		"collations": `{"statement":"bruecke","witnesses":["001-aaaaaa","002-bbbbbb"],"joined":[["001-aaaaaa"],["002-bbbbbb"]],"columns":[["Die","die"],["Stadt","Stadt"],[null,"baue"]],"variants":[{"columns":[0,1],"class":"characters"},{"columns":[2,3],"class":"omission"}]}`,
		"coverage":   `{"statement":"bruecke","cells":[{"article":"001","form":"direct","quotation":"001-aaaaaa"},{"article":"002","form":"mixed","quotation":"002-bbbbbb"}]}`,
		"outlets":    `{"id":"blatt","name":"Blatt","url":"","country":"","agency":false,"articles":["001","002"],"feeds":[],"roots":["blatt"],"status":"machine"}`,
		"persons":    `{"id":"oez","name":"Öz","names":["Öz"],"kind":"person","roles":[{"title":"Bürgermeisterin","from":"2020","to":"","article":""},{"title":"Bürgermeisterin","from":"","to":"","article":"001"}],`,
		"numbers":    `"value":"12000000","unit":"EUR","approx":"","counts":"","attributed_to":""}`,
		"conflicts":  `{"id":"c1","kind":"unit-missing","numbers":["001-n1"],"note":""}`,
		"timeline":   `"precision":"day","text":"Sie kostet 12 Millionen Euro.","kind":"happened","articles":["001"]`,
		"times":      `"type":"DATE","value":"2024-05-03","resolved":"2024-05-03","basis":"explicit"}`,
		"articles":   `"published":{"value":"2024-05-04","precision":"day","basis":"text","status":"machine"},"url":"","rights":"full","translation":"none","based_on":[]`,
	}
	for name, part := range want {
		if data := out["data/"+name+".json"]; !bytes.Contains(data, []byte(part)) {
			t.Errorf("%s.json has no\n%s\nin\n%s", name, part, data)
		}
	}
}

// TestLines checks the layout of the files: a bracket, one element per line, a bracket.
func TestLines(t *testing.T) {
	for path, data := range files(t, fixture("full")) {
		if strings.Contains(path, "schema") {
			continue
		}
		var elements []json.RawMessage
		if err := json.Unmarshal(data, &elements); err != nil {
			t.Errorf("%s: %v", path, err)
		}
		lines := strings.Split(string(data), "\n")
		if len(lines) != len(elements)+3 || lines[0] != "[" || lines[len(lines)-2] != "]" {
			t.Errorf("%s: %d elements in\n%s", path, len(elements), data)
		}
	}
	if got := string(files(t, new(dossier.Dossier))["data/times.json"]); got != "[]\n" {
		t.Errorf("empty table: %q", got)
	}
}

func TestRights(t *testing.T) {
	tests := []struct {
		rights, part string
		shown        bool
	}{
		{"full", "die Stadt baue „keine Brücke“", true},
		{"full", "Geheim & nur hier.", true},
		{"excerpt", "die Stadt baue „keine Brücke“", true},
		{"excerpt", "Geheim", false},
		{"quotes", "die Stadt baue „keine Brücke“", true},
		{"quotes", `"baue"`, true},
		{"quotes", "Geheim", false},
		{"link", "„keine Brücke“", false},
		{"link", `"baue"`, false},
		{"link", "Geheim", false},
		{"link", `"002-bbbbbb","article":"002"`, true},
		{"", "„keine Brücke“", false},
	}
	for _, tt := range tests {
		var found []string
		for path, data := range files(t, fixture(tt.rights)) {
			if bytes.Contains(data, []byte(tt.part)) {
				found = append(found, path)
			}
		}
		if (len(found) > 0) != tt.shown {
			t.Errorf("rights %q: %q is in %v", tt.rights, tt.part, found)
		}
	}
}

// TestPieces checks that words between the pieces of a quotation appear only with excerpts.
func TestPieces(t *testing.T) {
	for rights, want := range map[string]string{
		"full": "die Stadt baue „keine Brücke“", "excerpt": "die Stadt baue „keine Brücke“", "quotes": "", "link": "",
	} {
		d := fixture(rights)
		b := &d.Articles[1]
		d.Quotations[1].Content = []text.Span{find(b, "die Stadt"), find(b, "„keine Brücke“")}
		got := decode[quotationRow](t, files(t, d)["data/quotations.json"])[1]
		if got.Text != want || (got.Clean == "") != (rights == "link") {
			t.Errorf("%s: text %q, clean %q", rights, got.Text, got.Clean)
		}
	}
}

func TestFixtureFits(t *testing.T) {
	for _, rights := range []string{"full", "excerpt", "quotes", "link"} {
		Fits(t, fixture(rights))
	}
}

// Fits checks that what All writes of d validates, points where it says and refers to what exists. It
// is exported for seeds_test.go, which looks at the package from above.
func Fits(t *testing.T, d *dossier.Dossier) {
	t.Helper()
	out := files(t, d)
	for path, data := range out {
		name, isData := strings.CutPrefix(path, "data/")
		if name, isJSON := strings.CutSuffix(name, ".json"); isData && isJSON && !strings.HasPrefix(name, "schema/") {
			for _, e := range validate(t, out["data/schema/"+name+".schema.json"], data) {
				t.Errorf("%s: %s", path, e)
			}
		}
	}
	for _, e := range decode[Entry](t, out["data/index.json"]) {
		sum := sha256.Sum256(out["data/"+e.File])
		if e.SHA256 != hex.EncodeToString(sum[:]) || e.Bytes != len(out["data/"+e.File]) || out["data/"+e.Schema] == nil {
			t.Errorf("index: %+v does not fit its file", e)
		}
	}
	spansFit(t, d, out)
	idsExist(t, d, out)
}

func spansFit(t *testing.T, d *dossier.Dossier, out map[string][]byte) {
	for _, q := range decode[quotationRow](t, out["data/quotations.json"]) {
		seed := d.Article(q.Article).Article.Source
		for _, list := range [][]text.Span{q.Quoted, q.Content, q.Cue, q.Frame} {
			inOrder(t, q.ID, list, len(seed))
		}
		if q.Text == "" {
			continue
		}
		if hull := text.Hull(q.Content); hull.Of(seed) != q.Text {
			t.Errorf("%s: the seed has %q, text is %q", q.ID, hull.Of(seed), q.Text)
		}
		for _, s := range q.Quoted {
			if !strings.Contains(q.Text, s.Of(seed)) {
				t.Errorf("%s: %q is no part of %q", q.ID, s.Of(seed), q.Text)
			}
		}
	}
	for _, a := range decode[articleRow](t, out["data/articles.json"]) {
		var blocks []text.Span
		for _, b := range a.Blocks {
			blocks = append(blocks, b.Span)
		}
		inOrder(t, a.ID, blocks, len(d.Article(a.ID).Article.Source))
	}
}

func inOrder(t *testing.T, id string, list []text.Span, size int) {
	at := 0
	for _, s := range list {
		if s.Start < at || s.End <= s.Start || s.End > size {
			t.Errorf("%s: spans %v are not in order inside %d bytes", id, list, size)
			return
		}
		at = s.End
	}
}

func idsExist(t *testing.T, d *dossier.Dossier, out map[string][]byte) {
	check := func(where, id string, known bool) {
		if id != "" && !known {
			t.Errorf("%s refers to %q, which does not exist", where, id)
		}
	}
	for _, q := range decode[quotationRow](t, out["data/quotations.json"]) {
		check(q.ID, q.Article, d.Article(q.Article) != nil)
		check(q.ID, q.Speaker.ID, d.Person(q.Speaker.ID) != nil)
		check(q.ID, q.Addressee, d.Person(q.Addressee) != nil)
	}
	for _, s := range decode[statementRow](t, out["data/statements.json"]) {
		check(s.ID, s.Speaker, d.Person(s.Speaker) != nil)
		for _, q := range s.Quotations {
			check(s.ID, q, d.Quotation(q) != nil)
		}
	}
	for _, c := range decode[collationRow](t, out["data/collations.json"]) {
		check("collation", c.Statement, d.Statement(c.Statement) != nil)
		for _, q := range slices.Concat(c.Joined...) {
			check(c.Statement, q, d.Quotation(q) != nil)
		}
		for _, column := range c.Columns {
			if len(column) != len(c.Witnesses) {
				t.Errorf("%s: a column of %d tokens for %d witnesses", c.Statement, len(column), len(c.Witnesses))
			}
		}
	}
	for _, c := range decode[conflictRow](t, out["data/conflicts.json"]) {
		for _, n := range c.Numbers {
			check(c.ID, n, d.Number(n) != nil)
		}
	}
	for _, a := range decode[articleRow](t, out["data/articles.json"]) {
		check(a.ID, a.Outlet, d.Outlet(a.Outlet) != nil)
		for _, o := range a.BasedOn {
			check(a.ID, o, d.Outlet(o) != nil)
		}
	}
}

func TestDeterministic(t *testing.T) {
	a, b := files(t, fixture("full")), files(t, fixture("full"))
	for path := range a {
		if !bytes.Equal(a[path], b[path]) {
			t.Errorf("%s differs between two runs", path)
		}
	}
}

func TestIndex(t *testing.T) {
	all, err := All(fixture("full"))
	if err != nil {
		t.Fatal(err)
	}
	index, err := Index(all)
	if err != nil {
		t.Fatal(err)
	}
	counts := map[string]int{}
	for _, e := range index {
		counts[e.File] = e.Count
		if e.Version != Version {
			t.Errorf("%s: schema version %q, want %q", e.File, e.Version, Version)
		}
	}
	if len(index) != 11 || counts["quotations.json"] != 2 || counts["collations.json"] != 1 || counts["times.json"] != 1 {
		t.Errorf("the index counts %v", counts)
	}
	if _, err := Index([]File{{Path: "data/index.json", Data: []byte("{")}}); err == nil || !strings.Contains(err.Error(), "data/index.json") {
		t.Errorf("a broken index gives %v", err)
	}
}
