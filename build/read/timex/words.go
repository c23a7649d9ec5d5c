package timex

import (
	_ "embed"
	"fmt"
	"math/bits"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"wortlaut/build/text"
)

//go:embed data/words.txt
var wordsFile string

// set is a set of word classes; there may be 192.
type set [3]uint64

func (s *set) add(c class) { s[c>>6] |= 1 << (c & 63) }

func (s set) has(c class) bool { return s[c>>6]&(1<<(c&63)) != 0 }

func (s set) meets(o set) bool { return s[0]&o[0]|s[1]&o[1]|s[2]&o[2] != 0 }

func (s set) empty() bool { return s[0]|s[1]|s[2] == 0 }

// each calls f for the members of s in rising order.
func (s set) each(f func(c class)) {
	for i, w := range s {
		for ; w != 0; w &= w - 1 {
			f(class(i<<6 + bits.TrailingZeros64(w)))
		}
	}
}

// sense is one class of a word with the value it has there.
type sense struct {
	class class
	value string
}

// word is a form with all its senses: those of a noun need a capital in the text, the others a
// small letter or the beginning of a sentence.
type word struct {
	nouns, others set
	senses        []sense
}

// lexicon is the words by their form in small letters, and the names of the classes.
type lexicon struct {
	words   map[string]*word
	classes map[string]class
	names   []string
}

var adjectiveEndings = []string{"", "e", "en", "er", "es", "em"}

// parseWords reads data/words.txt.
func parseWords(file, data string) (*lexicon, error) {
	l := &lexicon{words: map[string]*word{}, classes: map[string]class{}, names: slices.Clone(classNames[:])}
	for c, name := range classNames {
		l.classes[name] = class(c)
	}
	return l, text.Entries(file, data, l.line)
}

func (l *lexicon) line(line string) error {
	head, list, ok := strings.Cut(line, ": ")
	fields := strings.Fields(head)
	if !ok || len(fields) != 2 {
		return fmt.Errorf("no class, value and words in %q", line)
	}
	c := l.class(fields[0])
	for form := range strings.FieldsSeq(list) {
		l.entry(form, c, fields[1])
	}
	return nil
}

// class returns the number of the class called name, a new one if need be.
func (l *lexicon) class(name string) class {
	if c, ok := l.classes[name]; ok {
		return c
	}
	c := class(len(l.names))
	l.classes[name], l.names = c, append(l.names, name)
	return c
}

// entry adds form with all its endings.
func (l *lexicon) entry(form string, c class, value string) {
	stem, adjective := strings.CutSuffix(form, "~")
	if !adjective {
		l.add(form, c, value)
		return
	}
	for _, end := range adjectiveEndings {
		l.add(stem+end, c, value)
	}
}

func (l *lexicon) add(form string, c class, value string) {
	first, _ := utf8.DecodeRuneInString(form)
	key := strings.ToLower(form)
	w := l.words[key]
	if w == nil {
		w = &word{}
		l.words[key] = w
	}
	w.senses = append(w.senses, sense{c, value})
	if unicode.IsUpper(first) {
		w.nouns.add(c)
	} else {
		w.others.add(c)
	}
}

// compounds adds what German writes as one word and no list could hold as plainly: weekday and part
// of day ("Dienstagabend"), numbers up to 99, and adjectives of length ("dreitägige").
func (l *lexicon) compounds() {
	parts := slices.Concat(l.nounsOf(cDaypart), l.formsOf(cDayset))
	for _, d := range l.nounsOf(cWeekday) {
		if strings.HasSuffix(d.form, "s") {
			continue
		}
		for _, p := range parts {
			value := d.value + " " + p.value
			l.add(strings.ToUpper(d.form[:1])+d.form[1:]+p.form, cDayandpart, value)
			if strings.HasSuffix(p.form, "s") {
				l.add(d.form+p.form, cDayandpartset, value)
			}
		}
	}
	l.numbers()
	l.lengths()
}

// form is a word with its value.
type form struct{ form, value string }

// formsOf lists the words of a class in alphabetical order.
func (l *lexicon) formsOf(c class) []form {
	var out []form
	for f, w := range l.words {
		for _, s := range w.senses {
			if s.class == c {
				out = append(out, form{f, s.value})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b form) int { return strings.Compare(a.form, b.form) })
	return slices.Compact(out)
}

// nounsOf lists the capitalised words of a class in alphabetical order.
func (l *lexicon) nounsOf(c class) []form {
	return slices.DeleteFunc(l.formsOf(c), func(f form) bool { return !l.words[f.form].nouns.has(c) })
}

// numbers adds the number words from 21 to 99 that words.txt does not list.
func (l *lexicon) numbers() {
	ones := []string{"", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"}
	tens := []string{"zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"}
	for i, ten := range tens {
		for j, one := range ones {
			if j == 0 {
				continue
			}
			if _, ok := l.words[one+"und"+ten]; !ok {
				l.add(one+"und"+ten, cNum, strconv.Itoa(10*(i+2)+j))
			}
		}
	}
}

// lengthAdjectives are the second parts of "dreitägig", with their TIMEX3 unit.
var lengthAdjectives = []form{{"tägig", "D"}, {"wöchig", "W"}, {"monatig", "M"}, {"jährig", "Y"}, {"stündig", "H"}, {"minütig", "MIN"}, {"sekündig", "S"}}

// lengths adds adjectives of length for all number words: "dreitägig" with all endings. Those of
// years are a class of their own, for they are ages as well.
func (l *lexicon) lengths() {
	numbers := append(l.formsOf(cNum), form{"ein", "1"})
	for _, n := range numbers {
		for _, u := range lengthAdjectives {
			c := cLength
			if u.value == "Y" {
				c = cLengthyears
			}
			for _, e := range adjectiveEndings {
				l.add(n.form+u.form+e, c, period(n.value, u.value))
			}
		}
	}
}
