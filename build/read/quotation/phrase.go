package quotation

import (
	"strings"

	"wortlaut/build/read/german"
	"wortlaut/build/read/person"
)

// nounPhrase returns the end of the noun phrase that begins at token i, with genitives, "von"
// phrases and appositions, without relative clauses; i itself if none begins there.
func (r *reader) nounPhrase(i, end int) int {
	j := r.core(i, end)
	if j == i {
		return i
	}
	if pronoun(r.d.Tokens[i].Lower) && j == i+1 {
		return j
	}
	for {
		k := r.attribute(j, end)
		if k == j {
			return r.apposition(j, end)
		}
		j = k
	}
}

// pronoun reports whether a word in lower case is a pronoun that can be a speaker on its own.
func pronoun(low string) bool {
	switch low {
	case "er", "sie", "ich", "wir", "dieser", "diese", "beide", "jener", "letzterer", "letztere", "der", "die":
		return true
	}
	return false
}

// core reads determiners, adjectives and nouns from token i on.
func (r *reader) core(i, end int) int {
	if i >= end {
		return i
	}
	j := i
	for j < end && r.determiner(j) {
		j++
	}
	if k := j; j > i { // "einer gestern vorgestellten Studie"
		for k < j+2 && k < end && german.ClassOf(r.d.Tokens[k].Lower).Is(german.Adverb|german.Particle) && !r.capital(k) {
			k++
		}
		if k > j && k < end && r.adjective(k) {
			j = k
		}
	}
	for j < end && (r.adjective(j) || j > i && r.d.Tokens[j].Lower == "und" && r.adjective(j-1) && j+1 < end && r.adjective(j+1) || r.d.Tokens[j].Kind == german.Number || j > i && r.d.Word(j) == "," && r.adjective(j-1) && j+1 < end && r.adjective(j+1)) {
		j++
	}
	noun := j
	for j < end {
		if q := r.outer[j]; q >= 0 && r.d.Quotes[q].Open == j && r.short(q) {
			j = r.d.Quotes[q].Close + 1
			continue
		}
		if r.bracket[j] > j && j > noun {
			j = min(r.bracket[j], end)
			continue
		}
		if !r.nominal(j, noun) {
			break
		}
		j++
	}
	if j > noun {
		return j
	}
	low := r.d.Tokens[i].Lower
	if noun == i && pronoun(low) || noun == i+1 && pronoun(low) {
		return i + 1
	}
	if noun > i && j < end && german.ClassOf(low).Is(german.Demonstrative|german.Indefinite) && noun == i+1 {
		return i + 1
	}
	return i
}

// nominal reports whether token j continues the run of nouns and names that began at noun.
func (r *reader) nominal(j, noun int) bool {
	t := r.d.Tokens[j]
	w := r.d.Word(j)
	switch {
	case t.Kind == german.Word && r.capital(j) && j > noun && r.endsName(j):
		return false
	case t.Kind == german.Word && r.capital(j):
		return !(r.opens(j) && (german.FunctionWord(t.Lower) || j == noun && adverbial(t.Lower)))
	case j == noun:
		return false
	case w == "&" || w == "/":
		return true
	case t.Kind == german.Number:
		if j+1 < len(r.d.Tokens) && r.d.Tokens[j+1].Kind == german.Word && (r.capital(j+1) || inflected(r.d.Tokens[j+1].Lower)) {
			return false
		}
		return j+1 >= len(r.d.Tokens) || r.d.Tokens[j+1].Lower != "uhr"
	}
	if strings.Contains(strings.Trim(t.Lower, "."), ".") && t.Kind == german.Word {
		return true // "ver.di", "tagesschau.de"
	}
	return nameParticle(t.Lower) && j+1 < len(r.d.Tokens) && r.capital(j+1)
}

