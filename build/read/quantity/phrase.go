package quantity

import (
	"slices"
	"strings"

	"wortlaut/build/read/german"
)

// quantity adds to n what belongs to it: approximation, unit and what is counted. A bare number
// without any of these says nothing that could be compared, so it is no quantity.
func (f *finder) quantity(n number) (Quantity, int, bool) {
	approx, start := f.approximation(n.first)
	q := Quantity{Value: n.value, Approx: approx}
	next := n.next
	if code, at := f.currencyBefore(n.first); code != "" {
		q.Unit, start = code, at
		if q.Approx == Exact {
			q.Approx, start = f.approximation(at)
		}
	}
	if unit, after := units.after(f.d, next, f.last); unit != "" {
		q.Unit, next = unit, after
		if unit == "person" {
			q.Counts = f.d.Span(n.next, next).Of(f.d.Text)
		}
	}
	end := next
	if q.Counts == "" {
		q.Counts, next = f.counted(next, q.Unit)
	}
	if q.Approx == Under && f.word(start) == "unter" && q.Unit == "" {
		q.Approx, start = Exact, n.first // "unter 50 Ländern": among
	}
	part, end := f.part(start, end)
	q.PartOf = part
	q.Span = f.d.Span(start, end)
	if q.Unit == "" && q.Counts == "" && q.Approx == Exact && !q.PartOf && !n.scaled && !large(n) {
		return q, n.next, false
	}
	return q, max(next, end), true
}

// large reports whether n is printed with thousands, as counts are.
func large(n number) bool { return strings.ContainsAny(n.words[0], ".'’ ") && len(n.value) > 3 }

// approximation returns how exact the number at token i claims to be and where that is said.
func (f *finder) approximation(i int) (Approx, int) {
	meaning, start := approximations.before(f.d, i, f.first)
	switch f.word(start) {
	case "gegen", "ab":
		if !f.unitAt(i + 1) {
			return Exact, i // "gegen drei Männer"
		}
	case "an", "um":
		if start+1 == i {
			return Exact, i
		}
	}
	return Approx(meaning), start
}

// currencyBefore returns the currency whose sign stands before the number: "$5 Milliarden".
func (f *finder) currencyBefore(i int) (code string, start int) {
	w := f.word(i - 1)
	if w == "" || !strings.Contains("€$£¥", w) && w != "eur" && w != "usd" && w != "chf" {
		return "", i
	}
	if _, ok := german.Value(f.word(i - 2)); ok {
		return "", i // the sign belongs to the number before it
	}
	code, _ = units.after(f.d, i-1, i)
	if w == "$" && f.word(i-2) == "us" && f.adjacent(i-2) {
		return code, i - 2
	}
	return code, i - 1
}

// counted returns the noun phrase that begins at token i, as printed and without determiners, and
// the token behind it. After a unit it may stand in the genitive or after "an" and "von": "fünf
// Prozent des Haushalts", "zehn Tonnen an Hilfsgütern".
func (f *finder) counted(i int, unit string) (string, int) {
	start := i
	switch w := f.word(i); {
	case unit != "" && (w == "an" || w == "von" || w == "vom"):
		start++
		if german.ClassOf(f.word(start)).Is(german.Article | german.Possessive) {
			start++
		}
	case w == "der" || unit != "" && (w == "des" || w == "eines" || w == "einer" || german.ClassOf(w).Is(german.Possessive)):
		start++
	}
	if n, ok := f.figure(start); ok && start > i {
		counts, _ := f.noun(n.next) // "drei der vier Länder": what the second number counts
		return counts, i
	}
	if unit != "" && start == i && f.abbreviated(i) {
		return "", i
	}
	counts, next := f.noun(start)
	if counts == "" {
		return "", i
	}
	return counts, next
}

// noun returns the noun at token start with the adjectives before it, and the token behind it.
func (f *finder) noun(start int) (string, int) {
	noun := start
	for noun < f.last && noun < start+5 && f.attribute(noun) {
		noun++
	}
	if !f.capital(noun) {
		return "", start
	}
	if f.preposed(noun) {
		noun++
	}
	return f.d.Span(start, noun+1).Of(f.d.Text), noun + 1
}

