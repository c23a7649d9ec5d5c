// Package measure computes the official metrics of the published corpora, and those of this
// project's own where a corpus has none.
//
// In go a corpus as its authors publish it and what the stages read in its texts; out come counts,
// scores and their tables. Everything but the readers of the corpora is a pure function of gold and
// prediction. Spans are half-open byte offsets into the corpus's text.
//
//	quotations  Petersen-Frey and Biemann, "Dataset of Quotation Attribution in German News Articles"
//	            (LREC-COLING 2024), JSON; pairs by the assignment problem, scores by tokens
//	times       Strötgen, Minard, Lange, Speranza and Magnini, "KRAUTS" (LREC 2018), TimeML; scores
//	            after UzZaman et al., "SemEval-2013 Task 1: TempEval-3"
//	names       Benikova, Biemann and Reznicek, "NoSta-D Named Entity Annotation for German" (LREC
//	            2014), tab-separated; outer names by mention
//	statements  pairs of renderings of one sentence, tab-separated; Freitag, Grangier and Caswell,
//	            "BLEU might be Guilty but References are not Innocent" (EMNLP 2020)
//
// The corpora are not part of this module, and no line of them is: whoever has them names their
// folders to cmd/measure.
package measure

import "fmt"

// Score is precision P = tp / predicted, recall R = tp / gold, and their harmonic mean
// F1 = 2·P·R / (P + R); each is 0 where it is not defined.
type Score struct{ P, R, F1 float64 }

// Counts are what a micro average is made of: predicted and right, predicted and wrong, missed.
type Counts struct{ TP, FP, FN int }

// Score returns the scores of c.
func (c Counts) Score() Score {
	return score(c.TP, c.TP+c.FP, c.TP, c.TP+c.FN)
}

func (c Counts) plus(o Counts) Counts {
	return Counts{c.TP + o.TP, c.FP + o.FP, c.FN + o.FN}
}

// score takes precision and recall from their own numerators: one prediction may touch two gold expressions.
func score(right, predicted, found, gold int) Score {
	p, r := ratio(right, predicted), ratio(found, gold)
	return Score{p, r, harmonic(p, r)}
}

func ratio(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}

func harmonic(p, r float64) float64 {
	if p == 0 || r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// mean is the plain mean, 0 of nothing.
func mean(x []float64) float64 {
	if len(x) == 0 {
		return 0
	}
	sum := 0.0
	for _, v := range x {
		sum += v
	}
	return sum / float64(len(x))
}

// percent writes x as a percentage with two digits, six characters wide.
func percent(x float64) string { return fmt.Sprintf("%6.2f", 100*x) }
