package person

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"wortlaut/build/read/german"
	"wortlaut/build/read/tagger"
)

// The labels of the tagger: what begins (B) and goes on (I), as in GermEval 2014. Other names,
// adjectives of names ("deutsch") and compounds with names ("Troia-Ausstellung") have labels of
// their own, lest they be taken for mentions.
var labels = []string{"O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-OTH", "I-OTH", "B-DERIV", "I-DERIV", "B-PART", "I-PART"}

// Indices into labels.
const (
	outside = iota
	personBegin
	personInside
	organisationBegin
	organisationInside
	placeBegin
	placeInside
	otherBegin
)

// begins returns the label with which a name of kind k begins; the label behind it goes on.
func begins(k Kind) int {
	switch k {
	case Organisation:
		return organisationBegin
	case Place:
		return placeBegin
	}
	return personBegin
}

// trait is what the lexicons and the form tell about one word.
type trait uint32

const (
	isFirstName trait = 1 << iota
	isSurname
	isOffice
	isTitle
	isPlace
	inPlace
	isOrganisation
	inOrganisation
	isLegal
	isLead
	isAdjective // of a place
	isNoun
	isVerb
	isParticle
	isAcronym
	hasTail   // compound that names a kind of organisation
	hasEnding // of surnames
	isInhabitant
	isInitial
	isCapital
	inMarks
	isCalendar
	hasNameBefore // compound whose first part is a name: "SPD-Chef"
	hasNounBehind
	traits
)

// reading holds what is computed once per token for the features.
type reading struct {
	traits []trait
	shape  []tagger.Hash
	rule   []uint8 // label of the rules' hit
	run    []uint8 // words with a capital in a row: place in it, and how many, four bits each
}

// read computes the traits of all tokens.
func (s *scan) read() *reading {
	n := len(s.d.Tokens)
	r := &reading{traits: make([]trait, n), shape: make([]tagger.Hash, n), rule: make([]uint8, n), run: make([]uint8, n)}
	for i := range s.d.Tokens {
		if s.d.Tokens[i].Kind == german.Word {
			r.traits[i] |= s.traitsOf(i)
			s.listedTraits(i, r.traits)
		}
		r.shape[i] = shape(s.d.Word(i))
	}
	for _, q := range s.d.Quotes {
		for k := q.Open + 1; k < q.Close && k < q.Open+12; k++ {
			r.traits[k] |= inMarks
		}
	}
	for _, h := range s.hits {
		for k := h.first; k < h.last; k++ {
			r.rule[k] = uint8(begins(h.kind))
			if k > h.first {
				r.rule[k]++
			}
		}
	}
	s.runs(r)
	return r
}

// runs counts words with a capital in a row.
func (s *scan) runs(r *reading) {
	for i := 0; i < len(s.d.Tokens); {
		j := i
		for s.within(j, i) && r.traits[j]&isCapital != 0 {
			j++
		}
		for k := i; k < j; k++ {
			r.run[k] = uint8(min(k-i, 6)<<4 | min(j-i, 6))
		}
		i = max(j, i+1)
	}
}

// traitsOf returns what token i alone tells.
func (s *scan) traitsOf(i int) trait {
	w, low := s.d.Word(i), s.d.Tokens[i].Lower
	var t trait
	set := func(on bool, bit trait) {
		if on {
			t |= bit
		}
	}
	capital := s.capital(i)
	set(particles[low], isParticle)
	set(lex.verb[low], isVerb)
	_, adjective := lex.placeAdjective(low)
	set(adjective, isAdjective)
	if !capital {
		return t
	}
	base, _ := genitiveBase(w)
	set(true, isCapital)
	set(s.firstName(i) != "" || lex.first[base] != "", isFirstName)
	set(lex.surname[low] || lex.surname[strings.ToLower(base)], isSurname)
	_, _, office := lex.officeHead(w)
	set(office, isOffice)
	set(s.title(i), isTitle)
	set(lex.legal[w], isLegal)
	set(lex.lead[w], isLead)
	set(lex.noun[low], isNoun)
	set(calendar[low], isCalendar)
	set(acronym(w), isAcronym)
	set(organisationTail(low), hasTail)
	set(surnameEnding(low), hasEnding)
	set(s.initial(i), isInitial)
	set(s.inhabitant(w), isInhabitant)
	if k := strings.IndexByte(w, '-'); k > 0 {
		set(lex.known(w[:k]), hasNameBefore)
		last := w[strings.LastIndexByte(w, '-')+1:]
		_, _, office := lex.officeHead(last)
		set(office || common(last), hasNounBehind)
	}
	return t
}

