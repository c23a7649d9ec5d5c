package site

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"wortlaut/build/text"
)

const first = `Brücke bleibt gesperrt

Musterstadt – Die Brücke über die Aar bleibt bis zum Sommer gesperrt. „Wir haben keine andere Wahl“, sagte Bürgermeisterin Erika Muster am Mittwoch im Rathaus.

Die Reparatur kostet 3,5 Millionen Euro. Baustadtrat Jens Beispiel kündigte an, die Arbeiten begännen im März.
`

const second = `Aar-Brücke: Stadt bittet um Geduld

Bürgermeisterin Erika Muster sagte am Mittwoch, die Stadt habe keine andere Wahl. Die Sperrung dauere bis zum Sommer.

„Das Land lässt uns allein“, erklärte Baustadtrat Jens Beispiel.
`

const third = `Der Wald wächst

Im Norden wurden 2.000 Bäume gepflanzt. „Das ist ein guter Tag“, sagte Försterin Anna Probe.
`

const recordFirst = `---
seed: bruecke.txt
published: {value: 2025-03-06, basis: Angabe der Redaktion, confidence: certain}
quotations:
  - exact: „Wir haben keine andere Wahl“
    speaker: erika-muster
---
`

const recordPerson = `---
name: Erika Muster
---
`

// project makes a folder with two texts and two records and returns the options to build it with
// the layouts and assets of the repository.
func project(t *testing.T) Options {
	t.Helper()
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	write(t, dir, "seeds/bruecke.txt", first, "seeds/geduld.txt", second,
		"content/articles/bruecke.md", recordFirst, "content/persons/erika-muster.md", recordPerson)
	t.Chdir(dir)
	return Options{
		Seeds: "seeds", Content: "content", Out: "public", Cache: ".cache",
		Layouts: filepath.Join(root, "layouts"), Assets: filepath.Join(root, "assets"),
	}
}

