package layout

import (
	"cmp"
	"slices"

	"wortlaut/build/publish/page"
	"wortlaut/build/text"
)

// segment is a piece of marked text: plain text, or the beginning or the end of a mark.
type segment struct {
	Text string
	Open *page.Mark // this segment begins the mark
	End  *page.Mark // this segment ends the mark
	Part bool       // of a mark that was cut: it begins or ends at the cut, not at its own end
}

// segments lays marks over doc. The texts of the segments, joined, are doc. Begins and ends nest: of
// two marks that cross, the inner one is cut where the outer ends and begins again behind it. A mark
// that links inside another that links loses its link, as HTML knows no link within a link. Marks
// that do not fit into doc are left out; empty ones stand before whatever begins there.
func segments(doc string, marks []page.Mark) []segment {
	marks = slices.Clone(marks)
	marks = slices.DeleteFunc(marks, func(m page.Mark) bool {
		return m.Span.Start < 0 || m.Span.End > len(doc) || m.Span.Start > m.Span.End
	})
	slices.SortStableFunc(marks, func(a, b page.Mark) int {
		return cmp.Or(
			cmp.Compare(a.Span.Start, b.Span.Start),
			cmp.Compare(rank(a), rank(b)),
			text.Compare(a.Span, b.Span),
		)
	})
	l := layer{doc: doc}
	for i := range marks {
		m := &marks[i]
		l.upTo(m.Span.Start)
		l.open(m)
		if m.Span.Len() == 0 {
			l.closeHere()
		}
	}
	l.upTo(len(doc))
	return l.out
}

// rank puts empty marks, which are anchors, before those that begin at the same place.
func rank(m page.Mark) int {
	if m.Span.Len() == 0 {
		return 0
	}
	return 1
}

// layer is a text being marked: what is out, and the marks open at pos, the outermost first.
type layer struct {
	doc   string
	pos   int
	stack []*page.Mark
	out   []segment
}

// open begins m, without its link where one is open already.
func (l *layer) open(m *page.Mark) {
	if m.URL != "" && slices.ContainsFunc(l.stack, func(o *page.Mark) bool { return o.URL != "" }) {
		m.URL = ""
	}
	l.stack = append(l.stack, m)
	l.out = append(l.out, segment{Open: m})
}

// upTo writes the text up to end and closes the marks that end on the way.
func (l *layer) upTo(end int) {
	for {
		next := end
		for _, m := range l.stack {
			next = min(next, m.Span.End)
		}
		if next > l.pos {
			l.out = append(l.out, segment{Text: l.doc[l.pos:next]})
			l.pos = next
		}
		if !l.closeHere() {
			return
		}
	}
}

// closeHere ends the outermost mark that ends at pos, and cuts those inside it that go on.
func (l *layer) closeHere() bool {
	at := slices.IndexFunc(l.stack, func(m *page.Mark) bool { return m.Span.End <= l.pos })
	if at < 0 {
		return false
	}
	inner := slices.Clone(l.stack[at+1:])
	for _, m := range slices.Backward(inner) {
		l.out = append(l.out, segment{End: m, Part: m.Span.End > l.pos})
	}
	l.out = append(l.out, segment{End: l.stack[at]})
	l.stack = l.stack[:at]
	for _, m := range inner {
		if m.Span.End <= l.pos {
			continue
		}
		l.stack = append(l.stack, m)
		l.out = append(l.out, segment{Open: m, Part: true})
	}
	return true
}
