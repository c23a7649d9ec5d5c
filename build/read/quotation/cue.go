package quotation

import (
	_ "embed"
	"fmt"
	"strings"

	"wortlaut/build/read/german"
	"wortlaut/build/text"
)

// class is what kind of act a cue tells.
type class string

const (
	say       class = "say"
	write     class = "write"
	ask       class = "ask"
	demand    class = "demand"
	announce  class = "announce"
	deny      class = "deny"
	admit     class = "admit"
	warn      class = "warn"
	praise    class = "praise"
	criticise class = "criticise"
	name      class = "name"
	think     class = "think"
	find      class = "find"
	weak      class = "weak" // a cue only where a clause that is plainly speech goes with it
)

var classes = map[string]class{
	"say": say, "write": write, "ask": ask, "demand": demand, "announce": announce, "deny": deny, "admit": admit, "warn": warn,
	"praise": praise, "criticise": criticise, "name": name, "think": think, "find": find, "weak": weak,
}

// verbCue is a verb of saying.
type verbCue struct {
	class     class
	reflexive bool
}

// cueTable is data/cues.txt.
type cueTable struct {
	verbs        map[string]verbCue // by infinitive without joint
	prefixes     map[string]bool    // separable ones in use
	nouns        map[string]class   // lower case
	prepositions map[string]bool
	phrases      map[string]class  // noun in lower case, a blank, infinitive
	plain        map[string]bool   // verbs with an indicative main clause
	gist         map[string]string // infinitive → the word it needs in its clause, or ""
}

//go:embed data/cues.txt
var cueData string

var cues = text.Must(parseCues(cueData))

func parseCues(data string) (cueTable, error) {
	t := cueTable{verbs: map[string]verbCue{}, prefixes: map[string]bool{}, nouns: map[string]class{}, prepositions: map[string]bool{}, phrases: map[string]class{}, gist: map[string]string{}, plain: map[string]bool{}}
	err := text.Entries("data/cues.txt", data, t.line)
	return t, err
}

func (t *cueTable) line(line string) error {
	f := strings.Fields(line)
	if f[0] == "preposition" && len(f) == 2 {
		t.prepositions[f[1]] = true
		return nil
	}
	if f[0] == "plain" && len(f) == 2 {
		t.plain[f[1]] = true
		return nil
	}
	if f[0] == "gist" && len(f) > 1 && len(f) < 4 {
		t.gist[f[1]] = strings.Join(f[2:], "")
		return nil
	}
	if len(f) < 3 || classes[f[1]] == "" {
		return fmt.Errorf("want a kind, a class and a word: %q", f)
	}
	switch {
	case f[0] == "verb" && f[2] == "sich" && len(f) == 4:
		t.verb(f[3], verbCue{classes[f[1]], true})
	case f[0] == "verb" && len(f) == 3:
		t.verb(f[2], verbCue{classes[f[1]], false})
	case f[0] == "noun" && len(f) == 3:
		t.nouns[strings.ToLower(f[2])] = classes[f[1]]
	case f[0] == "phrase" && len(f) == 4:
		t.phrases[strings.ToLower(f[2])+" "+f[3]] = classes[f[1]]
	default:
		return fmt.Errorf("unknown form of line: %q", f)
	}
	return nil
}

func (t *cueTable) verb(spec string, v verbCue) {
	prefix, rest, ok := strings.Cut(spec, "|")
	if !ok {
		rest, prefix = prefix, ""
	} else {
		t.prefixes[prefix] = true
	}
	// a verb that stands both with and without "sich" keeps its plain reading
	if old, seen := t.verbs[prefix+rest]; !seen || old.reflexive {
		t.verbs[prefix+rest] = v
	}
}

// act is a cue found in a clause.
type act struct {
	class   class
	lemma   string
	tokens  []int // of the cue, in text order
	negated bool
	future  bool
	passive bool
	noun    int // the noun of a phrase or noun cue, -1 if none
}

// cueIn looks for a cue in the clause made of segs; fin is its finite verb.
func (r *reader) cueIn(tokens []int, fin int) (act, bool) {
	verb, parts, passive, future := r.predicate(tokens, fin)
	if verb == "" {
		return act{}, false
	}
	a := act{lemma: verb, tokens: parts, passive: passive, future: future, noun: -1}
	c, ok := cues.verbs[verb]
	a.class = c.class
	for _, i := range tokens {
		low := r.d.Tokens[i].Lower
		if cl, found := cues.phrases[low+" "+verb]; found {
			a.class, ok, a.noun = cl, true, i
		}
		a.negated = a.negated || low == "nicht" || low == "kein" || low == "keine" || low == "keinen" || low == "keinerlei" || low == "nie" || low == "niemals"
	}
	if state := r.stateOf(tokens, verb); state >= 0 {
		a.class, ok, a.noun = think, true, state
	}
	if a.noun >= 0 {
		a.tokens = r.withPhrase(a.tokens, a.noun, fin)
	}
	a.tokens = r.companions(a, tokens)
	if ok && c.reflexive && a.class != think {
		sich := r.reflexive(tokens)
		if sich < 0 {
			return act{}, false
		}
		a.tokens = insert(a.tokens, sich)
	} else if sich := r.reflexive(tokens); ok && sich >= 0 && (a.class == say || a.class == demand || a.noun >= 0) {
		a.tokens = insert(a.tokens, sich)
	}
	return a, ok
}

// companions adds the small words that make a cue whole: "heißt es", "geht davon aus",
// "bezeichnete … als".
func (r *reader) companions(a act, tokens []int) []int {
	out := a.tokens
	for _, i := range tokens {
		switch low := r.d.Tokens[i].Lower; low {
		case "davon", "darauf", "damit", "dafür", "daran", "darüber", "dagegen":
			out = insert(out, i)
		case "es":
			if a.lemma == "heißen" {
				out = insert(out, i)
			}
		case "als":
			if a.class == name {
				out = insert(out, i)
			}
		case "von":
			if a.lemma == "sprechen" {
				out = insert(out, i)
			}
		}
	}
	return out
}

