package quotation

import (
	"slices"
	"strings"

	"wortlaut/build/read/article"
	"wortlaut/build/read/german"
	"wortlaut/build/read/person"
)

// Extract returns the quotations of d in text order. blocks are those d was cut by, in the same
// order; nil means that all of the text is running text. The entities returned are those given
// and the unnamed speakers that were found, by ID; the mentions are those given and the unnamed
// speakers', in text order.
func Extract(d *german.Doc, blocks []article.Block, entities []person.Entity, mentions []person.Mention) ([]Quotation, []person.Mention, []person.Entity) {
	r := newReader(d, blocks)
	r.mentions = mentions
	r.all = r.units()
	for k := range r.all {
		r.read(k)
	}
	r.direct()
	r.unpaired()
	r.free()
	r.carry()
	return r.finish(entities, mentions)
}

// read finds the framed quotations of unit k: first by verbs of saying, then by source phrases.
func (r *reader) read(k int) {
	const longest = 120 // segments; no sentence has more, a table or a list without full stops may
	u := r.all[k]
	if r.skipped(u) || len(u.segs) > longest {
		return
	}
	cl := r.clauses(u)
	for i := range cl {
		r.framed(k, &cl[i], cl)
	}
	for _, s := range r.sources(u) {
		r.sourced(k, s)
	}
	r.nounCues(k)
	for i := range cl {
		r.reported(k, &cl[i])
	}
}

// skipped reports whether u stands in a block that is not read.
func (r *reader) skipped(u unit) bool {
	return u.block < len(r.blocks) && !r.blocks[u.block].Kind.Read()
}

// framed adds the quotation that clause c introduces or closes.
func (r *reader) framed(k int, c *clause, all []clause) {
	u := r.all[k]
	s := u.segs[c.seg]
	switch {
	case s.shape != mainClause && r.d.Tokens[s.lead].Lower == "wie":
		r.asFrame(k, c)
	case c.inverted:
		r.before(k, c)
	case r.pointsBack(u, c):
		r.backward(k, c)
	default:
		r.after(k, c)
	}
}

// asFrame reads ", wie X mitteilte": all of the rest of the unit is said.
func (r *reader) asFrame(k int, c *clause) {
	u := r.all[k]
	switch c.act.class {
	case say, write, find:
	default:
		if c.act.lemma != "ankündigen" {
			return
		}
	}
	f := part{c.first, c.last}
	if f.last < u.last && r.d.Word(f.last) == "," {
		f.last++
	}
	if f.first > u.first && r.d.Word(f.first-1) == "," {
		f.first--
	}
	c.act.tokens = insert(c.act.tokens, u.segs[c.seg].lead)
	r.add(k, c, without(r.body(u), []part{f}), []part{f})
}

// body is all of u without the final full stop.
func (r *reader) body(u unit) part {
	p := part{u.first, u.last}
	for p.last > p.first && stop(r.d.Word(p.last-1)) {
		p.last--
	}
	return p
}

func stop(w string) bool {
	return w == "." || w == "!" || w == "?" || w == "…" || w == "..." || w == ":" || w == ";"
}

// before reads "…, sagte X" and what goes on behind it.
func (r *reader) before(k int, c *clause) {
	u := r.all[k]
	body := r.body(u)
	f := part{c.first, min(c.last, body.last)}
	from := u.first
	lead := part{from, f.first}
	for lead.last > lead.first && (r.d.Word(lead.last-1) == "," || r.d.Word(lead.last-1) == "–") {
		lead.last--
		f.first--
	}
	if lead.last <= lead.first {
		return
	}
	for _, d := range r.found { // "sagte X, dass …, fügte er hinzu": only what X said
		if d.unit == k && covered(d.quote, c.fin) && d.quote[0].first < lead.last {
			lead.first = d.quote[0].first
		}
	}
	content := []part{lead}
	if !r.speechlike(c, content) {
		return
	}
	if sp, none := r.speakerOf(u, c); len(sp) == 0 && !none || r.framedBefore(k, c) && c.act.class != say {
		return
	}
	if c.to < len(u.segs) {
		next := u.segs[c.to]
		if r.d.Word(f.last) == "," || r.d.Word(f.last) == ":" {
			f.last++
		}
		if !r.ownCue(u, c.to) && f.last < body.last {
			content = append(content, part{max(f.last, next.first), body.last})
		}
	}
	r.add(k, c, content, []part{f})
}

