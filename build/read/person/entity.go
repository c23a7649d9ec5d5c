package person

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"wortlaut/build/read/german"
	"wortlaut/build/text"
)

// draft is an entity in the making.
type draft struct {
	name    []string // fullest form
	names   []string // all forms found
	kind    Kind
	gender  Gender
	offices []office
	known   int
}

// surname returns the folded last word of a name, the key of surname chains.
func surname(name []string) string {
	k := len(name) - 1
	for k > 0 && roman(name[k]) {
		k--
	}
	return german.Fold(name[k])
}

// join gives every hit its entity. Names are joined when they are equal, or when one is the
// surname (or, of people without a surname in the text, the first name) of the other.
func (s *scan) join() {
	order := make([]int, len(s.hits))
	for i := range order {
		order[i] = i
	}
	// longest names first, so that a surname in a title finds the full name in the text
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := s.hits[a], s.hits[b]
		return cmp.Or(-cmp.Compare(min(x.known, 1), min(y.known, 1)), -cmp.Compare(len(x.name), len(y.name)), cmp.Compare(x.first, y.first))
	})
	for _, i := range order {
		s.assign(&s.hits[i])
	}
}

func (s *scan) assign(h *hit) {
	candidates := s.matching(h)
	if len(candidates) == 0 && h.kind == Person && len(h.name) == 1 && !h.weak && s.roster != nil {
		if k := s.roster.surname[surname(h.name)]; k > 0 { // a bare surname that one known person bears
			h.known, h.confidence = k, Probable
			candidates = s.matching(h)
		}
	}
	if len(candidates) == 0 {
		s.entities = append(s.entities, draft{name: h.name, kind: h.kind, known: h.known})
		candidates = []int{len(s.entities) - 1}
	}
	h.entity = candidates[0]
	if len(candidates) > 1 {
		h.entity = s.nearest(candidates, h.first)
		h.confidence = Uncertain
	}
	e := &s.entities[h.entity]
	if form := strings.Join(h.name, " "); !slices.Contains(e.names, form) {
		e.names = append(e.names, form)
	}
	e.gender = firstOf(e.gender, h.gender)
	if h.office.head != "" && !slices.ContainsFunc(e.offices, func(o office) bool { return o.words == h.office.words }) {
		e.offices = append(e.offices, h.office)
	}
}

// matching returns the entities that h may name.
func (s *scan) matching(h *hit) []int {
	var out []int
	for i, e := range s.entities {
		switch {
		case h.known > 0 || e.known > 0 && e.known == h.known:
			if e.known == h.known {
				return []int{i}
			}
		case e.kind != h.kind:
		case equalFold(e.name, h.name), e.kind != Person && inflection(e.name, h.name):
			return []int{i}
		case h.kind == Person && partOf(h, e):
			out = append(out, i)
		}
	}
	return out
}

func equalFold(a, b []string) bool {
	return slices.EqualFunc(a, b, func(x, y string) bool { return german.Fold(x) == german.Fold(y) })
}

// inflection reports whether two names differ in their endings only: "Vereinigte Staaten",
// "Vereinigten Staaten".
func inflection(a, b []string) bool {
	return slices.EqualFunc(a, b, func(x, y string) bool { return german.Stem(strings.ToLower(x)) == german.Stem(strings.ToLower(y)) })
}

// partOf reports whether h names e by its surname, its first name, or fewer first names.
func partOf(h *hit, e draft) bool {
	if h.gender != NoGender && e.gender != NoGender && h.gender != e.gender {
		return false
	}
	if len(h.name) >= len(e.name) {
		return false
	}
	if surname(h.name) == surname(e.name) {
		return len(h.name) == 1 || german.Fold(h.name[0]) == german.Fold(e.name[0]) || particles[strings.ToLower(h.name[0])]
	}
	return len(h.name) == 1 && h.weak && german.Fold(h.name[0]) == german.Fold(e.name[0])
}

