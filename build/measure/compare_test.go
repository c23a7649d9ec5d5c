package measure

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"wortlaut/build/read/quotation"
	"wortlaut/build/read/timex"
	"wortlaut/build/text"
)

// corpora returns the folder that WORTLAUT_CORPORA names. It holds data/ with the corpora (quotes/dev,
// times/dev, names/dev.tsv) and score/ with the reference scorers in Python (quotes.py, times.py,
// names.py). Tests that need it are skipped where it is not named.
func corpora(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("WORTLAUT_CORPORA")
	if dir == "" {
		t.Skip("WORTLAUT_CORPORA names no folder")
	}
	return dir
}

// python runs a reference scorer.
func python(t *testing.T, dir, script string, args ...string) string {
	t.Helper()
	cmd := exec.Command("python3", append([]string{"-B", filepath.Join(dir, "score", script)}, args...)...)
	var errs bytes.Buffer
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s", script, err, errs.String())
	}
	return string(out)
}

// sameLines reports the first line in which two outputs differ.
func sameLines(t *testing.T, ours, theirs string) {
	t.Helper()
	a, b := strings.Split(strings.TrimSpace(ours), "\n"), strings.Split(strings.TrimSpace(theirs), "\n")
	for i := range max(len(a), len(b)) {
		if i >= len(a) || i >= len(b) || a[i] != b[i] {
			t.Fatalf("line %d differs (%d lines, %d in the reference)\nours:      %q\nreference: %q", i+1, len(a), len(b), slices.Concat(a, []string{""})[min(i, len(a))], slices.Concat(b, []string{""})[min(i, len(b))])
		}
	}
	t.Logf("%d lines agree", len(a))
}

// lines writes one JSON value per line to a fresh file and returns its path.
func lines[T any](t *testing.T, values []T) string {
	t.Helper()
	var b bytes.Buffer
	for _, v := range values {
		if err := json.NewEncoder(&b).Encode(v); err != nil {
			t.Fatal(err)
		}
	}
	name := filepath.Join(t.TempDir(), "lines.jsonl")
	if err := os.WriteFile(name, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	return name
}

// TestQuotationsCompare scores gold annotations with random faults, which have more ties and stranger
// spans than any reading, here and with the reference.
func TestQuotationsCompare(t *testing.T) {
	dir := corpora(t)
	gold := filepath.Join(dir, "data/quotes/dev")
	texts, err := ReadTexts(os.DirFS(gold))
	if err != nil {
		t.Fatal(err)
	}
	names, err := filepath.Glob(filepath.Join(gold, "*.json"))
	if err != nil || len(names) != len(texts) {
		t.Fatal(err, len(names))
	}
	slices.Sort(names)
	r := rand.New(rand.NewPCG(7, 7))
	type pred struct {
		File   string           `json:"file"`
		Quotes []map[string]any `json:"quotes"`
	}
	var preds []pred
	renamed := map[string]string{}
	for i := range texts {
		rows := faulty(r, &texts[i])
		texts[i].Predict(rows)
		p := pred{File: fmt.Sprintf("%d.txt", i), Quotes: []map[string]any{}}
		renamed[p.File] = filepath.Base(names[i])
		for _, row := range rows {
			q := map[string]any{"type": row.Type}
			for k, spans := range spansIn(&row) {
				q[Part(k).String()] = *spans
			}
			p.Quotes = append(p.Quotes, q)
		}
		preds = append(preds, p)
	}
	file := lines(t, preds)
	theirs := python(t, dir, "quotes.py", "--gold", gold, "--pred", file, "--map", lines(t, []any{renamed}))
	var ours bytes.Buffer
	Quotations(texts).Print(&ours)
	sameLines(t, ours.String(), theirs)
}

// faulty returns the gold quotations of d with faults.
func faulty(r *rand.Rand, d *Text) []quotation.Row {
	var out []quotation.Row
	for _, g := range d.Gold {
		for range 1 + r.IntN(6)/5 {
			if r.IntN(5) == 0 {
				continue
			}
			row := quotation.Row{Type: g.Type}
			if r.IntN(4) == 0 {
				row.Type = Labels[r.IntN(len(Labels))]
			}
			for p, list := range spansIn(&row) {
				if Part(p) == Content || r.IntN(4) > 0 {
					*list = d.shaken(r, g.Parts[p])
				}
			}
			out = append(out, row)
		}
	}
	for range r.IntN(3) {
		at := r.IntN(len(d.Tokens))
		out = append(out, quotation.Row{Type: Labels[r.IntN(len(Labels))], Quote: d.shaken(r, []int{at})})
	}
	r.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}

// shaken returns spans of tokens, some lost, some with ends inside or behind a token.
func (t *Text) shaken(r *rand.Rand, ids []int) []text.Span {
	var out []text.Span
	for _, id := range ids {
		s := t.Tokens[min(len(t.Tokens)-1, max(0, id+r.IntN(9)/8))].Span
		s.Start, s.End = s.Start+r.IntN(5)/3, s.End-r.IntN(5)/3
		if s.Len() > 0 && r.IntN(12) > 0 {
			out = append(out, s)
		}
	}
	return out
}

// TestTimesCompare does the same for time expressions.
func TestTimesCompare(t *testing.T) {
	dir := corpora(t)
	gold := filepath.Join(dir, "data/times/dev")
	texts, err := ReadTimes(os.DirFS(gold))
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(8, 8))
	type pred struct {
		File  string           `json:"file"`
		Times []map[string]any `json:"times"`
	}
	var files [2]string
	var other [][]Expression
	for k := range files {
		var preds []pred
		for i := range texts {
			d := &texts[i]
			read := misread(r, d)
			if d.Predict(read); k == 1 {
				other = append(other, d.Predicted)
			}
			p := pred{File: d.ID + ".txt", Times: []map[string]any{}}
			for _, e := range read {
				p.Times = append(p.Times, map[string]any{"span": e.Span, "type": e.Type, "value": e.Value})
			}
			preds = append(preds, p)
		}
		files[k] = lines(t, preds)
	}
	f, err := os.Open(files[0])
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	first, err := ReadTimePredictions(files[0], f, texts)
	if err != nil {
		t.Fatal(err)
	}
	for i := range texts {
		texts[i].Predict(first[i])
	}
	theirs := python(t, dir, "times.py", "--gold", gold, "--pred", files[0], "--vs", files[1], "--by", "subset", "--by", "type", "--errors", "9999")
	var ours bytes.Buffer
	PrintTimes(&ours, texts)
	table, _, _ := strings.Cut(ours.String(), "by class")
	ours.Reset()
	PrintTimeIntervals(&ours, texts, other)
	PrintTimeErrors(&ours, texts, 9999, "")
	sameLines(t, table+ours.String(), theirs)
	theirs = python(t, dir, "times.py", "--gold", gold, "--pred", files[0], "--ci")
	ours.Reset()
	Times(texts).Print(&ours, fmt.Sprintf("all (%d documents)", len(texts)))
	PrintTimeIntervals(&ours, texts, nil)
	sameLines(t, ours.String(), theirs)
}

