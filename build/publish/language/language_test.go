package language

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
)

const root = "../../../"

func load(t testing.TB, lang string) *Table {
	table, err := Load(os.DirFS(root+"layouts"), lang)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func ExampleTable_T() {
	table, err := Load(os.DirFS(root+"layouts"), "de")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(table.T("nav.timeline"))
	fmt.Println(strings.ReplaceAll(table.T("count.texts", 1)+", "+table.T("count.texts", 12345), "\u00a0", " "))
	// Output:
	// Zeitleiste
	// 1 Text, 12.345 Texte
}

func TestLoadErrors(t *testing.T) {
	for _, c := range []struct{ lang, table, want string }{
		{"fr", "a: {de: x, en: y}", `layouts/texts.yaml: unknown language "fr" (known are de and en)`},
		{"de", "", "layouts/texts.yaml: the table is empty"},
		{"de", "a: {de: x}", `layouts/texts.yaml:1:1: "a" has no text in "en"`},
		{"de", "a: {de: x, en: y}\nb: {de: x, en: y, fr: z}", `layouts/texts.yaml:2:1: "b": unknown language "fr"`},
		{"de", "a: {de: \"%s\", en: y}", `layouts/texts.yaml:1:1: "a" takes another number of arguments in "en"`},
		{"en", "a: {de: \"eins|%s viele\", en: \"one|many\"}", `layouts/texts.yaml:1:1: "a" takes another number of arguments in "en"`},
		{"de", "a: x", `layouts/texts.yaml:1:1: "a" is no text (write {de: "…", en: "…"})`},
		{"de", "a: {de: x, en: y}\nc: {de: x}\nd: {en: y}", "layouts/texts.yaml:2:1: \"c\" has no text in \"en\"\nlayouts/texts.yaml:3:1: \"d\" has no text in \"de\""},
	} {
		_, err := Load(fstest.MapFS{File: {Data: []byte(c.table)}}, c.lang)
		if err == nil || err.Error() != c.want {
			t.Errorf("%s, %q:\n got %v\nwant %s", c.lang, c.table, err, c.want)
		}
	}
	if _, err := Load(fstest.MapFS{File: {Data: []byte("a: {de: x, en: y}\na: {de: x, en: y}")}}, "de"); err == nil || !strings.Contains(err.Error(), "a") {
		t.Errorf("a key that stands twice: %v", err)
	}
}

func TestT(t *testing.T) {
	table, err := Load(fstest.MapFS{File: {Data: []byte(`
number.group: {de: ".", en: ","}
number.decimal: {de: ",", en: "."}
plain: {de: "von %s bis %s", en: "from %s to %s"}
plural: {de: "%s Text|%s Texte", en: "%s text|%s texts"}
silent: {de: "der Text|die Texte", en: "the text|the texts"}
other: {de: "%s fehlt|%s fehlen", en: "%s is missing|%s are missing"}
mixed: {de: "die Zeile|die %s Zeilen", en: "the line|the %s lines"}
`)}}, "de")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		key  string
		args []any
		want string
	}{
		{"plain", []any{"A", "B|C"}, "von A bis B|C"},
		{"plain", []any{"%s", "B"}, "von %s bis B"},
		{"plural", []any{1}, "1 Text"},
		{"plural", []any{0}, "0 Texte"},
		{"plural", []any{12345}, "12.345 Texte"},
		{"silent", []any{1}, "der Text"},
		{"silent", []any{2}, "die Texte"},
		{"other", []any{1, "A"}, "A fehlt"},
		{"other", []any{2, "A und B"}, "A und B fehlen"},
		{"mixed", []any{1}, "die Zeile"},
		{"mixed", []any{11}, "die 11 Zeilen"},
		{"nowhere", nil, "⟦nowhere⟧"},
	} {
		if got := table.T(c.key, c.args...); got != c.want {
			t.Errorf("T(%q, %v) = %q, want %q", c.key, c.args, got, c.want)
		}
	}
}

