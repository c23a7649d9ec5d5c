package statement

import (
	"cmp"
	"maps"
	"math"
	"slices"
)

// edge is a decision to join two items, the surest first.
type edge struct {
	i, j  int
	score float64
}

// The score of a pair is how far it stands out from the next best choice in either article, how
// alike the two are, and what speaks for the two articles reporting one occasion, less the difference
// in length; of long texts, which share words by chance, more is asked. Weights were set by logistic
// regression on paraphrased news sentences and rounded; wordsWeight and threshold by a grid search on them.
const (
	alikeWeight   = 0.3
	supportWeight = 1.1
	lengthWeight  = 0.5
	twice         = 0.7 // gap of a text and its half
	wordsWeight   = 0.1
	fewWords      = 5 // content words up to which less is not asked
	usualWords    = 8 // content words of the text for which threshold is meant
	threshold     = 1.02
	strayWeight   = 0.4  // two texts that word their other common statements alike should do so here
	background    = 0.1  // likeness of unrelated sentences on one subject
	scarcity      = 0.18 // what is added to it where there is no choice
	settled       = 0.4  // likeness from which an item counts as taken
	clearFrom     = 0.1  // likeness from which a match is evidence for others
	certain       = 0.8  // likeness that needs no support
	least         = 0.12 // likeness below which nothing is joined
	undated       = 0.05 // what an unknown date costs
)

// edges returns the pairs that are renderings of one utterance, the surest first.
func (p *pool) edges(pairs []pair) []edge {
	var out []edge
	across := p.mutual(pairs)
	s := p.support(across)
	for _, c := range across {
		if e, ok := p.decide(c, s); ok {
			out = append(out, e)
		}
	}
	for _, q := range pairs {
		if p.article[q.i] == p.article[q.j] && p.repeats(q) {
			out = append(out, edge{q.i, q.j, 1 + q.alike})
		}
	}
	slices.SortFunc(out, byScore)
	return out
}

// choice is a pair matched between two articles, with its lead over the next best there.
type choice struct {
	pair
	lead float64
}

// complete adds to pairs all pairs between articles that seem to report one occasion: there a
// rendering with few words in common with its counterpart is still the best choice. Each article is
// compared in full with its closest partners only, which keeps the cost linear.
func (p *pool) complete(pairs []pair) []pair {
	s := p.support(p.mutual(pairs))
	items := make([][]int, p.articles)
	for i, a := range p.article {
		items[a] = append(items[a], i)
	}
	have := map[[2]int]bool{}
	for _, q := range pairs {
		have[[2]int{q.i, q.j}] = true
	}
	for _, k := range s.partners() {
		for _, i := range items[k[0]] {
			for _, j := range items[k[1]] {
				q := pair{i: min(i, j), j: max(i, j)}
				if !have[[2]int{q.i, q.j}] {
					p.compare(&q)
					pairs = append(pairs, q)
				}
			}
		}
	}
	slices.SortFunc(pairs, func(a, b pair) int { return cmp.Or(cmp.Compare(a.i, b.i), cmp.Compare(a.j, b.j)) })
	return pairs
}

// Articles are partners from partnerSupport on; each is compared with at most mostPartners.
const (
	partnerSupport = 0.4
	mostPartners   = 8
)

// partners returns the pairs of articles with the strongest support, the strongest first.
func (s support) partners() [][2]int {
	var keys [][2]int
	for k, sum := range s.sum {
		if sum+s.prior >= partnerSupport {
			keys = append(keys, k)
		}
	}
	slices.SortFunc(keys, func(a, b [2]int) int {
		return cmp.Or(cmp.Compare(s.sum[b], s.sum[a]), slices.Compare(a[:], b[:]))
	})
	count := map[int]int{}
	return slices.DeleteFunc(keys, func(k [2]int) bool {
		if count[k[0]] >= mostPartners || count[k[1]] >= mostPartners {
			return true
		}
		count[k[0]]++
		count[k[1]]++
		return false
	})
}

// mutual matches the items of each two articles one to one, the likest first, and returns the
// matches in that order of articles. The lead of a match is taken over items that no better match has taken.
// Pairs that cannot be one utterance do not compete.
func (p *pool) mutual(pairs []pair) []choice {
	between := map[[2]int][]pair{}
	for _, q := range pairs {
		if p.article[q.i] != p.article[q.j] && !p.apart(q) {
			k := p.key(q)
			between[k] = append(between[k], q)
		}
	}
	var out []choice
	for _, k := range slices.SortedFunc(maps.Keys(between), func(a, b [2]int) int { return slices.Compare(a[:], b[:]) }) {
		out = append(out, p.match(between[k])...)
	}
	return out
}

// match pairs the items of two articles, the likest first. A match leads by what it is ahead of all
// other pairs of its two items.
func (p *pool) match(pairs []pair) []choice {
	slices.SortFunc(pairs, func(a, b pair) int {
		return cmp.Or(cmp.Compare(b.alike, a.alike), cmp.Compare(a.i, b.i), cmp.Compare(a.j, b.j))
	})
	by := map[int][]pair{}
	for _, q := range pairs {
		by[q.i] = append(by[q.i], q)
		by[q.j] = append(by[q.j], q)
	}
	floor := p.floor(pairs, by)
	taken := map[int]bool{}
	var out []choice
	for _, q := range pairs {
		if taken[q.i] || taken[q.j] {
			continue
		}
		taken[q.i], taken[q.j] = true, true
		next := max(floor, p.rival(by[q.i], q, q.i), p.rival(by[q.j], q, q.j))
		out = append(out, choice{q, q.alike - next})
	}
	return out
}

