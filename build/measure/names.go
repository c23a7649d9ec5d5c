package measure

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"wortlaut/build/read/person"
	"wortlaut/build/text"
)

// Kinds are the kinds of names in the order of the tables.
var Kinds = []person.Kind{person.Person, person.Organisation, person.Place}

// Name is an annotated or predicted mention by name.
type Name struct {
	Span text.Span
	Kind person.Kind
}

// Sentence is a sentence of the corpus of names, with the annotation and what was read in it.
type Sentence struct {
	Text      string
	Gold      []Name
	Aside     []text.Span // names of other classes, derivations and parts of words: a prediction there is not counted
	Predicted []Name
}

// kindOf maps the corpus's classes to our kinds.
var kindOf = map[string]person.Kind{"PER": person.Person, "ORG": person.Organisation, "LOC": person.Place}

// ParseNames reads the corpus: a token a line with its number, its form and its outer name, in B- I- O
// notation and parted by tabs; an empty line between sentences. The error is a text.Errors; file is its place.
func ParseNames(file, data string) ([]Sentence, error) {
	var errs text.Errors
	var out []Sentence
	var b sentenceBuilder
	line := 0
	flush := func() {
		if b.tokens > 0 {
			out = append(out, b.done())
		}
		b = sentenceBuilder{}
	}
	for l := range strings.Lines(data) {
		line++
		l = strings.TrimRight(l, "\r\n")
		if l == "" {
			flush()
			continue
		}
		if strings.TrimSpace(l) == "" || strings.HasPrefix(l, "#") {
			continue
		}
		f := strings.Split(l, "\t")
		if len(f) < 3 {
			errs.Add(text.Pos{File: file, Line: line, Col: 1}, "number, token, outer name", "not three fields parted by tabs")
			continue
		}
		b.add(f[1], f[2])
	}
	flush()
	if len(out) == 0 && len(errs) == 0 {
		errs.Add(text.Pos{File: file}, "name a file of the corpus", "no sentences")
	}
	return out, errs.Err()
}

// sentenceBuilder joins tokens to a sentence and collects its names.
type sentenceBuilder struct {
	Sentence
	tokens, marks int  // tokens, and straight quotation marks among them
	glued         bool // no blank after the last token
	class         string
	span          text.Span // of the name of that class that is open, if class is not empty
}

// add appends a token: a blank before it, but not before closing or after opening signs. Straight
// quotation marks open and close in turn.
func (b *sentenceBuilder) add(token, label string) {
	closing := b.marks%2 == 1
	mark := token == `"`
	if b.tokens > 0 && !b.glued && !noBlankBefore(token) && !(mark && closing) {
		b.Text += " "
	}
	b.glued = slices.Contains([]string{"(", "[", "„", "‚", "«"}, token) || mark && !closing
	if mark {
		b.marks++
	}
	start := len(b.Text)
	b.Text += token
	b.tokens++
	b.label(label, text.Span{Start: start, End: len(b.Text)})
}

func noBlankBefore(token string) bool {
	return token == "'s" || len([]rune(token)) == 1 && strings.Contains(".,;:!?)]}“”’…%", token)
}

// label opens, goes on with or closes a name; an I- without a name of its class before it opens one.
func (b *sentenceBuilder) label(label string, s text.Span) {
	if b.class != "" && label != "I-"+b.class {
		b.close()
	}
	class, inside := strings.CutPrefix(label, "I-")
	begin, begins := strings.CutPrefix(label, "B-")
	switch {
	case begins:
		b.class, b.span = begin, s
	case inside && b.class == "":
		b.class, b.span = class, s
	case inside:
		b.span.End = s.End
	}
}

func (b *sentenceBuilder) close() {
	if kind, ok := kindOf[b.class]; ok {
		b.Gold = append(b.Gold, Name{b.span, kind})
	} else {
		b.Aside = append(b.Aside, b.span)
	}
	b.class = ""
}

