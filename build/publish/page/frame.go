package page

import (
	"net/url"
	"slices"
	"strings"
)

// Frame is what every page shares.
type Frame struct {
	Lang     string
	Title    string // of the <title> element
	Dossier  string // the dossier's title
	Class    string // of <body>; may be empty
	Path     string // of the page, from the site's root
	Root     string // relative URL of the site's root: "../../"
	Home     string // relative URL of the home page
	Style    string // relative URLs of the assets
	Font     string
	Icon     string
	Scripts  []string
	NoIndex  bool // search engines are asked not to list the page
	Nav      []Link
	Crumb    []Link // the way to this page, without the page itself
	Colophon []Link
	Foot     Foot
}

// Link is a link or, without URL, a plain text.
type Link struct {
	Text    string
	URL     string
	Sigil   Sigil // of an article; may be zero
	Current bool
}

// Sigil is the letter a source keeps throughout the dossier.
type Sigil struct {
	Letter string
	Class  string // "sa" … "sh"
}

// Foot is what stands below every page.
type Foot struct {
	Backlinks []Group
	Cite      string // ready to copy
	Report    string // URL for reports of mistakes; empty if the dossier names no contact
	Updated   string // for readers; empty if the dossier states none
	UpdatedOn string // YYYY-MM-DD
	Status    string // URL of the explanation of "automatisch erkannt"
}

// Group is a titled list of links. Rest are those a reader sees on request.
type Group struct {
	Title string
	Links []Link
	Rest  []Link
}

// Status says who vouches for what a page shows.
type Status struct {
	Checked bool
	Text    string
}

// view is a page in the making: it knows where it stands, and notes whom it links to.
type view struct {
	*builder
	path  string
	frame *Frame
}

// open begins the page at path. Section is the key of the navigation entry it belongs to, kind a
// key of "kind.…" under which other pages list it ("" if they should not), title what it is called
// there and in <title>.
func (b *builder) open(path, section, kind, title string) *view {
	v := &view{builder: b, path: path, frame: &Frame{}}
	root := Root(path)
	*v.frame = Frame{
		Lang: b.t.Lang, Title: title + " – " + b.t.T("site.name"), Dossier: b.d.Info.Title, Path: path, Root: root,
		Home:  Rel(path, b.url.Home()),
		Style: root + b.asset("style.css"), Font: root + b.asset("fonts/source-serif-4-latin-opsz-normal.woff2"), Icon: root + b.asset("favicon.svg"),
	}
	for _, s := range b.sections() {
		v.frame.Nav = append(v.frame.Nav, Link{Text: b.t.T("nav." + s.key), URL: Rel(path, s.path), Current: s.key == section})
	}
	for _, l := range b.colophon() {
		v.frame.Colophon = append(v.frame.Colophon, Link{Text: l.Text, URL: Rel(path, l.URL), Current: l.URL == path})
	}
	v.frame.Foot = b.foot(path, title)
	b.made[path] = &made{frame: v.frame, kind: kind, title: title}
	return v
}

// asset returns the path of an asset by its logical name.
func (b *builder) asset(name string) string {
	if path, ok := b.assets[name]; ok {
		return path
	}
	return "assets/" + name
}

type section struct{ key, path string }

// sections are the entries of the navigation, in order.
func (b *builder) sections() []section {
	return []section{
		{"home", b.url.Home()}, {"statements", b.url.Statements()}, {"persons", b.url.Persons()}, {"timeline", b.url.Timeline()},
		{"outlets", b.url.Outlets()}, {"numbers", b.url.Numbers()}, {"search", b.url.Search()}, {"method", b.url.Method()},
	}
}

// colophon lists the pages at the very foot: corrections, data and the editors' own.
func (b *builder) colophon() []Link {
	links := []Link{{Text: b.t.T("nav.corrections"), URL: b.url.Corrections()}, {Text: b.t.T("nav.data"), URL: b.url.Data()}}
	for _, p := range b.d.Pages {
		if path := b.url.Free(p.ID); path != b.url.Method() {
			links = append(links, Link{Text: p.Title, URL: path})
		}
	}
	return links
}

// foot fills what does not depend on other pages.
func (b *builder) foot(path, title string) Foot {
	f := Foot{
		Status: Rel(path, b.url.Home()+"#"+b.t.T("anchor.help")), UpdatedOn: b.d.Info.Updated,
		Cite: b.where(path, title), Report: report(b.d.Info.Contact, b.t.T("report.subject", title)),
	}
	if f.UpdatedOn != "" {
		f.Updated = b.t.Date(f.UpdatedOn)
	}
	return f
}

// where names a page for a citation: site, dossier, page, state, address.
func (b *builder) where(path, title string) string {
	parts := []string{b.t.T("site.name"), b.d.Info.Title}
	if title != b.d.Info.Title {
		parts = append(parts, title)
	}
	if b.d.Info.Updated != "" {
		parts = append(parts, b.t.T("cite.updated", b.t.Date(b.d.Info.Updated)))
	}
	if b.d.Info.BaseURL != "" {
		parts = append(parts, strings.TrimSuffix(b.d.Info.BaseURL, "/")+"/"+path)
	}
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), ", ")
}

// where names this page for a citation, by another title.
func (v *view) where(title string) string { return v.builder.where(v.path, title) }

// report is where mistakes go: mail with a subject, or the page the editors named.
func report(contact, subject string) string {
	if contact == "" || strings.Contains(contact, "://") {
		return contact
	}
	return "mailto:" + strings.TrimPrefix(contact, "mailto:") + "?subject=" + strings.ReplaceAll(url.QueryEscape(subject), "+", "%20")
}

// to returns the relative URL of a target path and notes the link for the target's own page.
func (v *view) to(target string) string {
	path, _, _ := strings.Cut(target, "#")
	if path != v.path && !slices.Contains(v.links[path], v.path) {
		v.links[path] = append(v.links[path], v.path)
	}
	return Rel(v.path, target)
}

// link is a link with its text.
func (v *view) link(text, target string) Link { return Link{Text: text, URL: v.to(target)} }

// page closes the page.
func (v *view) page(layout string, data any) Page {
	return Page{Path: v.path, Layout: layout, Data: data}
}

// shown is how many pages of one kind the foot lists at once.
const shown = 4

// kinds orders the groups of the list of pages that refer to one.
var kinds = []string{"statement", "person", "article", "quotation", "outlet", "pair", "other"}

// backlinks tells each page which others link to it.
func (b *builder) backlinks() {
	for path, m := range b.made { // each page writes its own frame only
		from := slices.Sorted(slices.Values(b.links[path]))
		for _, kind := range kinds {
			g := Group{Title: b.t.T("kind." + kind)}
			for _, source := range from {
				if s := b.made[source]; s != nil && s.kind == kind {
					g.Links = append(g.Links, Link{Text: s.title, URL: Rel(path, source)})
				}
			}
			if len(g.Links) > shown+2 {
				g.Links, g.Rest = g.Links[:shown], g.Links[shown:]
			}
			if len(g.Links) > 0 {
				m.frame.Foot.Backlinks = append(m.frame.Foot.Backlinks, g)
			}
		}
	}
}
