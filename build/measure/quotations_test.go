package measure

import (
	"bytes"
	"encoding/json"
	"math"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"wortlaut/build/read/quotation"
	"wortlaut/build/text"
)

// sample has a direct quotation with speaker and cue and an indirect one, read in part.
func sample() []sides {
	return []sides{{
		gold: []Quote{
			{Type: quotation.LabelDirect, Parts: [parts][]int{Content: {0, 1, 2, 3}, Speaker: {5}, Cue: {4}}},
			{Type: quotation.LabelIndirect, Parts: [parts][]int{Content: {8, 9}, Speaker: {6}}},
		},
		predicted: []Quote{
			{Type: quotation.LabelReported, Parts: [parts][]int{Content: {8, 9, 10, 11}}},
			{Type: quotation.LabelDirect, Parts: [parts][]int{Content: {1, 2, 3}, Speaker: {5, 6}}},
		},
	}}
}

func near(a, b float64) bool { return math.Abs(a-b) < 1e-9 }

func checkScore(t *testing.T, name string, got Score, p, r float64) {
	t.Helper()
	if !near(got.P, p) || !near(got.R, r) || !near(got.F1, harmonic(p, r)) {
		t.Errorf("%s: %+v, want P %v R %v", name, got, p, r)
	}
}

func TestOfficial(t *testing.T) {
	o := official(sample())
	checkScore(t, "quote", o.Parts[Content].Score, (3./3+2./4)/2, (3./4+2./2)/2)
	checkScore(t, "quote, micro", o.Parts[Content].Micro, 5./7, 5./6)
	checkScore(t, "speaker", o.Parts[Speaker].Score, 1./2, (1.+0)/2)
	checkScore(t, "cue", o.Parts[Cue].Score, 0, 0)
	checkScore(t, "roles", o.Roles.Score, 1./2, (0+1.+0)/3)
	checkScore(t, "joint", o.Joint.Score, (1+.5+.5)/3, (.75+1+0+1+0)/5)
	checkScore(t, "type", o.Type, 1./2, 1./2)
	if o.Gold != 2 || o.Predicted != 2 || o.Joint.Predicted != 3 || o.Joint.Gold != 5 {
		t.Errorf("numbers: %+v", o)
	}
}

// TestOfficialLeftOver: quotations without overlap are paired while both sides have some, then stand alone.
func TestOfficialLeftOver(t *testing.T) {
	quote := func(ids ...int) Quote {
		return Quote{Type: quotation.LabelDirect, Parts: [parts][]int{Content: ids}}
	}
	o := official([]sides{
		{[]Quote{quote(1)}, []Quote{quote(2)}},
		{[]Quote{quote(1), quote(5)}, []Quote{quote(5)}},
		{nil, []Quote{quote(7)}},
	})
	checkScore(t, "quote", o.Parts[Content].Score, 1./3, 1./3)
	checkScore(t, "type", o.Type, 2./3, 2./3)
}

func TestSpans(t *testing.T) {
	docs := sample()
	s := spanLevel(docs)
	checkScore(t, "exact", s.Exact, 0, 0)
	checkScore(t, "half", s.Half, 1, 1) // ¾ and ½
	checkScore(t, "tokens of contents", tokenLevel(docs)[Content], 5./7, 5./6)
	checkScore(t, "tokens of speakers", tokenLevel(docs)[Speaker], 1, 1) // both gold speakers lie in one predicted
	c := confusions(docs, quotation.LabelIndirect)
	if want := (Confusion{1, 1, []Labelled{{quotation.LabelReported, 1}}}); !reflect.DeepEqual(c, want) {
		t.Errorf("confusion %+v, want %+v", c, want)
	}
}

// line is an invented text divided at blanks; sentences end with a token ".".
func line(s string) *Text {
	t := &Text{Name: "1 - Probe (2025-01-01)", Body: s}
	at, sentence := 0, 0
	for w := range strings.SplitSeq(s, " ") {
		t.Tokens = append(t.Tokens, Token{w, text.Span{Start: at, End: at + len(w)}})
		t.Sentences = append(t.Sentences, sentence)
		at += len(w) + 1
		if w == "." {
			sentence++
		}
	}
	return t
}

