package timex

import (
	"cmp"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Precision says how much of a date is known. The zero value is an open end.
type Precision uint8

// The precisions from none to a day; the order is from coarse to fine.
const (
	OpenEnd   Precision = iota // ".." in an interval
	OfCentury                  // "19XX"
	OfDecade                   // "199X"
	OfYear                     // "2025"
	OfSeason                   // "2025-21" spring, 22 summer, 23 autumn, 24 winter
	OfMonth                    // "2025-02"
	OfDay                      // "2025-02-12"
)

// Point is one date, or one end of an interval, with what is known of it.
type Point struct {
	Precision   Precision
	Year        int // 1–9999; the first year of a decade or century
	Month       int // 1–12, or 21–24 for a season; 0 if Precision is coarser
	Day         int // 1–31; 0 if Precision is coarser
	Approximate bool
	Uncertain   bool
}

// EDTF is a date of the Extended Date/Time Format, level 1 (Library of Congress, 2019): a single
// date, where From equals To, or an interval. The zero EDTF is no date.
//
// Supported are YYYY, YYYY-MM, YYYY-MM-DD, the seasons YYYY-21 to YYYY-24, the decades and
// centuries YYYX and YYXX, each with ~ (approximate), ? (uncertain) or % (both), and intervals
// A/B of these where one end may be ".." (open). Years before 1 and times of day are not.
type EDTF struct {
	From, To Point
	Interval bool
}

// ParseEDTF reads s. The error says which part is wrong: "2025-13-40: month 13".
func ParseEDTF(s string) (EDTF, error) {
	from, to, interval := strings.Cut(s, "/")
	if !interval {
		p, err := parsePoint(s)
		if err != nil {
			return EDTF{}, fmt.Errorf("%s: %w", s, err)
		}
		return EDTF{From: p, To: p}, nil
	}
	e := EDTF{Interval: true}
	var errFrom, errTo error
	if from != ".." {
		e.From, errFrom = parsePoint(from)
	}
	if to != ".." {
		e.To, errTo = parsePoint(to)
	}
	if err := cmp.Or(errFrom, errTo, e.ordered()); err != nil {
		return EDTF{}, fmt.Errorf("%s: %w", s, err)
	}
	return e, nil
}

// ordered reports an interval that is open at both ends or ends before it begins.
func (e EDTF) ordered() error {
	if e.From.Precision == OpenEnd && e.To.Precision == OpenEnd {
		return errors.New("both ends are open")
	}
	if e.From.Precision == OpenEnd || e.To.Precision == OpenEnd {
		return nil
	}
	if e.To.Last().Before(e.From.First()) {
		return errors.New("the interval ends before it begins")
	}
	return nil
}

var errLayout = errors.New("not a date; write 2025, 2025-02, 2025-02-12 or two of them with a slash, .. for an open end")

// parsePoint reads one date without a slash.
func parsePoint(s string) (Point, error) {
	var p Point
	if s == "" {
		return p, errors.New("empty; write .. for an open end")
	}
	switch s[len(s)-1] {
	case '~':
		p.Approximate = true
	case '?':
		p.Uncertain = true
	case '%':
		p.Approximate, p.Uncertain = true, true
	}
	if p.Approximate || p.Uncertain {
		s = s[:len(s)-1]
	}
	if err := p.setYear(s); err != nil {
		return Point{}, err
	}
	if len(s) == 4 {
		return p, nil
	}
	if p.Precision < OfYear {
		return Point{}, errLayout
	}
	if err := p.setMonthDay(s[4:]); err != nil {
		return Point{}, err
	}
	return p, nil
}

// setYear reads the first four bytes of s: a year, a decade or a century.
func (p *Point) setYear(s string) error {
	if len(s) < 4 {
		return errLayout
	}
	digits := strings.TrimRight(s[:4], "X")
	year, ok := number(digits)
	if !ok || len(digits) < 2 {
		return errLayout
	}
	p.Precision = OfYear
	for range 4 - len(digits) {
		year *= 10
		p.Precision--
	}
	p.Year = year
	if year == 0 {
		return errors.New("year 0")
	}
	return nil
}

// setMonthDay reads "-MM" or "-MM-DD".
func (p *Point) setMonthDay(s string) error {
	month, day, full := strings.Cut(s[1:], "-")
	m, ok := number(month)
	if s[0] != '-' || !ok || len(month) != 2 {
		return errLayout
	}
	p.Precision, p.Month = OfMonth, m
	if 21 <= m && m <= 24 && !full {
		p.Precision = OfSeason
		return nil
	}
	if m < 1 || m > 12 {
		return fmt.Errorf("month %d", m)
	}
	if !full {
		return nil
	}
	d, ok := number(day)
	if !ok || len(day) != 2 {
		return errLayout
	}
	if last := daysIn(p.Year, m); d < 1 || d > last {
		return fmt.Errorf("day %d of a month of %d days", d, last)
	}
	p.Precision, p.Day = OfDay, d
	return nil
}

// number reads ASCII digits only: strconv alone would take a sign.
func number(s string) (int, bool) {
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return 0, false
		}
	}
	n, err := strconv.Atoi(s)
	return n, err == nil
}

