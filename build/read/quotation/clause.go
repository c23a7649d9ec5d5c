package quotation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"wortlaut/build/read/german"
)

// shape is what kind of clause a segment is.
type shape uint8

const (
	fragment   shape = iota // no verb: an apposition, part of an enumeration, a fore-field
	mainClause              // finite verb in first or second place
	subClause               // "dass", "weil", an indirect question: finite verb at the end
	relative                // a relative clause
	infinitive              // with "zu"
)

// segment is a stretch of a unit between commas, colons, dashes; quoted stretches and brackets
// are passed over as one word.
type segment struct {
	first, last   int // tokens, half-open, without the delimiters
	shape         shape
	fin           int // finite verb, -1 if none
	lead          int // first token after coordinators
	before, after string
}

// unit is a sentence, or several that one pair of marks spans.
type unit struct {
	first, last int // tokens, half-open
	block       int
	heading     bool
	segs        []segment
}

// capital reports whether token i is written as a noun: with a capital, in compounds at the head
// ("el-Baradei", but not "US-amerikanisch").
func (r *reader) capital(i int) bool {
	w := r.d.Word(i)
	if k := strings.LastIndexByte(w, '-'); k > 0 && k+1 < len(w) {
		w = w[k+1:]
	}
	c, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(c)
}

// units joins the sentences that one outer pair of marks spans.
func (r *reader) units() []unit {
	var out []unit
	for i := 0; i < len(r.d.Sentences); i++ {
		s := r.d.Sentences[i]
		u := unit{first: s.First, last: s.Last, block: s.Block}
		for i+1 < len(r.d.Sentences) && r.d.Sentences[i+1].Block == u.block && r.spans(u.last) {
			i++
			u.last = r.d.Sentences[i].Last
		}
		if u.last > u.first {
			u.segs = r.segments(u)
			u.heading = r.heading(u)
			out = append(out, u)
		}
	}
	return out
}

// spans reports whether token i stands inside an outer pair that was opened before it.
func (r *reader) spans(i int) bool {
	q := r.outer[i]
	return q >= 0 && r.d.Quotes[q].Open < i
}

// island returns the end of the quoted stretch or bracket that begins at token i, i itself if none does.
func (r *reader) island(i int) int {
	if q := r.outer[i]; q >= 0 {
		return r.d.Quotes[q].Close + 1
	}
	if r.bracket[i] > i {
		return r.bracket[i]
	}
	return i
}

// segments cuts u at its outer commas, colons, semicolons and dashes, and where a second verb is
// joined on with "und".
func (r *reader) segments(u unit) []segment {
	var out []segment
	first, before := u.first, ""
	for i := u.first; i < u.last; {
		if j := r.island(i); j > i {
			i = min(j, u.last)
			continue
		}
		w := r.d.Word(i)
		if !delimiter(w) || w == "-" && i > u.first && r.d.Tokens[i-1].Span.End == r.d.Tokens[i].Span.Start { // „Bild“-Zeitung
			if i > first && (r.joins(first, i, u.last) || r.bareDass(first, i)) {
				out = append(out, segment{first: first, last: i, before: before, after: ""})
				first, before = i, ""
			}
			i++
			continue
		}
		if i > first {
			out = append(out, segment{first: first, last: i, before: before, after: w})
			before = w
		} else {
			before += w
		}
		i++
		first = i
	}
	if first < u.last {
		out = append(out, segment{first: first, last: u.last, before: before})
	}
	for k := range out {
		r.shape(&out[k], k == 0)
	}
	r.closeOpen(out)
	return out
}

// closeOpen finds the verb of a subordinate clause that a comma parts from its subordinator: "dass
// Benzin, Gas oder Öl teurer werde". The segment with the verb becomes a fragment of it.
func (r *reader) closeOpen(segs []segment) {
	for k := range segs {
		s := &segs[k]
		low := r.d.Tokens[s.lead].Lower
		if s.shape == fragment && (low == "dass" || low == "daß" || low == "ob") {
			s.shape = subClause
		}
		if s.shape == fragment && low == "wie" && s.after == "," && k+2 < len(segs) && r.wieFrame(segs, k) {
			continue
		}
		open := s.fin < 0 && s.shape != infinitive && (low == "dass" || low == "daß" || low == "ob" || german.ClassOf(low).Is(german.Subordinator) && low != "als" && low != "wie" && s.last-s.lead > 1)
		if !open || s.after != "," {
			continue
		}
		for m := k + 1; m < len(segs) && segs[m-1].after == ","; m++ {
			n := &segs[m]
			if n.shape == mainClause && r.verbFinal(n.fin, n.last) {
				s.fin, s.shape = n.fin, subClause
				n.shape, n.fin = fragment, -1
				break
			}
		}
	}
}

