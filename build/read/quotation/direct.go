package quotation

import (
	"slices"
	"strings"

	"wortlaut/build/read/german"
	"wortlaut/build/read/person"
)

// direct adds the stretches between marks that no frame has claimed: fragments inside indirect
// speech, and speech whose speaker stands in another sentence.
func (r *reader) direct() {
	for q, pair := range r.d.Quotes {
		if pair.Level > 0 || r.claimed(q) {
			continue
		}
		p := part{pair.Open, pair.Close + 1}
		k := r.unitOf(pair.Open)
		if k < 0 || r.skipped(r.all[k]) {
			continue
		}
		if host := r.hostOf(p); host >= 0 {
			if r.nested(q) {
				h := r.found[host]
				r.found = append(r.found, draft{label: LabelDirect, quote: []part{p}, frame: h.frame, cue: h.cue, speaker: h.speaker, addressee: h.addressee,
					unit: k, host: host, negated: h.negated, future: h.future, none: h.none})
			}
			continue
		}
		if r.speech(q, r.all[k]) {
			r.found = append(r.found, r.unframed(k, p))
		}
	}
}

// unframed makes a draft of speech without a verb of saying of its own: it carries on what was
// framed in the sentence before, stands behind "Name:", or behind a colon.
func (r *reader) unframed(k int, p part) draft {
	d := draft{label: LabelDirect, quote: []part{p}, unit: k, host: -1}
	u := r.all[k]
	if p.first == u.first && k > 0 && r.all[k-1].block == u.block {
		for _, f := range r.found {
			if f.unit == k-1 && f.label == LabelDirect && len(f.frame) > 0 && f.host < 0 {
				d.frame, d.cue, d.speaker, d.addressee = f.frame, f.cue, f.speaker, f.addressee
				return d
			}
		}
	}
	if first := u.segs[0]; first.shape == fragment && first.after == ":" && first.last+1 == p.first {
		r.front = true
		j := r.nounPhrase(first.first, first.last)
		r.front = false
		if j == first.last {
			d.speaker, d.frame = []part{{first.first, j}}, []part{{first.first, j + 1}}
			return d
		}
	}
	d.speaker = r.colonSubject(k, p.first)
	if len(d.speaker) == 0 && p.first == u.first && k > 0 && r.all[k-1].block == u.block && !r.spokenIn(k-1) {
		d.speaker, d.inferred = r.topic(r.all[k-1]), true
	}
	return d
}

// lastPerson returns the last name of a person in unit k before its marks, or in the two before it.
func (r *reader) lastPerson(k int) []part {
	from, to := r.d.Tokens[r.all[max(0, k-2)].first].Span.Start, r.d.Tokens[r.all[k].last-1].Span.End
	var best []part
	for _, m := range r.mentions {
		if m.Span.Start < from || m.Span.End > to || m.Form != person.Name || m.Kind != person.Person {
			continue
		}
		first := slices.IndexFunc(r.d.Tokens, func(t german.Token) bool { return t.Span.Start == m.Span.Start })
		last := slices.IndexFunc(r.d.Tokens, func(t german.Token) bool { return t.Span.End == m.Span.End })
		if first >= 0 && last >= first && r.outer[first] < 0 {
			best = []part{{first, last + 1}}
		}
	}
	return best
}

// topic returns the subject of u's first main clause if it is somebody.
func (r *reader) topic(u unit) []part {
	for k, s := range u.segs {
		if s.shape != mainClause || s.fin < 0 {
			continue
		}
		c := clause{seg: k, from: k, to: k + 1, fin: s.fin}
		if s.fin == s.lead {
			r.foreSegments(u, &c)
		}
		if i, j, ok := r.subject(u.segs[c.from].first, s.fin, s.last); ok && (r.person(i, j) || pronoun(r.d.Tokens[i].Lower)) {
			return []part{{i, j}}
		}
		return nil
	}
	return nil
}

// claimed reports whether a direct draft has quote q already.
func (r *reader) claimed(q int) bool {
	open := r.d.Quotes[q].Open
	return slices.ContainsFunc(r.found, func(d draft) bool { return d.label == LabelDirect && covered(d.quote, open) })
}

func (r *reader) unitOf(token int) int {
	for k, u := range r.all {
		if u.first <= token && token < u.last {
			return k
		}
	}
	return -1
}

// hostOf returns the innermost indirect or reported draft whose content holds p, -1 if none does.
func (r *reader) hostOf(p part) int {
	best, size := -1, 1<<30
	for i, d := range r.found {
		if d.label == LabelDirect || !covered(d.quote, p.first) {
			continue
		}
		if n := d.quote[len(d.quote)-1].last - d.quote[0].first; n <= size {
			best, size = i, n
		}
	}
	return best
}

