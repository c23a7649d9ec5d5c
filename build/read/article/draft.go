package article

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"wortlaut/build/text"
)

// draft is a block under repair: its text and, for each byte, the byte of the seed it is. A byte
// that is not in the seed carries ^p, p being the place in the seed where it was put in.
type draft struct {
	text    string
	from    []int32
	lines   []int // of the seed, from 1, that the block is made of
	kind    BlockKind
	why     string
	heading bool // marked as one in the seed ("## …")
}

// edit puts other bytes in the place of text[start:end].
type edit struct {
	start, end int
	put        string
}

// builder gathers the bytes of a draft.
type builder struct {
	text []byte
	from []int32
}

// newBuilder returns a builder with room for n bytes.
func newBuilder(n int) *builder {
	return &builder{text: make([]byte, 0, n), from: make([]int32, 0, n)}
}

// keep adds the bytes of src in s but for the hidden ones.
func (b *builder) keep(src string, s text.Span) {
	if strings.IndexFunc(s.Of(src), hidden) < 0 {
		b.text = append(b.text, s.Of(src)...)
		for i := s.Start; i < s.End; i++ {
			b.from = append(b.from, int32(i))
		}
		return
	}
	for i, r := range s.Of(src) {
		if hidden(r) {
			continue
		}
		for k := range utf8.RuneLen(r) {
			b.text = append(b.text, src[s.Start+i+k])
			b.from = append(b.from, int32(s.Start+i+k))
		}
	}
}

// put adds bytes that stand for something else at place at of the seed.
func (b *builder) put(s string, at int) {
	b.text = append(b.text, s...)
	for range len(s) {
		b.from = append(b.from, ^int32(at))
	}
}

// drop removes the last n bytes.
func (b *builder) drop(n int) {
	b.text, b.from = b.text[:len(b.text)-n], b.from[:len(b.from)-n]
}

func (b *builder) draft(lines []int) draft {
	return draft{text: string(b.text), from: b.from, lines: lines, kind: Paragraph}
}

// place returns the offset in the seed that byte i of the text belongs to.
func (d *draft) place(i int) int {
	if i >= len(d.from) {
		return d.place(len(d.from)-1) + 1
	}
	if at := d.from[i]; at < 0 {
		return int(^at)
	}
	return int(d.from[i])
}

// seed returns the span of the seed for text[start:end], which must not be empty.
func (d *draft) seed(start, end int) text.Span {
	last := d.place(end - 1)
	if d.from[end-1] >= 0 {
		last++
	}
	return text.Span{Start: d.place(start), End: last}
}

// apply makes the edits, which are in order and do not overlap.
func (d *draft) apply(edits []edit) {
	if len(edits) == 0 {
		return
	}
	b := newBuilder(len(d.text) + len(edits))
	done := 0
	for _, e := range edits {
		b.text = append(b.text, d.text[done:e.start]...)
		b.from = append(b.from, d.from[done:e.start]...)
		if e.put != "" {
			b.put(e.put, d.place(e.start))
		}
		done = e.end
	}
	b.text = append(b.text, d.text[done:]...)
	b.from = append(b.from, d.from[done:]...)
	d.text, d.from = string(b.text), b.from
}

// cut parts d into text[:left] and text[right:]; what is between belongs to neither.
func (d draft) cut(left, right int) (draft, draft) {
	a, b := d, d
	a.text, a.from = d.text[:left], d.from[:left:left]
	b.text, b.from = d.text[right:], d.from[right:]
	return a, b
}

// separator stands between two blocks of the cleaned text.
const separator = "\n\n"

// assemble joins the drafts to the cleaned text, its blocks and the map to the seed.
func assemble(src string, drafts []draft) (string, []Block, []Piece) {
	n := 0
	for i := range drafts {
		n += len(drafts[i].text) + len(separator)
	}
	b := newBuilder(n)
	blocks := make([]Block, 0, len(drafts))
	for i := range drafts {
		d := &drafts[i]
		if i > 0 {
			b.put(separator, drafts[i-1].place(len(drafts[i-1].from)))
		}
		start := len(b.text)
		b.text = append(b.text, d.text...)
		b.from = append(b.from, d.from...)
		blocks = append(blocks, Block{ID: "b" + strconv.Itoa(i+1), Kind: d.kind, Span: text.Span{Start: start, End: len(b.text)}, Why: d.why})
	}
	clean := string(b.text)
	return clean, blocks, pieces(src, clean, b.from)
}

// pieces turns the byte map into stretches that cover text and src without a gap.
func pieces(src, clean string, from []int32) []Piece {
	var list []Piece
	seed := 0 // covered so far
	repair := func(start, end, to int) {
		p := Piece{Clean: text.Span{Start: start, End: end}, Seed: text.Span{Start: seed, End: to}}
		seed = to
		switch {
		case p.Clean.Len() == 0 && p.Seed.Len() == 0:
		case p.verbatim() && p.Clean.Of(clean) != p.Seed.Of(src):
			// Same length, other bytes: what is put in and what is dropped, one after the other.
			mid := text.Span{Start: p.Seed.Start, End: p.Seed.Start}
			list = append(list, Piece{p.Clean, mid}, Piece{text.Span{Start: end, End: end}, p.Seed})
		default:
			list = append(list, p)
		}
	}
	for i := 0; i < len(from); {
		start := i
		for i < len(from) && from[i] < 0 {
			i++
		}
		if i == len(from) {
			repair(start, i, len(src))
			return list
		}
		repair(start, i, int(from[i]))
		start = i
		for i++; i < len(from) && from[i] == from[i-1]+1; i++ {
		}
		next := text.Span{Start: start, End: i}
		list = append(list, Piece{next, text.Span{Start: seed, End: seed + next.Len()}})
		seed += next.Len()
	}
	repair(len(from), len(from), len(src))
	return list
}
