package record

import (
	"strings"
	"time"
)

// edtf reports whether s is a date of the subset of EDTF level 1 that records use: a year, month or
// day, with ~, ? or % behind it for doubt, or an interval of two of them, one of which may be open
// ("..") or unknown (empty). It checks the spelling and the calendar, and resolves nothing.
// See https://www.loc.gov/standards/datetime/.
func edtf(s string) bool {
	from, to, interval := strings.Cut(s, "/")
	if !interval {
		return doubtful(s)
	}
	open := func(end string) bool { return end == "" || end == ".." }
	switch {
	case open(from):
		return doubtful(to)
	case open(to):
		return doubtful(from)
	}
	n := min(len(certain(from)), len(certain(to)))
	return doubtful(from) && doubtful(to) && from[:n] <= to[:n]
}

func doubtful(s string) bool {
	return date(certain(s))
}

// certain takes the mark of doubt off s.
func certain(s string) string {
	if s != "" && strings.IndexByte("~?%", s[len(s)-1]) >= 0 {
		return s[:len(s)-1]
	}
	return s
}

// date accepts YYYY, YYYY-MM and YYYY-MM-DD.
func date(s string) bool {
	for _, layout := range []string{"2006", "2006-01", "2006-01-02"} {
		if len(s) == len(layout) {
			_, err := time.Parse(layout, s)
			return err == nil
		}
	}
	return false
}