// listedTraits marks the tokens of a listed organisation or place that begins at i.
func (s *scan) listedTraits(i int, out []trait) {
	if !s.capital(i) {
		return
	}
	end, found := lex.names.longest(s, i)
	for _, e := range found {
		begin, inside := isPlace, inPlace
		if e.kind == Organisation {
			begin, inside = isOrganisation, inOrganisation
		}
		out[i] |= begin
		for k := i + 1; k < end; k++ {
			out[k] |= inside
		}
	}
}

// genitiveBase cuts the genitive's s off a word as printed.
func genitiveBase(w string) (string, bool) {
	for _, end := range [...]string{"’s", "'s", "’", "'", "s"} {
		if base, ok := strings.CutSuffix(w, end); ok && len(base) > 2 {
			return base, true
		}
	}
	return w, false
}

// inhabitant reports whether w is a place with -er: "Berliner", "Kölner".
func (s *scan) inhabitant(w string) bool {
	base, ok := strings.CutSuffix(w, "er")
	return ok && (lex.known(base) || lex.known(base+"en") || lex.known(base+"e"))
}

// known reports whether one word as printed is a listed organisation or place, or a first name.
func (l *lexicon) known(w string) bool {
	t := l.names.next[german.Fold(w)]
	return t != nil && len(t.end) > 0 || l.first[w] != "" || acronym(w)
}

// surnameEnding reports whether low ends as surnames do.
func surnameEnding(low string) bool {
	for k := max(0, len(low)-6); k+3 <= len(low); k++ {
		if lex.ending[low[k:]] && k > 1 {
			return true
		}
	}
	return false
}

// shape returns the hash of the classes of a word's characters, runs cut to two.
func shape(w string) tagger.Hash {
	h := tagger.Start
	last, count := -1, 0
	for _, r := range w {
		c := charClass(r)
		if c == last {
			count++
			if count > 2 {
				continue
			}
		} else {
			last, count = c, 1
		}
		h = h.Int(c)
	}
	return h
}

func charClass(r rune) int {
	switch {
	case unicode.IsUpper(r):
		return 1
	case unicode.IsLower(r):
		return 2
	case unicode.IsDigit(r):
		return 3
	}
	return int(r)
}

// writer adds the features of one token after the other; every feature begins with the number of
// its template.
type writer struct {
	s     *scan
	r     *reading
	f     *tagger.Features
	blind func(i int) bool // tokens whose form is withheld, in training
}

func (w *writer) feature(template, offset int) tagger.Hash {
	return tagger.Start.Int(template*16 + offset + 8)
}

// Templates of features.
const (
	tWord = iota
	tLower
	tPrefix
	tSuffix
	tShape
	tShapes
	tTrait
	tTraits
	tTraitPair
	tRule
	tRuleShape
	tRun
	tClass
	tStart
	tWordPair
	tEnd
	tPart
	tSkip
	tClassPair
	tNounContext
)