// framedBefore reports whether an earlier clause of unit k has its content here already.
func (r *reader) framedBefore(k int, c *clause) bool {
	return slices.ContainsFunc(r.found, func(d draft) bool { return d.unit == k && covered(d.quote, c.fin) })
}

// ownCue reports whether segment k begins another act of saying: "…, sagte X und forderte …".
func (r *reader) ownCue(u unit, k int) bool {
	s := u.segs[k]
	return s.shape == mainClause && s.lead > s.first && s.fin >= 0 && !german.Subjunctive1(r.d.Tokens[s.fin].Lower)
}

// speechlike reports whether content may be what an act of c's class says. Acts that only
// sometimes are speech need a subjunctive or marks.
func (r *reader) speechlike(c *clause, content []part) bool {
	switch c.act.class {
	case weak, find, think, name:
		return r.subjunctive(content) || r.marked(content)
	}
	return true
}

// subjunctive reports whether a form of indirect speech stands in content, outside marks.
func (r *reader) subjunctive(content []part) bool {
	for _, p := range content {
		for i := p.first; i < p.last; i++ {
			if r.outer[i] < 0 && !r.capital(i) && (german.Subjunctive1(r.d.Tokens[i].Lower) || german.Subjunctive2(r.d.Tokens[i].Lower)) {
				return true
			}
		}
	}
	return false
}

// marked reports whether content has a stretch between marks that is no mere name.
func (r *reader) marked(content []part) bool {
	for _, p := range content {
		for i := p.first; i < p.last; i++ {
			if q := r.outer[i]; q >= 0 && !r.short(q) {
				return true
			}
		}
	}
	return false
}

// pointsBack reports whether c is "Das teilte X mit".
func (r *reader) pointsBack(u unit, c *clause) bool {
	if c.from != c.seg || c.fin > c.first+2 || u.segs[c.seg].shape != mainClause {
		return false
	}
	low := r.d.Tokens[c.first].Lower
	if low != "das" && low != "dies" || c.fin == c.first || c.fin == c.first+2 && r.capital(c.first+1) {
		return false
	}
	for k := c.to; k < len(u.segs); k++ {
		if u.segs[k].shape != relative && u.segs[k].shape != fragment || c.seg > 0 {
			return false
		}
	}
	switch c.act.class {
	case say, write, announce, find, admit:
		return true
	}
	return false
}

// backward reads "Das teilte X mit": the sentence before and the pronoun are what is said.
func (r *reader) backward(k int, c *clause) {
	if c.seg > 0 { // "…, das teilte X mit"
		u := r.all[k]
		end := u.segs[c.seg-1].last
		r.add(k, c, []part{{u.first, end}}, []part{{end, r.body(u).last}})
		return
	}
	if k == 0 || r.all[k-1].block != r.all[k].block {
		return
	}
	body := r.body(r.all[k])
	r.add(k, c, []part{r.body(r.all[k-1]), {c.first, c.first + 1}}, []part{{c.first + 1, body.last}})
}

// after reads "X sagte, …": content begins behind the clause's comma or colon.
func (r *reader) after(k int, c *clause) {
	u := r.all[k]
	n, ok := r.contentSegment(u, c)
	if !ok {
		r.inside(k, c)
		return
	}
	if n == len(u.segs) { // the unit ends with a colon
		r.across(k, c)
		return
	}
	start := u.segs[n].first
	end := r.contentEnd(u, c, n)
	f := part{c.first, start}
	if c.continued || u.segs[c.seg].lead > c.first && c.from == c.seg {
		f.first = u.segs[c.seg].first
	}
	r.add(k, c, []part{{start, end}}, []part{f})
}

