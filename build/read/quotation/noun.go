package quotation

import (
	"slices"

	"wortlaut/build/read/german"
)

// nounCues adds what a noun of speech introduces: "die Forderung des Vorsitzenden, … zuzugehen",
// "Berichte, wonach …".
func (r *reader) nounCues(k int) {
	u := r.all[k]
	for m := 1; m < len(u.segs); m++ {
		s := u.segs[m]
		if r.d.Tokens[s.lead].Lower == "wonach" || r.d.Tokens[s.lead].Lower == "demzufolge" {
			r.wonach(k, m)
			continue
		}
		if u.segs[m-1].after != "," || !r.nounContent(s) || r.inFrame(k, s.first) {
			continue
		}
		noun, last, ok := r.speechNoun(u.segs[m-1])
		if !ok {
			continue
		}
		first := noun
		for first > u.segs[m-1].first && (r.determiner(first-1) || r.adjective(first-1)) {
			first--
		}
		r.found = append(r.found, draft{
			label: LabelIndirect, quote: []part{{s.first, min(s.last, r.body(u).last)}}, frame: []part{{u.segs[m-1].first, s.first}},
			cue: []part{{first, noun + 1}}, speaker: []part{{first, last}}, unit: k, host: -1,
		})
	}
}

// nounContent reports whether s can be what a noun of speech introduces.
func (r *reader) nounContent(s segment) bool {
	low := r.d.Tokens[s.lead].Lower
	switch s.shape {
	case infinitive:
		return low != "um" && low != "ohne" && low != "statt" && s.lead == s.first
	case subClause:
		return low == "dass" || low == "daß"
	case mainClause:
		return s.lead == s.first && s.fin > s.first && (german.Subjunctive1(r.d.Tokens[s.fin].Lower) || german.Subjunctive2(r.d.Tokens[s.fin].Lower))
	}
	return false
}

// inFrame reports whether a quotation of unit k begins at token i already.
func (r *reader) inFrame(k, i int) bool {
	return slices.ContainsFunc(r.found, func(d draft) bool { return d.unit == k && covered(d.quote, i) && d.quote[0].first == i })
}

// speechNoun finds a noun of speech whose phrase fills the end of s, and the end of the phrase.
func (r *reader) speechNoun(s segment) (noun, last int, ok bool) {
	for i := s.last - 1; i >= s.first; i-- {
		if c, ok := cues.nouns[r.d.Tokens[i].Lower]; !ok || c == find || !r.capital(i) {
			continue
		}
		r.front = true
		j := r.nounPhrase(i, s.last)
		r.front = false
		if j < s.last && (r.finite(j) != no || german.IsParticiple(r.d.Tokens[j].Lower) || cues.prefixes[r.d.Tokens[j].Lower]) {
			j, last = s.last, j
		} else {
			last = j
		}
		return i, last, j == s.last
	}
	return 0, 0, false
}

// wonach adds the clause behind "wonach": its speaker is the noun it hangs on.
func (r *reader) wonach(k, m int) {
	u := r.all[k]
	s := u.segs[m]
	d := draft{label: LabelIndirect, quote: []part{{s.lead + 1, r.body(u).last}}, frame: []part{{s.lead, s.lead + 1}}, cue: []part{{s.lead, s.lead + 1}}, unit: k, host: -1}
	if d.quote[0].last <= d.quote[0].first {
		return
	}
	if noun, last, ok := r.speechNoun(u.segs[m-1]); ok {
		first := noun
		for first > u.segs[m-1].first && (r.determiner(first-1) || r.adjective(first-1)) {
			first--
		}
		d.speaker = []part{{first, last}}
	}
	r.found = append(r.found, d)
}
