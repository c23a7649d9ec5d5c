package statement

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// group returns the groups of two or more as lines of names, for reading in a test.
func group(rs []Rendering, names []string) string {
	var out []string
	for _, g := range Group(rs) {
		if len(g) > 1 {
			var s []string
			for _, i := range g {
				s = append(s, names[i])
			}
			out = append(out, strings.Join(s, " "))
		}
	}
	return strings.Join(out, "; ")
}

// TestApart holds pairs that are alike and yet two statements; each is joined without its change.
func TestApart(t *testing.T) {
	for _, c := range []struct{ why, a, b string }{
		{"number", "Wir werden 30 Millionen Euro für neue Schulen ausgeben.", "Wir werden 13 Millionen Euro für neue Schulen ausgeben."},
		{"scale", "Wir werden 30 Millionen Euro für neue Schulen ausgeben.", "Wir werden 30 Milliarden Euro für neue Schulen ausgeben."},
		{"unit", "Der neue Radweg am Kanal wird 12 Kilometer lang.", "Der neue Radweg am Kanal wird 12 Meilen lang."},
		{"year", "Der neue Bahnhof in der Altstadt wird 2030 eröffnet.", "Der neue Bahnhof in der Altstadt wird 2028 eröffnet."},
		{"denial in other words", "Nach dem Bericht der Prüfer wird der Landkreis die Klinik im kommenden Frühjahr an den privaten Betreiber verkaufen.", "Der Landkreis wird die Klinik nach dem Prüfbericht im kommenden Frühjahr nicht an den privaten Betreiber verkaufen."},
		{"number word", "Die Bahn streicht zwölf Verbindungen nach Süden.", "Die Bahn streicht 20 Verbindungen nach Süden."},
		{"denial", "Die Stadt wird das alte Schwimmbad im Herbst schließen.", "Die Stadt wird das alte Schwimmbad im Herbst nicht schließen."},
		{"denial by article", "Wir haben Hinweise auf einen Anschlag.", "Wir haben keine Hinweise auf einen Anschlag."},
		{"un-", "Ein Abschluss der Verhandlungen vor Ostern ist wahrscheinlich.", "Ein Abschluss der Verhandlungen vor Ostern ist unwahrscheinlich."},
		{"opposite", "Die Mieten in den großen Städten werden weiter steigen.", "Die Mieten in den großen Städten werden weiter sinken."},
		{"other day of the week", "Der Rat entscheidet am Montag über den Haushalt.", "Der Rat entscheidet am Freitag über den Haushalt."},
		{"one subject, other claim", "Die Feuerwehr braucht dringend neue Fahrzeuge für den Waldbrandschutz.", "Bei der Feuerwehr fehlen ausgebildete Leute, vor allem in den Nachtschichten."},
		{"one subject, other claim", "Der Ausbau der Windkraft im Norden kommt zu langsam voran.", "Ohne Speicher nützt uns die Windkraft im Winter wenig."},
		{"one subject, other claim", "Die Grenzkontrollen kosten die Spediteure jeden Tag Stunden.", "Wir werden die Grenzkontrollen bis zum Sommer verlängern."},
		{"one name, other claim", "Der Vertrag mit Kanada ist ein Gewinn für unsere Landwirte.", "Über den Vertrag mit Kanada hätte das Parlament abstimmen müssen."},
		{"one frame, other claim", "Wir müssen jetzt schnell und entschlossen handeln.", "Wir müssen jetzt ruhig und geduldig bleiben."},
	} {
		for _, more := range []int{0, 6} {
			rs, names := pad([]Rendering{
				{Text: c.a, Quoted: c.a, Context: c.a, Article: "x", Speaker: "p", Date: "2024-05-02"},
				{Text: c.b, Quoted: c.b, Context: c.b, Article: "y", Speaker: "p", Date: "2024-05-02"},
			}, []string{"a", "b"}, more)
			if got := group(rs, names); strings.Contains(got, "a b") {
				t.Errorf("%s, %d others: joined %q and %q", c.why, more, c.a, c.b)
			}
		}
	}
}