// misread returns the gold expressions of d with faults; no span occurs twice.
func misread(r *rand.Rand, d *TimeText) []Expression {
	var out []Expression
	seen := map[text.Span]bool{}
	add := func(e Expression) {
		ok := e.Span.Start >= 0 && e.Span.Len() > 0 && e.Span.End <= len(d.Body) && !seen[e.Span]
		for _, at := range []int{e.Span.Start, e.Span.End} {
			ok = ok && (at == len(d.Body) || utf8.RuneStart(d.Body[at]))
		}
		if ok {
			seen[e.Span] = true
			out = append(out, e)
		}
	}
	types := []timex.Type{timex.Date, timex.Time, timex.Duration, timex.Set}
	for _, e := range d.Gold {
		if r.IntN(6) == 0 {
			continue
		}
		if r.IntN(4) == 0 {
			e.Span.Start, e.Span.End = e.Span.Start+r.IntN(9)-4, e.Span.End+r.IntN(9)-4
		}
		if r.IntN(6) == 0 {
			e.Type = types[r.IntN(4)]
		}
		if r.IntN(5) == 0 {
			e.Value = strings.ToLower(e.Value) + []string{"", " ", "X"}[r.IntN(3)]
		}
		add(e)
		if r.IntN(4) == 0 {
			at := e.Span.Start + r.IntN(20) - 10
			add(Expression{text.Span{Start: at, End: at + 1 + r.IntN(12)}, types[r.IntN(4)], "2025"})
		}
	}
	return out
}

// TestNamesCompare does the same for names.
func TestNamesCompare(t *testing.T) {
	dir := corpora(t)
	gold := filepath.Join(dir, "data/names/dev.tsv")
	data, err := os.ReadFile(gold)
	if err != nil {
		t.Fatal(err)
	}
	list, err := ParseNames(gold, string(data))
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(9, 9))
	var preds []map[string]any
	for i := range list {
		s := &list[i]
		mentions := []map[string]any{}
		for _, n := range s.Gold {
			if r.IntN(4) == 0 {
				n.Kind = Kinds[r.IntN(3)]
			}
			if r.IntN(4) == 0 {
				n.Span.Start = max(0, n.Span.Start-r.IntN(8))
			}
			if r.IntN(6) > 0 {
				s.Predicted = append(s.Predicted, n)
			}
		}
		for _, a := range s.Aside {
			s.Predicted = append(s.Predicted, Name{a, Kinds[r.IntN(3)]}, Name{text.Span{Start: a.Start, End: a.End + 3}, Kinds[r.IntN(3)]})
		}
		for _, n := range s.Predicted {
			mentions = append(mentions, map[string]any{"span": n.Span, "kind": n.Kind, "form": "name"})
		}
		preds = append(preds, map[string]any{"file": fmt.Sprintf("%05d.txt", i), "mentions": mentions})
	}
	var ours bytes.Buffer
	PrintNames(&ours, Names(list))
	sameLines(t, ours.String(), python(t, dir, "names.py", "score", gold, lines(t, preds)))
}
