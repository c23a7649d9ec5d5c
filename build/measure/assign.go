package measure

import (
	"cmp"
	"math"
	"slices"
)

// Pairing is one pair of an assignment: indices into the two sides.
type Pairing struct{ Gold, Predicted int }

// Assign solves the rectangular linear sum assignment problem: it pairs rows and columns one to one,
// as many as the shorter side has, so that the summed cost is least. Pairs come by row.
//
// The method is that of shortest augmenting paths after D. F. Crouse, "On implementing 2D rectangular
// assignment algorithms" (IEEE Transactions on Aerospace and Electronic Systems 52, 2016). Of equal
// solutions it takes the one SciPy's linear_sum_assignment takes, which the corpus's own evaluation
// uses: columns are tried from the last to the first, the last of equal distances wins only if its
// column is free, and a cost with more rows than columns is solved transposed.
func Assign(cost [][]float64) []Pairing {
	if len(cost) == 0 || len(cost[0]) == 0 {
		return nil
	}
	if len(cost[0]) >= len(cost) {
		return newAssignment(cost).solve()
	}
	pairs := newAssignment(transpose(cost)).solve()
	for i, p := range pairs {
		pairs[i] = Pairing{p.Predicted, p.Gold}
	}
	slices.SortFunc(pairs, func(a, b Pairing) int { return cmp.Compare(a.Gold, b.Gold) })
	return pairs
}

func transpose(cost [][]float64) [][]float64 {
	out := make([][]float64, len(cost[0]))
	for j := range out {
		out[j] = make([]float64, len(cost))
		for i := range cost {
			out[j][i] = cost[i][j]
		}
	}
	return out
}

// assignment is a partial solution with its dual variables u of rows and v of columns.
type assignment struct {
	cost         [][]float64
	u, v         []float64
	colOf, rowOf []int // -1 for none
}

func newAssignment(cost [][]float64) *assignment {
	a := &assignment{cost: cost, u: make([]float64, len(cost)), v: make([]float64, len(cost[0]))}
	a.colOf, a.rowOf = none(len(cost)), none(len(cost[0]))
	return a
}

func none(n int) []int { return slices.Repeat([]int{-1}, n) }

func (a *assignment) solve() []Pairing {
	for row := range a.cost {
		p := a.shortest(row)
		a.reprice(row, p)
		a.augment(row, p)
	}
	out := make([]Pairing, len(a.cost))
	for i, j := range a.colOf {
		out[i] = Pairing{i, j}
	}
	return out
}

// augmenting is the shortest augmenting path from a row to a free column.
type augmenting struct {
	sink       int // the free column
	length     float64
	best       []float64 // distance of each column
	came       []int     // the row each column was reached from
	rows, cols []bool    // visited
}

// shortest runs Dijkstra's algorithm on the reduced costs.
func (a *assignment) shortest(from int) augmenting {
	columns := len(a.v)
	p := augmenting{best: slices.Repeat([]float64{math.Inf(1)}, columns), came: none(columns), rows: make([]bool, len(a.u)), cols: make([]bool, columns)}
	left := make([]int, columns)
	for k := range left {
		left[k] = columns - 1 - k
	}
	for i := from; ; {
		p.rows[i] = true
		at, least := -1, math.Inf(1)
		for k, j := range left {
			if d := p.length + a.cost[i][j] - a.u[i] - a.v[j]; d < p.best[j] {
				p.best[j], p.came[j] = d, i
			}
			if p.best[j] < least || p.best[j] == least && a.rowOf[j] < 0 {
				least, at = p.best[j], k
			}
		}
		p.length = least
		j := left[at]
		left[at] = left[len(left)-1]
		left = left[:len(left)-1]
		p.cols[j] = true
		if a.rowOf[j] < 0 {
			p.sink = j
			return p
		}
		i = a.rowOf[j]
	}
}

// reprice keeps the reduced costs of the pairs at zero.
func (a *assignment) reprice(from int, p augmenting) {
	a.u[from] += p.length
	for i, seen := range p.rows {
		if seen && i != from {
			a.u[i] += p.length - p.best[a.colOf[i]]
		}
	}
	for j, seen := range p.cols {
		if seen {
			a.v[j] -= p.length - p.best[j]
		}
	}
}

// augment turns the pairs along the path around.
func (a *assignment) augment(from int, p augmenting) {
	for j := p.sink; ; {
		i := p.came[j]
		a.rowOf[j] = i
		a.colOf[i], j = j, a.colOf[i]
		if i == from {
			return
		}
	}
}