// floor is the likeness that two items of the articles of pairs have by chance. Where all others
// are taken, what is left over is matched for want of a choice and must be the more alike.
func (p *pool) floor(pairs []pair, by map[int][]pair) float64 {
	free := 0
	for _, of := range by {
		if of[0].alike < settled {
			free++
		}
	}
	return background + scarcity/float64(1+max(0, free-2))
}

// rival is the likeness of the best pair of item i, from those given by descending likeness, that
// is not q and is not with a repetition of i's counterpart in q.
func (p *pool) rival(of []pair, q pair, i int) float64 {
	counterpart := q.i + q.j - i
	for _, r := range of {
		if other := r.i + r.j - i; r != q && !p.alikeItems(other, counterpart) {
			return r.alike
		}
	}
	return 0
}

// alikeItems reports whether one of two items says most of what the other says.
func (p *pool) alikeItems(i, j int) bool {
	a, b := p.items[i], p.items[j]
	if len(b.ideas) < len(a.ideas) {
		a, b = b, a
	}
	share, count := coverage(a, b)
	return count >= 2 && share >= 0.6
}

// apart reports whether the two cannot be one utterance.
func (p *pool) apart(q pair) bool {
	a, b := p.items[q.i], p.items[q.j]
	_, meet := a.days.meet(b.days)
	return !meet || contrary(a, b, q.words)
}

// support tells for each pair of articles how much their other matches speak for one occasion.
type support struct {
	p     *pool
	sum   map[[2]int]float64 // of the evidence
	mass  map[[2]int]float64 // sum of the evidence times likeness
	prior float64
}

func (p *pool) key(c pair) [2]int {
	a, b := p.article[c.i], p.article[c.j]
	return [2]int{min(a, b), max(a, b)}
}

// clear is how much of a likeness counts as evidence.
func clear(alike float64) float64 { return max(0, alike-clearFrom) }

func (p *pool) support(across []choice) support {
	s := support{p: p, sum: map[[2]int]float64{}, mass: map[[2]int]float64{}}
	for _, c := range across {
		s.sum[p.key(c.pair)] += clear(c.alike)
		s.mass[p.key(c.pair)] += clear(c.alike) * c.alike
	}
	// The fewer texts quote a speaker, the likelier two of them report the same occasion.
	s.prior = priorWeight * min(1, priorArticles/float64(max(1, p.articles-1)))
	return s
}

const (
	priorWeight   = 0.5
	priorArticles = 4
)

// of is the evidence for one occasion beside c itself, at most 1.
func (s support) of(c choice) float64 {
	return min(1, s.prior+s.sum[s.p.key(c.pair)]-clear(c.alike))
}

// usual is how alike the other matches of the two articles are, the clear ones counting most; 0
// for none.
func (s support) usual(c choice) float64 {
	k := s.p.key(c.pair)
	own := clear(c.alike)
	if s.sum[k]-own < 1e-9 {
		return 0
	}
	return (s.mass[k] - own*c.alike) / (s.sum[k] - own)
}

// decide returns the pair as an edge and whether it is one utterance.
func (p *pool) decide(c choice, s support) (edge, bool) {
	a, b := p.items[c.i], p.items[c.j]
	score := c.lead + alikeWeight*c.alike + supportWeight*s.of(c)
	score -= strayWeight * max(0, s.usual(c)-c.alike)
	length := gap(a, b)
	if c.shift {
		length = max(0, length-twice)
	}
	score -= lengthWeight * length
	shorter := max(fewWords, min(len(a.content), len(b.content)))
	score -= wordsWeight * math.Log(float64(shorter+1)/(usualWords+1))
	if !a.days.known() || !b.days.known() {
		score -= undated
	}
	sure := c.alike >= certain && !a.fragment && !b.fragment
	if p.rs[a.at].Speaker == "" {
		return edge{c.i, c.j, score}, sure // two unknown speakers are hardly ever the same
	}
	return edge{c.i, c.j, score}, c.alike >= least && (score >= threshold || sure)
}

// Repetition inside one article: nearly all of the shorter one's words, or, for a heading, the
// quoted words.
const repeatPart = 0.8

func (p *pool) repeats(q pair) bool {
	if p.apart(q) {
		return false
	}
	a, b := p.items[q.i], p.items[q.j]
	ra, rb := p.rs[a.at], p.rs[b.at]
	if (ra.Heading || rb.Heading) && (quotes(ra, b) || quotes(rb, a) || p.alikeItems(q.i, q.j)) {
		return true
	}
	if min(len(a.content), len(b.content)) <= fragmentWords {
		return join(a.words) == join(b.words)
	}
	return q.part >= repeatPart
}

// quotes reports whether the words r has between marks are among those of it.
func quotes(r Rendering, it *item) bool {
	if r.Quoted == "" {
		return false
	}
	quoted := make([]string, 0, 8)
	for _, t := range tokenize(r.Quoted) {
		quoted = append(quoted, t.lower)
	}
	return len(quoted) > 0 && contains(it.words, quoted)
}
