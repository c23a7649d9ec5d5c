package timex

import (
	"strings"

	"wortlaut/build/read/german"
)

// conditions are the conditions on a place that rules name with "@".
var conditions = map[string]condition{
	"moredays":    moreDays,
	"moreunits":   moreUnits,
	"moreclock":   moreClock,
	"yearbefore":  yearBefore,
	"yearafter":   yearAfter,
	"monthplace":  monthPlace,
	"plainplural": plainPlural,
	"quantity":    quantityBefore,
}

// joins reports whether token i joins the members of a list.
func (s *scan) joins(i int) bool {
	return s.has(i, cComma) || s.has(i, cSlash) || s.has(i, cDash) || s.is(i, "und", "bis", "oder", "sowie", "bzw.")
}

// linked skips what stands between two members of a list and returns the token after it, or -1
// where nothing joins them.
func (s *scan) linked(i int) int {
	j := i
	for s.joins(j) {
		j++
	}
	if j == i {
		return -1
	}
	for s.is(j, "am", "zum", "vom", "den", "dem", "der", "auf", "auch", "zur") {
		j++
	}
	return j
}

// moreDays holds after a day that shares the month of a later one: "16. und 17. Februar".
func moreDays(s *scan, i int) bool { return s.monthAfter(i) >= 0 }

// monthAfter returns the token of the month that ends the list of days going on at token i, or -1.
func (s *scan) monthAfter(i int) int {
	for range 12 {
		if i = s.linked(i); i < 0 {
			return -1
		}
		if s.has(i, cWeekday) {
			i++
			if s.has(i, cComma) {
				i++
			}
			if s.is(i, "den", "dem") {
				i++
			}
		}
		switch {
		case s.has(i, cDay):
			i++
		case s.has(i, cDayint) && s.has(i+1, cStop):
			i += 2
		default:
			return -1
		}
		if s.has(i, cMonth) {
			return i
		}
	}
	return -1
}

// moreUnits holds after a number that shares the unit of a later one: "sechs bis acht Monate".
func moreUnits(s *scan, i int) bool { return s.unitAfter(i) >= 0 }

func (s *scan) unitAfter(i int) int {
	for range 4 {
		if !s.joins(i) {
			return -1
		}
		i++
		if !s.has(i, cNum) && !s.has(i, cInt) && !s.has(i, cDecimal) {
			return -1
		}
		i++
		if s.has(i, cUnits) {
			return i
		}
	}
	return -1
}

// moreClock holds after a time that shares the word Uhr of a later one: "von 10 bis 18 Uhr".
func moreClock(s *scan, i int) bool {
	for range 6 {
		j := i
		for s.joins(j) || s.is(j, "und", "ab", "um", "von") {
			j++
		}
		if j == i || !s.has(j, cClock) && !s.has(j, cHour) {
			return false
		}
		i = j + 1
		if s.is(i, "uhr") {
			return true
		}
	}
	return false
}

// yearBefore holds where four digits may be a year as far as the words before them go.
func yearBefore(s *scan, i int) bool {
	if s.numbered(i-1) || s.is(i-1, "von", "bis") && s.has(i+1, cCounted) {
		return false
	}
	if s.has(i-1, cNumber) && !s.has(i-1, cYear) && !s.has(i-1, cDay) {
		return false
	}
	if s.has(i-1, cSlash) || s.has(i-1, cDash) {
		return !s.has(i-2, cNumber) || s.has(i-2, cYear)
	}
	return i == 0 || s.doc.Tokens[i-1].Kind != german.Symbol
}

// numbered reports whether token i announces a quantity or a number that is no date: "rund", "Seite".
func (s *scan) numbered(i int) bool {
	return i >= 0 && s.toks[i].word != nil && s.toks[i].classes.has(cNumbered) ||
		s.is(i, "als") && s.is(i-1, "mehr", "weniger")
}

