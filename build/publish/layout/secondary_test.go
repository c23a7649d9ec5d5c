package layout_test

import (
	"bytes"
	"net/url"
	"os"
	"path"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"wortlaut/build/compare/collation"
	"wortlaut/build/dossier"
	"wortlaut/build/publish/language"
	"wortlaut/build/publish/layout"
	"wortlaut/build/publish/page"
	"wortlaut/build/read"
	"wortlaut/build/read/article"
	"wortlaut/build/read/person"
	"wortlaut/build/read/quantity"
	"wortlaut/build/read/quotation"
	"wortlaut/build/record"
	"wortlaut/build/text"
)

// hostile is put wherever a text of others or of an editor can stand.
const hostile = `<script>alert("x")</script>&'`

// whole makes an article whose cleaned text is its seed, one block and one sentence per line.
func whole(id string, n int, rights, seed string) dossier.Article {
	a := article.Article{ID: id, Name: id + "_seed.txt", SHA256: strings.Repeat("0", 64), Source: seed, Text: seed, Words: 9}
	a.Pieces = []article.Piece{{Clean: text.Span{End: len(seed)}, Seed: text.Span{End: len(seed)}}}
	out := dossier.Article{
		ID: id, Sigil: string(rune('A' + n)), Hue: n + 1, Title: "Titel " + id + " " + hostile, Rights: rights, Status: record.Machine,
		Published: dossier.Date{Value: "2024-05-04", Basis: "text", Status: record.Machine}, Translation: "machine", Roots: []string{id},
	}
	at := 0
	for line := range strings.Lines(seed) {
		s := text.Span{Start: at, End: at + len(strings.TrimSuffix(line, "\n"))}
		a.Blocks = append(a.Blocks, article.Block{ID: "b" + string(rune('1'+len(a.Blocks))), Kind: article.Paragraph, Span: s})
		out.Sentences = append(out.Sentences, s)
		at += len(line)
	}
	a.Defects = []article.Defect{{Kind: article.Blank, Found: hostile, Count: 2}}
	out.Analysis = read.Analysis{Article: a, Sentences: out.Sentences}
	return out
}