// pad adds n statements that x and y both report, so that the two articles support each other.
func pad(rs []Rendering, names []string, n int) ([]Rendering, []string) {
	common := []string{
		"Die Kinder in unseren Dörfern verdienen die gleichen Chancen.", "Der neue Tunnel wird den Verkehr im Tal halbieren.",
		"Unsere Krankenhäuser arbeiten seit Monaten am Rand ihrer Kräfte.", "Mit dem Verkauf der Aktien haben wir Zeit gewonnen.",
		"Die Ernte war die schlechteste seit einem Jahrzehnt.", "Ich danke allen Helfern am Deich für ihren Einsatz.",
	}
	for i, s := range common[:n] {
		for _, a := range []string{"x", "y"} {
			rs = append(rs, Rendering{Text: s, Context: s, Article: a, Speaker: "p", Date: "2024-05-02"})
			names = append(names, fmt.Sprint(a, i))
		}
	}
	return rs, names
}

// TestNumbers has one number printed in two ways, and numbers that are two.
func TestNumbers(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"30 Millionen Euro", "30.000.000 Euro", true},
		{"1,5 Mrd. Euro", "1.500.000.000 Euro", true},
		{"zwei Millionen Menschen", "2.000.000 Menschen", true},
		{"eine Million Menschen", "1.000.000 Menschen", true},
		{"375 Tsd. Euro", "375.000 Euro", true},
		{"379.000 Einwohner", "379.800 Einwohner", true},
		{"85 Meilen", "137 Kilometer", true},
		{"zwei Jahre", "24 Monate", true},
		{"30 Millionen Euro", "13 Millionen Euro", false},
		{"30 Millionen Euro", "30 Milliarden Euro", false},
		{"379.000 Einwohner", "389.000 Einwohner", false},
		{"85 Meilen", "85 Kilometer", false},
		{"85 Meilen", "120 Kilometer", false},
		{"im Jahr 2020", "im Jahr 2018", false},
		{"6 Tage", "6 Leute", true},
	} {
		if got := !numbersDiffer(numbersOf(tokenize(c.a)), numbersOf(tokenize(c.b))); got != c.same {
			t.Errorf("%q and %q the same: %v, want %v", c.a, c.b, got, c.same)
		}
	}
}

// TestOccasion changes who spoke and when.
func TestOccasion(t *testing.T) {
	const s = "Die neue Brücke über den Fluss wird im Herbst für den Verkehr freigegeben."
	base := Rendering{Text: s, Context: s, Article: "x", Speaker: "p", Date: "2024-05-02"}
	for _, c := range []struct {
		change func(*Rendering)
		joined bool
	}{
		{func(r *Rendering) {}, true},
		{func(r *Rendering) { r.Speaker = "q" }, false},
		{func(r *Rendering) { r.Date = "2024-09-02" }, false},
		{func(r *Rendering) { r.Date = "2024-05-03" }, false},
		{func(r *Rendering) { r.Date = "2024-05" }, true},
		{func(r *Rendering) { r.Date = "2024-05~" }, true},
		{func(r *Rendering) { r.Date = "2024-04-28/2024-05-04" }, true},
		{func(r *Rendering) { r.Date = "../2024-05-01" }, false},
		{func(r *Rendering) { r.Date = "2024" }, true},
		{func(r *Rendering) { r.Date = "" }, true},
		{func(r *Rendering) { r.Date = "2023" }, false},
	} {
		other := base
		other.Article = "y"
		c.change(&other)
		if got := len(Group([]Rendering{base, other})) == 1; got != c.joined {
			t.Errorf("%+v joined: %v, want %v", other, got, c.joined)
		}
	}
}

// TestUnknownSpeaker joins what nobody is named for only if the words are nearly the same.
func TestUnknownSpeaker(t *testing.T) {
	rs := []Rendering{
		{Text: "Die neue Brücke über den Fluss wird im Herbst freigegeben.", Article: "x"},
		{Text: "Die neue Brücke über den Fluss wird im Herbst freigegeben!", Article: "y"},
		{Text: "Im Herbst werde man die Brücke über den Fluss endlich für alle freigeben.", Article: "z"},
	}
	if got := fmt.Sprint(Group(rs)); got != "[[0 1] [2]]" {
		t.Errorf("got %s", got)
	}
}

