package statement

import "strings"

func contains(words, phraseWords []string) bool {
	return strings.Contains(phrase(words), phrase(phraseWords))
}

// union joins items along edges, the surest first, unless the members of the two groups cannot be
// one utterance.
type union struct {
	parent  []int
	members [][]int
}

func (u *union) find(i int) int {
	for u.parent[i] != i {
		i = u.parent[i]
	}
	return i
}

func (p *pool) union(edges []edge) *union {
	u := &union{parent: make([]int, len(p.items)), members: make([][]int, len(p.items))}
	for i := range p.items {
		u.parent[i], u.members[i] = i, []int{i}
	}
	repeated := map[[2]int]bool{}
	for _, e := range edges {
		if p.article[e.i] == p.article[e.j] {
			repeated[[2]int{e.i, e.j}] = true
		}
	}
	for _, e := range edges {
		a, b := u.find(e.i), u.find(e.j)
		if a == b || !p.agree(u.members[a], u.members[b], repeated) {
			continue
		}
		if len(u.members[a]) < len(u.members[b]) {
			a, b = b, a
		}
		u.parent[b] = a
		u.members[a] = append(u.members[a], u.members[b]...)
		u.members[b] = nil
	}
	return u
}

// agree reports whether every member of a may stand beside every member of b: the days all of them
// allow are not empty, no two are contrary, and two of one article repeat each other.
func (p *pool) agree(a, b []int, repeated map[[2]int]bool) bool {
	common := days{}
	for _, list := range [][]int{a, b} {
		for _, i := range list {
			d, ok := common.meet(p.items[i].days)
			if !ok {
				return false
			}
			common = d
		}
	}
	for _, i := range a {
		for _, j := range b {
			if p.article[i] == p.article[j] && !repeated[[2]int{min(i, j), max(i, j)}] {
				return false
			}
		}
	}
	return p.cohere(a, b)
}

// Groups of cohesiveSize together are joined only if their members have on average at least
// cohesion in common: a chain of neighbours is no group.
const (
	cohesiveSize = 5
	cohesion     = 0.1
)

// cohere reports whether no member of a contradicts one of b and, on average, they are alike.
func (p *pool) cohere(a, b []int) bool {
	sum := 0.0
	for _, i := range a {
		for _, j := range b {
			x, y := p.items[i], p.items[j]
			words := dot(x.terms, y.terms)
			if contrary(x, y, words) {
				return false
			}
			sum += words
		}
	}
	return len(a)+len(b) < cohesiveSize || sum >= cohesion*float64(len(a)*len(b))
}

// second returns the pairs {item, member of another group} where an item carries a second statement:
// another article splits what it says into two renderings, and the item's group has only one of them.
func (p *pool) second(pairs []pair, u *union) [][2]int {
	var out [][2]int
	for _, q := range pairs {
		if p.article[q.i] == p.article[q.j] || p.apart(q) || u.find(q.i) == u.find(q.j) {
			continue
		}
		whole, piece := q.i, q.j
		if p.items[whole].norm < p.items[piece].norm {
			whole, piece = piece, whole
		}
		if share, count := coverage(p.items[piece], p.items[whole]); count >= secondWords && share >= secondPart && p.splits(whole, piece, u) && p.agree([]int{whole}, u.members[u.find(piece)], nil) {
			out = append(out, [2]int{whole, piece})
		}
	}
	return out
}

const (
	secondPart  = 0.65
	secondWords = 3
)

// splits reports whether the group of whole has a rendering of piece's article that shares other
// words with whole than piece does.
func (p *pool) splits(whole, piece int, u *union) bool {
	for _, k := range u.members[u.find(whole)] {
		if p.article[k] == p.article[piece] && k != piece && dot(p.items[k].terms, p.items[piece].terms) < secondOverlap {
			return true
		}
	}
	return false
}

const secondOverlap = 0.25
