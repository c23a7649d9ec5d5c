package dossier

import (
	"cmp"

	"wortlaut/build/read/timex"
)

// precision names how exact an EDTF value is: day, month, year, interval or unknown.
func precision(value string) string {
	e, err := timex.ParseEDTF(value)
	switch {
	case value == "" || err != nil:
		return "unknown"
	case e.Interval:
		return "interval"
	case e.Precision() == timex.OfDay:
		return "day"
	case e.Precision() == timex.OfMonth:
		return "month"
	}
	return "year"
}

// compareDates orders EDTF values by time; unknown ones come last.
func compareDates(a, b string) int {
	x, errX := timex.ParseEDTF(a)
	y, errY := timex.ParseEDTF(b)
	if errX != nil || errY != nil {
		return cmp.Compare(boolInt(errX != nil), boolInt(errY != nil))
	}
	return x.Compare(y)
}

// overlap reports whether two EDTF values can mean the same day; an unknown one can mean none.
func overlap(a, b string) bool {
	x, errX := timex.ParseEDTF(a)
	y, errY := timex.ParseEDTF(b)
	return errX == nil && errY == nil && x.Overlaps(y)
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}
