package timex

import (
	"sync"
	"time"

	"wortlaut/build/read/german"
)

// resolver turns matches into expressions in text order and remembers what they referred to.
type resolver struct {
	*scan
	dct   EDTF
	today time.Time // the first day of dct
	fixed bool      // dct is known to the day

	day   named // the last day that was named
	year  named // the last year that was written out, by its first day
	place int   // the sentence being read
}

// named is a date the text gave, with the sentence where it did.
type named struct {
	at       time.Time
	sentence int
	known    bool
	single   bool // one day, not a member of a list
	tells    bool // of a year: with a day or month, as narratives begin
	about    bool // counted from a publication date that is uncertain
}

// resolvers are the functions for the classes of expressions in data/rules.txt.
var resolvers = map[string]func(*resolver, *match) Timex{
	"date":        calendarDay,
	"year":        calendarYear,
	"yearpair":    yearPair,
	"decade":      decade,
	"century":     century,
	"month":       calendarMonth,
	"partof":      partOf,
	"weekday":     weekday,
	"daypart":     dayPart,
	"deictic":     deictic,
	"relative":    relative,
	"nextday":     nextDay,
	"nextunit":    nextUnit,
	"quarter":     quarter,
	"halfyear":    halfYear,
	"weekend":     weekend,
	"season":      season,
	"holiday":     holiday,
	"duration":    duration,
	"agoduration": laterDuration,
	"lasting":     lasting,
	"clock":       clock,
	"often":       often,
	"set":         recurrence,
	"vague":       vague,
	"earlier":     vague,
}

// Tag returns the time expressions of d in text order. Relative ones ("gestern") are counted from
// dct, the publication date in EDTF; if it is empty or no date they keep what the words alone say
// ("Mittwoch" is XXXX-WXX-3) and stay unresolved.
func Tag(d *german.Doc, dct string) []Timex {
	r := newResolver(d, dct)
	var out []Timex
	r.each(func(_ *rule, t Timex) { out = append(out, t) })
	return out
}

func newResolver(d *german.Doc, dct string) *resolver {
	r := &resolver{scan: newScan(tables(), d)}
	if e, err := ParseEDTF(dct); err == nil && e.From.Precision >= OfYear && countable(e.From.Year) {
		r.dct, r.today = e, e.From.First()
		r.fixed = e.Precision() == OfDay
	}
	return r
}

// each calls f for the expressions in text order, with the rule that found each: from left to right
// the longest match, then on after it.
func (r *resolver) each(f func(*rule, Timex)) {
	var m match
	for i := 0; i < len(r.toks); i++ {
		if r.toks[i].classes.empty() || !r.longest(i, &m) {
			continue
		}
		r.place = r.doc.Tokens[i].Sentence
		t := m.rule.resolve(r, &m)
		if t.Type == "" { // only the words together said that it is none
			continue
		}
		t.Span = r.doc.Span(m.first, m.last)
		f(m.rule, t)
		i = m.last - 1
	}
}

// tables is the grammar of the data files, read when the first text is: programs that read none
// need not wait. A test reads them and reports each bad line.
var tables = sync.OnceValue(func() *grammar {
	g, err := parseGrammar()
	if err != nil {
		panic(err)
	}
	return g
})

// is reports whether token i is one of the words.
func (s *scan) is(i int, words ...string) bool {
	if i < 0 || i >= len(s.toks) {
		return false
	}
	for _, w := range words {
		if s.doc.Tokens[i].Lower == w {
			return true
		}
	}
	return false
}

// has reports whether token i is of a class.
func (s *scan) has(i int, c class) bool {
	return i >= 0 && i < len(s.toks) && s.toks[i].classes.has(c)
}

// countable reports whether days can be counted from a year and stay among those of four digits.
func countable(year int) bool { return year >= 1000 && year <= 9000 }

// explicitYear remembers a year that the text gives.
func (r *resolver) explicitYear(year int) {
	if !countable(year) {
		return
	}
	r.year = named{at: midnight(year, 1, 1), sentence: r.place, known: true, tells: r.year.tells && r.year.at.Year() == year}
}

// namedDay remembers a day the text names or counts to, and on what it rests.
func (r *resolver) namedDay(t time.Time, single bool, b Basis) {
	if !countable(t.Year()) {
		return
	}
	about := false
	switch b {
	case FromDCT, WeekdayOf:
		about = r.dct.From.Approximate || r.dct.From.Uncertain
	case FromText:
		about = r.day.about
	}
	r.day = named{at: t, sentence: r.place, known: true, single: single, about: about}
}

// from is the day relative expressions of a passage are counted from: the last day named within
// the last sentences, or the publication.
func (r *resolver) from(sentences int) (time.Time, Basis, bool) {
	if r.day.known && r.place-r.day.sentence <= sentences {
		return r.day.at, FromText, true
	}
	if r.fixed {
		return r.today, FromDCT, true
	}
	return time.Time{}, None, false
}

// counted marks e with ~ if what it was counted from is uncertain itself; a year or month that
// holds an uncertain day is certain.
func (r *resolver) counted(e EDTF, b Basis) EDTF {
	uncertain := r.dct.From.Approximate || r.dct.From.Uncertain
	switch b {
	case FromDCT, WeekdayOf, YearOf:
		if !uncertain || e.Precision() < r.dct.Precision() || b == YearOf && r.dct.Precision() > OfYear {
			return e
		}
		return about(e)
	case FromText:
		if r.day.about && e.Precision() == OfDay {
			return about(e)
		}
	}
	return e
}

// date makes a DATE; e may be no date.
func (r *resolver) date(m *match, value string, e EDTF, b Basis) Timex {
	if e.IsZero() {
		return Timex{Type: Date, Value: value, Basis: None}
	}
	return Timex{Type: Date, Value: value, Resolved: r.bounded(m, r.counted(e, b)).String(), Basis: b}
}

// bounded makes an open interval of a date after "seit", "ab" or "bis", and leaves out a year itself
// after "vor" and "nach".
func (r *resolver) bounded(m *match, e EDTF) EDTF {
	i := m.first - 1
	if r.is(i, "dem", "der", "den", "zum", "zur") {
		i--
	}
	year := e.Precision() == OfYear && !e.Interval
	switch {
	case r.is(i, "seit", "ab"):
		return EDTF{From: e.From, Interval: true}
	case r.is(i, "bis") && !r.ranged(i):
		return EDTF{To: e.To, Interval: true}
	case r.is(i, "vor") && year:
		return EDTF{To: yearOf(e.From.Year - 1).From, Interval: true}
	case r.is(i, "nach") && year:
		return EDTF{From: yearOf(e.From.Year + 1).From, Interval: true}
	}
	return e
}

// ranged reports whether the "bis" at token i ends a range ("von 2010 bis 2012").
func (r *resolver) ranged(i int) bool {
	for j := i - 1; j >= max(0, i-6) && r.sameBlock(j, i); j-- {
		if r.is(j, "von", "vom") {
			return true
		}
	}
	return r.has(i-1, cNumber) || r.has(i-1, cMonth) || r.has(i-1, cWeekday) || r.has(i-2, cNumber)
}
