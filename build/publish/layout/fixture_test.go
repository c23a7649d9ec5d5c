package layout

import (
	"strings"
	"testing"

	"wortlaut/build/compare/collation"
	"wortlaut/build/dossier"
	"wortlaut/build/read/article"
	"wortlaut/build/read/person"
	"wortlaut/build/read/quantity"
	"wortlaut/build/read/quotation"
	"wortlaut/build/read/timex"
	"wortlaut/build/record"
	"wortlaut/build/text"
)

// fixture is a small dossier made by hand: three texts on one speech, with everything the layouts
// can show.
func fixture(t testing.TB) *dossier.Dossier {
	d := &dossier.Dossier{
		Info: record.Dossier{
			Title: "Die Brücke", Question: "Was sagte **Anna Berger** zur Brücke?", Language: "de", BaseURL: "https://example.org/dossier/",
			Contact: "redaktion@example.org", Updated: "2026-11-22", Body: "3. März 2024 begann der Streit.",
		},
		Outlets: []dossier.Outlet{{ID: "bote", Name: "Der Bote", Articles: []string{"a1"}}, {ID: "dpa", Name: "dpa", Agency: true, Feeds: []string{"a1", "a2"}}},
		Pages:   []record.Page{{ID: "impressum", Title: "Impressum", Body: "Wer wir sind."}},
	}
	d.Articles = []dossier.Article{
		newArticle("a1", "A", 1, "bote", []blk{
			{article.Boilerplate, "Wir verwenden Cookies.\nJetzt für 1 Euro testen"},
			{article.Kicker, "Verkehr"},
			{article.Title, "Berger schließt Brücke aus"},
			{article.Subtitle, "Das Geld fehlt."},
			{article.Paragraph, "Die Stadt bekommt keine Brücke. „Eine Brücke ist in diesem Jahrzehnt nicht bezahlbar“, sagte Ministerin Anna Berger am Mittwoch. Die Opposition widersprach."},
			{article.Heading, "Streit um die Kosten"},
			{article.Paragraph, "Berger sagte, dass der Bund „höchstens die Hälfte“ der 40 Millionen Euro tragen werde."},
			{article.Teaser, "Lesen Sie auch: Die schönsten Brücken"},
		}),
		newArticle("a2", "B", 2, "", []blk{
			{article.Title, "Berger: Brücke nicht zu bezahlen"},
			{article.Paragraph, "„Die neue Brücke ist in diesem Jahrzehnt kaum bezahlbar“, erklärte Anna Berger. Davon seien 60 Millionen Euro Landesmittel, hieß es."},
		}),
		newArticle("a3", "C", 3, "", []blk{
			{article.Title, "Brückengipfel"},
			{article.Paragraph, "Der Bote berichtet von einem Gipfel. Die Ministerin kam nicht."},
		}),
	}
	d.Articles[0].Article.Defects = []article.Defect{{Kind: article.Blank, Count: 2}, {Kind: article.Removed, Count: 1}}
	d.Articles[0].BasedOn = []string{"dpa"}
	d.Articles[0].Roots, d.Articles[1].Roots, d.Articles[2].Roots = []string{"dpa"}, []string{"dpa"}, []string{"a3"}
	d.Articles[1].Rights, d.Articles[1].Translation = "excerpt", "machine"
	d.Articles[2].Unbacked = []string{"Brückengipfel"}
	people(d)
	quotations(t, d)
	statements(d)
	rest(t, d)
	d.Reindex()
	return d
}

type blk struct {
	kind article.BlockKind
	text string
}

func newArticle(id, sigil string, hue int, outlet string, blocks []blk) dossier.Article {
	a := dossier.Article{ID: id, Sigil: sigil, Hue: hue, Outlet: outlet, Rights: "full", Translation: "none", Status: record.Machine}
	a.Published = dossier.Date{Value: "2025-02-12", Precision: "day", Basis: "text", Inferred: id != "a1"}
	var doc strings.Builder
	for i, b := range blocks {
		if i > 0 {
			doc.WriteString("\n\n")
		}
		start := doc.Len()
		doc.WriteString(b.text)
		a.Article.Blocks = append(a.Article.Blocks, article.Block{ID: "b" + string(rune('1'+i)), Kind: b.kind, Span: text.Span{Start: start, End: doc.Len()}})
		if b.kind == article.Title {
			a.Title = b.text
		}
		for s := range strings.SplitAfterSeq(b.text, ". ") {
			s = strings.TrimSpace(s)
			at := start + strings.Index(b.text, s)
			a.Sentences = append(a.Sentences, text.Span{Start: at, End: at + len(s)})
		}
	}
	a.Article.Text, a.Article.Source, a.Article.Name, a.Article.SHA256, a.Article.Words = doc.String(), doc.String(), id+".txt", strings.Repeat("0f", 32), 40
	return a
}

// find is the place of a passage in an article; it must occur once.
func find(t testing.TB, d *dossier.Dossier, article, passage string) text.Span {
	for _, a := range d.Articles {
		if a.ID == article && strings.Count(a.Article.Text, passage) == 1 {
			at := strings.Index(a.Article.Text, passage)
			return text.Span{Start: at, End: at + len(passage)}
		}
	}
	t.Fatalf("%q does not stand once in %s", passage, article)
	return text.Span{}
}

