package person

import (
	"slices"
	"strings"
	"unicode/utf8"

	"wortlaut/build/read/german"
)

// particles join the parts of a name.
var particles = map[string]bool{
	"von": true, "vom": true, "van": true, "zu": true, "zur": true, "der": true, "den": true, "de": true, "del": true, "della": true, "di": true, "da": true,
	"dos": true, "du": true, "la": true, "le": true, "al": true, "el": true, "bin": true, "ibn": true, "ben": true, "ten": true, "ter": true, "y": true, "e": true,
	"abu": true, "san": true, "st.": true, "mc": true, "d'": true, "und": false,
}

// title reports whether token i is a title that stands before a name.
func (s *scan) title(i int) bool {
	switch s.d.Word(i) {
	case "Dr.", "Dr", "Prof.", "Prof", "Herr", "Herrn", "Frau", "Sir", "Lady", "Lord", "Mr.", "Mrs.", "Ms.", "Hl.", "hl.", "Don", "Miss", "Madame", "Monsieur":
		return true
	}
	return false
}

// firstName returns the gender letters of token i if it is a first name, also a double one
// ("Hans-Peter").
func (s *scan) firstName(i int) string {
	w := s.d.Word(i)
	if g := lex.first[w]; g != "" {
		return g
	}
	a, b, ok := strings.Cut(w, "-")
	if ok && lex.first[a] != "" && lex.first[b] != "" {
		return lex.first[a]
	}
	return ""
}

// nameWord reports whether token i can be part of a name that has begun.
func (s *scan) nameWord(i int) bool {
	if !s.capital(i) || s.skip[i] {
		return false
	}
	w := s.d.Word(i)
	if acronym(w) || common(w) {
		return false
	}
	low := strings.ToLower(w)
	if _, ok := lex.placeAdjective(low); ok {
		return false
	}
	if _, _, ok := lex.officeHead(w); ok {
		// offices are surnames too ("Richter", "Schäfer"), compounds with a hyphen never
		_, simple := lex.office[low]
		return simple && i > 0 && s.firstName(i-1) != "" && !strings.HasSuffix(low, "in")
	}
	if k := strings.LastIndexByte(low, '-'); k >= 0 && (common(low[k+1:]) || organisationTail(low)) {
		return false
	}
	return utf8.RuneCountInString(w) > 1 || s.initial(i)
}

// sequence returns the end of the name whose first word is token i, which is taken as given.
func (s *scan) sequence(i int) int {
	j := i + 1
	for n := 1; n < 5 && s.within(j, i); n++ {
		k := j
		for k < j+3 && s.within(k, i) && particles[s.d.Tokens[k].Lower] && (k > j || s.d.Tokens[k].Lower != "der" && s.d.Tokens[k].Lower != "den" && s.d.Tokens[k].Lower != "zu") {
			k++
		}
		if !s.within(k, i) {
			return j
		}
		w := s.d.Word(k)
		switch {
		case k > j && foreignOnly(s.d.Tokens[j].Lower) && s.place(k):
			return j // "Maria aus, von Hamburg" names a place
		case s.nameWord(k) && !s.taken[k], s.initial(k) && s.within(k+1, i):
			j = k + 1
		case n == 1 && k == j && s.firstName(i) != "" && s.nounAsName(k):
			j = k + 1
		case roman(w) && k == j:
			j = k + 1
		default:
			return j
		}
	}
	return j
}

// nounAsName reports whether a noun of the list may be a surname: "Berg", "Vogel", but no word of
// the calendar, for "am Dienstag sagte Petra Montag" is rarer than "traf Petra Montag".
func (s *scan) nounAsName(k int) bool {
	low := s.d.Tokens[k].Lower
	return s.capital(k) && lex.noun[low] && len(low) > 3 && !german.FunctionWord(low) && !calendar[low] && !s.taken[k] && !acronym(s.d.Word(k))
}