// TestBridge has a rendering without a date that would join two of different months.
func TestBridge(t *testing.T) {
	const s = "Die neue Brücke über den Fluss wird im Herbst für den Verkehr freigegeben."
	rs := []Rendering{
		{Text: s, Article: "x", Speaker: "p", Date: "2024-02-12"},
		{Text: s, Article: "y", Speaker: "p"},
		{Text: s, Article: "z", Speaker: "p", Date: "2024-06-05"},
	}
	for _, g := range Group(rs) {
		if slices.Contains(g, 0) && slices.Contains(g, 2) {
			t.Errorf("joined February and June: %v", g)
		}
	}
}

// seeds are renderings from the texts in seeds/, as the reading stages cut them.
func seeds() (rs []Rendering, names []string) {
	const hegseth, february = "hegseth", "2025-02-12"
	add := func(name, article, speaker, date, content, quoted, context string) {
		heading := strings.HasPrefix(name, "Titel")
		if context == "" {
			context = content
		}
		rs = append(rs, Rendering{Text: content, Quoted: quoted, Context: context, Article: article, Speaker: speaker, Date: date, Heading: heading})
		names = append(names, name)
	}
	add("A-europa", "000", hegseth, february, "dass europäische Truppen die Hauptkraft sein sollten, um eine Nachkriegs-Ukraine zu sichern", "", "")
	add("A-beteiligt", "000", hegseth, february, "etwas, an dem US-Truppen nicht beteiligt sein werden", "", "In Bemerkungen vor einem Treffen der Ukraine-Verteidigungskontaktgruppe sagte Hegseth auch, dass europäische Truppen die Hauptkraft sein sollten, um eine Nachkriegs-Ukraine zu sichern – etwas, an dem US-Truppen nicht beteiligt sein werden, fügte er hinzu.")
	add("A-nato", "000", hegseth, february, "Die Vereinigten Staaten glauben nicht, dass die NATO-Mitgliedschaft für die Ukraine ein realistisches Ergebnis einer Verhandlungsregelung ist", "Die Vereinigten Staaten glauben nicht, dass die NATO-Mitgliedschaft für die Ukraine ein realistisches Ergebnis einer Verhandlungsregelung ist", "")
	add("A-garantien", "000", hegseth, february, "dass alle Sicherheitsgarantien der Ukraine „von fähigen europäischen und nichteuropäischen Truppen unterstützt werden müssen“", "von fähigen europäischen und nichteuropäischen Truppen unterstützt werden müssen", "")
	add("A-truppen", "000", hegseth, february, "Um klar zu sein, wird es im Rahmen einer Sicherheitsgarantie nicht in US-Truppen in der Ukraine eingesetzt", "Um klar zu sein, wird es im Rahmen einer Sicherheitsgarantie nicht in US-Truppen in der Ukraine eingesetzt", "")
	add("A-grenzen", "000", hegseth, february, "dass eine Rückkehr zu den Grenzen der Ukraine vor 2014, bevor Russland in die Krim und die Ostukraine eindrang, „ein unrealistisches Ziel ist“", "ein unrealistisches Ziel ist", "")
	add("A-realitaeten", "000", hegseth, february, "Wir sind heute auch hier, um direkt und eindeutig auszudrücken, dass starke strategische Realitäten die Vereinigten Staaten von Amerika daran hindern, sich hauptsächlich auf die Sicherheit Europas zu konzentrieren", "", "")
	add("A-5", "000", hegseth, february, "dass Verbündete ihre Verteidigungsausgaben auf 5% ihres BIP anstelle von 2% erhöhen", "", "Hegseth wiederholte auch die Anrufe von Präsident Donald Trump, dass Verbündete ihre Verteidigungsausgaben auf 5% ihres BIP anstelle von 2% erhöhen, und sagte, letztere sei „nicht genug“.")
	add("A-genug", "000", hegseth, february, "letztere sei „nicht genug“", "nicht genug", "Hegseth wiederholte auch die Anrufe von Präsident Donald Trump, dass Verbündete ihre Verteidigungsausgaben auf 5% ihres BIP anstelle von 2% erhöhen, und sagte, letztere sei „nicht genug“.")
	add("A-abhaengig", "000", hegseth, february, "dass die USA „der NATO-Allianz und der Verteidigungspartnerschaft mit Europa weiterhin verpflichtet sind. Punkt. Aber die Vereinigten Staaten werden keine unausgewogene Beziehung mehr tolerieren, die die Abhängigkeit fördert.“", "der NATO-Allianz und der Verteidigungspartnerschaft mit Europa weiterhin verpflichtet sind. Punkt. Aber die Vereinigten Staaten werden keine unausgewogene Beziehung mehr tolerieren, die die Abhängigkeit fördert.", "")
	add("B-nato", "001", hegseth, february, "Die Vereinigten Staaten glauben nicht, dass eine Nato-Mitgliedschaft der Ukraine ein realistisches Ergebnis einer Verhandlungslösung ist", "Die Vereinigten Staaten glauben nicht, dass eine Nato-Mitgliedschaft der Ukraine ein realistisches Ergebnis einer Verhandlungslösung ist", "")
	add("Titel-anteil", "001", hegseth, february, "„überwiegenden Anteil“ der Ukraine-Hilfe zu stemmen", "überwiegenden Anteil", "Trump-Verteidigungsminister fordert Europa auf, „überwiegenden Anteil“ der Ukraine-Hilfe zu stemmen")
	add("B-aufgabe", "001", hegseth, february, "Die Sicherheit in Europa zu gewährleisten, sei an erster Stelle Aufgabe der europäischen Nato-Staaten", "", "")
	add("B-anteil", "001", hegseth, february, "dass die europäischen Nato-Partner den „überwiegenden Anteil“ der zukünftigen Hilfe für die Ukraine übernehmen müssten – sowohl militärisch als auch zivil", "überwiegenden Anteil", "")
	add("B-erhoehen", "001", hegseth, february, "Auch dafür müsste Europa seine Verteidigungsausgaben erhöhen", "", "")
	add("B-genug", "001", hegseth, february, "Zwei Prozent sind nicht genug", "Zwei Prozent sind nicht genug", "„Zwei Prozent sind nicht genug“, mahnte er.")
	add("B-5", "001", hegseth, february, "die Nato-Staaten sollten statt der bislang angestrebten zwei Prozent ihres Bruttoinlandsprodukts (BIP) künftig fünf Prozent für Verteidigung ausgeben", "", "")
	add("Titel-truppen", "001", hegseth, february, "USA wollen keine Friedenstruppen in die Ukraine schicken", "", "Trumps Verteidigungsminister in Brüssel: USA wollen keine Friedenstruppen in die Ukraine schicken")
	add("B-grenzen", "001", hegseth, february, "er halte es für unrealistisch, die ukrainischen Grenzen von vor 2014 wieder herzustellen: „Dieses illusorische Ziel zu verfolgen, wird den Krieg nur verlängern und mehr Leid verursachen.“", "Dieses illusorische Ziel zu verfolgen, wird den Krieg nur verlängern und mehr Leid verursachen.", "")
	add("B-truppen", "001", hegseth, february, "die USA wären nicht bereit, Soldaten zu entsenden", "", "Als mögliche Sicherheitsgarantien für die Ukraine nannte er vor allem die Präsenz von europäischen Truppen nach Ende des Krieges – die USA wären nicht bereit, Soldaten zu entsenden.")
	add("C-garanten", "002", hegseth, "2025-02", "dass die USA nicht länger als Garanten für die europäische Sicherheit fungieren", "", "Dort informierte er die Verbündeten darüber, dass die USA nicht länger als Garanten für die europäische Sicherheit fungieren und es höchst „unwahrscheinlich“ sei, dass die Ukraine jemals der NATO beitreten könnte.")
	add("C-nato", "002", hegseth, "2025-02", "es höchst „unwahrscheinlich“ sei, dass die Ukraine jemals der NATO beitreten könnte", "unwahrscheinlich", "Dort informierte er die Verbündeten darüber, dass die USA nicht länger als Garanten für die europäische Sicherheit fungieren und es höchst „unwahrscheinlich“ sei, dass die Ukraine jemals der NATO beitreten könnte.")
	add("D-truppen", "003", hegseth, february, "dass die USA keine Truppen in die Ukraine entsenden werden, sondern vielmehr eine souveräne Ukraine mit Sicherheitsgarantien, insbesondere durch die Präsenz europäischer Truppen nach dem Krieg, unterstützen möchten", "", "")
	add("D-5", "003", hegseth, february, "die europäischen Verbündeten aufgerufen hat, sich stärker an der Verteidigung zu beteiligen, indem sie ihre Militärausgaben auf fünf Prozent des Bruttoinlandsprodukts erhöhen", "", "")
	add("D-kraft", "003", hegseth, february, "dass die NATO als „stärkere, tödlichere Kraft“ agieren müsse und kein bloßer diplomatischer Club sei", "stärkere, tödlichere Kraft", "")
	add("D-kuemmert", "003", hegseth, february, "sei es wichtig, dass Europa sich stärker um seine eigene Verteidigung kümmert", "", "")
	add("E-abhaengig", "004", hegseth, "2025-06-05", "Ich bin stolz, hier an der Seite unserer Verbündeten zu stehen, aber unsere Botschaft bleibt klar: Abschreckung und Frieden durch Stärke. Es darf jedoch keine (europäische) Abhängigkeit von den USA geben", "Ich bin stolz, hier an der Seite unserer Verbündeten zu stehen, aber unsere Botschaft bleibt klar: Abschreckung und Frieden durch Stärke. Es darf jedoch keine (europäische) Abhängigkeit von den USA geben", "")
	return rs, names
}

