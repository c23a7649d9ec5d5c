package text

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"
)

func TestSlug(t *testing.T) {
	for in, want := range map[string]string{
		"Größe & Öl":          "groesse-oel",
		"Kiew/Kyiv":           "kiew-kyiv",
		"Wolodymyr Selenskyj": "wolodymyr-selenskyj",
		"Petr Pavel, Čapek":   "petr-pavel-capek",
		"Łukasz d’Arc":        "lukasz-darc",
		"  --  ":              "x",
		"a\u0308":             "ae",
	} {
		if got := Slug(in); got != want {
			t.Errorf("Slug(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestAt(t *testing.T) {
	data := "eins\nzwei\n\ndrei"
	for off, want := range map[int]string{0: "f:1:1", 4: "f:1:5", 5: "f:2:1", 10: "f:3:1", 11: "f:4:1", 99: "f:4:5"} {
		if got := At("f", data, off).String(); got != want {
			t.Errorf("At(%d) = %s, want %s", off, got, want)
		}
	}
}

func TestErrors(t *testing.T) {
	var l Errors
	if l.Err() != nil {
		t.Error("an empty list is an error")
	}
	l.Add(Pos{"b.md", 2, 1}, "", "unknown key %q", "titel")
	l.Add(Pos{"a.md", 10, 3}, "remove it", "twice")
	l.Add(Pos{"a.md", 9, 3}, "", "first")
	want := "a.md:9:3: first\na.md:10:3: twice (remove it)\nb.md:2:1: unknown key \"titel\""
	if got := l.Err().Error(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestCause(t *testing.T) {
	_, open := os.Open("none")
	for _, err := range []error{open, os.Link("none", "nowhere"), fs.ErrNotExist} {
		if got := Cause(err).Error(); strings.Contains(got, "none") || !errors.Is(Cause(err), fs.ErrNotExist) {
			t.Errorf("the cause of %v is %s", err, got)
		}
	}
}

func TestNearest(t *testing.T) {
	keys := []string{"speaker", "status", "seed"}
	for in, want := range map[string]string{"speeker": "speaker", "sead": "seed", "zebra": "", "sede": "seed", "satuts": "status", "": ""} {
		if got := Nearest(in, keys); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestSpanJSON(t *testing.T) {
	b, err := json.Marshal([]Span{{1, 2}})
	if err != nil || string(b) != "[[1,2]]" {
		t.Fatalf("%s %v", b, err)
	}
	var back []Span
	if err := json.Unmarshal(b, &back); err != nil || back[0] != (Span{1, 2}) {
		t.Fatalf("%v %v", back, err)
	}
}
