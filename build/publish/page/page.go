// Package page decides what stands on which page.
//
// In goes a dossier; out come the site's pages, each with its path, the name of its layout and the
// data that layout prints. All wording of the interface comes from the language table, all links
// are relative to the page they stand on. Data are typed structs, one per layout, with the Frame
// that every page shares; nothing here writes HTML.
package page

import (
	"cmp"
	"slices"
	"strings"

	"wortlaut/build/dossier"
	"wortlaut/build/publish/asset"
	"wortlaut/build/publish/language"
)

// Page is one file of the site.
type Page struct {
	Path   string // from the site's root, ending in "/", or a file name; "" is the home page
	Layout string // the layout's name without .html
	Data   any    // a pointer to the layout's struct
}

// File is the name of the file the page is written to, below the site's root.
func (p Page) File() string {
	if p.Path == "" || strings.HasSuffix(p.Path, "/") {
		return p.Path + "index.html"
	}
	return p.Path
}

// builder makes pages. It is written to only by note, which collects who links to whom.
type builder struct {
	d      *dossier.Dossier
	t      *language.Table
	assets asset.Manifest // logical name → path from the site's root
	url    URLs
	files  []DataFile // what the page of data files lists

	days  map[string]bool     // dates the timeline has, without marks of doubt
	made  map[string]*made    // by path
	links map[string][]string // target path → paths of the pages that link to it, in order
}

// made is a page as other pages see it: for the list of pages that refer to one.
type made struct {
	frame *Frame
	kind  string // a key of "kind.…"; empty for pages not worth listing
	title string
}

// All returns every page of the dossier, by path. Assets gives the path of an asset by its logical
// name ("style.css"); files are the data files published beside the pages.
func All(d *dossier.Dossier, t *language.Table, assets asset.Manifest, files ...DataFile) []Page {
	b := &builder{d: d, t: t, assets: assets, url: URLs{t}, files: files, days: map[string]bool{}, made: map[string]*made{}, links: map[string][]string{}}
	for _, e := range d.Events {
		b.days[plainDate(e.Date.Value)] = true
	}
	pages := slices.Concat(b.main(), b.secondary())
	b.backlinks()
	slices.SortFunc(pages, func(a, b Page) int { return cmp.Compare(a.Path, b.Path) })
	return pages
}

// main makes the pages that show what was said: home, articles, persons, statements, timeline, numbers.
func (b *builder) main() []Page {
	pages := append([]Page{b.home(), b.timeline()}, b.numbers()...)
	for i := range b.d.Articles {
		pages = append(pages, b.article(&b.d.Articles[i]))
	}
	for i := range b.d.Persons {
		pages = append(pages, b.person(&b.d.Persons[i]))
	}
	for i := range b.d.Statements {
		pages = append(pages, b.statement(&b.d.Statements[i]))
	}
	return pages
}