// endsName reports whether a person's name ends right before token j: a second title begins a
// second person ("Präsident X Präsident Y").
func (r *reader) endsName(j int) bool {
	at := r.d.Tokens[j-1].Span.End
	for _, m := range r.mentions {
		if m.Span.End >= at {
			return m.Span.End == at && m.Form == person.Name && m.Kind == person.Person && !strings.HasSuffix(m.Span.Of(r.d.Text), "s")
		}
	}
	return false
}

// isName reports whether a name of an organisation or place ends right before token j.
func (r *reader) isName(j int) bool {
	at := r.d.Tokens[j-1].Span.End
	for _, m := range r.mentions {
		if m.Span.End >= at {
			return m.Span.End == at && m.Form == person.Name && m.Kind != person.Person
		}
	}
	return false
}

// adverbial reports whether a word that opens a sentence is an adverb or participle by its form.
func adverbial(low string) bool {
	for _, tail := range [...]string{"lich", "isch", "weise", "mals", "falls", "wärts", "maßen", "ig", "seits", "dessen", "gens"} {
		if strings.HasSuffix(low, tail) && len(low) > len(tail)+2 {
			return true
		}
	}
	return german.IsParticiple(low)
}

func nameParticle(low string) bool {
	switch low {
	case "van", "de", "del", "della", "di", "da", "dos", "du", "la", "le", "al", "el", "bin", "ibn", "ten", "ter", "y", "e":
		return true
	}
	return false
}

func (r *reader) determiner(j int) bool {
	t := r.d.Tokens[j]
	if t.Kind != german.Word {
		return false
	}
	return german.ClassOf(t.Lower).Is(german.Determiner|german.Numeral) && (!german.ClassOf(t.Lower).Is(german.Personal) || t.Lower == "ihr" || t.Lower == "sein")
}

// adjective reports whether token j is an inflected adjective in front of a noun.
func (r *reader) adjective(j int) bool {
	t := r.d.Tokens[j]
	if t.Kind != german.Word || !inflected(t.Lower) || german.ClassOf(t.Lower).Is(german.Preposition|german.Subordinator|german.Personal) || r.finite(j) == strict {
		return t.Kind == german.Word && (strings.HasSuffix(t.Lower, "er") && r.capital(j) && j+1 < len(r.d.Tokens) && r.adjective(j+1) || t.Lower == "so" && j+1 < len(r.d.Tokens) && strings.HasPrefix(r.d.Tokens[j+1].Lower, "genannt"))
	}
	if r.capital(j) && !r.opens(j) {
		return false
	}
	for k := j + 1; k < j+4 && k < len(r.d.Tokens); k++ {
		if r.d.Tokens[k].Kind == german.Mark || r.capital(k) && r.d.Tokens[k].Kind == german.Word {
			return true
		}
		if low := r.d.Tokens[k].Lower; !inflected(low) && low != "und" {
			return false
		}
	}
	return false
}

// attribute reads a genitive, a "von" phrase or a coordination behind a noun.
func (r *reader) attribute(j, end int) int {
	if j+1 >= end || r.d.Tokens[j].Kind != german.Word {
		return j
	}
	low := r.d.Tokens[j].Lower
	if strings.HasSuffix(low, "er") && !r.capital(j) && r.adjective(j) { // "Angaben informierter Kreise"
		return r.coreOr(j, j, end)
	}
	switch low {
	case "der":
		if r.isName(j) { // "hat die UNO der Insel zugesichert": a dative
			return j
		}
		return r.coreOr(j, j, end)
	case "des", "eines", "einer", "dieses", "dieser", "ihres", "ihrer", "seines", "seiner", "deren", "dessen", "mehrerer", "beider", "zweier":
		return r.coreOr(j, j, end)
	case "von", "vom", "für", "aus", "beim", "bei", "zur", "zum", "im", "in", "am", "an", "gegen", "über", "um", "namens", "mit", "auf", "unter":
		if !r.binds(low, j, end) {
			return j
		}
		return r.coreOr(j, j+1, end)
	case "und", "sowie", "oder", "bzw.":
		if k := r.core(j+1, end); k > j+1 && !r.verbSoon(j+1, k, end) {
			return k
		}
	}
	return j
}

