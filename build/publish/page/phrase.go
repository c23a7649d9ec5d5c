package page

import (
	"slices"
	"strings"
	"unicode/utf8"

	"wortlaut/build/compare/collation"
)

// cut is a phrase of the word table: columns, half-open.
type cut struct{ from, to int }

const (
	phraseLimit = 5  // phrases, so that the table fits a page
	phraseWidth = 34 // letters a phrase should have
)

// phrases cuts a collation of words into at most phraseLimit phrases of about equal width, never
// inside a variant, best behind a comma, worst behind a short word, which mostly belongs to what
// follows. The cut of least cost is found by dynamic programming over the columns.
func phrases(t *collation.Table) []cut {
	n := len(t.Columns)
	width := make([]int, n+1) // of the columns before i, by the widest witness
	price := make([]int, n+1) // of a cut before column i, in shares of an eighth
	rows := make([][]string, len(t.Readings))
	for w := range t.Readings {
		rows[w] = t.Row(w)
	}
	for i := range n {
		widest := 0
		price[i+1] = 2
		for _, row := range rows {
			widest = max(widest, utf8.RuneCountInString(row[i])+1)
			price[i+1] = max(price[i+1], shortWord(row[i]))
		}
		if slices.ContainsFunc(rows, func(row []string) bool { return strings.HasSuffix(strings.Trim(row[i], quoteSigns+" "), ",") }) {
			price[i+1] = 0
		}
		width[i+1] = width[i] + widest
	}
	k := min(phraseLimit, max(1, (width[n]+phraseWidth-1)/phraseWidth), n)
	return cheapest(n, k, width, boundaries(t, n), price)
}

// shortWord is the price of a cut behind a word: high if it has four letters or fewer.
func shortWord(word string) int {
	if n := utf8.RuneCountInString(strings.Trim(word, quoteSigns+" ")); 0 < n && n <= 4 {
		return 6
	}
	return 2
}

// boundaries says before which columns a phrase may begin: not inside a variant.
func boundaries(t *collation.Table, n int) []bool {
	ok := make([]bool, n+1)
	for i := range ok {
		ok[i] = true
	}
	for _, v := range t.Variants {
		for i := v.From + 1; i < v.To; i++ {
			ok[i] = false
		}
	}
	return ok
}

// cheapest cuts n columns into at most k phrases: the cost of a phrase is its squared distance from
// an equal share, and a cut costs its price in eighths of the share's square.
func cheapest(n, k int, width []int, ok []bool, price []int) []cut {
	const never = 1 << 40
	share := width[n] / k
	cost := func(from, to int) int {
		d := width[to] - width[from] - share
		c := d * d
		if to < n {
			c += share * share / 8 * price[to]
		}
		return c
	}
	best := make([][]int, k+1)
	last := make([][]int, k+1)
	for j := range best {
		best[j], last[j] = make([]int, n+1), make([]int, n+1)
		for i := range best[j] {
			best[j][i] = never
		}
	}
	best[0][0] = 0
	for j := 1; j <= k; j++ {
		for i := 1; i <= n; i++ {
			for from := range i {
				if c := best[j-1][from] + cost(from, i); ok[i] && best[j-1][from] < never && c < best[j][i] {
					best[j][i], last[j][i] = c, from
				}
			}
		}
	}
	count := 1
	for j := 2; j <= k; j++ {
		if best[j][n] < best[count][n] {
			count = j
		}
	}
	out := make([]cut, count)
	for i, j := n, count; j > 0; j-- {
		out[j-1] = cut{last[j][i], i}
		i = last[j][i]
	}
	return out
}
