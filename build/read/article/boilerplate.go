package article

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"wortlaut/build/text"
)

//go:embed data/boilerplate.txt
var boilerplateTxt string

// pattern is one line of data/boilerplate.txt.
type pattern struct {
	kind, where string
	words       []string
}

// patterns lists the lines of data/boilerplate.txt by their first word.
var patterns = text.Must(parsePatterns("data/boilerplate.txt", boilerplateTxt))

func parsePatterns(file, data string) (map[string][]pattern, error) {
	m := map[string][]pattern{}
	err := text.Entries(file, data, func(l string) error {
		f := strings.Fields(l)
		switch {
		case len(f) < 3:
			return fmt.Errorf("kind, place and words expected, found %q", l)
		case !slices.Contains([]string{"line", "start", "any", "call", "near", "beside", "topic", "label"}, f[1]):
			return fmt.Errorf("unknown place %q", f[1])
		case f[2] == "*":
			return fmt.Errorf("a pattern begins with a word, found %q", l)
		}
		m[f[2]] = append(m[f[2]], pattern{f[0], f[1], f[2:]})
		return nil
	})
	return m, err
}

// formal are the forms that address the reader only with a capital.
var formal = map[string]bool{"Sie": true, "Ihnen": true, "Ihr": true, "Ihre": true, "Ihrem": true, "Ihren": true, "Ihrer": true, "Ihres": true}

// plain turns s into the words patterns are made of: small letters, "#" for a number, "." for the
// end of a sentence, ":" and "€"; what stands between quotation marks becomes one mark.
func plain(s string) []string {
	var words []string
	cuts := marks(s)
	for i := 0; i < len(s); {
		if len(cuts) > 0 && cuts[0].at < i {
			cuts = cuts[1:]
			continue
		}
		if len(cuts) > 0 && cuts[0].at == i {
			words = append(words, "\"")
			if cuts[0].opens && len(cuts) > 1 {
				i = cuts[1].end
			} else {
				i = cuts[0].end
			}
			continue
		}
		word, n := nextWord(s[i:])
		if word != "" {
			words = append(words, word)
		}
		i += n
	}
	return words
}

// nextWord returns the word at the start of s, "" for a mark without meaning, and its length.
func nextWord(s string) (string, int) {
	n, digits := 0, true
	for i, r := range s {
		inner := i > 0 && (strings.ContainsRune("-'’*", r) || digits && strings.ContainsRune(".,:", r) && len(s) > i+1 && s[i+1] >= '0' && s[i+1] <= '9')
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !inner {
			if i == 0 {
				n = len(string(r))
				switch r {
				case '.', '!', '?', '…':
					return ".", n
				case ':', '€', '©':
					return string(r), n
				case '–', '—', '|':
					return ":", n
				}
				return "", n
			}
			break
		}
		digits = digits && (unicode.IsDigit(r) || inner)
		n = i + len(string(r))
	}
	word := s[:n]
	switch {
	case digits:
		return "#", n
	case formal[word]:
		return word, n
	}
	return strings.Trim(strings.ToLower(word), "-*"), n
}

// matchAt returns the index after the match of p's words at words[i], or -1.
func (p pattern) matchAt(words []string, i int) int {
	for k := 0; k < len(p.words); k++ {
		if p.words[k] == "*" {
			rest := pattern{words: p.words[k+1:]}
			for gap := 0; gap <= 6 && i+gap < len(words) && (gap == 0 || words[i+gap-1] != "."); gap++ {
				if end := rest.matchAt(words, i+gap); end >= 0 {
					return end
				}
			}
			return -1
		}
		if i >= len(words) || words[i] != p.words[k] {
			return -1
		}
		i++
	}
	return i
}

// signals is what speaks for a block being boilerplate.
type signals struct {
	words   int
	ends    bool   // with a full stop or the like
	sure    string // kind of a pattern that suffices
	near    string // kind of a pattern that suffices beside other boilerplate
	beside  string // the same, and before the text
	stop    bool   // ends with a full stop
	label   bool   // announces links to other pieces
	alone   bool   // the label is all there is
	topics  int    // different words of such texts
	topic   string // kind of the first of them
	address bool   // speaks to the reader
	us      bool   // speaks for the site
}

const (
	callWords = 14  // a call to the reader is short
	anyWords  = 60  // longer blocks must also address the reader
	maxWords  = 160 // no banner is longer
	passes    = 8   // over the blocks: boilerplate spreads to its neighbours
)

// readSignals gathers the signals of a block.
func readSignals(s string) signals {
	sig := signals{words: countWords(s), ends: endsSentence(s), stop: fullStop(s)}
	if sig.words > maxWords || sig.words > 2*callWords && !voiced(s) {
		return sig
	}
	words := plain(s)
	sig.voices(words)
	full := words
	for len(full) > 1 && (full[len(full)-1] == "." || full[len(full)-1] == ":") {
		full = full[:len(full)-1]
	}
	seen := map[string]bool{}
	for i, w := range words {
		for _, p := range patterns[w] {
			if end := p.matchAt(words, i); end >= 0 {
				sig.take(p, i, end, full, words, seen)
			}
		}
	}
	if sig.sure == "" && crumbs(s) {
		sig.sure = "navigation"
	}
	return sig
}