// yearAfter holds where four digits may be a year as far as the words after them go: not before
// units, counted nouns or more digits ("2000 Grad", "1600 Mitglieder").
func yearAfter(s *scan, i int) bool {
	n := s.toks[i-1].n
	if i >= len(s.toks) {
		return n%100 != 0 || s.yearContext(i-1)
	}
	if s.countedRange(i) || n%100 == 0 && !s.yearContext(i-1) {
		return false
	}
	next := &s.doc.Tokens[i]
	adjoining := next.Span.Start-s.doc.Tokens[i-1].Span.End <= 1
	switch {
	case next.Kind == german.Symbol && adjoining && !s.has(i, cSlash), s.has(i, cUnits), s.has(i, cCounted):
		return false
	case next.Kind == german.Number && adjoining:
		return s.has(i, cYear) || next.Span.Start-s.doc.Tokens[i-1].Span.End == 1 && !s.threeDigits(i)
	case next.Kind != german.Word || !s.capital(i) || s.doc.Tokens[i-1].Sentence != next.Sentence:
		return true
	}
	return s.yearContext(i-1) || n%100 != 0 && !pluralForm(next.Lower)
}

// threeDigits reports whether token i goes on with the number before it: "12 050", but not "1999 155 S.".
func (s *scan) threeDigits(i int) bool {
	return s.doc.Tokens[i].Span.Len() == 3 && !s.is(i+1, "s.", "s", "seiten")
}

// yearContext reports whether what stands before the number at token i makes even a round one a year:
// a preposition of time, a month, a bracket; a noun does so for 2000 alone ("Sydney 2000").
func (s *scan) yearContext(i int) bool {
	if i == 0 {
		return false
	}
	switch {
	case s.is(i-1, "seit", "bis", "ab", "vor", "nach", "um", "anno", "für", "gegen"), s.has(i-1, cMonth), s.has(i-1, cPart):
		return true
	case s.has(i-1, cParen):
		return s.has(i+1, cParen) || s.has(i+1, cComma) || s.has(i+1, cDash)
	}
	return s.toks[i].n == 2000 && s.doc.Tokens[i-1].Kind == german.Word && s.capital(i-1) &&
		s.doc.Sentences[s.doc.Tokens[i].Sentence].First < i-1
}

// countedRange reports whether the number before token i is the first of a range that is counted:
// "1450 bis 1850 Mark".
func (s *scan) countedRange(i int) bool {
	return s.joins(i) && s.has(i+1, cNumber) && (s.has(i+2, cCounted) || s.has(i+2, cUnits) || s.is(i+2, "€", "$", "%"))
}

// pluralForm reports whether a noun looks like a plural, which a number before it would count.
func pluralForm(lower string) bool {
	for _, end := range []string{"en", "er", "ern", "eln", "el"} {
		if strings.HasSuffix(lower, end) {
			return true
		}
	}
	return false
}

// monthPlace holds where a bare month is a date and not a name: after a preposition or in a list.
func monthPlace(s *scan, i int) bool {
	if i == 0 {
		return false
	}
	switch {
	case s.is(i-1, "im", "in", "seit", "ab", "bis", "vom", "von", "zum", "für", "nach", "vor", "den", "gegen", "jeden", "ganzen", "zwischen", "pro"):
		return true
	case s.joins(i-1) && (s.has(i-2, cMonth) || s.has(i-2, cYear)):
		return true
	}
	return s.joins(i+1) && s.has(i+2, cMonth)
}

// plainPlural holds where a plural without a number is a span of time: "seit Wochen".
func plainPlural(s *scan, i int) bool {
	if s.is(i-1, "seit", "vor", "nach", "über", "binnen", "innerhalb", "für") {
		return true
	}
	return s.is(i-1, "schon", "bereits", "mehr") && s.is(i-2, "seit", "vor")
}

// quantityBefore holds after an amount, so that "im Jahr" means each year: "500 Menschen im Jahr".
func quantityBefore(s *scan, i int) bool {
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		if s.doc.Tokens[j].Kind == german.Punct {
			return false
		}
		if s.has(j, cNumber) && !s.has(j, cYear) || s.has(j, cNum) || s.is(j, "hunderte", "tausende", "millionen", "prozent") {
			return true
		}
	}
	return false
}
