package measure

import (
	"slices"

	"wortlaut/build/read/quotation"
)

// Average is a macro average over annotations with the micro average of the same tokens beside it.
// Gold and Predicted are the numbers of annotations the recall and the precision are means of.
type Average struct {
	Score
	Micro           Score
	Gold, Predicted int
}

// Official are the scores of the corpus's own evaluation.
type Official struct {
	Parts           [parts]Average
	Roles, Joint    Average // the four roles pooled; with the content
	Type            Score   // of the labels over the pairs, micro
	Gold, Predicted int     // quotations
}

// sides are the two readings of one text.
type sides struct{ gold, predicted []Quote }

// official computes the metrics of the corpus's evaluation.
//
// The quotations of a text are paired one to one so that the summed token F1 of their contents is
// greatest; 0.01 is added for the same type where they overlap, and what is left over on both sides
// is paired as well. For each pair and each quotation without partner the token precision and recall
// of every part are taken, where they are defined: |G ∩ S| / |S| and |G ∩ S| / |G|. The scores are
// the means of all that are defined, pooled over the parts in question; F1 is the harmonic mean of
// mean precision and mean recall. (The original adds 0.001 for the same medium, which we do not predict.)
func official(docs []sides) Official {
	var t tally
	for _, d := range docs {
		t.gold += len(d.gold)
		t.predicted += len(d.predicted)
		t.document(d)
	}
	roles := []Part{Addressee, Cue, Frame, Speaker}
	out := Official{Roles: t.average(roles...), Joint: t.average(slices.Concat([]Part{Content}, roles)...), Type: t.labels.Score(), Gold: t.gold, Predicted: t.predicted}
	for p := range parts {
		out.Parts[p] = t.average(p)
	}
	return out
}

// tally collects what the averages are made of.
type tally struct {
	precision, recall [parts][]float64
	micro             [parts]Counts
	labels            Counts
	gold, predicted   int
}

func (t *tally) document(d sides) {
	leftGold, leftPredicted := indices(d.gold), indices(d.predicted)
	for _, p := range Assign(gains(d)) {
		t.pair(&d.gold[p.Gold], &d.predicted[p.Predicted])
		leftGold[p.Gold], leftPredicted[p.Predicted] = -1, -1
	}
	for _, j := range leftPredicted {
		if j >= 0 {
			t.pair(nil, &d.predicted[j])
		}
	}
	for _, i := range leftGold {
		if i >= 0 {
			t.pair(&d.gold[i], nil)
		}
	}
}

func indices[T any](list []T) []int {
	out := make([]int, len(list))
	for i := range out {
		out[i] = i
	}
	return out
}

// gains is the negative weight of every pair, computed in the order of the original, so that ties stay ties.
func gains(d sides) [][]float64 {
	out := make([][]float64, len(d.gold))
	for i, g := range d.gold {
		out[i] = make([]float64, len(d.predicted))
		for j, s := range d.predicted {
			both := common(g.Parts[Content], s.Parts[Content])
			if both == 0 {
				continue
			}
			x := harmonic(ratio(both, len(s.Parts[Content])), ratio(both, len(g.Parts[Content])))
			if g.Type == s.Type {
				x += 0.01
			}
			out[i][j] = -x
		}
	}
	return out
}

// pair counts a pair; one of the two may be nil.
func (t *tally) pair(g, s *Quote) {
	var gold, predicted Quote
	if g != nil {
		gold = *g
	}
	if s != nil {
		predicted = *s
	}
	for p := range parts {
		a, b := gold.Parts[p], predicted.Parts[p]
		both := common(a, b)
		if len(b) > 0 {
			t.precision[p] = append(t.precision[p], ratio(both, len(b)))
		}
		if len(a) > 0 {
			t.recall[p] = append(t.recall[p], ratio(both, len(a)))
		}
		t.micro[p] = t.micro[p].plus(Counts{both, len(b) - both, len(a) - both})
	}
	switch {
	case gold.Type == predicted.Type:
		t.labels.TP++
	default:
		if s != nil {
			t.labels.FP++
		}
		if g != nil {
			t.labels.FN++
		}
	}
}

func (t *tally) average(of ...Part) Average {
	var precision, recall []float64
	var micro Counts
	for _, p := range of {
		precision, recall = append(precision, t.precision[p]...), append(recall, t.recall[p]...)
		micro = micro.plus(t.micro[p])
	}
	p, r := mean(precision), mean(recall)
	return Average{Score: Score{p, r, harmonic(p, r)}, Micro: micro.Score(), Gold: len(recall), Predicted: len(precision)}
}

// cut returns both sides of every text with only the quotations of a type; of "", with all.
func cut(texts []Text, label quotation.Label) []sides {
	out := make([]sides, len(texts))
	for i, t := range texts {
		out[i] = sides{only(t.Gold, label), only(t.Predicted, label)}
	}
	return out
}

func only(list []Quote, label quotation.Label) []Quote {
	if label == "" {
		return list
	}
	var out []Quote
	for _, q := range list {
		if q.Type == label {
			out = append(out, q)
		}
	}
	return out
}
