package dossier

import (
	"wortlaut/build/read"
	"wortlaut/build/record"
	"wortlaut/build/text"
)

// Assemble joins the analyses, one per article in any order, and the editors' records into the
// dossier. The error lists every record that does not fit what it speaks of: text.Errors with the
// place in content/ and the nearest valid choice.
func Assemble(analyses []read.Analysis, c record.Content) (*Dossier, error) {
	d := &Dossier{Info: c.Dossier, Pages: c.Pages, Corrections: c.Corrections}
	b := &assembly{Dossier: d, content: c}
	b.articles(analyses)
	b.outlets()
	b.persons()
	b.quotations()
	b.statements()
	b.numbers()
	b.timeline()
	b.pairs()
	b.oddities()
	d.Reindex()
	return d, b.errs.Err()
}

// assembly is a dossier in the making. Each step reads what the steps before it made, in the order of Assemble.
type assembly struct {
	*Dossier
	content record.Content
	errs    text.Errors
	person  map[entity]string // dossier ID of each article's entity
}

// entity names an entity of one article.
type entity struct{ article, id string }