// token adds the features of token i.
func (w *writer) token(i int) {
	s, f := w.s, w.f
	first, last := s.start(i), s.limit(i)
	position := 0
	if i == first {
		position = 1
	}
	f.Add(w.feature(tStart, 0).Int(position))
	if !w.blind(i) {
		w.form(i, position)
	}
	for o := -2; o <= 2; o++ {
		k := i + o
		if k < first || k >= last {
			f.Add(w.feature(tEnd, o))
			continue
		}
		if !w.blind(k) {
			f.Add(w.feature(tLower, o).String(s.d.Tokens[k].Lower))
		}
		w.around(k, o)
	}
	if i > first && i+1 < last {
		f.Add(w.feature(tSkip, 0).String(s.d.Tokens[i-1].Lower).String(s.d.Tokens[i+1].Lower))
		f.Add(w.feature(tClassPair, 1).Int(w.class(i - 1)).Int(w.class(i + 1)))
	}
	t := int(w.r.traits[i])
	if i > first {
		f.Add(w.feature(tTraitPair, -1).Int(int(w.r.traits[i-1])).Int(t))
		f.Add(w.feature(tShapes, -1).Int(int(w.r.shape[i-1])).Int(int(w.r.shape[i])))
		f.Add(w.feature(tClassPair, 0).Int(w.class(i - 1)).Int(t))
		if !w.blind(i) {
			f.Add(w.feature(tWordPair, -1).String(s.d.Tokens[i-1].Lower).String(s.d.Tokens[i].Lower))
		}
	}
	if i+1 < last {
		f.Add(w.feature(tTraitPair, 1).Int(int(w.r.traits[i+1])).Int(t))
		f.Add(w.feature(tShapes, 1).Int(int(w.r.shape[i])).Int(int(w.r.shape[i+1])))
	}
	f.Add(w.feature(tRun, 0).Int(int(w.r.run[i])))
	f.Add(w.feature(tRun, 1).Int(int(w.r.run[i])).Int(position).Int(t))
	f.Add(w.feature(tRuleShape, 0).Int(int(w.r.rule[i])).Int(int(w.r.shape[i])))
	f.Next()
}

// around adds what token k, at offset o, tells besides its form.
func (w *writer) around(k, o int) {
	f, t := w.f, w.r.traits[k]
	if o >= -1 && o <= 1 || t&(isOffice|isTitle|isFirstName|isLead|isLegal) != 0 {
		for bit := trait(1); bit < traits; bit <<= 1 {
			if t&bit != 0 {
				f.Add(w.feature(tTrait, o).Int(int(bit)))
			}
		}
	}
	f.Add(w.feature(tClass, o).Int(w.class(k)))
	f.Add(w.feature(tRule, o).Int(int(w.r.rule[k])))
	f.Add(w.feature(tShape, o).Int(int(w.r.shape[k])))
	if o >= -1 && o <= 1 {
		f.Add(w.feature(tTraits, o).Int(int(t)))
	}
	if (o == -1 || o == 1) && !w.blind(k) {
		low := w.s.d.Tokens[k].Lower
		for _, n := range [...]int{2, 3, 4} {
			if len(low) > n {
				f.Add(w.feature(tSuffix, o).String(low[len(low)-n:]))
			}
		}
	}
}

// class returns the classes of function words of token k, or what other kind of token it is.
func (w *writer) class(k int) int {
	t := w.s.d.Tokens[k]
	if t.Kind != german.Word {
		return -1 - int(t.Kind)
	}
	return int(german.ClassOf(t.Lower))
}

// form adds what token i is made of.
func (w *writer) form(i, position int) {
	f := w.f
	word, low := w.s.d.Word(i), w.s.d.Tokens[i].Lower
	f.Add(w.feature(tWord, 0).String(word))
	for k, n := 0, 0; k < len(low) && n < 5; n++ {
		_, width := utf8.DecodeRuneInString(low[k:])
		k += width
		f.Add(w.feature(tPrefix, n).String(low[:k]))
	}
	capital := int(w.r.traits[i] & isCapital)
	for k, n := len(low), 0; k > 0 && n < 6; n++ {
		_, width := utf8.DecodeLastRuneInString(low[:k])
		k -= width
		f.Add(w.feature(tSuffix, 2+n).Int(capital).String(low[k:]))
	}
	if k := strings.IndexByte(word, '-'); k > 0 {
		f.Add(w.feature(tPart, 0).String(low[:min(k, len(low))]))
		f.Add(w.feature(tPart, 1).String(low[strings.LastIndexByte(low, '-')+1:]))
	}
}

// features adds the features of the tokens of a sentence.
func (w *writer) features(sentence german.Sentence) {
	for i := sentence.First; i < sentence.Last; i++ {
		w.token(i)
	}
}

func seeing(int) bool { return false }