// voiced reports whether s may speak to the reader or for the site; a long block must.
func voiced(s string) bool {
	for _, w := range []string{" Sie", " Ih", " di", " du", " dei", "ir ", " uns", "Uns"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// take adds a match of p at words[start:end].
func (sig *signals) take(p pattern, start, end int, full, words []string, seen map[string]bool) {
	whole := start == 0 && end >= len(full)
	yes := false
	switch p.where {
	case "line":
		yes = whole
	case "start":
		yes = start == 0 && sig.words <= anyWords
	case "any":
		yes = sig.words <= anyWords || sig.address
	case "call":
		yes = start == 0 && sig.words <= callWords && (!sig.stop || whole)
	case "beside":
		if sig.beside == "" {
			sig.beside = p.kind
		}
	case "near":
		if whole && sig.near == "" {
			sig.near = p.kind
		}
	case "label":
		colon := end < len(words) && words[end] == ":"
		if start == 0 && (whole || colon || p.words[0] == "lesen" && sig.words <= anyWords/2) {
			sig.label, sig.alone = true, whole
		}
	case "topic":
		if key := strings.Join(p.words, " "); !seen[key] {
			seen[key] = true
			if sig.topics++; sig.topics == 1 {
				sig.topic = p.kind
			}
		}
	}
	if yes && sig.sure == "" {
		sig.sure = p.kind
	}
}

// voices finds out who speaks to whom. "Sie" at the start of a sentence may be a third person.
func (sig *signals) voices(words []string) {
	for i, w := range words {
		switch w {
		case "du", "dein", "deine", "deinen", "deinem", "deiner", "dich", "dir", "euch", "eure", "euer":
			sig.address = true
		case "wir", "uns", "unser", "unsere", "unserem", "unseren", "unserer", "unseres":
			sig.us = true
		case "Sie", "Ihnen", "Ihr", "Ihre", "Ihrem", "Ihren", "Ihrer", "Ihres":
			sig.address = sig.address || i > 0 && words[i-1] != "." && words[i-1] != ":" && words[i-1] != "\""
		}
	}
}

// crumbs reports whether s is a path of links ("Startseite > Politik > Ausland").
func crumbs(s string) bool {
	n := 0
	for _, sep := range []string{" > ", " › ", " » ", " | ", " / "} {
		n = max(n, strings.Count(s+" ", sep))
	}
	return n >= 2 && len(s) < 120 && !endsSentence(s)
}

// speaks are the kinds of boilerplate that address the reader in several lines.
var speaks = map[string]bool{"consent": true, "adblock": true, "offer": true, "newsletter": true, "comment": true}

// setAside marks the drafts that are boilerplate.
func setAside(drafts []draft) []signals {
	sigs := make([]signals, len(drafts))
	for i := range drafts {
		d := &drafts[i]
		sigs[i] = readSignals(d.text)
		switch {
		case d.why != "":
		case ornament(d.text):
			d.kind, d.why = Boilerplate, "ornament"
		case sigs[i].sure != "":
			d.kind, d.why = Boilerplate, sigs[i].sure
		}
	}
	head, foot := edges(drafts, sigs)
	again := true
	for pass := 0; again && pass < passes; pass++ {
		again = false
		for i := range drafts {
			if drafts[i].kind == Boilerplate || sigs[i].label {
				continue
			}
			if why := beside(drafts, sigs, i, i < head, i >= foot && foot > 0); why != "" {
				drafts[i].kind, drafts[i].why = Boilerplate, why
				again = true
			}
		}
	}
	return sigs
}

// edges returns the first and, one further on, the last block that is a paragraph of the article.
func edges(drafts []draft, sigs []signals) (head, foot int) {
	prose := func(i int) bool {
		return drafts[i].kind != Boilerplate && sigs[i].words >= bodyWords && sigs[i].ends && sigs[i].beside == ""
	}
	foot = len(drafts)
	for foot > 0 && !prose(foot-1) {
		foot--
	}
	for head < foot && !prose(head) {
		head++
	}
	return head, foot
}

// beside returns the kind of boilerplate block i is in view of its neighbours, "" for none.
func beside(drafts []draft, sigs []signals, i int, head, foot bool) string {
	before, after := "", ""
	if i > 0 && drafts[i-1].kind == Boilerplate {
		before = drafts[i-1].why
	}
	if i+1 < len(drafts) && drafts[i+1].kind == Boilerplate {
		after = drafts[i+1].why
	}
	s := sigs[i]
	torn := startsLower(drafts[i].text) && !sigs[max(i-1, 0)].ends || strings.ContainsAny(drafts[i].text[:1], ".,;)")
	switch {
	case s.near != "" && (before != "" || after != "" || foot):
		return s.near
	case s.near != "" && (i > 0 && sigs[i-1].near == s.near || i+1 < len(sigs) && sigs[i+1].near == s.near):
		return s.near
	case s.beside != "" && (head || foot || speaks[before] || speaks[after]):
		return s.beside
	case s.address && s.us && s.topics > 0 && (foot || s.topics > 1):
		return s.topic
	case s.topics > 0 && s.address && (speaks[before] || speaks[after]):
		return s.topic
	case s.topics > 0 && speaks[before] && speaks[after]:
		return s.topic
	case foot && before == "footer" && !s.ends && s.words < callWords:
		return before // the words after "Themen"
	case torn && speaks[before]:
		return before
	}
	return ""
}