func TestSeeds(t *testing.T) {
	rs, names := seeds()
	got := group(rs, names)
	t.Log(got)
	together := [][]string{
		{"A-nato", "B-nato", "C-nato"}, {"A-truppen", "B-truppen", "D-truppen"}, {"A-genug", "B-genug"},
		{"A-grenzen", "B-grenzen"}, {"A-5", "B-5", "D-5"}, {"Titel-anteil", "B-anteil"},
	}
	groups := strings.Split(got, "; ")
	for _, want := range together {
		if !slices.ContainsFunc(groups, func(g string) bool {
			has := strings.Fields(g)
			return !slices.ContainsFunc(want, func(n string) bool { return !slices.Contains(has, n) })
		}) {
			t.Errorf("not joined: %v", want)
		}
	}
	apart := [][2]string{
		{"A-abhaengig", "E-abhaengig"}, {"A-nato", "A-grenzen"}, {"A-nato", "B-anteil"}, {"C-garanten", "C-nato"},
		{"A-garantien", "B-anteil"}, {"D-kraft", "B-aufgabe"}, {"A-5", "A-grenzen"}, {"A-truppen", "A-garantien"},
		{"A-nato", "B-truppen"}, {"C-nato", "D-truppen"}, {"A-realitaeten", "D-kraft"},
	}
	for _, pair := range apart {
		for _, g := range groups {
			if has := strings.Fields(g); slices.Contains(has, pair[0]) && slices.Contains(has, pair[1]) {
				t.Errorf("joined: %v in %s", pair, g)
			}
		}
	}
}

