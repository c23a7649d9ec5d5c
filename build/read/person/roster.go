package person

import (
	"slices"
	"strings"

	"wortlaut/build/read/german"
)

// entry is what a trie knows of a name: its kind and, for people of the roster, which one.
type entry struct {
	kind  Kind
	known int      // index into Roster.known plus one; 0 for names of the data files
	name  []string // as listed
}

// trie finds names by their folded words.
type trie struct {
	next map[string]*trie
	end  []entry
}

func newTrie() *trie { return &trie{next: map[string]*trie{}} }

func (t *trie) add(words []string, e entry) {
	if len(words) == 0 {
		return
	}
	e.name = words
	for _, w := range words {
		w = german.Fold(w)
		if t.next[w] == nil {
			t.next[w] = newTrie()
		}
		t = t.next[w]
	}
	t.end = append(t.end, e)
}

// longest returns the end of the longest name that starts at token i, and what it is. The last
// word may carry the genitive's s.
func (t *trie) longest(s *scan, i int) (end int, found []entry) {
	for j := i; j < s.limit(i); j++ {
		word := s.fold(j)
		if base, ok := genitive(word); ok && t.next[base] != nil && len(t.next[base].end) > 0 {
			end, found = j+1, t.next[base].end
		}
		next := t.next[word]
		if next == nil {
			break
		}
		t = next
		if len(t.end) > 0 {
			end, found = j+1, t.end
		}
	}
	return end, found
}

// genitive cuts the genitive's ending off a folded name: "bergs", "moritz'".
func genitive(folded string) (string, bool) {
	for _, end := range [...]string{"'s", "'", "s"} {
		if base, ok := strings.CutSuffix(folded, end); ok && len(base) > 1 {
			return base, true
		}
	}
	return folded, false
}

// Roster is the people, organisations and places the dossier knows. It is never changed after
// NewRoster and may be used by several goroutines.
type Roster struct {
	known   []Known
	names   *trie
	surname map[string]int // folded → index into known plus one, -1 if several bear it
	offices []office       // of all roles, with the index of the bearer
	bearer  []int
}

// NewRoster returns a roster of known; a name may be inflected in the text with the genitive's s.
func NewRoster(known []Known) *Roster {
	r := &Roster{known: slices.Clone(known), names: newTrie(), surname: map[string]int{}}
	for i, k := range r.known {
		for _, name := range append([]string{k.Name}, k.Names...) {
			r.names.add(strings.Fields(name), entry{kind: k.Kind, known: i + 1})
		}
		if words := strings.Fields(k.Name); k.Kind == Person && len(words) > 1 {
			key := surname(words)
			if r.surname[key] != 0 {
				r.surname[key] = -1
			} else {
				r.surname[key] = i + 1
			}
		}
		for _, role := range k.Roles {
			if o, ok := officeOf(strings.Fields(role.Title)); ok {
				r.offices = append(r.offices, o)
				r.bearer = append(r.bearer, i)
			}
		}
	}
	return r
}

// People returns what the roster was made of, for a cache key.
func (r *Roster) People() []Known {
	if r == nil {
		return nil
	}
	return slices.Clone(r.known)
}