func TestNumbers(t *testing.T) {
	de, en := load(t, "de"), load(t, "en")
	for _, c := range []struct{ value, unit, de, en string }{
		{"0", "", "0", "0"},
		{"2014", "", "2014", "2014"},
		{"40000", "", "40.000", "40,000"},
		{"2.5", "percent", "2,5 %", "2.5 %"},
		{"-3", "", "−3", "−3"},
		{"126000000000", "USD", "126 Milliarden US-Dollar", "126 billion US dollars"},
		{"66500000000", "EUR", "66,5 Milliarden Euro", "66.5 billion euros"},
		{"1000000", "EUR", "1 Million Euro", "1 million euros"},
		{"1234567", "", "1.234.567", "1,234,567"},
		{"2000000000000", "", "2 Billionen", "2 trillion"},
		{"1", "day", "1 Tag", "1 day"},
		{"30", "day", "30 Tage", "30 days"},
		{"7", "Ellen", "7 Ellen", "7 Ellen"},
	} {
		for lang, want := range map[*Table]string{de: c.de, en: c.en} {
			if got := blanks(lang.Amount(c.value, c.unit)); got != want {
				t.Errorf("%s: Amount(%s, %s) = %q, want %q", lang.Lang, c.value, c.unit, got, want)
			}
		}
	}
}

func blanks(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }

func TestDates(t *testing.T) {
	de, en := load(t, "de"), load(t, "en")
	for _, c := range []struct{ edtf, de, en, ofYear, known string }{
		{"", "Datum unbekannt", "date unknown", "Datum unbekannt", ""},
		{"kein Datum", "kein Datum", "kein Datum", "kein Datum", ""},
		{"2025-02-12", "12. Februar 2025", "12 February 2025", "12. Februar", "Mittwoch"},
		{"2025-02-12~", "um den 12. Februar 2025", "around 12 February 2025", "um den 12. Februar", "ungefähr"},
		{"2025-02-12?", "vermutlich 12. Februar 2025", "presumably 12 February 2025", "vermutlich 12. Februar", "unsicher"},
		{"2025-02", "Februar 2025", "February 2025", "Februar", "Tag unbekannt"},
		{"2025-02~", "um Februar 2025", "around February 2025", "um Februar", "ungefähr"},
		{"2025", "2025", "2025", "2025", ""},
		{"2025-22", "Sommer 2025", "summer 2025", "Sommer", ""},
		{"199X", "1990er Jahre", "1990s", "1990er Jahre", ""},
		{"19XX", "20. Jahrhundert", "century 20", "20. Jahrhundert", ""},
		{"2025-02-01/2025-02-10", "Anfang Februar 2025", "early February 2025", "Anfang Februar", "Tag unbekannt"},
		{"2025-02-11/2025-02-20", "Mitte Februar 2025", "mid-February 2025", "Mitte Februar", "Tag unbekannt"},
		{"2024-02-21/2024-02-29", "Ende Februar 2024", "late February 2024", "Ende Februar", "Tag unbekannt"},
		{"2025-04-03/2025-04-06", "3. bis 6. April 2025", "3 to 6 April 2025", "3. bis 6. April", "Tag unbekannt"},
		{"2025-03-31/2025-04-03", "31. März bis 3. April 2025", "31 March to 3 April 2025", "31. März bis 3. April", "Tag unbekannt"},
		{"2024-12-30/2025-01-02", "30. Dezember 2024 bis 2. Januar 2025", "30 December 2024 to 2 January 2025", "30. Dezember 2024 bis 2. Januar 2025", "Tag unbekannt"},
		{"2022/2024", "2022 bis 2024", "2022 to 2024", "2022 bis 2024", ""},
		{"2022/..", "seit 2022", "since 2022", "seit 2022", ""},
		{"2022-02-24/..", "seit dem 24. Februar 2022", "since 24 February 2022", "seit dem 24. Februar 2022", ""},
		{"../2025-01-20", "bis zum 20. Januar 2025", "until 20 January 2025", "bis zum 20. Januar 2025", ""},
	} {
		for _, x := range []struct{ name, got, want string }{
			{"de", de.Date(c.edtf), c.de}, {"en", en.Date(c.edtf), c.en},
			{"without year", de.DateOfYear(c.edtf), c.ofYear}, {"known", de.DateKnown(c.edtf), c.known},
		} {
			if blanks(x.got) != x.want {
				t.Errorf("%s, %s: %q, want %q", c.edtf, x.name, x.got, x.want)
			}
		}
	}
	if got := de.Date("2025-02-12"); got != "12.\u00a0Februar\u00a02025" {
		t.Errorf("a date may break: %q", got)
	}
	for edtf, want := range map[string]string{"2025-02-12": "12. Feb.", "2025-04-04~": "um 4. April", "2025-02": "Feb. 2025", "2025": "2025", "2022/..": "seit 2022"} {
		if got := blanks(de.DateShort(edtf)); got != want {
			t.Errorf("DateShort(%s) = %q, want %q", edtf, got, want)
		}
	}
}

