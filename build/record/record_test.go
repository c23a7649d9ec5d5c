package record

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"wortlaut/build/text"
)

// folder makes a content folder from pairs of name and data.
func folder(pairs ...string) fstest.MapFS {
	m := fstest.MapFS{}
	for i := 0; i < len(pairs); i += 2 {
		m[pairs[i]] = &fstest.MapFile{Data: []byte(pairs[i+1])}
	}
	return m
}

func ExampleRead() {
	content, err := Read(fstest.MapFS{
		"persons/erika-muster.md": {Data: []byte("---\nname: Erika Muster\nroles: [{title: Bürgermeisterin, from: 2020}]\n---\n")},
		"events/sitzung.md":       {Data: []byte("---\ntitle: Sitzung\ndate: 6. März 2025\nplaze: Rathaus\n---\n")},
	})
	fmt.Println(content.Persons[0].Name, content.Persons[0].Roles[0].Title)
	fmt.Println(err)
	// Output:
	// Erika Muster Bürgermeisterin
	// content/events/sitzung.md:3:7: "date" is not a date: "6. März 2025" (EDTF level 1: 2025, 2025-02, 2025-02-12, 2025-02~, 2025-02-12/2025-02-14, ../2025)
	// content/events/sitzung.md:4:1: unknown key "plaze" (did you mean "place"?)
}

