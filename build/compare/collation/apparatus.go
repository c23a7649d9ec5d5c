package collation

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// Apparatus returns one entry per variant, in the order of t.Variants, without those whose class is
// in omit. Witnesses that print the same words are one group; the first group, the lemma, is the
// one with most witnesses, of equals the one whose witness comes first. The others follow in the
// order of their first witness, omissions last.
func (t *Table) Apparatus(omit ...Class) []Entry {
	keys := make([]map[int]string, len(t.Readings)) // per witness, the key of the unit that starts at a byte
	for w, r := range t.Readings {
		keys[w] = map[int]string{}
		for _, u := range units(r.Text) {
			keys[w][u.span.Start] = u.key
		}
	}
	var out []Entry
	for _, v := range t.Variants {
		if !slices.Contains(omit, v.Class) {
			out = append(out, Entry{Class: v.Class, Groups: t.entryGroups(v, keys)})
		}
	}
	return out
}

func (t *Table) entryGroups(v Variant, keys []map[int]string) []Group {
	index := map[string]int{}
	var groups []Group
	for w, r := range t.Readings {
		printed := t.Text(w, v.From, v.To)
		id := printed
		if v.Class != Characters {
			printed, id = trim(printed), t.normal(w, v, keys[w])
		}
		moved := t.moved(w, v)
		if moved {
			id += "\x00moved"
		}
		g, ok := index[id]
		if !ok {
			g = len(groups)
			index[id] = g
			groups = append(groups, Group{Text: printed, Moved: moved})
		}
		groups[g].Sigils = append(groups[g].Sigils, r.Sigil)
	}
	lemma := 0
	for i, g := range groups {
		if len(g.Sigils) > len(groups[lemma].Sigils) {
			lemma = i
		}
	}
	first := groups[lemma]
	rest := slices.Delete(groups, lemma, lemma+1)
	slices.SortStableFunc(rest, func(a, b Group) int { return cmp.Compare(order(a), order(b)) })
	return append([]Group{first}, rest...)
}

// order puts omissions behind wordings.
func order(g Group) int {
	if g.Text == "" {
		return 1
	}
	return 0
}

// moved reports whether witness w has some of a variant in another place of its sentence.
func (t *Table) moved(w int, v Variant) bool {
	return slices.ContainsFunc(t.Columns[v.From:v.To], func(c Column) bool { return c.Cells[w].Moved })
}

// normal is the normalised text of witness w in a variant.
func (t *Table) normal(w int, v Variant, keys map[int]string) string {
	var words []string
	for _, c := range t.Columns[v.From:v.To] {
		for _, s := range c.Cells[w].Spans {
			words = append(words, keys[s.Start])
		}
	}
	return strings.Join(words, " ")
}

// trim drops punctuation and lone quotation marks around the words of an entry; marks that enclose
// a word belong to it only where both are there.
func trim(s string) string {
	out := strings.TrimFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsPunct(r) && !strings.ContainsRune("„“”‚‘’»«›‹\"'()[]%§&", r)
	})
	const open, shut = "„“”‚‘»«›‹\"'", "“”’‘«»‹›\"'"
	r := []rune(out)
	switch {
	case len(r) < 2:
	case strings.ContainsRune(open, r[0]) && strings.ContainsRune(shut, r[len(r)-1]):
	case strings.ContainsRune(open, r[0]) && !strings.ContainsAny(string(r[1:]), shut):
		out = string(r[1:])
	case strings.ContainsRune(shut, r[len(r)-1]) && !strings.ContainsAny(string(r[:len(r)-1]), open):
		out = string(r[:len(r)-1])
	}
	if out == "" {
		return s
	}
	return out
}
