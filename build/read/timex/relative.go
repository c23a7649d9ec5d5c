package timex

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// weekday resolves a day of the week: the last such day, today included, or the next where the
// clause speaks of what comes.
func weekday(r *resolver, m *match) Timex {
	n := r.number(m, cWeekday)
	unknown := Timex{Type: Date, Value: "XXXX-WXX-" + strconv.Itoa(n), Basis: None}
	if r.is(m.first-1, "am") && r.has(m.first-2, cSundaypaper) {
		return Timex{}
	}
	if !r.fixed {
		return unknown
	}
	if r.timetable(m) {
		r.day.single, r.day.sentence = false, r.place
		return unknown
	}
	t := r.weekdayFrom(m, n)
	if r.apposition(m, n) {
		t = r.day.at
	}
	r.namedDay(t, true, WeekdayOf)
	return r.date(m, dayValue(t), DayOf(t), WeekdayOf)
}

// timetable reports "Montag bis Freitag" without a verb: any week's.
func (r *resolver) timetable(m *match) bool {
	bound := func(i, other int) bool { return (r.is(i, "bis") || r.has(i, cDash)) && r.has(other, cWeekday) }
	return (bound(m.last, m.last+1) || bound(m.first-1, m.first-2)) && r.tense(m.first) == unknownTense
}

// apposition reports a weekday that only names the day before it: "morgen, Donnerstag,".
func (r *resolver) apposition(m *match, n int) bool {
	return r.has(m.first-1, cComma) && r.has(m.first-2, cDeictic) && r.day.known && isoWeekday(r.day.at) == n
}

// weekdayFrom is the day meant by weekday n (1 Monday … 7 Sunday).
func (r *resolver) weekdayFrom(m *match, n int) time.Time {
	back := (isoWeekday(r.today) - n + 7) % 7
	shift, shifted := r.value(m, cShift)
	switch {
	case shifted && r.is(m.last-1, "woche"): // "Donnerstag vergangener Woche"
		return monday(r.today).AddDate(0, 0, n-1+7*r.number(m, cShift))
	case shifted && shift[0] == '-':
		if back == 0 {
			back = 7
		}
	case shifted && shift != "0", r.token(m, cDem) >= 0 && r.tense(m.first) != pastTense:
		back -= 7
	case !shifted && back > 0 && r.ahead(m.first):
		back -= 7
	}
	return r.today.AddDate(0, 0, -back)
}

// ahead reports whether the clause at token i speaks of what is still to come. The present tense
// alone does not say so in a report, but with "ab", "bis" or a word of announcing.
func (r *resolver) ahead(i int) bool {
	if r.is(i-1, "für") { // "der für Freitag geplante Gipfel"
		return true
	}
	switch r.tense(i) {
	case futureTense, passiveTense:
		return true
	case pastTense:
		return false
	case unknownTense:
		return r.is(i-1, "ab", "bis") || r.has(i+1, cComma) && (r.has(i+2, cDay) || r.has(i+2, cClock) || r.has(i+2, cHour))
	}
	if r.is(i-1, "ab", "bis") || r.is(i-2, "ab", "bis") {
		return true
	}
	return r.announced(i)
}

// announced reports whether the sentence of token i has a word of announcing.
func (r *resolver) announced(i int) bool {
	first, last := r.near(i)
	for j := first; j < last; j++ {
		if r.has(j, cAnnounce) {
			return true
		}
	}
	return false
}

// isoWeekday is 1 for Monday to 7 for Sunday.
func isoWeekday(t time.Time) int { return (int(t.Weekday())+6)%7 + 1 }

func monday(t time.Time) time.Time { return t.AddDate(0, 0, 1-isoWeekday(t)) }

// weekValue writes the ISO week of t.
func weekValue(t time.Time) string {
	y, w := t.ISOWeek()
	return fmt.Sprintf("%04d-W%02d", y, w)
}

func weekOf(t time.Time) EDTF { return days(monday(t), monday(t).AddDate(0, 0, 6)) }

// deictic resolves gestern, heute, morgen and their adjectives.
func deictic(r *resolver, m *match) Timex {
	c := cDeictic
	if r.token(m, c) < 0 {
		c = cDeicticadj
	}
	off := r.number(m, c)
	if off == 0 && !r.literalToday(m, c) {
		e := EDTF{}
		if r.fixed {
			e = DayOf(r.today)
		}
		return r.date(m, "PRESENT_REF", e, FromDCT)
	}
	if !r.fixed {
		return Timex{Type: Date, Value: reference(off), Basis: None}
	}
	if off == 1 && r.is(m.first-1, "von") { // "die Welt von morgen"
		return Timex{Type: Date, Value: "FUTURE_REF", Basis: None}
	}
	t := r.today.AddDate(0, 0, off)
	r.namedDay(t, true, FromDCT)
	return r.date(m, dayValue(t), DayOf(t), FromDCT)
}

