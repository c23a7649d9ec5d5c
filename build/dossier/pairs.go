package dossier

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"wortlaut/build/read/german"
	"wortlaut/build/text"
)

// pairLimit is how many partners of an article get a page: those with most statements in common.
// It keeps the number of pages linear in the number of articles.
const pairLimit = 12

// runWords is the length from which words in the same order are worth showing.
const runWords = 5

// pairs compares articles that share a statement.
func (b *assembly) pairs() {
	shared := map[[2]string][]string{}
	for _, s := range b.Statements {
		articles := witnesses(s)
		if len(articles) > 2*pairLimit {
			articles = articles[:2*pairLimit]
		}
		for i, x := range articles {
			for _, y := range articles[i+1:] {
				shared[[2]string{x, y}] = append(shared[[2]string{x, y}], s.ID)
			}
		}
	}
	words := map[string][]run{}
	for _, k := range b.closestPairs(shared) {
		b.Pairs = append(b.Pairs, b.pair(k[0], k[1], shared[k], words))
	}
}

// witnesses returns the articles that render s, by ID.
func witnesses(s Statement) []string {
	var ids []string
	for _, c := range s.Cells {
		if c.Quotation != "" {
			ids = append(ids, c.Article)
		}
	}
	return ids
}

// closestPairs keeps, for every article, the partners it shares most with; a pair stays if either side keeps it.
func (b *assembly) closestPairs(shared map[[2]string][]string) [][2]string {
	partners := map[string][][2]string{}
	keys := slices.SortedFunc(maps.Keys(shared), func(x, y [2]string) int {
		return cmp.Or(cmp.Compare(x[0], y[0]), cmp.Compare(x[1], y[1]))
	})
	for _, k := range keys {
		partners[k[0]] = append(partners[k[0]], k)
		partners[k[1]] = append(partners[k[1]], k)
	}
	keep := map[[2]string]bool{}
	for _, list := range partners {
		slices.SortStableFunc(list, func(x, y [2]string) int { return cmp.Compare(len(shared[y]), len(shared[x])) })
		for _, k := range list[:min(pairLimit, len(list))] {
			keep[k] = true
		}
	}
	return slices.DeleteFunc(keys, func(k [2]string) bool { return !keep[k] })
}

func (b *assembly) pair(x, y string, shared []string, words map[string][]run) Pair {
	ax, ay := b.Article(x), b.Article(y)
	p := Pair{ID: x + "--" + y, A: x, B: y, Shared: shared, SameOutlet: ax.Outlet != "" && ax.Outlet == ay.Outlet}
	p.OnlyA = slices.DeleteFunc(slices.Clone(ax.Statements), func(s string) bool { return slices.Contains(shared, s) })
	p.OnlyB = slices.DeleteFunc(slices.Clone(ay.Statements), func(s string) bool { return slices.Contains(shared, s) })
	for _, r := range ax.Roots {
		if slices.Contains(ay.Roots, r) {
			p.SharedRoots = append(p.SharedRoots, r)
		}
	}
	for _, a := range []*Article{ax, ay} {
		if words[a.ID] == nil {
			words[a.ID] = wordsOf(a)
		}
	}
	p.Runs = runs(words[x], words[y])
	return p
}

// run is one word of a text as it is compared, with its place.
type run struct {
	form string
	span text.Span
}

// wordsOf lists the words of an article's read blocks in comparable form.
func wordsOf(a *Article) []run {
	var out []run
	for _, blk := range a.Article.Blocks {
		if !blk.Kind.Read() {
			continue
		}
		doc := german.Segment(a.Article.Text, []text.Span{blk.Span})
		for i, t := range doc.Tokens {
			if t.Kind == german.Word || t.Kind == german.Number {
				out = append(out, run{german.Fold(doc.Word(i)), t.Span})
			}
		}
	}
	return out
}

// runs finds the maximal stretches of at least runWords words two texts share, the longest first,
// by looking up every window of that length in the other text.
func runs(x, y []run) []Run {
	windows := map[string][]int{}
	key := func(w []run) string {
		parts := make([]string, len(w))
		for i, r := range w {
			parts[i] = r.form
		}
		return strings.Join(parts, " ")
	}
	for j := 0; j+runWords <= len(y); j++ {
		k := key(y[j : j+runWords])
		windows[k] = append(windows[k], j)
	}
	var out []Run
	for i := 0; i+runWords <= len(x); {
		longest, at := 0, 0
		for _, j := range windows[key(x[i:i+runWords])] {
			n := runWords
			for i+n < len(x) && j+n < len(y) && x[i+n].form == y[j+n].form {
				n++
			}
			if n > longest {
				longest, at = n, j
			}
		}
		if longest == 0 {
			i++
			continue
		}
		out = append(out, Run{Words: longest, A: text.Span{Start: x[i].span.Start, End: x[i+longest-1].span.End}, B: text.Span{Start: y[at].span.Start, End: y[at+longest-1].span.End}})
		i += longest
	}
	slices.SortStableFunc(out, func(a, b Run) int { return cmp.Compare(b.Words, a.Words) })
	return out
}
