package collation

import (
	"cmp"
	"slices"
)

// match puts a unit into a column.
type match struct{ column, unit int }

// tableCap is the size of the largest table that is filled; larger ones are cut at words that occur
// once on either side, or in the middle where there are none.
const tableCap = 250_000

// path returns the best matches of the units lo … hi of row r with the columns from … to, in order.
func (a *aligner) path(r, from, to, lo, hi int) []match {
	var head, tail []match
	same := func(c, u int) bool { return a.holds(c, r, a.rows[r].units[u].key) }
	for from < to && lo < hi && same(from, lo) {
		head = append(head, match{from, lo})
		from, lo = from+1, lo+1
	}
	for from < to && lo < hi && same(to-1, hi-1) {
		to, hi = to-1, hi-1
		tail = append(tail, match{to, hi})
	}
	slices.Reverse(tail)
	return slices.Concat(head, a.inner(r, from, to, lo, hi), tail)
}

// holds reports whether a row other than r has the word key in column c.
func (a *aligner) holds(c, r int, key string) bool {
	for o, k := range a.lines[c].at {
		if k >= 0 && o != r && a.rows[o].units[k].key == key {
			return true
		}
	}
	return false
}

func (a *aligner) inner(r, from, to, lo, hi int) []match {
	if from == to || lo == hi {
		return nil
	}
	if (to-from)*(hi-lo) <= tableCap {
		return a.table(r, from, to, lo, hi)
	}
	cuts := a.anchors(r, from, to, lo, hi)
	if len(cuts) == 0 {
		c, u := (from+to)/2, (lo+hi)/2
		return slices.Concat(a.path(r, from, c, lo, u), a.path(r, c, to, u, hi))
	}
	var out []match
	for _, m := range cuts {
		out = append(out, a.path(r, from, m.column, lo, m.unit)...)
		out = append(out, m)
		from, lo = m.column+1, m.unit+1
	}
	return append(out, a.path(r, from, to, lo, hi)...)
}

// anchors returns the longest ordered chain of words that occur once in the units and in one column
// only (patience sorting, as in Cohen's patience diff).
func (a *aligner) anchors(r, from, to, lo, hi int) []match {
	columns := map[string]int{} // key → column, -1 for several
	for c := from; c < to; c++ {
		for o, k := range a.lines[c].at {
			if k < 0 || o == r {
				continue
			}
			key := a.rows[o].units[k].key
			if old, ok := columns[key]; ok && old != c {
				columns[key] = -1
			} else if !ok {
				columns[key] = c
			}
		}
	}
	times := map[string]int{}
	for u := lo; u < hi; u++ {
		times[a.rows[r].units[u].key]++
	}
	var all []match
	for u := lo; u < hi; u++ {
		key := a.rows[r].units[u].key
		if c, ok := columns[key]; ok && c >= 0 && times[key] == 1 && a.rows[r].units[u].kind != function {
			all = append(all, match{c, u})
		}
	}
	return chain(all)
}

// chain returns the longest run of matches, given by ascending unit, whose columns ascend too.
func chain(all []match) []match {
	var ends, back []int // ends[k]: index of the match that ends the best chain of length k+1
	for i, m := range all {
		k, _ := slices.BinarySearchFunc(ends, m.column, func(e, c int) int { return cmp.Compare(all[e].column, c) })
		if k == 0 {
			back = append(back, -1)
		} else {
			back = append(back, ends[k-1])
		}
		if k == len(ends) {
			ends = append(ends, i)
		} else {
			ends[k] = i
		}
	}
	if len(ends) == 0 {
		return nil
	}
	var out []match
	for i := ends[len(ends)-1]; i >= 0; i = back[i] {
		out = append(out, all[i])
	}
	slices.Reverse(out)
	return out
}

// table finds the matches of greatest total score (Needleman and Wunsch 1970, gaps free). Of equal
// paths the one that matches earlier is taken.
func (a *aligner) table(r, from, to, lo, hi int) []match {
	n, m := to-from, hi-lo
	best := make([]float64, (n+1)*(m+1))
	fits := make([]float32, n*m)
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			s := a.score(&a.lines[from+i], r, &a.rows[r].units[lo+j])
			fits[i*m+j] = float32(s)
			cell := max(best[(i+1)*(m+1)+j], best[i*(m+1)+j+1])
			if s > 0 {
				cell = max(cell, best[(i+1)*(m+1)+j+1]+float64(fits[i*m+j]))
			}
			best[i*(m+1)+j] = cell
		}
	}
	var out []match
	for i, j := 0, 0; i < n && j < m; {
		here, s := best[i*(m+1)+j], float64(fits[i*m+j])
		switch {
		case s > 0 && here == best[(i+1)*(m+1)+j+1]+s:
			out = append(out, match{from + i, lo + j})
			i, j = i+1, j+1
		case here == best[(i+1)*(m+1)+j]:
			i++
		default:
			j++
		}
	}
	return out
}