// wieFrame closes "wie X, der Chef von Y, mitteilte", where an apposition parts "wie" from its verb.
func (r *reader) wieFrame(segs []segment, k int) bool {
	for m := k + 1; m < len(segs) && m < k+4 && segs[m-1].after == ","; m++ {
		n := &segs[m]
		if n.shape != mainClause {
			continue
		}
		if !r.verbFinal(n.fin, n.last) || !r.cueVerb(n.fin) {
			return false
		}
		segs[k].fin, segs[k].shape = n.fin, subClause
		n.shape, n.fin = fragment, -1
		return true
	}
	return false
}

// bareDass reports whether "dass" at token i begins a clause without a comma.
func (r *reader) bareDass(first, i int) bool {
	if low := r.d.Tokens[i].Lower; low != "dass" && low != "daß" {
		return false
	}
	switch r.d.Tokens[i-1].Lower {
	case "so", "ohne", "statt", "anstatt", "außer", "als", "bis", "und", "oder", "sondern", "auf", "kaum", "sowie", "aber":
		return false
	}
	return i-first > 1
}

func delimiter(w string) bool {
	switch w {
	case ",", ";", ":", "–", "—", "-", ".", "!", "?", "…", "...":
		return true
	}
	return false
}

// joins reports whether token i is a coordinator that begins a second predicate: "und sagte, …",
// "und er fügte hinzu". first is where the segment in hand began.
func (r *reader) joins(first, i, end int) bool {
	switch r.d.Tokens[i].Lower {
	case "und", "aber", "doch", "oder":
	default:
		return false
	}
	if i+1 >= end {
		return false
	}
	done := segment{first: first, last: i}
	r.shape(&done, false)
	if done.shape == subClause || done.shape == relative { // "dass es regnet und warnte vor Sturm"
		return done.fin == i-1 && i+2 < end && r.finite(i+1) == strict && !delimiter(r.d.Word(i+2))
	}
	if done.shape == infinitive { // "…, mehr zu tun und lobte sie"
		return i+2 < end && r.finite(i+1) == strict
	}
	if done.shape != mainClause {
		return false
	}
	if r.finite(i+1) == ambiguous && i+2 < end && r.d.Word(i+2) == "," && r.cueVerb(i+1) {
		return true
	}
	for k := i + 1; k < i+6 && k < end; k++ {
		if r.island(k) > k || delimiter(r.d.Word(k)) {
			return false
		}
		if r.finite(k) == strict && (k == i+1 || r.d.Tokens[k-1].Kind == german.Word) {
			return k == i+1 || german.ClassOf(r.d.Tokens[i+1].Lower).Is(german.Personal|german.Adverb|german.Preposition|german.Article|german.Demonstrative) || r.capital(k-1)
		}
	}
	return false
}

// cueVerb reports whether token i is a form of a verb of saying.
func (r *reader) cueVerb(i int) bool {
	for _, v := range r.verbs(i) {
		if _, ok := cues.verbs[v.Lemma]; ok {
			return true
		}
	}
	return false
}

// verbs returns the readings of token i as a verb; regular forms of cues that the list of verbs
// lacks are read by their endings.
func (r *reader) verbs(i int) []german.Verb {
	if found := r.d.Verbs(i); found != nil {
		return found
	}
	low := r.d.Tokens[i].Lower
	for _, e := range [...]string{"ten", "te", "t"} {
		stem, ok := strings.CutSuffix(low, e)
		if !ok {
			continue
		}
		if _, ok := cues.verbs[stem+"en"]; ok && len(stem) > 3 {
			return []german.Verb{{Lemma: stem + "en", Form: german.FiniteForm, Tense: german.Preterite, Mood: german.Indicative, Person: 3, Plural: e == "ten"}}
		}
	}
	return nil
}