// daysIn is the number of days of a month.
func daysIn(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// First is the first day of p at midnight UTC; the zero time for an open end. Seasons are
// meteorological; winter begins in December of its year.
func (p Point) First() time.Time {
	switch p.Precision {
	case OpenEnd:
		return time.Time{}
	case OfSeason:
		return midnight(p.Year, 3*(p.Month-20), 1)
	}
	return midnight(p.Year, max(1, p.Month), max(1, p.Day))
}

// Last is the last day of p at midnight UTC; the zero time for an open end.
func (p Point) Last() time.Time {
	first := p.First()
	switch p.Precision {
	case OfCentury:
		return first.AddDate(100, 0, -1)
	case OfDecade:
		return first.AddDate(10, 0, -1)
	case OfYear:
		return first.AddDate(1, 0, -1)
	case OfSeason:
		return first.AddDate(0, 3, -1)
	case OfMonth:
		return first.AddDate(0, 1, -1)
	}
	return first
}

func midnight(year, month, day int) time.Time {
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
}

// Bounds returns the first and the last day of e at midnight UTC, both included; the zero time
// stands for an open end. What is approximate is taken at its word.
func (e EDTF) Bounds() (first, last time.Time) { return e.From.First(), e.To.Last() }

// IsZero reports whether e is no date at all.
func (e EDTF) IsZero() bool { return e == EDTF{} }

// Open reports whether e is an interval with an open end.
func (e EDTF) Open() bool {
	return e.Interval && (e.From.Precision == OpenEnd || e.To.Precision == OpenEnd)
}

// Approximate reports whether either end is marked ~ or %.
func (e EDTF) Approximate() bool { return e.From.Approximate || e.To.Approximate }

// Precision is that of the coarser end; an open end does not count.
func (e EDTF) Precision() Precision {
	if e.From.Precision == OpenEnd || e.To.Precision == OpenEnd {
		return max(e.From.Precision, e.To.Precision)
	}
	return min(e.From.Precision, e.To.Precision)
}

// Compare orders dates by first day, an open start before all; where they start together, the
// longer first, as a heading stands before its parts; then the certain before the approximate.
// No date comes last.
func (e EDTF) Compare(o EDTF) int {
	if e.IsZero() || o.IsZero() {
		return compareBool(e.IsZero(), o.IsZero())
	}
	return cmp.Or(
		e.From.First().Compare(o.From.First()),
		lastOf(o).Compare(lastOf(e)),
		compareBool(e.Approximate(), o.Approximate()),
		strings.Compare(e.String(), o.String()),
	)
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// lastOf is the last day of e, or a day beyond all for an open end.
func lastOf(e EDTF) time.Time {
	if e.To.Precision == OpenEnd {
		return midnight(10000, 1, 1)
	}
	return e.To.Last()
}

// Overlaps reports whether e and o share a day.
func (e EDTF) Overlaps(o EDTF) bool {
	if e.IsZero() || o.IsZero() {
		return false
	}
	return !lastOf(o).Before(e.From.First()) && !lastOf(e).Before(o.From.First())
}

// String writes e so that ParseEDTF reads it back; "" for no date.
func (e EDTF) String() string {
	if e.IsZero() {
		return ""
	}
	if !e.Interval {
		return e.From.String()
	}
	return e.From.String() + "/" + e.To.String()
}

// String writes p in EDTF, ".." for an open end.
func (p Point) String() string {
	var s string
	switch p.Precision {
	case OpenEnd:
		return ".."
	case OfCentury:
		s = fmt.Sprintf("%02dXX", p.Year/100)
	case OfDecade:
		s = fmt.Sprintf("%03dX", p.Year/10)
	case OfYear:
		s = fmt.Sprintf("%04d", p.Year)
	case OfDay:
		s = fmt.Sprintf("%04d-%02d-%02d", p.Year, p.Month, p.Day)
	default:
		s = fmt.Sprintf("%04d-%02d", p.Year, p.Month)
	}
	switch {
	case p.Approximate && p.Uncertain:
		s += "%"
	case p.Approximate:
		s += "~"
	case p.Uncertain:
		s += "?"
	}
	return s
}

// DayOf is the date of t's day.
func DayOf(t time.Time) EDTF {
	return single(Point{Precision: OfDay, Year: t.Year(), Month: int(t.Month()), Day: t.Day()})
}

func single(p Point) EDTF { return EDTF{From: p, To: p} }

// monthOf is a month of a year.
func monthOf(year, month int) EDTF {
	return single(Point{Precision: OfMonth, Year: year, Month: month})
}

// yearOf is a whole year.
func yearOf(year int) EDTF { return single(Point{Precision: OfYear, Year: year}) }

// days is the interval from first to last.
func days(first, last time.Time) EDTF {
	return EDTF{From: DayOf(first).From, To: DayOf(last).From, Interval: true}
}

// months is the interval from one month to another of a year.
func months(year, first, last int) EDTF {
	return EDTF{From: monthOf(year, first).From, To: monthOf(year, last).From, Interval: true}
}

// about marks e with ~.
func about(e EDTF) EDTF {
	if e.From.Precision != OpenEnd {
		e.From.Approximate = true
	}
	if e.To.Precision != OpenEnd {
		e.To.Approximate = true
	}
	return e
}

// dayValue writes a day as TIMEX3 and EDTF do.
func dayValue(t time.Time) string { return t.Format(time.DateOnly) }