func TestHeads(t *testing.T) {
	for speaker, want := range map[string]string{
		"die Ministerin Dr . Vera Holm":              "Holm",
		"der Sprecher der Feuerwehr":                 "Sprecher",
		"Angaben der Feuerwehr":                      "Angaben Feuerwehr",
		"der Trainer , Jan Willem van Berg":          "Trainer Berg",
		"Karl-Heinz – Otto":                          "Otto",
		"Graf von Thal":                              "Graf",
		"sie selbst":                                 "selbst",
		"er ,":                                       "er",
		"Viele Anwohner":                             "Anwohner",
		"der Leiter , ein Förster":                   "Leiter",
		"Anna Maria del Campo":                       "Campo",
		"Bericht der Zeitung , die Anna Lind kaufte": "Bericht Zeitung",
	} {
		d := line(speaker)
		if got := d.words(d.heads(indices(d.Tokens))); got != want {
			t.Errorf("heads of %q: %q, want %q", speaker, got, want)
		}
	}
}

func TestAttribution(t *testing.T) {
	d := line("„Gut“ , sagte Frau Holm . Sie kommt , sagte sie . Alles sei neu .")
	quote := func(label quotation.Label, content, speaker []int) Quote {
		return Quote{Type: label, Parts: [parts][]int{Content: content, Speaker: speaker}}
	}
	d.Gold = []Quote{
		quote(quotation.LabelDirect, []int{0}, []int{3, 4}),
		quote(quotation.LabelIndirect, []int{6, 7}, []int{10}),
		quote(quotation.LabelFreeIndirect, []int{12, 13, 14, 15}, []int{3, 4}),
		quote(quotation.LabelFreeIndirect, []int{12}, nil),
	}
	d.Predicted = []Quote{
		quote(quotation.LabelDirect, []int{0}, []int{4}),
		quote(quotation.LabelIndirect, []int{6, 7}, []int{3, 4}),
		quote(quotation.LabelFreeIndirect, []int{12}, nil),
	}
	got := attribution([]Text{*d}, Labels...)
	want := Attribution{Gold: 4, Matched: 3, Speaker: 3, SpeakerMatched: 2, Correct: 1, SameName: 1, Speakerless: 1, LeftSo: 1, Classes: []AttributionClass{
		{"noun/name, other sentence", 1, 0, 0}, {"noun/name, same sentence", 1, 1, 1}, {"pronoun, same sentence", 1, 1, 0},
	}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	var out bytes.Buffer
	PrintQuotationErrors(&out, []Text{*d}, 9, "")
	for _, want := range []string{"MISSED   [indirect/free-indirect] Alles sei neu . | speaker: Frau Holm | cue: \n", "SPEAKER  [indirect] Sie kommt | gold: sie | got: Frau Holm\n"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("errors lack %q:\n%s", want, out.String())
		}
	}
	if strings.Contains(out.String(), "SPURIOUS") || strings.Count(out.String(), "\n") != 4 {
		t.Errorf("errors:\n%s", out.String())
	}
}