// contentSegment returns the segment where what is said begins.
func (r *reader) contentSegment(u unit, c *clause) (int, bool) {
	last := u.segs[c.seg]
	if last.after == ":" {
		if c.seg+1 == len(u.segs) {
			return c.seg + 1, true
		}
		cl := c.act.class
		return c.seg + 1, cl == say || cl == write || cl == think || cl == ask || r.outer[u.segs[c.seg+1].first] >= 0 && cl != weak
	}
	for n := max(c.seg+1, c.to); n < len(u.segs); n++ {
		if u.segs[n-1].after == ":" {
			return n, true
		}
		if u.segs[n-1].after != "," {
			return 0, false
		}
		if r.opensContent(u, c, n) {
			return n, true
		}
		if u.segs[n].shape != relative && u.segs[n].shape != fragment {
			return 0, false
		}
	}
	return 0, false
}

// opensContent reports whether what is said begins with segment n.
func (r *reader) opensContent(u unit, c *clause, n int) bool {
	s := u.segs[n]
	cl := c.act.class
	if q := r.outer[s.first]; q >= 0 {
		return !r.short(q) || cl == say || cl == write
	}
	low := r.d.Tokens[s.lead].Lower
	rest := []part{{s.first, s.last}}
	switch s.shape {
	case infinitive:
		if low == "um" || low == "ohne" || low == "statt" || low == "anstatt" || s.lead > s.first {
			return false
		}
		return cl != weak && cl != find && cl != name && (!c.act.passive || cl == criticise || cl == demand) || c.act.noun >= 0
	case subClause:
		switch {
		case low == "dass" || low == "daß":
			return cl != weak || c.act.noun >= 0 || r.subjunctive(rest)
		case low == "was" || low == "weshalb" || low == "welche" || low == "welcher" || low == "welches":
			return cl == ask || cl == say && !c.act.passive && low == "was"
		case low == "ob", question(low) && low != "wie" && low != "wo":
			return cl != weak && cl != name && cl != praise
		case low == "wie":
			return cl == ask
		case low == "wenn" || low == "falls" || low == "sollte" || low == "weil" || low == "da":
			return n+1 < len(u.segs) && u.segs[n+1].shape == mainClause && u.segs[n+1].fin == u.segs[n+1].first && cl != weak
		}
		return false
	case mainClause:
		fin := r.d.Tokens[s.fin].Lower
		if s.lead > s.first {
			return false
		}
		if german.Subjunctive1(fin) || german.Subjunctive2(fin) {
			return true
		}
		if s.fin == s.first {
			return false
		}
		if (cl == demand || cl == say) && strings.HasPrefix(fin, "soll") {
			return true
		}
		return cues.plain[c.act.lemma]
	case fragment:
		// a fore-field whose verb stands behind an inserted clause
		for m := n + 1; m < len(u.segs) && m < n+3; m++ {
			if u.segs[m].shape == mainClause && u.segs[m].fin == u.segs[m].first {
				fin := r.d.Tokens[u.segs[m].fin].Lower
				return german.Subjunctive1(fin) || german.Subjunctive2(fin)
			}
		}
	}
	return false
}

// contentEnd returns the token where content that begins with segment n ends: before a joined
// clause of the author's own.
func (r *reader) contentEnd(u unit, c *clause, n int) int {
	body := r.body(u)
	for m := n + 1; m < len(u.segs); m++ {
		s := u.segs[m]
		if q := r.outer[s.first]; q >= 0 && u.segs[m-1].after == ":" && !r.short(q) {
			return u.segs[m-1].last
		}
		if s.shape != mainClause || s.fin < 0 {
			continue
		}
		fin := r.d.Tokens[s.fin].Lower
		if german.Subjunctive1(fin) || german.Subjunctive2(fin) {
			continue
		}
		if host := u.segs[c.seg].shape; (host == relative || host == subClause) && s.fin == s.first && u.segs[m-1].after == "," {
			return min(u.segs[m-1].last, body.last) // the main clause goes on: "X, der betonte, dass …, wird …"
		}
		joined := s.lead > s.first || u.segs[m-1].after == ";" || u.segs[m-1].after == "–"
		final := u.segs[n].shape == subClause || u.segs[n].shape == infinitive || r.subjunctive([]part{{u.segs[n].first, u.segs[n].last}})
		if joined && final {
			end := u.segs[m-1].last
			return min(end, body.last)
		}
	}
	return body.last
}

