package statement

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// pair is two renderings that share something, with how alike they are.
type pair struct {
	i, j  int     // items, i < j
	alike float64 // 0 … 1
	words float64 // cosine of the content words
	part  float64 // share of the shorter one's words that the longer one has
	shift bool    // one is contained in the other, or they have the same numbers: twice the length says nothing
}

// Weights of the two views of a text. Characters see through inflection and compounds, words see
// what counts.
const (
	wordShare = 0.45
	gramShare = 1 - wordShare
)

// Bounds that keep the search for candidates linear: features in more texts than commonText are not
// looked up, and each rendering is compared with its nearest candidates.
const (
	commonText = 250
	nearest    = 24
)

// pairs returns the pairs worth a decision, by i and j: for each item the nearest others, found
// through an inverted index.
func (p *pool) pairs() []pair {
	words := postings(p.items, func(it *item) vector { return it.terms })
	chars := postings(p.items, func(it *item) vector { return it.grams })
	sum := make([]float64, len(p.items))
	var touched []int32
	seen := map[[2]int]bool{}
	for i, it := range p.items {
		touched = gather(it.terms, words, wordShare, sum, touched[:0])
		touched = gather(it.grams, chars, gramShare, sum, touched)
		for _, j := range p.top(i, touched, sum) {
			seen[[2]int{min(i, j), max(i, j)}] = true
		}
		for _, j := range touched {
			sum[j] = 0
		}
	}
	out := make([]pair, 0, len(seen))
	for k := range seen {
		out = append(out, pair{i: k[0], j: k[1]})
	}
	slices.SortFunc(out, func(a, b pair) int { return cmp.Or(cmp.Compare(a.i, b.i), cmp.Compare(a.j, b.j)) })
	for k := range out {
		p.compare(&out[k])
	}
	return out
}

// posting is an item that has a feature.
type posting struct {
	item   int32
	weight float64
}

func postings(items []*item, of func(*item) vector) map[int32][]posting {
	index := map[int32][]posting{}
	for i, it := range items {
		for _, t := range of(it) {
			index[t.id] = append(index[t.id], posting{int32(i), t.weight})
		}
	}
	return index
}

// gather adds to sum what each item shares with v, and to touched the items it has not met before.
func gather(v vector, index map[int32][]posting, share float64, sum []float64, touched []int32) []int32 {
	for _, t := range v {
		list := index[t.id]
		if len(list) > commonText {
			continue
		}
		for _, q := range list {
			if sum[q.item] == 0 {
				touched = append(touched, q.item)
			}
			sum[q.item] += share*t.weight*q.weight + 1e-12
		}
	}
	return touched
}

// top returns the items nearest to i by sum, the nearest first.
func (p *pool) top(i int, touched []int32, sum []float64) []int {
	out := make([]int, 0, nearest+1)
	before := func(a, b int) bool { return sum[a] > sum[b] || sum[a] == sum[b] && a < b }
	for _, t := range touched {
		j := int(t)
		if j == i || len(out) == nearest && !before(j, out[nearest-1]) {
			continue
		}
		k := len(out)
		for k > 0 && before(j, out[k-1]) {
			k--
		}
		out = slices.Insert(out, k, j)
		out = out[:min(len(out), nearest)]
	}
	return out
}

// compare fills in how alike the two items of q are.
func (p *pool) compare(q *pair) {
	a, b := p.items[q.i], p.items[q.j]
	q.words = dot(a.terms, b.terms)
	q.alike = wordShare*q.words + gramShare*dot(a.grams, b.grams)
	q.part = min(1, q.words*max(a.norm, b.norm)/max(min(a.norm, b.norm), 1e-9))
	if a.fragment || b.fragment {
		p.compareFragment(q, a, b)
		return
	}
	q.shift = len(a.numbers) > 1 && slices.EqualFunc(a.numbers, b.numbers, number.same)
	if len(b.ideas) < len(a.ideas) {
		a, b = b, a
	}
	// Half of a sentence beside the whole, or the same in other words: nearly all of the shorter one
	// must be in the longer one.
	if share, count := coverage(a, b); count >= coverWords && share >= coverLeast {
		q.alike = max(q.alike, share-coverDiscount)
		q.shift = true
	}
}

// What counts as covered: the share of the shorter text's content words, and how many of them.
const (
	coverLeast    = 0.7
	coverWords    = 3
	coverDiscount = 0.35
)

// compareFragment compares a quoted word or two with another rendering: the same words in a similar
// sentence make a match, similar sentences alone do not.
func (p *pool) compareFragment(q *pair, a, b *item) {
	if len(b.words) < len(a.words) {
		a, b = b, a
	}
	share, count := coverage(a, b)
	if len(a.words) > 0 && strings.Contains(phrase(b.words), phrase(a.words)) || count >= fragmentWords && share == 1 {
		q.alike = fragmentBase + (1-fragmentBase)*q.words
		q.shift = true
		return
	}
	q.alike = q.words * (1 - fragmentBase)
}

// fragmentBase is what the same quoted words are worth before their sentences are compared.
const fragmentBase = 0.3

func join(words []string) string { return strings.Join(words, " ") }

// gap is how far the lengths of two texts differ: 0 for equal lengths, 0.7 for twice the length.
func gap(a, b *item) float64 {
	return math.Abs(math.Log(max(a.length, 1) / max(b.length, 1)))
}
