package measure

import (
	"cmp"
	"slices"

	"wortlaut/build/read/quotation"
)

// tokenLevel scores each part by the union of its tokens in a text, without pairs.
func tokenLevel(docs []sides) [parts]Score {
	var out [parts]Score
	for p := range parts {
		var c Counts
		for _, d := range docs {
			a, b := union(d.gold, p), union(d.predicted, p)
			both := common(a, b)
			c = c.plus(Counts{both, len(b) - both, len(a) - both})
		}
		out[p] = c.Score()
	}
	return out
}

func union(list []Quote, p Part) []int {
	var out []int
	for _, q := range list {
		out = append(out, q.Parts[p]...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// overlap is the intersection over union of two contents.
func overlap(g, s *Quote) float64 {
	a, b := g.Parts[Content], s.Parts[Content]
	both := common(a, b)
	return ratio(both, len(a)+len(b)-both)
}

// matched pairs the quotations of a text one to one whose contents' intersection over union is at least
// least, and returns the pairs in the order they are made: the greatest first, of equal ones that
// with the same type, then by place.
func matched(d sides, least float64) []Pairing {
	type candidate struct {
		overlap   float64
		otherType int
		Pairing
	}
	var list []candidate
	for i := range d.gold {
		for j := range d.predicted {
			g, s := &d.gold[i], &d.predicted[j]
			x := overlap(g, s)
			if x == 0 || x < least {
				continue
			}
			c := candidate{overlap: x, Pairing: Pairing{i, j}}
			if g.Type != s.Type {
				c.otherType = 1
			}
			list = append(list, c)
		}
	}
	slices.SortFunc(list, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.overlap, a.overlap), cmp.Compare(a.otherType, b.otherType), cmp.Compare(a.Gold, b.Gold), cmp.Compare(a.Predicted, b.Predicted))
	})
	var out []Pairing
	gold, predicted := make([]bool, len(d.gold)), make([]bool, len(d.predicted))
	for _, c := range list {
		if !gold[c.Gold] && !predicted[c.Predicted] {
			gold[c.Gold], predicted[c.Predicted] = true, true
			out = append(out, c.Pairing)
		}
	}
	return out
}

// partners returns for each of n gold quotations the prediction it is paired with, -1 for none.
func partners(pairs []Pairing, n int) []int {
	out := none(n)
	for _, p := range pairs {
		out[p.Gold] = p.Predicted
	}
	return out
}

// half is the intersection over union from which a quotation counts as found.
const half = 0.5

// Spans are the scores of contents as wholes.
type Spans struct {
	Exact Score // equal token for token
	Half  Score // intersection over union at least ½
}

func spanLevel(docs []sides) Spans {
	var exact, near Counts
	for _, d := range docs {
		exact = exact.plus(pairsOf(d, 1))
		near = near.plus(pairsOf(d, half))
	}
	return Spans{exact.Score(), near.Score()}
}

func pairsOf(d sides, least float64) Counts {
	n := len(matched(d, least))
	return Counts{n, len(d.predicted) - n, len(d.gold) - n}
}

// Confusion says how the gold quotations of a type were read.
type Confusion struct {
	Gold, Found int
	As          []Labelled // the most frequent first, then by first occurrence
}

// Labelled is how often a quotation was found under a type.
type Labelled struct {
	Type quotation.Label
	N    int
}

// confusions counts the gold quotations of a type that were found under whatever type.
func confusions(docs []sides, label quotation.Label) Confusion {
	var out Confusion
	for _, d := range docs {
		out.Gold += len(only(d.gold, label))
		for _, p := range matched(d, half) {
			if d.gold[p.Gold].Type == label {
				out.Found++
				out.add(d.predicted[p.Predicted].Type)
			}
		}
	}
	slices.SortStableFunc(out.As, func(a, b Labelled) int { return cmp.Compare(b.N, a.N) })
	return out
}

func (c *Confusion) add(label quotation.Label) {
	i := slices.IndexFunc(c.As, func(l Labelled) bool { return l.Type == label })
	if i < 0 {
		i, c.As = len(c.As), append(c.As, Labelled{Type: label})
	}
	c.As[i].N++
}
