package quotation

import (
	"wortlaut/build/read/german"
)

// clause is a clause with a cue, as it stands in its unit.
type clause struct {
	act         act
	seg         int // the segment with the finite verb
	from, to    int // segments that belong to the clause, half-open
	first, last int // tokens, half-open, without delimiters at the ends
	fin         int
	inverted    bool // content stands before: "…, sagte X"
	continued   bool // subject left out: "und sagte, …"
	tokens      []int
}

// clauses returns the clauses of u that have a cue, in text order.
func (r *reader) clauses(u unit) []clause {
	var out []clause
	for k, s := range u.segs {
		if s.fin < 0 || s.shape == fragment || s.shape == infinitive {
			continue
		}
		c := clause{seg: k, from: k, to: k + 1, fin: s.fin}
		if s.shape == mainClause && s.fin == s.lead {
			r.foreSegments(u, &c)
		}
		if k == 1 && s.shape == mainClause && s.fin > s.lead && s.lead == s.first && r.nameBefore(u) {
			c.from = 0 // "Name, Chef des Amtes sagte": the second comma is left out
		}
		r.afterSegments(u, &c)
		for c.to < len(u.segs) && u.segs[c.to-1].last <= s.fin {
			c.to++ // the verb stands behind an apposition or enumeration
		}
		c.first, c.last = u.segs[c.from].first, u.segs[c.to-1].last
		c.tokens = r.outerTokens(u.segs[k].first, max(u.segs[k].last, s.fin+1))
		if c.to > k+1 && r.loneParticle(u.segs[c.to-1]) {
			c.tokens = append(c.tokens, u.segs[c.to-1].first)
		}
		a, ok := r.cueIn(c.tokens, s.fin)
		if !ok {
			continue
		}
		c.act = a
		out = append(out, c)
	}
	return out
}

// nameBefore reports whether u opens with somebody's name and a comma, and an apposition fills
// what stands between the comma and the verb.
func (r *reader) nameBefore(u unit) bool {
	head, s := u.segs[0], u.segs[1]
	if head.shape != fragment || head.after != "," || !r.person(head.first, head.last) {
		return false
	}
	r.front = true
	defer func() { r.front = false }()
	return r.nounPhrase(head.first, head.last) == head.last && r.nounPhrase(s.first, s.fin) == s.fin
}

// outerTokens lists the tokens outside marks and brackets.
func (r *reader) outerTokens(first, last int) []int {
	var out []int
	for i := first; i < last; {
		if j := r.island(i); j > i {
			i = j
			continue
		}
		out = append(out, i)
		i++
	}
	return out
}

// foreSegments decides what stands before a verb that opens its segment: the clause's own
// fore-field ("Der Sprecher, der …, sagte"), or content ("…, sagte der Sprecher").
func (r *reader) foreSegments(u unit, c *clause) {
	s := u.segs[c.seg]
	if s.lead > s.first {
		c.continued = true // "und sagte"
		return
	}
	k := c.seg
	for k > 0 && u.segs[k-1].shape != mainClause && u.segs[k-1].after != ":" {
		k--
	}
	if k == c.seg {
		c.inverted = c.seg > 0 && u.segs[k-1].after != ":"
		return
	}
	if r.isContent(u, k, c) {
		c.inverted = true
		return
	}
	c.from = k
}

// isContent reports whether the segments from k up to the clause's verb are what is said.
func (r *reader) isContent(u unit, k int, c *clause) bool {
	for j := k; j < c.seg; j++ {
		for i := u.segs[j].first; i < u.segs[j].last; i++ {
			if q := r.outer[i]; q >= 0 && (!r.short(q) || j == k && r.whole(u.segs[j], q) && c.seg == k+1) {
				return true
			}
		}
	}
	head := u.segs[k]
	low := r.d.Tokens[head.lead].Lower
	if head.shape == subClause && (low == "dass" || low == "daß" || low == "ob" || question(low)) || head.shape == infinitive {
		return true
	}
	r.front = true
	defer func() { r.front = false }()
	if i, j := r.foreField(head.first, head.last); j > i {
		return false
	}
	if head.shape == subClause {
		return false
	}
	_, _, ok := r.behind(c.fin+1, u.segs[c.seg].last)
	return ok && c.seg-k == 1 && c.seg+1 < len(u.segs)
}

// whole reports whether quote q fills segment s.
func (r *reader) whole(s segment, q int) bool {
	return r.d.Quotes[q].Open == s.first && r.d.Quotes[q].Close == s.last-1
}

// afterSegments takes in a relative clause or apposition behind the clause, and a separated
// prefix behind them: "teilte X, der …, mit".
func (r *reader) afterSegments(u unit, c *clause) {
	k := c.seg + 1
	for k < len(u.segs) && u.segs[k-1].after == "," && (u.segs[k].shape == relative && !r.contentShape(u, k) || u.segs[k].shape == fragment && r.isApposition(u.segs[k])) {
		k++
	}
	if k < len(u.segs) && r.loneParticle(u.segs[k]) {
		c.to = k + 1
		return
	}
	if c.inverted || k > c.seg+1 && k < len(u.segs) {
		c.to = max(k, c.seg+1)
	}
}

// contentShape reports whether segment k would be content even though it looks like a relative clause.
func (r *reader) contentShape(u unit, k int) bool {
	return german.Subjunctive1(r.d.Tokens[u.segs[k].fin].Lower)
}

// isApposition reports whether s is one noun phrase without verb.
func (r *reader) isApposition(s segment) bool {
	if q := r.outer[s.first]; q >= 0 && !r.short(q) {
		return false
	}
	j := r.core(s.first, s.last)
	return j > s.first
}

