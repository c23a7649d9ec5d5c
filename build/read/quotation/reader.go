package quotation

import (
	"wortlaut/build/read/article"
	"wortlaut/build/read/german"
	"wortlaut/build/read/person"
	"wortlaut/build/text"
)

// reader is the work on one text.
type reader struct {
	d        *german.Doc
	blocks   []article.Block
	outer    []int   // token → the outermost pair of marks it stands in, -1 if none
	bracket  []int   // opening bracket → token behind the closing one, else 0
	fin      []uint8 // cache of finite, plus one
	front    bool    // a fore-field is being read
	found    []draft
	all      []unit
	mentions []person.Mention
}

// draft is a quotation in tokens. Parts are half-open token ranges in text order.
type draft struct {
	label     Label
	quote     []part
	frame     []part
	cue       []part
	speaker   []part
	addressee []part
	unit      int
	host      int // index of the draft a nested direct one stands in, -1 if none
	inferred  bool
	negated   bool
	future    bool
	thought   bool // the cue tells a belief, not words
	unclear   bool // marks without counterpart
	none      bool // the frame says that nobody in particular speaks
}

// part is a half-open range of tokens.
type part struct{ first, last int }

func newReader(d *german.Doc, blocks []article.Block) *reader {
	n := len(d.Tokens)
	r := &reader{d: d, blocks: blocks, outer: make([]int, n), bracket: make([]int, n), fin: make([]uint8, n)}
	for i := range r.outer {
		r.outer[i] = -1
	}
	for q, pair := range d.Quotes {
		if pair.Level > 0 {
			continue
		}
		for i := pair.Open; i <= pair.Close; i++ {
			r.outer[i] = q
		}
	}
	r.brackets()
	return r
}

// brackets pairs round and square brackets inside a sentence.
func (r *reader) brackets() {
	open := -1
	for i := range r.d.Tokens {
		switch r.d.Word(i) {
		case "(", "[":
			open = i
		case ")", "]":
			if open >= 0 && r.d.Tokens[open].Sentence == r.d.Tokens[i].Sentence && r.outer[open] == r.outer[i] {
				r.bracket[open] = i + 1
			}
			open = -1
		}
	}
}

// heading reports whether u stands in a title or heading: by its block's kind, else by being a
// block of its own without a full stop.
func (r *reader) heading(u unit) bool {
	if u.block < len(r.blocks) {
		return r.blocks[u.block].Kind != article.Paragraph
	}
	return false
}

// wordsIn counts the words between the marks of quote q.
func (r *reader) wordsIn(q int) int {
	n := 0
	for i := r.d.Quotes[q].Open + 1; i < r.d.Quotes[q].Close; i++ {
		if k := r.d.Tokens[i].Kind; k == german.Word || k == german.Number {
			n++
		}
	}
	return n
}

// verbIn reports whether a finite verb stands between the marks of quote q.
func (r *reader) verbIn(q int) bool {
	for i := r.d.Quotes[q].Open + 1; i < r.d.Quotes[q].Close; i++ {
		if r.finite(i) == strict {
			return true
		}
	}
	return false
}

func (r *reader) span(p part) text.Span { return r.d.Span(p.first, p.last) }

func (r *reader) spansOf(parts []part) []text.Span {
	var out []text.Span
	for _, p := range parts {
		if p.last > p.first {
			out = append(out, r.span(p))
		}
	}
	return out
}

// parts turns sorted tokens into ranges.
func parts(tokens []int) []part {
	var out []part
	for _, i := range tokens {
		if n := len(out); n > 0 && out[n-1].last == i {
			out[n-1].last++
			continue
		}
		out = append(out, part{i, i + 1})
	}
	return out
}

// without cuts holes out of a range.
func without(p part, holes []part) []part {
	out := []part{p}
	for _, h := range holes {
		var next []part
		for _, q := range out {
			if h.last <= q.first || q.last <= h.first {
				next = append(next, q)
				continue
			}
			if q.first < h.first {
				next = append(next, part{q.first, h.first})
			}
			if h.last < q.last {
				next = append(next, part{h.last, q.last})
			}
		}
		out = next
	}
	return out
}
