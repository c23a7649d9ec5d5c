package tagger

import "math"

// Sequence is a sequence of positions with its labels, as indices into Options.Labels.
type Sequence struct {
	Features Features
	Labels   []int
}

// Options says how to train; fields that are 0 take the value in brackets.
type Options struct {
	Labels   []string // at most 64
	Bits     int      // log2 of the number of buckets (18)
	Epochs   int      // passes over the examples (20)
	L2       float64  // strength of the prior: the sum of -log p plus L2/2·|w|² is made small (1)
	Rate     float64  // size of the first steps (0.1)
	MinCount int      // buckets that occur at fewer positions are left out (1)
	Seed     uint64   // of the order of the examples
	Step     float64  // what weights are rounded to multiples of (0.02)
	// Valid says which label may follow which; nil allows all pairs. An empty label stands before
	// the first and behind the last.
	Valid func(prev, next string) bool
}

// defaults returns o with the values for what is not given.
func (o Options) defaults() Options {
	o.Bits = or(o.Bits, 18)
	o.Epochs = or(o.Epochs, 20)
	o.L2 = or(o.L2, 1)
	o.Rate = or(o.Rate, 0.1)
	o.MinCount = or(o.MinCount, 1)
	o.Step = or(o.Step, 0.02)
	if o.Valid == nil {
		o.Valid = func(string, string) bool { return true }
	}
	return o
}

func or[T int | float64](v, other T) T {
	if v == 0 {
		return other
	}
	return v
}

// trainer is the state of one training. The weights are scale times pair and cell, so that the
// prior costs one multiplication per example (Shalev-Shwartz et al. 2011).
type trainer struct {
	opt   Options
	n     int
	ids   []int32 // bucket → index of its row plus one
	rows  int
	data  [][]int32 // examples → row of each feature, positions ended by -1
	gold  [][]int
	valid []bool
	scale float64
	pair  []float64
	cell  []float64
	chain *chain
}

// Train returns the model of examples. Equal arguments give equal models, byte for byte.
func Train(examples []Sequence, opt Options) *Model {
	opt = opt.defaults()
	tr := &trainer{opt: opt, n: len(opt.Labels), scale: 1, chain: newChain(len(opt.Labels))}
	tr.read(examples)
	tr.pairs()
	tr.cell = make([]float64, tr.rows*tr.n)
	sumPair, sumCell := make([]float64, len(tr.pair)), make([]float64, len(tr.cell))
	rand := NewRandom(opt.Seed)
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	averaged, seen := 0, 0
	for epoch := range opt.Epochs {
		rand.shuffle(order)
		for _, i := range order {
			tr.learn(i, seen)
			seen++
		}
		// the average of late weights is steadier than the last ones (Polyak and Juditsky 1992)
		if epoch >= opt.Epochs/2 {
			averaged++
			addTo(sumPair, tr.pair, tr.scale)
			addTo(sumCell, tr.cell, tr.scale)
		}
	}
	tr.pair, tr.cell, tr.scale = sumPair, sumCell, 1/float64(max(averaged, 1))
	return tr.model()
}

// read counts the buckets, gives a row to each that is frequent enough, and stores the examples as rows.
func (tr *trainer) read(examples []Sequence) {
	count := make([]int32, 1<<tr.opt.Bits)
	for i := range examples {
		for _, h := range examples[i].Features.hashes {
			count[h.bucket(tr.opt.Bits)]++
		}
	}
	tr.ids = make([]int32, len(count))
	for b, c := range count {
		if int(c) >= tr.opt.MinCount && c > 0 {
			tr.rows++
			tr.ids[b] = int32(tr.rows)
		}
	}
	for i := range examples {
		f := &examples[i].Features
		var rows []int32
		for t := range f.Len() {
			for _, h := range f.at(t) {
				if id := tr.ids[h.bucket(tr.opt.Bits)]; id > 0 {
					rows = append(rows, id-1)
				}
			}
			rows = append(rows, -1)
		}
		tr.data = append(tr.data, rows)
		tr.gold = append(tr.gold, examples[i].Labels)
	}
}

// pairs asks which pairs of labels are valid; the border is the empty label.
func (tr *trainer) pairs() {
	n := tr.n
	name := func(i int) string {
		if i < 0 || i >= n {
			return ""
		}
		return tr.opt.Labels[i]
	}
	tr.pair = make([]float64, (n+1)*(n+1))
	tr.valid = make([]bool, len(tr.pair))
	for a := range n + 1 {
		for y := range n + 1 {
			tr.valid[a*(n+1)+y] = tr.opt.Valid(name(a-1), name(y))
		}
	}
}

