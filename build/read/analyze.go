package read

import (
	"wortlaut/build/read/article"
	"wortlaut/build/read/german"
	"wortlaut/build/read/person"
	"wortlaut/build/read/quantity"
	"wortlaut/build/read/quotation"
	"wortlaut/build/read/timex"
	"wortlaut/build/text"
)

// Analyze reads an article. It is the only place that states the order of the stages.
func Analyze(a article.Article, roster *person.Roster) Analysis {
	blocks := readable(a.Blocks)
	spans := make([]text.Span, len(blocks))
	for i, b := range blocks {
		spans[i] = b.Span
	}
	doc := german.Segment(a.Text, spans)

	out := Analysis{Article: a}
	for _, s := range doc.Sentences {
		out.Sentences = append(out.Sentences, s.Span)
	}
	out.Times = timex.Tag(&doc, a.Published.Value)
	out.Quantities = quantity.Find(&doc, calendar(out.Times))
	entities, mentions := roster.Resolve(&doc, nil)
	out.Quotations, out.Mentions, out.Entities = quotation.Extract(&doc, blocks, entities, mentions)
	return out
}

// readable returns the blocks the stages read, in text order.
func readable(blocks []article.Block) []article.Block {
	var out []article.Block
	for _, b := range blocks {
		if b.Kind.Read() {
			out = append(out, b)
		}
	}
	return out
}

// calendar returns the spans in which a number is part of a date or a time of day and counts nothing.
func calendar(times []timex.Timex) []text.Span {
	var out []text.Span
	for _, t := range times {
		if t.Type == timex.Date || t.Type == timex.Time {
			out = append(out, t.Span)
		}
	}
	return out
}
