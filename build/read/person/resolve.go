package person

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"wortlaut/build/read/german"
	"wortlaut/build/text"
)

// Resolve finds the entities of d and their mentions: names, then offices and descriptions that
// stand for a name, then the pronouns er and sie. Spans in skip are no running text. Mentions are
// in text order, entities by ID. A nil Roster knows nobody.
func (r *Roster) Resolve(d *german.Doc, skip []text.Span) ([]Entity, []Mention) {
	s := newScan(d, r, skip)
	s.find()
	s.surnames()
	s.decide()
	s.join()
	s.descriptions()
	s.pronouns()
	return s.result()
}

func itoa(n int) string { return strconv.Itoa(n) }

func upper(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// descriptions finds noun phrases with an office but no name, "der US-Verteidigungsminister",
// and links them to the entity that holds the office in this text, else in the roster.
func (s *scan) descriptions() {
	var found []hit
	for i := range s.d.Tokens {
		if s.taken[i] || s.skip[i] || !s.beforeName(i) || s.title(i) {
			continue
		}
		if s.within(i+1, i) && s.taken[i+1] && s.hitAt(i+1).kind == Person {
			continue // the office belongs to the name
		}
		if h, ok := s.description(i); ok {
			found = append(found, h)
		}
	}
	for _, h := range found {
		s.add(h)
		if e := &s.hits[len(s.hits)-1]; h.entity >= 0 {
			e.entity = h.entity
		}
	}
	slices.SortStableFunc(s.hits, func(a, b hit) int { return cmp.Compare(a.first, b.first) })
}

// description reads the noun phrase whose head is token i.
func (s *scan) description(i int) (hit, bool) {
	from := s.adjectives(i)
	det := from - 1
	if det < s.start(i) {
		det = -1
	}
	o, ok := officeOf(s.printed(from, i+1))
	if !ok {
		return hit{}, false
	}
	h := hit{first: from, last: i + 1, kind: Person, form: Description, entity: -1, confidence: Uncertain, gender: o.gender, office: o}
	switch {
	case det < 0 || s.d.Tokens[det].Kind != german.Word:
		// without article: a heading's "Pentagon-Chef"
	case s.taken[det] && s.possessor(det):
		h.first = s.hitAt(det).last // "Bergs Verteidigungsminister": the possessor is a mention of its own
	case definite(s.d.Tokens[det].Lower, o.gender):
		h.first = det
	case german.ClassOf(s.d.Tokens[det].Lower).Is(german.Determiner | german.Numeral):
		return hit{}, false // indefinite, plural or somebody's
	}
	if s.plural(i, det) {
		return hit{}, false
	}
	s.link(&h)
	if h.entity < 0 && h.first == from && (det >= 0 || i != s.start(i)) {
		return hit{}, false // a bare noun that means nobody in particular: "Soldaten"
	}
	return h, true
}

// definite reports whether a definite article or demonstrative can stand for one person of gender g.
func definite(low string, g Gender) bool {
	switch low {
	case "der", "dieser":
		return true
	case "dem", "den", "des", "diesem", "diesen", "dieses", "vom", "zum", "beim":
		return g == Masculine
	case "die", "diese", "zur":
		return g == Feminine
	}
	return false
}

// plural reports whether the office at i is a plural: "die Minister" with a masculine head.
func (s *scan) plural(i, det int) bool {
	low := s.d.Tokens[i].Lower
	if strings.HasSuffix(low, "innen") {
		return true
	}
	if det < 0 && s.within(i+1, i) {
		next := s.d.Tokens[i+1].Lower
		return strings.HasSuffix(low, "en") || strings.HasSuffix(next, "ten") && !german.FunctionWord(next)
	}
	return false
}

// possessor reports whether token k ends a name in the genitive.
func (s *scan) possessor(k int) bool {
	h := s.hitAt(k)
	return h != nil && h.kind == Person && strings.HasSuffix(s.fold(k), "s")
}

// link finds whom a description means: one bearer of the office in the text is probable, of
// several the last one is uncertain; a bearer in the roster is probable. A leader's office that
// does not fit the leader named before is a guess and uncertain.
func (s *scan) link(h *hit) {
	var bearers []int
	for i, e := range s.entities {
		if e.kind == Person && slices.ContainsFunc(e.offices, h.office.names) && !(h.gender == Feminine && e.gender == Masculine) {
			bearers = append(bearers, i)
		}
	}
	switch len(bearers) {
	case 1:
		h.entity, h.confidence = bearers[0], Probable
	case 0:
		s.linkRoster(h)
	default:
		h.entity = s.nearest(bearers, h.first)
	}
}

// linkRoster looks for the office among the roles of the roster; the time a role was held is
// judged later, where the article's date is known.
func (s *scan) linkRoster(h *hit) {
	if s.roster == nil || len(h.office.of) == 0 {
		return
	}
	found := -1
	for i, o := range s.roster.offices {
		if h.office.names(o) && len(o.of) > 0 {
			if found >= 0 && s.roster.bearer[i] != found {
				return
			}
			found = s.roster.bearer[i]
		}
	}
	if found < 0 {
		return
	}
	k := s.roster.known[found]
	for i, e := range s.entities {
		if e.known == found+1 {
			h.entity, h.confidence = i, Probable
			return
		}
	}
	s.entities = append(s.entities, draft{name: strings.Fields(k.Name), kind: k.Kind, gender: k.Gender, known: found + 1})
	h.entity, h.confidence = len(s.entities)-1, Probable
}