// TestRepetition repeats a quotation inside one article: as a heading, and word for word.
func TestRepetition(t *testing.T) {
	rs := []Rendering{
		{Text: "„Wir schaffen das Werk“ in Bochum", Quoted: "Wir schaffen das Werk", Context: "Müller: „Wir schaffen das Werk“ in Bochum", Article: "x", Speaker: "p", Heading: true},
		{Text: "Wir schaffen das Werk, und zwar ohne neue Schulden", Quoted: "Wir schaffen das Werk, und zwar ohne neue Schulden", Article: "x", Speaker: "p"},
		{Text: "dass die Löhne in der Stahlindustrie zu niedrig seien", Article: "x", Speaker: "p"},
	}
	if got := fmt.Sprint(Group(rs)); got != "[[0 1] [2]]" {
		t.Errorf("got %s", got)
	}
}

// TestTwo has a rendering that carries two statements, which another article prints apart.
func TestTwo(t *testing.T) {
	rs := []Rendering{
		{Text: "dass der Bahnhof bis zum Winter umgebaut werde und die Fahrpreise für Schüler im Kreis halbiert würden", Article: "x", Speaker: "p", Date: "2024-05-02"},
		{Text: "Der Bahnhof wird bis zum Winter vollständig umgebaut.", Article: "y", Speaker: "p", Date: "2024-05-02"},
		{Text: "Die Fahrpreise für Schüler im Kreis werden wir halbieren.", Article: "y", Speaker: "p", Date: "2024-05-02"},
	}
	rs, _ = pad(rs, nil, 3)
	in := 0
	for _, g := range Group(rs) {
		if slices.Contains(g, 1) && slices.Contains(g, 2) {
			t.Errorf("joined the two: %v", g)
		}
		if slices.Contains(g, 0) && len(g) == 2 {
			in++
		}
	}
	if in != 2 {
		t.Errorf("groups %v, want the first rendering in two", Group(rs))
	}
}

