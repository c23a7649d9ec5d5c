package german

import (
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"wortlaut/build/text"
)

// Form says what kind of verb form a word is.
type Form uint8

// The forms a verb can take.
const (
	FiniteForm   Form = iota
	Infinitive        // "mitteilen"
	ZuInfinitive      // "mitzuteilen"
	Participle        // "mitgeteilt"
)

// Tense is the tense of a finite form, or of a clause as its verbs form it together.
type Tense uint8

// The tenses; LookupVerb gives the first two only.
const (
	NoTense Tense = iota
	Present
	Preterite
	Perfect
	Pluperfect
	Future
)

// Mood is the mood of a finite form.
type Mood uint8

// The moods. Subjunctive1 is the mood of indirect speech, Subjunctive2 its substitute.
const (
	NoMood Mood = iota
	Indicative
	SubjunctiveI
	SubjunctiveII
)

// Verb is one reading of a word as a verb form.
type Verb struct {
	Lemma  string // infinitive, with its prefix where the word has it
	Form   Form
	Tense  Tense // of finite forms
	Mood   Mood  // of finite forms
	Person uint8 // 1, 2, 3; 0 if not finite
	Plural bool
}

//go:embed data/verbs.txt
var verbData string

//go:embed data/prefixes.txt
var prefixData string

//go:embed data/adjectives.txt
var adjectiveData string

// adjectives has words that are hardly ever the subjunctive they look like.
var adjectives = text.Must(parseAdjectives(adjectiveData))

func parseAdjectives(data string) (map[string]bool, error) {
	table := map[string]bool{}
	err := text.Entries("data/adjectives.txt", data, func(line string) error {
		w := strings.Fields(line)
		if len(w) != 1 || table[w[0]] {
			return fmt.Errorf("want one word, and once: %q", w)
		}
		table[w[0]] = true
		return nil
	})
	return table, err
}

// conjugation has the forms of all listed verbs.
type conjugation struct {
	forms  map[string][]Verb
	lemmas map[string]bool // with prefixes: "mitteilen"
}

// verbs is filled when the first verb is looked up: programs that read no text need not wait.
var verbs = sync.OnceValue(func() conjugation { return text.Must(parseVerbs(verbData)) })

type prefixes struct{ separable, inseparable []string }

var verbPrefixes = text.Must(parsePrefixes(prefixData))

func parsePrefixes(data string) (prefixes, error) {
	var p prefixes
	err := text.Entries("data/prefixes.txt", data, func(line string) error {
		w := strings.Fields(line)
		if len(w) != 2 || w[0] != "separable" && w[0] != "inseparable" {
			return fmt.Errorf("want separable or inseparable and a prefix: %q", w)
		}
		list := &p.separable
		if w[0] == "inseparable" {
			list = &p.inseparable
		}
		*list = append(*list, w[1])
		return nil
	})
	longest := func(a, b string) int { return len(b) - len(a) }
	slices.SortStableFunc(p.separable, longest)
	slices.SortStableFunc(p.inseparable, longest)
	return p, err
}

// parts are the principal parts of a verb, from which all its forms follow.
type parts struct{ infinitive, third, preterite, subjunctive, participle string }

func parseVerbs(data string) (conjugation, error) {
	c := conjugation{forms: map[string][]Verb{}, lemmas: map[string]bool{}}
	irregular, seen := map[string]parts{}, map[string]bool{}
	err := text.Entries("data/verbs.txt", data, func(line string) error {
		w := strings.Fields(line)
		switch {
		case strings.HasPrefix(w[0], "="):
			return c.fixed(w)
		case len(w) == 5:
			irregular[w[0]] = parts{w[0], w[1], w[2], w[3], w[4]}
			c.inflect("", irregular[w[0]])
			return nil
		case len(w) != 1 || !strings.HasSuffix(w[0], "n"):
			return fmt.Errorf("want an infinitive, or one with four parts: %q", w)
		}
		if seen[w[0]] || irregular[w[0]].infinitive != "" {
			return fmt.Errorf("%q stands here twice", w[0])
		}
		seen[w[0]] = true
		prefix, p := derive(w[0], irregular)
		c.inflect(prefix, p)
		if prefix != "" && !c.lemmas[p.infinitive] { // "kündigte … an" needs the forms of "kündigen"
			c.inflect("", p)
			delete(c.lemmas, p.infinitive)
		}
		return nil
	})
	return c, err
}

var (
	tenseNames = map[string]Tense{"present": Present, "preterite": Preterite}
	moodNames  = map[string]Mood{"indicative": Indicative, "subjunctive1": SubjunctiveI, "subjunctive2": SubjunctiveII}
)

