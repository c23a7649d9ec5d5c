package timex

import (
	"strconv"
	"strings"
	"time"
)

// seasonMonth is the first month of a season.
func seasonMonth(s string) int {
	switch s {
	case "SP":
		return 3
	case "SU":
		return 6
	case "FA":
		return 9
	}
	return 12
}

// seasonOf is a season of a year; winter runs from December of the year before, as in most talk.
func seasonOf(year int, s string) EDTF {
	if s == "WI" {
		return EDTF{From: monthOf(year-1, 12).From, To: monthOf(year, 2).From, Interval: true}
	}
	return single(Point{Precision: OfSeason, Year: year, Month: 20 + seasonMonth(s)/3})
}

// season resolves a season with or without its year.
func season(r *resolver, m *match) Timex {
	s, ok := r.value(m, cSeason)
	if !ok {
		s, _ = r.value(m, cSeasonmonths)
	}
	year, basis := r.number(m, cYear), Explicit
	switch {
	case year != 0:
		r.explicitYear(year)
	case r.today.IsZero():
		return Timex{Type: Date, Value: "XXXX-" + s, Basis: None}
	default:
		year, basis = r.seasonYear(m, s)
	}
	e := seasonOf(year, s)
	if r.token(m, cPart) >= 0 {
		e = about(e)
	}
	return r.date(m, pad(year, 4)+"-"+s, e, basis)
}

// seasonYear is the year of a season without one: that of publication, or the year before for what
// is past and has not come yet.
func (r *resolver) seasonYear(m *match, s string) (int, Basis) {
	tense := r.tense(m.first)
	if r.narrative(tense) {
		return r.year.at.Year(), FromText
	}
	year, now, first := r.today.Year(), int(r.today.Month()), seasonMonth(s)
	shift, shifted := r.value(m, cShift)
	past := tense == pastTense || shifted && shift[0] == '-'
	switch {
	case s == "WI" && now >= 10 && !past:
		return year + 1, YearOf
	case s == "WI":
		return year, YearOf
	case past && now < first, shifted && shift == "-1" && now < first+3:
		return year - 1, YearOf
	case (tense == futureTense || shifted && shift == "1") && now > first+2:
		return year + 1, YearOf
	}
	return year, YearOf
}

// holiday resolves a holiday: of its year, or the one nearest to publication that the tense allows.
func holiday(r *resolver, m *match) Timex {
	spec := m.rule.arg
	if v, ok := r.value(m, cHoliday); ok {
		spec = v
	}
	if year := r.number(m, cYear); year != 0 {
		r.explicitYear(year)
		t := holidayIn(year, spec)
		return r.date(m, dayValue(t), DayOf(t), Explicit)
	}
	if r.today.IsZero() {
		if strings.HasPrefix(spec, "E") {
			return Timex{Type: Date, Value: "XXXX-XX-XX", Basis: None}
		}
		return Timex{Type: Date, Value: "XXXX-" + spec, Basis: None}
	}
	t := holidayIn(r.today.Year(), spec)
	off := t.Sub(r.today).Hours() / 24
	switch tense := r.tense(m.first); {
	case tense == pastTense && off > 0, off > 365-farDays/2 && tense != futureTense:
		t = holidayIn(r.today.Year()-1, spec)
	case tense == futureTense && off < 0, off < -farDays && tense != pastTense:
		t = holidayIn(r.today.Year()+1, spec)
	}
	return r.date(m, dayValue(t), DayOf(t), YearOf)
}

// holidayIn is the day of a holiday given as MM-DD or as days from Easter ("E39").
func holidayIn(year int, spec string) time.Time {
	if days, ok := strings.CutPrefix(spec, "E"); ok {
		n, _ := strconv.Atoi(days)
		return easter(year).AddDate(0, 0, n)
	}
	month, _ := strconv.Atoi(spec[:2])
	day, _ := strconv.Atoi(spec[3:])
	return midnight(year, month, day)
}

// easter is Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, ch. 8).
func easter(y int) time.Time {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 19*l) / 433
	month := (h + l - 7*m + 90) / 25
	return midnight(y, month, (h+l-7*m+33*month+19)%32)
}
