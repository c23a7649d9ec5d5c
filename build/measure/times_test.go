package measure

import (
	"bytes"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"wortlaut/build/read/timex"
	"wortlaut/build/text"
)

func TestCanon(t *testing.T) {
	for value, want := range map[string]string{
		"2025-02-12": "2025-02-12", "present_ref": "PRESENT-REF", "2025-02-12T9.30": "2025-02-12T09:30", "2025-02-12T20": "2025-02-12T20:00",
		"T8": "T08:00", "2025-02-12T20:15:00": "2025-02-12T20:15", "2025-02-12TEV": "2025-02-12TEV", "PT 3H": "PT3H", "xxxx-wxx-3": "XXXX-WXX-3", "": "",
	} {
		if got := canon(value); got != want {
			t.Errorf("canon(%q) = %q, want %q", value, got, want)
		}
	}
}

func expression(start, end int, typ timex.Type, value string) Expression {
	return Expression{text.Span{Start: start, End: end}, typ, value}
}

// pair of lists: one found exactly, one too long, one touched by two, one missed, one wrong.
var (
	goldTimes = []Expression{
		expression(0, 5, timex.Date, "2025-02-12"),
		expression(10, 20, timex.Time, "2025-02-12T20.30"),
		expression(30, 40, timex.Duration, "P3D"),
		expression(50, 55, timex.Set, "P1D"),
	}
	readTimes = []Expression{
		expression(0, 5, timex.Date, "2025-02-13"),
		expression(8, 20, timex.Time, "2025-02-12T20:30"),
		expression(28, 33, timex.Date, "P3D"),
		expression(33, 40, timex.Duration, "P3D"),
		expression(60, 62, timex.Date, "2025"),
	}
)

func TestCountTimes(t *testing.T) {
	s := CountTimes(goldTimes, readTimes).Scores()
	checkScore(t, "strict", s.Strict, 1./5, 1./4)
	checkScore(t, "relaxed", s.Relaxed, 3./5, 3./4)
	checkScore(t, "any", s.Any, 4./5, 3./4)
	checkScore(t, "strict type", s.StrictType, 1./5, 1./4)
	checkScore(t, "relaxed type", s.RelaxedType, 3./5, 3./4) // the longer overlap is the duration
	checkScore(t, "strict value", s.StrictValue, 0, 0)
	checkScore(t, "relaxed value", s.RelaxedValue, 1./5, 1./4)
	checkScore(t, "relaxed value~", s.RelaxedCanon, 2./5, 2./4)
	if s.StrictAccuracy != 0 || !near(s.RelaxedAccuracy, 1./3) {
		t.Errorf("accuracy %v, %v", s.StrictAccuracy, s.RelaxedAccuracy)
	}
	if (TimeCounts{}).Scores() != (TimeScores{}) {
		t.Error("nothing has a score")
	}
}

func TestTimeGroups(t *testing.T) {
	texts := []TimeText{{Gold: goldTimes, Predicted: readTimes}, {Gold: goldTimes[2:3]}}
	want := []Group{
		{Name: "DURATION", Gold: 2, Relaxed: 1, Type: 1, Canon: 1},
		{Name: "DATE", Gold: 1, Strict: 1, Relaxed: 1, Type: 1},
		{Name: "TIME", Gold: 1, Relaxed: 1, Type: 1, Canon: 1},
		{Name: "SET", Gold: 1},
	}
	if got := TimeGroups(texts, TimeType); !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	for value, want := range map[string]string{
		"2025-02-12": "day", "2025-02": "month", "2025-W07": "week", "2025": "year", "199": "decade, century", "19XX": "decade, century",
		"2025-SU": "season, quarter, half-year", "PAST_REF": "vague", "": "other date",
	} {
		if got := TimeClass(expression(0, 1, timex.Date, value)); got != want {
			t.Errorf("class of %q: %s, want %s", value, got, want)
		}
	}
	for e, want := range map[Expression]string{
		expression(0, 1, timex.Time, "2025-02-12TNI"): "part of day", expression(0, 1, timex.Time, "T9"): "clock",
		expression(0, 1, timex.Duration, "PXY"): "duration, open", expression(0, 1, timex.Duration, "P2Y"): "duration, counted", expression(0, 1, timex.Set, "P1D"): "set",
	} {
		if got := TimeClass(e); got != want {
			t.Errorf("class of %v: %s, want %s", e, got, want)
		}
	}
}

const timeml = `<?xml version="1.0" ?><TimeML><DOCID>x</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2025-02-12T08:00">12. Februar</TIMEX3></DCT>
<TEXT>Das Fest &amp; mehr:
<TIMEX3 tid="t1" type="duration" value="P2D">zwei <TIMEX3 tid="t2" type="DATE" value="2025-03">März</TIMEX3>tage</TIMEX3><TIMEX3 tid="t3" type="DATE" value="x"/>.</TEXT></TimeML>`