func people(d *dossier.Dossier) {
	d.Persons = []dossier.Person{
		{ID: "anna-berger", Name: "Anna Berger", Kind: person.Person, Wikidata: "Q1", Note: "Ministerin *seit* 2022.",
			Names:      []dossier.NameUse{{Text: "Anna Berger", Form: person.Name, Count: 2, Articles: []string{"a1", "a2"}}, {Text: "Die Ministerin", Form: person.Description, Count: 1, Articles: []string{"a3"}}},
			Roles:      []record.Role{{Title: "Verkehrsministerin", From: "2022"}},
			Offices:    []dossier.OfficeUse{{Title: "Ministerin", Article: "a1"}, {Title: "Präsidentin", Article: "a2", Misfit: true}},
			Quotations: []string{"a1-000001", "a1-000002", "a2-000001", "a2-000003"}, Uncertain: []string{"a2-000002"}, Addressed: []string{"a1-000002"}, About: []string{"a1-000002"},
			Statements: []string{"bruecke", "haelfte"}},
		{ID: "sprecher-001", Name: "ein Sprecher", Kind: person.Unnamed},
	}
}

func quotations(t testing.TB, d *dossier.Dossier) {
	add := func(id, art, content, quoted, sentence string, kind quotation.Kind, statement string) *dossier.Quotation {
		q := dossier.Quotation{ID: id, Article: art, Person: "anna-berger", Clean: content, Text: content, Statements: []string{statement}, Status: record.Machine}
		q.Kind = kind
		q.Content = []text.Span{find(t, d, art, content)}
		if quoted != "" {
			q.Quoted = []text.Span{find(t, d, art, quoted)}
		}
		q.Sentence = find(t, d, art, sentence)
		q.Date = dossier.Date{Value: "2025-02-12", Precision: "day", Basis: "weekday", Phrase: "am Mittwoch", Inferred: true}
		q.Speaker = quotation.Speaker{Entity: "anna-berger", Resolution: quotation.ByName, Confidence: person.Certain}
		d.Quotations = append(d.Quotations, q)
		for i := range d.Articles {
			a := &d.Articles[i]
			if a.ID != art {
				continue
			}
			a.Quotations = append(a.Quotations, id)
			a.Statements = append(a.Statements, statement)
			for _, b := range a.Article.Blocks {
				if b.Span.Contains(q.Content[0]) {
					d.Quotations[len(d.Quotations)-1].Block = b.ID
				}
			}
		}
		return &d.Quotations[len(d.Quotations)-1]
	}
	q := add("a1-000001", "a1", "„Eine Brücke ist in diesem Jahrzehnt nicht bezahlbar“", "Eine Brücke ist in diesem Jahrzehnt nicht bezahlbar", "„Eine Brücke ist in diesem Jahrzehnt nicht bezahlbar“, sagte Ministerin Anna Berger am Mittwoch.", quotation.Direct, "bruecke")
	q.Before, q.After = find(t, d, "a1", "Die Stadt bekommt keine Brücke."), find(t, d, "a1", "Die Opposition widersprach.")
	add("a1-000002", "a1", "dass der Bund „höchstens die Hälfte“ der 40 Millionen Euro tragen werde", "höchstens die Hälfte", "Berger sagte, dass der Bund „höchstens die Hälfte“ der 40 Millionen Euro tragen werde.", quotation.Mixed, "haelfte")
	add("a2-000001", "a2", "„Die neue Brücke ist in diesem Jahrzehnt kaum bezahlbar“", "Die neue Brücke ist in diesem Jahrzehnt kaum bezahlbar", "„Die neue Brücke ist in diesem Jahrzehnt kaum bezahlbar“, erklärte Anna Berger.", quotation.Direct, "bruecke")
	q = add("a2-000002", "a2", "Davon seien 60 Millionen Euro Landesmittel", "", "Davon seien 60 Millionen Euro Landesmittel, hieß es.", quotation.Indirect, "haelfte")
	q.Speaker = quotation.Speaker{Resolution: quotation.Inferred, Confidence: person.Uncertain}
	q = add("a2-000003", "a2", "Brücke nicht zu bezahlen", "", "Berger: Brücke nicht zu bezahlen", quotation.Indirect, "bruecke")
	q.Heading = true
}

