package person

import (
	_ "embed"
	"errors"
	"fmt"
	"strings"

	"wortlaut/build/read/german"
	"wortlaut/build/text"
)

//go:embed data/firstnames.txt
var firstNameData string

//go:embed data/offices.txt
var officeData string

//go:embed data/organisations.txt
var organisationData string

//go:embed data/places.txt
var placeData string

//go:embed data/nouns.txt
var nounData string

//go:embed data/verbs.txt
var verbData string

//go:embed data/surnames.txt
var surnameData string

// lexicon is the world knowledge of the data files.
type lexicon struct {
	first     map[string]string // first names as printed: m, f or mf
	office    map[string]Gender // heads of offices in lower case
	same      map[string]string // offices that go by another name, folded
	names     *trie             // organisations and places
	tails     []string          // ends of compounds that name kinds of organisations
	legal     map[string]bool   // "GmbH", "AG"
	lead      map[string]bool   // "Landgericht", "Universität"
	adjective map[string]bool   // "russisch": adjectives of places, without ending
	noun      map[string]bool   // common nouns that stand where a surname may stand
	verb      map[string]bool   // finite forms with somebody as subject
	surname   map[string]bool   // surnames in lower case
	ending    map[string]bool   // ends of surnames
	firsts    []string          // first names, surnames and places of one word in the order of the files
	surnames  []string
	towns     []string
}

var lex = text.Must(load())

func load() (*lexicon, error) {
	l := &lexicon{
		first: map[string]string{}, office: map[string]Gender{}, same: map[string]string{}, names: newTrie(),
		legal: map[string]bool{}, lead: map[string]bool{}, adjective: map[string]bool{},
		noun: map[string]bool{}, verb: map[string]bool{}, surname: map[string]bool{}, ending: map[string]bool{},
	}
	return l, errors.Join(
		text.Entries("data/firstnames.txt", firstNameData, l.firstName),
		text.Entries("data/offices.txt", officeData, l.officeLine),
		text.Entries("data/organisations.txt", organisationData, l.organisation),
		text.Entries("data/places.txt", placeData, l.place),
		text.Entries("data/nouns.txt", nounData, word(l.noun)),
		text.Entries("data/verbs.txt", verbData, word(l.verb)),
		text.Entries("data/surnames.txt", surnameData, l.surnameLine),
	)
}

// word returns a reader of lines with one word in lower case.
func word(table map[string]bool) func(string) error {
	return func(line string) error {
		if strings.ContainsAny(line, " \t") || line != strings.ToLower(line) {
			return fmt.Errorf("want one word in lower case: %q", line)
		}
		table[line] = true
		return nil
	}
}

func (l *lexicon) firstName(line string) error {
	f := strings.Fields(line)
	if len(f) != 2 || f[1] != "m" && f[1] != "f" && f[1] != "mf" {
		return fmt.Errorf("want a name and m, f or mf: %q", line)
	}
	l.first[f[0]] = f[1]
	l.firsts = append(l.firsts, f[0])
	return nil
}

func (l *lexicon) officeLine(line string) error {
	f := strings.Fields(line)
	switch {
	case len(f) == 3 && f[0] == "=":
		l.same[german.Fold(f[1])] = f[2]
	case len(f) == 2 && (f[1] == "m" || f[1] == "f"):
		l.office[f[0]] = Gender(f[1])
	default:
		return fmt.Errorf("want an office and m or f: %q", line)
	}
	return nil
}

func (l *lexicon) organisation(line string) error {
	f := strings.Fields(line)
	switch {
	case f[0] == "legal" && len(f) == 2:
		l.legal[f[1]] = true
	case f[0] == "lead" && len(f) == 2:
		l.lead[f[1]] = true
	case line[0] == '-' && len(f) == 1:
		l.tails = append(l.tails, line[1:])
	case strings.ContainsAny(line, "\t="):
		return fmt.Errorf("want a name, a tail, or legal or lead with a word: %q", line)
	default:
		l.names.add(f, entry{kind: Organisation})
	}
	return nil
}

func (l *lexicon) place(line string) error {
	f := strings.Fields(line)
	switch {
	case f[0] == "adj" && len(f) == 2:
		l.adjective[f[1]] = true
	case strings.ContainsAny(line, "\t="):
		return fmt.Errorf("want a place, or adj and an adjective: %q", line)
	default:
		l.names.add(f, entry{kind: Place})
		if len(f) == 1 {
			l.towns = append(l.towns, line)
		}
	}
	return nil
}

// surnameLine reads surnames, several on a line, or endings of surnames with a hyphen in front.
func (l *lexicon) surnameLine(line string) error {
	for _, f := range strings.Fields(line) {
		low := strings.ToLower(f)
		switch {
		case f[0] == '-' && len(f) > 3 && f == low:
			l.ending[f[1:]] = true
		case f[0] == '-' || !upper(f):
			return fmt.Errorf("want surnames, or endings of three or more letters behind a hyphen: %q", f)
		case !l.surname[low]:
			l.surname[low] = true
			l.surnames = append(l.surnames, low)
		}
	}
	return nil
}

// weak are endings a noun or adjective may carry in other cases.
var weak = []string{"", "s", "es", "n", "en"}

// officeHead returns the head of an office in its first form, and its gender: "US-Präsidenten"
// gives "präsident". Compounds are looked up by their end, for German compounds carry their
// meaning there.
func (l *lexicon) officeHead(word string) (head string, g Gender, ok bool) {
	low := strings.ToLower(word)
	if i := strings.LastIndexByte(low, '-'); i >= 0 {
		low = low[i+1:]
	}
	if s, cut := strings.CutSuffix(low, "innen"); cut {
		low = s + "in"
	}
	for _, end := range weak {
		base, cut := strings.CutSuffix(low, end)
		if !cut {
			continue
		}
		// "Abgeordneten", "Vorsitzenden": adjectives used as nouns
		if end == "n" {
			if g, ok := l.office[base+"r"]; ok {
				return base + "r", g, true
			}
		}
		if g, ok := l.office[base]; ok {
			return base, g, true
		}
	}
	return l.compoundOffice(low)
}

// compoundOffice looks for an office of at least four letters at the end of low.
func (l *lexicon) compoundOffice(low string) (string, Gender, bool) {
	for _, end := range weak {
		base, cut := strings.CutSuffix(low, end)
		if !cut {
			continue
		}
		for i := range base {
			if i < 3 || len(base)-i < 4 {
				continue
			}
			tail := base[i:]
			g, ok := l.office[tail]
			if end == "n" && !ok {
				tail += "r"
				g, ok = l.office[tail]
			}
			if ok && !falseTail[tail] {
				return strings.TrimSuffix(base, base[i:]) + tail, g, true
			}
		}
	}
	return "", NoGender, false
}

// falseTail holds offices that end many other words ("Konstante", "Paragraf", "Begleiter").
var falseTail = map[string]bool{
	"tante": true, "graf": true, "emir": true, "lord": true, "mutter": true, "papst": true, "major": true, "model": true,
	"vize": true, "dame": true, "sohn": true, "zeuge": true, "imam": true, "onkel": true, "zarin": true,
}

// isAdjective reports whether lower is an inflected adjective of a place: "russischen", "Kiewer" is none.
func (l *lexicon) placeAdjective(lower string) (stem string, ok bool) {
	for _, end := range [...]string{"en", "er", "es", "em", "e"} {
		if s, cut := strings.CutSuffix(lower, end); cut && l.adjective[s] {
			return s, true
		}
	}
	return "", false
}
