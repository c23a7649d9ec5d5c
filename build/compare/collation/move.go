package collation

import "slices"

// movedWords is the least number of content words of a phrase that counts as moved.
const movedWords = 2

// movedCap bounds the search for moved phrases between two rows.
const movedCap = 1_000_000

// shift is a phrase of row r that stands elsewhere in row s: pairs of units, ascending on both sides.
type shift struct {
	r, s  int
	pairs []match // column is the unit of s, unit that of r
}

// moves finds phrases that two rows have in different places and brings them into one column each,
// marked as moved, so that they do not look like an omission here and an addition there.
func (a *aligner) moves() {
	for range len(a.rows) * 4 {
		place := a.places()
		best := shift{}
		for r := range a.rows {
			for s := range a.rows {
				if r != s {
					best = a.longest(best, r, s, place)
				}
			}
		}
		if len(best.pairs) == 0 {
			return
		}
		a.apply(best, place)
	}
}

// places returns for each row the column of each unit.
func (a *aligner) places() [][]int {
	place := make([][]int, len(a.rows))
	for r := range a.rows {
		place[r] = make([]int, len(a.rows[r].units))
	}
	for c := range a.lines {
		for r, k := range a.lines[c].at {
			if k >= 0 {
				place[r][k] = c
			}
		}
	}
	return place
}

// loose reports whether unit k of row r has no counterpart in its column.
func (a *aligner) loose(r, k int, place [][]int) bool {
	u := &a.rows[r].units[k]
	l := &a.lines[place[r][k]]
	if l.moved[r] {
		return false
	}
	for o, j := range l.at {
		if o != r && j >= 0 && likeness(u, &a.rows[o].units[j]) >= strong {
			return false
		}
	}
	return true
}

// longest returns the longer of best and the longest phrase that r could move to its place in s.
func (a *aligner) longest(best shift, r, s int, place [][]int) shift {
	us, vs := a.rows[r].units, a.rows[s].units
	if len(us)*len(vs) > movedCap {
		return best
	}
	for i := range us {
		if us[i].kind == function || !a.loose(r, i, place) {
			continue
		}
		for j := range vs {
			if vs[j].kind == function || !samePhraseWord(&us[i], &vs[j]) {
				continue
			}
			pairs := a.phrase(r, i, s, j, place)
			if len(pairs) > len(best.pairs) && a.minor(r, s, pairs, place) {
				best = shift{r, s, pairs}
			}
		}
	}
	return best
}

// phrase returns the words that follow unit i of r and unit j of s alike, with at most one other
// word between two of them on either side; nil if they are too few to be a phrase.
func (a *aligner) phrase(r, i, s, j int, place [][]int) []match {
	us, vs := a.rows[r].units, a.rows[s].units
	fits := func(i, j int) bool {
		return i < len(us) && j < len(vs) && samePhraseWord(&us[i], &vs[j]) && a.free(r, i, s, j, place)
	}
	for i > 0 && j > 0 && us[i-1].kind == function && fits(i-1, j-1) {
		i, j = i-1, j-1
	}
	var out []match
	words, kept := 0, 0
	for {
		switch {
		case fits(i, j):
		case fits(i, j+1):
			j++
		case fits(i+1, j):
			i++
		default:
			if words < movedWords {
				return nil
			}
			return out[:kept]
		}
		out = append(out, match{column: j, unit: i})
		if us[i].kind != function {
			words, kept = words+1, len(out)
		}
		i, j = i+1, j+1
	}
}

func samePhraseWord(a, b *unit) bool {
	return a.key == b.key || a.kind == content && a.stem == b.stem && b.kind == content
}

// free reports whether unit i of r may leave its column for that of unit j of s.
func (a *aligner) free(r, i, s, j int, place [][]int) bool {
	l := &a.lines[place[s][j]]
	if a.lines[place[r][i]].moved[r] || l.moved[s] || l.moved[r] {
		return false
	}
	if a.rows[r].units[i].kind != function && !a.loose(r, i, place) {
		return false
	}
	k := l.at[r]
	return k < 0 || a.loose(r, k, place) || a.rows[r].units[k].kind == function
}

// minor reports whether the phrase stands in s as more rows have it, so that r is the one to move;
// of two equals the later row moves.
func (a *aligner) minor(r, s int, pairs []match, place [][]int) bool {
	here, there := 0, 0
	for _, m := range pairs {
		here += a.company(place[r][m.unit], &a.rows[r].units[m.unit])
		there += a.company(place[s][m.column], &a.rows[s].units[m.column])
	}
	if here != there {
		return here < there
	}
	return s < r
}

// company counts the readings that have u's word in column c.
func (a *aligner) company(c int, u *unit) int {
	n := 0
	for o, k := range a.lines[c].at {
		if k >= 0 && samePhraseWord(u, &a.rows[o].units[k]) {
			n += len(a.rows[o].readings)
		}
	}
	return n
}

// apply moves the phrase. What r had in the columns it moves to gets columns of its own, so that
// the order of its other words stays.
func (a *aligner) apply(m shift, place [][]int) {
	inMove := func(k int) bool { return slices.ContainsFunc(m.pairs, func(p match) bool { return p.unit == k }) }
	target := map[int]int{} // column → unit
	for _, p := range m.pairs {
		target[place[m.s][p.column]] = p.unit
	}
	var out []line
	for c, l := range a.lines {
		k := l.at[m.r]
		unit, here := target[c]
		if here && k >= 0 && !inMove(k) {
			out = append(out, a.blank(m.r, k))
		}
		if k >= 0 && (inMove(k) || here) {
			l.at[m.r] = -1
		}
		if here {
			l.at[m.r], l.moved[m.r] = unit, true
		}
		out = append(out, l)
	}
	a.lines = slices.DeleteFunc(out, func(l line) bool { return !l.used() })
}
