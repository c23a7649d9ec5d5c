package measure

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"testing"
)

func TestAssign(t *testing.T) {
	for _, c := range []struct {
		name string
		cost [][]float64
		want []Pairing
	}{
		{"nothing", nil, nil},
		{"no columns", [][]float64{{}, {}}, nil},
		{"square", [][]float64{{4, 1, 3}, {2, 0, 5}, {3, 2, 2}}, []Pairing{{0, 1}, {1, 0}, {2, 2}}},
		{"wide", [][]float64{{5, 1, 9}, {4, 1, 2}}, []Pairing{{0, 1}, {1, 2}}},
		{"tall", [][]float64{{5, 4}, {1, 1}, {9, 2}}, []Pairing{{1, 0}, {2, 1}}},
		{"all equal", [][]float64{{0, 0, 0}, {0, 0, 0}}, []Pairing{{0, 0}, {1, 1}}},
		{"all equal, tall", [][]float64{{0, 0}, {0, 0}, {0, 0}}, []Pairing{{0, 0}, {1, 1}}},
	} {
		if got := Assign(c.cost); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// TestAssignLeast compares with the best of all permutations.
func TestAssignLeast(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		rows, columns := 1+r.IntN(5), 1+r.IntN(5)
		cost := make([][]float64, rows)
		for i := range cost {
			cost[i] = make([]float64, columns)
			for j := range cost[i] {
				cost[i][j] = float64(r.IntN(6) - 3)
			}
		}
		sum, taken := 0.0, map[int]bool{}
		pairs := Assign(cost)
		for _, p := range pairs {
			if taken[p.Predicted] {
				t.Fatalf("%v: column %d twice", cost, p.Predicted)
			}
			taken[p.Predicted] = true
			sum += cost[p.Gold][p.Predicted]
		}
		if want := least(cost, 0, 0, rows-columns); len(pairs) != min(rows, columns) || sum != want {
			t.Fatalf("%v: %v costs %v, want %v", cost, pairs, sum, want)
		}
	}
}

// least tries everything; skip rows more than there are columns may stay alone.
func least(cost [][]float64, row int, used uint, skip int) float64 {
	if row == len(cost) {
		return 0
	}
	best := math.Inf(1)
	if skip > 0 {
		best = least(cost, row+1, used, skip-1)
	}
	for j, c := range cost[row] {
		if used>>j&1 == 0 {
			best = min(best, c+least(cost, row+1, used|1<<j, skip))
		}
	}
	return best
}

func ExampleAssign() {
	cost := [][]float64{
		{4, 1, 3},
		{2, 0, 5},
	}
	fmt.Println(Assign(cost))
	// Output: [{0 1} {1 0}]
}
