// Package quotation finds what a text says somebody said: the words, who said them, with which
// verb, in which frame, to whom.
//
// In go a segmented text with its people; out come the quotations in text order. Sentences are cut
// into clauses; clauses with a verb of saying and phrases that name a source are frames; each frame
// claims the content behind, before or around it; what no frame claims is judged by its marks and
// its mood. What counts as a verb of saying stands in data/cues.txt. Terms and
// conventions follow Petersen-Frey & Biemann, "Dataset of Quotation Attribution in German News
// Articles" (LREC-COLING 2024).
package quotation

import (
	"wortlaut/build/read/person"
	"wortlaut/build/text"
)

// Kind is how a quotation renders its speaker's words.
type Kind string

const (
	Direct   Kind = "direct"   // verbatim, in quotation marks
	Mixed    Kind = "mixed"    // indirect, with a part in quotation marks
	Indirect Kind = "indirect" // a clause of the author's
	Reported Kind = "reported" // the speech act and its gist: "X forderte den Rücktritt"
)

// Label is the finer type of the corpus. A mixed quotation carries the label of its clause.
type Label string

const (
	LabelDirect       Label = "direct"
	LabelIndirect     Label = "indirect"
	LabelReported     Label = "reported"
	LabelFree         Label = "free-indirect"          // a following sentence with sollen or müssen
	LabelFreeIndirect Label = "indirect/free-indirect" // a following sentence in the subjunctive
)

// Resolution is how the speaker was found.
type Resolution string

const (
	ByName        Resolution = "name"
	ByOffice      Resolution = "office"
	ByPronoun     Resolution = "pronoun"
	ByDescription Resolution = "description"
	Inferred      Resolution = "inferred" // no speaker in the sentence: carried over from before
	NoSpeaker     Resolution = "none"
	ByRecord      Resolution = "record" // an editor said so
)

// Speaker is who a quotation is attributed to.
type Speaker struct {
	Spans      []text.Span // the phrase that names the speaker, nearest to the quotation
	Entity     string      // person.Entity.ID; empty if nobody could be found
	Resolution Resolution
	Confidence person.Confidence
}

// Quotation is one rendering of somebody's words. Spans are of the article's cleaned text, each
// list in text order.
type Quotation struct {
	Kind      Kind
	Label     Label
	Quoted    []text.Span // between the marks, marks excluded; empty for indirect and reported
	Content   []text.Span // the whole rendered clause; for direct ones with the marks
	Frame     []text.Span
	Cue       []text.Span
	Addressee []text.Span
	Speaker   Speaker
	Heading   bool // stands in a title, kicker, subtitle or heading
	Negated   bool // the act of saying is denied ("gab nicht bekannt")
	Future    bool // the act of saying lies ahead ("wird empfehlen")
}
