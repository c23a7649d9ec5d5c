package collation

import (
	"cmp"
	"slices"
	"strings"
)

// row is a reading in the course of alignment. Readings whose words are the same share one.
type row struct {
	id       string // its keys; rows are ordered by it, never by the place of their readings
	units    []unit
	readings []int
}

// line is one column in the course of alignment: per row the index of its unit, -1 for none.
type line struct {
	at    []int
	moved []bool
}

// aligner holds the rows and the columns found so far.
type aligner struct {
	rows  []row
	lines []line
}

// rowsOf prepares the readings, in an order that depends on their words alone.
func rowsOf(readings []Reading) []row {
	byID := map[string]int{}
	var rows []row
	for i, r := range readings {
		us := units(r.Text)
		keys := make([]string, len(us))
		for k, u := range us {
			keys[k] = u.key
		}
		id := strings.Join(keys, " ")
		n, ok := byID[id]
		if !ok {
			n = len(rows)
			byID[id] = n
			rows = append(rows, row{id: id, units: us})
		}
		rows[n].readings = append(rows[n].readings, i)
	}
	slices.SortFunc(rows, func(a, b row) int { return cmp.Compare(a.id, b.id) })
	return rows
}

// align brings all rows into columns: first the row nearest to all others, then, one by one, the
// row nearest to one already there; then each row is taken out and aligned anew as long as that
// makes the whole agree better (Barton and Sternberg 1987).
func align(rows []row) []line {
	a := &aligner{rows: rows}
	for _, r := range a.order() {
		a.insert(r)
	}
	a.refine()
	a.moves()
	return a.lines
}

// order returns the rows in the order in which they are aligned.
func (a *aligner) order() []int {
	n := len(a.rows)
	near := make([][]float64, n)
	for i := range near {
		near[i] = make([]float64, n)
	}
	counts := make([]map[string]int, n)
	for i, r := range a.rows {
		counts[i] = map[string]int{}
		for _, u := range r.units {
			if u.kind != function {
				counts[i][u.key]++
			}
		}
	}
	total := make([]float64, n)
	for i := range n {
		for j := range i {
			near[i][j] = overlap(counts[i], counts[j])
			near[j][i] = near[i][j]
			total[i] += near[i][j]
			total[j] += near[i][j]
		}
	}
	return spanning(near, total)
}

// overlap is the Dice coefficient of two multisets.
func overlap(a, b map[string]int) float64 {
	common, all := 0, 0
	for k, n := range a {
		common += min(n, b[k])
		all += n
	}
	for _, n := range b {
		all += n
	}
	return 2 * float64(common) / float64(max(1, all))
}

// spanning starts with the greatest total and goes on with whatever is nearest to one it has.
func spanning(near [][]float64, total []float64) []int {
	var out []int
	best := slices.Clone(total)
	done := make([]bool, len(total))
	for range total {
		next := -1
		for i := range total {
			if !done[i] && (next < 0 || best[i] > best[next]) {
				next = i
			}
		}
		if len(out) == 0 {
			clear(best)
		}
		done[next] = true
		out = append(out, next)
		for i := range total {
			best[i] = max(best[i], near[next][i])
		}
	}
	return out
}

// insert aligns row r with the columns there are.
func (a *aligner) insert(r int) {
	pairs := a.path(r, 0, len(a.lines), 0, len(a.rows[r].units))
	var out []line
	c, u := 0, 0
	put := func(toColumn, toUnit int) {
		for ; c < toColumn; c++ {
			out = append(out, a.lines[c])
		}
		for ; u < toUnit; u++ {
			out = append(out, a.blank(r, u))
		}
	}
	for _, p := range pairs {
		put(p.column, p.unit)
		a.lines[c].at[r] = u
		out = append(out, a.lines[c])
		c, u = c+1, u+1
	}
	put(len(a.lines), len(a.rows[r].units))
	a.lines = out
}

// blank is a column that has only unit u of row r.
func (a *aligner) blank(r, u int) line {
	l := line{at: make([]int, len(a.rows)), moved: make([]bool, len(a.rows))}
	for i := range l.at {
		l.at[i] = -1
	}
	l.at[r] = u
	return l
}

// score is how well a unit fits a column: half the best likeness and half the mean over all other
// rows, so that company counts.
func (a *aligner) score(l *line, r int, u *unit) float64 {
	best, sum := 0.0, 0.0
	for o, k := range l.at {
		if k < 0 || o == r {
			continue
		}
		s := likeness(u, &a.rows[o].units[k])
		best, sum = max(best, s), sum+s
	}
	return (best + sum/float64(max(1, len(a.rows)-1))) / 2
}

// refine takes each row out and aligns it anew, and keeps what is better. Long texts, where it
// would cost most and gain least, are left as they are.
func (a *aligner) refine() {
	if len(a.rows) < 3 || len(a.lines)*len(a.rows) > refineCap {
		return
	}
	for range 2 {
		better := false
		for r := range a.rows {
			before, old := a.total(r), a.lines
			a.remove(r)
			a.insert(r)
			if a.total(r) > before+1e-9 {
				better = true
			} else {
				a.lines = old
			}
		}
		if !better {
			return
		}
	}
}

const refineCap = 20_000

// total is the score of row r against all others.
func (a *aligner) total(r int) float64 {
	sum := 0.0
	for i := range a.lines {
		if k := a.lines[i].at[r]; k >= 0 {
			sum += a.score(&a.lines[i], r, &a.rows[r].units[k])
		}
	}
	return sum
}

// remove takes row r out of the columns; the old columns stay as they were.
func (a *aligner) remove(r int) {
	var out []line
	for _, l := range a.lines {
		l = line{slices.Clone(l.at), slices.Clone(l.moved)}
		l.at[r] = -1
		if l.used() {
			out = append(out, l)
		}
	}
	a.lines = out
}

// used reports whether any row has something in l.
func (l *line) used() bool { return slices.ContainsFunc(l.at, func(k int) bool { return k >= 0 }) }
