package timex

import (
	"time"
)

// calendarDay resolves a day with its month; the year may be missing, and in a list the month.
func calendarDay(r *resolver, m *match) Timex {
	if i := r.token(m, cFulldate); i >= 0 {
		return r.fullDate(m, r.toks[i].text)
	}
	if i := r.token(m, cDaymonth); i >= 0 {
		return r.dayMonth(m, i)
	}
	if m.rule.span[len(m.rule.span)-1].want.has(cInt) { // 2025-02-12
		at := m.first
		return r.fullDate(m, pad(r.toks[at].n, 4)+"-"+pad(r.toks[at+2].n, 2)+"-"+pad(r.toks[at+4].n, 2))
	}
	day, month, year := r.number(m, cDay), 0, r.number(m, cYear)
	if day == 0 {
		day = r.number(m, cDayint)
	}
	listed := false
	switch {
	case r.token(m, cMonth) >= 0:
		month = r.number(m, cMonth)
	case r.token(m, cMonthnum) >= 0:
		day, month = r.toks[m.first].n, r.toks[m.first+1].n
	default:
		at := r.monthAfter(m.last)
		month, listed = r.intOf(at, cMonth), true
		if r.has(at+1, cYear) {
			year = r.toks[at+1].n
		}
	}
	if !validDay(day, month) {
		return Timex{}
	}
	return r.calendar(m, year, month, day, listed)
}

// calendar makes the DATE of a day; year is 0 if the text does not give it.
func (r *resolver) calendar(m *match, year, month, day int, listed bool) Timex {
	basis := Explicit
	if year == 0 {
		year, basis = r.yearFor(m, month, day)
	} else {
		r.explicitYear(year)
		r.year.tells = true
	}
	if year == 0 || day > daysIn(year, month) {
		return Timex{Type: Date, Value: "XXXX-" + pad(month, 2) + "-" + pad(day, 2), Basis: None}
	}
	t := midnight(year, month, day)
	r.namedDay(t, !listed && !r.listMember(m.first), basis)
	return r.date(m, dayValue(t), DayOf(t), basis)
}

// listMember reports whether the day at token i follows another in a list.
func (r *resolver) listMember(i int) bool {
	return r.joins(i-1) && (r.has(i-2, cDay) || r.has(i-2, cStop) || r.has(i-2, cMonth))
}

// fullDate makes the DATE of a day written in digits.
func (r *resolver) fullDate(m *match, value string) Timex {
	e, err := ParseEDTF(value)
	if err != nil {
		return Timex{}
	}
	r.explicitYear(e.From.Year)
	r.namedDay(e.From.First(), true, Explicit)
	return r.date(m, value, e, Explicit)
}

// dayMonth resolves "12.3." at token i.
func (r *resolver) dayMonth(m *match, i int) Timex {
	var nums [2]int
	at := 0
	for _, c := range r.doc.Tokens[i].Lower {
		if c == '.' || c == ':' {
			at++
			continue
		}
		if at < 2 {
			nums[at] = 10*nums[at] + int(c-'0')
		}
	}
	if !validDay(nums[0], nums[1]) {
		return Timex{}
	}
	return r.calendar(m, 0, nums[1], nums[0], false)
}

// yearFor finds the year of a day or month (day 0) that the text gives without one: in a narrative
// the last year written out, else that of publication, or its neighbour where the tense says so.
func (r *resolver) yearFor(m *match, month, day int) (int, Basis) {
	tense := r.tense(m.first)
	if r.narrative(tense) {
		return r.year.at.Year(), FromText
	}
	if r.today.IsZero() {
		return 0, None
	}
	year := r.today.Year()
	if r.dct.Precision() < OfMonth {
		return year, YearOf
	}
	return year + r.neighbour(tense, month, day), YearOf
}

// farDays is how far a day may lie on the wrong side of the publication for its tense before the
// year beside is meant.
const farDays = 120

// neighbour is -1, 0 or 1: the year to choose seen from that of publication.
func (r *resolver) neighbour(tense tense, month, day int) int {
	t := midnight(r.today.Year(), month, max(day, 1))
	if day == 0 && month == int(r.today.Month()) {
		return 0
	}
	off := int(t.Sub(r.today).Hours() / 24)
	switch {
	case tense == pastTense && day == 0 && off > 0, tense == pastTense && off > farDays/4:
		return -1
	case off > 365-farDays/2 && tense != futureTense:
		return -1
	case off < -2*farDays && tense != pastTense:
		return 1
	case off < -farDays/4 && tense == futureTense:
		return 1
	}
	return 0
}

// narrativeSentences is how long a year that was written out governs the days after it.
const narrativeSentences = 8

// narrative reports whether the passage tells of a year other than that of publication.
func (r *resolver) narrative(tense tense) bool {
	if !r.year.known || r.place-r.year.sentence > narrativeSentences || tense == futureTense {
		return false
	}
	if r.today.IsZero() {
		return r.year.tells
	}
	return r.year.tells && r.year.at.Year() < r.today.Year() && tense == pastTense
}

