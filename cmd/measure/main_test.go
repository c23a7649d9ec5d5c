package main

import (
	"bytes"
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
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// tiny are invented corpora of one text each, in the corpora's formats.
var tiny = map[string]string{
	"quotes/a.json": `{"documentName": "1 - Bad (2025-02-12)", "originalText": "„Das Bad öffnet am Montag“, sagte Anna Berg.",
"tokens": [{"text": "„", "charBegin": 0, "charEnd": 1}, {"text": "Das", "charBegin": 1, "charEnd": 4}, {"text": "Bad", "charBegin": 5, "charEnd": 8},
{"text": "öffnet", "charBegin": 9, "charEnd": 15}, {"text": "am", "charBegin": 16, "charEnd": 18}, {"text": "Montag", "charBegin": 19, "charEnd": 25}, {"text": "“", "charBegin": 25, "charEnd": 26},
{"text": ",", "charBegin": 26, "charEnd": 27}, {"text": "sagte", "charBegin": 28, "charEnd": 33}, {"text": "Anna", "charBegin": 34, "charEnd": 38}, {"text": "Berg", "charBegin": 39, "charEnd": 43}, {"text": ".", "charBegin": 43, "charEnd": 44}],
"sentences": [{"id": 0, "begin": 0, "end": 12}],
"annotations": [{"type": "Direct", "quote": {"tokenIds": [0, 1, 2, 3, 4, 5, 6]}, "speaker": {"tokenIds": [9, 10]}, "cue": {"tokenIds": [8]}, "frame": {"tokenIds": [7, 8, 9, 10]}, "addressee": {"tokenIds": []}}]}`,
	"marking/index.tsv":     "file\tpage\ttitle\tdate\n000\t1\tBad\t2025-02-12\n",
	"marking/texts/000.txt": "{q1d}„Das Bad öffnet am Montag“{/q1}{f1}, {c1}sagte{/c1} {s1}Anna Berg{/s1}{/f1}.",
	"times/K/b.tml":         `<TimeML><DCT><TIMEX3 value="2025-02-12"/></DCT><TEXT>Das Bad öffnet am <TIMEX3 type="DATE" value="2025-02-14">14. Februar 2025</TIMEX3>.</TEXT></TimeML>`,
	"vs.jsonl":              `{"file": "b.tml", "times": []}` + "\n",
	"names.tsv":             "1\tAnna\tB-PER\n2\tBerg\tI-PER\n3\tkam\tO\n4\t.\tO\n",
	"easy.tsv":              "0\tDer Bau der neuen Brücke beginnt im Herbst.\tIm Herbst beginnt der Bau.\n0\tZwei Wege werden dafür bald gesperrt.\tZwei Wege sind bald zu.\n0\tDie Stadt rechnet mit drei Jahren Bauzeit.\tDie Stadt rechnet mit drei Jahren Bauzeit.\n",
}

func TestRun(t *testing.T) {
	dir := files(t, tiny)
	t.Chdir(dir)
	for _, c := range []struct{ args, want string }{
		{"-quotes quotes", "  joint                    P 100.00  R 100.00  F1 100.00   | micro P 100.00 R 100.00 F1 100.00\n"},
		{"-quotes quotes -errors 3", "(1 of 1 matched with gold speaker)"},
		{"-marking marking -marked quotes", "== independent marking of quotations: marking\ndocuments 1 "},
		{"-times times", "K: 1 gold, 1 predicted\n  strict          P 100.0  R 100.0  F1 100.0\n"},
		{"-times times -ci", "  strict value    +100.0 .. +100.0\n"},
		{"-times times -vs vs.jsonl", "  strict value    +100.0 .. +100.0   better in 100.0% of samples\n"},
		{"-times times -errors 3", "--- missed (0)\n--- spurious (0)\n"},
		{"-names names.tsv -errors 3", "person        gold     1 predicted     1  strict P 1.000 R 1.000 F1 1.000  relaxed F1 1.000\n"},
		{"-statements easy.tsv easy.tsv", "quotations found 4/4  pairs 1 of 1  P 1.000  R 1.000  F1 1.000\n\n== statements: easy.tsv\n"},
		{"-quotes quotes -marking marking -marked quotes -format markdown", "| quotations: quote / joint / type | German Wikinews, 1 texts (Petersen-Frey & Biemann 2024) | 100.0 / 100.0 / 100.0 | 100.0 / 100.0 / 100.0 |\n"},
		{"-times times -names names.tsv -statements easy.tsv -format markdown", "| statements joined, easy: P / R / F1 | WMT 2019 paraphrases, 1 pairs (Freitag et al. 2020) | 100.0 / 100.0 / 100.0 |\n"},
	} {
		var out, errs bytes.Buffer
		if code := run(strings.Fields(c.args), &out, &errs); code != 0 || !strings.Contains(out.String(), c.want) {
			t.Errorf("measure %s: code %d, %s\n%s\nwant %q", c.args, code, errs.String(), out.String(), c.want)
		}
	}
}

func TestRunErrors(t *testing.T) {
	dir := files(t, tiny)
	t.Chdir(dir)
	for _, c := range []struct {
		args string
		code int
		want string
	}{
		{"", 2, "usage"},
		{"-x", 2, "not defined"},
		{"-quotes quotes more", 2, "more: what is it?"},
		{"-quotes quotes -ci", 2, "-times"},
		{"-quotes quotes -marking marking", 2, "belong together"},
		{"-quotes quotes -format html", 2, `"html" (text or markdown)`},
		{"-quotes quotes -errors 3 -type dates", 2, `"dates" (direct, indirect,`},
		{"-quotes times", 1, "no *.json files"},
		{"-times quotes", 1, "no .tml files"},
		{"-times times -vs none", 1, "none"},
		{"-names none.tsv", 1, "none.tsv"},
		{"-names vs.jsonl", 1, "vs.jsonl:1:1"},
		{"-statements vs.jsonl", 1, "vs.jsonl:1:1"},
		{"-marking times -marked quotes", 1, "index.tsv"},
	} {
		var out, errs bytes.Buffer
		if code := run(strings.Fields(c.args), &out, &errs); code != c.code || !strings.Contains(errs.String(), c.want) {
			t.Errorf("measure %s: code %d, %q; want %d, %q", c.args, code, errs.String(), c.code, c.want)
		}
	}
}
