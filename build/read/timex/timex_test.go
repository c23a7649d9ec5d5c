package timex

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"wortlaut/build/golden"
	"wortlaut/build/read/german"
)

// cases are sentences by class, with the publication date in front if it is not 2025-02-12, a
// Wednesday, and after the arrow what is expected of each expression: text = value, resolved, basis.
var cases = map[string][]string{
	"calendar": {
		"Am 3. Januar 2024 begann es. → 3. Januar 2024 = 2024-01-03 2024-01-03 explicit",
		"Am Freitag, den 14. Februar, ist Schluss. → Freitag, den 14. Februar = 2025-02-14 2025-02-14 year",
		"Am 03.01.24 begann es. → 03.01.24 = 2024-01-03 2024-01-03 explicit",
		"Am 31.2.2024 begann es. →",
		"Vom 5. bis zum 9. März wird gefeiert. → 5. = 2025-03-05 2025-03-05 year; 9. März = 2025-03-09 2025-03-09 year",
		"Am 5., 6. und 9. März wird gefeiert. → 5. = 2025-03-05 2025-03-05 year; 6. = 2025-03-06 2025-03-06 year; 9. März = 2025-03-09 2025-03-09 year",
		"2024-12-10 | Termine: 29. Jänner und 10. Februar. → 29. Jänner = 2025-01-29 2025-01-29 year; 10. Februar = 2025-02-10 2025-02-10 year",
		"2025-01-10 | Am 21. Dezember stimmte der Rat ab. → 21. Dezember = 2024-12-21 2024-12-21 year",
		"Im März 1992 kam er ins Amt. Am 5. April trat er zurück. → März 1992 = 1992-03 1992-03 explicit; 5. April = 1992-04-05 1992-04-05 passage",
		" | Am 5. April trat er zurück. → 5. April = XXXX-04-05 - none",
		"2025 | Am 5. April trat er zurück. → 5. April = 2025-04-05 2025-04-05 year",
		"Der Sturm am 29. Februar kam überraschend. → 29. Februar = XXXX-02-29 - none",
	},
	"year": {
		"Seit 2022 ist das so. → 2022 = 2022 2022/.. explicit",
		"Bis 2030 soll das gelten. → 2030 = 2030 ../2030 explicit",
		"Von 2010 bis 2012 galt das. → 2010 = 2010 2010 explicit; 2012 = 2012 2012 explicit",
		"Nach 2014 galt das. → 2014 = 2014 2015/.. explicit",
		"Er (1950–2010) schrieb viel. → 1950 = 1950 1950 explicit; 2010 = 2010 2010 explicit",
		"Im Jahr 2012 kamen 2010 Mitglieder. → Jahr 2012 = 2012 2012 explicit",
		"Bei 2000 Grad schmilzt es, für 1999 Euro nicht. →",
		"Es waren 1600. →",
		"Das Land zahlte 1500 bis 1800 Euro. →",
		"Rufen Sie an: 0471 1990 22. →",
		"Auf Seite 1984 steht es, mehr als 2010 kamen. →",
		"Seit 1996 Mitglied, kandidierte er 2001. → 1996 = 1996 1996/.. explicit; 2001 = 2001 2001 explicit",
		"Das gilt für die Legislaturperiode 2020/25. → die Legislaturperiode 2020/25 = XXXX-XX-XX 2020/2025 explicit",
	},
	"decade and century": {
		"In den achtziger Jahren war das üblich. → den achtziger Jahren = 198 198X explicit",
		"Mitte der 90er-Jahre war das üblich. → Mitte der 90er-Jahre = 199 199X~ explicit",
		"In den 2010er Jahren war das üblich. → den 2010er Jahren = 201 201X explicit",
		"Im 19. Jahrhundert war das üblich. → 19. Jahrhundert = 18 18XX explicit",
		"Seit Beginn des 20. Jahrhunderts ist das so. → Beginn des 20. Jahrhunderts = 19 19XX~/.. explicit",
	},
	"month": {
		"Im Februar wird gewählt. → Februar = 2025-02 2025-02 year",
		"2025-01-20 | Im Dezember hatte er noch gezögert. → Dezember = 2024-12 2024-12 year",
		"Erst Anfang Februar hatte er gezögert. → Anfang Februar = 2025-02 2025-02-01/2025-02-10 year",
		"Mitte März 2024 kam er. → Mitte März 2024 = 2024-03 2024-03-11/2024-03-20 explicit",
		"Ende Juni 2024 kam er. → Ende Juni 2024 = 2024-06 2024-06-21/2024-06-30 explicit",
		"Seit Juni 2024 ist er da. → Juni 2024 = 2024-06 2024-06/.. explicit",
		"Im Januar und Februar 2023 schneite es. → Januar = 2023-01 2023-01 explicit; Februar 2023 = 2023-02 2023-02 explicit",
		"August Müller und Mai Lin kamen. →",
		"Im vergangenen März kam er. → vergangenen März = 2024-03 2024-03 dct",
		" | Im Februar kam er. → Februar = XXXX-02 - none",
	},
	"weekday": {
		"Er sagte am Mittwoch ab. → Mittwoch = 2025-02-12 2025-02-12 weekday",
		"Er sagte am Donnerstag ab. → Donnerstag = 2025-02-06 2025-02-06 weekday",
		"Er wird am Donnerstag absagen. → Donnerstag = 2025-02-13 2025-02-13 weekday",
		"Die Messe findet am Samstag statt. → Samstag = 2025-02-15 2025-02-15 weekday",
		"Das Verbot gilt ab Montag. → Montag = 2025-02-17 2025-02-17/.. weekday",
		"Er kam letzten Sonntag an. → letzten Sonntag = 2025-02-09 2025-02-09 weekday",
		"Er kommt am kommenden Mittwoch an. → kommenden Mittwoch = 2025-02-19 2025-02-19 weekday",
		"Er sagte morgen, Donnerstag, ab. → morgen = 2025-02-13 2025-02-13 dct; Donnerstag = 2025-02-13 2025-02-13 weekday",
		" | Er sagte am Mittwoch ab. → Mittwoch = XXXX-WXX-3 - none",
		"2025-02-12~ | Er sagte am Montag ab. → Montag = 2025-02-10 2025-02-10~ weekday",
		"2025-02 | Er sagte am Montag ab. → Montag = XXXX-WXX-1 - none",
		"Das stand in der Welt am Sonntag. →",
		"Montag bis Freitag, 8 bis 12 Uhr → Montag = XXXX-WXX-1 - none; Freitag = XXXX-WXX-5 - none; 8 = T08:00 - none; 12 Uhr = T12:00 - none",
	},
	"part of day": {
		"Am Dienstagabend brannte es. → Dienstagabend = 2025-02-11TEV 2025-02-11 weekday",
		"Gestern Nachmittag brannte es. → Gestern Nachmittag = 2025-02-11TAF 2025-02-11 dct",
		"Er kam am Montag. Am Morgen schneite es. → Montag = 2025-02-10 2025-02-10 weekday; Morgen = 2025-02-10TMO 2025-02-10 passage",
		"Guten Morgen allerseits! →",
		" | Am Dienstagabend brannte es. → Dienstagabend = XXXX-WXX-2TEV - none",
	},
	"day": {
		"Er sagte gestern ab. → gestern = 2025-02-11 2025-02-11 dct",
		"Die Sitzung findet heute um 18 Uhr statt. → heute = 2025-02-12 2025-02-12 dct; 18 Uhr = 2025-02-12T18:00 2025-02-12 passage",
		"Davon zehrt das Land heute noch. → heute = PRESENT_REF 2025-02-12 dct",
		"Das Kind von heute ist der Lehrer von morgen. → heute = PRESENT_REF 2025-02-12 dct; morgen = FUTURE_REF - none",
		" | Er sagte gestern ab. → gestern = PAST_REF - none",
		"Am 3. März 2014 kam er. Am nächsten Tag ging er. → 3. März 2014 = 2014-03-03 2014-03-03 explicit; nächsten Tag = 2014-03-04 2014-03-04 passage",
		"Er kam am Montag. Am Tag zuvor hatte es geschneit. → Montag = 2025-02-10 2025-02-10 weekday; Tag zuvor = 2025-02-09 2025-02-09 passage",
		"Am Vortag des Treffens reiste er an. → Vortag = XXXX-XX-XX - none",
		"Er kam am Montag. An diesem Tag schneite es. → Montag = 2025-02-10 2025-02-10 weekday; diesem Tag = 2025-02-10 2025-02-10 passage",
	},
	"relative": {
		"Diese Woche kam er. → Diese Woche = 2025-W07 2025-02-10/2025-02-16 dct",
		"Nächste Woche kommt er. → Nächste Woche = 2025-W08 2025-02-17/2025-02-23 dct",
		"Im Vorjahr kam er. → Vorjahr = 2024 2024 dct",
		"Heuer kam er. → Heuer = 2025 2025 dct",
		"Im nächsten Monat kommt er. → nächsten Monat = 2025-03 2025-03 dct",
		"2024-12-30 | In der kommenden Woche kommt er. → der kommenden Woche = 2025-W02 2025-01-06/2025-01-12 dct",
		"Am Wochenende regnete es. → Wochenende = 2025-W06-WE 2025-02-08/2025-02-09 dct",
		"Das wird am Wochenende stattfinden. → Wochenende = 2025-W07-WE 2025-02-15/2025-02-16 dct",
		"Im ersten Quartal sank der Umsatz. → ersten Quartal = 2025-Q1 2025-01/2025-03 year",
		"In der ersten Jahreshälfte 2024 sank er. → der ersten Jahreshälfte 2024 = 2024-H1 2024-01/2024-06 explicit",
		"Bis Ende nächsten Jahres steigt er. → Ende nächsten Jahres = 2026 ../2026-12 dct",
		"Ende nächsten Jahres steigt er. → Ende nächsten Jahres = 2026 2026-09/2026-12 dct",
		"Zum Jahresende steigt er. → Jahresende = 2025 2025-09/2025-12 dct",
		" | Im vergangenen Jahr sank er. → vergangenen Jahr = PAST_REF - none",
		"2025~ | Im vergangenen Jahr sank er. → vergangenen Jahr = 2024 2024~ dct",
	},
	"season and holiday": {
		"Im Herbst 2024 war Wahl. → Herbst 2024 = 2024-FA 2024-23 explicit",
		"Im Sommer hatte er gezögert. → Sommer = 2024-SU 2024-22 year",
		"Im Winter 2024 fror es. → Winter 2024 = 2024-WI 2023-12/2024-02 explicit",
		"Zu Ostern wird er kommen. → Ostern = 2025-04-20 2025-04-20 year",
		"Zu Weihnachten war er da. → Weihnachten = 2024-12-25 2024-12-25 year",
		"An Pfingsten 2024 war er da. → Pfingsten 2024 = 2024-05-19 2024-05-19 explicit",
	},
	"duration": {
		"Vor drei Jahren begann es. → drei Jahren = P3Y 2022 dct",
		"Vor fast drei Jahren begann es. → fast drei Jahren = P3Y 2022~ dct",
		"Vor über zwei Jahren begann es. → zwei Jahren = P2Y 2023~ dct",
		"Vor zehn Tagen begann es. → zehn Tagen = P10D 2025-02-02 dct",
		"Vor zwei Wochen begann es. → zwei Wochen = P2W 2025-01-29~ dct",
		"Seit fünf Monaten dauert es. → fünf Monaten = P5M 2024-09/.. dct",
		"In zwei Jahren wird gewählt. → zwei Jahren = P2Y 2027 dct",
		"In den vergangenen drei Jahren stieg er. → den vergangenen drei Jahren = P3Y 2022/2025-02-12 dct",
		" | Vor drei Jahren begann es. → drei Jahren = P3Y - none",
		"Die Haft dauerte sechs Jahre und einen Monat. → sechs Jahre und einen Monat = P6Y1M - none",
		"Es dauert eine halbe Stunde. → eine halbe Stunde = PT0.5H - none",
		"Es dauert eine Viertelstunde. → eine Viertelstunde = PT15M - none",
		"Seit Wochen regnet es. → Wochen = PXW - none",
		"Er ist 30 Jahre alt. →",
		"Mit 30 Jahren heiratete er. →",
		"Der 30-jährige Mann und die dreijährige Tochter kamen. →",
		"Eine dreijährige Haftstrafe folgt. → dreijährige = P3Y - none",
		"Die 35-Stunden-Woche bleibt. → 35-Stunden-Woche = PT35H - none",
		"Eines Tages kam er. →",
		"Er starb drei Tage vor dem Ende. → drei Tage = P3D - none",
		"2012 kam er. Zwei Jahre später ging er. → 2012 = 2012 2012 explicit; Zwei Jahre später = P2Y 2014 passage",
		"Er kam letzten Sonntag. Wenige Tage später ging er. → letzten Sonntag = 2025-02-09 2025-02-09 weekday; Wenige Tage später = PXD 2025-02-11~/2025-02-16~ passage",
		"Drei Tage später ging er. → Drei Tage später = P3D - none",
	},
	"clock": {
		"Am 5. März um 19.30 Uhr beginnt es. → 5. März = 2025-03-05 2025-03-05 year; 19.30 Uhr = 2025-03-05T19:30 2025-03-05 passage",
		"Um 18:30 Uhr beginnt es. → 18:30 Uhr = 2025-02-12T18:30 2025-02-12 dct",
		"Geöffnet jeweils 20 Uhr. → 20 Uhr = T20:00 - none",
		"Am Montag von 9 bis 12 Uhr brannte es. → Montag = 2025-02-10 2025-02-10 weekday; 9 = 2025-02-10T09:00 2025-02-10 passage; 12 Uhr = 2025-02-10T12:00 2025-02-10 passage",
		"Er gewann 18:30. →",
		" | Um 18 Uhr beginnt es. → 18 Uhr = T18:00 - none",
	},
	"set": {
		"Er läuft täglich. → täglich = P1D - none",
		"Er läuft jeden zweiten Tag. → jeden zweiten Tag = P2D - none",
		"Sie tagen alle vier Jahre. → alle vier Jahre = P4Y - none",
		"Sie tagen montags. → montags = XXXX-WXX-1 - none",
		"Das kostet 500 Euro im Jahr. → Jahr = P1Y - none",
		"Er verdient zehn Euro pro Stunde. → Stunde = PT1H - none",
	},
	"vague": {
		"Das gilt jetzt und in Zukunft. → jetzt = PRESENT_REF - none; Zukunft = FUTURE_REF - none",
		"Damals war das so. → Damals = PAST_REF - none",
		"Inzwischen ist das nun bisher so. →",
		"Er kam zwei Jahre früher. → zwei Jahre früher = P2Y - none",
	},
}

