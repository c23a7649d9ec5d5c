package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// files writes name → content below a fresh folder and returns its path.
func files(t *testing.T, content map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, data := range content {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestRun(t *testing.T) {
	const doc = "Neues Bad\r\n\r\n„Wir öffnen am Montag“, sagte Bürgermeisterin Anna Berg. Rund 300 Gäste kamen.\r\n"
	dir := files(t, map[string]string{"a.txt": doc, "a.date": "2025-02-12\n", "bad.txt": "kaputt \xff\xfe", "b.txt": "Nichts.\n"})
	var out, errs bytes.Buffer
	code := run([]string{filepath.Join(dir, "a.txt"), filepath.Join(dir, "bad.txt"), filepath.Join(dir, "b.txt")}, &out, &errs)
	if code != 1 || !strings.Contains(errs.String(), "bad.txt:1:8") {
		t.Errorf("code %d, errors %q", code, errs.String())
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	if len(lines) != 2 {
		t.Fatalf("want 2 lines, got %q", out.String())
	}
	var d document
	if err := json.Unmarshal([]byte(lines[0]), &d); err != nil {
		t.Fatal(err)
	}
	if d.File != "a.txt" || len(d.Quotes) != 1 || len(d.Numbers) != 1 {
		t.Fatalf("got %+v", d)
	}
	q := d.Quotes[0]
	if got := q.Quote[0].Of(doc); got != "„Wir öffnen am Montag“" {
		t.Errorf("quote %q", got)
	}
	if got := q.Speaker[0].Of(doc); got != "Bürgermeisterin Anna Berg" {
		t.Errorf("speaker %q", got)
	}
	if len(d.Times) != 1 || d.Times[0].Span.Of(doc) != "am Montag" && d.Times[0].Span.Of(doc) != "Montag" || !strings.HasPrefix(d.Times[0].Value, "2025-02") {
		t.Errorf("times %+v: the .date file is not used", d.Times)
	}
	if strings.Contains(lines[1], "null") {
		t.Errorf("what is missing must be []: %s", lines[1])
	}
}

func TestRunErrors(t *testing.T) {
	dir := files(t, map[string]string{"a.txt": "Text.\n", "a.date": "12.2.2025\n"})
	for _, c := range []struct {
		args []string
		code int
		want string
	}{
		{nil, 2, "usage"},
		{[]string{"-x"}, 2, "not defined"},
		{[]string{"-date", "gestern", filepath.Join(dir, "a.txt")}, 1, `no date: "gestern"`},
		{[]string{filepath.Join(dir, "a.txt")}, 1, "a.date:1:1"},
		{[]string{filepath.Join(dir, "none.txt")}, 1, "none.txt"},
	} {
		var out, errs bytes.Buffer
		if code := run(c.args, &out, &errs); code != c.code || !strings.Contains(errs.String(), c.want) {
			t.Errorf("run(%q) = %d, %q; want %d, %q", c.args, code, errs.String(), c.code, c.want)
		}
	}
}
