package german

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestData parses every data file; a malformed line is reported with its place.
func TestData(t *testing.T) {
	for name, parse := range map[string]func() error{
		"abbreviations": func() error { _, err := parseAbbreviations(abbreviationData); return err },
		"adjectives":    func() error { _, err := parseAdjectives(adjectiveData); return err },
		"functionwords": func() error { _, err := parseFunctionWords(functionWordData); return err },
		"negation":      func() error { _, err := parseNegation(negationData); return err },
		"prefixes":      func() error { _, err := parsePrefixes(prefixData); return err },
		"verbs":         func() error { _, err := parseVerbs(verbData); return err },
	} {
		if err := parse(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestDataErrors(t *testing.T) {
	_, err := parseAbbreviations("# head\n\ntitle Dr.\nodd Xx.\n")
	if err == nil || !strings.HasPrefix(err.Error(), "data/abbreviations.txt:4:1: ") {
		t.Errorf("got %v", err)
	}
	for _, line := range []string{"gehen geht", "=bin sein present", "=bin sein present indicative 4 singular", "Haus", "sagen\nsagen"} {
		if _, err := parseVerbs(line); err == nil {
			t.Errorf("%q is taken for a verb", line)
		}
	}
	if _, err := parseFunctionWords("noun Haus"); err == nil {
		t.Error("an unknown class is accepted")
	}
	for _, line := range []string{"word", "nicht", "word Nicht", "un sicher klar"} {
		if _, err := parseNegation(line); err == nil {
			t.Errorf("%q is taken for a denial", line)
		}
	}
	if _, err := parsePrefixes("an"); err == nil {
		t.Error("a prefix without class is accepted")
	}
}

func TestClassOf(t *testing.T) {
	for word, want := range map[string]Class{
		"der": Article | Demonstrative | Relative, "am": Contraction | Preposition, "dass": Subordinator,
		"während": Preposition | Subordinator, "sich": Reflexive, "haus": 0,
	} {
		if got := ClassOf(word); got != want {
			t.Errorf("ClassOf(%q) = %b, want %b", word, got, want)
		}
	}
	if !FunctionWord("wir") || FunctionWord("minister") || !ClassOf("man").Is(Indefinite) {
		t.Error("function words are not told from others")
	}
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"Müller": "mueller", "MU\u0308LLER": "mueller", "Straße": "strasse", "EU‑Staat": "eu-staat", "Putin’s": "putin's", "Kom\u00admission": "kommission",
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestStem(t *testing.T) {
	for _, same := range [][]string{{"minister", "ministern", "ministers"}, {"verhandlung", "verhandlungen"}, {"häuser", "häusern"}} {
		for _, w := range same[1:] {
			if Stem(w) != Stem(same[0]) {
				t.Errorf("Stem(%q) = %q, Stem(%q) = %q", w, Stem(w), same[0], Stem(same[0]))
			}
		}
	}
}

func TestValue(t *testing.T) {
	for in, want := range map[string]string{
		"zwei": "2", "dreißig": "30", "einundzwanzig": "21", "zweitausend": "2000", "hunderttausend": "100000", "tausendundeins": "1001",
		"zweihundertdreißigtausendfünfhundert": "230500", "drei millionen": "3000000", "eineinhalb": "1.5", "anderthalb": "1.5",
		"zweieinhalb millionen": "2500000", "eine halbe milliarde": "500000000", "100.000": "100000", "0,99": "0.99", "2,5 mrd.": "2500000000",
		"1.234,56": "1234.56", "1'000": "1000", "100 000": "100000", "100,000": "100000", "1,000,000": "1000000", "2.5": "2.5", "-5": "-5",
		"hundert": "100", "zwei dutzend": "24", "5,125": "5.125",
	} {
		if got, ok := Value(strings.Fields(in)...); in != "100 000" && (got != want || !ok) {
			t.Errorf("Value(%q) = %q, %v, want %q", in, got, ok, want)
		}
	}
	if got, _ := Value("100 000"); got != "100000" {
		t.Errorf("with a blank: %q", got)
	}
	for _, in := range []string{"", "und", "18:30", "12.02.2025", "haus", "tausendhaus", "drei drei", "’89", "1.", "1,", "zehnzwei"} {
		if got, ok := Value(strings.Fields(in)...); ok {
			t.Errorf("Value(%q) = %q", in, got)
		}
	}
}

func TestMood(t *testing.T) {
	for _, w := range strings.Fields("sei seien habe werde könne müsse wolle solle dürfe möge gebe komme gehe brauche stelle wisse lasse sammle ändere zeige mitteile destabilisiere halte sehe nehme arbeite verstehe unternehme") {
		if !Subjunctive1(w) {
			t.Errorf("%q is no first subjunctive", w)
		}
	}
	for _, w := range strings.Fields("wäre hätte würde könnte müsste dürfte käme gäbe ginge bräuchte stünde wüsste ließe nähme wären hätten kämen") {
		if !Subjunctive2(w) || Subjunctive1(w) {
			t.Errorf("%q is no second subjunctive", w)
		}
	}
	for _, w := range strings.Fields("ist war sagt sagte sollte wollte möchte haben werden können geben wurde ging teilte haus beste erste beide und lange weite meine einige teilweise zufolge anstelle fehlende achte") {
		if Subjunctive1(w) || Subjunctive2(w) {
			t.Errorf("%q is a subjunctive: %v", w, LookupVerb(w))
		}
	}
}

func TestLookupVerb(t *testing.T) {
	for _, c := range []struct {
		word string
		want Verb
	}{
		{"teilte", Verb{"teilen", FiniteForm, Preterite, Indicative, 3, false}},
		{"mitteilte", Verb{"mitteilen", FiniteForm, Preterite, Indicative, 3, false}},
		{"mitgeteilt", Verb{Lemma: "mitteilen", Form: Participle}},
		{"mitzuteilen", Verb{Lemma: "mitteilen", Form: ZuInfinitive}},
		{"verstanden", Verb{Lemma: "verstehen", Form: Participle}},
		{"erklärt", Verb{Lemma: "erklären", Form: Participle}},
		{"erklärt", Verb{"erklären", FiniteForm, Present, Indicative, 3, false}},
		{"anerkannt", Verb{Lemma: "anerkennen", Form: Participle}},
		{"umformulierte", Verb{"umformulieren", FiniteForm, Preterite, Indicative, 3, false}},
		{"kündigte", Verb{"kündigen", FiniteForm, Preterite, Indicative, 3, false}},
		{"gebetet", Verb{Lemma: "beten", Form: Participle}},
		{"geerntet", Verb{Lemma: "ernten", Form: Participle}},
		{"beendet", Verb{Lemma: "beenden", Form: Participle}},
		{"wirst", Verb{"werden", FiniteForm, Present, Indicative, 2, false}},
		{"hältst", Verb{"halten", FiniteForm, Present, Indicative, 2, false}},
		{"liest", Verb{"lesen", FiniteForm, Present, Indicative, 3, false}},
		{"weiß", Verb{"wissen", FiniteForm, Present, Indicative, 1, false}},
		{"öffnet", Verb{"öffnen", FiniteForm, Present, Indicative, 3, false}},
		{"lernt", Verb{"lernen", FiniteForm, Present, Indicative, 3, false}},
		{"rechnet", Verb{"rechnen", FiniteForm, Present, Indicative, 3, false}},
		{"worden", Verb{Lemma: "werden", Form: Participle}},
		{"bedeutet", Verb{"bedeuten", FiniteForm, Present, Indicative, 3, false}},
		{"getan", Verb{Lemma: "tun", Form: Participle}},
		{"sprachen", Verb{"sprechen", FiniteForm, Preterite, Indicative, 3, true}},
		{"fanden", Verb{"finden", FiniteForm, Preterite, Indicative, 3, true}},
		{"wiederaufgebaut", Verb{Lemma: "wiederaufbauen", Form: Participle}},
	} {
		if got := LookupVerb(c.word); !slices.Contains(got, c.want) {
			t.Errorf("LookupVerb(%q) = %v lacks %v", c.word, got, c.want)
		}
	}
	for _, w := range strings.Fields("minister erste beste gestern haus bereits vorher innen daran unter") {
		if got := LookupVerb(w); got != nil {
			t.Errorf("LookupVerb(%q) = %v", w, got)
		}
	}
	if !Modal("könnten") || Modal("sagten") || Auxiliary("hätten") != "haben" || Auxiliary("sagt") != "" || !Finite("sagt") || Finite("gesagt") || !IsParticiple("gesagt") {
		t.Error("modal, auxiliary, finite and participle are mixed up")
	}
}

// TestVerbListForms looks every listed infinitive up under its own lemma.
func TestVerbListForms(t *testing.T) {
	for lemma := range verbs().lemmas {
		if !slices.ContainsFunc(LookupVerb(lemma), func(v Verb) bool { return v.Lemma == lemma && v.Form == Infinitive }) {
			t.Errorf("%q is not its own infinitive", lemma)
		}
	}
}

func TestLemma(t *testing.T) {
	for s, want := range map[string]string{
		"Das teilte der Minister am Montag mit.":                 "mitteilen",
		"Das teilte der Minister, der krank war, am Montag mit.": "mitteilen",
		"Er schlug „mehr Zeit“ vor und ging.":                    "vorschlagen",
		"Sie kündigte an, dass er komme.":                        "ankündigen",
		"Er ging mit ihr nach Hause.":                            "gehen",
		"Sie fügte hinzu: „Ja.“":                                 "hinzufügen",
		"Er wies darauf hin, dass es regne.":                     "hinweisen",
	} {
		d := Segment(s, nil)
		got := ""
		for i := 0; i < len(d.Tokens) && got == ""; i++ {
			got, _ = d.Lemma(i)
		}
		if got != want {
			t.Errorf("%s: %q, want %q", s, got, want)
		}
	}
}

func TestDenies(t *testing.T) {
	for word, want := range map[string]bool{
		"nicht": true, "nichte": false, "keinem": true, "ohne": true, "unmögliche": true, "unfall": false, "möglich": false,
	} {
		if got := Denies(word); got != want {
			t.Errorf("Denies(%q) = %v", word, got)
		}
	}
}

func TestVerbs(t *testing.T) {
	d := Segment("Die vereinbarte Ruhe und sein Wort gelten. Sagen wir: Gehen und das Sagen.", nil)
	var got []string
	for i := range d.Tokens {
		if d.Verbs(i) != nil {
			got = append(got, d.Word(i))
		}
	}
	if want := []string{"gelten", "Sagen", "Gehen"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestTense(t *testing.T) {
	for s, want := range map[string]Tense{
		"Er kommt.": Present, "Er kam.": Preterite, "Er hat das gesagt.": Perfect, "Er habe das gesagt.": Perfect, "Er hatte es gewusst.": Pluperfect,
		"Er wird kommen.": Future, "Er wurde gewählt.": Preterite, "Er wird gewählt.": Present, "Das könnte helfen.": Present,
		"Sie sind gegangen.": Perfect, "Er würde kommen.": Present, "Kein Wort.": NoTense,
	} {
		d := Segment(s, nil)
		if got := d.Tense(0, len(d.Tokens)); got != want {
			t.Errorf("%s: %d, want %d", s, got, want)
		}
	}
}

func ExampleLookupVerb() {
	for _, v := range LookupVerb("gäbe") {
		fmt.Println(v.Lemma, v.Person, v.Mood == SubjunctiveII)
	}
	// Output:
	// geben 1 true
	// geben 3 true
}
