package quantity

import (
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"wortlaut/build/golden"
	"wortlaut/build/read/german"
	"wortlaut/build/text"
)

// label prints what is known of q, without its span.
func label(q Quantity) string {
	out := q.Value
	for _, part := range []string{q.Unit, string(q.Approx)} {
		if part != "" {
			out += " " + part
		}
	}
	if q.PartOf {
		out += " part"
	}
	if q.Counts != "" {
		out += " of " + strings.Join(strings.Fields(q.Counts), "_")
	}
	return out
}

func TestGolden(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, in map[string]string) map[string]string {
		d := german.Segment(in["input"], nil)
		var labels []golden.Label
		for _, q := range Find(&d, nil) {
			labels = append(labels, golden.Label{Span: q.Span, Name: label(q) + ":"})
		}
		return map[string]string{"quantities": golden.Show(d.Text, labels)}
	})
}

func TestFind(t *testing.T) {
	for s, want := range map[string][]string{
		"Sie gaben fünf Prozent ihres BIP aus.":               {"5 percent of BIP: fünf Prozent"},
		"Das sind 5% statt 2 %.":                              {"5 percent: 5%", "2 percent: 2 %"},
		"Er zahlt 0,99€ im Monat.":                            {"0.99 EUR: 0,99€"},
		"Dort stehen 100.000 US-Truppen.":                     {"100000 of US-Truppen: 100.000"},
		"Es gab über 40.000 zivile Opfer.":                    {"40000 over of zivile_Opfer: über 40.000"},
		"Über 126 Milliarden US-Dollar an Waffen.":            {"126000000000 USD over of Waffen: Über 126 Milliarden US-Dollar"},
		"Darunter sind auch fünf der 27 Staaten.":             {"5 part of Staaten: fünf", "27 of Staaten: 27"},
		"Die Hälfte davon soll den Berg von 800 Mio. decken.": {"800000000: 800 Mio."},
		"Sie haben davon fast 183 Milliarden gezahlt.":        {"183000000000 under part: fast 183 Milliarden"},
		"Zwei bis drei Millionen Menschen flohen.":            {"2000000 person of Menschen: Zwei", "3000000 person of Menschen: drei Millionen Menschen"},
		"Zwischen 5 und 10 Prozent.":                          {"5 percent: 5", "10 percent: 10 Prozent"},
		"Der Wert stieg von zwei auf fünf Prozent.":           {"2 percent: zwei", "5 percent: fünf Prozent"},
		"Das dauert 10–12 Tage.":                              {"10 day: 10", "12 day: 12 Tage"},
		"Es kostet etwa 1 Mio. Euro.":                         {"1000000 EUR about: etwa 1 Mio. Euro"},
		"Eine Million Menschen und eine halbe Milliarde Euro": {"1000000 person of Menschen: Eine Million Menschen", "500000000 EUR: eine halbe Milliarde Euro"},
		"Der 30-tägige Waffenstillstand hielt.":               {"30 day of Waffenstillstand: 30-tägige"},
		"Ein dreiwöchiger Streik begann.":                     {"3 week of Streik: dreiwöchiger"},
		"Das Zwei-Prozent-Ziel und das 1,5-Grad-Ziel":         {"2 percent of Ziel: Zwei-Prozent-Ziel", "1.5 celsius of Ziel: 1,5-Grad-Ziel"},
		"Ein 100-Milliarden-Euro-Paket kommt.":                {"100000000000 EUR of Paket: 100-Milliarden-Euro-Paket"},
		"Es starben 30 Menschen, darunter zwölf Kinder.":      {"30 person of Menschen: 30 Menschen", "12 part of Kinder: zwölf"},
		"Er nannte mindestens 3 Länder, höchstens acht.":      {"3 atleast of Länder: mindestens 3", "8 atmost: höchstens acht"},
		"Bis zu 50 Panzer und weniger als 20 Flugzeuge":       {"50 atmost of Panzer: Bis zu 50", "20 under of Flugzeuge: weniger als 20"},
		"Rund 100 000 Leute kamen.":                           {"100000 person about of Leute: Rund 100 000 Leute"},
		"Er zahlte $5 Milliarden.":                            {"5000000000 USD: $5 Milliarden"},
		"Das wiegt 3 Tonnen Weizen.":                          {"3 tonne of Weizen: 3 Tonnen"},
		"Mit 50 Kilometern pro Stunde und 12 km/h":            {"50 kmh: 50 Kilometern pro Stunde", "12 kmh: 12 km/h"},
		"Acht der zehn Länder stimmten zu.":                   {"8 of Länder: Acht", "10 of Länder: zehn"},
		"Von ihnen wurden 30 verletzt, 12 davon schwer.":      {"30 part: 30", "12 part: 12 davon"},
		"Drei weitere verletzte Soldaten kamen.":              {"3 of weitere_verletzte_Soldaten: Drei"},
		"Eineinhalb Jahre Haft für ein Prozent.":              {"1.5 year of Haft: Eineinhalb Jahre", "1 percent: ein Prozent"},
		"Es sind minus 5 Grad, draußen -5 Grad.":              {"5 celsius: 5 Grad", "-5 celsius: -5 Grad"},
		"Sie fanden zwei Dutzend Waffen.":                     {"24 of Waffen: zwei Dutzend"},
		"Artikel 5, Paragraf 3, § 7 Absatz 2, G7, Platz 3":    nil,
		"Die Boeing 737 und Flug MH17 im Jahr 2014":           nil,
		"Seit 2022 und bis 2030 gilt das 2014 Gesagte.":       nil,
		"Um 18.30 Uhr und um 18:30 stand es 2:1.":             nil,
		"Hauptstraße 12, 10117 Berlin, Tel. 030 123456":       nil,
		"Am 3. Oktober und am 12.02.2025, in der 2. Liga":     nil,
		"Ein Mann und eine Frau, einige tausend Leute":        nil,
		"Mehrere Millionen Euro und Tausende Tote":            nil,
		"Die Saison 2024/25 und zwei Drittel der Stimmen":     nil,
		"Die Zwei-Staaten-Lösung und der 30-Jährige":          nil,
		"Die drei sagten nichts.":                             nil,
		"1) Erstens":                                          nil,
	} {
		d := german.Segment(s, nil)
		var got []string
		for _, q := range Find(&d, nil) {
			got = append(got, label(q)+": "+q.Span.Of(s))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s\ngot  %q\nwant %q", s, got, want)
		}
	}
}