// binds reports whether a preposition behind a noun belongs to the noun. Only "von" and "für"
// mostly do; places and times belong to the verb.
func (r *reader) binds(low string, j, end int) bool {
	switch low {
	case "von", "vom", "für", "namens":
		return true
	case "im", "in", "bei", "beim", "aus", "an", "am", "zur", "zum", "gegen", "über", "um", "mit", "auf", "unter":
		// only between a noun and the verb, in the fore-field: "der Sprecher im Ministerium sagte"
		k := r.core(j+1, end)
		return r.front && k > j+1 && k < len(r.d.Tokens) && (k == end || r.finite(k) != no || r.d.Word(k) == "," || german.ClassOf(r.d.Tokens[k].Lower).Is(german.Article)) && r.front
	}
	return false
}

// verbSoon reports whether a finite verb follows the phrase directly, so that "und" joins clauses.
func (r *reader) verbSoon(first, k, end int) bool {
	return k < end && r.finite(k) == strict && !r.front
}

func (r *reader) coreOr(j, from, end int) int {
	if k := r.core(from, end); k > from {
		return k
	}
	return j
}

// apposition takes in ", Sprecher der Polizei" behind a noun: a stretch without verb that begins
// with a noun or a determiner and ends with a comma or the end. It has no reach over another comma.
func (r *reader) apposition(j, end int) int {
	if j+1 >= end || r.d.Word(j) != "," {
		return j
	}
	k := r.core(j+1, end)
	if k == j+1 || pronoun(r.d.Tokens[j+1].Lower) && k == j+2 {
		return j
	}
	for {
		n := r.attribute(k, end)
		if n == k && k < end && german.ClassOf(r.d.Tokens[k].Lower).Is(german.Preposition) {
			n = r.coreOr(k, k+1, end)
		}
		if n == k {
			break
		}
		k = n
	}
	if k >= end || delimiter(r.d.Word(k)) || r.outer[k] >= 0 {
		return k
	}
	if r.finite(k) != no && r.front {
		return k
	}
	return j
}

// short reports whether quote q is a name in marks rather than speech: few words, no finite verb.
func (r *reader) short(q int) bool {
	return r.wordsIn(q) <= 4 && (!r.verbIn(q) || r.titled(r.d.Quotes[q].Open))
}

// nominative reports whether a noun phrase that begins at i may be a subject by its determiner.
func (r *reader) nominative(i int) bool {
	switch r.d.Tokens[i].Lower {
	case "den", "dem", "des", "einen", "einem", "eines", "ihn", "ihm", "ihnen", "seinen", "seinem", "ihren", "ihrem", "diesen", "diesem", "dieses",
		"keinen", "keinem", "allen", "sich", "uns", "mich", "man", "es", "was", "wer", "das", "dies", "anderem", "beiden", "alle", "alles", "vielen", "einigen":
		return r.d.Tokens[i].Lower == "das" && i+1 < len(r.d.Tokens) && (r.capital(i+1) || r.adjective(i+1))
	}
	return true
}

// temporal reports whether the phrase from i to j tells a time: "am Montag", "letzte Woche".
func (r *reader) temporal(i, j int) bool {
	for k := i; k < j; k++ {
		switch r.d.Tokens[k].Lower {
		case "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag", "woche", "monat", "jahr", "tag", "tage", "abend",
			"morgen", "nacht", "mittag", "januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "dezember", "zeit":
			return true
		}
		if low := r.d.Tokens[k].Lower; strings.HasSuffix(low, "tagabend") || strings.HasSuffix(low, "tagmorgen") || strings.HasSuffix(low, "nachmittag") || strings.HasSuffix(low, "vormittag") {
			return true
		}
	}
	return false
}

