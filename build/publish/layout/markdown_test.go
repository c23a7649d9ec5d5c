package layout

import (
	"strings"
	"testing"
)

func TestMarkdown(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Ein *Wort*.", "<p>Ein <em>Wort</em>.</p>\n"},
		{"3. März 2024 begann es.", "<p>3. März 2024 begann es.</p>\n"},
		{"Erst später.\n12. Februar war der Tag.", "<p>Erst später.\n12. Februar war der Tag.</p>\n"},
		{"1. Jan. 2024 begann es.", "<p>1. Jan. 2024 begann es.</p>\n"},
		{"1. eins\n2. zwei", "<ol>\n<li>eins</li>\n<li>zwei</li>\n</ol>\n"},
		{"3. Märzenbier", "<ol start=\"3\">\n<li>Märzenbier</li>\n</ol>\n"},
		{"- eins\n- 3. Mai 2024", "<ul>\n<li>eins</li>\n<li>3. Mai 2024</li>\n</ul>\n"},
		{"# Größe & Öl\n\n## Größe & Öl", "<h2 id=\"n-groesse-oel\">Größe &amp; Öl</h2>\n<h3 id=\"n-groesse-oel-2\">Größe &amp; Öl</h3>\n"},
		{"### Tief\n\n#### Tiefer", "<h2 id=\"n-tief\">Tief</h2>\n<h3 id=\"n-tiefer\">Tiefer</h3>\n"},
		{"[A](/personen/a/) [B](//b.example/) [C](c/) [D](https://d.example/)",
			"<p><a href=\"../../personen/a/\">A</a> <a href=\"//b.example/\">B</a> <a href=\"c/\">C</a> <a href=\"https://d.example/\">D</a></p>\n"},
		{"[x](javascript:alert(1)) <b onclick=x>y</b>", "<p><a href=\"\">x</a> <!-- raw HTML omitted -->y<!-- raw HTML omitted --></p>\n"},
		{"<script>alert(1)</script>", "<!-- raw HTML omitted -->\n"},
		{"„Anna's“ -- \"so\"", "<p>„Anna's“ -- &quot;so&quot;</p>\n"},
	} {
		got, err := markdown(c.in, "../../", "n", 2)
		if err != nil || string(got) != c.want {
			t.Errorf("%q:\n got %q (%v)\nwant %q", c.in, got, err, c.want)
		}
	}
}

func TestMarkdownAtRoot(t *testing.T) {
	got, err := markdown("[Start](/) [A](/a/)", "", "n", 2)
	if want := "<p><a href=\"./\">Start</a> <a href=\"a/\">A</a></p>\n"; err != nil || string(got) != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestStrong(t *testing.T) {
	for in, want := range map[string]string{
		"Was **hat** sie gesagt?": "Was <strong>hat</strong> sie gesagt?",
		"**a** und **b**":         "<strong>a</strong> und <strong>b</strong>",
		"nur **offen":             "nur **offen",
		"<i>**<b>**":              "&lt;i&gt;<strong>&lt;b&gt;</strong>",
		"":                        "",
	} {
		if got := string(strong(in)); got != want {
			t.Errorf("strong(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestNested(t *testing.T) {
	for doc, want := range map[string]string{
		"<p>a<br>b</p>":                     "",
		"<ul><li>a</li></ul><img src=x>":    "",
		"<svg><circle r=\"1\"/></svg>":      "",
		"<p><b>a</p></b>":                   `</p> closes ["p" "b"]`,
		"<div><p>a</p>":                     "<div> is not closed",
		"a</p>":                             `</p> closes []`,
		"<p>a &lt;b</p><!-- <p> --><i></i>": "",
	} {
		got := ""
		if err := nested([]byte(doc)); err != nil {
			got = err.Error()
		}
		if !strings.Contains(got, want) || want == "" && got != "" {
			t.Errorf("nested(%q) = %q, want %q", doc, got, want)
		}
	}
}