// corpusFile is an invented text in the corpus's format; offsets are in characters.
func corpusFile(t *testing.T) []byte {
	t.Helper()
	const body = "Größer wird’s, sagte Öz."
	type obj = map[string]any
	var tokens []obj
	for _, w := range []struct{ from, to int }{{0, 6}, {7, 13}, {13, 14}, {15, 20}, {21, 23}, {23, 24}} {
		tokens = append(tokens, obj{"charBegin": w.from, "charEnd": w.to, "text": string([]rune(body)[w.from:w.to])})
	}
	ids := func(ids ...int) obj { return obj{"tokenIds": append([]int{}, ids...)} }
	data, err := json.Marshal(obj{
		"documentName": "7 - Probe (2025-02-12)", "originalText": body, "tokens": tokens,
		"sentences":   []obj{{"id": 3, "begin": 0, "end": 6}},
		"annotations": []obj{{"type": "IndirectFreeIndirect", "medium": "SW", "quote": ids(0, 1), "speaker": ids(4), "cue": ids(3), "frame": ids(4, 3, 2), "addressee": ids()}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestReadTexts(t *testing.T) {
	texts, err := ReadTexts(fstest.MapFS{"a.json": {Data: corpusFile(t)}, "LICENSE": {}})
	if err != nil {
		t.Fatal(err)
	}
	d := texts[0]
	g := d.Gold[0]
	if g.Type != quotation.LabelFreeIndirect || d.words(g.Parts[Frame]) != ", sagte Öz" || d.Sentences[5] != 3 {
		t.Errorf("read %+v", d)
	}
	for _, k := range d.Tokens {
		if k.Span.Of(d.Body) != k.Text {
			t.Errorf("token %q at %q", k.Text, k.Span.Of(d.Body))
		}
	}
	d.Predict([]quotation.Row{
		{Type: quotation.LabelDirect, Quote: []text.Span{{Start: 0, End: 12}, {Start: 0, End: 3}}}, // "wird’s" has 8 bytes, 3 of them here
		{Type: quotation.LabelDirect, Quote: []text.Span{{Start: 8, End: 9}}},
	})
	if len(d.Predicted) != 1 || d.words(d.Predicted[0].Parts[Content]) != "Größer" {
		t.Errorf("predicted %+v", d.Predicted)
	}
	for name, c := range map[string]struct{ data, want string }{
		"bad.json":   {"{\n\"tokens\": [}", "bad.json:2:13"},
		"range.json": {`{"originalText": "ab", "tokens": [{"charBegin": 0, "charEnd": 3}]}`, "range.json: a token"},
		"type.json":  {`{"annotations": [{"type": "Sung"}]}`, "Sung"},
		"ids.json":   {`{"annotations": [{"type": "Direct", "cue": {"tokenIds": [4]}}]}`, "outside the text"},
		"x.txt":      {"", "no *.json files"},
	} {
		if _, err := ReadTexts(fstest.MapFS{name: {Data: []byte(c.data)}}); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}

func TestMarked(t *testing.T) {
	texts, err := ReadTexts(fstest.MapFS{"a.json": {Data: corpusFile(t)}})
	if err != nil {
		t.Fatal(err)
	}
	texts[0].Body = " " + texts[0].Body
	for i := range texts[0].Tokens {
		s := &texts[0].Tokens[i].Span
		s.Start, s.End = s.Start+1, s.End+1
	}
	marking := fstest.MapFS{
		"index.tsv":     {Data: []byte("file\tpage\ttitle\tdate\n000\t1\tAndres\t2025-02-12\n001\t2\tProbe\t2025-02-12\n")},
		"texts/001.txt": {Data: []byte("{q1x}Größer wird’s{/q1}{f1}, {c1}sagte{/c1} {s1}Öz{/s1}{/f1}.\n")},
	}
	got, err := Marked(marking, texts)
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 1 || !reflect.DeepEqual(got[0].Predicted, texts[0].Gold) {
		t.Errorf("read %+v, want %+v", got, texts[0].Gold)
	}
	s := Quotations(got)
	if f := s.Official.Joint.F1; f != 1 || s.Speakers.Accuracy() != 1 {
		t.Errorf("a perfect marking scores %v", f)
	}
	marking["texts/001.txt"].Data = []byte("Größer wird es, sagte Öz.")
	if _, err := Marked(marking, texts); err == nil || !strings.Contains(err.Error(), "not the text of") {
		t.Errorf("a changed text: %v", err)
	}
}

func TestSpeakerWords(t *testing.T) {
	for i, l := range strings.Split(strings.TrimSpace(speakerData), "\n") {
		if f := strings.Fields(l); !strings.HasPrefix(l, "#") && (len(f) != 2 || !speakerWords[f[0]][f[1]]) {
			t.Errorf("data/speaker.txt:%d: %q", i+1, l)
		}
	}
	for _, kind := range []string{"plain", "source", "particle", "pronoun"} {
		if len(speakerWords[kind]) < 10 {
			t.Errorf("%d words of kind %s", len(speakerWords[kind]), kind)
		}
	}
	if len(speakerWords) != 4 {
		t.Errorf("%d kinds", len(speakerWords))
	}
}
