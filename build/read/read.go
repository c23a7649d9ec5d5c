// Package read reads one article: it states the order of the stages and gathers what they find.
//
// In go an article and the roster of known people; out comes an Analysis. Analyze is a pure
// function of its arguments and knows nothing of other articles.
package read

import (
	"wortlaut/build/read/article"
	"wortlaut/build/read/person"
	"wortlaut/build/read/quantity"
	"wortlaut/build/read/quotation"
	"wortlaut/build/read/timex"
	"wortlaut/build/text"
)

// Analysis is all that was found in one article. Spans are of Article.Text; every list is in text
// order, Entities by ID.
type Analysis struct {
	Article    article.Article
	Sentences  []text.Span
	Times      []timex.Timex
	Quantities []quantity.Quantity
	Entities   []person.Entity
	Mentions   []person.Mention
	Quotations []quotation.Quotation
}
