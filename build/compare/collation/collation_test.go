package collation

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"wortlaut/build/golden"
	"wortlaut/build/text"
)

// readings names the lines of s A, B, C …; a line "-" is an empty text.
func readings(s string) []Reading {
	var out []Reading
	for i, line := range strings.Split(strings.TrimSpace(s), "\n") {
		if line == "-" {
			line = ""
		}
		out = append(out, Reading{Sigil: string(rune('A' + i)), Text: line})
	}
	return out
}

// show prints a table, one line per witness and, at the bottom, the class of each column. Moved
// cells have an arrow.
func show(t *Table) string {
	width := make([]int, len(t.Columns))
	classes := make([]string, len(t.Columns))
	for _, s := range t.Segments() {
		for c := s.From; c < s.To; c++ {
			if s.Class != Same {
				classes[c] = string(s.Class[:2])
				if s.Class == Statement {
					classes[c] = "ST"
				}
			}
		}
	}
	lines := [][]string{}
	for w := range t.Readings {
		row := t.Row(w)
		for c, cell := range row {
			if t.Columns[c].Cells[w].Moved {
				row[c] = "→" + cell
			}
		}
		lines = append(lines, row)
	}
	lines = append(lines, classes)
	for _, row := range lines {
		for c, cell := range row {
			width[c] = max(width[c], len([]rune(cell)))
		}
	}
	var b strings.Builder
	for i, row := range lines {
		name := " "
		if i < len(t.Readings) {
			name = t.Readings[i].Sigil
		}
		line := name
		for c, cell := range row {
			line += " | " + cell + strings.Repeat(" ", width[c]-len([]rune(cell)))
		}
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	return b.String()
}

func showEntries(entries []Entry) string {
	var b strings.Builder
	for _, e := range entries {
		fmt.Fprintf(&b, "%s: ", e.Class)
		for i, g := range e.Groups {
			s := g.Text
			if s == "" {
				s = "om."
			}
			if g.Moved {
				s = "→" + s
			}
			fmt.Fprintf(&b, "%s %s", s, strings.Join(g.Sigils, " "))
			switch {
			case i == 0:
				b.WriteString(" ] ")
			case i < len(e.Groups)-1:
				b.WriteString("; ")
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}

func TestCollate(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, in map[string]string) map[string]string {
		table := Collate(readings(in["input"]))
		return map[string]string{"table": show(&table), "apparatus": showEntries(table.Apparatus())}
	})
}

// check fails unless the cells of each witness cover its text but blanks, in order and once.
func check(t *testing.T, table *Table) {
	t.Helper()
	for w, r := range table.Readings {
		var spans []text.Span
		for _, c := range table.Columns {
			if len(c.Cells) != len(table.Readings) {
				t.Fatalf("a column has %d cells", len(c.Cells))
			}
			spans = append(spans, c.Cells[w].Spans...)
		}
		slices.SortFunc(spans, text.Compare)
		at := 0
		for _, s := range spans {
			if s.Len() <= 0 || s.Start < at || strings.TrimFunc(r.Text[at:s.Start], unicode.IsSpace) != "" {
				t.Fatalf("witness %d %q: %v after byte %d", w, r.Text, s, at)
			}
			at = s.End
		}
		if strings.TrimFunc(r.Text[at:], unicode.IsSpace) != "" {
			t.Fatalf("witness %d: %q is in no cell", w, r.Text[at:])
		}
	}
	at := 0
	for _, s := range table.Segments() {
		if s.From != at || s.To <= s.From {
			t.Fatalf("segments %v", table.Segments())
		}
		at = s.To
	}
	if at != len(table.Columns) {
		t.Fatalf("segments end at %d of %d", at, len(table.Columns))
	}
}

var samples = []string{
	"Die Vereinigten Staaten glauben nicht, dass die NATO-Mitgliedschaft der Ukraine ein realistisches Ergebnis ist.",
	"„Wir glauben nicht“, sagte er, „dass ein Beitritt realistisch ist.“",
	"Ein Beitritt der Ukraine zur Nato sei nicht realistisch, glauben die Vereinigten Staaten.",
	"Zwei Prozent sind nicht genug", "letztere sei „nicht genug“", "", "…", "5 % (fünf Prozent)",
	"Ein realistisches Ergebnis ist die Mitgliedschaft der Ukraine nach Ansicht der Vereinigten Staaten nicht.",
}

// TestOrder collates the samples in other orders: the columns must be the same.
func TestOrder(t *testing.T) {
	base := tableOf(samples)
	for shift := range samples {
		order := slices.Concat(samples[shift:], samples[:shift])
		if shift%2 == 1 {
			slices.Reverse(order)
		}
		table := tableOf(order)
		check(t, &table)
		if len(table.Columns) != len(base.Columns) || !slices.Equal(table.Variants, base.Variants) {
			t.Fatalf("order %d: %d columns %v, want %d %v", shift, len(table.Columns), table.Variants, len(base.Columns), base.Variants)
		}
		for w, r := range table.Readings {
			if got, want := table.Row(w), base.Row(slices.Index(samples, r.Text)); !slices.Equal(got, want) {
				t.Errorf("order %d: %q, want %q", shift, got, want)
			}
		}
	}
}

func tableOf(texts []string) Table {
	var rs []Reading
	for i, s := range texts {
		rs = append(rs, Reading{Sigil: fmt.Sprint(i), Text: s})
	}
	return Collate(rs)
}

func TestApparatusOmit(t *testing.T) {
	table := tableOf([]string{"Die NATO tagt nicht.", "die Nato tagt."})
	if got := len(table.Apparatus(Characters)); got != 1 {
		t.Errorf("%d entries without characters, want 1: %v", got, table.Apparatus())
	}
	if len(table.Apparatus()) <= 1 {
		t.Errorf("entries %v", table.Apparatus())
	}
}

func TestText(t *testing.T) {
	table := tableOf([]string{"Das ist  gut.", "Das ist schlecht."})
	if got := table.Text(0, 0, 3); got != "Das ist  gut." {
		t.Errorf("got %q", got)
	}
}

func TestData(t *testing.T) {
	if _, err := parseWeighty(scopeData, statementData); err != nil {
		t.Error(err)
	}
	for _, bad := range []string{"modal", "sonst wort", "modal kann\nmodal kann"} {
		if _, err := parseWeighty("", bad); err == nil {
			t.Errorf("%q is taken for a line of statement.txt", bad)
		}
	}
}

func FuzzCollate(f *testing.F) {
	for i := range samples {
		f.Add(samples[i], samples[(i+1)%len(samples)], samples[(i+3)%len(samples)])
	}
	f.Add("“Wir kommen. “", "NATO -", "- - -Wort „„ x")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		if len(a)+len(b)+len(c) > 2000 {
			return
		}
		table := tableOf([]string{a, b, c})
		check(t, &table)
		table.Apparatus()
		other := tableOf([]string{c, a, b})
		if !slices.Equal(other.Row(1), table.Row(0)) {
			t.Fatalf("another order: %q, want %q", other.Row(1), table.Row(0))
		}
	})
}