// calendar has the nouns that follow a name without being part of it.
var calendar = map[string]bool{
	"montag": true, "dienstag": true, "mittwoch": true, "donnerstag": true, "freitag": true, "samstag": true, "sonnabend": true, "sonntag": true,
	"januar": true, "februar": true, "märz": true, "april": true, "juni": true, "juli": true, "august": true, "september": true, "oktober": true,
	"november": true, "dezember": true, "anfang": true, "mitte": true, "ende": true, "jahr": true, "jahre": true, "uhr": true, "prozent": true,
	"million": true, "millionen": true, "euro": true, "school": true, "street": true, "park": true, "award": true, "road": true, "college": true, "university": true, "band": true, "club": true, "theatre": true, "records": true, "orchestra": true, "airport": true,
}

// foreignOnly reports whether particle p also is a German preposition.
func foreignOnly(p string) bool { return p == "von" || p == "vom" || p == "zu" || p == "zur" }

// roman reports whether w is the number of a pope or king: "XVI.", "II".
func roman(w string) bool {
	w = strings.TrimSuffix(w, ".")
	return w != "" && strings.Trim(w, "IVX") == ""
}

// place reports whether the data know token i as the start of a place's name.
func (s *scan) place(i int) bool {
	_, found := lex.names.longest(s, i)
	return slices.ContainsFunc(found, func(e entry) bool { return e.kind == Place })
}

// find fills s.hits with all names except bare surnames.
func (s *scan) find() {
	for i := 0; i < len(s.d.Tokens); {
		h, ok := s.at(i)
		if !ok || s.skip[i] {
			i++
			continue
		}
		s.add(h)
		i = h.last
	}
}

func (s *scan) add(h hit) {
	h.entity = -1
	if h.form == "" {
		h.form = Name
	}
	if h.confidence == "" {
		h.confidence = Certain
	}
	for k := h.first; k < h.last; k++ {
		s.taken[k] = true
	}
	s.hits = append(s.hits, h)
}

// at returns the name that begins at token i: the roster first, then people, then the lists.
func (s *scan) at(i int) (hit, bool) {
	if s.d.Tokens[i].Kind != german.Word {
		return hit{}, false
	}
	for _, f := range []func(int) (hit, bool){s.rostered, s.person, s.listed, s.organisation} {
		if h, ok := f(i); ok {
			return h, true
		}
	}
	return hit{}, false
}

// rostered finds a name of the roster. A person's name that goes on is another's: with Anna Berg
// in the roster, "Anna Berg Klein" is no match.
func (s *scan) rostered(i int) (hit, bool) {
	if s.roster == nil || !s.capital(i) {
		return hit{}, false
	}
	end, found := s.roster.names.longest(s, i)
	if len(found) == 0 {
		return hit{}, false
	}
	if found[0].kind == Person && s.within(end, i) && s.plainName(end) && !s.beforeName(end) {
		return hit{}, false
	}
	h := hit{first: i, last: end, kind: found[0].kind, known: found[0].known, name: s.words(i, end)}
	if len(found) > 1 {
		h.known, h.confidence = 0, Uncertain
	}
	if h.known > 0 {
		h.gender = s.roster.known[h.known-1].Gender
	}
	if h.kind == Person || h.kind == Unnamed {
		h.office, _ = s.officeAround(i, end)
	}
	return h, true
}

// person finds a name by a first name or by a title or office in front of it.
func (s *scan) person(i int) (hit, bool) {
	if !s.capital(i) {
		return hit{}, false
	}
	g := s.firstName(i)
	before := i > s.start(i) && s.beforeName(i-1)
	switch {
	case g == "" && !(before && (s.nameWord(i) || s.nounAsName(i) && (!s.within(i+1, i) || !s.capital(i+1))) && !s.listedHere(i)) && !s.initials(i) && !s.pairOfNames(i):
		return hit{}, false
	case g != "" && !before && s.ordinaryWord(i) || s.saint(i):
		return hit{}, false
	}
	end := s.sequence(i)
	if end == i+1 && g != "" && !before && s.listedHere(i) {
		return hit{}, false
	}
	if s.initials(i) && end < i+2 {
		return hit{}, false
	}
	o, gender := s.officeAround(i, end)
	if g == "m" || g == "f" {
		gender = Gender(g)
	}
	return hit{first: i, last: end, kind: Person, name: s.words(i, end), office: o, gender: gender, weak: end == i+1 && !before}, true
}