// across reads a frame that ends with a colon before a unit of its own.
func (r *reader) across(k int, c *clause) {
	if k+1 >= len(r.all) || r.all[k+1].block != r.all[k].block && !r.opensQuote(r.all[k+1]) {
		return
	}
	next := r.all[k+1]
	content := []part{r.body(next)}
	if q := r.outer[next.first]; q >= 0 {
		content = []part{{next.first, r.d.Quotes[q].Close + 1}}
	}
	r.add(k, c, content, []part{{c.first, r.all[k].last}})
}

func (r *reader) opensQuote(u unit) bool {
	return r.outer[u.first] >= 0
}

// inside reads a clause that holds its content itself, between marks: "X nannte das „absurd“".
func (r *reader) inside(k int, c *clause) {
	u := r.all[k]
	var islands []part
	for j := c.from; j < c.to; j++ {
		for i := u.segs[j].first; i < u.segs[j].last; {
			n := r.island(i)
			if n == i {
				i++
				continue
			}
			if q := r.outer[i]; q >= 0 && r.quotable(q, c.act.class) {
				islands = append(islands, part{i, n})
			}
			i = n
		}
	}
	if len(islands) == 0 || c.act.class == weak || c.act.class == find {
		return
	}
	f := without(part{c.first, min(c.last, r.body(u).last)}, islands)
	r.add(k, c, islands, f)
}

// quotable reports whether marks inside a clause of saying enclose what was said.
func (r *reader) quotable(q int, cl class) bool {
	open := r.d.Quotes[q].Open
	n := r.wordsIn(q)
	if r.titled(open) && !r.verbIn(q) && !(cl == name && !r.capital(open-1)) {
		return false
	}
	if n > 4 || r.verbIn(q) {
		return true
	}
	if n == 0 {
		return false
	}
	return !r.capital(open+1) || cl == name || n > 2
}

// titled reports whether the word before a mark makes what is in it a name: "der Film „…“", "die „Zeit“".
func (r *reader) titled(open int) bool {
	if open == 0 || r.d.Tokens[open-1].Kind != german.Word {
		return false
	}
	prev := r.d.Tokens[open-1].Lower
	if r.capital(open-1) && !german.FunctionWord(prev) {
		return r.capital(open + 1)
	}
	if german.ClassOf(prev).Is(german.Article) && r.capital(open+1) {
		return true
	}
	return prev == "genannte" || prev == "genannten" || prev == "genannter" || prev == "namens" || prev == "titel"
}

// add records an indirect or direct draft with its speaker.
func (r *reader) add(k int, c *clause, content, frame []part) {
	u := r.all[k]
	dr := draft{label: LabelIndirect, quote: content, frame: frame, cue: parts(c.act.tokens), unit: k, host: -1, negated: c.act.negated, future: c.act.future, thought: c.act.class == think}
	if r.allMarked(content) {
		dr.label = LabelDirect
	}
	if first := content[0].first; slices.Contains(r.d.Unpaired, first) && !r.closes(first) {
		dr.label, dr.unclear = LabelDirect, true
	}
	dr.speaker, dr.none = r.speakerOf(u, c)
	if c.act.lemma == "sein" && c.act.class == think && len(dr.speaker) > 0 && !r.animate(dr.speaker[0]) {
		return // "die Folgen sind sicher, dass …"
	}
	dr.addressee = r.addresseeOf(u, c, dr.speaker)
	if c.inverted || r.d.Tokens[u.segs[c.seg].lead].Lower == "wie" {
		r.cut(k, frame)
	}
	r.found = append(r.found, dr)
}