func TestRoutes(t *testing.T) {
	word := regexp.MustCompile(`^[a-z]+$`)
	for _, lang := range languages {
		table, seen := load(t, lang), map[string]string{}
		for _, key := range table.Keys() {
			kind, isRoute := strings.CutPrefix(key, "route.")
			if !isRoute {
				continue
			}
			route := table.Route(kind)
			if !word.MatchString(route) || seen[route] != "" {
				t.Errorf("%s: %s is %q, as is %q", lang, key, route, seen[route])
			}
			seen[route] = key
		}
	}
}

var (
	inLayout = regexp.MustCompile(`\bt "([^"]+)"`)
	inGo     = regexp.MustCompile(`\bT\("([^"]+)"(\s*\+)?`)
	prefixed = regexp.MustCompile(`\bcoded\("([^"]+)"`)
	literal  = regexp.MustCompile(`"([a-zA-Z0-9]+(?:\.[a-zA-Z0-9-]+)*\.?)"`)
)

// TestKeys finds texts that are asked for and missing, and texts nobody asks for.
func TestKeys(t *testing.T) {
	table := load(t, "de")
	used := map[string]bool{}
	for name, data := range sources(t, root+"layouts", ".html") {
		for _, m := range inLayout.FindAllStringSubmatch(data, -1) {
			used[m[1]] = true
			if !table.Has(m[1]) {
				t.Errorf("%s asks for %q, which %s lacks", name, m[1], File)
			}
		}
	}
	var prefixes []string
	for _, dir := range []string{"build/publish/page", "build/publish/layout", "build/publish/language", "build/site", "build/review", "cmd"} {
		for name, data := range sources(t, root+dir, ".go") {
			for _, m := range inGo.FindAllStringSubmatch(data, -1) {
				if m[2] == "" && !table.Has(m[1]) {
					t.Errorf("%s asks for %q, which %s lacks", name, m[1], File)
				}
			}
			for _, m := range prefixed.FindAllStringSubmatch(data, -1) {
				prefixes = append(prefixes, m[1]+".")
			}
			for _, m := range literal.FindAllStringSubmatch(data, -1) {
				used[m[1]] = true
				if strings.HasSuffix(m[1], ".") {
					prefixes = append(prefixes, m[1])
				}
			}
		}
	}
	for _, key := range table.Keys() {
		ok := used[key]
		for _, p := range prefixes {
			ok = ok || strings.HasPrefix(key, p)
		}
		if !ok {
			t.Errorf("nobody asks for %q", key)
		}
	}
}

// sources reads the files below dir that end in ext, tests left out. A missing dir has none.
func sources(t *testing.T, dir, ext string) map[string]string {
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || filepath.Ext(name) != ext || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		data, err := os.ReadFile(name)
		files[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