// fixture is a dossier in which every kind of page occurs.
func fixture() *dossier.Dossier {
	seeds := []string{
		"„Wir bauen die Brücke nie“, sagte Rätin Öz. " + hostile + "\nDanach ging sie mit fünf anderen Leuten fort.\n",
		"Öz versprach, die Brücke werde nie gebaut.\nDanach ging sie mit fünf anderen Leuten fort.\nVERBORGEN bleibt das.\n",
		"GEHEIM: Die Brücke, so Öz, werde nie gebaut.\n",
	}
	d := &dossier.Dossier{Info: record.Dossier{Title: "Dossier " + hostile, Language: "de", BaseURL: "https://site.example/dossier/", Contact: "post@site.example", Updated: "2024-06-01", Publisher: hostile}}
	for i, rights := range []string{"full", "quotes", "link"} {
		d.Articles = append(d.Articles, whole("00"+string(rune('1'+i)), i, rights, seeds[i]))
	}
	d.Articles[0].URL, d.Articles[0].Outlet, d.Articles[0].BasedOn = "https://blatt.example/a", "blatt", []string{"agentur"}
	d.Articles[1].Outlet = "blatt"
	content := []string{"„Wir bauen die Brücke nie“", "die Brücke werde nie gebaut", "Die Brücke, so Öz, werde nie gebaut"}
	kinds := []quotation.Kind{quotation.Direct, quotation.Indirect, quotation.Reported}
	s := dossier.Statement{ID: "bruecke", Title: "Keine Brücke " + hostile, Speaker: "oez", Date: dossier.Date{Value: "2024-05-03"}, Status: record.Machine,
		Reference: &record.Reference{Text: "No bridge " + hostile, Lang: "en", Source: hostile}}
	for i := range d.Articles {
		a := &d.Articles[i]
		at := strings.Index(seeds[i], content[i])
		q := dossier.Quotation{
			Quotation: quotation.Quotation{Kind: kinds[i], Content: []text.Span{{Start: at, End: at + len(content[i])}},
				Speaker: quotation.Speaker{Entity: "oez", Resolution: quotation.ByName, Confidence: person.Certain}},
			ID: a.ID + "-abcdef", Article: a.ID, Sentence: a.Sentences[0], Text: content[i], Clean: content[i], Person: "oez", To: "oez", Block: "b1",
			Date: dossier.Date{Value: "2024-05-03", Basis: "explicit"}, Statements: []string{"bruecke"}, Status: record.Machine, Why: hostile, Note: hostile,
		}
		if len(a.Sentences) > 1 {
			q.After = a.Sentences[1]
		}
		d.Quotations = append(d.Quotations, q)
		a.Quotations, a.Statements = []string{q.ID}, []string{"bruecke"}
		s.Quotations = append(s.Quotations, q.ID)
		s.Witnesses = append(s.Witnesses, dossier.Witness{Article: a.ID, Quotations: []string{q.ID}})
		s.Cells = append(s.Cells, dossier.Cell{Article: a.ID, Form: string(kinds[i]), Quotation: q.ID})
		s.Collation.Readings = append(s.Collation.Readings, collation.Reading{Sigil: a.Sigil, Text: content[i]})
	}
	s.Collation.Columns = []collation.Column{{Cells: make([]collation.Cell, 3)}}
	for i := range content {
		s.Collation.Columns[0].Cells[i].Spans = []text.Span{{End: len(content[i])}}
	}
	s.Collation.Variants = []collation.Variant{{From: 0, To: 1, Class: collation.Wording}}
	d.Statements = []dossier.Statement{s}
	d.Persons = []dossier.Person{
		{ID: "oez", Name: "Öz " + hostile, Kind: person.Person, Names: []dossier.NameUse{{Text: "Oez " + hostile, Form: person.Name, Articles: []string{"001"}}, {Text: "Öz", Form: person.Name, Articles: []string{"002"}}},
			Offices: []dossier.OfficeUse{{Title: "Rätin " + hostile, Article: "001"}}, Quotations: s.Quotations, Statements: []string{"bruecke"},
			Mentions: []dossier.Mention{{Article: "001"}, {Article: "002"}}},
		{ID: "rat", Name: "Rat", Kind: person.Organisation},
		{ID: "zeugin", Name: "eine Zeugin", Kind: person.Unnamed},
	}
	d.Places = []dossier.Person{{ID: "ort", Name: "Ort", Kind: person.Place}}
	d.Outlets = []dossier.Outlet{
		{ID: "agentur", Name: "Agentur", Agency: true, Feeds: []string{"001"}},
		{ID: "blatt", Name: "Blatt " + hostile, Articles: []string{"001", "002"}, Note: "## Notiz\n\n" + hostile, Country: hostile, URL: "javascript:alert(1)"},
	}
	d.Numbers = []dossier.Number{{ID: "001-n1", Article: "001", Quantity: quantity.Quantity{Value: "5", Counts: hostile, Span: text.Span{Start: strings.Index(seeds[0], "fünf"), End: strings.Index(seeds[0], "fünf") + len("fünf")}}}}
	run := func(i int) text.Span {
		at := strings.Index(seeds[i], "Danach")
		return text.Span{Start: at, End: at + len("Danach ging sie mit fünf anderen Leuten fort")}
	}
	d.Pairs = []dossier.Pair{
		{ID: "001--002", A: "001", B: "002", Shared: []string{"bruecke"}, SameOutlet: true, Runs: []dossier.Run{{Words: 8, A: run(0), B: run(1)}}},
		{ID: "001--003", A: "001", B: "003", Shared: []string{"bruecke"}, SharedRoots: []string{"agentur"}, OnlyA: []string{"bruecke"}},
		{ID: "002--003", A: "002", B: "003"},
	}
	d.Events = []dossier.Event{{ID: "e1", Date: dossier.Date{Value: "2024-05-04"}, Kind: dossier.Published, Articles: []string{"001"}, Status: record.Machine}}
	d.Pages = []record.Page{{ID: "impressum", Title: "Impressum " + hostile, Body: "Hier " + hostile}}
	d.Corrections = []record.Correction{{Item: "001-abcdef", Was: hostile, Now: hostile, Why: hostile, On: "2024-06-01"}, {Item: hostile, On: ""}}
	d.Stubs = []dossier.Stub{{Kind: "person", From: "oetz", To: "oez"}, {Kind: "statement", From: "alt", To: "bruecke"}, {Kind: "article", From: "000", To: "001"}}
	d.Tombstones = []dossier.Tombstone{{ID: "001-ffffff", Article: "001", Reason: hostile, On: "2024-06-01"}}
	d.Reindex()
	return d
}

