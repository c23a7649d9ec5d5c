// Package layout turns pages into HTML.
//
// In go the layouts and a page's data; out come minified bytes. All layouts are parsed once, at
// start: base.html frames every page, parts.html holds what several layouts print, and every other
// file defines the block "main" of one kind of page. Data are structs, so a misspelt field is an
// error; so is a text the language table lacks.
//
// Functions the layouts may call:
//
//	t KEY ARGS…            the interface's text (language.Table.T)
//	markdown TEXT ROOT ID  an editor's prose as HTML; ROOT leads to the site's root, ID prefixes heading ids
//	strong TEXT            a line of an editor's in which **words** may be strong, as HTML
//	segments TEXT MARKS    a source's text with its marks, as a list that the layout prints in order
//	foreign                the lang attribute of a source's wording, where the interface speaks another language
package layout

import (
	"bytes"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/tdewolff/minify/v2"
	minhtml "github.com/tdewolff/minify/v2/html"
	"golang.org/x/net/html"

	"wortlaut/build/publish/language"
	"wortlaut/build/publish/page"
)

// shared are the files every layout can use.
var shared = []string{"base.html", "parts.html"}

// sources is the language of the source texts.
const sources = "de"

// Set is all layouts, parsed.
type Set struct {
	layouts  map[string]*template.Template
	minifier *minify.M
}

// Parse parses every *.html in fsys for the interface of t.
func Parse(fsys fs.FS, t *language.Table) (*Set, error) {
	base, err := template.New("base.html").Option("missingkey=error").Funcs(functions(t)).ParseFS(fsys, shared...)
	if err != nil {
		return nil, err
	}
	files, err := fs.Glob(fsys, "*.html")
	if err != nil {
		return nil, err
	}
	s := &Set{layouts: map[string]*template.Template{}, minifier: minify.New()}
	s.minifier.Add("text/html", &minhtml.Minifier{
		KeepDocumentTags: true, KeepEndTags: true, KeepQuotes: true, KeepDefaultAttrVals: true, KeepSpecialComments: true,
	})
	for _, file := range files {
		if slices.Contains(shared, file) {
			continue
		}
		clone, err := base.Clone()
		if err != nil {
			return nil, err
		}
		if s.layouts[strings.TrimSuffix(file, path.Ext(file))], err = clone.ParseFS(fsys, file); err != nil {
			return nil, err
		}
	}
	return s, nil
}

func functions(t *language.Table) template.FuncMap {
	return template.FuncMap{
		"t": func(key string, args ...any) (string, error) {
			if !t.Has(key) {
				return "", fmt.Errorf("%s has no text %q", language.File, key)
			}
			return t.T(key, args...), nil
		},
		"markdown": markdown,
		"strong":   strong,
		"segments": segments,
		"foreign": func() template.HTMLAttr {
			if t.Lang == sources {
				return ""
			}
			return ` lang="` + sources + `"`
		},
	}
}

// Render returns a page's bytes. Markup whose elements do not nest is an error, because browsers
// and the minifier would mend it silently.
func (s *Set) Render(p page.Page) ([]byte, error) {
	tmpl := s.layouts[p.Layout]
	if tmpl == nil {
		return nil, fmt.Errorf("%s: no layout %q", p.File(), p.Layout)
	}
	var buf bytes.Buffer
	if err := tmpl.ExecuteTemplate(&buf, "base.html", p.Data); err != nil {
		return nil, fmt.Errorf("%s: %w", p.File(), err)
	}
	if err := nested(buf.Bytes()); err != nil {
		return nil, fmt.Errorf("%s: layout %s: %w", p.File(), p.Layout, err)
	}
	small, err := s.minifier.Bytes("text/html", buf.Bytes())
	if err != nil {
		return nil, fmt.Errorf("%s: %w", p.File(), err)
	}
	return small, nil
}

// void are the elements without end tag (HTML Living Standard, 13.1.2).
var void = []string{"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}

// nested reports the first element of doc that is not closed where it should be.
func nested(doc []byte) error {
	var open []string
	z := html.NewTokenizer(bytes.NewReader(doc))
	for {
		switch z.Next() {
		case html.ErrorToken:
			if z.Err() != io.EOF {
				return z.Err()
			}
			if len(open) > 0 {
				return fmt.Errorf("<%s> is not closed", open[len(open)-1])
			}
			return nil
		case html.StartTagToken:
			if name, _ := z.TagName(); !slices.Contains(void, string(name)) {
				open = append(open, string(name))
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			if len(open) == 0 || open[len(open)-1] != string(name) {
				return fmt.Errorf("</%s> closes %q", name, open)
			}
			open = open[:len(open)-1]
		}
	}
}
