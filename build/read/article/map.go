package article

import (
	"sort"

	"wortlaut/build/text"
)

func (p Piece) verbatim() bool { return p.Clean.Len() == p.Seed.Len() }

// Seed returns the bytes of the seed that s of the cleaned text stands for. An end of s inside a
// repair moves to the repair's edge on the inside; what was dropped at the edges of s stays outside.
func (a *Article) Seed(s text.Span) text.Span {
	if len(a.Pieces) == 0 {
		return text.Span{}
	}
	i := sort.Search(len(a.Pieces), func(i int) bool { return a.Pieces[i].Clean.End > s.Start })
	if i == len(a.Pieces) {
		return text.Span{Start: len(a.Source), End: len(a.Source)}
	}
	p := a.Pieces[i]
	start := startIn(p.Clean, p.Seed, s.Start, p.verbatim())
	if s.End <= s.Start {
		return text.Span{Start: start, End: start}
	}
	j := sort.Search(len(a.Pieces), func(j int) bool { return a.Pieces[j].Clean.End >= s.End })
	if j == len(a.Pieces) {
		return text.Span{Start: start, End: len(a.Source)}
	}
	p = a.Pieces[j]
	end := endIn(p.Clean, p.Seed, s.End, p.verbatim())
	return text.Span{Start: start, End: max(start, end)}
}

// Clean returns the part of the cleaned text that stands for s of the seed. It is false if nothing
// of s was kept.
func (a *Article) Clean(s text.Span) (text.Span, bool) {
	if s.Start < 0 || s.End > len(a.Source) || s.Start >= s.End {
		return text.Span{}, false
	}
	i := sort.Search(len(a.Pieces), func(i int) bool { return a.Pieces[i].Seed.End > s.Start })
	if i == len(a.Pieces) {
		return text.Span{}, false
	}
	p := a.Pieces[i]
	start := startIn(p.Seed, p.Clean, s.Start, p.verbatim())
	j := sort.Search(len(a.Pieces), func(j int) bool { return a.Pieces[j].Seed.End >= s.End })
	if j == len(a.Pieces) {
		return text.Span{}, false
	}
	p = a.Pieces[j]
	end := endIn(p.Seed, p.Clean, s.End, p.verbatim())
	return text.Span{Start: start, End: end}, start < end
}

// startIn returns where in to a span begins that begins at byte at of from, the other side of one
// piece; one that begins inside a repair begins behind it.
func startIn(from, to text.Span, at int, verbatim bool) int {
	switch {
	case at <= from.Start:
		return to.Start
	case verbatim:
		return to.Start + at - from.Start
	}
	return to.End
}

// endIn returns where in to a span ends that ends at byte at of from; one that ends inside a repair
// ends before it.
func endIn(from, to text.Span, at int, verbatim bool) int {
	switch {
	case at >= from.End:
		return to.End
	case verbatim:
		return to.Start + at - from.Start
	}
	return to.Start
}

// Block returns the first block of the given kind.
func (a *Article) Block(kind BlockKind) (Block, bool) {
	for _, b := range a.Blocks {
		if b.Kind == kind {
			return b, true
		}
	}
	return Block{}, false
}

// BlockAt returns the index of the block that holds byte off of the cleaned text, or -1 between blocks.
func (a *Article) BlockAt(off int) int {
	i := sort.Search(len(a.Blocks), func(i int) bool { return a.Blocks[i].Span.End > off })
	if i == len(a.Blocks) || off < a.Blocks[i].Span.Start {
		return -1
	}
	return i
}