// long is a text of n words that repeats itself with changes.
func long(n, step int) string {
	words := strings.Fields("Die Stadt plant im Herbst eine neue Brücke über den Fluss und will alle Bürger befragen bevor der Rat entscheidet")
	var b strings.Builder
	for i := range n {
		if i%step == step-1 {
			fmt.Fprintf(&b, "Wort%d ", i*step%97)
			continue
		}
		b.WriteString(words[i*7%len(words)] + " ")
	}
	return b.String()
}

func TestLong(t *testing.T) {
	table := tableOf([]string{long(5000, 13), long(5000, 17), strings.Repeat("nicht ", 5000)})
	check(t, &table)
}

func BenchmarkCollate(b *testing.B) {
	many := make([]string, 50)
	for i := range many {
		many[i] = samples[i%3] + fmt.Sprintf(" Das sagte Nummer %d am %d. Mai in Bonn.", i, i%28+1)
	}
	for name, texts := range map[string][]string{
		"3x20": samples[:3], "50x25": many, "2x5000": {long(5000, 13), long(5000, 17)},
	} {
		b.Run(name, func(b *testing.B) {
			size := 0
			for _, s := range texts {
				size += len(s)
			}
			b.SetBytes(int64(size))
			for b.Loop() {
				tableOf(texts)
			}
		})
	}
}

func ExampleCollate() {
	table := Collate([]Reading{
		{"A", "Wir werden keine Truppen entsenden."},
		{"B", "Wir werden keine Soldaten schicken."},
	})
	for _, e := range table.Apparatus(Characters) {
		for i, g := range e.Groups {
			if i == 1 {
				fmt.Print(" ] ")
			}
			fmt.Print(g.Text, " ", strings.Join(g.Sigils, " "))
		}
		fmt.Println()
	}
	// Output: Truppen entsenden A ] Soldaten schicken B
}