// nested reports whether a fragment in marks inside indirect speech is verbatim speech and no
// name or term.
func (r *reader) nested(q int) bool {
	open := r.d.Quotes[q].Open
	n := r.wordsIn(q)
	switch {
	case n == 0 || r.titled(open) && n < 12 && !r.verbIn(q):
		return false
	case n > 4 || r.verbIn(q):
		return true
	}
	return !r.capital(open+1) || n > 2
}

// speech reports whether a stretch in marks without frame is speech: of more than ten words 96 %
// are, of one or two 19 % (corpus of Petersen-Frey & Biemann).
func (r *reader) speech(q int, u unit) bool {
	pair := r.d.Quotes[q]
	n := r.wordsIn(q)
	colon := pair.Open > 0 && r.d.Word(pair.Open-1) == ":"
	whole := pair.Open == u.first && pair.Close >= u.last-2
	ends := pair.Close > 0 && stop(r.d.Word(pair.Close-1))
	switch {
	case n > 10:
		return r.verbIn(q) || !r.titled(pair.Open)
	case colon:
		return n > 2 && (r.verbIn(q) || ends || n > 5)
	case whole:
		return n > 3 && (ends || r.verbIn(q))
	case r.titled(pair.Open):
		return false
	case n > 4:
		return r.verbIn(q) || !r.capital(pair.Open+1)
	}
	return false
}

// colonSubject returns the subject of the clause before a colon that a quotation follows, or of
// the clause around the quotation.
func (r *reader) colonSubject(k, open int) []part {
	u := r.all[k]
	if open == u.first && k > 0 && r.all[k-1].block == u.block && r.d.Word(r.all[k-1].last-1) == ":" {
		u = r.all[k-1]
	} else if open == u.first {
		return nil
	}
	for m := len(u.segs) - 1; m >= 0; m-- {
		s := u.segs[m]
		if s.first >= open || s.shape != mainClause || s.fin < 0 {
			continue
		}
		if i, j, ok := r.subject(s.first, s.fin, min(s.last, open)); ok && r.person(i, j) {
			return []part{{i, j}}
		}
	}
	return nil
}

// person reports whether a person or organisation is mentioned in tokens i up to j.
func (r *reader) person(i, j int) bool {
	end := r.core(i, j)
	for k := end; k < j; k++ {
		if r.d.Word(k) == "," { // an apposition names the person
			end = j
		}
	}
	s := r.d.Span(i, end)
	for _, m := range r.mentions {
		if m.Span.Start >= s.End {
			break
		}
		if m.Span.Overlaps(s) && m.Kind != "place" {
			return true
		}
	}
	return false
}

// reported adds the sentence that tells an act of speech and its gist without a clause of its own.
func (r *reader) reported(k int, c *clause) {
	u := r.all[k]
	s := u.segs[c.seg]
	if s.shape != mainClause || c.inverted || c.act.passive || !r.tellsGist(c) {
		return
	}
	for _, d := range r.found {
		if d.unit == k && (slices.ContainsFunc(d.frame, func(p part) bool { return covered([]part{p}, c.fin) }) || covered(d.quote, c.fin)) {
			return
		}
	}
	speaker, none := r.speakerOf(u, c)
	if none || len(speaker) == 0 || r.d.Tokens[speaker[0].first].Kind == german.Number {
		return
	}
	whole := part{u.first, u.last}
	if slices.ContainsFunc(r.found, func(d draft) bool { return d.unit == k }) {
		whole = part{u.segs[c.from].first, u.segs[c.to-1].last}
	}
	if whole.last-whole.first < 5 {
		return
	}
	if rest, ok := r.afterDash(u, c); ok && whole.last == u.last {
		whole.last = rest.first - 1
		defer func() {
			r.found = append(r.found, draft{label: LabelFreeIndirect, quote: []part{rest}, speaker: speaker, unit: k, host: -1, inferred: true})
		}()
	}
	r.found = append(r.found, draft{label: LabelReported, quote: []part{whole}, speaker: speaker, unit: k, host: -1, negated: c.act.negated, future: c.act.future})
}

// afterDash returns the stretch behind a dash or semicolon after c if it is a main clause in the
// subjunctive: speech that goes on without a verb of saying.
func (r *reader) afterDash(u unit, c *clause) (part, bool) {
	for k := c.to; k < len(u.segs); k++ {
		s := u.segs[k]
		if b := u.segs[k-1].after; b != "–" && b != "—" && b != ";" || s.shape != mainClause {
			continue
		}
		if low := r.d.Tokens[s.fin].Lower; german.Subjunctive1(low) || german.Subjunctive2(low) {
			return part{s.first, u.last}, true
		}
	}
	return part{}, false
}

