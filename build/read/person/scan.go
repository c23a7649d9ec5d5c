package person

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"wortlaut/build/read/german"
	"wortlaut/build/text"
)

// hit is a name found: tokens first up to last, excluded, and whom it names.
type hit struct {
	first, last int
	kind        Kind
	name        []string // words of the name without title, office and genitive
	office      office   // printed with the name, if any
	gender      Gender
	known       int // index into the roster plus one
	weak        bool
	form        Form
	entity      int // index into scan.entities, -1 if none
	confidence  Confidence
}

// scan is the work on one text.
type scan struct {
	d        *german.Doc
	roster   *Roster
	skip     []bool // tokens that are no running text
	taken    []bool // tokens of hits
	folded   []string
	hits     []hit
	entities []draft
}

func newScan(d *german.Doc, r *Roster, skip []text.Span) *scan {
	s := &scan{d: d, roster: r, skip: make([]bool, len(d.Tokens)), taken: make([]bool, len(d.Tokens)), folded: make([]string, len(d.Tokens))}
	for i, t := range d.Tokens {
		for _, sp := range skip {
			s.skip[i] = s.skip[i] || sp.Overlaps(t.Span)
		}
	}
	return s
}

// fold returns token i folded.
func (s *scan) fold(i int) string {
	if s.folded[i] == "" {
		s.folded[i] = german.Fold(s.d.Word(i))
	}
	return s.folded[i]
}

// limit is the end of the sentence of token i.
func (s *scan) limit(i int) int { return s.d.Sentences[s.d.Tokens[i].Sentence].Last }

// start is the first token of the sentence of token i.
func (s *scan) start(i int) int { return s.d.Sentences[s.d.Tokens[i].Sentence].First }

// within reports whether i is a token of the same sentence as j.
func (s *scan) within(i, j int) bool { return i >= s.start(j) && i < s.limit(j) }

// capital reports whether token i is a word with a capital.
func (s *scan) capital(i int) bool {
	if s.d.Tokens[i].Kind != german.Word {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s.d.Word(i))
	return unicode.IsUpper(r)
}

// initial reports whether token i is an initial: "W.", "J".
func (s *scan) initial(i int) bool {
	w := strings.TrimSuffix(s.d.Word(i), ".")
	return utf8.RuneCountInString(w) == 1 && s.capital(i)
}

// acronym reports whether word is written in capitals: "NATO", "CNN".
func acronym(word string) bool {
	n := 0
	for _, r := range word {
		if !unicode.IsUpper(r) && !unicode.IsDigit(r) {
			return false
		}
		n++
	}
	return n >= 2
}

// nounTails end common nouns, hardly ever surnames.
var nounTails = []string{
	"ung", "ungen", "heit", "heiten", "keit", "keiten", "schaft", "schaften", "tion", "tionen", "tät", "täten", "ismus", "nis", "nisse",
	"tum", "ment", "mente", "ur", "uren", "enz", "anz", "ieren", "erinnen", "zeit", "jahr", "jahre", "tag", "tage", "woche",
	"wahl", "wahlen", "krieg", "recht", "gesetz", "zug", "platz", "straße", "weg", "haus", "stelle", "teil", "teile", "werk", "werke",
}

// common reports whether word is more likely a common noun than a surname.
func common(word string) bool {
	low := strings.ToLower(word)
	if german.FunctionWord(low) || lex.noun[low] {
		return true
	}
	if utf8.RuneCountInString(low) < 6 {
		return false
	}
	for _, t := range nounTails {
		if strings.HasSuffix(low, t) {
			return true
		}
	}
	return false
}