func TestReadNothing(t *testing.T) {
	for name, fsys := range map[string]fs.FS{"empty": fstest.MapFS{}, "hidden": folder(".keep", "", "README.md", "# x")} {
		c, err := Read(fsys)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if d := cmp.Diff(Content{Dossier: Dossier{Language: "de"}}, c); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
}

func TestRead(t *testing.T) {
	c, err := Read(folder(
		"dossier.md", "---\ntitle: Ein Dossier\nlanguage: en\nbase_url: https://example.org/d/\n---\nEinleitung mit **Gewicht**.\n",
		"articles/b2.md", "---\nseed: b.txt\n---\n",
		"articles/a1.md", "\ufeff---\r\nseed: a.txt\r\noutlet: bote\r\nbased_on: [agentur]\r\n"+
			"published: {value: 2025-02-12~, confidence: inferred}\r\ndrop:\r\n  - {lines: 1-11, why: Anzeige}\r\n  - lines: 3\r\n"+
			"quotations:\r\n  - exact: \"„Das geht: so nicht.“\"\r\n    speaker: erika-muster\r\n    status: checked\r\n    by: Müller\r\n    on: 2025-03-01\r\n---\r\nAnmerkung\r\n",
		"outlets/agentur.md", "---\nname: Agentur\nagency: true\n---\n",
		"outlets/bote.md", "---\nname: Der Bote\nnames: [Bote]\n---\n",
		"persons/erika-muster.md", "---\nname: Erika Muster\nroles:\n  - {title: Bürgermeisterin, from: 2020-05}\n---\n",
		"events/2025-02-12-sitzung.md", "---\ntitle: Sitzung\ndate: 2025-02-12\nsources: [a1]\n---\n",
		"pages/methode.md", "---\ntitle: Methode\n---\nText.\n",
		"corrections.md", "---\ncorrections:\n  - {item: a1, now: neu, on: 2025-01-01}\n  - {item: a1, now: neuer, on: 2025-02-01}\n---\nVorab.\n",
	))
	if err != nil {
		t.Fatal(err)
	}
	want := Content{
		Dossier: Dossier{Pos: text.Pos{File: "content/dossier.md", Line: 1, Col: 1}, Title: "Ein Dossier", Language: "en", BaseURL: "https://example.org/d/", Body: "Einleitung mit **Gewicht**.\n"},
		Articles: []Article{{
			ID: "a1", Seed: "a.txt", Outlet: "bote", BasedOn: []string{"agentur"},
			Published: &Published{Value: "2025-02-12~", Confidence: "inferred"},
			Drop:      []Drop{{Lines: "1-11", First: 1, Last: 11, Why: "Anzeige"}, {Lines: "3", First: 3, Last: 3}},
			Quotations: []Quotation{{
				Pos:   text.Pos{File: "content/articles/a1.md", Line: 10, Col: 5},
				Exact: "„Das geht: so nicht.“", Speaker: "erika-muster", Vouch: Vouch{Checked, "Müller", "2025-03-01"},
			}},
			Vouch: Vouch{Status: Machine}, Body: "Anmerkung\r\n",
		}, {ID: "b2", Seed: "b.txt", Vouch: Vouch{Status: Machine}}},
		Outlets: []Outlet{{ID: "agentur", Name: "Agentur", Agency: true, Vouch: Vouch{Status: Machine}}, {ID: "bote", Name: "Der Bote", Names: []string{"Bote"}, Vouch: Vouch{Status: Machine}}},
		Persons: []Person{{ID: "erika-muster", Name: "Erika Muster", Kind: "person", Roles: []Role{{Title: "Bürgermeisterin", From: "2020-05"}}, Vouch: Vouch{Status: Machine}}},
		Events:  []Event{{ID: "2025-02-12-sitzung", Title: "Sitzung", Date: "2025-02-12", Kind: "happened", Articles: []string{"a1"}, Vouch: Vouch{Status: Machine}}},
		Pages:   []Page{{ID: "methode", Title: "Methode", Body: "Text.\n"}},
		Corrections: []Correction{
			{Pos: text.Pos{File: "content/corrections.md", Line: 4, Col: 5}, Item: "a1", Now: "neuer", On: "2025-02-01"},
			{Pos: text.Pos{File: "content/corrections.md", Line: 3, Col: 5}, Item: "a1", Now: "neu", On: "2025-01-01"},
		},
		Preface: "Vorab.\n",
	}
	whole := cmp.FilterPath(func(p cmp.Path) bool {
		s := p.GoString()
		return strings.HasSuffix(s, ".Places") || strings.HasSuffix(s, ".Pos") && !strings.Contains(s, "Quotations") && !strings.Contains(s, "Corrections") && !strings.Contains(s, "Dossier")
	}, cmp.Ignore())
	if d := cmp.Diff(want, c, whole, cmpopts.EquateEmpty()); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
	if got, want := c.Articles[0].Places["quotations[0].speaker"].String(), "content/articles/a1.md:11:14"; got != want {
		t.Errorf("the speaker stands at %s, want %s", got, want)
	}
}

// TestMistakes shows what an editor reads after a slip of the pen.
func TestMistakes(t *testing.T) {
	bomb := "a: &a [x, x]\nb: &b [*a, *a]\nseed: *b\n"
	for _, c := range []struct{ name, data, want string }{
		{"articles/a.md", "seed: a.txt\n", `content/articles/a.md:1:1: no front matter (begin the file with a line "---", then the keys, then another "---")`},
		{"articles/a.md", "", `content/articles/a.md:1:1: no front matter (begin the file with a line "---", then the keys, then another "---")`},
		{"articles/a.md", "---\nseed: a.txt\n", `content/articles/a.md:1:1: the front matter has no end (add a line "---" after the keys)`},
		{"articles/a.md", "---\n---\n", `content/articles/a.md:1:1: "seed" is missing`},
		{"articles/a.md", "---\nseed: a.txt\n  x: 1\n---\n", `content/articles/a.md:3:4: not valid YAML: mapping values are not allowed in this context (quote values that hold a colon, a quotation mark or a leading sign)`},
		{"articles/a.md", "---\nseed: a.txt\ntitle: \"Grüße\n---\n", `content/articles/a.md:3:8: not valid YAML: found unexpected end of stream (quote values that hold a colon, a quotation mark or a leading sign)`},
		{"articles/a.md", "---\nseed: a.txt\ntittle: x\n---\n", `content/articles/a.md:3:1: unknown key "tittle" (did you mean "title"?)`},
		{"articles/a.md", "---\nseed: a.txt\npublished: {value: 2025, “grund”: x, basis: y}\n---\n", `content/articles/a.md:3:26: unknown key "“grund”" (known are basis, confidence, value)`},
		{"articles/a.md", "---\nseed: a.txt\npublished: {basis: größer, bassis: y}\n---\n", `content/articles/a.md:3:30: unknown key "bassis" (did you mean "basis"?)`},
		{"articles/a.md", "---\nseed: a.txt\nseed: b.txt\n---\n", `content/articles/a.md:3:1: key "seed" stands twice, first in line 2 (remove one of the two)`},
		{"articles/a.md", "---\nseed: [a.txt]\n---\n", "content/articles/a.md:2:7: \"seed\" must be a single value (quote it if it begins with [ or {)\ncontent/articles/a.md:2:7: \"seed\" is missing"},
		{"articles/a.md", "---\nseed: a.txt\ndrop: 1-11\n---\n", `content/articles/a.md:3:7: "drop" must be a list (write [a, b], or one line beginning with - for each)`},
		{"articles/a.md", "---\nseed: a.txt\npublished: 2025\n---\n", `content/articles/a.md:3:12: "published" must have keys (keys: basis, confidence, value)`},
		{"articles/a.md", "---\n- seed\n---\n", "content/articles/a.md:1:1: \"seed\" is missing\ncontent/articles/a.md:2:1: the front matter must have keys (keys: based_on, by, drop, headline, label, numbers, on, outlet, published, quotations, rights, seed, sha256, status, title, translation, url)"},
		{"articles/a.md", "---\nseed: ../etc/passwd\n---\n", `content/articles/a.md:2:7: "seed" is not the name of a file in seeds/: "../etc/passwd" (the name alone, without a folder)`},
		{"articles/a.md", "---\nseed: a.txt\nstatus: chekced\n---\n", `content/articles/a.md:3:9: unknown value of "status": "chekced" (did you mean "checked"?)`},
		{"articles/a.md", "---\nseed: a.txt\nstatus: checked\nby: X\n---\n", `content/articles/a.md:3:9: "checked" needs by whom and on which day (add by: and on:)`},
		{"articles/a.md", "---\nseed: a.txt\nurl: javascript:alert(1)\n---\n", `content/articles/a.md:3:6: "url" is not a web address: "javascript:alert(1)" (begin with https:// or http://)`},
		{"articles/a.md", "---\nseed: a.txt\nrights: all\n---\n", `content/articles/a.md:3:9: unknown value of "rights": "all" (known are full, excerpt, quotes, link)`},
		{"articles/a.md", "---\nseed: a.txt\npublished: {value: 12.02.2025}\n---\n", `content/articles/a.md:3:20: "published.value" is not a date: "12.02.2025" (EDTF level 1: 2025, 2025-02, 2025-02-12, 2025-02~, 2025-02-12/2025-02-14, ../2025)`},
		{"articles/a.md", "---\nseed: a.txt\nsha256: abc\n---\n", `content/articles/a.md:3:9: "sha256" is not a SHA-256 (64 digits 0-9a-f, as sha256sum prints them)`},
		{"articles/a.md", "---\nseed: a.txt\ndrop: [{lines: 5-3}]\n---\n", `content/articles/a.md:3:16: not a line or range of lines: "5-3" (write "3" or "1-11", counted from 1)`},
		{"articles/a.md", "---\nseed: a.txt\nquotations: [{reject: yes, exact: x}]\n---\n", `content/articles/a.md:3:23: "quotations[0].reject" must be true or false: "yes" (write true or false)`},
		{"articles/a.md", "---\nseed: a.txt\nquotations: [{speaker: X Y}]\n---\n", "content/articles/a.md:3:14: \"quotations[0].exact\" is missing\ncontent/articles/a.md:3:24: \"quotations[0].speaker\" must be an ID: \"X Y\" (did you mean \"x-y\"?)"},
		{"articles/a.md", "---\nseed: a.txt\noutlet: bote\n---\n", `content/articles/a.md:3:9: no such outlet: "bote" (write content/outlets/bote.md)`},
		{"articles/a.md", "---\n" + bomb + "---\n", "content/articles/a.md:2:4: anchors and aliases are not allowed (write the value out)\ncontent/articles/a.md:3:4: anchors and aliases are not allowed (write the value out)\ncontent/articles/a.md:4:7: anchors and aliases are not allowed (write the value out)"},
		{"articles/a.md", "---\nseed: !!binary aGFsbG8=\n---\n", "content/articles/a.md:2:7: tags are not allowed: !!binary (leave it out)"},
		{"articles/a.md", "---\nseed: " + strings.Repeat("[", 40) + strings.Repeat("]", 40) + "\n---\n", "content/articles/a.md:2:23: nested too deeply"},
		{"articles/a.md", "---\nseed: " + strings.Repeat("[", 20000) + "\n---\n", "content/articles/a.md:2:10007: not valid YAML: exceeded max depth of 10000 (quote values that hold a colon, a quotation mark or a leading sign)"},
		{"articles/a.md", "---\nseed: " + strings.Repeat("x", sizeLimit) + "\n---\n", "content/articles/a.md: larger than 1 MB, too large for a record"},
		{"articles/a.md", "---\nseed: a\xff.txt\n---\n", "content/articles/a.md:2:8: not valid UTF-8 (save it as UTF-8)"},
		{"articles/Über uns.md", "---\nseed: a.txt\n---\n", `content/articles/Über uns.md: the file name is the ID and part of URLs: "Über uns" is not fit for that (rename it to ueber-uns.md)`},
		{"articles/notes.txt", "", "content/articles/notes.txt: not a record (only .md files belong into content/articles)"},
		{"articles/sub/a.md", "", "content/articles/sub: not a record (only .md files belong into content/articles)"},
		{"article/a.md", "", `content/article: unknown file or folder (did you mean "articles"?)`},
		{"dosier.md", "", `content/dosier.md: unknown file or folder (did you mean "dossier.md"?)`},
		{"photos/a.jpg", "", "content/photos: unknown file or folder (known here: articles, events, outlets, pages, persons, statements, corrections.md, dossier.md)"},
		{"dossier.md", "---\nlanguage: fr\n---\n", `content/dossier.md:2:11: unknown value of "language": "fr" (known are de, en)`},
		{"dossier.md", "---\ncontact: javascript:x\n---\n", `content/dossier.md:2:10: "contact" is neither a mail address nor a web address: "javascript:x"`},
		{"corrections.md", "---\ncorrections: [{item: x, now: y, on: 2025-02-30}]\n---\nText\n", "content/corrections.md:2:37: \"corrections[0].on\" is not a day: \"2025-02-30\" (write YYYY-MM-DD)"},
		{"persons/a.md", "---\nname: A\nwikidata: 42\n---\n", `content/persons/a.md:3:11: "wikidata" is not an item: "42" (Q and a number, such as Q42)`},
		{"persons/a.md", "---\nname: A\nmerged_into: a\n---\n", `content/persons/a.md:3:14: merged in a circle: a (remove one merged_into)`},
		{"persons/a.md", "---\nname: A\nmerged_into: b\n---\n", `content/persons/a.md:3:14: no such person: "b" (write content/persons/b.md)`},
		{"statements/a.md", "---\njoin: [{id: x, exact: y}, {article: a}]\n---\n", "content/statements/a.md:2:8: \"join[0]\" must name one quotation (give id, or article and exact)\ncontent/statements/a.md:2:27: \"join[1]\" must name one quotation (give id, or article and exact)"},
		{"statements/a.md", "---\nreference: {text: x, source: y, lang: Englisch}\n---\n", `content/statements/a.md:2:39: "reference.lang" is not a language: "Englisch" (such as en, de or en-GB)`},
		{"events/a.md", "---\ntitle: x\nkind: past\nseq: 1.5\ndate: 2025\n---\n", "content/events/a.md:3:7: unknown value of \"kind\": \"past\" (known are happened, announced, reported)\ncontent/events/a.md:4:6: \"seq\" must be a whole number: \"1.5\""},
	} {
		_, err := Read(folder(c.name, c.data))
		if err == nil {
			t.Errorf("%s %.60q: no error, want\n%s", c.name, c.data, c.want)
		} else if err.Error() != c.want {
			t.Errorf("%s %.60q:\n got %s\nwant %s", c.name, c.data, err, c.want)
		}
	}
}

func TestMistakesBetweenFiles(t *testing.T) {
	c, err := Read(folder(
		"articles/a.md", "---\nseed: a.txt\noutlet: bite\n---\n",
		"articles/b.md", "---\nseed: a.txt\n---\n",
		"articles/c.md", "---\nseed: c.txt\nquotations: [{exact: x, speaker: p1}]\n---\n",
		"outlets/bote.md", "---\nname: Bote\n---\n",
		"persons/p1.md", "---\nname: A\nmerged_into: p2\n---\n",
		"persons/p2.md", "---\nname: A\nmerged_into: p3\n---\n",
		"persons/p3.md", "---\nnam: A\nmerged_into: p2\n---\n",
	))
	inside := `content/articles/a.md:3:9: no such outlet: "bite" (did you mean "bote"?)
content/articles/b.md:2:7: a.txt is already described by content/articles/a.md (one record per seed)
content/persons/p2.md:3:14: merged in a circle: p2 (remove one merged_into)
content/persons/p3.md:1:1: "name" is missing
content/persons/p3.md:2:1: unknown key "nam" (did you mean "name"?)
content/persons/p3.md:3:14: merged in a circle: p3 (remove one merged_into)`
	if err == nil || err.Error() != inside {
		t.Errorf("got\n%v\nwant\n%s", err, inside)
	}
	var got text.Errors
	if err := c.Check([]string{"a.txt", "c-1.txt"}); !errors.As(err, &got) {
		t.Fatalf("%v is no list", err)
	}
	want := `content/articles/c.md:2:7: no such file in seeds/: "c.txt" (did you mean "a.txt"?)`
	if !strings.Contains(got.Error(), want) {
		t.Errorf("got\n%v\nwant among them\n%s", got, want)
	}
}

func TestEDTF(t *testing.T) {
	for s, want := range map[string]bool{
		"2025": true, "2025-02": true, "2025-02-12": true, "2025-02~": true, "2025?": true, "2025-02-12%": true,
		"2025-02-12/2025-02-14": true, "2025-02/..": true, "../2025": true, "2025-02/": true, "/2025": true, "2025~/2026": true, "2025-02-12/2025-02": true,
		"": false, "25": false, "2025-13": false, "2025-02-30": false, "12.02.2025": false, "2025-2-12": false, "2025-02-12T10:00": false,
		"2025-05/2025-02": false, "../..": false, "/": false, "~": false, "2025~~": false, "2025-02-12/14": false, "x/2025": false, "a/b": false,
	} {
		if got := edtf(s); got != want {
			t.Errorf("edtf(%q) = %v", s, got)
		}
	}
}

// FuzzRead checks that no file can stop the program, and that every position is in the file.
func FuzzRead(f *testing.F) {
	for _, s := range []string{"---\nseed: a.txt\n---\nText", "---\nseed: [a\n---\n", "\ufeff---\r\nquotations:\r\n - {exact: „x“, 3: 4}\r\n---", "---\na: &a\n b: *a\n---\n", "---\n? [a]\n: {b: c}\n---\n", "---\nseed: |\n  a\n drop: x\n---\n", "---\n%YAML 9\n---\n", "---\n\"\\xff\": \t\n---\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, data string) {
		c, err := Read(folder("articles/a.md", data, "persons/a.md", data, "corrections.md", data))
		var list text.Errors
		if err != nil && !errors.As(err, &list) {
			t.Fatalf("%T: %v", err, err)
		}
		for _, e := range list {
			lines := strings.Split(data, "\n")
			if e.Pos.Line > len(lines)+1 || e.Pos.Line > 0 && e.Pos.Line <= len(lines) && e.Pos.Col > len(lines[e.Pos.Line-1])+1 {
				t.Errorf("%v is outside of the file", e)
			}
		}
		if err == nil && (len(c.Articles) != 1 || c.Articles[0].Seed == "") {
			t.Errorf("%q was read without a seed", data)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	data := "---\nseed: a.txt\nquotations:\n" + strings.Repeat("  - {exact: „Das geht so nicht, sagte sie.“, why: Grund}\n", 50) + "---\n"
	fsys := folder("articles/a.md", data)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := Read(fsys); err != nil {
			b.Fatal(err)
		}
	}
}
