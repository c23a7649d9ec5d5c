// Package tagger labels the positions of a sequence: words with the parts of names, or of
// quotations.
//
// In go the features of each position as hashes; out comes one label per position. The model is a
// linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) whose features are
// hashed into buckets (Weinberger et al. 2009), trained by stochastic gradient descent with a
// Gaussian prior (Bottou 2010) and averaged over the later epochs. Its weights are rounded to whole
// numbers, so decoding is exact (Viterbi 1967) and the same on every machine.
package tagger

import (
	"slices"
	"strings"
)

// Hash is a feature, or the beginning of one: Start.Int(template).String(word).
type Hash uint64

// Start is the hash of nothing (the offset of FNV-1a).
const Start Hash = 0xcbf29ce484222325

const prime = 0x100000001b3

// String returns h with s appended; "a" and "bc" give another hash than "ab" and "c".
func (h Hash) String(s string) Hash {
	for i := 0; i < len(s); i++ {
		h = (h ^ Hash(s[i])) * prime
	}
	return (h ^ 0xff) * prime // 0xff is in no UTF-8 text
}

// Int returns h with i appended.
func (h Hash) Int(i int) Hash {
	h ^= Hash(i) * 0x9e3779b97f4a7c15
	h *= prime
	return h ^ h>>29
}

// bucket returns the place of h among 1<<bits. FNV mixes its high bits badly for short inputs, so
// h is finished as in SplitMix64 (Steele, Lea and Flood 2014).
func (h Hash) bucket(bits int) uint32 {
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return uint32((h ^ h>>31) >> (64 - bits))
}

// Features holds the features of the positions of one sequence.
type Features struct {
	hashes []Hash
	ends   []int
}

// Add adds a feature to the position that Next will close.
func (f *Features) Add(h Hash) { f.hashes = append(f.hashes, h) }

// Next closes a position, which may be without features.
func (f *Features) Next() { f.ends = append(f.ends, len(f.hashes)) }

// Len returns how many positions were closed.
func (f *Features) Len() int { return len(f.ends) }

// Reset makes f empty and keeps its memory.
func (f *Features) Reset() { f.hashes, f.ends = f.hashes[:0], f.ends[:0] }

// at returns the features of position t.
func (f *Features) at(t int) []Hash {
	first := 0
	if t > 0 {
		first = f.ends[t-1]
	}
	return f.hashes[first:f.ends[t]]
}

// Set is a set of label indices; the empty one stands for all of them.
type Set uint64

// With returns s and label.
func (s Set) With(label int) Set { return s | 1<<label }

func (s Set) has(label int) bool { return s == 0 || s>>label&1 == 1 }

// BIO reports whether label next may follow prev in the scheme of Ramshaw and Marcus (1995):
// inside a chunk is only what began. An empty label stands before the first and behind the last.
func BIO(prev, next string) bool {
	kind, inside := strings.CutPrefix(next, "I-")
	if !inside {
		return true
	}
	return prev == "B-"+kind || prev == "I-"+kind
}

// Model is a trained tagger. It is never changed and may be used by several goroutines.
type Model struct {
	labels []string
	bits   int
	step   float64 // what a weight of 1 stands for
	// next holds the weights of label pairs; row 0 is the start, row 1+a what follows label a;
	// the last column is the end.
	next []int32
	rows []int32 // bucket → index of its row in cells plus one, 0 for none
	cell []int16 // rows of one weight per label
}

// Labels returns the labels in the order of their indices.
func (m *Model) Labels() []string { return slices.Clone(m.labels) }

// Label returns the index of a label, -1 if there is none of that name.
func (m *Model) Label(name string) int { return slices.Index(m.labels, name) }

// Scores far below every sum of weights: a pair that may not follow, a label that is not allowed.
const (
	forbidden  = -1 << 22
	disallowed = -1 << 25
)

// emit adds the weights of the features of position t to scores, one per label.
func (m *Model) emit(f *Features, t int, allowed []Set, scores []int32) {
	clear(scores)
	n := len(scores)
	for _, h := range f.at(t) {
		r := int(m.rows[h.bucket(m.bits)])
		if r == 0 {
			continue
		}
		for y, w := range m.cell[(r-1)*n : r*n : r*n] {
			scores[y] += int32(w)
		}
	}
	if t >= len(allowed) {
		return
	}
	for y := range scores {
		if !allowed[t].has(y) {
			scores[y] = disallowed
		}
	}
}

// Tag returns the labels with the highest score together. Only labels in allowed[t] may stand at
// position t; a nil slice and an empty set allow all. Where no sequence keeps to all rules, the
// allowed labels win over the pairs that may follow each other.
func (m *Model) Tag(f *Features, allowed []Set) []int {
	n, length := len(m.labels), f.Len()
	if length == 0 {
		return nil
	}
	back := make([]uint8, length*n)
	best, prev, scores := make([]int32, n), make([]int32, n), make([]int32, n)
	m.emit(f, 0, allowed, best)
	for y := range best {
		best[y] += m.next[y]
	}
	for t := 1; t < length; t++ {
		best, prev = prev, best
		level(prev)
		m.emit(f, t, allowed, scores)
		m.before(prev, best, back[t*n:t*n+n])
		for y := range best {
			best[y] += scores[y]
		}
	}
	level(best)
	for y := range best {
		best[y] += m.next[(1+y)*(n+1)+n]
	}
	out := make([]int, length)
	out[length-1] = argmax(best)
	for t := length - 1; t > 0; t-- {
		out[t-1] = int(back[t*n+out[t]])
	}
	return out
}

// before computes for each label the best score of what may stand before it.
func (m *Model) before(prev, best []int32, back []uint8) {
	n := len(prev)
	for y := range best {
		best[y] = -1 << 30
	}
	for a, score := range prev {
		for y, w := range m.next[(1+a)*(n+1) : (1+a)*(n+1)+n] {
			if s := score + w; s > best[y] {
				best[y], back[y] = s, uint8(a)
			}
		}
	}
}

// level lowers scores so that the highest is 0: sums never overflow, however long the sequence.
func level(scores []int32) {
	top := slices.Max(scores)
	for y := range scores {
		scores[y] -= top
	}
}

// argmax returns the first index of the highest score.
func argmax(scores []int32) int {
	best := 0
	for y, s := range scores {
		if s > scores[best] {
			best = y
		}
	}
	return best
}

// Marginals returns for each position the probability of each label, given the whole sequence and
// what allowed leaves.
func (m *Model) Marginals(f *Features, allowed []Set) [][]float64 {
	n, length := len(m.labels), f.Len()
	c := newChain(n)
	c.grow(length)
	for i, w := range m.next {
		c.pairs[i] = m.potential(w)
	}
	scores := make([]int32, n)
	for t := range length {
		m.emit(f, t, allowed, scores)
		top := slices.Max(scores)
		for y, s := range scores {
			c.emit[t*n+y] = m.potential(max(s-top, forbidden))
		}
	}
	c.run(length)
	out := make([][]float64, length)
	for t := range out {
		out[t] = c.marginal[t*n : t*n+n : t*n+n]
	}
	return out
}

// potential returns the factor a weight stands for. Forbidden ones keep a trace, lest no sequence
// be left.
func (m *Model) potential(w int32) float64 { return exp(max(float64(float64(w)*m.step), -60)) }