func TestValues(t *testing.T) {
	for in, want := range map[string]string{
		"100.000": "100000", "2,5": "2,5", "18:30": "18 30", "5:00": "5", "29.09.2018": "29 9 2018", "12.": "12", "0": "0", "1.234,5": "1234,5",
	} {
		if got := strings.Join(values(in), " "); got != want {
			t.Errorf("values(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestData(t *testing.T) {
	if _, err := parseLexicon(lightData, oppositesData, synonymsData, unitsData); err != nil {
		t.Error(err)
	}
	for i, bad := range [][4]string{{"", "nur eins"}, {"", "| x"}, {"", "", "allein"}, {"", "", "", "length 1"}, {"", "", "", "length null meter"}} {
		if _, err := parseLexicon(bad[0], bad[1], bad[2], bad[3]); err == nil {
			t.Errorf("case %d is taken for data", i)
		}
	}
}

func FuzzGroup(f *testing.F) {
	f.Add("Zwei Prozent sind nicht genug", "letztere sei „nicht genug“", "2024-01", "", true)
	f.Add("", "…", "../2024", "x/y", false)
	f.Fuzz(func(t *testing.T, a, b, date, other string, heading bool) {
		rs := []Rendering{
			{Text: a, Context: b, Article: "x", Speaker: "p", Date: date}, {Text: b, Quoted: a, Context: b, Article: "y", Speaker: "p", Date: other},
			{Text: a, Quoted: b, Article: "x", Speaker: "p", Heading: heading}, {Text: a, Article: "z", Speaker: "q"},
		}
		groups := Group(rs)
		seen := map[int]bool{}
		for k, g := range groups {
			if len(g) == 0 || !slices.IsSorted(g) || k > 0 && slices.Compare(groups[k-1], g) >= 0 {
				t.Fatalf("groups %v", groups)
			}
			for _, i := range g {
				seen[i] = true
				if rs[i].Speaker != rs[g[0]].Speaker {
					t.Fatalf("two speakers in %v", g)
				}
			}
		}
		if len(seen) != len(rs) {
			t.Fatalf("groups %v leave one out", groups)
		}
	})
}

// many returns n renderings of one speaker in articles of twenty, each second article a
// translation of the one before it.
func many(n int) []Rendering {
	rs := make([]Rendering, n)
	for i := range rs {
		k := i
		if i/20%2 == 1 {
			k = i - 20
		}
		next := uint32(k)*2654435761 + 12345
		var b strings.Builder
		b.WriteString("Wir werden die")
		for range 9 {
			next = next*1664525 + 1013904223
			fmt.Fprintf(&b, " %s%s", syllables[next>>8%24], syllables[next>>16%24]+syllables[next>>24%24])
		}
		if i != k {
			b.WriteString(" nun endlich auch hier")
		}
		s := b.String()
		rs[i] = Rendering{Text: s, Context: s, Article: fmt.Sprint(i / 20), Speaker: "p", Date: "2024-05-02"}
	}
	return rs
}

var syllables = strings.Fields("Ha Brü Schu Steu Fen Kli Strom Ern Wal Flu Mie Loh Ren Zol Gau Mus Pol Ger Was Tra The Fab Mes Tur")

func BenchmarkGroup(b *testing.B) {
	for _, n := range []int{1000, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			rs := many(n)
			size := 0
			for _, r := range rs {
				size += len(r.Text)
			}
			b.SetBytes(int64(size))
			for b.Loop() {
				Group(rs)
			}
		})
	}
}

func ExampleGroup() {
	fmt.Println(Group([]Rendering{
		{Text: "Zwei Prozent sind nicht genug", Context: "„Zwei Prozent sind nicht genug“, mahnte er mit Blick auf die Ausgaben.", Article: "a", Speaker: "p", Date: "2025-02-12"},
		{Text: "Die Brücke wird im Mai gesperrt", Context: "Die Brücke wird im Mai gesperrt, sagte er.", Article: "a", Speaker: "p", Date: "2025-02-12"},
		{Text: "dass zwei Prozent nicht genug seien", Context: "Er sagte, dass zwei Prozent nicht genug seien.", Article: "b", Speaker: "p", Date: "2025-02-12"},
	}))
	// Output: [[0 2] [1]]
}
