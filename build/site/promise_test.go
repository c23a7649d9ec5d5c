package site

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// leaks returns the files below public that contain a passage, as text or as markup.
func leaks(t *testing.T, passage string) []string {
	t.Helper()
	var out []string
	for name, data := range tree(t, "public") {
		if strings.Contains(html.UnescapeString(data), passage) {
			out = append(out, name)
		}
	}
	return out
}

// TestRights checks that an article's rights hold in every file of the site alike.
func TestRights(t *testing.T) {
	const quoted, body = "Wir haben keine andere Wahl", "Reparatur kostet"
	for _, c := range []struct {
		rights       string
		quoted, body bool
	}{{"full", true, true}, {"quotes", true, false}, {"link", false, false}} {
		t.Run(c.rights, func(t *testing.T) {
			opt := project(t)
			write(t, ".", "content/articles/bruecke.md", "---\nseed: bruecke.txt\nrights: "+c.rights+"\n---\n")
			mustBuild(t, opt)
			if got := leaks(t, quoted); len(got) > 0 != c.quoted {
				t.Errorf("the quotation stands in %v", got)
			}
			if got := leaks(t, body); len(got) > 0 != c.body {
				t.Errorf("the text stands in %v", got)
			}
		})
	}
}

// TestHidden checks that a hidden quotation is gone from every file but for its tombstone's reason.
func TestHidden(t *testing.T) {
	opt := project(t)
	record := strings.Replace(recordFirst, "    speaker: erika-muster\n", "    hidden: {reason: Auf Wunsch entfernt, on: 2025-04-01}\n", 1)
	write(t, ".", "content/articles/bruecke.md", record)
	mustBuild(t, opt)
	if got := leaks(t, "Wir haben keine andere Wahl"); len(got) > 0 {
		t.Errorf("the hidden quotation stands in %v", got)
	}
	if got := leaks(t, "Auf Wunsch entfernt"); len(got) == 0 {
		t.Error("nothing stands in its place")
	}
}

// TestPages checks what every page must have: a language, one heading of the first order, a title,
// headers in every table, and a size that loads fast.
func TestPages(t *testing.T) {
	const limit = 100_000
	opt := project(t)
	root, err := filepath.Abs(filepath.Join(opt.Layouts, ".."))
	if err != nil {
		t.Fatal(err)
	}
	opt.Seeds, opt.Content = filepath.Join(root, "seeds"), filepath.Join(root, "content")
	mustBuild(t, opt)
	for name, data := range tree(t, "public") {
		if filepath.Ext(name) != ".html" {
			continue
		}
		if len(data) > limit {
			t.Errorf("%s has %d bytes, more than %d", name, len(data), limit)
		}
		n := elements([]byte(data))
		if n["h1"] != 1 || n["main"] != 1 || n["html lang"] != 1 || n["title"] == 0 {
			t.Errorf("%s: %d h1, %d main, %d languages, want 1 of each, and %d titles", name, n["h1"], n["main"], n["html lang"], n["title"])
		}
		if n["table"] > 0 && n["th"] < n["table"] {
			t.Errorf("%s: %d tables with %d headers", name, n["table"], n["th"])
		}
		if n["script inline"]+n["on…"]+n["style inline"] > 0 {
			t.Errorf("%s: scripts or styles inside the page, which its content security policy forbids", name)
		}
	}
	if _, err := os.Stat("public/404.html"); err != nil {
		t.Error(err)
	}
}

// elements counts a page's elements, and some of their attributes.
func elements(page []byte) map[string]int {
	n := map[string]int{}
	z := html.NewTokenizer(bytes.NewReader(page))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return n
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			n[t.Data]++
			for _, a := range t.Attr {
				switch {
				case t.Data == "html" && a.Key == "lang" && a.Val != "":
					n["html lang"]++
				case a.Key == "style":
					n["style inline"]++
				case strings.HasPrefix(a.Key, "on"):
					n["on…"]++
				}
			}
			if t.Data == "script" && attr(t, "src") == "" && attr(t, "type") == "" {
				n["script inline"]++
			}
		}
	}
}
