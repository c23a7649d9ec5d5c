package statement

import (
	"slices"
	"strings"
	"time"
)

// days is a range of days, both ends included; zero times are open ends.
type days struct{ from, to time.Time }

// parseDays reads the EDTF forms that stand for a day, month, year or interval. What it cannot read
// is an unknown date: open at both ends.
func parseDays(s string) days {
	if from, to, ok := strings.Cut(s, "/"); ok {
		return days{parseDays(from).from, parseDays(to).to}
	}
	s = strings.TrimRight(s, "~?%")
	for _, layout := range []string{"2006-01-02", "2006-01", "2006"} {
		t, err := time.Parse(layout, s)
		if err != nil {
			continue
		}
		switch layout {
		case "2006-01":
			return days{t, t.AddDate(0, 1, -1)}
		case "2006":
			return days{t, t.AddDate(1, 0, -1)}
		}
		return days{t, t}
	}
	return days{}
}

// known reports whether d says anything.
func (d days) known() bool { return !d.from.IsZero() || !d.to.IsZero() }

// meet returns the days common to d and o and whether there are any.
func (d days) meet(o days) (days, bool) {
	out := d
	if out.from.Before(o.from) {
		out.from = o.from
	}
	if out.to.IsZero() || !o.to.IsZero() && o.to.Before(out.to) {
		out.to = o.to
	}
	return out, out.from.IsZero() || out.to.IsZero() || !out.to.Before(out.from)
}

// contrary reports whether a and b, whose words are as alike as likeness says, cannot be renderings
// of one utterance: each has a number the other has not, only one denies, or they use opposites.
func contrary(a, b *item, likeness float64) bool {
	if numbersDiffer(a.numbers, b.numbers) && likeness >= sameSubject {
		return true
	}
	if likeness < sameWording(min(len(a.content), len(b.content))) {
		return false
	}
	return (a.denials == 0) != (b.denials == 0) || opposed(a.sides, b.sides)
}

// sameSubject is the likeness from which different numbers are taken to count the same thing.
const sameSubject = 0.2

// sameWording is the likeness from which a single word that denies or is opposed changes what is
// said. Below it the other text may say the same in its own way ("nicht halten" and "brechen"); the
// longer the texts, the smaller the part of them that one word governs.
func sameWording(contentWords int) float64 {
	return min(0.75, max(0.4, 0.2+0.05*float64(contentWords)))
}

// numbersDiffer reports whether both lists have a number that the other lacks.
func numbersDiffer(a, b []number) bool {
	return lacks(a, b) && lacks(b, a)
}

func lacks(a, b []number) bool {
	return slices.ContainsFunc(a, func(n number) bool { return !slices.ContainsFunc(b, n.same) })
}

// opposed reports whether a has one side of a pair and b the other, and neither has both.
func opposed(a, b []side) bool {
	has := func(l []side, s side) bool { return slices.Contains(l, s) }
	for _, s := range a {
		other := side{s.pair, !s.right}
		if has(b, other) && !has(b, s) && !has(a, other) {
			return true
		}
	}
	return false
}
