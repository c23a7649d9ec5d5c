package page

import "wortlaut/build/text"

// MarkKind says what a mark shows.
type MarkKind string

const (
	MarkDirect   MarkKind = "dir"  // words between quotation marks, the marks included
	MarkIndirect MarkKind = "ind"  // words rendered in a clause of the author's
	MarkPerson   MarkKind = "per"  // a name
	MarkTime     MarkKind = "tim"  // a time expression
	MarkNumber   MarkKind = "qty"  // a number
	MarkPlace    MarkKind = "here" // an empty anchor
	MarkSelf     MarkKind = "mark" // the passage in question, in its context
)

// Mark is a stretch of a text with what is to be known of it.
type Mark struct {
	Span  text.Span // of the text it is printed with
	Kind  MarkKind
	ID    string // anchor; may be empty
	URL   string // relative; may be empty
	Value string // of a time: the date for programs
	Title string // in words, for those who do not see the mark
	More  string // of a quotation: URL of its own page, printed behind it
}

// Text is a source's wording with its marks.
type Text struct {
	Text  string
	Marks []Mark
}