// nearest returns the candidate whose mention stands last before token i.
func (s *scan) nearest(candidates []int, i int) int {
	best, at := candidates[0], -1
	for _, h := range s.hits {
		if h.first < i && h.first > at && slices.Contains(candidates, h.entity) {
			best, at = h.entity, h.first
		}
	}
	return best
}

// surnames finds the bare surnames of people found by their full name, and surnames that a verb
// of saying gives away.
func (s *scan) surnames() {
	chain := map[string]bool{}
	noble := map[string][]string{} // "Au": "von", "der"
	for _, h := range s.hits {
		if h.kind == Person && (len(h.name) > 1 || !h.weak) {
			chain[surname(h.name)] = true
			k := len(h.name) - 1
			for k > 1 && particles[strings.ToLower(h.name[k-1])] {
				k--
			}
			noble[surname(h.name)] = h.name[k : len(h.name)-1]
		}
	}
	for i := range s.d.Tokens {
		if s.taken[i] || s.skip[i] || !s.capital(i) {
			continue
		}
		word := s.fold(i)
		base, inflected := genitive(word)
		if chain[word] || inflected && chain[base] || s.besideVerb(i) {
			h := hit{first: i, last: i + 1, kind: Person, name: []string{s.d.Word(i)}}
			if !chain[word] && inflected && chain[base] {
				h.name[0] = strings.TrimRight(h.name[0], "s'’")
			}
			if s.surnameLike(i, chain[word] || inflected && chain[base]) {
				h.first = s.particlesBefore(i, noble[german.Fold(h.name[0])])
				h.name = append(s.printed(h.first, i), h.name...)
				h.office, h.gender = s.officeAround(h.first, h.last)
				s.add(h)
			}
		}
	}
	slices.SortStableFunc(s.hits, func(a, b hit) int { return cmp.Compare(a.first, b.first) })
}

// particlesBefore takes in "von der" in front of a surname that the text has with it, and foreign
// particles, but no preposition that only looks like one.
func (s *scan) particlesBefore(i int, known []string) int {
	if k := i - len(known); k >= s.start(i) && equalFold(s.printed(k, i), known) {
		return k
	}
	k := i
	for k > s.start(i) && particles[s.d.Tokens[k-1].Lower] && !german.FunctionWord(s.d.Tokens[k-1].Lower) {
		k--
	}
	return k
}

// surnameLike reports whether token i stands where a surname stands. A word of the chain is
// refused only after an article ("der Koch").
func (s *scan) surnameLike(i int, chained bool) bool {
	if !chained && (!s.nameWord(i) || utf8.RuneCountInString(s.d.Word(i)) < 3 || strings.Contains(s.d.Word(i), "-") && !s.doubleName(i)) {
		return false
	}
	if i == s.start(i) {
		return true
	}
	low := s.d.Tokens[i-1].Lower
	c := german.ClassOf(low)
	if chained {
		return !c.Is(german.Article|german.Possessive) || !common(s.d.Word(i)) && lex.office[strings.ToLower(s.d.Word(i))] == ""
	}
	return !c.Is(german.Determiner|german.Preposition|german.Numeral) && !adjectival(low) || lex.verb[low]
}

// doubleName reports whether a hyphened word may be a double surname.
func (s *scan) doubleName(i int) bool {
	for part := range strings.SplitSeq(s.d.Word(i), "-") {
		if part == "" || acronym(part) || common(part) || !upper(part) {
			return false
		}
	}
	return true
}

// besideVerb reports whether token i stands directly before or behind a verb that takes somebody
// as subject: ", sagte Meier", "Meier betonte".
func (s *scan) besideVerb(i int) bool {
	if i > s.start(i) && lex.verb[s.d.Tokens[i-1].Lower] {
		if k := i - 2; k < s.start(i) || s.d.Word(k) != "," && s.d.Tokens[k].Kind != german.Mark {
			return false // what stands behind may be an object
		}
		return !s.within(i+1, i) || !s.capital(i+1) || s.taken[i+1]
	}
	if i > s.start(i) && s.capital(i-1) {
		return false
	}
	if !s.within(i+1, i) {
		return false
	}
	if lex.verb[s.d.Tokens[i+1].Lower] || s.invertedSubject(i) {
		return true
	}
	return i == s.start(i) && s.plainName(i) && s.singularVerb(i+1)
}