// certainty says how sure it is that a word is a finite verb here.
type certainty uint8

const (
	no        certainty = iota
	ambiguous           // an infinitive or participle has the same form
	strict
)

// finite says whether token i is a finite verb.
func (r *reader) finite(i int) certainty {
	if f := r.fin[i]; f > 0 {
		return certainty(f - 1)
	}
	c := r.readFinite(i)
	r.fin[i] = uint8(c) + 1
	return c
}

func (r *reader) readFinite(i int) certainty {
	t := r.d.Tokens[i]
	if t.Kind != german.Word || strings.HasPrefix(t.Lower, "genannt") && len(t.Lower) > 7 {
		return no
	}
	if german.FunctionWord(t.Lower) && german.Auxiliary(t.Lower) == "" || t.Lower == "sein" || t.Lower == "werden" {
		return no
	}
	opening := r.capital(i)
	if opening && (i+1 >= len(r.d.Tokens) || !german.ClassOf(r.d.Tokens[i+1].Lower).Is(german.Determiner|german.Personal|german.Reflexive|german.Demonstrative) && !r.capital(i+1)) {
		return no
	}
	if opening && inflected(t.Lower) && r.capital(i+1) && german.Auxiliary(t.Lower) == "" && !german.Modal(t.Lower) {
		return no // "Informierte Quellen"
	}
	finite, other := false, false
	for _, v := range r.verbs(i) {
		switch {
		case v.Form != german.FiniteForm:
			other = true
		case opening: // "Sollte", "Verläuft" may open a sentence; "Versuche", "Berichte" are nouns
			finite = finite || v.Person == 3 && v.Mood == german.Indicative && !v.Plural || german.Auxiliary(t.Lower) != "" || german.Modal(t.Lower)
		default:
			finite = finite || v.Person == 3 || v.Person == 1
		}
	}
	switch {
	case !finite || r.attributive(i):
		return no
	case other:
		return ambiguous
	}
	return strict
}

// opens reports whether token i is the first of its sentence or of a quoted stretch.
func (r *reader) opens(i int) bool {
	return i == 0 || r.d.Tokens[i-1].Sentence != r.d.Tokens[i].Sentence || r.d.Tokens[i-1].Kind == german.Mark || r.d.Word(i-1) == ":"
}

// attributive reports whether token i stands where an adjective stands: after a determiner or
// preposition and before a noun.
func (r *reader) attributive(i int) bool {
	low := r.d.Tokens[i].Lower
	if !inflected(low) || i+1 >= len(r.d.Tokens) || r.d.Tokens[i+1].Kind != german.Word {
		return false
	}
	if !r.capital(i+1) && !inflected(r.d.Tokens[i+1].Lower) {
		return false
	}
	if i == 0 {
		return false
	}
	prev := r.d.Tokens[i-1].Lower
	if i > 1 && (german.ClassOf(prev).Is(german.Adverb) || strings.HasSuffix(prev, "lich")) && german.ClassOf(r.d.Tokens[i-2].Lower).Is(german.Article) {
		return true // "eine kürzlich veröffentlichte Studie"
	}
	return german.ClassOf(prev).Is(german.Determiner|german.Preposition|german.Numeral) || r.d.Tokens[i-1].Kind == german.Number ||
		inflected(prev) && !r.capital(i-1) && r.finite(i-1) == no && german.ClassOf(prev) == 0
}

// inflected reports whether a word ends like an inflected adjective.
func inflected(low string) bool {
	n := len(low)
	if n < 4 {
		return false
	}
	switch {
	case low[n-1] == 'e':
		return true
	case low[n-2] == 'e' && (low[n-1] == 'n' || low[n-1] == 'r' || low[n-1] == 's' || low[n-1] == 'm'):
		return true
	}
	return false
}

