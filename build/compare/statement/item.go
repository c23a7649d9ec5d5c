package statement

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"wortlaut/build/read/german"
)

// item is a rendering prepared for comparison.
type item struct {
	at       int // index of the rendering
	words    []string
	content  []string // stems of the content words of the text
	ideas    []idea   // content words, each once
	terms    vector   // words of the content, weighed; length 1 if not empty
	grams    vector   // character 4-grams of the text, weighed; length 1 if not empty
	norm     float64  // length of terms before scaling
	numbers  []number // by value, each once
	denials  int
	sides    []side
	length   float64 // of the text in characters
	days     days
	fragment bool // too short to be compared without its sentence
}

// token is a word or number of a text with what the comparison asks of it.
type token struct {
	lower, stem string
	number      string // value of a number; empty for other words
	content     bool
}

// tokenize cuts s into its words and numbers, compounds with hyphens into their parts.
func tokenize(s string) []token {
	doc := german.Segment(s, nil)
	out := make([]token, 0, len(doc.Tokens))
	for i, t := range doc.Tokens {
		switch {
		case t.Kind == german.Number:
			for _, v := range values(t.Lower) {
				out = append(out, token{lower: v, stem: v, number: v, content: true})
			}
		case t.Kind == german.Symbol && t.Lower == "%":
			out = append(out, token{lower: "prozent", stem: german.Stem("prozent"), content: true})
		case t.Kind == german.Word:
			for _, part := range strings.FieldsFunc(t.Lower, func(r rune) bool { return r == '-' || r == '\u2011' }) {
				if c := part[0]; '0' <= c && c <= '9' {
					for _, v := range values(part) {
						out = append(out, token{lower: v, stem: v, number: v, content: true})
					}
					continue
				}
				out = append(out, wordToken(part, doc.Word(i)))
			}
		}
	}
	scale(out)
	return out
}

func wordToken(lower, printed string) token {
	t := token{lower: lower, stem: german.Stem(lower), number: numberWord(lower)}
	r, _ := utf8.DecodeRuneInString(printed)
	plain := german.FunctionWord(lower) || words.light[lower]
	t.content = t.number != "" || !plain && (utf8.RuneCountInString(lower) > 2 || unicode.IsUpper(r))
	return t
}

// read collects the words, numbers, denials and opposites of the tokens of a text.
func (it *item) read(tokens []token) {
	for _, t := range tokens {
		it.words = append(it.words, t.lower)
		if t.content {
			it.content = append(it.content, t.stem)
		}
		if german.Denies(t.lower) {
			it.denials++
		}
		it.sides = append(it.sides, words.opposites[t.stem]...)
	}
	it.numbers = numbersOf(tokens)
}

// Weights of the features of a word. The set of words it belongs to counts beside the word itself;
// being in more texts, it weighs less there.
const (
	wholeWeight   = 1.0
	partWeight    = 0.6
	relatedWeight = 1.0
	numberWeight  = 2.5
)

// idea is a content word with everything that may stand for it elsewhere.
type idea struct {
	ids    []int32 // the features of the word: itself, its set, its parts
	weight float64
}

// ideasOf returns the distinct content words of a text as features of s.
func ideasOf(tokens []token, vocabulary map[string]bool, s *space) []idea {
	var out []idea
	seen := map[string]bool{}
	for i, t := range tokens {
		if !t.content || seen[t.stem] {
			continue
		}
		seen[t.stem] = true
		names, _ := features(tokens[i:i+1], vocabulary)
		one := idea{}
		for _, n := range names {
			one.ids = append(one.ids, s.id(n))
		}
		out = append(out, one)
	}
	return out
}

// coverage returns which share of the ideas of a the text b has too, and how many they are.
func coverage(a, b *item) (share float64, count int) {
	got, all := 0.0, 0.0
	for _, one := range a.ideas {
		all += one.weight
		if slices.ContainsFunc(one.ids, b.has) {
			got += one.weight
			count++
		}
	}
	return got / max(all, 1e-9), count
}

// has reports whether a text has a feature.
func (it *item) has(id int32) bool {
	_, ok := slices.BinarySearchFunc(it.terms, id, func(t term, id int32) int { return cmp.Compare(t.id, id) })
	return ok
}

// features are the words of a text as the vectors count them.
func features(tokens []token, vocabulary map[string]bool) (names []string, weights []float64) {
	add := func(name string, w float64) { names, weights = append(names, name), append(weights, w) }
	for _, t := range tokens {
		if !t.content {
			continue
		}
		if t.number != "" {
			add("#"+t.number, numberWeight)
			continue
		}
		add(t.stem, wholeWeight)
		if set := words.synonym[t.stem]; set != "" {
			add(set, relatedWeight)
		}
		for _, p := range parts(t.lower, vocabulary) {
			add(p, partWeight)
			if set := words.synonym[p]; set != "" {
				add(set, relatedWeight*partWeight)
			}
		}
	}
	return names, weights
}

// parts splits a compound into two stems that both occur as words of their own in the texts at
// hand; nil if there is no such split. The longest second part wins: it is the head.
func parts(lower string, vocabulary map[string]bool) []string {
	const least = 4
	r := []rune(lower)
	for i := least; i <= len(r)-least; i++ {
		head := german.Stem(string(r[i:]))
		if !vocabulary[head] {
			continue
		}
		left := string(r[:i])
		for _, link := range []string{"", "s", "n", "es", "en", "er"} {
			stem := german.Stem(strings.TrimSuffix(left, link))
			if strings.HasSuffix(left, link) && len(stem) >= least && vocabulary[stem] {
				return []string{stem, head}
			}
		}
	}
	return nil
}

// fourGrams are the character 4-grams of the words joined by blanks.
func fourGrams(ws []string) []string {
	r := []rune(" " + german.Fold(strings.Join(ws, " ")) + " ")
	out := make([]string, 0, len(r))
	for i := 0; i+4 <= len(r); i++ {
		out = append(out, string(r[i:i+4]))
	}
	return out
}
