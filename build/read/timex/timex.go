// Package timex finds German time expressions and normalises them: a TIMEX3 value for each and,
// where it can be had, the day or range it resolves to.
//
// In go a segmented text and the publication date; out come the expressions in text order.
// Conventions follow TimeML as annotated in KRAUTS (Strötgen et al., LREC 2018): articles are part
// of an expression, prepositions are not, the members of a list stand alone.
//
// The method has two passes. The first gives every token its classes (data/words.txt, and the form
// of numbers) and takes, from left to right, the longest match of the rules in data/rules.txt. The
// second resolves the matches in text order, after Strötgen and Gertz (Domain-Sensitive Temporal
// Tagging, 2016) for news: it remembers the last day and year the text named and asks the verbs of
// the clause whether what is meant has been or will be.
package timex

import "wortlaut/build/text"

// Type is one of TIMEX3's four types.
type Type string

const (
	Date     Type = "DATE"
	Time     Type = "TIME"
	Duration Type = "DURATION"
	Set      Type = "SET"
)

// Timex is one time expression.
type Timex struct {
	Span     text.Span
	Type     Type
	Value    string // TIMEX3: "2025-02-12", "P3Y", "XXXX-WXX-3", "PRESENT_REF"; empty if unresolved
	Resolved string // EDTF level 1: the day, month, year or interval meant; empty if unknown
	Basis    Basis  // why Resolved says what it says
	State    bool   // dates a state of things ("die Grenzen von vor 2014"), no event
}

// Basis is the reason for a resolved date; the interface has a sentence for each.
type Basis string

const (
	Explicit  Basis = "explicit" // the text gives day, month and year, or a year
	FromDCT   Basis = "dct"      // counted from the publication date
	FromText  Basis = "passage"  // counted from a date named before
	WeekdayOf Basis = "weekday"  // the last or next such weekday, seen from publication
	YearOf    Basis = "year"     // the year is that of publication
	None      Basis = "none"     // nothing to count from: stays relative
)
