package layout

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"

	"wortlaut/build/dossier"
	"wortlaut/build/publish/language"
	"wortlaut/build/publish/page"
)

var layouts = os.DirFS("../../../layouts")

func set(t testing.TB, lang string) (*Set, *language.Table) {
	table, err := language.Load(layouts, lang)
	if err != nil {
		t.Fatal(err)
	}
	s, err := Parse(layouts, table)
	if err != nil {
		t.Fatal(err)
	}
	return s, table
}

func ExampleParse() {
	table, err := language.Load(layouts, "de")
	if err != nil {
		fmt.Println(err)
		return
	}
	s, err := Parse(layouts, table)
	if err != nil {
		fmt.Println(err)
		return
	}
	d := &dossier.Dossier{}
	d.Info.Title = "Die Brücke"
	pages := page.All(d, table, nil)
	doc, err := s.Render(pages[slices.IndexFunc(pages, func(p page.Page) bool { return p.Path == "" })])
	fmt.Println(err, regexp.MustCompile(`<title>.*?</title>`).FindString(string(doc)))
	// Output: <nil> <title>Die Brücke – Wortlaut</title>
}

// TestRender renders every page of the fixture in both languages and checks what every page owes.
func TestRender(t *testing.T) {
	for _, lang := range []string{"de", "en"} {
		s, table := set(t, lang)
		pages := page.All(fixture(t), table, nil)
		paths := map[string]bool{}
		for _, p := range pages {
			paths[p.Path] = true
		}
		used := map[string]bool{}
		anchors := map[string]map[string]bool{} // by path
		var links []link
		for _, p := range pages {
			used[p.Layout] = true
			doc, err := s.Render(p)
			if err != nil {
				t.Error(err)
				continue
			}
			check(t, lang+"/"+p.File(), p, doc, paths)
			ids, out := places(p, doc)
			anchors[p.Path] = ids
			links = append(links, out...)
		}
		for _, l := range links {
			if ids, ok := anchors[l.path]; ok && !ids[l.anchor] {
				t.Errorf("%s: %s links to %s#%s, which is not there", lang, l.from, l.path, l.anchor)
			}
		}
		for name := range s.layouts {
			if !used[name] {
				t.Errorf("%s: the fixture has no page of layout %s", lang, name)
			}
		}
	}
}

// link is a link to a place on a page.
type link struct{ from, path, anchor string }

// places returns the ids of a page and its links to places on pages.
func places(p page.Page, doc []byte) (map[string]bool, []link) {
	ids := map[string]bool{}
	var out []link
	tree, err := html.Parse(bytes.NewReader(doc))
	if err != nil {
		return ids, nil
	}
	for n := range tree.Descendants() {
		if id := attr(n, "id"); id != "" {
			ids[id] = true
		}
		to, anchor, ok := strings.Cut(attr(n, "href"), "#")
		if !ok || strings.Contains(to, ":") {
			continue
		}
		target := p.Path
		if to != "" {
			if target = strings.Trim(path.Join("/", path.Dir("/"+p.File()), to), "/"); target != "" {
				target += "/"
			}
		}
		out = append(out, link{p.File(), target, anchor})
	}
	return ids, out
}

// check reports what a page may not have: a second h1, an id twice, a heading that skips a level,
// a link that is absolute or leads nowhere, styles or scripts inside the page, a text that is missing.
func check(t *testing.T, name string, p page.Page, doc []byte, paths map[string]bool) {
	t.Helper()
	tree, err := html.Parse(bytes.NewReader(doc))
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(doc, []byte("⟦")) || bytes.Contains(doc, []byte("ZgotmplZ")) {
		t.Errorf("%s: a text is missing or a URL was refused", name)
	}
	ids, h1, level := map[string]bool{}, 0, 1
	for n := range tree.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6' {
			at := int(n.Data[1] - '0')
			if at > level+1 {
				t.Errorf("%s: <%s> follows a heading of level %d", name, n.Data, level)
			}
			level = at
		}
		if n.Data == "h1" {
			h1++
		}
		if n.Data == "style" || n.Data == "script" && attr(n, "src") == "" {
			t.Errorf("%s: <%s> inside the page", name, n.Data)
		}
		for _, a := range n.Attr {
			checkAttr(t, name, p, n, a, paths)
			if a.Key == "id" {
				if ids[a.Val] {
					t.Errorf("%s: the id %q stands twice", name, a.Val)
				}
				ids[a.Val] = true
			}
		}
	}
	for n := range tree.Descendants() {
		for _, key := range []string{"aria-labelledby", "href"} {
			for id := range strings.FieldsSeq(attr(n, key)) {
				if id, local := strings.CutPrefix(id, "#"); (local || key != "href") && !ids[id] {
					t.Errorf("%s: %s=%q leads nowhere", name, key, id)
				}
			}
		}
	}
	if h1 != 1 {
		t.Errorf("%s has %d h1", name, h1)
	}
}

