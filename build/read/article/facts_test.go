package article

import (
	"strings"
	"testing"
)

func TestDatelinePrefix(t *testing.T) {
	const first = "Der Minister hat am Montag einen Plan für die Häfen vorgestellt."
	for line, place := range map[string]string{
		"Brüssel – ":                            "Brüssel",
		"Brüssel, Belgien - ":                   "Brüssel, Belgien",
		"Berlin (dpa) - ":                       "Berlin",
		"BERLIN/MÜNCHEN, 12. März 2024 – ":      "BERLIN/MÜNCHEN",
		"Washington/Kiew (AFP/Reuters) – ":      "Washington/Kiew",
		"KIEL taz | ":                           "KIEL",
		"Wien. – ":                              "Wien",
		"Bozen. ":                               "Bozen",
		"Bozen (abc). ":                         "Bozen",
		"Frankfurt (Oder) (dpa/bb) - ":          "Frankfurt (Oder)",
		"Freiburg (SID) ":                       "Freiburg",
		"Oberkleindorf – ":                      "Oberkleindorf",
		"New York, 3. Mai – ":                   "New York",
		"Das ist klar – ":                       "",
		"Die Lage – ":                           "",
		"Er sagte: ":                            "",
		"Trump ":                                "",
		"Endlich. ":                             "",
		"Berlin: ":                              "",
		"Der Hafen ist zu, das Geld ist weg - ": "",
	} {
		p, ok := datelinePrefix(line+first, true, true)
		if ok != (place != "") || p.place != place {
			t.Errorf("%q: place %q, want %q", line, p.place, place)
		}
		if ok && (line + first)[p.rest:] != first {
			t.Errorf("%q: the sentence begins %q", line, (line + first)[p.rest:])
		}
	}
}

func TestByline(t *testing.T) {
	for line, want := range map[string]bool{
		"Von Anna Meier": true,
		"Von Anna Meier und Bernd Schulz, Berlin": true,
		"VON ANNA MEIER":                               true,
		"Von Dr. Anna von der Heide":                   true,
		"Ein Kommentar von Jürgen Klöckner":            true,
		"Von unserem Korrespondenten Karl Held, Paris": true,
		"Autor: Meier, Anna":                           true,
		"Text: Anna Meier":                             true,
		"Von dpa":                                      true,
		"Anna Meier, 12.03.2024, 10:15 Uhr":            true,
		"12. März 2024 | Anna Meier":                   true,
		"Von Berlin nach Brüssel":                      false,
		"Von Amts wegen":                               false,
		"Von der Leyen in Kiew":                        false,
		"Von wegen Frieden":                            false,
		"Von Anna Meier stammt der Satz.":              false,
		"Autoren fordern Geld":                         false,
		"Anna Meier":                                   false,
		"Text und Bild gehören zusammen":               false,
		"Ältere Artikel (03.05.2011)":                  false,
	} {
		if got := byline(line, false); got != want {
			t.Errorf("byline(%q) = %v", line, got)
		}
	}
}

func TestSignOff(t *testing.T) {
	for line, want := range map[string]string{
		"(abc mit Agenturen)":    "",
		"(dpa/afp)":              "dpa AFP",
		"(Mit Material von dpa)": "dpa",
		"dpa/xy":                 "dpa",
		"(APA, red, 21.6.2025)":  "APA",
		"(mz)":                   "",
		"(ab/cde)":               "",
		"(CDU)":                  "-",
		"(siehe unten)":          "-",
		"(Bericht)":              "-",
		"xy":                     "-",
		"mit":                    "-",
	} {
		if got := signOff(line, true); got != (want != "-") {
			t.Errorf("signOff(%q) = %v", line, got)
			continue
		}
		if want != "-" && strings.Join(agenciesIn(line), " ") != want {
			t.Errorf("agencies of %q: %v, want %q", line, agenciesIn(line), want)
		}
	}
}

func TestDates(t *testing.T) {
	for line, want := range map[string]string{
		"12.03.2024, 10:15 Uhr":                 "2024-03-12",
		"Stand: 12. März 2024":                  "2024-03-12 updated",
		"Di., 5.3.24":                           "2024-03-05",
		"1. Jänner 2025":                        "2025-01-01",
		"veröffentlicht 2024-03-12":             "2024-03-12",
		"31.02.2024":                            "",
		"12. März":                              "",
		"Punkt 3.4.1":                           "",
		"4. Mai 2023, aktualisiert am 5.5.2023": "2023-05-04",
	} {
		got := ""
		if ds := dates(line); len(ds) > 0 {
			got = ds[0].value
			if ds[0].updated {
				got += " updated"
			}
		}
		if got != want {
			t.Errorf("dates(%q) = %q, want %q", line, got, want)
		}
	}
	for line, want := range map[string]bool{
		"Stand: 12. März 2024, 18:42 Uhr":        true,
		"Dienstag, 12.03.2024 | 10.15 Uhr":       true,
		"Veröffentlicht am 12.03.2024":           true,
		"12.03.2024 beginnt der Prozess":         false,
		"Am 12.03.2024 trat das Gesetz in Kraft": false,
	} {
		if got := dateLine(line); got != want {
			t.Errorf("dateLine(%q) = %v", line, got)
		}
	}
}