// cut takes a frame that stands inside what another frame introduced out of it: "sagte X, dass …,
// wie Y berichtete".
func (r *reader) cut(k int, frame []part) {
	for i := range r.found {
		d := &r.found[i]
		if d.unit != k || d.label == LabelDirect {
			continue
		}
		var out []part
		for _, p := range d.quote {
			for _, q := range without(p, frame) {
				if !r.punctOnly(q) {
					out = append(out, q)
				}
			}
		}
		if len(out) > 0 {
			d.quote = out
		}
	}
}

// allMarked reports whether content is nothing but stretches between marks.
func (r *reader) allMarked(content []part) bool {
	plain := 0
	for _, p := range content {
		for i := p.first; i < p.last; i++ {
			if r.outer[i] < 0 && r.d.Tokens[i].Kind != german.Punct {
				plain++
			}
		}
	}
	return plain == 0
}

// speakerOf returns the subject of c, in a passive what stands behind "von".
func (r *reader) speakerOf(u unit, c *clause) (speaker []part, none bool) {
	s := u.segs[c.seg]
	if c.act.passive && c.act.lemma != "zitieren" { // who "wird zitiert" is the speaker
		for i := c.fin + 1; i < s.last; i++ {
			if low := r.d.Tokens[i].Lower; low == "von" || low == "vom" || low == "durch" {
				if j := r.nounPhrase(i+1, s.last); j > i+1 {
					return []part{{i, j}}, false
				}
			}
		}
		return nil, true
	}
	if c.act.lemma == "heißen" {
		return nil, true
	}
	if c.continued && !r.ownSubject(c) {
		return r.subjectBefore(u, c), false
	}
	if c.act.lemma == "hervorgehen" { // the speaker is the source: "geht aus einem Brief hervor"
		for i := s.first; i < s.last; i++ {
			if j := r.nounPhrase(min(i+1, s.last-1), s.last); r.d.Tokens[i].Lower == "aus" && j > i+1 {
				return []part{{i + 1, j}}, false
			}
		}
	}
	if s.shape == subClause || s.shape == relative {
		return r.subjectOfSub(u, c)
	}
	front := u.segs[c.from].first
	if c.inverted || c.continued {
		front = c.fin
	}
	if front < c.fin && r.impersonal(front) {
		return nil, true
	}
	end := u.segs[c.to-1].last
	if i, j, ok := r.subject(front, c.fin, end); ok && !slices.ContainsFunc(c.act.tokens, func(t int) bool { return i <= t && t < j }) {
		return []part{{i, j}}, false
	}
	if c.fin+1 < s.last && r.impersonal(c.fin+1) {
		return nil, true
	}
	return nil, false
}

// animate reports whether a phrase names somebody: by a mention, a pronoun or a noun for people.
func (r *reader) animate(p part) bool {
	if pronoun(r.d.Tokens[p.first].Lower) || r.person(p.first, p.last) {
		return true
	}
	for i := p.first; i < p.last; i++ {
		if r.capital(i) && !r.adjective(i) && !german.FunctionWord(r.d.Tokens[i].Lower) {
			return person.Human(r.d.Word(i))
		}
	}
	return false
}

// ownSubject reports whether a pronoun or name stands directly behind the verb of a joined clause.
func (r *reader) ownSubject(c *clause) bool {
	i := c.fin + 1
	return i < len(r.d.Tokens) && (pronoun(r.d.Tokens[i].Lower) && r.d.Tokens[i].Lower != "die" && r.d.Tokens[i].Lower != "der" && r.d.Tokens[i].Lower != "diese" || r.named(i, r.core(i, min(i+6, len(r.d.Tokens)))))
}

func (r *reader) impersonal(i int) bool {
	low := r.d.Tokens[i].Lower
	return low == "es" || low == "man"
}