func checkAttr(t *testing.T, name string, p page.Page, n *html.Node, a html.Attribute, paths map[string]bool) {
	t.Helper()
	if a.Key == "style" || strings.HasPrefix(a.Key, "on") {
		t.Errorf("%s: <%s %s> breaks the content security policy", name, n.Data, a.Key)
	}
	if a.Key != "href" && a.Key != "src" || n.Data == "base" {
		return
	}
	switch {
	case strings.HasPrefix(a.Val, "mailto:"), attr(n, "rel") == "external", attr(n, "rel") == "canonical":
	case strings.Contains(a.Val, ":"), strings.HasPrefix(a.Val, "/"):
		t.Errorf("%s: <%s %s=%q> is absolute", name, n.Data, a.Key, a.Val)
	case n.Data == "a":
		to, _, _ := strings.Cut(a.Val, "#")
		target := path.Join("/", path.Dir("/"+p.File()), to)[1:] + "/"
		if to != "" && strings.HasSuffix(to, "/") && target != "/" && !paths[target] {
			t.Errorf("%s: a link leads nowhere: %s", name, a.Val)
		}
	}
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// TestEscapes puts markup wherever a source or an editor can: none of it may become an element.
func TestEscapes(t *testing.T) {
	s, table := set(t, "de")
	d := fixture(t)
	const evil = `<img src=x onerror=alert(1)>"'&`
	for i := range d.Articles {
		d.Articles[i].Title += evil
		d.Articles[i].Label = evil
	}
	for i := range d.Persons {
		d.Persons[i].Name += evil
	}
	for i := range d.Quotations {
		d.Quotations[i].Clean += evil
		d.Quotations[i].Text += evil
		d.Quotations[i].Why = evil
	}
	for i := range d.Statements {
		d.Statements[i].Title += evil
		d.Statements[i].Occasion = evil
	}
	d.Info.Title, d.Info.Question, d.Info.Body = evil, evil, evil
	for _, p := range page.All(d, table, nil) {
		doc, err := s.Render(p)
		if err != nil {
			t.Error(err)
			continue
		}
		tree, err := html.Parse(bytes.NewReader(doc))
		if err != nil {
			t.Fatal(err)
		}
		for n := range tree.Descendants() {
			if n.Data == "img" {
				t.Errorf("%s: markup of a source became an element", p.File())
			}
		}
	}
}

// TestSourceText checks that an article's page prints its text byte for byte.
func TestSourceText(t *testing.T) {
	s, table := set(t, "de")
	d := fixture(t)
	for _, p := range page.All(d, table, nil) {
		if p.Path != "artikel/a1/" {
			continue
		}
		doc, err := s.Render(p)
		if err != nil {
			t.Fatal(err)
		}
		tree, err := html.Parse(bytes.NewReader(doc))
		if err != nil {
			t.Fatal(err)
		}
		printed := map[string]bool{}
		for n := range tree.Descendants() {
			if n.Type == html.ElementNode && (attr(n, "class") == "txt" || attr(n, "class") == "sub") {
				printed[words(n)] = true
			}
		}
		for _, b := range d.Articles[0].Article.Blocks {
			if b.Kind == "paragraph" || b.Kind == "heading" {
				if want := b.Span.Of(d.Articles[0].Article.Text); !printed[want] {
					t.Errorf("%q is not printed as it is; printed are %v", want, printed)
				}
			}
		}
	}
}

// words is the text of n without the links to quotations' own pages.
func words(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var out strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if attr(c, "class") != "no" {
			out.WriteString(words(c))
		}
	}
	return out.String()
}

func TestParseErrors(t *testing.T) {
	table, err := language.Load(layouts, "de")
	if err != nil {
		t.Fatal(err)
	}
	base := &fstest.MapFile{Data: []byte(`<p>{{block "main" .}}{{end}}</p>`)}
	parts := &fstest.MapFile{Data: []byte(`{{define "x"}}{{end}}`)}
	home := page.Page{Layout: "home", Data: &page.Home{Frame: &page.Frame{}}}
	for _, c := range []struct{ layout, want string }{
		{`{{define "main"}}{{.Nirgends}}{{end}}`, "can't evaluate field Nirgends"},
		{`{{define "main"}}{{t "nirgends"}}{{end}}`, `texts.yaml has no text "nirgends"`},
		{`{{define "main"}}<b>{{end}}`, `</p> closes ["p" "b"]`},
		{`{{define "main"}}{{`, "home.html:1"},
	} {
		s, err := Parse(fstest.MapFS{"base.html": base, "parts.html": parts, "home.html": {Data: []byte(c.layout)}}, table)
		if err == nil {
			_, err = s.Render(home)
		}
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %s", c.layout, err, c.want)
		}
	}
	s, err := Parse(fstest.MapFS{"base.html": base, "parts.html": parts}, table)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Render(home); err == nil || !strings.Contains(err.Error(), `index.html: no layout "home"`) {
		t.Errorf("a page without layout: %v", err)
	}
	if _, err := Parse(fstest.MapFS{}, table); err == nil {
		t.Error("no layouts at all are no error")
	}
}

// TestAssets finds assets that are named and missing.
func TestAssets(t *testing.T) {
	_, table := set(t, "de")
	assets := os.DirFS("../../../assets")
	for _, p := range page.All(&dossier.Dossier{}, table, nil) {
		h, ok := p.Data.(*page.Home)
		if !ok {
			continue
		}
		for _, url := range []string{h.Style, h.Font, h.Icon} {
			if _, err := fs.Stat(assets, strings.TrimPrefix(url, "assets/")); err != nil {
				t.Error(err)
			}
		}
	}
	fonts, err := filepath.Glob("../../../assets/fonts/*.woff2")
	if err != nil || len(fonts) == 0 {
		t.Errorf("no fonts (%v)", err)
	}
}

func BenchmarkRender(b *testing.B) {
	s, table := set(b, "de")
	pages := page.All(fixture(b), table, nil)
	p := pages[slices.IndexFunc(pages, func(p page.Page) bool { return p.Layout == "article" })]
	doc, err := s.Render(p)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(doc)))
	for b.Loop() {
		if _, err := s.Render(p); err != nil {
			b.Fatal(err)
		}
	}
}
