package person

import (
	"cmp"
	"slices"
	"strings"

	"wortlaut/build/read/german"
)

// pronouns finds er and sie and links them to the nearest person they can stand for, subjects
// before others, not farther back than window sentences.
func (s *scan) pronouns() {
	heading := s.headings()
	for i, t := range s.d.Tokens {
		if s.skip[i] || s.taken[i] || t.Kind != german.Word || t.Lower != "er" && t.Lower != "sie" {
			continue
		}
		if s.polite(i) {
			continue
		}
		h := hit{first: i, last: i + 1, kind: Person, form: Pronoun, confidence: Uncertain}
		g := s.pronounGender(i)
		e, conf := s.antecedent(i, g, heading)
		if e < -1 {
			continue
		}
		h.gender, h.confidence = g, conf
		s.add(h)
		s.hits[len(s.hits)-1].entity = e
		slices.SortStableFunc(s.hits, func(a, b hit) int { return cmp.Compare(a.first, b.first) })
	}
}

// polite reports whether "Sie" at i addresses the reader: a capital inside a sentence.
func (s *scan) polite(i int) bool {
	if !s.capital(i) || i == s.start(i) {
		return false
	}
	prev := s.d.Tokens[i-1]
	return prev.Kind == german.Word || s.d.Word(i-1) == ","
}

// pronounGender tells "sie" in the plural from "sie" in the singular by the verb beside it.
func (s *scan) pronounGender(i int) Gender {
	if s.d.Tokens[i].Lower == "er" {
		return Masculine
	}
	for _, k := range [...]int{i + 1, i - 1} {
		if k < 0 || !s.within(k, i) || s.d.Tokens[k].Kind != german.Word || s.capital(k) && k > s.start(i) {
			continue
		}
		low := s.d.Tokens[k].Lower
		if low == "sind" || low == "seien" || strings.HasSuffix(low, "en") && !german.FunctionWord(low) {
			return Plural
		}
		if !german.FunctionWord(low) {
			return Feminine
		}
	}
	// in a clause with the verb at its end
	for k := i + 1; s.within(k, i) && k < i+15; k++ {
		if w := s.d.Word(k); w == "," || w == "." {
			if strings.HasSuffix(s.d.Tokens[k-1].Lower, "en") {
				return Plural
			}
			break
		}
	}
	return Feminine
}

// window is how many sentences back a pronoun may reach.
const window = 4

// antecedent returns the entity pronoun i stands for, -1 if none is found (also where the nearest
// candidate is a description nobody could be found for).
func (s *scan) antecedent(i int, g Gender, heading []bool) (int, Confidence) {
	if g == Plural {
		return -1, Uncertain
	}
	sent := s.d.Tokens[i].Sentence
	crossed := false
	for n := sent; n >= 0 && n >= sent-window; n-- {
		if n < sent && heading[n] {
			crossed = true
			continue
		}
		if h := s.salient(n, i, g); h != nil {
			return h.entity, s.trust(h, g, crossed)
		}
	}
	return -1, Uncertain
}

// trust says how sure the link to antecedent h is.
func (s *scan) trust(h *hit, g Gender, crossed bool) Confidence {
	if crossed || h.entity < 0 || h.confidence == Uncertain {
		return Uncertain
	}
	if s.entities[h.entity].gender == g && (h.form == Name || h.form == Pronoun) {
		return Certain
	}
	return Probable
}

// salient returns the best antecedent in sentence n before token i: the first subject, else the
// last person.
func (s *scan) salient(n, i int, g Gender) *hit {
	var best *hit
	rank := 0
	for k := range s.hits {
		h := &s.hits[k]
		if h.last > i || h.last > s.d.Sentences[n].Last {
			break
		}
		if h.first < s.d.Sentences[n].First || h.kind != Person || !s.fits(h, g) {
			continue
		}
		r := s.prominence(h)
		if r > rank || r == rank && n == s.d.Tokens[i].Sentence && r < 3 {
			best, rank = h, r
		}
	}
	return best
}

// fits reports whether a pronoun of gender g can stand for h.
func (s *scan) fits(h *hit, g Gender) bool {
	have := h.gender
	if h.entity >= 0 {
		have = firstOf(s.entities[h.entity].gender, have)
	}
	return have == NoGender || have == g
}

// prominence ranks antecedents: subjects 3, other free mentions 2, owners and names after a
// preposition 1.
func (s *scan) prominence(h *hit) int {
	first := h.first
	for first > s.start(first) && (s.beforeName(first-1) || adjectival(s.d.Tokens[first-1].Lower) && !german.FunctionWord(s.d.Tokens[first-1].Lower) && s.capital(first)) {
		first--
	}
	if first == s.start(first) {
		if s.possessor(h.last - 1) {
			return 1
		}
		return 3
	}
	low := s.d.Tokens[first-1].Lower
	c := german.ClassOf(low)
	switch {
	case low == "der" && h.gender != Feminine, low == "die" && h.gender == Feminine:
		if first-1 == s.start(first) || !german.ClassOf(s.d.Tokens[first-2].Lower).Is(german.Preposition) && !s.capital(first-2) {
			return 3
		}
		return 1
	case c.Is(german.Preposition), low == "des", low == "dem", low == "den":
		return 1
	case h.form == Pronoun:
		return 3
	case strings.HasSuffix(low, "te") || strings.HasSuffix(low, "t"), lex.verb[low]:
		return 3
	}
	return 2
}

// headings reports for each sentence whether it stands alone in its block without a full stop.
func (s *scan) headings() []bool {
	out := make([]bool, len(s.d.Sentences))
	for i, t := range s.d.Sentences {
		alone := (i == 0 || s.d.Sentences[i-1].Block != t.Block) && (i+1 == len(s.d.Sentences) || s.d.Sentences[i+1].Block != t.Block)
		out[i] = alone && t.Last > t.First && s.d.Tokens[t.Last-1].Kind == german.Word
	}
	return out
}