// pairOfNames reports whether two words stand at i that are neither known nor built as common nouns
// and that no determiner or adjective introduces: a foreign first name and a surname.
func (s *scan) pairOfNames(i int) bool {
	if !s.within(i+1, i) || i == s.start(i) || !s.plainName(i) || !s.plainName(i+1) || s.within(i+2, i) && s.capital(i+2) && s.d.Tokens[i+2].Kind == german.Word {
		return false
	}
	if s.d.Tokens[i+1].Span.Start != s.d.Tokens[i].Span.End+1 {
		return false
	}
	prev := s.d.Tokens[i-1]
	c := german.ClassOf(prev.Lower)
	switch {
	case prev.Kind == german.Number || prev.Kind == german.Mark || s.capital(i-1):
		return false
	case c.Is(german.Determiner | german.Contraction | german.Numeral):
		return false
	case prev.Kind == german.Word && adjectival(prev.Lower) && c == 0 && !lex.verb[prev.Lower] && !strings.HasSuffix(prev.Lower, "te"):
		return false
	}
	return true
}

// plainName reports whether token i is written like a name and like no common noun.
func (s *scan) plainName(i int) bool {
	w := s.d.Word(i)
	return utf8.RuneCountInString(w) > 2 && !s.title(i) && s.nameWord(i) && !strings.Contains(w, "-") && !s.listedHere(i) && !s.commonForm(i)
}

// commonForm reports whether a word has the ending of an inflected noun, or is used as one in this text.
func (s *scan) commonForm(i int) bool {
	low := s.d.Tokens[i].Lower
	for _, e := range [...]string{"ungs", "en", "ern", "eln", "ler", "ter", "ker", "ner", "rer", "ger", "ber", "der", "lich", "isch", "bar", "los", "iv", "ik", "ie", "ien", "nd", "ft", "cht", "rt", "ffe", "gen", "ant", "lar", "weil", "voll", "sam", "haft", "fähig", "weise", "tig", "mal", "stens", "dings"} {
		if strings.HasSuffix(low, e) && utf8.RuneCountInString(low) > 4 {
			return true
		}
	}
	return false
}

// initials reports whether a name begins at i with an initial: "J. Edgar Hoover".
func (s *scan) initials(i int) bool {
	return s.initial(i) && strings.HasSuffix(s.d.Word(i), ".") && s.within(i+1, i) && s.nameWord(i+1) && !s.listedHere(i+1) &&
		(i == s.start(i) || s.d.Tokens[i-1].Kind != german.Number)
}

// ordinaryWord reports whether a first name at i is more likely another word: it opens the sentence
// and nothing of a name follows, or a determiner stands before it.
func (s *scan) ordinaryWord(i int) bool {
	if s.within(i+1, i) && s.nameWord(i+1) {
		return false
	}
	if i > s.start(i) && german.ClassOf(s.d.Tokens[i-1].Lower).Is(german.Article) {
		return true
	}
	return len(s.d.Word(i)) < 4 || lex.noun[s.d.Tokens[i].Lower]
}

// saint reports whether a saint's name that names a church or place stands at i: "St. Peter".
func (s *scan) saint(i int) bool {
	if i == s.start(i) {
		return false
	}
	switch s.d.Tokens[i-1].Lower {
	case "st.", "san", "santa", "sankt", "saint", "hagia":
		return true
	}
	return false
}

// beforeName reports whether token i is a title or an office, so that a name may follow.
func (s *scan) beforeName(i int) bool {
	if s.title(i) {
		return true
	}
	if !s.capital(i) {
		return false
	}
	_, _, ok := lex.officeHead(s.d.Word(i))
	return ok && !strings.HasSuffix(s.d.Word(i), "innen")
}