func statements(d *dossier.Dossier) {
	day := dossier.Date{Value: "2025-02-12", Precision: "day"}
	table := collation.Collate([]collation.Reading{{Sigil: "A", Text: d.Quotations[0].Clean}, {Sigil: "B", Text: d.Quotations[2].Clean}})
	d.Statements = []dossier.Statement{
		{ID: "bruecke", Title: "Eine Brücke ist nicht bezahlbar", Speaker: "anna-berger", Date: day, Occasion: "Landtag", Status: record.Checked, By: "mk", On: "2026-01-02",
			Quotations: []string{"a1-000001", "a2-000001"}, Headings: []string{"a2-000003"}, Roots: []string{"dpa"},
			Reference: &record.Reference{Text: "We cannot afford a bridge this decade.", Lang: "en", Source: "Protokoll"},
			Collation: table, Apparatus: table.Apparatus(), Note: "Zwei Fassungen.\n\n<script>x</script>",
			Witnesses: []dossier.Witness{{Article: "a1", Quotations: []string{"a1-000001"}}, {Article: "a2", Quotations: []string{"a2-000001"}}},
			Absent:    []dossier.Absence{{Article: "a3", Kind: "omitted"}},
			Cells:     []dossier.Cell{{Article: "a1", Form: "direct", Quotation: "a1-000001"}, {Article: "a2", Form: "direct", Quotation: "a2-000001"}, {Article: "a3", Form: "absent"}}},
		{ID: "haelfte", Title: "der Bund höchstens die Hälfte trägt", Speaker: "anna-berger", Date: day, Status: record.Machine,
			Quotations: []string{"a1-000002"}, Roots: []string{"dpa"},
			Witnesses: []dossier.Witness{{Article: "a1", Quotations: []string{"a1-000002"}}},
			Collation: collation.Collate([]collation.Reading{{Sigil: "A", Text: d.Quotations[1].Clean}}),
			Cells:     []dossier.Cell{{Article: "a1", Form: "mixed", Quotation: "a1-000002"}}},
	}
}

func rest(t testing.TB, d *dossier.Dossier) {
	day := dossier.Date{Value: "2025-02-12", Precision: "day", Basis: "weekday", Phrase: "am Mittwoch"}
	name := find(t, d, "a1", "Anna Berger")
	d.Persons[0].Mentions = []dossier.Mention{{Article: "a1", Mention: person.Mention{Span: name, Entity: "anna-berger", Kind: person.Person, Form: person.Name}}}
	x := timex.Timex{Span: find(t, d, "a1", "am Mittwoch"), Type: timex.Date, Value: "2025-02-12", Resolved: "2025-02-12", Basis: timex.WeekdayOf}
	d.Articles[0].Times = []timex.Timex{x}
	d.Times = []dossier.Time{{Article: "a1", Timex: x}}
	d.Numbers = []dossier.Number{
		{ID: "a1-z1", Article: "a1", Quotation: "a1-000002", Person: "anna-berger", Sentence: d.Quotations[1].Sentence, Quantity: quantity.Quantity{Span: find(t, d, "a1", "40 Millionen Euro"), Value: "40000000", Unit: "EUR"}},
		{ID: "a2-z1", Article: "a2", Sentence: d.Quotations[3].Sentence, Quantity: quantity.Quantity{Span: find(t, d, "a2", "60 Millionen Euro"), Value: "60000000", Unit: "EUR", Counts: "Landesmittel", Approx: quantity.Over, PartOf: true}},
	}
	d.Conflicts = []dossier.Conflict{{ID: "teil-a2-z1", Kind: "part-over-whole", Numbers: []string{"a1-z1", "a2-z1"}, Note: "Zwei Töpfe."}}
	d.Events = []dossier.Event{
		{ID: "alt", Date: dossier.Date{Value: "2014", Precision: "year", Basis: "explicit"}, Kind: dossier.Happened, Title: "Die alte Brücke wird gesperrt", Articles: []string{"a1"}},
		{ID: "rede", Date: day, Kind: dossier.Happened, Persons: []string{"anna-berger"}, Articles: []string{"a1", "a2"}, Roots: []string{"dpa"}, Statements: []string{"bruecke", "haelfte"}},
		{ID: "erschienen-a1", Date: day, Kind: dossier.Published, Title: d.Articles[0].Title, Articles: []string{"a1"}},
		{ID: "bericht", Date: dossier.Date{Value: "2025-04~"}, Kind: dossier.Announced, Articles: []string{"a3"}, Sentences: []dossier.Source{{Article: "a3", Span: find(t, d, "a3", "Der Bote berichtet von einem Gipfel.")}}},
	}
	d.Oddities = []dossier.Oddity{
		{Kind: "part-over-whole", Article: "a1", Link: "teil-a2-z1", Sources: []dossier.Source{{Article: "a1", Span: d.Numbers[0].Span}, {Article: "a2", Span: d.Numbers[1].Span}}},
		{Kind: "role-misfit", Article: "a2", Person: "anna-berger", Link: "anna-berger", Words: []string{"Präsidentin"}},
		{Kind: "headline", Article: "a3", Link: "a3", Words: []string{"Brückengipfel"}},
	}
	d.Pairs = []dossier.Pair{{ID: "a1--a2", A: "a1", B: "a2", Shared: []string{"bruecke"}, OnlyA: []string{"haelfte"}}}
	d.Corrections = []record.Correction{{Item: "a1-000001", Was: "unbekannt", Now: "Anna Berger", Why: "steht im Satz", On: "2026-01-03"}}
	d.Stubs = []dossier.Stub{{Kind: "person", From: "a-berger", To: "anna-berger"}}
	d.Tombstones = []dossier.Tombstone{{ID: "a1-00000f", Article: "a1", Reason: "Persönlichkeitsrecht", On: "2026-01-04"}}
}
