package site

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"wortlaut/build/text"
)

// checkLinks reports every link inside the site that leads nowhere, every id that stands twice on
// a page, and everything that would make a browser call another host. Links follow the URL
// standard; a site may lie in any folder of its host, so one that begins with "/" is a mistake.
func checkLinks(files []File) error {
	c := checker{pages: map[string]*anchors{}, exists: map[string]bool{}, broken: map[complaint][]string{}}
	for _, f := range files {
		c.exists[f.Path] = true
	}
	for _, f := range files {
		if path.Ext(f.Path) == ".html" {
			c.pages[f.Path] = c.read(f)
		}
	}
	for _, page := range slices.Sorted(maps.Keys(c.pages)) {
		for _, l := range c.pages[page].links {
			c.follow(page, l)
		}
	}
	return c.err()
}

// anchors is what a page can be linked by, and what it links to.
type anchors struct {
	ids   map[string]bool
	links []link
	base  bool // the page has a <base>: its links start at the site's root
}

// link is one reference; embed says that a browser fetches it without being asked.
type link struct {
	url   string
	embed bool
}

// complaint is one mistake; it is told once, however many pages share it.
type complaint struct{ msg, hint string }

type checker struct {
	pages  map[string]*anchors
	exists map[string]bool
	broken map[complaint][]string // pages, in order
}

func (c *checker) complain(page, hint, format string, args ...any) {
	k := complaint{fmt.Sprintf(format, args...), hint}
	if l := c.broken[k]; len(l) == 0 || l[len(l)-1] != page {
		c.broken[k] = append(l, page)
	}
}

func (c *checker) err() error {
	var errs text.Errors
	for k, pages := range c.broken {
		if n := len(pages) - 1; n > 0 {
			k.msg += fmt.Sprintf(", also on %d more", n)
		}
		errs.Add(text.Pos{File: pages[0]}, k.hint, "%s", k.msg)
	}
	slices.SortFunc(errs, func(a, b text.Error) int { return strings.Compare(a.Msg, b.Msg) })
	return errs.Err()
}

// read gathers the ids and links of a page.
func (c *checker) read(f File) *anchors {
	a := &anchors{ids: map[string]bool{}}
	z := html.NewTokenizer(bytes.NewReader(f.Data))
	for {
		switch z.Next() {
		case html.ErrorToken:
			if z.Err() != io.EOF {
				c.complain(f.Path, "", "not readable as HTML: %v", z.Err())
			}
			return a
		case html.StartTagToken, html.SelfClosingTagToken:
			c.element(f.Path, a, z.Token())
		}
	}
}

func (c *checker) element(page string, a *anchors, t html.Token) {
	if id := attr(t, "id"); id != "" {
		if a.ids[id] {
			c.complain(page, "", "the id %q stands twice", id)
		}
		a.ids[id] = true
	}
	if name := attr(t, "name"); name != "" && t.Data == "a" {
		a.ids[name] = true
	}
	if t.Data == "base" {
		a.base = true
		return
	}
	for _, at := range t.Attr {
		switch at.Key {
		case "href":
			a.links = append(a.links, link{at.Val, t.Data == "link" && fetched(attr(t, "rel")) || t.Data == "use" || t.Data == "image"})
		case "src", "poster", "data":
			a.links = append(a.links, link{at.Val, true})
		case "srcset":
			for part := range strings.SplitSeq(at.Val, ",") {
				if u := strings.Fields(part); len(u) > 0 {
					a.links = append(a.links, link{u[0], true})
				}
			}
		case "action", "formaction", "cite":
			a.links = append(a.links, link{at.Val, false})
		case "content":
			if _, u, ok := strings.Cut(at.Val, "url="); ok && strings.EqualFold(attr(t, "http-equiv"), "refresh") {
				a.links = append(a.links, link{u, false})
			}
		}
	}
}

func attr(t html.Token, key string) string {
	for _, a := range t.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// fetched reports whether browsers load what a <link> of this kind names.
func fetched(rel string) bool {
	for _, r := range strings.Fields(strings.ToLower(rel)) {
		switch r {
		case "canonical", "alternate", "author", "license", "next", "prev", "search", "help", "me", "up":
		default:
			return true
		}
	}
	return false
}

// schemes are what links to other places may begin with.
var schemes = []string{"http", "https", "mailto", "webcal"}

// follow checks one link of a page.
func (c *checker) follow(page string, l link) {
	u, err := url.Parse(strings.TrimSpace(l.url))
	switch {
	case err != nil:
		c.complain(page, "", "not a link: %q", l.url)
	case l.embed && *u == url.URL{}:
		c.complain(page, "is the asset there that the layout asks for?", "a style sheet, script or image without an address")
	case u.Scheme == "data" && l.embed:
	case u.Scheme != "" || u.Host != "":
		if l.embed {
			c.complain(page, "keep a copy in assets/", "loads from another host: %s", l.url)
		} else if !slices.Contains(schemes, u.Scheme) {
			c.complain(page, "", "a link of a kind that is not allowed: %s", l.url)
		}
	case strings.HasPrefix(u.Path, "/"):
		c.complain(page, "write it relative to the page", "a link that is right at the root of a host only: %s", l.url)
	default:
		c.inside(page, l.url, u)
	}
}

// inside checks a relative link.
func (c *checker) inside(page, raw string, u *url.URL) {
	target := page
	if u.Path != "" {
		dir := path.Dir(page)
		if c.pages[page].base {
			dir = "."
		}
		target = path.Join(dir, u.Path)
		if strings.HasSuffix(u.Path, "/") || u.Path == "." || u.Path == ".." || strings.HasSuffix(u.Path, "/..") {
			target = path.Join(target, "index.html")
		}
	}
	if !c.exists[target] {
		c.complain(page, "", "a link leads nowhere: %s", raw)
		return
	}
	fragment, _, _ := strings.Cut(u.Fragment, ":~:")
	if to := c.pages[target]; to != nil && fragment != "" && !to.ids[fragment] {
		c.complain(page, "", "no such place on the page it leads to: %s", raw)
	}
}
