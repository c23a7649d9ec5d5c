package dossier

import (
	"slices"
	"strings"
	"unicode"

	"wortlaut/build/read/article"
	"wortlaut/build/read/person"
	"wortlaut/build/read/quantity"
	"wortlaut/build/read/quotation"
	"wortlaut/build/read/timex"
	"wortlaut/build/record"
	"wortlaut/build/text"
)

// hide takes the quotations an editor hides out of an article before anything else sees them: a
// tombstone keeps the ID, the words are blacked out in text and seed alike, so that every offset
// stays, and what was found in them is dropped.
func (b *assembly) hide(a *Article, r *record.Article) {
	for _, c := range r.Quotations {
		if c.Hidden == nil {
			continue
		}
		span, ok := b.passage(a, c.Exact, c.Pos)
		if !ok {
			continue
		}
		content := []text.Span{span}
		var list []Quotation
		for _, q := range a.Analysis.Quotations {
			list = append(list, Quotation{Quotation: q})
		}
		if i := meant(list, span); i >= 0 {
			content = slices.Concat(list[i].Content, content)
			b.Tombstones = append(b.Tombstones, Tombstone{ID: a.ID + "-" + digest(pieces(a.Article.Text, list[i].Content), 0), Article: a.ID, Reason: c.Hidden.Reason, On: c.Hidden.On})
		} else {
			b.Tombstones = append(b.Tombstones, Tombstone{ID: a.ID + "-" + digest(c.Exact, 0), Article: a.ID, Reason: c.Hidden.Reason, On: c.Hidden.On})
		}
		a.blackOut(content)
	}
}

// blackOut removes words from an article.
func (a *Article) blackOut(spans []text.Span) {
	gone := func(s text.Span) bool { return slices.ContainsFunc(spans, s.Overlaps) }
	within := func(s text.Span) bool {
		return slices.ContainsFunc(spans, func(h text.Span) bool { return h.Contains(s) })
	}
	a.Analysis.Quotations = slices.DeleteFunc(slices.Clone(a.Analysis.Quotations), func(q quotation.Quotation) bool {
		return !slices.ContainsFunc(q.Content, func(s text.Span) bool { return !within(s) })
	})
	a.Mentions = slices.DeleteFunc(slices.Clone(a.Mentions), func(m person.Mention) bool { return gone(m.Span) })
	a.Times = slices.DeleteFunc(slices.Clone(a.Times), func(t timex.Timex) bool { return gone(t.Span) })
	a.Quantities = slices.DeleteFunc(slices.Clone(a.Quantities), func(q quantity.Quantity) bool { return gone(q.Span) })
	seed := make([]text.Span, len(spans))
	for i, s := range spans {
		seed[i] = a.Article.Seed(s)
	}
	a.Article.Defects = slices.DeleteFunc(slices.Clone(a.Article.Defects), func(d article.Defect) bool { return slices.ContainsFunc(seed, d.Span.Overlaps) })
	a.Article.Text = blacked(a.Article.Text, spans)
	a.Article.Source = blacked(a.Article.Source, seed)
	a.Title = a.Article.TitleText()
}

// blacked replaces the words in spans by bars of the same number of bytes; blanks stay.
func blacked(s string, spans []text.Span) string {
	for _, h := range spans {
		var bars strings.Builder
		for _, word := range strings.SplitAfter(h.Of(s), " ") {
			letters := strings.TrimRightFunc(word, unicode.IsSpace)
			bars.WriteString(strings.Repeat("█", len(letters)/3) + strings.Repeat(" ", len(letters)%3) + word[len(letters):])
		}
		s = s[:h.Start] + bars.String() + s[h.End:]
	}
	return s
}