func TestTag(t *testing.T) {
	for class, lines := range cases {
		t.Run(class, func(t *testing.T) {
			for _, line := range lines {
				dct, rest := exampleDate, line
				if d, r, ok := strings.Cut(line, " | "); ok {
					dct, rest = d, r
				}
				in, want, _ := strings.Cut(rest, " →")
				doc := german.Segment(in, nil)
				var got []string
				for _, x := range Tag(&doc, dct) {
					resolved := x.Resolved
					if resolved == "" {
						resolved = "-"
					}
					got = append(got, fmt.Sprintf("%s = %s %s %s", x.Span.Of(in), x.Value, resolved, x.Basis))
				}
				if g := strings.Join(got, "; "); g != strings.TrimSpace(want) {
					t.Errorf("%s %s\n got %s\nwant %s", dct, in, g, strings.TrimSpace(want))
				}
			}
		})
	}
}

func TestState(t *testing.T) {
	for _, c := range []struct {
		in   string
		want bool
	}{
		{"Die Rückkehr zu den Grenzen von vor 2014 ist fern.", true},
		{"Die Grenzen des Landes vor 2014 gelten nicht mehr.", true},
		{"Der Stand von 2014 gilt.", false},
		{"Vor 2014 war er Minister.", false},
		{"Die Grenzen sind offen, vor 2014 waren sie es nicht.", false},
	} {
		doc := german.Segment(c.in, nil)
		out := Tag(&doc, exampleDate)
		if len(out) != 1 || out[0].State != c.want {
			t.Errorf("%s: %+v, want state %v", c.in, out, c.want)
		}
	}
}