// shape tells what kind of clause s is and finds its finite verb.
func (r *reader) shape(s *segment, opening bool) {
	s.fin, s.lead = -1, s.first
	for s.lead < s.last-1 && coordinator(r.d.Tokens[s.lead].Lower) {
		s.lead++
	}
	firstStrict, lastStrict, firstAny, lastAny, words := -1, -1, -1, -1, 0
	for i := s.lead; i < s.last; {
		if j := r.island(i); j > i {
			i = j
			continue
		}
		words++
		switch r.finite(i) {
		case strict:
			if firstStrict < 0 {
				firstStrict = i
			}
			lastStrict = i
			fallthrough
		case ambiguous:
			if firstAny < 0 {
				firstAny = i
			}
			lastAny = i
		}
		i++
	}
	first, last := firstStrict, lastStrict
	if first < 0 {
		first, last = firstAny, lastAny
	}
	switch {
	case r.zu(*s) && firstStrict < 0:
		s.shape = infinitive
	case first < 0:
		s.shape = fragment
	case r.subordinate(*s, last, opening):
		s.shape, s.fin = subClause, last
		if r.relativeStart(s.lead) && s.lead == s.first && !question(r.d.Tokens[s.lead].Lower) {
			s.shape = relative
		}
	default:
		s.shape, s.fin = mainClause, first
	}
}

func coordinator(low string) bool {
	switch low {
	case "und", "aber", "sondern", "oder", "denn", "doch", "jedoch", "sowie":
		return true
	}
	return false
}

// zu reports whether s holds an infinitive with "zu".
func (r *reader) zu(s segment) bool {
	for i := s.lead; i < s.last; i++ {
		if r.outer[i] >= 0 && r.island(i) <= s.last && r.d.Tokens[i].Kind == german.Mark {
			continue
		}
		if r.d.Tokens[i].Lower == "zu" && i+1 < s.last && !r.capital(i+1) && infinitiveForm(r.d.Tokens[i+1].Lower, german.Infinitive) ||
			!r.capital(i) && infinitiveForm(r.d.Tokens[i].Lower, german.ZuInfinitive) {
			return true
		}
	}
	return false
}

func infinitiveForm(low string, f german.Form) bool {
	for _, v := range german.LookupVerb(low) {
		if v.Form == f {
			return true
		}
	}
	return false
}

// subordinate reports whether s is introduced by a subordinator or relative and has its verb at the end.
func (r *reader) subordinate(s segment, fin int, opening bool) bool {
	low := r.d.Tokens[s.lead].Lower
	c := german.ClassOf(low)
	final := r.verbFinal(fin, s.last)
	switch {
	case low == "dass" || low == "daß" || low == "ob":
		return true
	case low == "so" && s.lead+1 < s.last && r.d.Tokens[s.lead+1].Lower == "dass":
		return true
	case c.Is(german.Subordinator) && low != "als" && low != "wie":
		return final
	case low == "als" || low == "wie":
		return final
	case opening:
		return question(low) && final
	case r.relativeStart(s.lead):
		return final && (!german.Subjunctive1(r.d.Tokens[fin].Lower) || fin == s.last-1 && s.last-s.first > 2)
	}
	return question(low) && final
}

// relativeStart reports whether a relative pronoun stands at i, or behind a preposition.
func (r *reader) relativeStart(i int) bool {
	if german.ClassOf(r.d.Tokens[i].Lower).Is(german.Preposition) && i+1 < len(r.d.Tokens) {
		i++
	}
	low := r.d.Tokens[i].Lower
	return german.ClassOf(low).Is(german.Relative) || low == "wobei" || low == "wodurch" || low == "wonach" || low == "weshalb"
}

func question(low string) bool {
	switch low {
	case "ob", "wer", "wen", "wem", "was", "wann", "warum", "weshalb", "wieso", "wo", "wohin", "woher", "wie", "welche", "welcher", "welches", "inwieweit", "inwiefern", "wieviel":
		return true
	}
	return false
}

// verbFinal reports whether nothing but verbs and a late phrase stand after fin.
func (r *reader) verbFinal(fin, end int) bool {
	if fin < 0 {
		return false
	}
	for i := fin + 1; i < end; i++ {
		if r.d.Tokens[i].Kind == german.Punct || r.d.Tokens[i].Kind == german.Mark {
			continue
		}
		low := r.d.Tokens[i].Lower
		if i == fin+1 && german.ClassOf(low).Is(german.Preposition) || low == "als" || low == "wie" || low == "und" {
			return true
		}
		if r.finite(i) == no && !german.IsParticiple(low) {
			return false
		}
	}
	return true
}
