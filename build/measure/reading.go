package measure

import (
	"wortlaut/build/read"
	"wortlaut/build/read/article"
	"wortlaut/build/read/person"
	"wortlaut/build/read/quotation"
	"wortlaut/build/record"
	"wortlaut/build/text"
)

// Reading is what the stages find in a text, with spans of that text.
type Reading struct {
	Quotations []quotation.Row
	Times      []Expression
	Names      []Name // mentions by name
}

// Read reads a text as a seed of its own; date is that of publication, empty if it is unknown.
func Read(name, body, date string, roster *person.Roster) (Reading, error) {
	var rec *record.Article
	if date != "" {
		rec = &record.Article{Published: &record.Published{Value: date, Confidence: "certain"}}
	}
	a, _, err := article.Load(name, []byte(body), name, rec)
	if err != nil {
		return Reading{}, err
	}
	return reading(read.Analyze(a, roster)), nil
}

func reading(an read.Analysis) Reading {
	a := &an.Article
	var out Reading
	for _, r := range quotation.Corpus(a.Text, an.Quotations) {
		for _, spans := range spansIn(&r) {
			*spans = inSeed(a, *spans)
		}
		out.Quotations = append(out.Quotations, r)
	}
	for _, t := range an.Times {
		out.Times = append(out.Times, Expression{a.Seed(t.Span), t.Type, t.Value})
	}
	for _, m := range an.Mentions {
		if m.Form == person.Name {
			out.Names = append(out.Names, Name{a.Seed(m.Span), m.Kind})
		}
	}
	return out
}

func inSeed(a *article.Article, spans []text.Span) []text.Span {
	out := make([]text.Span, len(spans))
	for i, s := range spans {
		out[i] = a.Seed(s)
	}
	return out
}