// tellsGist reports whether a verb alone tells what was said: it names a stance.
func (r *reader) tellsGist(c *clause) bool {
	if c.act.lemma == "fordern" && slices.ContainsFunc(c.tokens, func(i int) bool {
		low := r.d.Tokens[i].Lower
		return strings.HasSuffix(low, "opfer") || strings.HasSuffix(low, "leben") || low == "tote" || low == "verletzte"
	}) {
		return false // a flood "demands" lives, not words
	}
	if c.act.lemma == "bestätigen" && r.has(c, "sich") {
		return false
	}
	word, ok := cues.gist[c.act.lemma]
	return ok && (word == "" || r.has(c, word))
}

func (r *reader) has(c *clause, words ...string) bool {
	return slices.ContainsFunc(c.tokens, func(i int) bool { return slices.Contains(words, r.d.Tokens[i].Lower) })
}

// free adds sentences without frame that carry on somebody's speech: in the subjunctive, or with
// sollen right behind indirect speech.
func (r *reader) free() {
	for k, u := range r.all {
		if r.skipped(u) || u.heading || r.touched(k) {
			continue
		}
		fin := r.mainVerb(u)
		if fin < 0 {
			continue
		}
		low := r.d.Tokens[fin].Lower
		near := k > 0 && r.spokenIn(k-1)
		context := near && r.all[k-1].block == u.block
		loose := near || k > 1 && r.spokenIn(k-2)
		label := Label("")
		switch {
		case german.Subjunctive1(low):
			label = LabelFreeIndirect
		case german.Subjunctive2(low) && loose && !strings.HasPrefix(low, "dürft"): // "dürfte" is the author's guess
			label = LabelFreeIndirect
		case (low == "soll" || low == "sollen") && loose, (low == "sollten" || low == "sollte") && context && r.indirectIn(k-1):
			label = LabelFree
		default:
			continue
		}
		if n := len(r.found) - 1; label == LabelFreeIndirect && n >= 0 && r.found[n].label == label && r.found[n].unit == k-1 && context {
			// sentences that carry on one speech are one quotation
			r.found[n].quote[0].last, r.found[n].unit = u.last, k
			continue
		}
		r.found = append(r.found, draft{label: label, quote: []part{{u.first, r.beforeColon(u)}}, unit: k, host: -1, inferred: true})
	}
}

// beforeColon returns the end of u, or of what stands before a colon that direct speech follows.
func (r *reader) beforeColon(u unit) int {
	for k, s := range u.segs[1:] {
		if q := r.outer[s.first]; q >= 0 && u.segs[k].after == ":" && !r.short(q) {
			return u.segs[k].last
		}
	}
	return u.last
}

// mainVerb returns the finite verb of the first main clause of u, one in the subjunctive before
// others; -1 if there is none.
func (r *reader) mainVerb(u unit) int {
	first := -1
	for _, s := range u.segs {
		if s.shape != mainClause || s.fin < 0 {
			continue
		}
		if low := r.d.Tokens[s.fin].Lower; german.Subjunctive1(low) || german.Subjunctive2(low) {
			return s.fin
		}
		if first < 0 {
			first = s.fin
		}
	}
	return first
}

func (r *reader) touched(k int) bool {
	return slices.ContainsFunc(r.found, func(d draft) bool {
		return (d.unit == k || covered(d.quote, r.all[k].first)) && (d.label != LabelDirect || len(d.frame) > 0)
	})
}

// indirectIn reports whether unit k holds indirect speech.
func (r *reader) indirectIn(k int) bool {
	return slices.ContainsFunc(r.found, func(d draft) bool { return d.unit == k && (d.label == LabelIndirect || d.label == LabelFreeIndirect) })
}

// spokenIn reports whether somebody speaks in unit k.
func (r *reader) spokenIn(k int) bool {
	return slices.ContainsFunc(r.found, func(d draft) bool { return d.unit == k })
}

// carry gives drafts without speaker the speaker of the quotation before, in the same or the
// block before.
func (r *reader) carry() {
	order := make([]int, len(r.found))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return r.found[a].quote[0].first - r.found[b].quote[0].first })
	last := -1
	for _, i := range order {
		d := &r.found[i]
		if len(d.speaker) > 0 {
			if d.host < 0 {
				last = i
			}
			continue
		}
		if k := r.unitOf(d.quote[0].first); d.label == LabelFreeIndirect && k > 0 && r.all[k-1].block == r.all[k].block && !r.spokenIn(k-1) {
			if d.speaker = r.topic(r.all[k-1]); len(d.speaker) > 0 {
				last = i
				continue
			}
		}
		if k := r.unitOf(d.quote[0].first); d.label == LabelDirect && d.host < 0 && !d.none && (last < 0 || r.all[d.unit].block-r.all[r.found[last].unit].block > 1) {
			d.speaker, d.inferred, d.unclear = r.lastPerson(k), true, true
			continue
		}
		if d.none || last < 0 || r.all[d.unit].block-r.all[r.found[last].unit].block > 1 {
			continue
		}
		d.speaker, d.inferred = r.found[last].speaker, true
	}
}
