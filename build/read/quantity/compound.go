package quantity

import (
	"strings"

	"wortlaut/build/read/german"
)

// compound reads a number that is part of a longer word: an adjective ("30-tägigen",
// "dreiwöchige") or a noun ("Zwei-Prozent-Ziel", "100-Milliarden-Euro-Paket"). A duration counts
// even where it belongs to a time expression.
func (f *finder) compound(i int) (Quantity, bool) {
	t := f.d.Tokens[i]
	if t.Kind != german.Word {
		return Quantity{}, false
	}
	q, ok := f.adjective(i)
	if !ok && strings.Contains(t.Lower, "-") {
		q, ok = f.joined(i)
	}
	if !ok {
		return Quantity{}, false
	}
	start := i
	q.Approx, start = f.approximation(i)
	q.PartOf, _ = f.part(start, i+1)
	q.Span = f.d.Span(start, i+1)
	return q, true
}

// adjective reads "30-tägigen". A noun made of it is an age ("der 30-Jährige") and no quantity.
func (f *finder) adjective(i int) (Quantity, bool) {
	w := f.word(i)
	at := strings.LastIndex(w, "ig")
	if at < 0 || len(w)-at > len("igen") {
		return Quantity{}, false
	}
	stem := w[:at+2]
	for _, ending := range adjectives {
		amount, ok := strings.CutSuffix(stem, ending.words[0])
		if !ok || amount == "" {
			continue
		}
		if f.d.Word(i) != w && i != f.first {
			return Quantity{}, false
		}
		value, ok := german.Value(strings.TrimSuffix(amount, "-"))
		if !ok {
			return Quantity{}, false
		}
		q := Quantity{Value: value, Unit: ending.meaning}
		q.Counts, _ = f.counted(i+1, "")
		return q, true
	}
	return Quantity{}, false
}

// joined reads "100-Milliarden-Euro-Paket": a number, scales, a unit and what they describe. A
// unit has to be there: "Zwei-Staaten-Lösung" is a name.
func (f *finder) joined(i int) (Quantity, bool) {
	pieces := strings.Split(f.word(i), "-")
	k := 1
	for k < len(pieces) && german.Scale(pieces[k]) > 0 {
		k++
	}
	value, ok := german.Value(pieces[:k]...)
	if !ok || k >= len(pieces) || pieces[0] == "ein" || german.Scale(pieces[0]) > 0 {
		return Quantity{}, false
	}
	for n := min(2, len(pieces)-k); n > 0; n-- {
		for _, p := range units[strings.Join(pieces[k:k+n], "-")] {
			if len(p.words) != 1 || len(p.words[0]) < 3 && n == 1 {
				continue
			}
			q := Quantity{Value: value, Unit: p.meaning}
			printed := strings.Split(f.d.Word(i), "-")
			if len(printed) == len(pieces) {
				q.Counts = strings.Join(printed[k+n:], "-")
			}
			return q, true
		}
	}
	return Quantity{}, false
}
