package article

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"wortlaut/build/record"
	"wortlaut/build/text"
)

// seeds returns the texts in seeds/ by name.
func seeds(t testing.TB) map[string][]byte {
	t.Helper()
	files, err := filepath.Glob("../../../seeds/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no seeds", err)
	}
	m := map[string][]byte{}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		m[filepath.Base(f)] = b
	}
	return m
}

// checkMap fails if the map between cleaned text and seed has a gap or does not hold.
func checkMap(t *testing.T, a *Article) {
	t.Helper()
	var clean strings.Builder
	at := Piece{}
	for i, p := range a.Pieces {
		if p.Clean.Start != at.Clean.End || p.Seed.Start != at.Seed.End || p.Clean.End < p.Clean.Start || p.Seed.End < p.Seed.Start {
			t.Fatalf("piece %d %v does not follow %v", i, p, at)
		}
		if p.Clean.Len() == p.Seed.Len() && p.Clean.Of(a.Text) != p.Seed.Of(a.Source) {
			t.Fatalf("piece %d %v: %q is not %q", i, p, p.Clean.Of(a.Text), p.Seed.Of(a.Source))
		}
		clean.WriteString(p.Clean.Of(a.Text))
		at = p
	}
	if clean.String() != a.Text || at.Clean.End != len(a.Text) || at.Seed.End != len(a.Source) {
		t.Fatalf("the pieces end at %v, the text at %d, the seed at %d", at, len(a.Text), len(a.Source))
	}
}

// checkBlocks fails unless the blocks tile the text with one blank line between two and map to
// whole characters of the seed.
func checkBlocks(t *testing.T, a *Article) {
	t.Helper()
	var parts []string
	for i, b := range a.Blocks {
		s := b.Span.Of(a.Text)
		parts = append(parts, s)
		seed := a.Seed(b.Span)
		switch {
		case s == "" || s != strings.Trim(s, " \t") || strings.ContainsAny(s, "\n\r"):
			t.Errorf("block %d is %q", i, s)
		case !utf8.ValidString(seed.Of(a.Source)) || seed.Len() == 0:
			t.Errorf("block %d stands for %q", i, seed.Of(a.Source))
		case a.BlockAt(b.Span.Start) != i || a.BlockAt(b.Span.End-1) != i || a.BlockAt(b.Span.End) >= 0:
			t.Errorf("BlockAt does not find block %d", i)
		}
		if back, ok := a.Clean(seed); !ok || !back.Contains(b.Span) && !b.Span.Contains(back) {
			t.Errorf("block %d at %v maps to %v and back to %v", i, b.Span, seed, back)
		}
	}
	if strings.Join(parts, separator) != a.Text {
		t.Errorf("the blocks do not make up the text")
	}
	for _, d := range a.Defects {
		if d.Count < 1 || d.Span.Start < 0 || d.Span.End > len(a.Source) || d.Span.End < d.Span.Start {
			t.Errorf("defect %+v", d)
		}
	}
}

func TestMap(t *testing.T) {
	for name, seed := range seeds(t) {
		a, _, err := Load(name, seed, "x", nil)
		if err != nil {
			t.Fatal(err)
		}
		checkMap(t, &a)
		checkBlocks(t, &a)
	}
}

