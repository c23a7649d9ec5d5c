package timex

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"wortlaut/build/read/german"
	"wortlaut/build/text"
)

//go:embed data/rules.txt
var rulesFile string

// element is one place of a pattern: a token of one of the classes, or a condition.
type element struct {
	want     set
	optional bool
	adj      bool      // any word that may be an adjective
	not      bool      // the token must not be of the classes; takes no token
	holds    condition // set instead of want: a condition on the place; takes no token
}

// condition says whether something holds of the place before token i.
type condition func(s *scan, i int) bool

// maxElements is the longest pattern; it bounds the space for a match.
const maxElements = 14

// rule finds one kind of expression: span is what is marked, left and right must stand around it.
type rule struct {
	name, arg         string
	left, span, right []element // left from the span outwards
	second            set       // the classes of the span's second token; empty if there may be none
	resolve           func(*resolver, *match) Timex
	examples          []string
	rank              int // place among the rules, from 0
}

// grammar is the words, and the rules by the class of the token a span may begin with.
type grammar struct {
	*lexicon
	rules   []*rule
	byClass [][]*rule
}

// parseGrammar reads both data files.
func parseGrammar() (*grammar, error) {
	l, err := parseWords("data/words.txt", wordsFile)
	if err != nil {
		return nil, err
	}
	l.compounds()
	g := &grammar{lexicon: l}
	if err := g.parseRules("data/rules.txt", rulesFile); err != nil {
		return nil, err
	}
	g.index()
	return g, nil
}

func (g *grammar) parseRules(file, data string) error {
	var examples []string
	return text.Entries(file, data, func(line string) error {
		if example, ok := strings.CutPrefix(line, "> "); ok {
			examples = append(examples, example)
			return nil
		}
		r, err := g.parseRule(line)
		if err != nil {
			return err
		}
		r.rank, r.examples, examples = len(g.rules), examples, nil
		g.rules = append(g.rules, r)
		return nil
	})
}

// parseRule reads "name value: left [ span ] right"; the value may be missing.
func (g *grammar) parseRule(line string) (*rule, error) {
	head, pattern, ok := strings.Cut(line, ": ")
	name, arg, _ := strings.Cut(head, " ")
	r := &rule{name: name, arg: arg, resolve: resolvers[name]}
	if !ok || r.resolve == nil {
		return nil, fmt.Errorf("no class of expressions %q", name)
	}
	part := &r.left
	for _, f := range strings.Fields(pattern) {
		switch f {
		case "[":
			part = &r.span
		case "]":
			part = &r.right
		default:
			e, err := g.parseElement(f)
			if err != nil {
				return nil, err
			}
			*part = append(*part, e)
		}
	}
	slices.Reverse(r.left)
	if len(r.span) == 0 || len(r.span) > maxElements {
		return nil, fmt.Errorf("the span has %d elements", len(r.span))
	}
	return r, nil
}

// parseElement reads "month", "'von'|'bis'", "det?", "!uhr" or "@list".
func (g *grammar) parseElement(s string) (element, error) {
	var e element
	if name, ok := strings.CutPrefix(s, "@"); ok {
		e.holds = conditions[name]
		if e.holds == nil {
			return e, fmt.Errorf("no condition %q", name)
		}
		return e, nil
	}
	s, e.not = strings.CutPrefix(s, "!")
	s, e.optional = strings.CutSuffix(s, "?")
	if s == "adj" {
		e.adj = true
		return e, nil
	}
	for _, alt := range strings.Split(s, "|") {
		if strings.HasPrefix(alt, "'") {
			e.want.add(g.literal(strings.Trim(alt, "'")))
			continue
		}
		c, ok := g.classes[alt]
		if !ok {
			return e, fmt.Errorf("no word class %q", alt)
		}
		e.want.add(c)
	}
	return e, nil
}

// literal returns the class of a single word or sign.
func (g *grammar) literal(s string) class {
	name := "'" + s + "'"
	c, ok := g.classes[name]
	if !ok {
		c = g.class(name)
		w := g.words[s]
		if w == nil {
			w = &word{}
			g.words[s] = w
		}
		w.nouns.add(c)
		w.others.add(c)
	}
	return c
}

// index lists, for each class, the rules whose span may begin with it.
func (g *grammar) index() {
	g.byClass = make([][]*rule, len(g.names))
	for _, r := range g.rules {
		first, _ := follow(r.span)
		first.each(func(c class) { g.byClass[c] = append(g.byClass[c], r) })
		r.second = seconds(r.span)
	}
}

// follow returns the classes of the token that may come first in elements; known is false if they
// may be empty, or begin with any adjective.
func follow(elements []element) (first set, known bool) {
	for _, e := range elements {
		switch {
		case e.adj:
			return first, false
		case e.holds != nil || e.not:
			continue
		}
		first = union(first, e.want)
		if !e.optional {
			return first, true
		}
	}
	return first, false
}