// literalToday reports whether "heute" is the day and not the present age: with a clock or a part
// of day, gestern or morgen near, with a verb of the past, or after "bis" with an event.
func (r *resolver) literalToday(m *match, c class) bool {
	switch {
	case c == cDeicticadj:
		return r.token(m, cWeekday) >= 0
	case r.is(m.first-1, "von"):
		return false
	case r.is(m.first-1, "bis"):
		return true
	}
	first, last := r.near(m.first)
	for j := max(0, first-1); j < min(len(r.toks), last+1); j++ {
		if j != m.first && (r.has(j, cClock) || r.has(j, cDeictic) || r.has(j, cUhr)) {
			return true
		}
	}
	if r.announced(m.first) {
		return true
	}
	return r.tense(m.first) == pastTense && !r.is(m.first+1, "noch")
}

// relative resolves a week, month or year seen from now: "vergangene Woche", "heuer", "Vorjahr".
func relative(r *resolver, m *match) Timex {
	unit, off := r.unitAndShift(m)
	if unit == "D" && off == 0 && !r.day.known {
		return Timex{}
	}
	return r.shifted(m, unit, off)
}

// unitAndShift reads a match's unit and how many of it to go.
func (r *resolver) unitAndShift(m *match) (unit string, off int) {
	if u, ok := r.value(m, cLastunit); ok {
		return u, -1
	}
	if v, ok := r.value(m, cYearadj); ok {
		n, _ := strconv.Atoi(v)
		return "Y", n
	}
	unit, _ = r.value(m, cUnit)
	if unit == "" {
		return "Y", 0 // heuer
	}
	return unit, r.number(m, cShift)
}

// shifted makes the DATE of the unit that lies off units from the publication's.
func (r *resolver) shifted(m *match, unit string, off int) Timex {
	if r.today.IsZero() {
		return Timex{Type: Date, Value: reference(off), Basis: None}
	}
	t := r.today
	switch unit {
	case "D":
		return r.shiftedDay(m, off)
	case "W":
		t = t.AddDate(0, 0, 7*off)
		return r.date(m, weekValue(t), weekOf(t), FromDCT)
	case "M":
		t = midnight(t.Year(), int(t.Month())+off, 1)
		e := monthOf(t.Year(), int(t.Month()))
		return r.date(m, e.String(), e, FromDCT)
	case "Q":
		return r.nthPart(m, t.Year(), "Q", 3, (int(t.Month())-1)/3+off, FromDCT)
	case "6M":
		return r.nthPart(m, t.Year(), "H", 6, (int(t.Month())-1)/6+off, FromDCT)
	case "Y":
		return r.date(m, pad(t.Year()+off, 4), yearOf(t.Year()+off), FromDCT)
	case "DE":
		n := t.Year()/10 + off
		return r.date(m, pad(n, 3), single(Point{Precision: OfDecade, Year: n * 10}), FromDCT)
	case "CE":
		n := t.Year()/100 + off
		return r.date(m, pad(n, 2), single(Point{Precision: OfCentury, Year: n * 100}), FromDCT)
	}
	return Timex{}
}

func reference(off int) string {
	return [...]string{"PAST_REF", "PRESENT_REF", "FUTURE_REF"}[1+min(1, max(-1, off))]
}

// shiftedDay counts days from the passage: "am nächsten Tag", "an diesem Tag".
func (r *resolver) shiftedDay(m *match, off int) Timex {
	from, basis, ok := r.from(30)
	if !ok {
		return Timex{Type: Date, Value: "XXXX-XX-XX", Basis: None}
	}
	t := from.AddDate(0, 0, off)
	if off >= 0 { // what lies before is told in passing; the story goes on from where it was
		r.namedDay(t, true, basis)
	}
	return r.date(m, dayValue(t), DayOf(t), basis)
}

// nextUnit resolves "das Jahr darauf" and "in der zweiten Woche", counted from the passage alone.
func nextUnit(r *resolver, m *match) Timex {
	off := 1
	unit, ok := r.value(m, cFollownoun)
	if !ok {
		if unit, ok = r.value(m, cUnit); !ok {
			unit = map[string]string{"jahr": "Y", "monat": "M", "woche": "W"}[r.nounOf(m)]
		}
	}
	if r.token(m, cLater) >= 0 {
		off = r.number(m, cLater)
	}
	if n := r.number(m, cOrd); n > 0 {
		off = n - 1
	}
	switch {
	case r.is(m.last, "des", "der"):
	case unit == "W" && r.day.known:
		t := r.day.at.AddDate(0, 0, 7*off)
		return r.date(m, weekValue(t), weekOf(t), FromText)
	case unit == "M" && r.day.known:
		t := midnight(r.day.at.Year(), int(r.day.at.Month())+off, 1)
		e := monthOf(t.Year(), int(t.Month()))
		return r.date(m, e.String(), e, FromText)
	case unit == "Y" && r.year.known:
		year := r.year.at.Year() + off
		return r.date(m, pad(year, 4), yearOf(year), FromText)
	}
	return Timex{}
}