// states are words that tell what somebody thinks, with "sein" or "sich zeigen".
var states = map[string]bool{
	"überzeugt": true, "sicher": true, "besorgt": true, "zuversichtlich": true, "optimistisch": true, "skeptisch": true, "enttäuscht": true,
	"erfreut": true, "zufrieden": true, "empört": true, "entsetzt": true, "verärgert": true, "überrascht": true, "kritisch": true, "dankbar": true,
	"stolz": true, "gewiss": true, "bestürzt": true, "betroffen": true, "pessimistisch": true, "begeistert": true, "einig": true,
}

// stateOf finds "überzeugt" in "er ist überzeugt", "er zeigt sich überzeugt", -1 if there is none.
func (r *reader) stateOf(tokens []int, verb string) int {
	if verb != "sein" && verb != "zeigen" && verb != "geben" && verb != "äußern" {
		return -1
	}
	for _, i := range tokens {
		if states[r.d.Tokens[i].Lower] {
			return i
		}
	}
	return -1
}

// withPhrase adds the noun of a phrase and the words that belong to it: "zu dem Schluss".
func (r *reader) withPhrase(tokens []int, noun, fin int) []int {
	tokens = insert(tokens, noun)
	for k := noun - 1; k > noun-4 && k > fin; k-- {
		c := german.ClassOf(r.d.Tokens[k].Lower)
		if !c.Is(german.Determiner | german.Preposition) {
			break
		}
		tokens = insert(tokens, k)
	}
	return tokens
}

func (r *reader) reflexive(tokens []int) int {
	for _, i := range tokens {
		if r.d.Tokens[i].Lower == "sich" {
			return i
		}
	}
	return -1
}

// insert adds i to a sorted list.
func insert(list []int, i int) []int {
	at := len(list)
	for k, x := range list {
		if x == i {
			return list
		}
		if x > i {
			at = k
			break
		}
	}
	out := append([]int{}, list[:at]...)
	out = append(out, i)
	return append(out, list[at:]...)
}

// predicate returns the infinitive of the full verb of a clause, the tokens that form it, and
// whether it is a passive or a future.
func (r *reader) predicate(tokens []int, fin int) (lemma string, parts []int, passive, future bool) {
	if fin < 0 {
		return "", nil, false, false
	}
	aux := german.Auxiliary(r.d.Tokens[fin].Lower)
	modal := german.Modal(r.d.Tokens[fin].Lower)
	if aux == "" && !modal {
		return r.simple(tokens, fin)
	}
	// the full verb stands at the end of the bracket, or just before a verb at the end
	for k := len(tokens) - 1; k >= 0; k-- {
		i := tokens[k]
		if i == fin || r.d.Tokens[i].Kind != german.Word || r.capital(i) {
			continue
		}
		for _, v := range german.LookupVerb(r.d.Tokens[i].Lower) {
			if german.Auxiliary(v.Lemma) != "" && v.Lemma == r.d.Tokens[i].Lower || v.Lemma == "sein" || v.Lemma == "haben" || v.Lemma == "werden" {
				break
			}
			part := v.Form == german.Participle && aux != ""
			inf := (v.Form == german.Infinitive) && (modal || aux == "werden")
			if !part && !inf || r.attributive(i) {
				continue
			}
			parts = insert([]int{fin}, i)
			for _, j := range tokens {
				if low := r.d.Tokens[j].Lower; low == "worden" || low == "haben" && j > i {
					parts = insert(parts, j)
				}
			}
			passive = part && (aux == "werden" || len(parts) > 2 && aux == "sein")
			if part && aux == "sein" && !passive && !moves[v.Lemma] {
				return "", nil, false, false // a state: "ist angekündigt", "sind geraten"
			}
			return v.Lemma, parts, passive, inf && aux == "werden" && r.d.Tokens[fin].Lower != "würde" && r.d.Tokens[fin].Lower != "würden"
		}
	}
	return r.simple(tokens, fin)
}

// moves are cues that form their perfect with "sein".
var moves = map[string]bool{"kommen": true, "ausgehen": true, "fortfahren": true}

// simple reads a finite full verb with its separated prefix.
func (r *reader) simple(tokens []int, fin int) (string, []int, bool, bool) {
	readings := r.verbs(fin)
	for k := len(tokens) - 1; k >= 0 && tokens[k] > fin; k-- {
		low := r.d.Tokens[tokens[k]].Lower
		n := tokens[k] + 1
		if !cues.prefixes[low] || n < len(r.d.Tokens) && r.d.Tokens[n].Kind == german.Word && (r.adjective(n) || r.capital(n) || german.ClassOf(r.d.Tokens[n].Lower).Is(german.Article|german.Possessive)) {
			continue // a preposition or article: "an der Börse", "ein Bericht"
		}
		for _, v := range readings {
			if _, ok := cues.verbs[low+v.Lemma]; ok && v.Form == german.FiniteForm {
				return low + v.Lemma, []int{fin, tokens[k]}, false, false
			}
		}
	}
	if lemma, particle := r.d.Lemma(fin); particle >= 0 {
		return lemma, []int{fin, particle}, false, false
	}
	lemma := ""
	for _, v := range readings {
		if v.Form != german.FiniteForm {
			continue
		}
		if _, ok := cues.verbs[v.Lemma]; ok {
			return v.Lemma, []int{fin}, false, false
		}
		if lemma == "" {
			lemma = v.Lemma
		}
	}
	return lemma, []int{fin}, false, false
}
