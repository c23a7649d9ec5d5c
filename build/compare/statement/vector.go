package statement

import (
	"cmp"
	"math"
	"slices"
)

// term is a feature of a text with its weight.
type term struct {
	id     int32
	weight float64
}

// vector is a sparse vector by ascending id.
type vector []term

// dot is the scalar product of a and b.
func dot(a, b vector) float64 {
	sum, i, j := 0.0, 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i].id < b[j].id:
			i++
		case a[i].id > b[j].id:
			j++
		default:
			sum += a[i].weight * b[j].weight
			i, j = i+1, j+1
		}
	}
	return sum
}

// unit scales v in place to length 1 and returns its former length.
func (v vector) unit() float64 {
	length := math.Sqrt(dot(v, v))
	for i := range v {
		v[i].weight /= max(length, 1e-9)
	}
	return length
}

// space numbers features and counts the texts they occur in.
type space struct {
	ids   map[string]int32
	count []int
	texts int
}

// id returns the number of a feature, a new one for a new feature.
func (s *space) id(feature string) int32 {
	id, ok := s.ids[feature]
	if !ok {
		id = int32(len(s.count))
		s.ids[feature] = id
		s.count = append(s.count, 0)
	}
	return id
}

// add returns the features of one text as a vector and counts the text. A feature that occurs more
// than once has its greatest weight; nil weights are all 1.
func (s *space) add(features []string, weights []float64) vector {
	v := make(vector, len(features))
	for i, f := range features {
		v[i] = term{s.id(f), 1}
		if weights != nil {
			v[i].weight = weights[i]
		}
	}
	slices.SortFunc(v, func(a, b term) int {
		return cmp.Or(cmp.Compare(a.id, b.id), cmp.Compare(b.weight, a.weight))
	})
	v = slices.CompactFunc(v, func(a, b term) bool { return a.id == b.id })
	for _, t := range v {
		s.count[t.id]++
	}
	s.texts++
	return v
}

// rarity is the inverse document frequency of a feature.
func (s *space) rarity(id int32) float64 {
	return math.Log(float64(s.texts+1) / float64(max(1, s.count[id])))
}

// weigh multiplies the weights of v by the rarity of their features, in place.
func (s *space) weigh(v vector) {
	for i := range v {
		v[i].weight *= s.rarity(v[i].id)
	}
}