// subjectOfSub returns the subject of a clause with its verb at the end; of a relative clause the
// noun phrase it hangs on.
func (r *reader) subjectOfSub(u unit, c *clause) ([]part, bool) {
	s := u.segs[c.seg]
	if s.shape == relative && r.nominative(s.lead) && c.seg > 0 && !german.ClassOf(r.d.Tokens[s.lead].Lower).Is(german.Preposition) {
		return r.antecedent(u.segs[c.seg-1]), false
	}
	if s.lead > s.first && c.seg > 0 && !german.ClassOf(r.d.Tokens[s.lead].Lower).Is(german.Subordinator) {
		for k := c.seg - 1; k >= 0; k-- { // "dass X … und Y auffordert": the subject of the clause before
			if p := u.segs[k]; p.shape == subClause && p.lead+1 < p.last {
				if i, j, ok := r.behind(p.lead+1, p.last); ok {
					return []part{{i, j}}, false
				}
			}
		}
	}
	from := s.lead + 1
	if s.shape == relative && r.nominative(s.lead) && !german.ClassOf(r.d.Tokens[s.lead].Lower).Is(german.Preposition) {
		return nil, false
	}
	if i, j, ok := r.behind(from, c.fin); ok {
		return []part{{i, j}}, false
	}
	return nil, from < s.last && r.impersonal(from)
}

// antecedent returns the last noun phrase of s, which a relative clause hangs on; verbs may stand behind it.
func (r *reader) antecedent(s segment) []part {
	end := s.last
	for end > s.first && (r.finite(end-1) != no || german.IsParticiple(r.d.Tokens[end-1].Lower)) && !r.capital(end-1) {
		end--
	}
	for i := s.first; i < end; i++ {
		inner := i > s.first && (r.adjective(i-1) || r.determiner(i-1) || r.capital(i-1) && r.capital(i))
		if !inner && r.nounPhrase(i, end) == end {
			return []part{{i, end}}
		}
	}
	return nil
}

// subjectBefore returns the subject of the clause before a joined one.
func (r *reader) subjectBefore(u unit, c *clause) []part {
	for k := c.seg - 1; k >= 0; k-- {
		s := u.segs[k]
		if s.shape != mainClause {
			continue
		}
		p := clause{seg: k, from: k, to: k + 1, fin: s.fin}
		if s.fin == s.lead {
			r.foreSegments(u, &p)
		}
		front := u.segs[p.from].first
		if p.inverted || p.continued {
			front = p.fin
		}
		if i, j, ok := r.subject(front, p.fin, s.last); ok {
			return []part{{i, j}}
		}
	}
	return nil
}

// addresseeOf returns to whom c speaks: "gegenüber der ARD", "vor dem Kongress", the dative of
// "sagte den Journalisten", the accusative of "forderte die Regierung auf".
func (r *reader) addresseeOf(u unit, c *clause, speaker []part) []part {
	s := part{u.segs[c.seg].first, u.segs[c.to-1].last}
	for i := s.first; i < s.last; i++ {
		if r.outer[i] >= 0 {
			continue
		}
		low := r.d.Tokens[i].Lower
		from := i + 1
		switch {
		case low == "gegenüber":
		case low == "vor" && c.act.class == say && !r.temporal(i+1, r.core(i+1, s.last)):
		case low == "an" && (c.act.lemma == "schreiben" || c.act.lemma == "appellieren"):
		case (low == "von" || low == "vom") && c.act.class == demand && !c.act.passive:
			from = i
			if low == "von" {
				from = i + 1
			}
		case r.spokenTo(c, i, speaker):
			from = i
		default:
			continue
		}
		j := r.nounPhrase(from, s.last)
		if low == "vom" {
			j = r.nounPhrase(i+1, s.last)
		}
		if j > from && !covered(speaker, from) {
			return []part{{from, j}}
		}
	}
	return nil
}