// listedHere reports whether a listed organisation or place begins at token i.
func (s *scan) listedHere(i int) bool {
	_, found := lex.names.longest(s, i)
	return len(found) > 0
}

// listed finds a name of the data files.
func (s *scan) listed(i int) (hit, bool) {
	end, found := lex.names.longest(s, i)
	if len(found) == 0 || !s.capital(i) {
		return hit{}, false
	}
	return hit{first: i, last: end, kind: found[0].kind, name: found[0].name}, true
}

// organisation finds organisations by their form: capitals, a legal form behind, a kind in front.
func (s *scan) organisation(i int) (hit, bool) {
	if !s.capital(i) {
		return hit{}, false
	}
	w := s.d.Word(i)
	low := strings.ToLower(w)
	next := s.within(i+1, i) && s.capital(i+1)
	switch {
	case strings.Contains(w, "-") && organisationTail(low):
		return hit{first: i, last: i + 1, kind: Organisation, name: []string{w}}, true
	case next && lex.legal[s.d.Word(i+1)]:
		return hit{first: i, last: i + 2, kind: Organisation, name: s.words(i, i+2)}, true
	case next && lex.lead[w] && !common(s.d.Word(i+1)) && (s.place(i+1) || acronym(w)):
		end, _ := lex.names.longest(s, i+1)
		end = max(end, i+2)
		return hit{first: i, last: end, kind: Organisation, name: s.words(i, end)}, true
	case acronym(w) && utf8.RuneCountInString(w) <= 6 && !roman(w) && !lex.noun[low]:
		return hit{first: i, last: i + 1, kind: Organisation, name: []string{w}}, true
	case s.medium(i):
		end := i + 1
		for s.within(end, i) && s.capital(end) {
			end++
		}
		return hit{first: i, last: end, kind: Organisation, name: s.words(i, end)}, true
	}
	return hit{}, false
}

// medium reports whether a source stands at i: "wie X berichtete", "berichtet X", where X is not
// known as a person.
func (s *scan) medium(i int) bool {
	if common(s.d.Word(i)) || i == s.start(i) {
		return false
	}
	if _, _, ok := lex.officeHead(s.d.Word(i)); ok {
		return false
	}
	end := i + 1
	for s.within(end, i) && s.capital(end) {
		end++
	}
	return s.d.Tokens[i-1].Lower == "wie" && s.within(end, i) && strings.HasPrefix(s.d.Tokens[end].Lower, "bericht")
}

// organisationTail reports whether a compound in lower case names a kind of organisation.
func organisationTail(low string) bool {
	for _, t := range lex.tails {
		if strings.HasSuffix(low, t) && len(low) > len(t)+2 {
			return true
		}
	}
	return false
}

// words returns the words of the tokens, the last one without the genitive's s where the text has
// the word without it as well or the next word is what is owned.
func (s *scan) words(first, last int) []string {
	var out []string
	for i := first; i < last; i++ {
		out = append(out, s.d.Word(i))
	}
	end := len(out) - 1
	w := out[end]
	for _, g := range []string{"’s", "'s", "’", "'"} {
		if base, ok := strings.CutSuffix(w, g); ok {
			out[end] = base
			return out
		}
	}
	base, ok := strings.CutSuffix(w, "s")
	if ok && len(base) > 2 && (s.occurs(base) || s.owns(last, base)) {
		out[end] = base
	}
	return out
}

// occurs reports whether the text has word as a token.
func (s *scan) occurs(word string) bool {
	for i := range s.d.Tokens {
		if s.d.Tokens[i].Kind == german.Word && s.d.Word(i) == word {
			return true
		}
	}
	return false
}

// owns reports whether what follows token i-1 is a noun that a genitive may own.
func (s *scan) owns(i int, base string) bool {
	if strings.HasSuffix(base, "s") || strings.ContainsAny(base[len(base)-1:], "aeiou") || i >= len(s.d.Tokens) || !s.within(i, i-1) {
		return false
	}
	return s.capital(i) && lex.first[base+"s"] == ""
}
