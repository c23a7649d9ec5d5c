package person

import (
	"fmt"
	"strings"

	"wortlaut/build/read/german"
	"wortlaut/build/read/tagger"
	"wortlaut/build/text"
)

// row is a token of the training texts with the label of the outermost name it is in.
type row struct{ word, label string }

// parse reads sentences in the form of GermEval 2014: number, token, outer label, inner label,
// separated by tabs; a blank line ends a sentence, # opens a comment.
func parse(file, data string) ([][]row, error) {
	var errs text.Errors
	var out [][]row
	var cur []row
	off := 0
	for line := range strings.Lines(data + "\n\n") {
		f := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
		switch {
		case strings.TrimSpace(line) == "":
			if len(cur) > 0 {
				out = append(out, cur)
			}
			cur = nil
		case line[0] == '#':
		case len(f) < 3 || f[1] == "" || !wellFormed(f[2]):
			errs.Add(text.At(file, data, off), "want number, token, label and inner label, separated by tabs", "no token: %q", line)
		default:
			cur = append(cur, row{f[1], f[2]})
		}
		off += len(line)
	}
	return out, errs.Err()
}

func wellFormed(label string) bool {
	return label == "O" || len(label) > 2 && (label[:2] == "B-" || label[:2] == "I-")
}

// labelOf returns the index of our label for one of GermEval's.
func labelOf(label string) int {
	if label == "O" {
		return outside
	}
	kind := label[2:]
	switch {
	case strings.HasSuffix(kind, "deriv"):
		kind = "DERIV"
	case strings.HasSuffix(kind, "part"):
		kind = "PART"
	}
	for i, l := range labels {
		if l == label[:2]+kind {
			return i
		}
	}
	return outside
}

// joined returns the tokens as running text and where each of them stands.
func joined(rows []row) (string, []text.Span) {
	var out strings.Builder
	spans := make([]text.Span, len(rows))
	glue, open := true, false
	for i, r := range rows {
		closing := strings.Contains(".,;:!?)]}“”’…%", r.word) || r.word == "'s" || r.word == `"` && open
		if !glue && !closing {
			out.WriteByte(' ')
		}
		glue = strings.Contains("([„‚«", r.word) || r.word == `"` && !open
		if r.word == `"` {
			open = !open
		}
		spans[i].Start = out.Len()
		out.WriteString(r.word)
		spans[i].End = out.Len()
	}
	return out.String(), spans
}

// Train returns the model of names for sentences in the form of GermEval 2014 (Benikova, Biemann
// and Reznicek 2014); file is named in errors.
func Train(file, data string) (tagger.Encoded, error) {
	sentences, err := parse(file, data)
	if err != nil {
		return tagger.Encoded{}, err
	}
	rand := tagger.NewRandom(1)
	var sequences []tagger.Sequence
	for _, rows := range sentences {
		sequences = append(sequences, sequencesOf(rows, seeing)...)
		if copied, ok := replaced(rows, rand); ok {
			sequences = append(sequences, sequencesOf(copied, seeing)...)
		}
		sequences = append(sequences, sequencesOf(rows, withheld(rows, rand))...)
	}
	m := tagger.Train(sequences, tagger.Options{Labels: labels, Bits: 19, Epochs: 24, L2: 4, Rate: 0.05, MinCount: 2, Seed: 1, Valid: tagger.BIO})
	note := fmt.Sprintf("Texts: %d sentences of GermEval 2014 (NoSta-D), CC BY 4.0: D. Benikova, C. Biemann, M. Reznicek,\n\"NoSta-D Named Entity Annotation for German: Guidelines and Dataset\", LREC 2014.\nThe weights were made from these annotations; the sentences are not in this file.", len(sentences))
	return tagger.Encoded{Name: "names", Model: m, Note: note}, nil
}

// sequencesOf returns the sequences of a sentence of the corpus, cut and tagged by the rules as
// any text is.
func sequencesOf(rows []row, blind func(int) bool) []tagger.Sequence {
	doc, spans := joined(rows)
	d := german.Segment(doc, nil)
	s := newScan(&d, nil, nil)
	s.find()
	s.surnames()
	r := s.read()
	var out []tagger.Sequence
	for _, sentence := range d.Sentences {
		q := tagger.Sequence{}
		w := &writer{s: s, r: r, f: &q.Features, blind: blind}
		w.features(sentence)
		for i := sentence.First; i < sentence.Last; i++ {
			q.Labels = append(q.Labels, goldLabel(rows, spans, d.Tokens[i].Span, q.Labels))
		}
		out = append(out, q)
	}
	return out
}

// goldLabel returns the label of the corpus's token at span; a token cut in two goes on inside.
func goldLabel(rows []row, spans []text.Span, span text.Span, before []int) int {
	for k, sp := range spans {
		if !sp.Overlaps(span) {
			continue
		}
		y := labelOf(rows[k].label)
		begin := y%2 == 1
		prev := outside
		if len(before) > 0 {
			prev = before[len(before)-1]
		}
		switch {
		case y == outside:
		case begin && span.Start > sp.Start && (prev == y || prev == y+1):
			y++
		case !begin && prev != y && prev != y-1:
			y-- // the sentence was cut inside the name
		}
		return y
	}
	return outside
}

// withheld returns a function that withholds the form of some words with a capital, so that names
// are learnt from what stands around them as well.
func withheld(rows []row, rand *tagger.Random) func(int) bool {
	hide := make([]bool, 2*len(rows)+8)
	for i := range hide {
		hide[i] = rand.Below(2) == 0
	}
	return func(i int) bool { return i < len(hide) && hide[i] }
}

// replaced returns rows with the words of people's names replaced by others of the lists.
func replaced(rows []row, rand *tagger.Random) ([]row, bool) {
	out := append([]row(nil), rows...)
	changed := false
	for i, r := range rows {
		switch {
		case r.label == "B-PER" && lex.first[r.word] != "":
			out[i].word = lex.firsts[rand.Below(len(lex.firsts))]
			changed = true
		case (r.label == "B-PER" || r.label == "I-PER") && upper(r.word) && len(r.word) > 3 && lex.first[r.word] == "":
			out[i].word = title(lex.surnames[rand.Below(len(lex.surnames))])
			changed = true
		case r.label == "B-LOC" && (i+1 == len(rows) || rows[i+1].label != "I-LOC") && rand.Below(2) == 0:
			out[i].word = lex.towns[rand.Below(len(lex.towns))]
			changed = true
		}
	}
	return out, changed
}

// title returns a word in lower case with a capital.
func title(low string) string {
	for i := range low {
		if i > 0 {
			return strings.ToUpper(low[:i]) + low[i:]
		}
	}
	return strings.ToUpper(low)
}
