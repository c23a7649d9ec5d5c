package person

import (
	"cmp"
	_ "embed"
	"slices"

	"wortlaut/build/read/german"
	"wortlaut/build/read/tagger"
)

// nameWeights is what cmd/train writes; weights/names.txt says from what.
//
//go:embed weights/names.bin
var nameWeights []byte

var names = model(nameWeights)

// model returns the model of an embedded file; an empty file is none.
func model(data []byte) *tagger.Model {
	if len(data) == 0 {
		return nil
	}
	m, err := tagger.Decode(data)
	if err != nil {
		panic("embedded data: " + err.Error())
	}
	return m
}

// chunk is a run of tokens that the tagger takes for one name; label is the one it begins with.
type chunk struct{ first, last, label int }

// decide lets the tagger read the text with the rules' findings before its eyes, and replaces them
// by what it finds. What the roster knows stays as it is.
func (s *scan) decide() {
	if names == nil {
		return
	}
	chunks := s.tag()
	ruled := s.hits
	s.hits = nil
	clear(s.taken)
	for _, h := range ruled {
		if h.known > 0 || s.keeps(h, chunks) {
			s.add(h)
		}
	}
	for _, c := range chunks {
		if h, ok := s.chunkHit(c, ruled); ok && !slices.Contains(s.taken[h.first:h.last], true) {
			s.add(h)
		}
	}
	slices.SortStableFunc(s.hits, func(a, b hit) int { return cmp.Compare(a.first, b.first) })
}

// tag returns the chunks of all sentences in text order.
func (s *scan) tag() []chunk {
	f := &tagger.Features{}
	w := &writer{s: s, r: s.read(), f: f, blind: seeing}
	var out []chunk
	var allowed []tagger.Set
	for _, sentence := range s.d.Sentences {
		f.Reset()
		w.features(sentence)
		allowed = allowed[:0]
		for i := sentence.First; i < sentence.Last; i++ {
			allowed = append(allowed, s.allowed(i))
		}
		out = appendChunks(out, sentence.First, names.Tag(f, allowed))
	}
	return out
}

// allowed returns the labels of token i: none but outside where nothing is to be read or no word
// stands.
func (s *scan) allowed(i int) tagger.Set {
	if s.skip[i] || s.d.Tokens[i].Kind == german.Mark && i == s.start(i) {
		return tagger.Set(0).With(outside)
	}
	return 0
}

// appendChunks adds the chunks of the labels of a sentence that begins at token first.
func appendChunks(out []chunk, first int, tags []int) []chunk {
	for i := 0; i < len(tags); {
		if tags[i]%2 == 0 {
			i++
			continue
		}
		j := i + 1
		for j < len(tags) && tags[j] == tags[i]+1 {
			j++
		}
		out = append(out, chunk{first + i, first + j, tags[i]})
		i = j
	}
	return out
}

// keeps reports whether a hit of the rules stays: a person always, for surnames are followed
// through the text; a place or an organisation unless the tagger sees a longer name around it.
func (s *scan) keeps(h hit, chunks []chunk) bool {
	return h.kind == Person || !slices.ContainsFunc(chunks, func(c chunk) bool {
		return c.first <= h.first && h.last <= c.last && c.last-c.first > h.last-h.first
	})
}

// chunkHit returns the hit of a chunk; the rules' hit of the same tokens knows more.
func (s *scan) chunkHit(c chunk, ruled []hit) (hit, bool) {
	var kind Kind
	switch c.label {
	case personBegin:
		kind = Person
	case organisationBegin:
		kind = Organisation
	case placeBegin:
		kind = Place
	default:
		return hit{}, false
	}
	for _, h := range ruled {
		if h.first == c.first && h.last == c.last && h.kind == kind {
			return h, true
		}
	}
	if c.last == c.first+1 && acronym(s.d.Word(c.first)) && lex.noun[s.d.Tokens[c.first].Lower] {
		return hit{}, false // "BIP": an abbreviation of a common noun
	}
	h := hit{first: c.first, last: c.last, kind: kind, name: s.words(c.first, c.last)}
	if kind == Person {
		h.office, h.gender = s.officeAround(c.first, c.last)
		if g := s.firstName(c.first); g == "m" || g == "f" {
			h.gender = Gender(g)
		}
		before := c.first > s.start(c.first) && s.beforeName(c.first-1)
		h.weak = c.last == c.first+1 && s.firstName(c.first) != "" && !before
	}
	return h, true
}