// render returns the parsed pages of d by path, with the bytes they were parsed from.
func render(t *testing.T, d *dossier.Dossier, lang string) (map[string]*html.Node, map[string][]byte) {
	t.Helper()
	fsys := os.DirFS("../../../layouts")
	table, err := language.Load(fsys, lang)
	if err != nil {
		t.Fatal(err)
	}
	set, err := layout.Parse(fsys, table)
	if err != nil {
		t.Fatal(err)
	}
	docs, data := map[string]*html.Node{}, map[string][]byte{}
	for _, p := range page.All(d, table, nil, page.DataFile{Name: "quotations.json", Schema: "schema/quotations.schema.json", Version: "1", SHA256: strings.Repeat("0", 64), Bytes: 1234, Count: 3}) {
		b, err := set.Render(p)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := html.Parse(bytes.NewReader(b))
		if err != nil {
			t.Fatal(err)
		}
		if docs[p.Path] != nil {
			t.Errorf("two pages at %q", p.Path)
		}
		docs[p.Path], data[p.Path] = doc, b
	}
	return docs, data
}

func attr(n *html.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

// TestSecondaryPages renders every page of a dossier full of hostile strings, in both languages.
func TestSecondaryPages(t *testing.T) {
	for _, lang := range []string{"de", "en"} {
		docs, _ := render(t, fixture(), lang)
		for at, doc := range docs {
			checkPage(t, lang+" /"+at, at, doc, docs)
		}
	}
}

func checkPage(t *testing.T, name, at string, doc *html.Node, docs map[string]*html.Node) {
	h1, mains := 0, 0
	ids := map[string]bool{}
	for n := range doc.Descendants() {
		if n.Type == html.TextNode && strings.Contains(n.Data, "⟦") {
			t.Errorf("%s: text missing from the language table: %q", name, n.Data)
		}
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "h1":
			h1++
		case "main":
			mains++
		case "script", "style":
			t.Errorf("%s has a <%s>", name, n.Data)
		}
		for _, a := range n.Attr {
			if a.Key == "style" || strings.HasPrefix(a.Key, "on") {
				t.Errorf("%s: <%s %s=%q>", name, n.Data, a.Key, a.Val)
			}
		}
		if id, ok := attr(n, "id"); ok {
			if id == "" || ids[id] {
				t.Errorf("%s: id %q is not unique", name, id)
			}
			ids[id] = true
		}
		if href, ok := attr(n, "href"); ok && n.Data == "a" {
			checkLink(t, name, at, href, docs)
		}
	}
	if h1 != 1 || mains != 1 {
		t.Errorf("%s has %d h1 and %d main", name, h1, mains)
	}
}

func checkLink(t *testing.T, name, at, href string, docs map[string]*html.Node) {
	u, err := url.Parse(href)
	switch {
	case err != nil, href == "", strings.HasPrefix(href, "/"):
		t.Errorf("%s: link %q is not relative", name, href)
		return
	case u.Scheme == "https", u.Scheme == "mailto", href == "#ZgotmplZ":
		return
	case u.Scheme != "":
		t.Errorf("%s: link %q", name, href)
		return
	}
	target := at
	if u.Path != "" {
		target = path.Join("/", path.Dir("/"+at+"x"), u.Path)[1:]
		if strings.HasSuffix(u.Path, "/") && target != "" {
			target += "/"
		}
	}
	if strings.HasPrefix(target, "data/") {
		return
	}
	doc := docs[target]
	if doc == nil {
		t.Errorf("%s: link %q leads nowhere (%s)", name, href, target)
		return
	}
	if u.Fragment == "" {
		return
	}
	for n := range doc.Descendants() {
		if id, ok := attr(n, "id"); ok && id == u.Fragment {
			return
		}
	}
	t.Errorf("%s: no anchor for %q", name, href)
}

func textOf(n *html.Node) string {
	var out strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			out.WriteString(c.Data)
		}
	}
	return strings.Join(strings.Fields(out.String()), " ")
}

