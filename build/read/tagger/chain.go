package tagger

import "math"

// chain computes marginals by the forward-backward algorithm (Rabiner 1989, section V.A on
// scaling). Products are converted to float64 one by one, which forbids the compiler to fuse them
// with a sum: the weights come out the same on every processor.
type chain struct {
	n        int
	pairs    []float64 // factors of label pairs, in the layout of Model.next
	emit     []float64 // factors of labels at positions; input
	forward  []float64
	backward []float64
	marginal []float64 // output
	pair     []float64 // output of expect: expected counts, in the layout of Model.next
}

func newChain(labels int) *chain {
	size := (labels + 1) * (labels + 1)
	return &chain{n: labels, pairs: make([]float64, size), pair: make([]float64, size)}
}

// grow makes room for length positions.
func (c *chain) grow(length int) {
	if size := length * c.n; len(c.emit) < size {
		c.emit, c.forward = make([]float64, size), make([]float64, size)
		c.backward, c.marginal = make([]float64, size), make([]float64, size)
	}
}

// run fills forward, backward and marginal for the first length positions.
func (c *chain) run(length int) {
	if length == 0 {
		return
	}
	n := c.n
	for y := range n {
		c.forward[y] = float64(c.pairs[y] * c.emit[y])
		c.backward[(length-1)*n+y] = c.pairs[(1+y)*(n+1)+n]
	}
	normalise(c.forward[:n])
	for t := 1; t < length; t++ {
		c.ahead(c.forward[(t-1)*n:t*n], c.emit[t*n:t*n+n], c.forward[t*n:t*n+n])
	}
	normalise(c.backward[(length-1)*n : length*n])
	for t := length - 2; t >= 0; t-- {
		c.behind(c.backward[(t+1)*n:(t+2)*n], c.emit[(t+1)*n:(t+2)*n], c.backward[t*n:t*n+n])
	}
	for i := range length * n {
		c.marginal[i] = float64(c.forward[i] * c.backward[i])
	}
	for t := range length {
		normalise(c.marginal[t*n : t*n+n])
	}
}

func (c *chain) ahead(prev, emit, out []float64) {
	n := c.n
	clear(out)
	for a, p := range prev {
		for y, w := range c.pairs[(1+a)*(n+1) : (1+a)*(n+1)+n] {
			out[y] += float64(p * w)
		}
	}
	for y := range out {
		out[y] = float64(out[y] * emit[y])
	}
	normalise(out)
}

func (c *chain) behind(next, emit, out []float64) {
	n := c.n
	for a := range out {
		sum := 0.0
		for y, w := range c.pairs[(1+a)*(n+1) : (1+a)*(n+1)+n] {
			sum += float64(w * float64(emit[y]*next[y]))
		}
		out[a] = sum
	}
	normalise(out)
}

// expect adds the expected counts of label pairs to c.pair; run comes first.
func (c *chain) expect(length int) {
	n := c.n
	joint := make([]float64, n*n)
	for t := 1; t < length; t++ {
		sum := 0.0
		for a := range n {
			p := c.forward[(t-1)*n+a]
			row := c.pairs[(1+a)*(n+1) : (1+a)*(n+1)+n]
			for y, w := range row {
				v := float64(float64(p*w) * float64(c.emit[t*n+y]*c.backward[t*n+y]))
				joint[a*n+y] = v
				sum += v
			}
		}
		for a := range n {
			for y := range n {
				c.pair[(1+a)*(n+1)+y] += joint[a*n+y] / sum
			}
		}
	}
	for y := range n {
		c.pair[y] += c.marginal[y]
		c.pair[(1+y)*(n+1)+n] += c.marginal[(length-1)*n+y]
	}
}

// normalise divides v by its sum.
func normalise(v []float64) {
	sum := 0.0
	for _, x := range v {
		sum += x
	}
	if sum <= 0 {
		for i := range v {
			v[i] = 1 / float64(len(v))
		}
		return
	}
	for i := range v {
		v[i] /= sum
	}
}

// exp returns e to the power of x for x of at most 700. math.Exp is written per processor and
// differs in the last bit; this one does not (Taylor series after cutting off powers of two).
func exp(x float64) float64 {
	if x < -700 {
		return 0
	}
	x = min(x, 700)
	const ln2 = 0.6931471805599453
	k := int(x / ln2)
	r := x - float64(float64(k)*ln2)
	sum, term := 1.0, 1.0
	for i := 1; i <= 14; i++ {
		term = float64(term*r) / float64(i)
		sum += term
	}
	return float64(sum * power(k))
}

// power returns 2 to the power of k for |k| ≤ 1021.
func power(k int) float64 { return math.Float64frombits(uint64(k+1023) << 52) }
