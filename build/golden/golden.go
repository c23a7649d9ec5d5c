// Package golden runs txtar files as tests: one file holds the input and every expected output.
//
// A file's comment says what it shows, with source and licence. Run with -update to rewrite the
// expected sections, then read the diff.
package golden

import (
	"cmp"
	"flag"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"wortlaut/build/text"
)

var update = flag.Bool("update", false, "rewrite the expected sections of txtar files")

// Run calls f with the sections of each file that matches pattern and compares what f returns, by
// section name, with the sections of that name. A section that f returns and the file lacks is an
// error; so is a pattern without files.
func Run(t *testing.T, pattern string, f func(t *testing.T, in map[string]string) map[string]string) {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("no files match %s (%v)", pattern, err)
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			in := map[string]string{}
			for _, s := range ar.Files {
				in[s.Name] = string(s.Data)
			}
			compare(t, name, ar, f(t, in))
		})
	}
}

func compare(t *testing.T, name string, ar *txtar.Archive, got map[string]string) {
	for _, section := range slices.Sorted(maps.Keys(got)) {
		have := got[section]
		if have != "" && !strings.HasSuffix(have, "\n") {
			have += "\n"
		}
		i := slices.IndexFunc(ar.Files, func(f txtar.File) bool { return f.Name == section })
		if *update {
			if i < 0 {
				ar.Files = append(ar.Files, txtar.File{Name: section})
				i = len(ar.Files) - 1
			}
			ar.Files[i].Data = []byte(have)
			continue
		}
		if i < 0 {
			t.Errorf("%s has no section %q; run with -update", name, section)
			continue
		}
		if d := gocmp.Diff(string(ar.Files[i].Data), have); d != "" {
			t.Errorf("%s, section %s (-want +got):\n%s", name, section, d)
		}
	}
	if *update {
		if err := os.WriteFile(name, txtar.Format(ar), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// Label is a span with the word to show in front of it.
type Label struct {
	Span text.Span
	Name string
}

// Show prints doc with each label's span in brackets: "[cue sagte]". Spans nest where one contains
// the other; of two that cross, the later one is closed and opened again around the other's end.
func Show(doc string, labels []Label) string {
	labels = slices.Clone(labels)
	slices.SortStableFunc(labels, func(a, b Label) int { return text.Compare(a.Span, b.Span) })
	var out strings.Builder
	var open []Label
	closeAt := func(pos int) {
		for len(open) > 0 && slices.ContainsFunc(open, func(l Label) bool { return l.Span.End <= pos }) {
			last := open[len(open)-1]
			open = open[:len(open)-1]
			out.WriteByte(']')
			if last.Span.End > pos {
				defer func() { open = append(open, last); out.WriteString("[" + last.Name + " ") }()
			}
		}
	}
	next := 0
	for i := 0; i <= len(doc); i++ {
		closeAt(i)
		for next < len(labels) && labels[next].Span.Start == i {
			open = append(open, labels[next])
			out.WriteString("[" + labels[next].Name + " ")
			next++
		}
		slices.SortStableFunc(open, func(a, b Label) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
		if i < len(doc) {
			out.WriteByte(doc[i])
		}
	}
	return out.String()
}