// seconds returns the classes of the second token of a span, the empty set if it may have no second
// or any.
func seconds(elements []element) set {
	var out set
	for k, e := range elements {
		if e.holds != nil || e.not {
			continue
		}
		next, known := follow(elements[k+1:])
		if !known {
			return set{}
		}
		out = union(out, next)
		if !e.optional {
			return out
		}
	}
	return set{}
}

// match is a rule found at tokens first to last, last excluded; at holds the token of each element
// of the span, or -1.
type match struct {
	rule        *rule
	first, last int
	at          [maxElements]int
}

// longest returns the longest match that begins at token i, the earlier rule of two equals.
func (s *scan) longest(i int, best *match) bool {
	found := false
	var next set
	if i+1 < len(s.toks) {
		next = s.toks[i+1].classes
	}
	s.toks[i].classes.each(func(c class) {
		for _, r := range s.g.byClass[c] {
			if !r.second.empty() && !r.second.meets(next) {
				continue
			}
			var m match
			m.rule, m.first = r, i
			if !s.left(r, i) || !s.span(&m, 0, i) {
				continue
			}
			if !found || m.last > best.last || m.last == best.last && r.rank < best.rule.rank {
				*best, found = m, true
			}
		}
	})
	return found
}

// left checks what must stand before token i.
func (s *scan) left(r *rule, i int) bool {
	at := i
	for _, e := range r.left {
		if e.holds != nil {
			if !e.holds(s, at) {
				return false
			}
			continue
		}
		hit := at > 0 && s.toks[at-1].classes.meets(e.want)
		switch {
		case e.not && hit || !e.not && !hit && !e.optional:
			return false
		case hit && !e.not:
			at--
		}
	}
	return true
}

// span fills m from element k and token i on, trying to take an optional element first.
func (s *scan) span(m *match, k, i int) bool {
	if k == len(m.rule.span) {
		m.last = i
		return i > m.first && s.sameBlock(m.first, i-1) && s.right(m.rule, 0, i)
	}
	e := &m.rule.span[k]
	m.at[k] = -1
	if e.holds != nil {
		return e.holds(s, i) && s.span(m, k+1, i)
	}
	hit := i < len(s.toks) && (s.toks[i].classes.meets(e.want) || e.adj && s.adjective(i))
	if e.not {
		return !hit && s.span(m, k+1, i)
	}
	if hit {
		m.at[k] = i
		if s.span(m, k+1, i+1) {
			return true
		}
		m.at[k] = -1
	}
	return e.optional && s.span(m, k+1, i)
}

// right checks what must follow, from element k and token i on.
func (s *scan) right(r *rule, k, i int) bool {
	if k == len(r.right) {
		return true
	}
	e := &r.right[k]
	if e.holds != nil {
		return e.holds(s, i) && s.right(r, k+1, i)
	}
	hit := i < len(s.toks) && s.toks[i].classes.meets(e.want)
	if e.not {
		return !hit && s.right(r, k+1, i)
	}
	return hit && s.right(r, k+1, i+1) || e.optional && s.right(r, k+1, i)
}

// adjective reports whether token i looks like an attribute: a small letter and an adjective's ending.
func (s *scan) adjective(i int) bool {
	t := &s.doc.Tokens[i]
	if t.Kind != german.Word || s.capital(i) || german.FunctionWord(t.Lower) {
		return false
	}
	for _, end := range adjectiveEndings[1:] {
		if strings.HasSuffix(t.Lower, end) {
			return true
		}
	}
	return false
}

// sameBlock reports whether tokens i and j belong to one paragraph.
func (s *scan) sameBlock(i, j int) bool {
	a, b := s.doc.Tokens[i].Sentence, s.doc.Tokens[j].Sentence
	return a == b || s.doc.Sentences[a].Block == s.doc.Sentences[b].Block
}

// token returns the token of m that fills an element of class, or -1.
func (s *scan) token(m *match, c class) int {
	for k := range m.rule.span {
		if i := m.at[k]; i >= 0 && !m.rule.span[k].not && m.rule.span[k].want.has(c) && s.toks[i].classes.has(c) {
			return i
		}
	}
	return -1
}

// value returns the value that m's token of class has, and whether there is one.
func (s *scan) value(m *match, c class) (string, bool) {
	i := s.token(m, c)
	if i < 0 {
		return "", false
	}
	return s.sense(i, c), true
}

// number is the whole number of m's token of class; 0 if there is none.
func (s *scan) number(m *match, c class) int {
	i := s.token(m, c)
	if i < 0 {
		return 0
	}
	return s.intOf(i, c)
}
