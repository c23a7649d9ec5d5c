package timex

import (
	"slices"
	"testing"
	"time"
)

func TestParseEDTF(t *testing.T) {
	for _, c := range []struct{ in, first, last string }{
		{"2025", "2025-01-01", "2025-12-31"},
		{"2025-02", "2025-02-01", "2025-02-28"},
		{"2024-02", "2024-02-01", "2024-02-29"},
		{"2025-02-12", "2025-02-12", "2025-02-12"},
		{"2025-02-12~", "2025-02-12", "2025-02-12"},
		{"2025-21?", "2025-03-01", "2025-05-31"},
		{"2025-24", "2025-12-01", "2026-02-28"},
		{"199X", "1990-01-01", "1999-12-31"},
		{"19XX%", "1900-01-01", "1999-12-31"},
		{"2025-02-01/2025-02-10", "2025-02-01", "2025-02-10"},
		{"2022/..", "2022-01-01", "0001-01-01"},
		{"../2014", "0001-01-01", "2014-12-31"},
	} {
		e, err := ParseEDTF(c.in)
		if err != nil {
			t.Errorf("%s: %v", c.in, err)
			continue
		}
		first, last := e.Bounds()
		if got := first.Format(time.DateOnly); got != c.first {
			t.Errorf("%s begins on %s, want %s", c.in, got, c.first)
		}
		if got := last.Format(time.DateOnly); got != c.last {
			t.Errorf("%s ends on %s, want %s", c.in, got, c.last)
		}
		if e.String() != c.in {
			t.Errorf("%s is written %s", c.in, e)
		}
	}
}

func TestParseEDTFErrors(t *testing.T) {
	layout := errLayout.Error()
	for _, c := range []struct{ in, want string }{
		{"2025-13-40", "month 13"},
		{"2025-00", "month 0"},
		{"2025-22-01", "month 22"},
		{"2025-02-30", "day 30 of a month of 28 days"},
		{"0000", "year 0"},
		{"12.02.2025", layout},
		{"2025-2-1", layout},
		{"2025-02-1", layout},
		{"20X5", layout},
		{"199X-02", layout},
		{"+202", layout},
		{"2025-02-12T10:00", layout},
		{" 2025", layout},
		{"2022/", "empty; write .. for an open end"},
		{"", "empty; write .. for an open end"},
		{"../..", "both ends are open"},
		{"2025/2024", "the interval ends before it begins"},
	} {
		_, err := ParseEDTF(c.in)
		if want := c.in + ": " + c.want; err == nil || err.Error() != want {
			t.Errorf("%q: %v, want %s", c.in, err, want)
		}
	}
}

func TestEDTFOrder(t *testing.T) {
	want := []string{"../2014", "2014", "2022/..", "2025", "2025-02", "2025-02-01/2025-02-10", "2025-02-01", "2025-02-12", "2025-02-12~", "2025-06-05", ""}
	var got []EDTF
	for _, s := range []int{10, 3, 9, 0, 8, 2, 4, 7, 1, 6, 5} {
		e, err := ParseEDTF(want[s])
		if err != nil && want[s] != "" {
			t.Fatal(err)
		}
		got = append(got, e)
	}
	slices.SortFunc(got, EDTF.Compare)
	for i, e := range got {
		if e.String() != want[i] {
			t.Errorf("place %d: %s, want %s", i, e, want[i])
		}
	}
}

func TestEDTFOverlaps(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"2025-02", "2025-02-12", true},
		{"2025-02-12", "2025-02-12~", true},
		{"2022/..", "2025", true},
		{"2022/..", "2021", false},
		{"../2014", "2013/2015", true},
		{"2025-02-01/2025-02-10", "2025-02-11", false},
		{"2025", "", false},
	} {
		a, _ := ParseEDTF(c.a)
		b, _ := ParseEDTF(c.b)
		if got := a.Overlaps(b); got != c.want || b.Overlaps(a) != got {
			t.Errorf("%s overlaps %s: %v", c.a, c.b, got)
		}
	}
}

func FuzzParseEDTF(f *testing.F) {
	for _, s := range []string{"2025-02-12~", "2022/..", "199X", "2025-13-40", "20XX?/2030-21"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		e, err := ParseEDTF(s)
		if err != nil {
			return
		}
		if e.String() != s {
			t.Fatalf("%q is written %q", s, e)
		}
		if !e.Overlaps(e) || e.Compare(e) != 0 {
			t.Fatalf("%q is not equal to itself", s)
		}
	})
}
