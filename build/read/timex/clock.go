package timex

import (
	"strconv"
	"time"

	"wortlaut/build/read/german"
)

// clock resolves a time of day: on the day the passage speaks of, else that of publication; on no
// day where it recurs ("jeweils", "wochentags").
func clock(r *resolver, m *match) Timex {
	at := r.clockTime(m)
	if at == "" {
		return Timex{}
	}
	day, basis, ok := r.clockDay(m)
	if !ok {
		return Timex{Type: Time, Value: "T" + at, Basis: None}
	}
	return Timex{Type: Time, Value: dayValue(day) + "T" + at, Resolved: r.resolvedDay(day, basis), Basis: basis}
}

// clockTime is the time of a match as HH:MM.
func (r *resolver) clockTime(m *match) string {
	if i := r.token(m, cClock); i >= 0 {
		return r.toks[i].text
	}
	i := r.token(m, cHour)
	if i < 0 {
		return "24:00" // Mitternacht
	}
	minute := 0
	if j := r.token(m, cInt); j > i && r.has(j-1, cUhr) {
		if minute = r.toks[j].n; minute > 59 {
			return ""
		}
	}
	return pad(r.toks[i].n, 2) + ":" + pad(minute, 2)
}

// clockSentences is how far back the day of a time may be named.
const clockSentences = 2

// clockDay is the day that a time of day belongs to.
func (r *resolver) clockDay(m *match) (time.Time, Basis, bool) {
	if r.recurs(m.first) {
		return time.Time{}, None, false
	}
	if r.day.known && r.place-r.day.sentence <= clockSentences {
		return r.day.at, FromText, r.day.single
	}
	if !r.fixed || r.ranges(m) {
		return time.Time{}, None, false
	}
	return r.today, FromDCT, true
}

// recurs reports whether the clause of token i says that something happens again and again. The
// words count from the last day named on.
func (r *resolver) recurs(i int) bool {
	sentence := r.doc.Sentences[r.doc.Tokens[i].Sentence]
	for j := i - 1; j >= sentence.First && i-j <= 12; j-- {
		if r.has(j, cMonth) {
			return false
		}
		if r.has(j, cRecurring) {
			return true
		}
	}
	return false
}

// ranges reports whether a time is one end of a range or list of times.
func (r *resolver) ranges(m *match) bool {
	return m.rule.right != nil && (r.is(m.last, "bis") || r.has(m.last, cDash)) || r.is(m.first-1, "bis") || r.has(m.first-1, cDash)
}

// resolvedDay is the EDTF of a day.
func (r *resolver) resolvedDay(day time.Time, b Basis) string {
	return r.counted(DayOf(day), b).String()
}

// dayPart resolves "Dienstagabend", "gestern Abend", "am Morgen".
func dayPart(r *resolver, m *match) Timex {
	part, _ := r.value(m, cDaypart)
	for _, c := range []class{cDayset, cDayhours} {
		if p, ok := r.value(m, c); ok {
			part = p
		}
	}
	if v, ok := r.value(m, cDayandpart); ok {
		n, _ := strconv.Atoi(v[:1])
		return r.partOn(m, n, v[2:])
	}
	if n := r.number(m, cWeekday); n != 0 {
		return r.partOn(m, n, part)
	}
	var day time.Time
	var basis Basis
	ok := r.fixed
	if i := r.token(m, cDeictic); i >= 0 {
		day, basis = r.today.AddDate(0, 0, r.intOf(i, cDeictic)), FromDCT
	} else if r.token(m, cShift) >= 0 || r.token(m, cDem) >= 0 { // "vergangene Nacht"
		day, basis = r.today, FromDCT
	} else if day, basis, ok = r.from(clockSentences); r.token(m, cLater) >= 0 {
		day = day.AddDate(0, 0, r.number(m, cLater))
	}
	if !ok {
		return Timex{Type: Time, Value: "XXXX-XX-XXT" + part, Basis: None}
	}
	if r.number(m, cLater) >= 0 {
		r.namedDay(day, true, basis)
	}
	return Timex{Type: Time, Value: dayValue(day) + "T" + part, Resolved: r.resolvedDay(day, basis), Basis: basis}
}

// partOn resolves a part of weekday n.
func (r *resolver) partOn(m *match, n int, part string) Timex {
	if !r.fixed {
		return Timex{Type: Time, Value: "XXXX-WXX-" + strconv.Itoa(n) + "T" + part, Basis: None}
	}
	day := r.weekdayFrom(m, n)
	r.namedDay(day, true, WeekdayOf)
	return Timex{Type: Time, Value: dayValue(day) + "T" + part, Resolved: r.resolvedDay(day, WeekdayOf), Basis: WeekdayOf}
}

// often makes the SET of one word: "täglich".
func often(r *resolver, m *match) Timex {
	i := r.token(m, cOften)
	return Timex{Type: Set, Value: r.sense(i, cOften), Basis: None}
}

// recurrence makes the SET of "jeden Montag", "alle vier Jahre", "pro Tag".
func recurrence(r *resolver, m *match) Timex {
	value := ""
	if v, ok := r.value(m, cWeekday); ok {
		value = "XXXX-WXX-" + v
		if p, ok := r.value(m, cDayset); ok {
			value += "T" + p
		}
	}
	for _, c := range []class{cDayandpart, cDayandpartset} {
		if v, ok := r.value(m, c); ok {
			value = "XXXX-WXX-" + v[:1] + "T" + v[2:]
		}
	}
	if v, ok := r.value(m, cWeekdayset); ok {
		value = "XXXX-WXX-" + v
	}
	if r.token(m, cWorkdays) >= 0 {
		value = "XXXX-WXX-WD"
	}
	for _, c := range []class{cDayset, cDaypart} {
		if v, ok := r.value(m, c); ok && value == "" {
			value = "XXXX-XX-XXT" + v
		}
	}
	for _, c := range []class{cUnits, cUnit} {
		if v, ok := r.value(m, c); ok && value == "" {
			n := r.amount(m)
			if k := r.number(m, cOrd); k > 1 {
				n = strconv.Itoa(k)
			}
			value = period(n, v)
		}
	}
	if value == "" || r.doc.Tokens[m.first].Kind == german.Punct {
		return Timex{}
	}
	return Timex{Type: Set, Value: value, Basis: None}
}

// vague makes the DATE of "jetzt", "damals", "in Zukunft", which have no day.
func vague(r *resolver, m *match) Timex {
	value := m.rule.arg
	for k := range m.rule.span {
		i := m.at[k]
		if value != "" || i < 0 || r.toks[i].word == nil {
			continue
		}
		for _, s := range r.toks[i].word.senses {
			if m.rule.span[k].want.has(s.class) && s.value != "-" {
				value = s.value
			}
		}
	}
	return Timex{Type: Date, Value: value, Basis: None}
}