// TestSecondaryContent checks what a reader of single pages must find there.
func TestSecondaryContent(t *testing.T) {
	docs, data := render(t, fixture(), "de")
	tests := []struct{ path, part string }{
		{"zitate/001-abcdef/", "„Wir bauen die Brücke nie“"},
		{"zitate/001-abcdef/", "wörtlich"},
		{"zitate/001-abcdef/", "der Satz nennt den Namen; sicher"},
		{"zitate/001-abcdef/", "Byte 0 bis 31 (31 Bytes)"},
		{"zitate/001-abcdef/", "automatisch erkannt"},
		{"zitate/003-abcdef/", "Wortlaut wird aus Rechtegründen nicht gezeigt"},
		{"zitate/001-ffffff/", "Dieses Zitat wird nicht mehr gezeigt"},
		{"vergleich/001--002/", "Derselbe Anbieter – kein unabhängiger Beleg."},
		{"vergleich/001--003/", "Gemeinsamer Ursprung – kein unabhängiger Beleg: Agentur"},
		{"vergleich/001--002/", "8 Wörter"},
		{"quellen/blatt/", "Leerzeichen am falschen Ort"},
		{"quellen/", "Bei einem Text ist der Anbieter ungeklärt."},
		{"personen/", "eine Zeugin"},
		{"suche/", "siehe Öz"},
		{"methode/", "Von 3 Zitaten dieses Dossiers sind 0 geprüft."},
		{"daten/", "quotations.json"},
		{"korrekturen/", "2 Einträge."},
		{"impressum/", "Hier"},
		{"personen/oetz/", "Diese Seite ist umgezogen"},
		{"404.html", "Diese Seite gibt es nicht"},
	}
	for _, tt := range tests {
		doc := docs[tt.path]
		if doc == nil {
			t.Errorf("no page %s", tt.path)
			continue
		}
		if got := textOf(doc); !strings.Contains(got, tt.part) {
			t.Errorf("%s has no %q in\n%s", tt.path, tt.part, got)
		}
	}
	for _, tt := range []struct{ path, part string }{
		{"zitate/001-abcdef/", `href="https://blatt.example/a#:~:text=Wir%20bauen%20die%20Br%C3%BCcke%20nie"`},
		{"personen/oetz/", `rel="canonical" href="../../personen/oez/"`},
		{"personen/oetz/", `content="0; url=../../personen/oez/"`},
		{"404.html", `<base href="/dossier/404.html">`},
		{"daten/", `href="../data/schema/quotations.schema.json"`},
		{"vergleich/", `href="../vergleich/001--002/"`},
	} {
		if !bytes.Contains(data[tt.path], []byte(tt.part)) {
			t.Errorf("%s has no %s in\n%s", tt.path, tt.part, data[tt.path])
		}
	}
	if docs["vergleich/002--003/"] != nil {
		t.Error("a pair with nothing in common has a page")
	}
}

// TestRights checks that words an article's rights keep back are on no page at all.
func TestRights(t *testing.T) {
	_, data := render(t, fixture(), "de")
	for at, b := range data {
		for _, words := range []string{"GEHEIM", "Die Brücke, so Öz", "VERBORGEN"} {
			if bytes.Contains(b, []byte(words)) {
				t.Errorf("/%s shows %q", at, words)
			}
		}
	}
}

// TestMethodPage checks that an editor's account stands above what every dossier explains.
func TestMethodPage(t *testing.T) {
	d := fixture()
	d.Pages = append(d.Pages, record.Page{ID: "methode", Title: "So arbeiten wir", Body: "Von Hand."})
	docs, _ := render(t, d, "de")
	_, after, found := strings.Cut(textOf(docs["methode/"]), "Von Hand.")
	if !found || !strings.Contains(after, "Berichtigungen") {
		t.Errorf("below the editors' words stands %q", after)
	}
}

// TestEmptyDossier checks that a dossier without texts has all its lists.
func TestEmptyDossier(t *testing.T) {
	docs, _ := render(t, new(dossier.Dossier), "de")
	for _, at := range []string{"aussagen/", "personen/", "zitate/", "artikel/", "quellen/", "vergleich/", "suche/", "daten/", "methode/", "korrekturen/", "404.html"} {
		if docs[at] == nil {
			t.Errorf("no page %s", at)
			continue
		}
		checkPage(t, at, at, docs[at], docs)
	}
}