// subject returns the tokens of the subject of a clause: its fore-field's noun phrase or the
// first one behind the verb. front is the first token of the fore-field, fin the verb, end where
// the clause ends. ok is false where nothing can be the subject.
func (r *reader) subject(front, fin, end int) (first, last int, ok bool) {
	if front < fin {
		r.front = true
		i, j := r.foreField(front, fin)
		r.front = false
		if j > i {
			// "Die Äußerungen bezeichnete X als …": what stands in front is no person, but somebody follows
			if k, l, ok := r.behind(fin+1, end); ok && k <= fin+2 && !r.person(i, j) && r.named(k, l) {
				return k, l, true
			}
			return i, j, true
		}
	}
	return r.behind(fin+1, end)
}

// named reports whether the phrase is a person's name or a personal pronoun.
func (r *reader) named(i, j int) bool {
	s := r.d.Span(i, j)
	for _, m := range r.mentions {
		if m.Span.Start >= s.End {
			break
		}
		if s.Contains(m.Span) && (m.Form == person.Pronoun || m.Form == person.Name && m.Kind == person.Person && m.Span.End == s.End) {
			return r.titles(i, m.Span.Start)
		}
	}
	return false
}

// titles reports whether nothing but offices stands between token i and the byte at which a name begins.
func (r *reader) titles(i, name int) bool {
	for ; i < len(r.d.Tokens) && r.d.Tokens[i].Span.Start < name; i++ {
		if r.capital(i) && !r.adjective(i) && !person.Human(r.d.Word(i)) || german.ClassOf(r.d.Tokens[i].Lower).Is(german.Preposition) {
			return false
		}
	}
	return true
}

// foreField looks for a subject that fills the fore-field.
func (r *reader) foreField(front, fin int) (int, int) {
	i := front
	for i < fin && (coordinator(r.d.Tokens[i].Lower) || r.focus(i)) {
		i++
	}
	if i >= fin || german.ClassOf(r.d.Tokens[i].Lower).Is(german.Preposition) && !r.capital(i+1) && !r.determiner(i) {
		return i, i
	}
	if german.ClassOf(r.d.Tokens[i].Lower).Is(german.Preposition|german.Subordinator) && !r.determiner(i) {
		return i, i
	}
	if !r.nominative(i) {
		return i, i
	}
	j := r.nounPhrase(i, fin)
	if j == i || r.temporal(i, j) {
		return i, i
	}
	return i, j
}

// focus reports whether token i is an adverb that may stand before a subject: "auch der Chef".
func (r *reader) focus(i int) bool {
	switch r.d.Tokens[i].Lower {
	case "auch", "selbst", "sogar", "nur", "so", "doch":
		return true
	}
	return false
}

// behind looks for a subject behind the verb, over "sich", adverbs and phrases of time and place.
func (r *reader) behind(i, end int) (int, int, bool) {
	for i < end {
		if k := r.island(i); k > i && (r.outer[i] < 0 || !r.short(r.outer[i])) {
			i = k
			continue
		}
		if delimiter(r.d.Word(i)) {
			return i, i, false
		}
		c := german.ClassOf(r.d.Tokens[i].Lower)
		if c.Is(german.Preposition) && !r.determiner(i) {
			j := r.coreOr(i, i+1, end)
			for k := j; j > i; j = k {
				if k = r.attributeOf(j, end); k == j {
					break
				}
			}
			i = max(j, i+1)
			continue
		}
		if r.nominative(i) {
			if j := r.nounPhrase(i, end); j > i && !r.temporal(i, r.core(i, end)) {
				return i, j, true
			}
		}
		j := r.core(i, end)
		i = max(j, i+1)
	}
	return i, i, false
}

// attributeOf reads a genitive or "von" phrase only.
func (r *reader) attributeOf(j, end int) int {
	if j >= end {
		return j
	}
	switch r.d.Tokens[j].Lower {
	case "des", "eines", "von", "vom":
		return r.attribute(j, end)
	}
	return j
}
