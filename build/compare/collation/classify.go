package collation

import (
	"slices"
	"strings"
	"unicode"
)

func blank(s string) bool { return strings.TrimFunc(s, unicode.IsSpace) == "" }

// classify returns the class of each column.
func classify(own [][]unit, rows []row, lines []line) []Class {
	k := &classifier{own: own, at: make([][]int, len(lines)), moved: make([]bool, len(lines))}
	for c, l := range lines {
		k.at[c] = make([]int, len(own))
		for r, u := range l.at {
			for _, i := range rows[r].readings {
				k.at[c][i] = u
			}
			k.moved[c] = k.moved[c] || l.moved[r]
		}
	}
	k.count()
	out := make([]Class, len(lines))
	for c := range lines {
		out[c] = k.class(c)
	}
	k.phrases(out)
	k.paraphrase(out)
	return out
}

// classifier judges columns. Words that matter wherever they stand are counted over the whole
// reading, so that another order of words is not taken for another claim.
type classifier struct {
	own    [][]unit
	at     [][]int // per column and witness the unit, -1 for none
	moved  []bool
	claims []map[int]int    // per witness, how often each claim is made
	words  []map[string]int // per witness, how often each word stands
}

func (k *classifier) count() {
	for _, us := range k.own {
		claims, words := map[int]int{}, map[string]int{}
		for _, u := range us {
			if u.claim != 0 {
				claims[u.claim]++
			}
			words[u.key]++
		}
		k.claims, k.words = append(k.claims, claims), append(k.words, words)
	}
	// "realistisch" against "unrealistisch" is settled in its column; a "nicht" elsewhere must not
	// make up for it.
	for c := range k.at {
		if !k.opposed(c) {
			continue
		}
		for w, n := range k.at[c] {
			if n >= 0 && k.own[w][n].claim == denial {
				k.claims[w][denial]--
			}
		}
	}
}

// opposed reports whether one witness has in column c what another denies with un-.
func (k *classifier) opposed(c int) bool {
	var with, without *unit
	for w, n := range k.at[c] {
		if n < 0 {
			continue
		}
		if u := &k.own[w][n]; u.claim == denial && u.kind == content {
			with = u
		} else {
			without = u
		}
	}
	return with != nil && without != nil && un(with, without)
}

// class judges column c by itself.
func (k *classifier) class(c int) Class {
	var first *unit
	sameKey, samePrint, empty, lightOnly := true, true, false, true
	for w, n := range k.at[c] {
		if n < 0 {
			empty = true
			continue
		}
		u := &k.own[w][n]
		if first == nil {
			first = u
		}
		sameKey = sameKey && u.key == first.key
		samePrint = samePrint && u.printed == first.printed
		lightOnly = lightOnly && u.light
	}
	switch {
	case sameKey && !empty && k.moved[c]:
		return Wording
	case sameKey && !empty && samePrint:
		return Same
	case sameKey && !empty:
		return Characters
	case k.opposed(c) || k.changesClaim(c):
		return Statement
	case k.changesScope(c):
		return Scope
	case empty && !lightOnly && !k.elsewhere(c):
		return Omission
	}
	return Wording
}

// changesClaim reports whether column c has different numbers, or a denial, a modal verb or a degree
// of certainty, that some witness has more often than another.
func (k *classifier) changesClaim(c int) bool {
	number := ""
	for w, n := range k.at[c] {
		if n < 0 {
			continue
		}
		u := &k.own[w][n]
		if u.claim != 0 && k.uneven(func(v int) int { return k.claims[v][u.claim] }) {
			return true
		}
		if u.kind != numeric {
			continue
		}
		if number != "" && number != u.key && k.uneven(func(v int) int { return k.words[v][u.key] }) {
			return true
		}
		number = u.key
	}
	return false
}

// changesScope reports whether column c has a quantifier or limit that some witness has more often
// than another.
func (k *classifier) changesScope(c int) bool {
	for w, n := range k.at[c] {
		if n < 0 {
			continue
		}
		u := &k.own[w][n]
		if u.scope && k.uneven(func(v int) int { return k.words[v][u.key] }) {
			return true
		}
	}
	return false
}

// elsewhere reports whether the witnesses that have nothing in column c have its words, as often as
// the others, in other places.
func (k *classifier) elsewhere(c int) bool {
	for w, n := range k.at[c] {
		if n >= 0 && k.uneven(func(v int) int { return k.words[v][k.own[w][n].key] }) {
			return false
		}
	}
	return true
}

// uneven reports whether of differs between witnesses.
func (k *classifier) uneven(of func(w int) int) bool {
	for w := range k.own {
		if of(w) != of(0) {
			return true
		}
	}
	return false
}

// phrases makes one omission of a phrase that the same witnesses leave out: its small words too,
// and, in a phrase of two content words or more, its quantifiers and verbs of modality.
func (k *classifier) phrases(classes []Class) {
	for from := 0; from < len(classes); {
		to := from
		for to < len(classes) && classes[to] != Same && classes[to] != Characters && k.leftOut(to) && k.sameGaps(from, to) {
			to++
		}
		if words := k.contents(from, to); words > 0 {
			for c := from; c < to; c++ {
				if words > 1 || classes[c] == Wording {
					classes[c] = Omission
				}
			}
		}
		from = max(to, from+1)
	}
}

func (k *classifier) leftOut(c int) bool { return slices.Contains(k.at[c], -1) }

// sameGaps reports whether the same witnesses have nothing in the columns a and b.
func (k *classifier) sameGaps(a, b int) bool {
	for w := range k.own {
		if (k.at[a][w] < 0) != (k.at[b][w] < 0) {
			return false
		}
	}
	return true
}

// contents counts the columns from … to that have a content word.
func (k *classifier) contents(from, to int) int {
	words := 0
	for c := from; c < to; c++ {
		for w, n := range k.at[c] {
			if n >= 0 && !k.own[w][n].light && k.own[w][n].claim == 0 && !k.own[w][n].scope {
				words++
				break
			}
		}
	}
	return words
}

// paraphrase turns omissions into wording where the witnesses that lack a word say something of
// their own nearby: in a run of differing columns words need not face each other one by one.
func (k *classifier) paraphrase(classes []Class) {
	for from := 0; from < len(classes); {
		to := from
		for to < len(classes) && classes[to] != Same && classes[to] != Characters {
			to++
		}
		if to > from && k.balanced(from, to) {
			for c := from; c < to; c++ {
				if classes[c] == Omission {
					classes[c] = Wording
				}
			}
		}
		from = max(to, from+1)
	}
}

// balanced reports whether each witness has in the columns from … to at least one content word that
// no other has for every two it lacks.
func (k *classifier) balanced(from, to int) bool {
	for w := range k.own {
		lacks, own := 0, 0
		for c := from; c < to; c++ {
			switch n := k.at[c][w]; {
			case n < 0 && k.contents(c, c+1) > 0:
				lacks++
			case n >= 0 && k.own[w][n].kind != function && k.alone(c, w):
				own++
			}
		}
		if lacks > 2*own {
			return false
		}
	}
	return true
}

// alone reports whether no other witness has the word of w in column c.
func (k *classifier) alone(c, w int) bool {
	u := &k.own[w][k.at[c][w]]
	for v, n := range k.at[c] {
		if v != w && n >= 0 && likeness(u, &k.own[v][n]) >= strong {
			return false
		}
	}
	return true
}
