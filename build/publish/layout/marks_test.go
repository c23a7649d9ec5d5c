package layout

import (
	"strings"
	"testing"
	"unicode/utf8"

	"wortlaut/build/golden"
	"wortlaut/build/publish/page"
	"wortlaut/build/text"
)

// show writes segments with each mark as <kind …>.
func show(list []segment) string {
	var out strings.Builder
	for _, s := range list {
		switch {
		case s.Open != nil:
			out.WriteString("<" + string(s.Open.Kind))
			if s.Open.URL != "" {
				out.WriteString(" " + s.Open.URL)
			}
			if s.Part {
				out.WriteString(" again")
			}
			out.WriteString(">")
		case s.End != nil && s.Part:
			out.WriteString("</" + string(s.End.Kind) + " cut>")
		case s.End != nil:
			out.WriteString("</" + string(s.End.Kind) + ">")
		default:
			out.WriteString(s.Text)
		}
	}
	return out.String()
}

// TestSegments reads marks as lines "kind[ url] | words", where the words occur once in the text;
// words that begin with ^ are an empty mark before them.
func TestSegments(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, in map[string]string) map[string]string {
		doc := strings.TrimSuffix(in["text"], "\n")
		var marks []page.Mark
		for line := range strings.Lines(in["marks"]) {
			head, words, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " | ")
			kind, url, _ := strings.Cut(head, " ")
			words, empty := strings.CutPrefix(words, "^")
			at := strings.Index(doc, words)
			if at < 0 || strings.Count(doc, words) != 1 {
				t.Fatalf("%q does not stand once in the text", words)
			}
			span := text.Span{Start: at, End: at + len(words)}
			if empty {
				span.End = at
			}
			marks = append(marks, page.Mark{Kind: page.MarkKind(kind), URL: url, Span: span})
		}
		return map[string]string{"segments": show(segments(doc, marks))}
	})
}

func TestSegmentsLeavesMarksAlone(t *testing.T) {
	marks := []page.Mark{{Span: text.Span{Start: 0, End: 9}, URL: "a/"}, {Span: text.Span{Start: 0, End: 3}, URL: "b/"}, {Span: text.Span{Start: 5, End: 99}}}
	before := marks[1]
	segments("drei Worte", marks)
	if marks[1] != before {
		t.Errorf("segments changed a mark to %+v", marks[1])
	}
}

// FuzzSegments checks that the texts of the segments are the text, and that marks nest.
func FuzzSegments(f *testing.F) {
	f.Add("„Das geht nicht“, sagte Öz.", uint16(0), uint16(17), uint16(3), uint16(30), uint16(25), uint16(25))
	f.Add("", uint16(0), uint16(0), uint16(0), uint16(9), uint16(9), uint16(1))
	f.Fuzz(func(t *testing.T, doc string, a, b, c, d, e, g uint16) {
		marks := []page.Mark{
			{Kind: page.MarkDirect, Span: text.Span{Start: int(a), End: int(b)}},
			{Kind: page.MarkPerson, URL: "p/", Span: text.Span{Start: int(c), End: int(d)}},
			{Kind: page.MarkTime, URL: "t/", Span: text.Span{Start: int(e), End: int(g)}},
		}
		var joined strings.Builder
		var open []page.MarkKind
		links := 0
		for _, s := range segments(doc, marks) {
			joined.WriteString(s.Text)
			switch {
			case s.Open != nil:
				open = append(open, s.Open.Kind)
				if s.Open.URL != "" {
					links++
				}
			case s.End != nil:
				if len(open) == 0 || open[len(open)-1] != s.End.Kind {
					t.Fatalf("%s ends inside %v", s.End.Kind, open)
				}
				open = open[:len(open)-1]
				if s.End.URL != "" {
					links--
				}
			}
			if links > 1 {
				t.Fatal("a link within a link")
			}
		}
		if joined.String() != doc || len(open) > 0 {
			t.Fatalf("%q became %q, open %v", doc, joined.String(), open)
		}
	})
}

func BenchmarkSegments(b *testing.B) {
	sentence := "„Das geht nicht“, sagte Anna Berger am Mittwoch. "
	doc := strings.Repeat(sentence, 100)
	var marks []page.Mark
	for i := range 100 {
		at := i * len(sentence)
		marks = append(marks,
			page.Mark{Kind: page.MarkDirect, Span: text.Span{Start: at, End: at + 22}},
			page.Mark{Kind: page.MarkPerson, URL: "p/", Span: text.Span{Start: at + 30, End: at + 41}})
	}
	if !utf8.ValidString(doc) {
		b.Fatal("not a text")
	}
	b.SetBytes(int64(len(doc)))
	for b.Loop() {
		segments(doc, marks)
	}
}