func TestGolden(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, in map[string]string) map[string]string {
		doc := german.Segment(in["input"], nil)
		var labels []golden.Label
		var list strings.Builder
		for _, x := range Tag(&doc, strings.TrimSpace(in["published"])) {
			labels = append(labels, golden.Label{Span: x.Span, Name: string(x.Type) + " " + x.Value})
			fmt.Fprintf(&list, "%s: %s (%s)\n", x.Span.Of(doc.Text), x.Resolved, x.Basis)
		}
		return map[string]string{"tagged": golden.Show(doc.Text, labels), "resolved": list.String()}
	})
}

func FuzzTag(f *testing.F) {
	for _, lines := range cases {
		for _, l := range lines {
			f.Add(l, exampleDate)
		}
	}
	f.Add("Vor 3000 Jahren, in 9999 Jahren, vor 1900 Monaten, am 31. 12. 9999.", "9999-12-31")
	f.Add("Im 1. Jahrhundert vor 20 Jahrhunderten", "0001")
	f.Fuzz(func(t *testing.T, in, dct string) {
		doc := german.Segment(in, nil)
		starts, ends := map[int]bool{}, map[int]bool{}
		for _, tok := range doc.Tokens {
			starts[tok.Span.Start], ends[tok.Span.End] = true, true
		}
		last := 0
		for _, x := range Tag(&doc, dct) {
			if !starts[x.Span.Start] || !ends[x.Span.End] || x.Span.Start < last || x.Span.Len() == 0 {
				t.Fatalf("%q: span %v is off", in, x.Span)
			}
			last = x.Span.End
			if x.Type == "" || x.Value == "" || x.Basis == "" {
				t.Fatalf("%q: %+v lacks something", in, x)
			}
			if (x.Resolved == "") != (x.Basis == None) {
				t.Fatalf("%q: %+v: a basis without a date", in, x)
			}
			if _, err := ParseEDTF(x.Resolved); x.Resolved != "" && err != nil {
				t.Fatalf("%q: %v", in, err)
			}
		}
	})
}