// loneParticle reports whether s is just a separated prefix.
func (r *reader) loneParticle(s segment) bool {
	return s.last-s.first <= 2 && cues.prefixes[r.d.Tokens[s.first].Lower]
}

// source is a phrase that names a source: "laut Polizei", "nach Angaben von X", ", so X".
type source struct {
	cue     part
	speaker part
	frame   part
}

// sources returns the source phrases of u.
func (r *reader) sources(u unit) []source {
	var out []source
	for i := u.first; i < u.last; {
		if j := r.island(i); j > i {
			i = j
			continue
		}
		if s, ok := r.sourceAt(u, i); ok {
			out = append(out, s)
			i = max(s.frame.last, i+1)
			continue
		}
		i++
	}
	return out
}

func (r *reader) sourceAt(u unit, i int) (source, bool) {
	if i+1 >= u.last && r.d.Tokens[i].Lower != "zufolge" && r.d.Tokens[i].Lower != "nach" {
		return source{}, false
	}
	switch r.d.Tokens[i].Lower {
	case "laut", "gemäß":
		return r.prepositionSource(u, i, false)
	case "nach":
		if s, ok := r.postposed(u, i, true); ok {
			return s, true
		}
		return r.prepositionSource(u, i, true)
	case "zufolge":
		return r.postposed(u, i, false)
	case "so":
		return r.soSource(u, i)
	case "demnach":
		return source{cue: part{i, i + 1}, frame: part{i, i + 1}}, true
	}
	return source{}, false
}

// prepositionSource reads "laut X"; with "nach" only where X is a noun of speech.
func (r *reader) prepositionSource(u unit, i int, noun bool) (source, bool) {
	r.front = i == u.first
	j := r.nounPhrase(i+1, u.last)
	r.front = false
	if j == i+1 || noun && !r.sourceNoun(i+1, j) {
		return source{}, false
	}
	end := j
	if i == u.first { // all of the fore-field belongs to the frame
		for end < u.last && end < j+8 && r.finite(end) != strict && !delimiter(r.d.Word(end)) && r.outer[end] < 0 {
			end++
		}
		if end >= u.last || r.finite(end) != strict {
			end = j
		}
	}
	return source{cue: part{i, i + 1}, speaker: part{i + 1, j}, frame: part{i, end}}, true
}

// sourceNoun reports whether the head of the phrase is a noun of speech or thought: "Angaben der Polizei".
func (r *reader) sourceNoun(i, j int) bool {
	for k := i; k < j; k++ {
		if !r.capital(k) || r.outer[k] >= 0 {
			continue
		}
		low := r.d.Tokens[k].Lower
		if c, ok := cues.nouns[low]; ok {
			return c == say || c == think || c == find
		}
		if k > i && r.capital(k-1) {
			return false
		}
		for _, tail := range [...]string{"angaben", "berichten", "bericht", "meldungen", "aussagen", "studie", "umfrage", "informationen", "schätzungen", "einschätzung", "mitteilung", "meinung", "ansicht", "auffassung", "umfrage", "analyse", "recherchen", "quellen", "kreisen"} {
			if len(low) >= len(tail) && low[len(low)-len(tail):] == tail {
				return true
			}
		}
		if !german.ClassOf(low).Is(german.Determiner) {
			return false
		}
	}
	return false
}

// postposed reads "X zufolge", "Angaben nach".
func (r *reader) postposed(u unit, i int, noun bool) (source, bool) {
	if i == u.first || !r.capital(i-1) && r.d.Tokens[i-1].Kind != german.Mark {
		return source{}, false
	}
	if noun {
		if _, ok := cues.nouns[r.d.Tokens[i-1].Lower]; !ok {
			return source{}, false
		}
	}
	r.front = true
	defer func() { r.front = false }()
	for s := max(u.first, i-14); s < i; s++ {
		if r.finite(s) == strict || delimiter(r.d.Word(s)) || r.outer[s] >= 0 && r.d.Quotes[r.outer[s]].Open != s {
			continue
		}
		if s > u.first && (r.adjective(s-1) || r.capital(s-1) && r.finite(s-1) == no && s-1 > u.first || r.determiner(s-1)) {
			continue
		}
		if r.nounPhrase(s, i) == i {
			return source{cue: part{i, i + 1}, speaker: part{s, i}, frame: part{s, i + 1}}, true
		}
	}
	return source{}, false
}

// soSource reads ", so X" behind or inside what is said.
func (r *reader) soSource(u unit, i int) (source, bool) {
	if i == u.first || r.d.Word(i-1) != "," && r.d.Word(i-1) != "–" && r.d.Tokens[i-1].Kind != german.Mark {
		return source{}, false
	}
	if r.finite(i+1) == strict || !r.determiner(i+1) && !r.capital(i+1) && !r.adjective(i+1) && r.d.Tokens[i+1].Kind != german.Mark && !pronoun(r.d.Tokens[i+1].Lower) {
		return source{}, false
	}
	j := r.nounPhrase(i+1, u.last)
	if j == i+1 {
		return source{}, false
	}
	end := j
	for end < u.last && !delimiter(r.d.Word(end)) && r.outer[end] < 0 {
		if r.finite(end) == strict {
			return source{}, false
		}
		end++
	}
	first := i
	if r.d.Word(i-1) == "," || r.d.Word(i-1) == "–" {
		first = i - 1
	}
	if end < u.last-1 && r.d.Word(end) == "," {
		end++
	}
	return source{cue: part{i, i + 1}, speaker: part{i + 1, j}, frame: part{first, end}}, true
}
