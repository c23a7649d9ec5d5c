// Package collation aligns the renderings of one statement word by word, all witnesses at once,
// and says where and how they differ.
//
// In go readings with their sigla; out comes a table with one row per witness, variants with a
// class, and the lines of a critical apparatus. Model: CollateX (Dekker, van Hulle, Middell, Neyt,
// van Zundert 2015): tokens are matched in a normalised form and printed as they stand.
package collation

import "wortlaut/build/text"

// Reading is one witness's rendering of a statement.
type Reading struct {
	Sigil string
	Text  string
}

// Class orders the ways in which readings differ, the lightest first.
type Class string

const (
	Same       Class = "same"
	Characters Class = "characters" // case, ß, hyphens, layout repairs, digits for number words, punctuation
	Wording    Class = "wording"
	Scope      Class = "scope"     // a quantifier or limit: only, ever, at least, another number of things
	Statement  Class = "statement" // negation, modality, another number
	Omission   Class = "omission"  // some witnesses have nothing here
)

// Cell is what one witness has in a column.
type Cell struct {
	Spans []text.Span // of Reading.Text; empty where the witness has nothing
	Moved bool        // stands elsewhere in this witness's sentence
}

// Column is one place of the alignment, one Cell per witness in the order of the readings.
type Column struct{ Cells []Cell }

// Variant is a run of columns in which the witnesses differ.
type Variant struct {
	From, To int // columns, half-open
	Class    Class
}

// Table is the alignment of all readings.
type Table struct {
	Readings []Reading
	Columns  []Column
	Variants []Variant // by From; columns outside are the same in all witnesses
}

// Entry is one line of the apparatus: the readings of a variant, grouped by what they print.
type Entry struct {
	Class  Class
	Groups []Group // the first is the lemma
}

// Group is a wording and the witnesses that have it. An empty Text is an omission.
type Group struct {
	Text   string
	Sigils []string
	Moved  bool // in these witnesses some of it stands elsewhere in the sentence
}