func mustBuild(t *testing.T, opt Options) Report {
	t.Helper()
	r, err := Build(opt)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestBuild(t *testing.T) {
	opt := project(t)
	r := mustBuild(t, opt)
	if len(r.Dossier.Articles) != 2 || r.Analyzed != 2 || r.Rendered != r.Pages || r.Pages == 0 {
		t.Errorf("%d articles, %d analysed, %d of %d pages rendered", len(r.Dossier.Articles), r.Analyzed, r.Rendered, r.Pages)
	}
	for _, f := range []string{"index.html", ".nojekyll", manifestFile, "data/quotations.json"} {
		if _, err := os.Stat(filepath.Join("public", f)); err != nil {
			t.Error(err)
		}
	}
	home, err := os.ReadFile("public/index.html")
	if err != nil || !strings.HasPrefix(string(home), "<!doctype html>") {
		t.Errorf("home page: %.60q %v", home, err)
	}
	if left, _ := filepath.Glob(".wortlaut-*"); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestBuildTwice(t *testing.T) {
	opt := project(t)
	one := mustBuild(t, opt)
	age(t, "public")
	two := mustBuild(t, opt)
	if two.Analyzed != 0 || two.Rendered != 0 || len(two.Written)+len(two.Removed) != 0 || len(two.Unchanged) != len(one.Written) {
		t.Errorf("the second build analysed %d, rendered %d, wrote %v, removed %v", two.Analyzed, two.Rendered, two.Written, two.Removed)
	}
	if got := touched(t, "public"); len(got) > 0 {
		t.Errorf("the second build wrote %v", got)
	}
	if d := cmp.Diff(one.Notes, two.Notes); d != "" {
		t.Errorf("notes differ:\n%s", d)
	}
}

// TestBuildEqual builds with a warm cache, a cold one and none, in two places.
func TestBuildEqual(t *testing.T) {
	opt := project(t)
	mustBuild(t, opt)
	want := tree(t, "public")
	for _, c := range []Options{{Out: "warm", Cache: ".cache"}, {Out: "cold", Cache: ".cache2"}, {Out: "none"}} {
		again := opt
		again.Out, again.Cache = c.Out, c.Cache
		mustBuild(t, again)
		if d := cmp.Diff(want, tree(t, c.Out)); d != "" {
			t.Errorf("%s differs:\n%s", c.Out, d)
		}
	}
}

// TestBuildChanged changes one text of two and checks what is done again.
func TestBuildChanged(t *testing.T) {
	opt := project(t)
	write(t, ".", "seeds/wald.txt", third)
	mustBuild(t, opt)
	age(t, "public")
	write(t, ".", "seeds/wald.txt", strings.Replace(third, "2.000", "3.000", 1))
	r := mustBuild(t, opt)
	if r.Analyzed != 1 {
		t.Errorf("%d texts were read anew, want 1", r.Analyzed)
	}
	if !slices.ContainsFunc(r.Written, func(p string) bool { return strings.Contains(p, "/wald/") }) {
		t.Errorf("the page of the changed text was not written: %v", r.Written)
	}
	for _, p := range r.Written {
		if strings.HasPrefix(p, "artikel/geduld") || strings.HasPrefix(p, "artikel/bruecke") || strings.HasPrefix(p, "personen/erika") || strings.HasPrefix(p, "assets/") {
			t.Errorf("%s does not show the changed text and was written", p)
		}
	}
	if r.Rendered >= r.Pages/2 {
		t.Errorf("%d of %d pages were rendered anew", r.Rendered, r.Pages)
	}
	got := touched(t, "public")
	if len(got) != len(r.Written) {
		t.Errorf("written %v, reported %v", got, r.Written)
	}
}

func TestBuildRemoved(t *testing.T) {
	opt := project(t)
	write(t, ".", "seeds/wald.txt", third)
	mustBuild(t, opt)
	write(t, "public", "CNAME", "example.org")
	if err := os.Remove("seeds/wald.txt"); err != nil {
		t.Fatal(err)
	}
	r := mustBuild(t, opt)
	if !slices.ContainsFunc(r.Removed, func(p string) bool { return strings.Contains(p, "wald") }) {
		t.Errorf("removed %v", r.Removed)
	}
	for name, data := range tree(t, "public") {
		if strings.Contains(name, "wald") || strings.Contains(data, "Anna Probe") {
			t.Errorf("%s still tells of the removed text", name)
		}
	}
	if tree(t, "public")["CNAME"] != "example.org" {
		t.Error("a file of somebody else's is gone")
	}
}

// TestBuildMistakes breaks the project in one way each: the message names the place, and the former
// site stays as it was.
func TestBuildMistakes(t *testing.T) {
	link := func(t *testing.T) {
		if err := os.Symlink("bruecke.txt", "seeds/link.txt"); err != nil {
			t.Fatal(err)
		}
	}
	files := func(pairs ...string) func(t *testing.T) {
		return func(t *testing.T) { write(t, ".", pairs...) }
	}
	for _, c := range []struct {
		name  string
		spoil func(t *testing.T)
		want  string
	}{
		{"empty text", files("seeds/leer.txt", ""), "seeds/leer.txt: the file is empty (remove it or fill it)"},
		{"blank text", files("seeds/leer.txt", " \n\n"), "seeds/leer.txt: the file is empty (remove it or fill it)"},
		{"binary", files("seeds/bild.txt", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), "seeds/bild.txt:3:1: the file is binary: a zero byte (remove the file or extract its text first)"},
		{"Latin-1", files("seeds/alt.txt", "Br\xfccke\n\nEin Satz.\n"), "seeds/alt.txt:1:3: byte 0xFC is not UTF-8 (convert it: iconv -f WINDOWS-1252 -t UTF-8)"},
		{"folder", files("seeds/alt/a.txt", first), "seeds/alt: is a folder (texts lie directly in seeds/, one file each)"},
		{"link", link, "seeds/link.txt: is a link or a device, not a regular file (copy the text itself)"},
		{"other file", files("seeds/a.pdf", "%PDF"), "seeds/a.pdf: is no .txt file (turn it into one with: go run ./cmd/add a.pdf)"},
		{"huge", files("seeds/a.txt", strings.Repeat("Wort ", 2<<20)), "seeds/a.txt: larger than 4 MB, too large for a news text (is it the right file? part it if it holds several texts)"},
		{"link with a record", func(t *testing.T) {
			link(t)
			write(t, ".", "content/articles/link.md", "---\nseed: link.txt\n---\n")
		}, "seeds/link.txt: is a link or a device, not a regular file (copy the text itself)"},
		{"unknown key", files("content/persons/jens.md", "---\nname: Jens Beispiel\nnamen: [Jens]\n---\n"), `content/persons/jens.md:3:1: unknown key "namen" (did you mean "name"?)`},
		{"missing seed", files("content/articles/neu.md", "---\nseed: bruecken.txt\n---\n"), `content/articles/neu.md:2:7: no such file in seeds/: "bruecken.txt" (did you mean "bruecke.txt"?)`},
		{"twice in the text", files("content/articles/bruecke.md", strings.Replace(recordFirst, "„Wir haben keine andere Wahl“", "die", 1)), `content/articles/bruecke.md:5:5: exact "die" occurs 2 times in seeds/bruecke.txt, not once (add words before or after it until it occurs once)`},
		{"nowhere in the text", files("content/articles/bruecke.md", strings.Replace(recordFirst, "Wahl", "Qual", 1)), `content/articles/bruecke.md:5:5: exact "„Wir haben keine andere Qual“" occurs 0 times in seeds/bruecke.txt, not once (copy the words from the article's page, marks included)`},
		{"two of one name", files("content/articles/bruecke.md", "---\nseed: geduld.txt\n---\n"), `content/articles/bruecke.md:1:1: bruecke.txt and geduld.txt would both have the ID "bruecke" (give the record another file name)`},
		{"several", files("seeds/leer.txt", "", "content/persons/jens.md", "---\nname: Jens Beispiel\nkind: men\n---\n"),
			"content/persons/jens.md:3:7: unknown value of \"kind\": \"men\" (known are person, unnamed, organisation)\nseeds/leer.txt: the file is empty (remove it or fill it)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			opt := project(t)
			mustBuild(t, opt)
			before := tree(t, "public")
			age(t, "public")
			c.spoil(t)
			_, err := Build(opt)
			if err == nil || err.Error() != c.want {
				t.Errorf("\n got %v\nwant %s", err, c.want)
			}
			var list text.Errors
			if !errors.As(err, &list) {
				t.Errorf("%T has no places", err)
			}
			if !cmp.Equal(before, tree(t, "public")) || len(touched(t, "public")) > 0 {
				t.Error("the former site was changed")
			}
		})
	}
}

func TestBuildTwins(t *testing.T) {
	opt := project(t)
	write(t, ".", "seeds/kopie.txt", second)
	r := mustBuild(t, opt)
	want := text.Note{Pos: text.Pos{File: "seeds/kopie.txt"}, Text: "the same text as seeds/geduld.txt, byte for byte"}
	if !slices.Contains(r.Notes, want) {
		t.Errorf("notes: %v", r.Notes)
	}
}

func TestBuildWithoutTexts(t *testing.T) {
	opt := project(t)
	opt.Seeds = "nichts"
	if _, err := Build(opt); err == nil || err.Error() != "nichts: cannot be read: no such file or directory (name the folder of the texts with -seeds)" {
		t.Errorf("got %v", err)
	}
	wrong := project(t)
	wrong.Layouts, wrong.Assets = "nichts", "niemals"
	if _, err := Build(wrong); err == nil || err.Error() != "nichts: cannot be read: no such file or directory (name the folder with -layouts)\nniemals: cannot be read: no such file or directory (name the folder with -assets)" {
		t.Errorf("got %v", err)
	}
	wrong = project(t)
	write(t, ".", "file", "x")
	wrong.Cache = "file/cache"
	if _, err := Build(wrong); err == nil || err.Error() != "cache: mkdir file: not a directory" {
		t.Errorf("got %v", err)
	}
	if err := os.Mkdir("nichts", 0o755); err != nil {
		t.Fatal(err)
	}
	if _, err := Build(opt); err == nil || err.Error() != "nichts: no texts (put at least one .txt file into it)" {
		t.Errorf("got %v", err)
	}
	if _, err := os.Stat("public"); !os.IsNotExist(err) {
		t.Error("a site was begun")
	}
}

func TestBuildOutput(t *testing.T) {
	opt := project(t)
	write(t, ".", "thesis/chapter.doc", "x", "file", "x")
	opt.Out = "thesis"
	_, err := Build(opt)
	if err == nil || !strings.HasSuffix(err.Error(), "thesis: not empty, and no build has written it (choose a new or empty folder for -out)") {
		t.Errorf("got %v", err)
	}
	if d := cmp.Diff(map[string]string{"chapter.doc": "x"}, tree(t, "thesis")); d != "" {
		t.Error(d)
	}
	opt.Out = "file/public"
	if _, err := Build(opt); err == nil || !strings.Contains(err.Error(), "file/public: cannot be written: not a directory") {
		t.Errorf("got %v", err)
	}
	opt.Out = "."
	if _, err := Build(opt); err == nil || !strings.Contains(err.Error(), ".: is or holds the seeds folder seeds") {
		t.Errorf("got %v", err)
	}
}

// TestBuildSeedsOnly builds a folder of nothing but texts.
func TestBuildSeedsOnly(t *testing.T) {
	opt := project(t)
	opt.Content, opt.Cache = "", ""
	r := mustBuild(t, opt)
	if len(r.Dossier.Articles) != 2 || r.Pages == 0 {
		t.Errorf("%d articles, %d pages", len(r.Dossier.Articles), r.Pages)
	}
}

func TestVerify(t *testing.T) {
	opt := project(t)
	r := mustBuild(t, opt)
	v, err := Verify("public", []byte(first))
	if err != nil || v.Article != "bruecke" || v.Quotations == 0 || len(v.Wrong) > 0 {
		t.Errorf("%+v %v", v, err)
	}
	if len(r.Dossier.Quotations) == 0 {
		t.Error("no quotations: the test shows nothing")
	}
	if v, err := Verify("public", []byte(first+"x")); err != nil || v.Article != "" {
		t.Errorf("a changed text: %+v %v", v, err)
	}
	data, err := os.ReadFile("public/data/quotations.json")
	if err != nil {
		t.Fatal(err)
	}
	write(t, "public", "data/quotations.json", strings.ReplaceAll(string(data), "keine andere Wahl", "eine andere Wahl"))
	if v, err := Verify("public", []byte(first)); err != nil || len(v.Wrong) != 1 {
		t.Errorf("a forged quotation: %+v %v", v, err)
	}
	if _, err := Verify("nichts", nil); err == nil {
		t.Error("no error without a site")
	}
}

func BenchmarkBuildUnchanged(b *testing.B) {
	root, err := filepath.Abs("../..")
	if err != nil {
		b.Fatal(err)
	}
	dir := b.TempDir()
	opt := Options{
		Seeds: filepath.Join(root, "seeds"), Content: filepath.Join(root, "content"), Layouts: filepath.Join(root, "layouts"), Assets: filepath.Join(root, "assets"),
		Out: filepath.Join(dir, "public"), Cache: filepath.Join(dir, "cache"),
	}
	if _, err := Build(opt); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if r, err := Build(opt); err != nil || len(r.Written) > 0 {
			b.Fatal(r.Written, err)
		}
	}
}