// figure reads the number at token i, if there is one.
func (f *finder) figure(i int) (number, bool) {
	if i >= f.last {
		return number{}, false
	}
	return f.number(i)
}

// preposed reports whether the noun at token i is cut from the next one by a line break or a
// stray blank: "100 Nato- Soldaten".
func (f *finder) preposed(i int) bool {
	return strings.HasSuffix(f.word(i), "-") && f.capital(i+1)
}

// abbreviated reports whether token i ends in a stop: "Mio." is not counted.
func (f *finder) abbreviated(i int) bool { return strings.HasSuffix(f.word(i), ".") }

// attribute reports whether token i is an adjective before a noun: lower case, with an ending,
// and neither a function word nor a verb.
func (f *finder) attribute(i int) bool {
	t := f.d.Tokens[i]
	if t.Kind != german.Word || f.d.Word(i) != t.Lower {
		return false
	}
	if c := german.ClassOf(t.Lower); c != 0 {
		return c == german.Indefinite && f.capital(i+1)
	}
	if i+1 < f.last && t.Lower == "und" {
		return false
	}
	for _, ending := range []string{"e", "en", "er", "es", "em"} {
		stem, ok := strings.CutSuffix(t.Lower, ending)
		if !ok || len(stem) < 3 {
			continue
		}
		if !german.Finite(t.Lower) || german.IsParticiple(stem) && f.capital(i+1) {
			return true
		}
	}
	return strings.HasSuffix(t.Lower, "er") && f.capital(i)
}

// parts are the words that make a number part of the one before it.
var parts = []string{"davon", "darunter", "hiervon"}

// part reports whether the text calls the number from token start up to end a part of another,
// and returns where the quantity ends: "davon" may follow it.
func (f *finder) part(start, end int) (bool, int) {
	const farthest = 6
	if w := f.word(end); w == "davon" {
		return true, end + 1
	} else if w == "von" && (f.word(end+1) == "ihnen" || f.word(end+1) == "denen") {
		return true, end + 2
	}
	for i := start - 1; i >= max(f.first, start-farthest); i-- {
		t := f.d.Tokens[i]
		if t.Kind == german.Punct || t.Kind == german.Number || i > f.first && f.capital(i) {
			break
		}
		if _, other := german.Cardinal(t.Lower); other {
			break
		}
		if slices.Contains(parts, t.Lower) || t.Lower == "von" && (f.word(i+1) == "ihnen" || f.word(i+1) == "denen") {
			return true, end
		}
	}
	return false, end
}

// rangeEnd returns the number that forms a range or a comparison with n and lends it unit and
// scale: "zwei bis drei Millionen", "zwischen 5 und 10 Prozent", "von zwei auf fünf Prozent".
func (f *finder) rangeEnd(n number) (number, bool) {
	w := f.word(n.next)
	before := f.word(n.first - 1)
	switch w {
	case "bis", "oder", "statt":
	case "und":
		if before != "zwischen" {
			return number{}, false
		}
	case "auf":
		if before != "von" {
			return number{}, false
		}
	case "–", "-":
		if !f.adjacent(n.next-1) || !f.adjacent(n.next) {
			return number{}, false
		}
	default:
		return number{}, false
	}
	at := n.next + 1
	if w == "bis" && f.word(at) == "zu" {
		at++
	}
	if at >= f.last {
		return number{}, false
	}
	second, ok := f.number(at)
	return second, ok && !f.timed(second)
}

// pair returns the two quantities of a range. The first has the scale of the second where it has
// none, and its unit and what it counts.
func (f *finder) pair(n, second number) ([]Quantity, int) {
	q, next, ok := f.quantity(second)
	if !ok || f.year(second) && f.year(n) {
		return nil, second.next
	}
	q.Span.Start = f.d.Tokens[second.first].Span.Start
	approx, start := f.approximation(n.first)
	first := Quantity{Span: f.d.Span(start, n.next), Value: n.value, Unit: q.Unit, Counts: q.Counts, Approx: approx, PartOf: q.PartOf}
	if q.Approx == AtMost {
		q.Approx = Exact // "zehn bis zu zwölf" is a range
	}
	if second.scaled && !n.scaled {
		if v, ok := german.Value(append(slices.Clone(n.words), second.words[1:]...)...); ok {
			first.Value = v
		}
	}
	return []Quantity{first, q}, next
}
