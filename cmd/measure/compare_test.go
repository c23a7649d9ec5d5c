package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestCompare prints every table here and with the reference scorers in Python, which score what
// cmd/extract and cmd/build print, and fails on the first digit in which they differ.
//
// It is skipped unless WORTLAUT_CORPORA names a folder that holds data/ (quotes/dev, times/dev,
// times/heideltime-dev.jsonl, names/dev.tsv, statements/*-dev.tsv) and score/ (the scorers).
func TestCompare(t *testing.T) {
	dir := os.Getenv("WORTLAUT_CORPORA")
	if dir == "" {
		t.Skip("WORTLAUT_CORPORA names no folder")
	}
	c := comparison{T: t, data: filepath.Join(dir, "data"), score: filepath.Join(dir, "score"), tmp: t.TempDir()}
	t.Run("quotes", func(t *testing.T) { c.T = t; c.quotes() })
	t.Run("times", func(t *testing.T) { c.T = t; c.times() })
	t.Run("names", func(t *testing.T) { c.T = t; c.names() })
	for _, half := range []string{"easy", "hard"} {
		t.Run("statements "+half, func(t *testing.T) { c.T = t; c.statements(half) })
	}
}

type comparison struct {
	*testing.T
	data, score, tmp string
}

// command returns what a program prints; it runs where go.mod lies.
func (c *comparison) command(name string, args ...string) string {
	c.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = "../.."
	var errs bytes.Buffer
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil {
		c.Fatalf("%s: %v\n%s", cmd, err, errs.String())
	}
	return string(out)
}

func (c *comparison) python(script string, args ...string) string {
	c.Helper()
	return c.command("python3", append([]string{"-B", filepath.Join(c.score, script)}, args...)...)
}

// ours returns what measure prints, without the heading.
func (c *comparison) ours(args ...string) string {
	c.Helper()
	var out, errs bytes.Buffer
	if code := run(args, &out, &errs); code != 0 {
		c.Fatal(errs.String())
	}
	_, body, _ := strings.Cut(out.String(), "\n")
	return body
}

// extracted writes what cmd/extract prints on the texts in a folder, and returns the file.
func (c *comparison) extracted(folder string) string {
	c.Helper()
	texts, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil || len(texts) == 0 {
		c.Fatal(err, "no texts")
	}
	name := folder + ".jsonl"
	if err := os.WriteFile(name, []byte(c.command("go", append([]string{"run", "./cmd/extract"}, texts...)...)), 0o644); err != nil {
		c.Fatal(err)
	}
	return name
}

// same fails on the first line in which two outputs differ.
func (c *comparison) same(what, ours, theirs string) {
	c.Helper()
	a, b := strings.Split(strings.TrimSpace(ours), "\n"), strings.Split(strings.TrimSpace(theirs), "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			c.Fatalf("%s: line %d\nours:      %s\nreference: %s", what, i+1, a[i], b[i])
		}
	}
	if len(a) != len(b) {
		c.Fatalf("%s: %d lines, %d in the reference", what, len(a), len(b))
	}
	c.Logf("%s: %d lines agree", what, len(a))
}

// all is more errors than there are.
const all = "99999"

func (c *comparison) quotes() {
	gold, folder := filepath.Join(c.data, "quotes/dev"), filepath.Join(c.tmp, "quotes")
	c.python("quotes_to_text.py", "--gold", gold, "--out", folder)
	pred := c.extracted(folder)
	c.same("tables", c.ours("-quotes", gold), c.python("quotes.py", "--gold", gold, "--pred", pred))
	listed := func(s string) string {
		return strings.Join(regexp.MustCompile(`(?m)^  (?:MISSED|SPURIOUS|SPEAKER).*$`).FindAllString(s, -1), "\n")
	}
	c.same("errors", listed(c.ours("-quotes", gold, "-errors", all)), listed(c.python("quotes.py", "--gold", gold, "--pred", pred, "--errors", all)))
	c.same("errors of a type", listed(c.ours("-quotes", gold, "-errors", "7", "-type", "reported")), listed(c.python("quotes.py", "--gold", gold, "--pred", pred, "--errors", "7", "--type", "reported")))
}

func (c *comparison) times() {
	gold, folder := filepath.Join(c.data, "times/dev"), filepath.Join(c.tmp, "times")
	vs := filepath.Join(c.data, "times/heideltime-dev.jsonl")
	c.python("times_to_text.py", "--gold", gold, "--out", folder)
	pred := c.extracted(folder)
	// the reference has no classes by value
	class := regexp.MustCompile(`(?m)^by class.*\n(?:  .*\n)*`)
	args := []string{"--gold", gold, "--pred", pred, "--by", "subset", "--by", "type", "--errors", all}
	c.same("intervals", class.ReplaceAllString(c.ours("-times", gold, "-ci", "-errors", all), ""), c.python("times.py", append(args, "--ci")...))
	c.same("differences", class.ReplaceAllString(c.ours("-times", gold, "-vs", vs, "-errors", all), ""), c.python("times.py", append(args, "--vs", vs)...))
}

func (c *comparison) names() {
	gold, folder := filepath.Join(c.data, "names/dev.tsv"), filepath.Join(c.tmp, "names")
	c.python("names.py", "text", gold, folder)
	pred := c.extracted(folder)
	c.same("tables", c.ours("-names", gold), c.python("names.py", "score", gold, pred))
	listed := func(s string) string {
		return strings.Join(regexp.MustCompile(`(?m)^(?:false|missed) .*$`).FindAllString(s, -1), "\n")
	}
	for _, kind := range []string{"person", "organisation", "place"} {
		c.same("errors on "+kind, listed(c.ours("-names", gold, "-errors", all, "-type", kind)), listed(c.python("names.py", "score", gold, pred, "-v", kind)))
	}
}

func (c *comparison) statements(half string) {
	gold, folder := filepath.Join(c.data, "statements", half+"-dev.tsv"), filepath.Join(c.tmp, half)
	c.python("statements.py", "make", gold, filepath.Join(folder, "seeds"))
	c.command("go", "run", "./cmd/build", "-seeds", filepath.Join(folder, "seeds"), "-content", filepath.Join(folder, "none"),
		"-out", filepath.Join(folder, "public"), "-cache", filepath.Join(folder, "cache"))
	theirs := c.python("statements.py", "score", gold, filepath.Join(folder, "public/data"))
	c.same("pairs", c.ours("-statements", gold), theirs)
	fmt.Fprint(c.Output(), theirs)
}