// invertedSubject reports whether token i stands behind a singular verb and before a determiner,
// pronoun or adverb, where a bare word can only be the subject: "dann benannte Meier sein Team".
func (s *scan) invertedSubject(i int) bool {
	k := i - 1
	for k > s.start(i) && (s.d.Tokens[k].Lower == "sich" || s.d.Tokens[k].Lower == "aber") {
		k--
	}
	if k <= s.start(i) || !s.plainName(i) || s.capital(k) {
		return false
	}
	next := german.ClassOf(s.d.Tokens[i+1].Lower)
	return next.Is(german.Article|german.Possessive|german.Reflexive|german.Contraction|german.Adverb|german.Preposition) && s.singular(k)
}

// singularVerb reports whether token i is a finite verb in the third person singular: a singular
// noun without determiner in front of it is a name.
func (s *scan) singularVerb(i int) bool {
	return s.singular(i) && len(german.LookupVerb(s.d.Tokens[i-1].Lower)) == 0
}

// singular reports whether token i is a finite verb in the third person singular.
func (s *scan) singular(i int) bool {
	if german.FunctionWord(s.d.Tokens[i].Lower) {
		return false
	}
	for _, v := range s.d.Verbs(i) {
		if v.Form != german.FiniteForm {
			return false
		}
		if v.Person == 3 && !v.Plural && v.Mood == german.Indicative {
			return true
		}
	}
	return false
}

// mentions turns the hits into mentions and the drafts into entities.
func (s *scan) result() ([]Entity, []Mention) {
	entities := make([]Entity, len(s.entities))
	taken := map[string]bool{}
	for i, e := range s.entities {
		if e.known > 0 {
			taken[s.roster.known[e.known-1].ID] = true
		}
		entities[i] = s.entity(e)
	}
	for i, e := range s.entities {
		if e.known > 0 {
			continue
		}
		entities[i].ID = Unique(taken, entities[i].Name)
	}
	ids := make([]string, len(entities))
	for i, e := range entities {
		ids[i] = e.ID
	}
	var mentions []Mention
	for _, h := range s.hits {
		m := Mention{Span: s.d.Span(h.first, h.last), Kind: h.kind, Form: h.form, Confidence: h.confidence}
		if h.entity >= 0 {
			m.Entity = ids[h.entity]
			m.Kind = entities[h.entity].Kind
		}
		mentions = append(mentions, m)
	}
	slices.SortFunc(mentions, func(a, b Mention) int { return text.Compare(a.Span, b.Span) })
	slices.SortFunc(entities, func(a, b Entity) int { return strings.Compare(a.ID, b.ID) })
	return entities, mentions
}

// Unique returns the slug of name with a number behind it where taken has it already, and adds it
// to taken.
func Unique(taken map[string]bool, name string) string {
	slug := text.Slug(name)
	id := slug
	for n := 2; taken[id]; n++ {
		id = slug + "-" + itoa(n)
	}
	taken[id] = true
	return id
}

func (s *scan) entity(e draft) Entity {
	out := Entity{Name: strings.Join(e.name, " "), Names: slices.Sorted(slices.Values(e.names)), Kind: e.kind, Gender: e.gender}
	for _, o := range e.offices {
		out.Offices = append(out.Offices, o.words)
	}
	slices.Sort(out.Offices)
	out.Offices = slices.Compact(out.Offices)
	if e.known > 0 {
		k := s.roster.known[e.known-1]
		out.ID, out.Name, out.Kind, out.Known = k.ID, k.Name, k.Kind, true
		out.Gender = firstOf(k.Gender, e.gender)
	}
	return out
}