func TestFindTimes(t *testing.T) {
	s := "Vor drei Jahren kamen fünf Länder zum 30-tägigen Treffen."
	at := func(part string) text.Span {
		i := strings.Index(s, part)
		return text.Span{Start: i, End: i + len(part)}
	}
	d := german.Segment(s, nil)
	got := Find(&d, []text.Span{at("Vor drei Jahren"), at("30-tägigen")})
	if len(got) != 2 || got[0].Counts != "Länder" || got[1].Unit != "day" {
		t.Errorf("got %+v", got)
	}
}

// TestSeeds states the numbers of a text in which thousands have stops, a line breaks inside a
// number, and a part is larger than its whole.
func TestSeeds(t *testing.T) {
	data, err := os.ReadFile("../../../seeds/003_634bcf039624f02a.txt")
	if err != nil {
		t.Skip(err)
	}
	d := german.Segment(string(data), nil)
	var got []string
	for _, q := range Find(&d, nil) {
		got = append(got, label(q))
	}
	for _, want := range []string{
		"5 percent of Bruttoinlandsprodukts", "50 about of Länder", "126000000000 USD over of Waffensystemen", "183000000000 under part",
		"100000 of US-Truppen", "40000 over of zivilen_Opfern",
	} {
		if !slices.Contains(got, want) {
			t.Errorf("%q is missing in %q", want, got)
		}
	}
}

// TestData parses every data file; a malformed line is reported with its place.
func TestData(t *testing.T) {
	for file, data := range map[string]string{"units.txt": unitData, "approximations.txt": approximationData, "adjectives.txt": adjectiveData} {
		if _, err := parseList(file, data); err != nil {
			t.Error(err)
		}
	}
	if _, err := parseLabels("labels.txt", labelData); err != nil {
		t.Error(err)
	}
	list, err := parseList("approximations.txt", approximationData)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range list {
		if !slices.Contains([]Approx{About, AtLeast, AtMost, Over, Under}, Approx(p.meaning)) {
			t.Errorf("%q is no class of approximation", p.meaning)
		}
	}
	for _, bad := range []string{"EUR Euro", "EUR: Euro\nEUR: Euro", "a b: c"} {
		if _, err := parseList("units.txt", bad); err == nil {
			t.Errorf("%q is accepted", bad)
		}
	}
	if _, err := parseLabels("labels.txt", "# head\nArtikel\nartikel"); err == nil || !strings.HasPrefix(err.Error(), "labels.txt:3:1: ") {
		t.Errorf("got %v", err)
	}
}

// TestLarge reads texts on which a step that takes the square of the length would not come back.
func TestLarge(t *testing.T) {
	for _, unit := range []string{"000 ", "1 ", "tausend", "zwei bis ", "5% ", "davon ", "1 (", "von 2 auf 3 ", "der 1 "} {
		d := german.Segment(strings.Repeat(unit, 300_000/len(unit)), nil)
		var times []text.Span
		for i := 0; i < len(d.Tokens); i += 2 {
			times = append(times, d.Tokens[i].Span)
		}
		for _, q := range Find(&d, times) {
			if q.Value == "" {
				t.Errorf("%q: a quantity without a value", unit)
				break
			}
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"", "über 126\nMilliarden US-Dollar", "zwei bis drei Millionen", "5%0,99€$", "eine halbe 1'000 100 000 000", "von 2 auf", "davon 12–", "ein bis", "-5 1,5-Grad-", "acht der zehn der"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d := german.Segment(s, nil)
		last := 0
		for _, q := range Find(&d, []text.Span{{Start: 0, End: len(s) / 4}}) {
			if q.Span.Start < last || q.Span.Len() <= 0 || q.Span.End > len(s) {
				t.Fatalf("%v after %d", q.Span, last)
			}
			if utf8.ValidString(s) && !utf8.ValidString(q.Span.Of(s)) {
				t.Fatalf("%v is not on rune boundaries", q.Span)
			}
			if _, ok := new(big.Rat).SetString(q.Value); !ok || strings.ContainsAny(q.Value, "eE/") {
				t.Fatalf("value %q", q.Value)
			}
			last = q.Span.End
		}
	})
}

func BenchmarkFind(b *testing.B) {
	names, err := filepath.Glob("../../../seeds/*.txt")
	if err != nil || len(names) == 0 {
		b.Skip("no seeds")
	}
	var all strings.Builder
	for range 20 {
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				b.Fatal(err)
			}
			all.Write(data)
		}
	}
	d := german.Segment(all.String(), nil)
	b.SetBytes(int64(len(d.Text)))
	for b.Loop() {
		Find(&d, nil)
	}
}

func ExampleFind() {
	d := german.Segment("Etwa 50 Länder gaben über 126 Milliarden US-Dollar.", nil)
	for _, q := range Find(&d, nil) {
		fmt.Println(q.Span.Of(d.Text), "|", q.Value, q.Unit, q.Counts, q.Approx)
	}
	// Output:
	// Etwa 50 | 50  Länder about
	// über 126 Milliarden US-Dollar | 126000000000 USD  over
}