func (c conjugation) fixed(w []string) error {
	if len(w) == 3 && w[2] == "participle" {
		c.add(w[0][1:], Verb{Lemma: w[1], Form: Participle})
		return nil
	}
	if len(w) != 6 || tenseNames[w[2]] == NoTense || moodNames[w[3]] == NoMood {
		return fmt.Errorf("want =form infinitive tense mood person number: %q", w)
	}
	person, err := strconv.Atoi(w[4])
	if err != nil || person < 1 || person > 3 || w[5] != "singular" && w[5] != "plural" {
		return fmt.Errorf("want a person from 1 to 3 and singular or plural: %q", w[4:])
	}
	c.add(w[0][1:], Verb{w[1], FiniteForm, tenseNames[w[2]], moodNames[w[3]], uint8(person), w[5] == "plural"})
	return nil
}

// add records a reading once.
func (c conjugation) add(form string, v Verb) {
	if !slices.Contains(c.forms[form], v) {
		c.forms[form] = append(c.forms[form], v)
	}
}

// derive returns the separable prefix of a verb written with its joints ("an|er+kennen") and the
// parts of the rest.
func derive(spec string, irregular map[string]parts) (prefix string, p parts) {
	if before, rest, ok := strings.Cut(spec, "|"); ok {
		prefix, p = derive(rest, irregular)
		return before + prefix, p
	}
	if before, rest, ok := strings.Cut(spec, "+"); ok {
		_, p = derive(rest, irregular)
		return "", parts{before + p.infinitive, before + p.third, before + p.preterite, before + p.subjunctive, before + strings.TrimPrefix(p.participle, "ge")}
	}
	if p, ok := irregular[spec]; ok {
		return "", p
	}
	return "", regular(spec)
}

// regular returns the parts of a weak verb (Duden-Grammatik, "Regelmäßige Konjugation").
func regular(infinitive string) parts {
	stem := stemOf(infinitive)
	e := ""
	if needsE(stem) {
		e = "e"
	}
	ge := "ge"
	if strings.HasSuffix(infinitive, "ieren") || unstressed(infinitive) {
		ge = ""
	}
	return parts{infinitive, stem + e + "t", stem + e + "te", stem + e + "te", ge + stem + e + "t"}
}

// unstressed reports whether a listed verb begins with a prefix that takes no ge-: "erklärt".
// What is left has to be long enough to be a stem of its own: "beten", "ernten" are none.
func unstressed(infinitive string) bool {
	for _, p := range verbPrefixes.inseparable {
		if rest, ok := strings.CutPrefix(infinitive, p); ok && (len(rest) > 4 || strings.Contains("eäöü", rest[:1]) && len(rest) > 3) {
			return p != "um" && p != "ge" && p != "durch" || len(rest) > 5
		}
	}
	return false
}

// stemOf drops the ending of an infinitive: -en, or -n in "sammeln", "ändern", "tun".
func stemOf(infinitive string) string {
	if s, ok := strings.CutSuffix(infinitive, "en"); ok {
		return s
	}
	return strings.TrimSuffix(infinitive, "n")
}

// needsE reports whether a stem takes an e before -t and -st: "arbeitet", "öffnet", but "lernt".
func needsE(stem string) bool {
	if strings.HasSuffix(stem, "d") || strings.HasSuffix(stem, "t") {
		return true
	}
	if len(stem) < 3 || stem[len(stem)-1] != 'n' && stem[len(stem)-1] != 'm' {
		return false
	}
	before := stem[len(stem)-2]
	return !strings.ContainsRune("aeiouylrnmh", rune(before)) && before < 0x80 || strings.HasSuffix(stem, "chn")
}

// inflect adds all forms of p with a separable prefix, or with none.
func (c conjugation) inflect(prefix string, p parts) {
	lemma := prefix + p.infinitive
	c.lemmas[lemma] = true
	stem := stemOf(p.infinitive)
	finite := func(form string, t Tense, m Mood, person uint8, plural bool) {
		c.add(prefix+form, Verb{lemma, FiniteForm, t, m, person, plural})
	}
	c.add(lemma, Verb{Lemma: lemma, Form: Infinitive})
	c.add(prefix+p.participle, Verb{Lemma: lemma, Form: Participle})
	if prefix != "" {
		c.add(prefix+"zu"+p.infinitive, Verb{Lemma: lemma, Form: ZuInfinitive})
	}
	first, second := stem+"e", duForm(stem, p.third)
	if strings.HasSuffix(stem, "el") {
		finite(stem[:len(stem)-2]+"le", Present, SubjunctiveI, 3, false)
		finite(stem[:len(stem)-2]+"le", Present, Indicative, 1, false)
	}
	if preteritePresent(p.third) {
		first = p.third
	}
	if p.infinitive != "sein" {
		finite(first, Present, Indicative, 1, false)
		finite(second, Present, Indicative, 2, false)
		for _, person := range []uint8{1, 3} {
			finite(p.infinitive, Present, Indicative, person, true)
			finite(p.infinitive, Present, SubjunctiveI, person, true)
			finite(stem+"e", Present, SubjunctiveI, person, false)
		}
		finite(stem+"est", Present, SubjunctiveI, 2, false)
		finite(stem+"et", Present, SubjunctiveI, 2, true)
		ihr := stem + "t"
		if needsE(stem) {
			ihr = stem + "et"
		}
		finite(ihr, Present, Indicative, 2, true)
	}
	finite(p.third, Present, Indicative, 3, false)
	past(finite, p.preterite, Indicative)
	past(finite, p.subjunctive, SubjunctiveII)
}

