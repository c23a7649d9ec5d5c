package statement

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"wortlaut/build/read/german"
)

// Group joins renderings of one utterance. Each group lists indices of rs in ascending order, the
// groups are sorted by their first member, and every index is in at least one group; it is in two
// where one rendering carries two statements.
//
// Renderings whose speaker is unknown are joined among themselves only where they are nearly the
// same words.
func Group(rs []Rendering) [][]int {
	items := prepare(rs)
	bySpeaker := map[string][]*item{}
	for _, it := range items {
		s := rs[it.at].Speaker
		bySpeaker[s] = append(bySpeaker[s], it)
	}
	var groups [][]int
	for _, speaker := range slices.Sorted(maps.Keys(bySpeaker)) {
		p := newPool(rs, bySpeaker[speaker])
		groups = append(groups, p.groups()...)
	}
	slices.SortFunc(groups, func(a, b []int) int { return slices.Compare(a, b) })
	return groups
}

// fragmentWords is the number of content words up to which a rendering is too short to be compared
// by itself; its sentence is then taken into account.
const fragmentWords = 2

// aroundWeight is the weight of the words of a fragment's sentence beside its own.
const aroundWeight = 0.5

// prepare reads all renderings; weights are relative to all of them.
func prepare(rs []Rendering) []*item {
	tokens := make([][]token, len(rs))
	around := make([][]token, len(rs))
	vocabulary := map[string]bool{}
	for i, r := range rs {
		tokens[i] = tokenize(r.Text)
		around[i] = tokenize(r.Context)
		for _, t := range slices.Concat(tokens[i], around[i]) {
			if t.content {
				vocabulary[t.stem] = true
			}
		}
	}
	terms, chars := &space{ids: map[string]int32{}}, &space{ids: map[string]int32{}}
	items := make([]*item, len(rs))
	for i, r := range rs {
		it := &item{at: i, length: float64(len(r.Text)), days: parseDays(r.Date)}
		it.read(tokens[i])
		names, weights := features(tokens[i], vocabulary)
		if it.fragment = len(it.content) <= fragmentWords && len(it.words) <= 2*fragmentWords+1; it.fragment {
			more, w := features(around[i], vocabulary)
			for k := range more {
				names, weights = append(names, more[k]), append(weights, w[k]*aroundWeight)
			}
		}
		it.terms = terms.add(names, weights)
		it.ideas = ideasOf(tokens[i], vocabulary, terms)
		it.grams = chars.add(fourGrams(it.words), nil)
		items[i] = it
	}
	for _, it := range items {
		terms.weigh(it.terms)
		chars.weigh(it.grams)
		for k := range it.ideas {
			it.ideas[k].weight = math.Sqrt(terms.rarity(it.ideas[k].ids[0]))
		}
		it.norm = it.terms.unit()
		it.grams.unit()
	}
	return items
}

// pool is the renderings of one speaker.
type pool struct {
	rs       []Rendering
	items    []*item
	article  []int // per item, the number of its article
	articles int
}

func newPool(rs []Rendering, items []*item) *pool {
	p := &pool{rs: rs, items: items, article: make([]int, len(items))}
	numbers := map[string]int{}
	for i, it := range items {
		a, ok := numbers[rs[it.at].Article]
		if !ok {
			a = len(numbers)
			numbers[rs[it.at].Article] = a
		}
		p.article[i] = a
	}
	p.articles = len(numbers)
	return p
}

// groups returns the groups of the pool as indices of the renderings.
func (p *pool) groups() [][]int {
	pairs := p.complete(p.pairs())
	edges := p.edges(pairs)
	u := p.union(edges)
	members := map[int][]int{}
	for i := range p.items {
		root := u.find(i)
		members[root] = append(members[root], i)
	}
	for _, extra := range p.second(pairs, u) {
		root := u.find(extra[1])
		members[root] = append(members[root], extra[0])
	}
	var out [][]int
	for _, root := range slices.Sorted(maps.Keys(members)) {
		group := make([]int, len(members[root]))
		for k, i := range members[root] {
			group[k] = p.items[i].at
		}
		slices.Sort(group)
		out = append(out, slices.Compact(group))
	}
	return out
}

// phrase is the text of words, folded and with blanks around, so that whole words can be found in it.
func phrase(words []string) string { return " " + german.Fold(join(words)) + " " }

func byScore(a, b edge) int {
	return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.i, b.i), cmp.Compare(a.j, b.j))
}