func TestErrors(t *testing.T) {
	long := strings.Repeat("Wort ", 10<<20/5)
	for _, c := range []struct{ name, seed, want string }{
		{"empty", "", "seeds/a.txt: the file is empty"},
		{"blank", " \n\u00A0\u200B\n", "seeds/a.txt: the file is empty"},
		{"long line", long, "seeds/a.txt: the file has 10485760 bytes, more than 4194304"},
		{"latin-1", "Titel\n\nM\xFCnchen", "seeds/a.txt:3:2: byte 0xFC is not UTF-8 (convert it: iconv -f WINDOWS-1252 -t UTF-8)"},
		{"utf-16", "\xFF\xFEa\x00b\x00", "seeds/a.txt:1:1: the text is in UTF-16LE, not in UTF-8 (convert it: iconv -f UTF-16LE -t UTF-8)"},
		{"utf-16 without mark", "\x00a\x00b\x00c\x00d\x00e", "seeds/a.txt:1:1: the text is in UTF-16BE"},
		{"zero", "Ein Satz.\n\x00", "seeds/a.txt:2:1: the file is binary: a zero byte"},
		{"controls", strings.Repeat("\x01\x02x", 20), "seeds/a.txt:1:1: the file is binary"},
		{"pdf", "%PDF-1.7\nx", "seeds/a.txt:1:1: the file is a PDF, not a plain text"},
		{"html", "\n<!DOCTYPE html>\n", "seeds/a.txt:1:1: the file is an HTML page"},
	} {
		_, _, err := Load("a.txt", []byte(c.seed), "a", nil)
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
}

// kinds lists the defects of a as "kind count".
func kinds(a Article) string {
	var list []string
	for _, d := range a.Defects {
		list = append(list, fmt.Sprint(d.Kind, " ", d.Count))
	}
	return strings.Join(list, ", ")
}

func TestDefects(t *testing.T) {
	for _, c := range []struct{ name, seed, text, defects string }{
		{"bom and windows", "\uFEFFTitel der Sache\r\n\r\nEs regnet heute.\r\n", "Titel der Sache\n\nEs regnet heute.", "bom 1, crlf 3"},
		{"old mac", "Titel der Sache\r\rEs regnet heute.", "Titel der Sache\n\nEs regnet heute.", "crlf 2"},
		{"hidden", "Die Re\u00ADgie\u00ADrung\u202E tagt\u200B.", "Die Regierung tagt.", "control 4"},
		{"soft hyphen at the line end", "Die Re\u00AD\ngierung tagt heute.", "Die Regierung tagt heute.", "wrap 1, control 1"},
		{"no-break blank stays", "Es sind 5\u00A0% mehr.", "Es sind 5\u00A0% mehr.", ""},
		{"tabs and rows of blanks", "Es\tregnet  heute.", "Es regnet heute.", "blank 1, blank 1"},
		{"hyphenation", "Die Vertei-\ndigung steht.", "Die Verteidigung steht.", "hyphen 1, wrap 1"},
		{"hyphen of a compound", "Treffen der NATO-\nMinister heute.", "Treffen der NATO-Minister heute.", "hyphen 1, wrap 1"},
		{"suspended hyphen", "Die Innen-\nund Justizminister tagen.", "Die Innen- und Justizminister tagen.", "wrap 1"},
		{"number", "Ein 30-\njähriger Mann starb.", "Ein 30-jähriger Mann starb.", "hyphen 1, wrap 1"},
		{"the text knows the compound", "Er ist Chef-\nredakteur. Der Chef-redakteur schwieg.", "Er ist Chef-redakteur. Der Chef-redakteur schwieg.", "hyphen 1, wrap 1"},
		{"markup", "**Anna Meier** kam __nicht__ an. Die Bürger*innen warten.", "Anna Meier kam nicht an. Die Bürger*innen warten.", "markup 1, markup 1, markup 1, markup 1"},
		{"blank before a closing mark", "Er rief: „Das reicht. “", "Er rief: „Das reicht.“", "blank 1"},
		{"blank before an opening mark stays", "Das reicht. “Wir gehen”, sagte er.", "Das reicht. “Wir gehen”, sagte er.", ""},
	} {
		a, _, err := Load("a.txt", []byte(c.seed), "a", nil)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if a.Text != c.text || kinds(a) != c.defects {
			t.Errorf("%s: %q with %s, want %q with %s", c.name, a.Text, kinds(a), c.text, c.defects)
		}
		checkMap(t, &a)
		checkBlocks(t, &a)
	}
}

func TestSpans(t *testing.T) {
	seed := "Treffen der NATO -Chefs\n\nSie kamen aus der gan-\nzen Welt\nund sprachen **lange** mit-\neinander darüber."
	a, _, err := Load("a.txt", []byte(seed), "a", nil)
	if err != nil {
		t.Fatal(err)
	}
	for clean, want := range map[string]string{
		"NATO-Chefs":  "NATO -Chefs",
		"Chefs":       "Chefs",
		"ganzen":      "gan-\nzen",
		"Welt und":    "Welt\nund",
		"lange":       "lange",
		"en lange mi": "en **lange** mi",
	} {
		at := strings.Index(a.Text, clean)
		s := text.Span{Start: at, End: at + len(clean)}
		if got := a.Seed(s).Of(seed); got != want {
			t.Errorf("Seed of %q is %q, want %q", clean, got, want)
		}
		if back, ok := a.Clean(a.Seed(s)); !ok || back != s {
			t.Errorf("Clean of the seed of %q is %v %v, want %v", clean, back, ok, s)
		}
	}
	at := strings.Index(seed, "**")
	if _, ok := a.Clean(text.Span{Start: at, End: at + 2}); ok {
		t.Error("Clean finds what was dropped")
	}
	if b, ok := a.Block(Title); !ok || b.Span.Of(a.Text) != "Treffen der NATO-Chefs" {
		t.Errorf("the title is %q", b.Span.Of(a.Text))
	}
}

func TestRecord(t *testing.T) {
	seed := []byte("Werbetext der Seite ohne Muster\nTitel der ganzen Geschichte\n\nEs regnete am Montag in Strömen auf das Land.\n")
	rec := &record.Article{
		Pos: text.Pos{File: "content/articles/a.md"}, Title: "Regen", Outlet: "wetterblatt",
		Published: &record.Published{Value: "2024-05", Basis: "Wetterkarte", Confidence: "inferred"},
		Drop:      []record.Drop{{Lines: "1", First: 1, Last: 1}},
	}
	a, _, err := Load("a.txt", seed, "a", rec)
	if err != nil {
		t.Fatal(err)
	}
	if b := a.Blocks[0]; b.Kind != Boilerplate || b.Why != "record" {
		t.Errorf("the dropped line is %v", b)
	}
	if a.TitleText() != "Regen" || a.Headline.Basis != FromRecord || a.Outlet.Value != "wetterblatt" || a.Certainty != "inferred" || a.Published.Why != "Wetterkarte" {
		t.Errorf("%+v %+v %+v %s", a.Headline, a.Outlet, a.Published, a.Certainty)
	}
	if b, _ := a.Block(Title); b.Span.Of(a.Text) != "Titel der ganzen Geschichte" {
		t.Errorf("the title block is %q", b.Span.Of(a.Text))
	}
	rec.SHA256 = "00"
	rec.Drop = []record.Drop{{Lines: "9-12", First: 9, Last: 12}, {Lines: "x"}}
	_, _, err = Load("a.txt", seed, "a", rec)
	var errs text.Errors
	if !errors.As(err, &errs) || len(errs) != 3 {
		t.Errorf("%v", err)
	}
}

func TestNotes(t *testing.T) {
	_, notes, err := Load("a.txt", []byte("Der Präsident sprach mit dem FranzÃ¶sischen Kollegen."), "a", nil)
	if err != nil || len(notes) != 2 || notes[1].Pos.String() != "seeds/a.txt:1:36" {
		t.Errorf("%v %v", notes, err)
	}
}

func TestIDs(t *testing.T) {
	for _, c := range []struct{ names, ids string }{
		{"000_e37221b81200f329.txt 001_fd24ced427354c63.txt", "000 001"},
		{"rede_0123456789ab.txt rede_ba9876543210.txt", "rede-0123456789ab rede-ba9876543210"},
		{"b/Größe.txt a/größe.txt groesse-2.txt", "groesse-3 groesse groesse-2"},
		{"rede-2024.txt abcdef01.txt", "rede-2024 abcdef01"},
	} {
		if got := strings.Join(IDs(strings.Fields(c.names)), " "); got != c.ids {
			t.Errorf("IDs(%s) = %s, want %s", c.names, got, c.ids)
		}
	}
}

func ExampleLoad() {
	seed := "Hafen wird verkauft\n\nVon Anna Meier\n\nKiel (dpa) - Der Hafen wird verkauft. „Wir brauchen das\nGeld“, sagte die Oberbürgermeisterin.\n\nSchreibe einen Kommentar\n"
	a, _, err := Load("hafen.txt", []byte(seed), "hafen", nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, b := range a.Blocks {
		fmt.Printf("%s: %s\n", b.Kind, b.Span.Of(a.Text))
	}
	// Output:
	// title: Hafen wird verkauft
	// byline: Von Anna Meier
	// dateline: Kiel (dpa) -
	// paragraph: Der Hafen wird verkauft. „Wir brauchen das Geld“, sagte die Oberbürgermeisterin.
	// boilerplate: Schreibe einen Kommentar
}

// fill wraps s at w columns, after blanks and hyphens, as mail programs and PDF converters do.
func fill(s string, w int) string {
	var out strings.Builder
	col := 0
	for word := range strings.SplitAfterSeq(strings.ReplaceAll(s, "-", "-\x00"), " ") {
		for part := range strings.SplitAfterSeq(word, "\x00") {
			part = strings.ReplaceAll(part, "\x00", "")
			if n := utf8.RuneCountInString(strings.TrimSpace(part)); col > 0 && col+n > w {
				out.WriteByte('\n')
				col = 0
			}
			out.WriteString(part)
			col += utf8.RuneCountInString(part)
		}
	}
	return strings.ReplaceAll(out.String(), " \n", "\n")
}

// TestWrapped wraps the cleaned seeds and expects the same text again.
func TestWrapped(t *testing.T) {
	for name, seed := range seeds(t) {
		flat, _, err := Load(name, seed, "x", nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range []int{55, 64, 72, 80} {
			var parts []string
			for _, b := range flat.Blocks {
				if b.Kind != Paragraph {
					parts = append(parts, b.Span.Of(flat.Text))
					continue
				}
				parts = append(parts, fill(b.Span.Of(flat.Text), w))
			}
			a, _, err := Load(name, []byte(strings.Join(parts, separator)), "x", nil)
			if err != nil {
				t.Fatal(err)
			}
			if a.Text != flat.Text {
				i := 0
				for i < min(len(a.Text), len(flat.Text)) && a.Text[i] == flat.Text[i] {
					i++
				}
				t.Errorf("%s at %d columns: %q, want %q", name, w, a.Text[i:min(i+60, len(a.Text))], flat.Text[i:min(i+60, len(flat.Text))])
			}
		}
	}
}

// TestLarge reads texts on which a step that takes the square of the length would not come back.
func TestLarge(t *testing.T) {
	for _, unit := range []string{"Wort ", "a\n", "NATO -Wort ", "„ ", "“a” ", "Lesen Sie auch\n", "- \n", "und\n", "Ver-\nein\n", "**", "[a](/b)", "Wir testen Cookies für Sie\n", "12.03.2024 ", "(dpa)\n", "x. (dpa) "} {
		seed := strings.Repeat(unit, 100_000/len(unit))
		a, _, err := Load("a.txt", []byte(seed), "a", nil)
		if err != nil {
			t.Fatal(err)
		}
		checkMap(t, &a)
	}
}

func FuzzLoad(f *testing.F) {
	for _, seed := range seeds(f) {
		f.Add(seed)
	}
	for _, s := range []string{
		"\uFEFFTitel\r\n\r\nBerlin (dpa) - Der Satz ist wahr. (abc/dpa)\r\n", "a\rb\rc", "** **", "„ “ \" »«", "Ver-\nteidi\u00AD\ngung\nund-\nso", "# x\n[a](http://b)",
		"NATO -Wort -x", "\u200B\n\u200B\n", "x\t\ty  z", "Lesen Sie auch:\nA\nB\n\n(dpa)", "© 2024 X", "1.1.2024", "Stand: 31.02.2024", "+++",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, seed []byte) {
		a, _, err := Load("fuzz.txt", seed, "x", nil)
		if err != nil {
			return
		}
		checkMap(t, &a)
		checkBlocks(t, &a)
		for off := range len(a.Text) {
			s := a.Seed(text.Span{Start: off, End: min(off+3, len(a.Text))})
			if s.Start < 0 || s.End > len(a.Source) || s.End < s.Start {
				t.Fatalf("Seed at %d: %v", off, s)
			}
		}
	})
}

func BenchmarkLoad(b *testing.B) {
	seed := seeds(b)["001_fd24ced427354c63.txt"]
	b.SetBytes(int64(len(seed)))
	for b.Loop() {
		if _, _, err := Load("x.txt", seed, "x", nil); err != nil {
			b.Fatal(err)
		}
	}
}
