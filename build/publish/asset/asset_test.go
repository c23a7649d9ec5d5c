package asset

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

func folder(pairs ...string) fstest.MapFS {
	m := fstest.MapFS{}
	for i := 0; i < len(pairs); i += 2 {
		m[pairs[i]] = &fstest.MapFile{Data: []byte(pairs[i+1])}
	}
	return m
}

func ExampleLoad() {
	files, manifest, err := Load(fstest.MapFS{
		"style.css":   {Data: []byte("p { src: url(serif.woff2) }\n")},
		"serif.woff2": {Data: []byte("wOF2")},
	})
	if err != nil {
		fmt.Println(err)
	}
	fmt.Println(manifest["style.css"])
	fmt.Printf("%s\n", files[1].Data)
	// Output:
	// assets/style-3ad4bd5b.css
	// p{src:url(serif-78636849.woff2)}
}

func find(t *testing.T, files Files, path string) string {
	t.Helper()
	for _, f := range files {
		if f.Path == path {
			return string(f.Data)
		}
	}
	t.Fatalf("no file %q among %v", path, files)
	return ""
}

func TestLoad(t *testing.T) {
	fsys := folder(
		"style.css", "@import 'print/print.css';\n/* url(none.png) */\n@font-face { src: url( fonts/serif.woff2 ) format(\"woff2\"), url(\"fonts/serif.woff2?#iefix\") }\nbody { color: #ff0000; background: url(data:,x); content: \"url(x)\" }\n",
		"print/print.css", "p { background: url(../icon.svg#b) }\n",
		"fonts/serif.woff2", "wOF2",
		"icon.svg", "<svg>  <text>a b</text></svg>\n",
		"search.js", "/*! MIT */\nfunction find ( word ) {\n  return word;\n}\n",
		".DS_Store", "x",
	)
	files, manifest, err := Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range files {
		names = append(names, f.Path)
	}
	want := []string{"assets/fonts/serif-", "assets/icon-", "assets/print/print-", "assets/search-", "assets/style-"}
	for i, w := range want {
		if len(names) != len(want) || !strings.HasPrefix(names[i], w) {
			t.Fatalf("files %v, want %v", names, want)
		}
	}
	cut := func(p string) string { return strings.TrimPrefix(p, "assets/") }
	font, icon, print := cut(manifest["fonts/serif.woff2"]), cut(manifest["icon.svg"]), cut(manifest["print/print.css"])
	if got, want := find(t, files, manifest["style.css"]),
		`@import "`+print+`";@font-face{src:url("`+font+`")format("woff2"),url("`+font+`?#iefix")}body{color:red;background:url(data:,x);content:"url(x)"}`; normal(got) != normal(want) {
		t.Errorf("style.css\n got %s\nwant %s", got, want)
	}
	if got, want := find(t, files, manifest["print/print.css"]), `p{background:url("../`+icon+`#b")}`; normal(got) != normal(want) {
		t.Errorf("print.css\n got %s\nwant %s", got, want)
	}
	if got := find(t, files, manifest["icon.svg"]); got != string(fsys["icon.svg"].Data) {
		t.Errorf("icon.svg was changed: %s", got)
	}
	if got := find(t, files, manifest["search.js"]); !strings.HasPrefix(got, "/*! MIT */") || !strings.Contains(got, "function find(e){return e}") {
		t.Errorf("search.js: %s", got)
	}
	again, _, _ := Load(fsys)
	if d := cmp.Diff(files, again); d != "" {
		t.Errorf("a second run differs:\n%s", d)
	}
}

// normal takes away what the minifier is free to choose.
func normal(sheet string) string {
	return strings.NewReplacer(`"`, "", "'", "", " ", "", "url(", "", ")", "").Replace(sheet)
}

// TestFingerprint checks that a style sheet gets a new name when a font it uses does.
func TestFingerprint(t *testing.T) {
	sheet := "@font-face { src: url(a.woff2) }"
	_, before, err := Load(folder("style.css", sheet, "a.woff2", "1", "b.css", "p{}"))
	_, after, err2 := Load(folder("style.css", sheet, "a.woff2", "2", "b.css", "p{}"))
	if err != nil || err2 != nil {
		t.Fatal(err, err2)
	}
	if before["style.css"] == after["style.css"] || before["b.css"] != after["b.css"] {
		t.Errorf("before %v\nafter %v", before, after)
	}
}

func TestLoadNothing(t *testing.T) {
	files, manifest, err := Load(fstest.MapFS{})
	if err != nil || len(files) != 0 || len(manifest) != 0 {
		t.Errorf("%v %v %v", files, manifest, err)
	}
}

func TestMistakes(t *testing.T) {
	for _, c := range []struct {
		fsys fstest.MapFS
		want string
	}{
		{folder("style.css", "p { color: red }\n  q { background: url(fonts/serif.wof2) }\n", "fonts/serif.woff2", ""), `assets/style.css:2:23: no such asset: fonts/serif.wof2 (did you mean "fonts/serif.woff2"?)`},
		{folder("style.css", "@import \"https://example.org/a.css\";"), "assets/style.css:1:9: refers to another host: https://example.org/a.css (copy the file into assets/)"},
		{folder("style.css", "p { src: url(//example.org/a) }"), "assets/style.css:1:14: refers to another host: //example.org/a (copy the file into assets/)"},
		{folder("style.css", "p { src: url('/a.png') }", "a.png", ""), "assets/style.css:1:14: must be relative: /a.png (the site may live in a folder of its host)"},
		{folder("a.css", "@import url(b.css);", "b.css", "\n@import \"a.css\";"), "assets/b.css:2:9: style sheets import each other in a circle: a.css"},
		{folder("a.js", "function ( {"), "assets/a.js:1:1: cannot be minified: expected Identifier instead of ( in function declaration on line 1 and column 10"},
	} {
		_, _, err := Load(c.fsys)
		if err == nil || err.Error() != c.want {
			t.Errorf("got  %v\nwant %s", err, c.want)
		}
	}
}