func TestReadTimes(t *testing.T) {
	texts, err := ReadTimes(fstest.MapFS{
		"KRAUTS_Blatt/b.txt.tml":            {Data: []byte(timeml)},
		"KRAUTS_Blatt/a.tml":                {Data: []byte("<TimeML><TEXT>Nichts</TEXT></TimeML>")},
		"KRAUTS_Blatt_heideltime/b.txt.tml": {Data: []byte("no")},
		"README.md":                         {},
	})
	if err != nil {
		t.Fatal(err)
	}
	b := texts[1]
	if len(texts) != 2 || texts[0].Date != "" || b.ID != "b" || b.Subset != "Blatt" || b.Date != "2025-02-12" || b.Body != "Das Fest & mehr:\nzwei Märztage." {
		t.Fatalf("read %+v", texts)
	}
	if len(b.Gold) != 2 || b.Gold[0].Span.Of(b.Body) != "zwei Märztage" || b.Gold[0].Type != timex.Duration || b.Gold[1].Span.Of(b.Body) != "März" || b.Gold[1].Value != "2025-03" {
		t.Errorf("gold %+v", b.Gold)
	}
	for name, c := range map[string]struct{ data, want string }{
		"a.tml":     {"<TimeML></TimeML>", "a.tml: no TEXT"},
		"b.xml":     {"<TimeML><TEXT></TimeML>", "b.xml: XML syntax error"},
		"x.txt":     {"", "no .tml files"},
		"raw_raw/x": {"", "no .tml files"},
	} {
		if _, err := ReadTimes(fstest.MapFS{name: {Data: []byte(c.data)}}); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
	twice := fstest.MapFS{"x/a.tml": {Data: []byte(timeml)}, "y/a.xml": {Data: []byte(timeml)}}
	if _, err := ReadTimes(twice); err == nil || !strings.Contains(err.Error(), "the same ID as x/a.tml") {
		t.Errorf("a text twice: %v", err)
	}
}

func TestReadTimePredictions(t *testing.T) {
	texts := []TimeText{{ID: "a", Body: "am 3. und 1. Mai"}, {ID: "b", Body: "nie"}}
	const good = `{"file": "a.txt", "times": [{"span": [10, 16], "type": "DATE", "value": "x"}, {"span": [3, 5], "type": "DATE", "value": "y"}]}
{"file": "other", "times": [{"span": [900, 901]}]}
`
	got, err := ReadTimePredictions("p.jsonl", strings.NewReader(good), texts)
	if err != nil || len(got) != 2 || len(got[0]) != 2 || got[0][0].Span.Start != 3 || got[1] != nil {
		t.Errorf("read %v, %v", got, err)
	}
	for data, want := range map[string]string{
		good + `{"file": "b", "times": [{"span": [1, 9]}]}`: "p.jsonl:3:1: span",
		good + `{"file": `: "p.jsonl:3:1: unexpected end",
		good + good:        "p.jsonl:3:1: a second line for a.txt",
	} {
		if _, err := ReadTimePredictions("p.jsonl", strings.NewReader(data), texts); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", data, err, want)
		}
	}
}

// TestTwister: the numbers Python draws with random.seed(20240501).
func TestTwister(t *testing.T) {
	r := newTwister(20240501)
	want := map[int]uint32{0: 3851295516, 1: 1613903265, 623: 4041862644, 624: 377354698, 1999: 3568536424}
	for i := range 2000 {
		if got := r.word(); want[i] != 0 && got != want[i] {
			t.Errorf("word %d is %d, want %d", i, got, want[i])
		}
	}
	r = newTwister(20240501)
	var got []int
	for range 10 {
		got = append(got, r.below(96))
	}
	if want := []int{48, 39, 51, 45, 67, 15, 52, 79, 75, 92}; !reflect.DeepEqual(got, want) {
		t.Errorf("below 96: %v, want %v", got, want)
	}
}

func TestTimeIntervals(t *testing.T) {
	texts := []TimeText{{Gold: goldTimes, Predicted: goldTimes}, {Gold: goldTimes[:1]}, {Gold: goldTimes, Predicted: goldTimes}}
	for _, v := range TimeIntervals(texts, nil) {
		if v.Lower < 0 || v.Lower >= v.Upper || v.Upper != 1 {
			t.Errorf("interval %+v", v)
		}
	}
	for _, v := range TimeIntervals(texts, [][]Expression{goldTimes, nil, goldTimes}) {
		if v.Lower != 0 || v.Upper != 0 || v.Better != 0 {
			t.Errorf("compared with itself: %+v", v)
		}
	}
	var out bytes.Buffer
	PrintTimeIntervals(&out, texts, make([][]Expression, 3))
	if !strings.Contains(out.String(), "--vs: 9 gold, 0 predicted\n") || !strings.Contains(out.String(), "of samples\n") {
		t.Errorf("printed\n%s", out.String())
	}
}

func TestPrintTimeErrors(t *testing.T) {
	body := strings.Repeat("ä", 40)
	text := TimeText{ID: "a", Date: "2025-02-12", Body: body, Gold: goldTimes, Predicted: readTimes}
	var out bytes.Buffer
	PrintTimeErrors(&out, []TimeText{text}, 1, "")
	want := []string{"--- missed (1)\n    2025-02-12 SET=P1D", "--- spurious (2)\n    DATE=P3D", "--- extent (2)\n    gold [äääää] pred [ääääää]  a\n", "--- value (1)\n    2025-02-12 gold DATE=2025-02-12 pred DATE=2025-02-13"}
	for _, w := range want {
		if !strings.Contains(out.String(), w) {
			t.Errorf("errors lack %q:\n%s", w, out.String())
		}
	}
	out.Reset()
	PrintTimeErrors(&out, []TimeText{text}, 9, timex.Set)
	if got := out.String(); strings.Count(got, "\n") != 5 {
		t.Errorf("errors on sets:\n%s", got)
	}
}
