package page

import (
	"slices"
	"strconv"
	"time"

	"wortlaut/build/dossier"
	"wortlaut/build/publish/language"
)

// Strip is the drawing above the timeline. Every x is a percentage, so that the drawing grows with
// the page and its letters do not; y is in pixels. The list below it says the same in words.
type Strip struct {
	Title, Desc string
	Old         bool // there is a part for the time before
	Start       string
	Ticks       []Tick
	Dots        []Dot
	Ranges      []Range
	Letters     []Letter
}

// Tick is a labelled division of the axis.
type Tick struct{ X, Label string }

// Dot is an event of one day; those of one day stand above each other.
type Dot struct {
	X string
	Y int
}

// Range is an event whose day is not known, or that lasts.
type Range struct {
	X, Width, End string
	Y             int
	Announced     bool
}

// Letter is the sigil of an article, at its publication.
type Letter struct {
	X, Text string
	Class   string
	Y       int
}

const (
	stripOld  = 15.0 // percent of the width for the time before
	stripFrom = 18.0 // where the axis proper begins if there is a time before
	stripLine = 56   // y of the first event of a day
	stripStep = 11   // y from one event of a day to the next
	stripHigh = 4    // events of a day that have room
	stripWide = 2.0  // percent of the width a letter takes
	stripDeep = 3    // letters below each other that have room
)

// axis maps days to percentages.
type axis struct {
	from, to int // days
	left     float64
}

func (a axis) x(day int) float64 {
	return a.left + (100-a.left)*float64(day-a.from)/float64(max(1, a.to-a.from))
}

func percent(x float64) string { return strconv.FormatFloat(x, 'f', 1, 64) + "%" }

// strip draws the events, or nothing if all fall on one day.
func (v *view) strip() *Strip {
	first := firstYear(v.d.Events)
	a := axis{}
	var old []int
	dated := 0
	for _, e := range v.d.Events {
		from, to, ok := day(e.Date.Value)
		if !ok {
			continue
		}
		if y := language.Year(e.Date.Value); y < first {
			old = append(old, y)
			continue
		}
		if to-from > 366/2 {
			continue
		}
		if dated == 0 || from < a.from {
			a.from = from
		}
		a.to = max(a.to, to)
		dated++
	}
	if dated < 2 || a.from == a.to {
		return nil
	}
	s := &Strip{Old: len(old) > 0, Start: "0", Title: v.t.T("strip.title"), Desc: v.t.T("strip.desc", len(v.d.Events))}
	if s.Old {
		a.left, s.Start = stripFrom, percent(stripFrom)
		s.old(old)
	}
	a.months(s, v.t)
	v.drawEvents(s, a, first)
	return s
}

// old puts the years before at equal distances into the first part.
func (s *Strip) old(years []int) {
	slices.Sort(years)
	distinct := slices.Compact(slices.Clone(years))
	for i, y := range distinct {
		x := percent(stripOld * (float64(i) + 0.5) / float64(len(distinct)))
		s.Ticks = append(s.Ticks, Tick{X: x, Label: ""})
		n := 0
		for _, o := range years {
			if o == y && n < stripHigh {
				s.Dots = append(s.Dots, Dot{X: x, Y: stripLine - n*stripStep})
				n++
			}
		}
		if len(distinct) <= 3 {
			s.Ticks[len(s.Ticks)-1].Label = strconv.Itoa(y)
		}
	}
}

// months widens the axis to whole months and labels them, or years where there are too many.
func (a *axis) months(s *Strip, t *language.Table) {
	const limit = 14 // labels that have room
	at := func(day int) time.Time { return time.Unix(int64(day)*24*60*60, 0).UTC() }
	number := func(t time.Time) int { return int(t.Unix() / (24 * 60 * 60)) }
	from, to := at(a.from), at(a.to)
	begin := time.Date(from.Year(), from.Month(), 1, 0, 0, 0, 0, time.UTC)
	end := time.Date(to.Year(), to.Month()+1, 1, 0, 0, 0, 0, time.UTC)
	a.from, a.to = number(begin), number(end)
	months := (end.Year()-begin.Year())*12 + int(end.Month()-begin.Month())
	step := (months + limit - 1) / limit
	for i := 0; i < months; i += step {
		m := time.Date(begin.Year(), begin.Month()+time.Month(i), 1, 0, 0, 0, 0, time.UTC)
		label := t.T("monthshort." + strconv.Itoa(int(m.Month())))
		if step > 1 || i == 0 || m.Month() == time.January {
			label += " " + strconv.Itoa(m.Year())
		}
		s.Ticks = append(s.Ticks, Tick{X: percent(a.x(number(m))), Label: label})
	}
}

// drawEvents sets a dot for each day, a bar for what spans several, and letters for publications.
func (v *view) drawEvents(s *Strip, a axis, first int) {
	high := map[string]int{}
	at, letters := -stripWide, []Sigil(nil) // the letters not yet set, and where
	for _, e := range v.d.Events {
		from, to, ok := day(e.Date.Value)
		if !ok || language.Year(e.Date.Value) < first || to-from > 366/2 {
			continue
		}
		middle := a.x(from) + (a.x(from+1)-a.x(from))/2
		x := percent(middle)
		switch {
		case e.Kind == dossier.Published || e.Kind == dossier.Reported:
			if middle >= at+stripWide {
				s.letters(at, letters)
				at, letters = middle, nil
			}
			letters = append(letters, v.sigils(e.Articles)...)
		case to > from:
			if high["w"+x] < 2 {
				s.Ranges = append(s.Ranges, Range{X: percent(a.x(from)), End: percent(a.x(to + 1)), Width: percent(a.x(to+1) - a.x(from)), Y: stripLine + 10 + high["w"+x]*8, Announced: e.Kind == dossier.Announced})
			}
			high["w"+x]++
		case high[x] < stripHigh:
			s.Dots = append(s.Dots, Dot{X: x, Y: stripLine - high[x]*stripStep})
			high[x]++
		}
	}
	s.letters(at, letters)
}

// letters sets sigils below each other; those that have no room are counted.
func (s *Strip) letters(x float64, list []Sigil) {
	for i, g := range list {
		l := Letter{X: percent(x), Text: g.Letter, Class: g.Class, Y: 104 + 14*i}
		if i == stripDeep-1 && len(list) > stripDeep {
			l.Text, l.Class = "+"+strconv.Itoa(len(list)-i), ""
			s.Letters = append(s.Letters, l)
			return
		}
		s.Letters = append(s.Letters, l)
	}
}
