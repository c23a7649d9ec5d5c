// Package german cuts German text into tokens, sentences and quotation marks, and knows the forms
// the later stages ask for: finite verbs and their mood, number words, stems, folded names.
//
// In goes a text and the spans of its blocks; out comes a Doc. Nothing here knows about speakers,
// dates or articles.
//
// Tokens are read from left to right by the class of their characters; a full stop belongs to the
// word before it or ends the sentence by what the lists in data/ say and by the word that follows
// (Duden, rules D 1 to D 5 on abbreviations, K 8 to K 12 on quotation marks). Verb forms are made
// from principal parts, as grammars give them.
package german

import "wortlaut/build/text"

// Kind says what a token is.
type Kind uint8

const (
	Word   Kind = iota // letters, with inner hyphens, apostrophes and abbreviation stops
	Number             // digits with inner stops, commas, colons: "100.000", "2,5", "18:30", "12." as an ordinal
	Mark               // a quotation mark, single or double, of any convention
	Punct              // sentence punctuation, brackets, dashes
	Symbol             // everything else: %, €, §, emoji
)

// Token is a piece of text without blanks.
type Token struct {
	Span     text.Span
	Kind     Kind
	Lower    string // the token in lower case
	Sentence int    // index into Doc.Sentences
}

// Sentence is a run of tokens that ends with a full stop or with its block.
type Sentence struct {
	Span        text.Span // from the first to the last token
	First, Last int       // tokens, half-open
	Block       int       // index into the blocks given to Segment
}

// Quote is a pair of quotation marks that belong together.
type Quote struct {
	Open, Close int // indices of the two Mark tokens
	Level       int // 0 outermost, 1 inside another pair …
}

// Doc is a text cut into tokens and sentences, both in text order.
type Doc struct {
	Text      string
	Blocks    []text.Span
	Tokens    []Token
	Sentences []Sentence
	Quotes    []Quote // by Open
	Unpaired  []int   // Mark tokens without a counterpart, in text order
}

// Word returns the text of token i as printed.
func (d *Doc) Word(i int) string { return d.Tokens[i].Span.Of(d.Text) }

// Span returns the bytes from token first up to token last, which is excluded.
func (d *Doc) Span(first, last int) text.Span {
	if first >= last {
		return text.Span{}
	}
	return text.Span{Start: d.Tokens[first].Span.Start, End: d.Tokens[last-1].Span.End}
}
