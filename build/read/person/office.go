package person

import (
	"slices"
	"strings"

	"wortlaut/build/read/german"
)

// office is an office as a text names it, cut into what can be compared.
type office struct {
	head   string   // first form, lower case, masculine: "verteidigungsminister"
	of     []string // whose: "us", "ukrainisch", "bundes"; sorted
	gender Gender
	words  string // as printed
}

// officeOf reads an office off the words of a noun phrase; the last word that is an office is its head.
func officeOf(words []string) (office, bool) {
	for i, w := range slices.Backward(words) {
		head, g, ok := lex.officeHead(w)
		if !ok {
			continue
		}
		o := office{gender: g, words: strings.Join(words, " ")}
		o.head = masculine(head, g)
		low := strings.ToLower(w)
		if same, ok := lex.same[german.Fold(w)]; ok {
			low = same
			o.head, _, _ = lex.officeHead(same)
		}
		if k := strings.LastIndexByte(low, '-'); k > 0 {
			o.of = append(o.of, country(low[:k]))
		}
		for _, w := range words[:i] {
			if stem, ok := lex.placeAdjective(strings.ToLower(w)); ok {
				o.of = append(o.of, country(stem))
			}
		}
		slices.Sort(o.of)
		return o, true
	}
	return office{}, false
}

// masculine returns the form under which offices are compared: "sprecherin" as "sprecher".
func masculine(head string, g Gender) string {
	if g != Feminine {
		return head
	}
	base, ok := strings.CutSuffix(head, "in")
	if !ok {
		return head
	}
	base = strings.NewReplacer("anwält", "anwalt", "ärzt", "arzt", "bischöf", "bischof").Replace(base)
	if _, ok := lex.office[base]; ok {
		return base
	}
	if _, _, ok := lex.compoundOffice(base); ok {
		return base
	}
	if _, _, ok := lex.officeHead(base + "e"); ok {
		return base + "e"
	}
	return head
}

// country unifies the ways in which a state stands before an office.
func country(s string) string {
	switch s {
	case "us", "usa", "amerikanisch", "us-amerikanisch":
		return "us"
	case "bundes", "deutsch":
		return "deutsch"
	}
	return strings.TrimSuffix(s, "isch")
}

// names reports whether a description d may mean the bearer of o: its head is o's head or a
// wider word for it ("Minister"), and it names no other country.
func (d office) names(o office) bool {
	if d.gender == Feminine && o.gender == Masculine {
		return false
	}
	if d.head != o.head && !(strings.HasSuffix(o.head, d.head) && len(d.head) >= 5) {
		return false
	}
	for _, c := range d.of {
		if len(o.of) > 0 && !slices.ContainsFunc(o.of, func(x string) bool { return strings.HasPrefix(x, c) || strings.HasPrefix(c, x) }) {
			return false
		}
	}
	return true
}

// Human reports whether word, inflected or not, is a noun for people: an office, a profession, a
// rank, "Beobachter", "Quellen".
func Human(word string) bool {
	_, _, ok := lex.officeHead(word)
	return ok
}

// Singular reports whether word is an office in the singular by its form; words on -er, whose
// plural is the same, are taken for plurals.
func Singular(word string) bool {
	low := strings.ToLower(word)
	head, _, ok := lex.officeHead(word)
	return ok && strings.HasSuffix(low, head) && !strings.HasSuffix(low, "er")
}