func benchmarkText(b *testing.B) string {
	b.Helper()
	data, err := os.ReadFile("../../../seeds/002_1443ef7210bf8ff1.txt")
	if err != nil {
		b.Fatal(err)
	}
	return strings.Repeat(string(data)+"\n\n", 20)
}

func BenchmarkTag(b *testing.B) {
	doc := german.Segment(benchmarkText(b), nil)
	Tag(&doc, exampleDate)
	b.SetBytes(int64(len(doc.Text)))
	for b.Loop() {
		Tag(&doc, exampleDate)
	}
}

func ExampleTag() {
	doc := german.Segment("Der Rat tagt seit 2022 jeden Montag. Am Dienstagabend sagte er ab, vor fast drei Jahren nicht.", nil)
	for _, x := range Tag(&doc, "2025-02-12") {
		fmt.Printf("%s %s %s: %s\n", x.Type, x.Value, x.Resolved, x.Span.Of(doc.Text))
	}
	// Output:
	// DATE 2022 2022/..: 2022
	// SET XXXX-WXX-1 : jeden Montag
	// TIME 2025-02-11TEV 2025-02-11: Dienstagabend
	// DURATION P3Y 2022~: fast drei Jahren
}

func ExampleParseEDTF() {
	e, err := ParseEDTF("2025-02~")
	first, last := e.Bounds()
	fmt.Println(first.Format("2.1.2006"), last.Format("2.1.2006"), e.Approximate(), err)
	_, err = ParseEDTF("2025-13-40")
	fmt.Println(err)
	// Output:
	// 1.2.2025 28.2.2025 true <nil>
	// 2025-13-40: month 13
}