// learn makes a step towards example i; seen is the number of steps before.
func (tr *trainer) learn(i, seen int) {
	gold := tr.gold[i]
	length := len(gold)
	if length == 0 {
		return
	}
	tr.potentials(i, length)
	tr.chain.run(length)
	clear(tr.chain.pair)
	tr.chain.expect(length)
	prior := tr.opt.L2 / float64(len(tr.data))
	rate := tr.opt.Rate / (1 + float64(float64(tr.opt.Rate*prior)*float64(seen)))
	tr.scale = float64(tr.scale * (1 - float64(rate*prior)))
	tr.update(i, rate/tr.scale)
	if tr.scale < 1e-6 {
		tr.rescale()
	}
}

// rescale multiplies the scale into the weights.
func (tr *trainer) rescale() {
	for i := range tr.pair {
		tr.pair[i] = float64(tr.pair[i] * tr.scale)
	}
	for i := range tr.cell {
		tr.cell[i] = float64(tr.cell[i] * tr.scale)
	}
	tr.scale = 1
}

// potentials fills the chain for example i.
func (tr *trainer) potentials(i, length int) {
	n, c := tr.n, tr.chain
	c.grow(length)
	for k, w := range tr.pair {
		c.pairs[k] = 0
		if tr.valid[k] {
			c.pairs[k] = exp(float64(w * tr.scale))
		}
	}
	emit := c.emit[:length*n]
	clear(emit)
	t := 0
	for _, row := range tr.data[i] {
		if row < 0 {
			t++
			continue
		}
		scores := emit[t*n : t*n+n]
		for y, w := range tr.cell[int(row)*n : int(row)*n+n] {
			scores[y] += w
		}
	}
	for t := range length {
		scores := emit[t*n : t*n+n]
		top := math.Inf(-1)
		for _, s := range scores {
			top = max(top, s)
		}
		for y, s := range scores {
			scores[y] = exp(float64((s - top) * tr.scale))
		}
	}
}

// update adds the gradient of example i times rate: what is there minus what the model expects.
func (tr *trainer) update(i int, rate float64) {
	n, c, gold := tr.n, tr.chain, tr.gold[i]
	delta := c.marginal[:len(gold)*n]
	prev := 0
	for t, y := range gold {
		delta[t*n+y]--
		c.pair[prev*(n+1)+y]--
		prev = 1 + y
	}
	c.pair[prev*(n+1)+n]--
	for k, d := range c.pair {
		tr.pair[k] -= float64(rate * d)
	}
	for k := range delta {
		delta[k] = float64(delta[k] * rate)
	}
	t := 0
	for _, row := range tr.data[i] {
		if row < 0 {
			t++
			continue
		}
		cell := tr.cell[int(row)*n : int(row)*n+n]
		for y, d := range delta[t*n : t*n+n] {
			cell[y] -= d
		}
	}
}

// addTo adds v times by to sum.
func addTo(sum, v []float64, by float64) {
	for i, x := range v {
		sum[i] += float64(x * by)
	}
}

// model rounds the weights.
func (tr *trainer) model() *Model {
	n := tr.n
	m := &Model{labels: append([]string(nil), tr.opt.Labels...), bits: tr.opt.Bits, step: tr.opt.Step, rows: make([]int32, len(tr.ids))}
	for k, w := range tr.pair {
		q := int32(tr.round(w))
		if !tr.valid[k] {
			q = forbidden
		}
		m.next = append(m.next, q)
	}
	used := int32(0)
	row := make([]int16, n)
	for b, id := range tr.ids {
		if id == 0 {
			continue
		}
		any := false
		for y, w := range tr.cell[int(id-1)*n : int(id)*n] {
			row[y] = int16(tr.round(w))
			any = any || row[y] != 0
		}
		if any {
			used++
			m.rows[b] = used
			m.cell = append(m.cell, row...)
		}
	}
	return m
}

// round returns a weight in steps, at most what an int16 holds.
func (tr *trainer) round(w float64) int {
	q := math.Round(float64(w*tr.scale) / tr.opt.Step)
	return int(max(min(q, math.MaxInt16), -math.MaxInt16))
}

// Random is the generator SplitMix64 (Steele, Lea and Flood 2014): what is drawn in training shall
// not depend on the version of a library.
type Random uint64

// NewRandom returns a generator that begins at seed.
func NewRandom(seed uint64) *Random {
	r := Random(seed)
	return &r
}

// Below returns a number from 0 up to n, which is excluded.
func (r *Random) Below(n int) int { return int(r.next() % uint64(n)) }

func (r *Random) next() uint64 {
	*r += 0x9e3779b97f4a7c15
	z := uint64(*r)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// shuffle permutes order (Fisher and Yates).
func (r *Random) shuffle(order []int) {
	for i := len(order) - 1; i > 0; i-- {
		j := r.Below(i + 1)
		order[i], order[j] = order[j], order[i]
	}
}