// spokenTo reports whether an object without preposition begins at token i that c's verb speaks
// to: a dative, with verbs such as "auffordern" an accusative.
func (r *reader) spokenTo(c *clause, i int, speaker []part) bool {
	if covered(speaker, i) || i > 0 && (german.ClassOf(r.d.Tokens[i-1].Lower).Is(german.Preposition|german.Determiner) || r.adjective(i-1) || r.capital(i-1)) {
		return false
	}
	low := r.d.Tokens[i].Lower
	dative := low == "dem" || low == "den" || low == "ihm" || low == "ihnen" || low == "seinem" || low == "ihrem" || low == "einem"
	switch c.act.lemma {
	case "auffordern", "bitten", "beschuldigen", "ermahnen", "drängen", "informieren", "befragen", "ersuchen", "aufrufen", "anklagen", "bezichtigen", "unterrichten", "fragen":
		return (r.determiner(i) || r.capital(i)) && !r.temporal(i, r.core(i, min(i+6, len(r.d.Tokens)))) && !c.act.passive
	}
	return dative && i > c.fin && (c.act.class == say || c.act.class == announce || c.act.class == criticise)
}

func covered(parts []part, i int) bool {
	return slices.ContainsFunc(parts, func(p part) bool { return p.first <= i && i < p.last })
}

// sourced adds the quotation that a source phrase frames: the unit, or the content it stands in.
func (r *reader) sourced(k int, s source) {
	u := r.all[k]
	region := r.body(u)
	for _, f := range r.found {
		if f.unit != k {
			continue
		}
		if covered(f.frame, s.cue.first) && s.speaker.last > 0 && s.cue.first > u.first+1 {
			return // part of another frame: "sagte er laut CNN, …"
		}
		for _, p := range f.quote {
			if p.first < s.cue.first && s.cue.last <= p.last && len(f.quote) == 1 {
				region = p
			}
		}
	}
	if k := r.segmentOf(u, s.cue.first); k > 0 && (u.segs[k].shape == subClause || u.segs[k].shape == relative) {
		region = part{max(region.first, u.segs[k].first), min(region.last, u.segs[k].last)}
	}
	region = r.mainGroup(u, region, s.cue.first)
	frame := s.frame
	if k := r.segmentOf(u, frame.last+1); frame.first <= u.first+1 && k > 0 && u.segs[k].shape == relative && r.d.Word(frame.last) == "," {
		frame.last = u.segs[k].last // "Nach Angaben, die niemand prüfte, …"
	}
	if frame.last < region.last && frame.first == u.first && r.d.Word(frame.last) == "," {
		frame.last++
	}
	content := without(region, []part{frame})
	content = slices.DeleteFunc(content, func(p part) bool { return r.punctOnly(p) })
	if len(content) == 0 {
		return
	}
	label := LabelIndirect
	if r.allMarked(content) {
		label = LabelDirect
	}
	d := draft{label: label, quote: content, frame: []part{frame}, cue: []part{s.cue}, unit: k, host: -1}
	if s.speaker.last > s.speaker.first {
		d.speaker = []part{s.speaker}
	}
	r.found = append(r.found, d)
}

// mainGroup narrows region to the main clause that token i stands in: a source phrase in the second
// of two main clauses says nothing about the first.
func (r *reader) mainGroup(u unit, region part, i int) part {
	seen := false
	for k, s := range u.segs {
		if s.shape == mainClause && s.fin > s.lead && seen && s.first > region.first {
			if s.first <= i {
				region.first = s.first
				if s.lead > s.first {
					region.first = s.lead
				}
			} else if b := u.segs[k-1].after; b == ";" || b == "–" {
				region.last = min(region.last, u.segs[k-1].last)
				break
			}
		}
		seen = seen || s.shape == mainClause
	}
	return region
}

func (r *reader) segmentOf(u unit, token int) int {
	return slices.IndexFunc(u.segs, func(s segment) bool { return s.first <= token && token < s.last })
}

func (r *reader) punctOnly(p part) bool {
	if p.last == p.first+1 && coordinator(r.d.Tokens[p.first].Lower) {
		return true
	}
	for i := p.first; i < p.last; i++ {
		if k := r.d.Tokens[i].Kind; k != german.Punct && k != german.Mark {
			return false
		}
	}
	return true
}
