// Package quantity finds numbers that count or measure something: value, unit, what is counted,
// and how exact the text claims to be. Years, dates, ages in names and list numbers are none.
//
// In goes a segmented text with the spans of its time expressions; out come its quantities in text
// order. Each number word or figure is read with its scales, then its neighbours decide: a label
// before it ("Artikel 5") makes it a name, a unit or a noun after it a quantity (units after ISO
// 4217 for money). The words are in data/.
package quantity

import "wortlaut/build/text"

// Approx says how exact a number claims to be.
type Approx string

const (
	Exact   Approx = ""
	About   Approx = "about"   // rund, etwa, circa
	AtLeast Approx = "atleast" // mindestens, ab
	AtMost  Approx = "atmost"  // höchstens, bis zu
	Over    Approx = "over"    // über, mehr als
	Under   Approx = "under"   // fast, knapp, weniger als
)

// Quantity is one number in a text.
type Quantity struct {
	Span   text.Span // with unit and approximation: "über 126 Milliarden US-Dollar"
	Value  string    // decimal, without exponent: "126000000000"
	Unit   string    // "USD", "EUR", "percent", "day", "" for a bare count
	Counts string    // what is counted, as printed: "US-Truppen", "zivilen Opfern"
	Approx Approx
	PartOf bool // the text says it is part of a number before ("davon", "darunter")
}