// nounOf is the last noun of a match in small letters.
func (r *resolver) nounOf(m *match) string {
	for i := m.last - 1; i >= m.first; i-- {
		if r.capital(i) {
			return r.doc.Tokens[i].Lower
		}
	}
	return ""
}

// nextDay resolves the day after or before one named: "am Tag darauf", "Vortag". With a genitive
// ("am Vortag des Gipfels") it hangs on an event whose day is not said.
func nextDay(r *resolver, m *match) Timex {
	off := 0
	switch {
	case r.token(m, cVortag) >= 0:
		off = r.number(m, cVortag)
	case r.token(m, cLater) >= 0:
		off = r.number(m, cLater)
	case r.token(m, cDem) < 0 && r.token(m, cSame) < 0:
		off = 1
		if v, ok := r.value(m, cShift); ok && v != "1" {
			off, _ = strconv.Atoi(v)
		}
	}
	if r.is(m.last, "des", "der", "seiner", "ihrer", "seines", "ihres", "vor", "nach") && off != 0 {
		return Timex{Type: Date, Value: "XXXX-XX-XX", Basis: None}
	}
	return r.shiftedDay(m, off)
}

// partOf resolves the beginning, middle or end of a year, month or week.
func partOf(r *resolver, m *match) Timex {
	part, _ := r.value(m, cPart)
	unit, _ := r.value(m, cUnit)
	if v, ok := r.value(m, cPartword); ok {
		part, unit, _ = strings.Cut(v, "_")
	}
	if year := r.number(m, cYear); year != 0 {
		r.explicitYear(year)
		return r.date(m, pad(year, 4), partOfYear(year, part), Explicit)
	}
	if r.today.IsZero() || unit != "W" && unit != "M" && unit != "Y" {
		return Timex{}
	}
	from, basis, off := r.today, FromDCT, r.number(m, cShift)
	if r.token(m, cShift) < 0 && r.year.known && r.place-r.year.sentence <= 1 && r.tense(m.first) == pastTense {
		from, basis = r.year.at, FromText
	}
	switch unit {
	case "W":
		t := r.today.AddDate(0, 0, 7*off)
		return r.date(m, weekValue(t), partOfWeek(monday(t), part), FromDCT)
	case "M":
		t := midnight(r.today.Year(), int(r.today.Month())+off, 1)
		e := monthOf(t.Year(), int(t.Month()))
		return r.date(m, e.String(), partOfMonth(e.From, part), FromDCT)
	}
	year := from.Year() + off
	return r.date(m, pad(year, 4), partOfYear(year, part), basis)
}

// quarter resolves "im dritten Quartal".
func quarter(r *resolver, m *match) Timex {
	year, basis := r.yearOr(m)
	return r.nthPart(m, year, "Q", 3, r.ordinalOf(m)-1, basis)
}

// ordinalOf is the number of "zweite" or "2.".
func (r *resolver) ordinalOf(m *match) int { return max(r.number(m, cOrd), r.number(m, cOrdinal)) }

// yearOr is the year of a match, or that of publication.
func (r *resolver) yearOr(m *match) (int, Basis) {
	if year := r.number(m, cYear); year != 0 {
		r.explicitYear(year)
		return year, Explicit
	}
	if r.today.IsZero() {
		return 0, None
	}
	return r.today.Year(), YearOf
}

// nthPart makes the DATE of part n of a year, counted from 0 and beyond the year if need be; letter
// is "Q" for quarters of three months, "H" for halves of six.
func (r *resolver) nthPart(m *match, year int, letter string, length, n int, b Basis) Timex {
	if year == 0 {
		return Timex{Type: Date, Value: "XXXX-" + letter + strconv.Itoa(n+1), Basis: None}
	}
	t := midnight(year, length*n+1, 1)
	part := (int(t.Month())-1)/length + 1
	return r.date(m, pad(t.Year(), 4)+"-"+letter+strconv.Itoa(part), months(t.Year(), length*(part-1)+1, length*part), b)
}

// halfYear resolves "in der zweiten Jahreshälfte".
func halfYear(r *resolver, m *match) Timex {
	year, basis := r.yearOr(m)
	return r.nthPart(m, year, "H", 6, r.ordinalOf(m)-1, basis)
}

// weekend resolves "am Wochenende": the past one in reports, the next in announcements.
func weekend(r *resolver, m *match) Timex {
	if !r.fixed {
		return Timex{Type: Date, Value: "XXXX-WXX-WE", Basis: None}
	}
	saturday := monday(r.today).AddDate(0, 0, 5)
	shift, shifted := r.value(m, cShift)
	switch {
	case shifted && shift[0] == '-':
		saturday = saturday.AddDate(0, 0, -7)
	case shifted || r.token(m, cDem) >= 0:
	case isoWeekday(r.today) < 6 && !r.ahead(m.first):
		saturday = saturday.AddDate(0, 0, -7)
	}
	r.namedDay(saturday, false, FromDCT)
	return r.date(m, weekValue(saturday)+"-WE", days(saturday, saturday.AddDate(0, 0, 1)), FromDCT)
}
