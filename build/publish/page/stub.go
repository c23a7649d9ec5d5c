package page

import (
	"net/url"
	"strings"
)

// Stub is the data of layout stub: it stands at an address that was given up and leads to the new one.
type Stub struct {
	*Frame
	Target    Link
	Canonical string
}

// Tombstone is the data of layout tombstone: it stands where a quotation was.
type Tombstone struct {
	*Frame
	Item    string
	Reason  string
	On      string
	Article Link
}

// NotFound is the data of layout 404.
type NotFound struct {
	*Frame
	Base string // path of this page at its home, so that links work at any depth; may be empty
	Ways []Link
}

func (b *builder) stubs() []Page {
	var out []Page
	for _, s := range b.d.Stubs {
		at := map[string]func(string) string{"person": b.url.Person, "article": b.url.Article, "statement": b.url.Statement}[s.Kind]
		if at == nil || b.made[at(s.From)] != nil {
			continue
		}
		v := b.open(at(s.From), "", "", b.t.T("stub.title"))
		v.frame.NoIndex = true
		target := v.item(s.To)
		if target.URL == "" {
			target = Link{Text: s.To, URL: Rel(v.path, at(s.To))}
		}
		out = append(out, v.page("stub", &Stub{Frame: v.frame, Target: target, Canonical: target.URL}))
	}
	return out
}

func (b *builder) tombstones() []Page {
	var out []Page
	for _, t := range b.d.Tombstones {
		if b.made[b.url.Quotation(t.ID)] != nil {
			continue
		}
		v := b.open(b.url.Quotation(t.ID), "statements", "", b.t.T("tomb.title"))
		v.frame.NoIndex = true
		v.frame.Crumb = []Link{v.link(b.t.T("list.quotations"), b.url.Quotations())}
		page := &Tombstone{Frame: v.frame, Item: t.ID, Reason: t.Reason, On: t.On}
		if t.On != "" {
			page.On = b.t.Date(t.On)
		}
		if b.d.Article(t.Article) != nil {
			page.Article = v.item(t.Article)
		}
		out = append(out, v.page("tombstone", page))
	}
	return out
}

// notFound is served at whatever address does not exist, so its links need a base that does not
// depend on the address.
func (b *builder) notFound() Page {
	v := b.open("404.html", "", "", b.t.T("lost.title"))
	v.frame.NoIndex = true
	page := &NotFound{Frame: v.frame, Base: basePath(b.d.Info.BaseURL), Ways: []Link{
		v.link(b.t.T("nav.home"), b.url.Home()),
		v.link(b.t.T("nav.search"), b.url.Search()),
		v.link(b.t.T("nav.statements"), b.url.Statements()),
		v.link(b.t.T("nav.persons"), b.url.Persons()),
	}}
	return v.page("404", page)
}

// basePath is the path of 404.html on the site at address: "/dossier/404.html"; "" without address.
func basePath(address string) string {
	u, err := url.Parse(address)
	if err != nil || address == "" {
		return ""
	}
	return strings.TrimSuffix(u.EscapedPath(), "/") + "/404.html"
}
