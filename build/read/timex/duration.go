package timex

import (
	"math"
	"strconv"
	"strings"
	"time"

	"wortlaut/build/read/german"
)

// duration makes a DURATION; after "vor", "seit" and "in" it resolves to what is counted back or
// ahead to.
func duration(r *resolver, m *match) Timex {
	unit := r.unitOf(m)
	if unit == "" || r.age(m) || r.genitiveDay(m) {
		return Timex{}
	}
	n := r.amount(m)
	t := Timex{Type: Duration, Value: period(n, unit), Basis: None}
	if second := r.secondPart(m); second != "" {
		t.Value += second
	} else if f, err := strconv.ParseFloat(n, 64); err == nil {
		r.count(&t, m, f, unit)
	}
	return t
}

// unitOf is the unit of a match, its own or that of the list it belongs to.
func (r *resolver) unitOf(m *match) string {
	for _, c := range []class{cUnits, cUnit} {
		if u, ok := r.value(m, c); ok {
			return u
		}
	}
	if i := r.unitAfter(m.last); i >= 0 && r.token(m, cUnits) < 0 && m.rule.right != nil {
		return r.sense(i, cUnits)
	}
	if s, ok := r.value(m, cSeason); ok {
		return s
	}
	if s, ok := r.value(m, cDaypart); ok {
		return s
	}
	if r.token(m, cWeekday) >= 0 || r.is(m.last-1, "tag") {
		return "D"
	}
	if r.is(m.last-1, "jahre", "jahren") {
		return "Y"
	}
	return ""
}

// age reports whether a number of years is somebody's age.
func (r *resolver) age(m *match) bool {
	last := m.last
	if i := r.unitAfter(last); i >= 0 && m.rule.right != nil {
		last = i + 1
	}
	if !r.is(last-1, "jahre", "jahren") || r.token(m, cIndef) >= 0 || r.token(m, cShift) >= 0 {
		return false
	}
	if r.has(last, cAge) || r.is(m.first-1, "mit", "ab", "unter") {
		return true
	}
	if r.is(m.first-1, "bis") && !r.has(m.first-2, cNum) && !r.has(m.first-2, cNumber) {
		return true // "für Kinder bis 15 Jahre"
	}
	for i := m.first - 1; i >= max(0, m.first-4); i-- {
		if t := &r.doc.Tokens[i]; t.Kind == german.Word && strings.Contains(t.Lower, "alter") && r.capital(i) {
			return true
		}
	}
	return r.is(m.first-1, "war", "ist", "wird", "wurde") && (r.has(last, cComma) || r.has(last, cStop))
}

// genitiveDay reports "eines Tages", which is no length.
func (r *resolver) genitiveDay(m *match) bool {
	return r.is(m.first, "eines") && r.is(m.last-1, "tages", "tags", "abends", "morgens", "nachts")
}

// secondPart is the second amount of "drei Jahre und vier Monate" as TIMEX3 writes it.
func (r *resolver) secondPart(m *match) string {
	var parts []string
	for i := m.first; i < m.last-1; i++ {
		n := ""
		switch {
		case r.has(i, cNum):
			n = r.sense(i, cNum)
		case r.has(i, cInt):
			n = r.toks[i].text
		case r.has(i, cIndef):
			n = "1"
		}
		for _, c := range []class{cUnits, cUnit} {
			if n != "" && r.has(i+1, c) {
				parts = append(parts, period(n, r.sense(i+1, c)))
				break
			}
		}
	}
	if len(parts) != 2 {
		return ""
	}
	return strings.TrimPrefix(parts[1], "P")
}

// count resolves a length of n units that is counted from the publication.
func (r *resolver) count(t *Timex, m *match, n float64, unit string) {
	if r.today.IsZero() {
		return
	}
	vague := r.vague(m)
	i := m.first - 1
	if r.is(i, "über", "nur", "etwas", "kaum", "bald") || r.has(i, cApprox) {
		vague, i = true, i-1
	}
	if r.is(i, "schon", "bereits", "ziemlich", "noch", "erst", "nun", "inzwischen") {
		i--
	}
	shift, shifted := r.value(m, cShift)
	switch {
	case shifted && shift[0] == '-':
		from, ok := r.back(-n, unit, vague)
		if e := (EDTF{From: from.From, To: r.dct.To, Interval: true}); ok && e.ordered() == nil {
			t.Resolved, t.Basis = r.counted(e, FromDCT).String(), FromDCT
		}
	case r.has(i, cAgo) && !r.eventFollows(m):
		if e, ok := r.back(-n, unit, vague); ok {
			t.Resolved, t.Basis = r.counted(e, FromDCT).String(), FromDCT
		}
	case r.has(i, cSince):
		if e, ok := r.back(-n, unit, vague); ok {
			t.Resolved, t.Basis = r.counted(EDTF{From: e.From, Interval: true}, FromDCT).String(), FromDCT
		}
	case r.is(i, "in") && !shifted && r.token(m, cOrd) < 0:
		if tense := r.tense(m.first); tense != pastTense && tense != unknownTense {
			if e, ok := r.back(n, unit, vague); ok {
				t.Resolved, t.Basis = r.counted(e, FromDCT).String(), FromDCT
			}
		}
	}
}

// vague reports whether a match holds a word like "fast", "rund" or "mehr als".
func (r *resolver) vague(m *match) bool {
	v, ok := r.value(m, cApprox)
	return ok && v != "EXACT" || r.token(m, cCompare) >= 0
}