func (b *sentenceBuilder) done() Sentence {
	if b.class != "" {
		b.close()
	}
	return b.Sentence
}

// NameScores are the figures on one kind of names. Strict: span and kind are equal. Relaxed: the
// spans overlap and the kind is equal, one to one in text order.
type NameScores struct {
	Kind            person.Kind
	Gold, Predicted int
	Strict, Relaxed Score
}

// Names scores what was read in the sentences, by kind in the order of Kinds.
func Names(list []Sentence) []NameScores {
	var out []NameScores
	for _, k := range Kinds {
		n := NameScores{Kind: k}
		strict, relaxed := 0, 0
		for i := range list {
			m := list[i].match(k)
			n.Gold += len(m.gold)
			n.Predicted += len(m.predicted)
			strict += m.strict
			relaxed += len(m.gold) - len(m.missed)
		}
		n.Strict, n.Relaxed = n.score(strict), n.score(relaxed)
		out = append(out, n)
	}
	return out
}

// score returns the scores of so many right ones; F1 as 2·right / (predicted + gold).
func (s NameScores) score(right int) Score {
	return Score{ratio(right, s.Predicted), ratio(right, s.Gold), ratio(2*right, s.Predicted+s.Gold)}
}

// nameMatch is how the names of one kind in one sentence were found.
type nameMatch struct {
	gold, predicted []text.Span
	strict          int
	missed, wrong   []text.Span // relaxed
}

func (s *Sentence) match(kind person.Kind) nameMatch {
	m := nameMatch{gold: spansOf(s.Gold, kind), predicted: spansOf(s.counted(), kind)}
	for _, p := range slices.Compact(slices.SortedFunc(slices.Values(m.predicted), text.Compare)) {
		if slices.Contains(m.gold, p) {
			m.strict++
		}
	}
	m.missed = slices.Clone(m.gold)
	for _, p := range m.predicted {
		i := slices.IndexFunc(m.missed, p.Overlaps)
		if i < 0 {
			m.wrong = append(m.wrong, p)
			continue
		}
		m.missed = slices.Delete(m.missed, i, i+1)
	}
	return m
}

// counted returns the predictions without those that touch only what is set aside.
func (s *Sentence) counted() []Name {
	return slices.DeleteFunc(slices.Clone(s.Predicted), func(p Name) bool {
		return slices.ContainsFunc(s.Aside, p.Span.Overlaps) &&
			!slices.ContainsFunc(s.Gold, func(g Name) bool { return g.Kind == p.Kind && g.Span.Overlaps(p.Span) })
	})
}

func spansOf(list []Name, kind person.Kind) []text.Span {
	var out []text.Span
	for _, n := range list {
		if n.Kind == kind {
			out = append(out, n.Span)
		}
	}
	return out
}

// PrintNames writes the scores.
func PrintNames(w io.Writer, scores []NameScores) {
	for _, s := range scores {
		fmt.Fprintf(w, "%-13s gold %5d predicted %5d  strict P %.3f R %.3f F1 %.3f  relaxed F1 %.3f\n",
			s.Kind, s.Gold, s.Predicted, s.Strict.P, s.Strict.R, s.Strict.F1, s.Relaxed.F1)
	}
}

// PrintNameErrors writes at most n names of the kind, of all kinds if it is "", that are wrong or missed.
func PrintNameErrors(w io.Writer, list []Sentence, n int, kind person.Kind) {
	for _, k := range Kinds {
		if kind != "" && k != kind {
			continue
		}
		left := n
		for i := range list {
			m := list[i].match(k)
			for j, s := range slices.Concat(m.wrong, m.missed) {
				if left == 0 {
					break
				}
				left--
				what := "false"
				if j >= len(m.wrong) {
					what = "missed"
				}
				fmt.Fprintf(w, "%s %s | %s\n", what, s.Of(list[i].Text), list[i].Text)
			}
		}
	}
}