// calendarMonth resolves a month, with or without its year, and its beginning, middle or end.
func calendarMonth(r *resolver, m *match) Timex {
	month, year, basis := max(r.number(m, cMonth), r.number(m, cMonthint)), r.number(m, cYear), Explicit
	shift, shifted := r.value(m, cShift)
	switch {
	case year != 0:
		r.explicitYear(year)
		r.year.tells = true
	case shifted:
		year, basis = r.shiftedYear(shift, month), FromDCT
	default:
		if at := r.yearOfList(m.last); at >= 0 {
			year = r.toks[at].n
			break
		}
		year, basis = r.yearFor(m, month, 0)
	}
	if year == 0 {
		return Timex{Type: Date, Value: "XXXX-" + pad(month, 2), Basis: None}
	}
	e := monthOf(year, month)
	if part, ok := r.value(m, cPart); ok {
		return r.date(m, e.String(), partOfMonth(e.From, part), basis)
	}
	return r.date(m, e.String(), e, basis)
}

// shiftedYear is the year of "vergangenen Dezember" or "nächsten März".
func (r *resolver) shiftedYear(shift string, month int) int {
	if r.today.IsZero() {
		return 0
	}
	year, now := r.today.Year(), int(r.today.Month())
	switch {
	case shift == "-1" && month >= now:
		return year - 1
	case shift == "1" && month <= now:
		return year + 1
	}
	return year
}

// yearOfList returns the token of the year that months joined at token i share: "Januar und
// Februar 2024"; -1 if there is none.
func (r *resolver) yearOfList(i int) int {
	for range 6 {
		if i = r.linked(i); i < 0 || !r.has(i, cMonth) {
			return -1
		}
		if i++; r.has(i, cYear) {
			return i
		}
	}
	return -1
}

// calendarYear resolves four digits that are a year.
func calendarYear(r *resolver, m *match) Timex {
	year := r.number(m, cYear)
	r.explicitYear(year)
	t := r.date(m, pad(year, 4), yearOf(year), Explicit)
	t.State = r.state(m.first)
	return t
}

// state reports whether "vor 2014" before token i belongs to a state of things ("die Grenzen von
// vor 2014") and dates no event.
func (r *resolver) state(i int) bool {
	if !r.is(i-1, "vor", "nach", "seit") {
		return false
	}
	if r.is(i-2, "von") {
		return true
	}
	for j := i - 2; j >= max(0, i-6); j-- {
		if r.has(j, cState) {
			return true
		}
		if r.clauseEnd(j) {
			return false
		}
	}
	return false
}

// yearPair resolves "die Saison 2014/15".
func yearPair(r *resolver, m *match) Timex {
	i := r.token(m, cYear)
	first, second := r.toks[i].n, r.toks[i+2].n
	if second < 100 {
		second += first / 100 * 100
		if second < first {
			second += 100
		}
	}
	if second <= first || second > first+20 {
		return Timex{}
	}
	e := EDTF{From: yearOf(first).From, To: yearOf(second).From, Interval: true}
	return r.date(m, "XXXX-XX-XX", e, Explicit)
}

// decade resolves "den siebziger Jahren", those of the last century unless four digits say more.
func decade(r *resolver, m *match) Timex {
	n := 0
	for _, c := range []class{cDecade, cDecadeword, cDecadenum, cDecadefull} {
		n = max(n, r.number(m, c))
	}
	if n < 100 {
		n += 1900
		if n < 1920 || n == 1920 && r.tense(m.first) == futureTense {
			n += 100
		}
	}
	e := single(Point{Precision: OfDecade, Year: n / 10 * 10})
	if r.token(m, cPart) >= 0 {
		e = about(e)
	}
	return r.date(m, pad(n/10, 3), e, Explicit)
}

// century resolves "19. Jahrhundert", whose value is the first digits of its years.
func century(r *resolver, m *match) Timex {
	n := r.number(m, cOrdinal)
	if i := r.token(m, cOrd); i >= 0 {
		n = r.intOf(i, cOrd)
	}
	if n < 2 || n > 99 {
		return Timex{}
	}
	n--
	if n < 10 {
		return Timex{Type: Date, Value: pad(n, 2), Basis: None}
	}
	e := single(Point{Precision: OfCentury, Year: n * 100})
	if r.token(m, cPart) >= 0 {
		e = about(e)
	}
	return r.date(m, pad(n, 2), e, Explicit)
}

// partOfMonth is the days 1–10, 11–20 or from 21 of a month.
func partOfMonth(p Point, part string) EDTF {
	first, last := p.First(), p.Last()
	switch part {
	case "START":
		return days(first, first.AddDate(0, 0, 9))
	case "MID":
		return days(first.AddDate(0, 0, 10), first.AddDate(0, 0, 19))
	}
	return days(first.AddDate(0, 0, 20), last)
}

// partOfYear is four months of a year.
func partOfYear(year int, part string) EDTF {
	switch part {
	case "START":
		return months(year, 1, 4)
	case "MID":
		return months(year, 5, 8)
	}
	return months(year, 9, 12)
}

// partOfWeek is Monday and Tuesday, Wednesday, or Friday to Sunday of the week of a Monday.
func partOfWeek(monday time.Time, part string) EDTF {
	switch part {
	case "START":
		return days(monday, monday.AddDate(0, 0, 1))
	case "MID":
		return DayOf(monday.AddDate(0, 0, 2))
	}
	return days(monday.AddDate(0, 0, 4), monday.AddDate(0, 0, 6))
}
