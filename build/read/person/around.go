package person

import (
	"slices"
	"strings"

	"wortlaut/build/read/german"
)

// officeAround returns the office printed with the name at tokens first up to last, before it or
// as an apposition behind it, and the gender it tells.
func (s *scan) officeAround(first, last int) (office, Gender) {
	g := s.titleGender(first)
	if i, j, ok := s.officeBefore(first); ok {
		if o, ok := officeOf(s.printed(i, j)); ok {
			return o, firstOf(g, o.gender)
		}
	}
	if i, j, ok := s.officeAfter(last); ok {
		if o, ok := officeOf(s.printed(i, j)); ok {
			return o, firstOf(g, o.gender)
		}
	}
	return office{}, g
}

func firstOf(a, b Gender) Gender {
	if a != NoGender {
		return a
	}
	return b
}

// titleGender returns the gender that "Herr" or "Frau" in front of token i tells.
func (s *scan) titleGender(i int) Gender {
	for k := i - 1; k >= s.start(i) && s.title(k); k-- {
		switch s.d.Word(k) {
		case "Herr", "Herrn", "Sir", "Lord", "Mr.", "Don", "Monsieur":
			return Masculine
		case "Frau", "Lady", "Mrs.", "Ms.", "Miss", "Madame":
			return Feminine
		}
	}
	return NoGender
}

// officeBefore finds the office in front of a name: "US-Präsident X", "der Botschafter bei der
// Nato, X". It returns the tokens from the first adjective to the office itself.
func (s *scan) officeBefore(name int) (from, to int, ok bool) {
	start := s.start(name)
	k := name - 1
	for k >= start && s.title(k) {
		k--
	}
	if k > start && s.d.Word(k) == "," {
		k--
	}
	for n := 0; k >= start && n < 6; n++ {
		if s.beforeName(k) && !s.title(k) {
			return s.adjectives(k), k + 1, true
		}
		// between office and name stand a genitive or a phrase with a preposition
		t := s.d.Tokens[k]
		if t.Kind != german.Word || !s.capital(k) && !german.ClassOf(t.Lower).Is(german.Determiner|german.Preposition) && !adjectival(t.Lower) {
			return 0, 0, false
		}
		if s.taken[k] && s.hitAt(k).kind == Person {
			return 0, 0, false
		}
		k--
	}
	return 0, 0, false
}

// officeAfter finds an apposition behind a name: "X, der Chef des Amts", "X, britischer Premier".
func (s *scan) officeAfter(name int) (from, to int, ok bool) {
	if name >= len(s.d.Tokens) || !s.within(name, name-1) || s.d.Word(name) != "," {
		return 0, 0, false
	}
	for k := name + 1; k < name+5 && s.within(k, name); k++ {
		low := s.d.Tokens[k].Lower
		if s.beforeName(k) && !s.title(k) {
			return s.adjectives(k), k + 1, true
		}
		if !german.ClassOf(low).Is(german.Article|german.Possessive) && !adjectival(low) {
			return 0, 0, false
		}
	}
	return 0, 0, false
}

// adjectives returns the first token of the adjectives in front of token k.
func (s *scan) adjectives(k int) int {
	for k > s.start(k) && !s.capital(k-1) && adjectival(s.d.Tokens[k-1].Lower) && !german.FunctionWord(s.d.Tokens[k-1].Lower) && !s.finite(k-1) {
		k--
	}
	return k
}

// finite reports whether token k is a finite verb where it stands: "sagte Minister X". Behind "das"
// it may look like an adjective, but no office is neuter: "Das sagte Ministerin X".
func (s *scan) finite(k int) bool {
	verbs := s.d.Verbs(k)
	if k > s.start(k) && slices.Contains([]string{"das", "dies", "es"}, s.d.Tokens[k-1].Lower) {
		verbs = german.LookupVerb(s.d.Tokens[k].Lower)
	}
	return slices.ContainsFunc(verbs, func(v german.Verb) bool { return v.Form == german.FiniteForm })
}

// adjectival reports whether a word in lower case ends like an inflected adjective.
func adjectival(low string) bool {
	for _, e := range [...]string{"e", "en", "er", "es", "em"} {
		if strings.HasSuffix(low, e) && len(low) > len(e)+3 {
			return true
		}
	}
	return false
}

// printed returns the words of tokens from up to to.
func (s *scan) printed(from, to int) []string {
	var out []string
	for i := from; i < to; i++ {
		out = append(out, s.d.Word(i))
	}
	return out
}

// hitAt returns the hit that token k belongs to, or nil.
func (s *scan) hitAt(k int) *hit {
	for i := range slices.Backward(s.hits) {
		if s.hits[i].first <= k && k < s.hits[i].last {
			return &s.hits[i]
		}
	}
	return nil
}
