package language

import (
	"strconv"
	"strings"
	"time"

	"wortlaut/build/read/timex"
)

// Date writes an EDTF date for readers: "12. Februar 2025", "Anfang Februar 2025",
// "um den 4. April 2025", "3. bis 6. April 2025", "seit 2022". Blanks inside a date do not break.
// What is no date comes back as it is; an empty string gives the word for an unknown date.
func (t *Table) Date(edtf string) string {
	if edtf == "" {
		return t.T("date.unknown")
	}
	d, err := timex.ParseEDTF(edtf)
	if err != nil {
		return edtf
	}
	return t.date(d, true)
}

// DateOfYear writes an EDTF date without its year, for lists that stand under the year.
func (t *Table) DateOfYear(edtf string) string {
	d, err := timex.ParseEDTF(edtf)
	if err != nil || d.Precision() <= timex.OfYear {
		return t.Date(edtf)
	}
	if d.Interval && (d.Open() || d.From.Year != d.To.Year) {
		return t.Date(edtf)
	}
	return t.date(d, false)
}

// DateKnown says what is not known of a date, or what weekday it is: "Tag unbekannt", "ungefähr",
// "Mittwoch". It is empty where there is nothing to say.
func (t *Table) DateKnown(edtf string) string {
	d, err := timex.ParseEDTF(edtf)
	switch {
	case err != nil:
		return ""
	case d.Approximate():
		return t.T("date.roughly")
	case d.From.Uncertain || d.To.Uncertain:
		return t.T("date.doubtful")
	case !d.Interval && d.Precision() == timex.OfMonth, d.Interval && d.Precision() == timex.OfDay && !d.Open():
		return t.T("date.dayunknown")
	case !d.Interval && d.Precision() == timex.OfDay:
		return t.weekday(d.From.First())
	}
	return ""
}

func (t *Table) weekday(day time.Time) string {
	return t.T("weekday." + strconv.Itoa(int(day.Weekday())))
}

func (t *Table) date(d timex.EDTF, year bool) string {
	if !d.Interval {
		return t.point(d.From, year)
	}
	from, to := d.From, d.To
	switch {
	case to.Precision == timex.OpenEnd:
		return t.T("date.since"+article(from), t.plain(from, year))
	case from.Precision == timex.OpenEnd:
		return t.T("date.until"+article(to), t.plain(to, year))
	}
	if part := partOfMonth(from, to); part != "" {
		return t.T("date."+part, t.plain(timex.Point{Precision: timex.OfMonth, Year: from.Year, Month: from.Month}, year))
	}
	return t.T("date.range", t.start(from, to), t.plain(to, year))
}

// article is the suffix of a key whose text takes the day with an article ("seit dem 4. April").
func article(p timex.Point) string {
	if p.Precision == timex.OfDay {
		return ".day"
	}
	return ""
}

// partOfMonth names the third of a month that from and to span. German and English divide the
// month the same way.
func partOfMonth(from, to timex.Point) string {
	if from.Precision != timex.OfDay || to.Precision != timex.OfDay || from.Year != to.Year || from.Month != to.Month {
		return ""
	}
	switch last := to.First().AddDate(0, 0, 1).Day() == 1; {
	case from.Day == 1 && to.Day == 10:
		return "early"
	case from.Day == 11 && to.Day == 20:
		return "mid"
	case from.Day == 21 && last:
		return "late"
	}
	return ""
}

// start writes the first end of an interval without what it shares with the other: the "3." of
// "3. bis 6. April 2025".
func (t *Table) start(from, to timex.Point) string {
	same := from.Year == to.Year
	if same && from.Month == to.Month && from.Precision == timex.OfDay && to.Precision == timex.OfDay {
		return t.T("date.dayonly", strconv.Itoa(from.Day))
	}
	return t.plain(from, !same || from.Precision <= timex.OfYear)
}

// point writes a single date with the words for "about" and "perhaps".
func (t *Table) point(p timex.Point, year bool) string {
	s := t.plain(p, year)
	switch {
	case p.Approximate:
		return t.T("date.about"+article(p), s)
	case p.Uncertain:
		return t.T("date.perhaps", s)
	}
	return s
}

// plain writes a single date as if it were certain.
func (t *Table) plain(p timex.Point, year bool) string {
	y := ""
	if year {
		y = strconv.Itoa(p.Year)
	}
	month := func() string { return t.T("month." + strconv.Itoa(p.Month)) }
	switch p.Precision {
	case timex.OfDay:
		return strings.TrimRight(t.T("date.day", strconv.Itoa(p.Day), month(), y), " \u00a0")
	case timex.OfMonth, timex.OfSeason:
		return strings.TrimRight(t.T("date.month", month(), y), " \u00a0")
	case timex.OfDecade:
		return t.T("date.decade", strconv.Itoa(p.Year))
	case timex.OfCentury:
		return t.T("date.century", strconv.Itoa(p.Year/100+1))
	}
	return strconv.Itoa(p.Year)
}

// DateShort writes a date for narrow columns: "12. Feb.", "um 4. Apr.", "Feb. 2025", "2025".
func (t *Table) DateShort(edtf string) string {
	d, err := timex.ParseEDTF(edtf)
	if err != nil || d.Interval || d.Precision() < timex.OfMonth || d.Precision() == timex.OfSeason {
		return t.Date(edtf)
	}
	p := d.From
	month := t.T("monthshort." + strconv.Itoa(p.Month))
	s := t.T("date.month", month, strconv.Itoa(p.Year))
	if p.Precision == timex.OfDay {
		s = strings.TrimRight(t.T("date.day", strconv.Itoa(p.Day), month, ""), " \u00a0")
	}
	if p.Approximate {
		return t.T("date.about", s)
	}
	return s
}

// Year returns the year a date begins in, or 0 if it has none.
func Year(edtf string) int {
	d, err := timex.ParseEDTF(edtf)
	if err != nil {
		return 0
	}
	if d.From.Precision == timex.OpenEnd {
		return d.To.Year
	}
	return d.From.Year
}