// past adds the persons of a preterite or of the second subjunctive, given in the third person.
func past(finite func(string, Tense, Mood, uint8, bool), third string, m Mood) {
	n, st, t := "en", "st", "t"
	if strings.HasSuffix(third, "e") {
		n = "n"
	} else if needsE(third) {
		st, t = "est", "et"
	}
	for _, person := range []uint8{1, 3} {
		finite(third, Preterite, m, person, false)
		finite(third+n, Preterite, m, person, true)
	}
	finite(third+st, Preterite, m, 2, false)
	finite(third+t, Preterite, m, 2, true)
}

// preteritePresent reports whether a third person has no ending of its own: "kann", "weiß".
func preteritePresent(third string) bool {
	return !strings.HasSuffix(third, "t") && third != "wird"
}

// duForm returns the second person singular that goes with a third person.
func duForm(stem, third string) string {
	sibilant := func(s string) bool {
		return strings.HasSuffix(s, "s") || strings.HasSuffix(s, "ß") || strings.HasSuffix(s, "z") || strings.HasSuffix(s, "x")
	}
	switch rest := strings.TrimSuffix(third, "t"); {
	case preteritePresent(third) && sibilant(third):
		return third + "t"
	case preteritePresent(third), strings.HasSuffix(stem, "t") && !strings.HasSuffix(third, "et"):
		return third + "st"
	case sibilant(rest):
		return third
	default:
		return rest + "st"
	}
}

// LookupVerb returns the readings of a word in lower case as a form of a verb, in the order of
// the list: nil if it is none. A verb that is not listed is found by its prefix and a listed verb
// ("umformulierte"), or by -ieren. Function words are none, but for infinitives ("sein",
// "meinen"). Many adjectives and nouns look like verb forms ("weise"): Doc.Verbs leaves those out.
func LookupVerb(lower string) []Verb {
	if FunctionWord(lower) && !verbs().lemmas[lower] {
		return nil // "einige", "meine", "zufolge"
	}
	if found := verbs().forms[lower]; found != nil {
		return found
	}
	if strings.HasSuffix(lower, "ende") { // a present participle: "fehlende"
		return nil
	}
	for _, p := range verbPrefixes.separable {
		if found := prefixed(lower, p, true); found != nil {
			return found
		}
	}
	for _, p := range verbPrefixes.inseparable {
		if found := prefixed(lower, p, false); found != nil {
			return found
		}
	}
	return foreign(lower)
}

// prefixed looks up lower as a prefix and a form of a listed verb.
func prefixed(lower, prefix string, separable bool) []Verb {
	const shortest = 4 // of the rest; keeps "beste" and "erste" out
	rest, ok := strings.CutPrefix(lower, prefix)
	if !ok || len(rest) < shortest {
		return nil
	}
	var out []Verb
	if z, ok := strings.CutPrefix(rest, "zu"); ok && separable {
		for _, v := range verbs().forms[z] {
			if v.Form == Infinitive {
				out = append(out, Verb{Lemma: prefix + v.Lemma, Form: ZuInfinitive})
			}
		}
	}
	for _, v := range verbs().forms[rest] {
		if !verbs().lemmas[v.Lemma] || v.Form == ZuInfinitive || v.Form == Participle && !separable {
			continue
		}
		v.Lemma = prefix + v.Lemma
		out = append(out, v)
		if !separable && v.Tense == Present && v.Mood == Indicative && v.Person == 3 && !v.Plural {
			out = append(out, Verb{Lemma: v.Lemma, Form: Participle})
		}
	}
	return out
}

// foreign reads any word on -iere, -iert, -ierte(n) as a form of a regular verb on -ieren.
func foreign(lower string) []Verb {
	for _, ending := range []string{"ieren", "iere", "iert", "ierte", "ierten"} {
		stem, ok := strings.CutSuffix(lower, ending)
		if !ok || len(stem) < 3 {
			continue
		}
		c := conjugation{forms: map[string][]Verb{}, lemmas: map[string]bool{}}
		c.inflect("", regular(stem+"ieren"))
		return c.forms[lower]
	}
	return nil
}