func TestData(t *testing.T) {
	for name, err := range map[string]error{
		"boilerplate": second(parsePatterns("data/boilerplate.txt", boilerplateTxt)),
		"joins":       second(parseTagged("data/joins.txt", joinsTxt, "open", "suspended", "loose", "equal", "small")),
		"dateline":    second(parseMonths("data/dateline.txt", datelineTxt)),
		"agencies":    second(parseAgencies("data/agencies.txt", agenciesTxt)),
		"media":       second(parseList("data/media.txt", mediaTxt)),
		"places":      second(parsePlaces("data/places.txt", placesTxt)),
	} {
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, bad := range []string{"offer", "offer nowhere x", "offer any * x"} {
		if _, err := parsePatterns("f", "# x\n"+bad); err == nil || !strings.HasPrefix(err.Error(), "f:2:1: ") {
			t.Errorf("%q: %v", bad, err)
		}
	}
	if len(months) < 24 || months["märz"] != 3 || len(places) < 300 {
		t.Errorf("%d names of months, %d places", len(months), len(places))
	}
}

func TestBeside(t *testing.T) {
	const body = "Der Antrag ist seit Montag auf der Seite der Behörde zu finden."
	for seed, want := range map[string]BlockKind{
		"Neuer Pass\n\n" + body + "\n\nRegistrieren Sie sich und laden Sie ein Foto hoch.\n\n" + body:                             Paragraph,
		"Neuer Pass\n\n" + body + "\n\nRegistrieren Sie sich und laden Sie ein Foto hoch.\n\nJetzt abonnieren":                    Boilerplate,
		"Zustimmen\n\nNeuer Pass\n\nRegistrieren Sie sich und lesen Sie alles.\n\n" + body:                                        Boilerplate,
		"Neuer Pass\n\n" + body + "\n\nJetzt abonnieren\n\nRegistrieren Sie sich und lesen Sie alles.\n\n" + body + "\n\n" + body: Boilerplate,
	} {
		a, _, err := Load("a.txt", []byte(seed), "a", nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range a.Blocks {
			if s := b.Span.Of(a.Text); strings.HasPrefix(s, "Registrieren") && b.Kind != want {
				t.Errorf("%q: %s, want %s", seed, b.Kind, want)
			}
		}
	}
}

func second[T any](_ T, err error) error { return err }

func TestBoilerplate(t *testing.T) {
	for line, want := range map[string]string{
		"Wir verwenden Cookies, um diese Seite zu verbessern.": "consent",
		"Schreibe einen Kommentar":                             "comment",
		"Kommentare (12)":                                      "comment",
		"Jetzt testen!":                                        "offer",
		"Foto: Anna Meier/dpa":                                 "image",
		"© dpa":                                                "copyright",
		"Lesezeit: 3 Min.":                                     "reading",
		"Startseite > Politik > Ausland":                       "navigation",
		"Folgen Sie uns auf Facebook":                          "share",
		"Jetzt testen alle Länder die neue Grenze, sagte der Minister.":                "",
		"Jetzt muss die Koalition liefern":                                             "",
		"3 Monate kostenlos Bus fahren: Stadt wagt Versuch":                            "",
		"Unbegrenzter Zugang zu Daten: Parlament stimmt zu":                            "",
		"Jetzt 4 Wochen für 1 Euro testen":                                             "offer",
		"Willkommen bei den Nachbarn":                                                  "",
		"Was meinen Sie damit?":                                                        "",
		"Bild der Zerstörung":                                                          "",
		"Kommentare sind erwünscht, sagte der Minister.":                               "",
		"„Wir verwenden Cookies“, heißt es auf der Seite der Partei.":                  "",
		"Die Firma verwendet Cookies, um die Nutzer zu verfolgen.":                     "",
		"Das Parlament beschloss das Gesetz mit ihrer Zustimmung.":                     "",
		"Die Quelle des Flusses liegt in den Alpen.":                                   "",
		"Der Newsletter der Partei erreicht 30.000 Menschen, sagte ihr Sprecher.":      "",
		"Teilen will die Regierung ihre Macht nicht, wie der Sprecher am Montag sagte": "",
	} {
		if got := readSignals(line).sure; got != want {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
	}
}
