package site

import "testing"

func TestCheckLinks(t *testing.T) {
	const target = `<!doctype html><h1 id="top">x</h1><p id="größe">y</p><a name="alt"></a>`
	for _, c := range []struct{ name, page, want string }{
		{"fine", `<a href="../b/">b</a> <a href="../b/#top">b</a> <a href="../b/#gr%C3%B6%C3%9Fe">b</a> <a href="../b/index.html?x=1#alt">b</a> <a href="../">home</a> <a href="..">home</a> <a href="#here">here</a><p id="here"></p>`, ""},
		{"fine elsewhere", `<a href="https://example.org/x">x</a> <a href="mailto:a@example.org">x</a> <link rel="canonical" href="https://example.org/a/"> <img src="data:image/png;base64,AA"> <link rel="stylesheet" href="../assets/s.css"> <script src="../assets/s.js"></script> <img srcset="../assets/s.css 1x, ../assets/s.js 2x">`, ""},
		{"text fragment", `<a href="../b/#top:~:text=x">b</a><a href="../b/#:~:text=x">b</a>`, ""},
		{"missing page", `<a href="../c/">c</a>`, `a/index.html: a link leads nowhere: ../c/`},
		{"missing slash", `<a href="../b">b</a>`, `a/index.html: a link leads nowhere: ../b`},
		{"above the root", `<a href="../../b/">b</a>`, `a/index.html: a link leads nowhere: ../../b/`},
		{"missing place", `<a href="../b/#unten">b</a>`, `a/index.html: no such place on the page it leads to: ../b/#unten`},
		{"refused by the template", `<a href="#ZgotmplZ">b</a>`, `a/index.html: no such place on the page it leads to: #ZgotmplZ`},
		{"absolute", `<a href="/b/">b</a>`, `a/index.html: a link that is right at the root of a host only: /b/ (write it relative to the page)`},
		{"twice", `<p id="x"></p><p id="x"></p>`, `a/index.html: the id "x" stands twice`},
		{"script", `<script src="https://example.org/x.js"></script>`, `a/index.html: loads from another host: https://example.org/x.js (keep a copy in assets/)`},
		{"style", `<link rel="stylesheet" href="//example.org/x.css">`, `a/index.html: loads from another host: //example.org/x.css (keep a copy in assets/)`},
		{"image", `<img srcset="../b/ 1x, https://example.org/x.png 2x">`, `a/index.html: loads from another host: https://example.org/x.png (keep a copy in assets/)`},
		{"scheme", `<a href="javascript:alert(1)">x</a>`, `a/index.html: a link of a kind that is not allowed: javascript:alert(1)`},
		{"refresh", `<meta http-equiv="refresh" content="0; url=../neu/">`, `a/index.html: a link leads nowhere: ../neu/`},
		{"no asset", `<link rel="stylesheet" href="">`, `a/index.html: a style sheet, script or image without an address (is the asset there that the layout asks for?)`},
		{"in a comment", `<!-- <a href="../c/"> -->`, ""},
	} {
		files := []File{
			{"a/index.html", []byte(c.page)}, {"assets/s.css", nil}, {"assets/s.js", nil},
			{"b/index.html", []byte(target)}, {"index.html", []byte(target)},
		}
		got := ""
		if err := checkLinks(files); err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

// TestCheckLinksOnce checks that a broken link of a frame is told once and not by every page.
func TestCheckLinksOnce(t *testing.T) {
	page := []byte(`<a href="../nichts/">x</a>`)
	err := checkLinks([]File{{"a/index.html", page}, {"b/index.html", page}, {"c/index.html", page}})
	want := "a/index.html: a link leads nowhere: ../nichts/, also on 2 more"
	if err == nil || err.Error() != want {
		t.Errorf("got  %v\nwant %s", err, want)
	}
}

func TestCheckLinksBase(t *testing.T) {
	page := []byte(`<base href="https://example.org/d/"><a href="a/">x</a>`)
	if err := checkLinks([]File{{"404.html", page}, {"a/index.html", nil}}); err != nil {
		t.Error(err)
	}
}

func BenchmarkCheckLinks(b *testing.B) {
	var page []byte
	for range 500 {
		page = append(page, `<p><a href="../b/#top">Erika Muster</a> sagte: „Das geht so nicht.“</p>`...)
	}
	files := []File{{"a/index.html", page}, {"b/index.html", []byte(`<h1 id="top">x</h1>`)}}
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		if err := checkLinks(files); err != nil {
			b.Fatal(err)
		}
	}
}
