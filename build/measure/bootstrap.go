package measure

import (
	"fmt"
	"io"
	"math/bits"
	"slices"
)

// The paired bootstrap over texts, after Berg-Kirkpatrick, Burkett and Klein, "An Empirical
// Investigation of Statistical Significance in NLP" (EMNLP 2012): samples of as many texts are
// drawn with replacement, and the interval holds 95 % of the samples' scores.
const (
	samples       = 1000
	lower, upper  = 25, 974 // the limits' places among the ordered samples
	bootstrapSeed = 20240501
)

// Interval is a bootstrap interval of an F1 or of a difference of two.
type Interval struct {
	Name         string
	Lower, Upper float64
	Better       float64 // share of the samples above zero
}

// TimeIntervals returns an interval for each score of the texts; if other is not nil, which then has
// another system's expressions in each text, for the difference of the scores to that system's.
func TimeIntervals(texts []TimeText, other [][]Expression) []Interval {
	ours, theirs := perText(texts), make([]TimeCounts, len(texts))
	for i := range other {
		theirs[i] = CountTimes(texts[i].Gold, other[i])
	}
	random := newTwister(bootstrapSeed)
	drawn := map[string][]float64{}
	for range samples {
		var a, b TimeCounts
		for range texts {
			i := random.below(len(texts))
			a, b = a.plus(ours[i]), b.plus(theirs[i])
		}
		base := b.Scores().rows()
		for k, r := range a.Scores().rows() {
			f := r.F1
			if other != nil {
				f -= base[k].F1
			}
			drawn[r.name] = append(drawn[r.name], f)
		}
	}
	var out []Interval
	for _, r := range (TimeScores{}).rows() {
		v := drawn[r.name]
		slices.Sort(v)
		better := number(v, func(x float64) bool { return x > 0 })
		out = append(out, Interval{r.name, v[lower], v[upper], ratio(better, len(v))})
	}
	return out
}

// PrintTimeIntervals writes the intervals of TimeIntervals.
func PrintTimeIntervals(w io.Writer, texts []TimeText, other [][]Expression) {
	title := "F1, 95% bootstrap interval (1000, documents):"
	if other != nil {
		var sum TimeCounts
		for i := range other {
			sum = sum.plus(CountTimes(texts[i].Gold, other[i]))
		}
		sum.Print(w, "--vs")
		title = "F1 difference --pred minus --vs, paired bootstrap (1000, documents):"
	}
	fmt.Fprintln(w, title)
	for _, v := range TimeIntervals(texts, other) {
		fmt.Fprintf(w, "  %-15s %+6.1f .. %+6.1f", v.Name, 100*v.Lower, 100*v.Upper)
		if other != nil {
			fmt.Fprintf(w, "   better in %5.1f%% of samples", 100*v.Better)
		}
		fmt.Fprintln(w)
	}
}

// twister is MT19937 of Matsumoto and Nishimura, "Mersenne Twister" (ACM TOMACS 8, 1998), seeded and
// drawn from as Python's random does: with the same texts, both draw the same samples.
type twister struct {
	state [624]uint32
	next  int
}

// newTwister seeds by the authors' init_by_array with a key of one word.
func newTwister(key uint32) *twister {
	t := &twister{next: 624}
	s := &t.state
	s[0] = 19650218
	for i := 1; i < len(s); i++ {
		s[i] = 1812433253*(s[i-1]^s[i-1]>>30) + uint32(i)
	}
	i := 1
	step := func() {
		if i++; i == len(s) {
			s[0], i = s[len(s)-1], 1
		}
	}
	for range s {
		s[i] = (s[i] ^ (s[i-1]^s[i-1]>>30)*1664525) + key
		step()
	}
	for range len(s) - 1 {
		s[i] = (s[i] ^ (s[i-1]^s[i-1]>>30)*1566083941) - uint32(i)
		step()
	}
	s[0] = 1 << 31
	return t
}

// word returns the next 32 random bits.
func (t *twister) word() uint32 {
	if t.next == len(t.state) {
		t.twist()
	}
	y := t.state[t.next]
	t.next++
	y ^= y >> 11
	y ^= y << 7 & 0x9d2c5680
	y ^= y << 15 & 0xefc60000
	return y ^ y>>18
}

func (t *twister) twist() {
	s := &t.state
	for i := range s {
		y := s[i]&(1<<31) | s[(i+1)%624]&(1<<31-1)
		s[i] = s[(i+397)%624] ^ y>>1
		if y&1 == 1 {
			s[i] ^= 0x9908b0df
		}
	}
	t.next = 0
}

// below returns a random number from 0 to n-1, n at least 1: the first of the needed bits that is less than n.
func (t *twister) below(n int) int {
	shift := 32 - bits.Len(uint(n))
	for {
		if r := int(t.word() >> shift); r < n {
			return r
		}
	}
}