// eventFollows reports whether what follows m is what the length is counted from: "drei Tage vor
// seinem Tod".
func (r *resolver) eventFollows(m *match) bool { return r.is(m.last, "vor", "nach") }

// back goes n units from the publication, to the precision of the unit.
func (r *resolver) back(n float64, unit string, vague bool) (EDTF, bool) {
	e, ok := r.step(r.today, n, unit)
	if !ok {
		return EDTF{}, false
	}
	if vague || unit == "W" || n != math.Trunc(n) {
		e = about(e)
	}
	return e, true
}

// step goes n units from t.
func (r *resolver) step(t time.Time, n float64, unit string) (EDTF, bool) {
	const farthest = 3000
	if math.Abs(n) > farthest {
		return EDTF{}, false
	}
	k := int(n)
	switch unit {
	case "D", "W":
		if !r.fixed {
			return EDTF{}, false
		}
		if unit == "W" {
			k *= 7
		}
		return atDay(t.AddDate(0, 0, k))
	case "3M", "6M", "9M":
		return r.step(t, n*float64(unit[0]-'0'), "M")
	case "M":
		t = midnight(t.Year(), int(t.Month())+k, 1)
		return inYear(t.Year(), monthOf(t.Year(), int(t.Month())))
	case "Y":
		if n != math.Trunc(n) {
			t = midnight(t.Year(), int(t.Month())+int(n*12), 1)
			return inYear(t.Year(), monthOf(t.Year(), int(t.Month())))
		}
		return inYear(t.Year()+k, yearOf(t.Year()+k))
	case "DE":
		y := t.Year() + 10*k
		return inYear(y, about(yearOf(y)))
	case "H", "MIN", "S":
		return EDTF{}, false
	}
	return EDTF{}, false
}

func atDay(t time.Time) (EDTF, bool) { return inYear(t.Year(), DayOf(t)) }

// inYear lets only the years pass that EDTF level 1 writes with four digits.
func inYear(year int, e EDTF) (EDTF, bool) {
	if year < 1000 || year > 9999 {
		return EDTF{}, false
	}
	return e, true
}

// laterDuration resolves "zwei Jahre später", counted from the day or year named before and never
// from the publication.
func laterDuration(r *resolver, m *match) Timex {
	unit := r.unitOf(m)
	n := r.amount(m)
	t := Timex{Type: Duration, Value: period(n, unit), Basis: None}
	if r.age(m) {
		return Timex{}
	}
	f, err := strconv.ParseFloat(n, 64)
	if r.number(m, cLater) < 0 {
		f = -f
	}
	switch {
	case unit == "Y" && r.year.known && err == nil:
		if e, ok := r.step(r.year.at, f, unit); ok {
			t.Resolved, t.Basis = e.String(), FromText
			r.explicitYear(e.From.Year)
		}
	case r.day.known && err == nil:
		if e, ok := r.step(r.day.at, f, unit); ok && unit != "Y" {
			t.Resolved, t.Basis = e.String(), FromText
			r.namedDay(e.From.First(), true, FromText)
		}
	case r.day.known && n == "X" && unit == "D":
		t.Resolved, t.Basis = r.someDays(m), FromText
	}
	return t
}

// someDays is the week after or before the day last named: "wenige Tage später".
func (r *resolver) someDays(m *match) string {
	if r.number(m, cLater) < 0 {
		return about(days(r.day.at.AddDate(0, 0, -7), r.day.at.AddDate(0, 0, -2))).String()
	}
	return about(days(r.day.at.AddDate(0, 0, 2), r.day.at.AddDate(0, 0, 7))).String()
}

// lasting makes the DURATION of one word: "jahrelang", "dreitägig".
func lasting(r *resolver, m *match) Timex {
	for _, c := range []class{cLasting, cLength, cDigitspell, cLengthyears, cDigityears} {
		if v, ok := r.value(m, c); ok {
			return Timex{Type: Duration, Value: v, Basis: None}
		}
	}
	return Timex{}
}

// period writes a TIMEX3 duration, times after a T. The unit may bring a number of its own: a
// Viertelstunde is 15MIN.
func period(n, unit string) string {
	u := strings.TrimLeft(unit, "0123456789.")
	if k := unit[:len(unit)-len(u)]; k != "" {
		n = times(n, k)
	}
	switch u {
	case "H", "S":
		return "PT" + n + u
	case "MIN":
		return "PT" + n + "M"
	case "NI", "EV", "MO", "AF", "MI":
		return "PT" + n + u
	}
	return "P" + n + u
}

// times multiplies two amounts; what is unknown stays so.
func times(a, b string) string {
	x, err1 := strconv.ParseFloat(a, 64)
	y, err2 := strconv.ParseFloat(b, 64)
	if err1 != nil || err2 != nil {
		return "X"
	}
	return strconv.FormatFloat(x*y, 'f', -1, 64)
}

// amount is the number of a match as TIMEX3 writes it: digits, a fraction, or X.
func (r *resolver) amount(m *match) string {
	for _, c := range []class{cNum, cDecimal, cInt} {
		if i := r.token(m, c); i >= 0 {
			return plainNumber(r.sense(i, c))
		}
	}
	if r.token(m, cSome) >= 0 || r.token(m, cPair) >= 0 {
		return "X"
	}
	if r.has(m.last-1, cUnits) {
		return "X"
	}
	return "1"
}

// plainNumber drops leading zeros of a whole number: "007" but "0.5".
func plainNumber(s string) string {
	for len(s) > 1 && s[0] == '0' && s[1] != '.' {
		s = s[1:]
	}
	return s
}
