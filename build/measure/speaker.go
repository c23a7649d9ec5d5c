package measure

import (
	_ "embed"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"wortlaut/build/read/quotation"
)

//go:embed data/speaker.txt
var speakerData string

// speakerWords holds the words of data/speaker.txt by kind.
var speakerWords = parseWords(speakerData)

// parseWords reads lines of a kind and a word.
func parseWords(data string) map[string]map[string]bool {
	out := map[string]map[string]bool{}
	for line := range strings.Lines(data) {
		f := strings.Fields(line)
		if len(f) != 2 || f[0] == "#" {
			continue
		}
		if out[f[0]] == nil {
			out[f[0]] = map[string]bool{}
		}
		out[f[0]][f[1]] = true
	}
	return out
}

func isWord(kind, w string) bool { return speakerWords[kind][strings.ToLower(w)] }

// heads returns the head tokens of a speaker, ascending.
//
// The head is the last token of the first run of capitalised words: the surname after title and
// given name, "Sprecher" in "Sprecher der Polizei". A name of two or more capitalised words after a
// comma, an apposition, and the phrase after a noun for a source count as heads too. Without
// capitalised words the last word is the head.
func (t *Text) heads(ids []int) []int {
	if len(ids) == 0 {
		return nil
	}
	runs := t.runs(ids)
	if len(runs) == 0 {
		return []int{t.lastWord(ids)}
	}
	out := []int{last(runs[0])}
	if len(runs) > 1 && isWord("source", t.Tokens[last(runs[0])].Text) {
		out = append(out, last(runs[1]))
	}
	for _, r := range runs[1:] {
		if len(r) > 1 && r[0] > 0 && t.Tokens[r[0]-1].Text == "," {
			out = append(out, last(r))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func last(ids []int) int { return ids[len(ids)-1] }

// runs returns the runs of capitalised words; hyphens, short abbreviations and the particles of names do not end one.
func (t *Text) runs(ids []int) [][]int {
	var out [][]int
	for k := 0; k < len(ids); {
		if !t.capital(ids[k]) {
			k++
			continue
		}
		run := []int{ids[k]}
		for k++; k < len(ids); k++ {
			if t.capital(ids[k]) {
				run = append(run, ids[k])
			} else if !t.bridges(ids, k, len(run)) {
				break
			}
		}
		out = append(out, run)
	}
	return out
}

func (t *Text) capital(id int) bool {
	w := t.Tokens[id].Text
	r, _ := utf8.DecodeRuneInString(w)
	return (unicode.IsUpper(r) || unicode.IsDigit(r)) && !isWord("plain", w)
}

// bridges reports whether the uncapitalised token ids[k] may stand inside a run of so many words.
func (t *Text) bridges(ids []int, k, words int) bool {
	switch w := t.Tokens[ids[k]].Text; {
	case w == "-" || w == "–":
		return true
	case w == ".":
		return utf8.RuneCountInString(t.Tokens[ids[k-1]].Text) <= 3
	case w == "der" || w == "und" || w == "zu" || w == "von": // "Sprecher der Polizei" is no name
		return false
	default:
		return words > 1 && speakerWords["particle"][w] && k+1 < len(ids) && t.capital(ids[k+1])
	}
}

// lastWord returns the last token with a letter or digit, or the last.
func (t *Text) lastWord(ids []int) int {
	for _, id := range slices.Backward(ids) {
		if strings.ContainsFunc(t.Tokens[id].Text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }) {
			return id
		}
	}
	return last(ids)
}

// sameSpeaker reports whether a head of either speaker lies in the other.
func (t *Text) sameSpeaker(g, s []int) bool {
	return common(t.heads(g), s) > 0 && common(t.heads(s), g) > 0
}

// sameName reports whether two speakers have a head word in common, wherever it stands.
func (t *Text) sameName(g, s []int) bool {
	for _, i := range t.heads(g) {
		for _, j := range t.heads(s) {
			if strings.EqualFold(t.Tokens[i].Text, t.Tokens[j].Text) {
				return true
			}
		}
	}
	return false
}

// Attribution says how often the speaker is right on gold quotations that were found, that is, whose
// content has a partner with an intersection over union of at least ½. A speaker is right when a head
// token of the gold speaker lies in the predicted one and the other way round.
type Attribution struct {
	Gold, Matched       int // quotations
	Speaker             int // gold quotations with a speaker
	SpeakerMatched      int // of them, found
	Correct, SameName   int // of them, right; right or the same name at another place
	Speakerless, LeftSo int // found ones without a speaker in the gold; of them, predicted without
	Classes             []AttributionClass
}

// AttributionClass is a kind of gold speakers.
type AttributionClass struct {
	Name                   string
	Gold, Matched, Correct int
}

// Accuracy is the share of right speakers among the found quotations that have one.
func (a Attribution) Accuracy() float64 { return ratio(a.Correct, a.SpeakerMatched) }

// attribution measures the speakers of gold quotations of the labels. Classes are sorted by name,
// without those that do not occur.
func attribution(texts []Text, labels ...quotation.Label) Attribution {
	var a Attribution
	for i := range texts {
		t := &texts[i]
		partner := partners(matched(sides{t.Gold, t.Predicted}, half), len(t.Gold))
		for g, j := range partner {
			if !slices.Contains(labels, t.Gold[g].Type) {
				continue
			}
			var s *Quote
			if j >= 0 {
				s = &t.Predicted[j]
			}
			a.count(t, &t.Gold[g], s)
		}
	}
	slices.SortFunc(a.Classes, func(x, y AttributionClass) int { return strings.Compare(x.Name, y.Name) })
	return a
}

// count counts a gold quotation and what it was found as, nil if it was not.
func (a *Attribution) count(t *Text, g, s *Quote) {
	a.Gold++
	if s != nil {
		a.Matched++
	}
	if len(g.Parts[Speaker]) == 0 {
		if s != nil {
			a.Speakerless++
			if len(s.Parts[Speaker]) == 0 {
				a.LeftSo++
			}
		}
		return
	}
	c := a.class(t.speakerClass(g))
	c.Gold++
	a.Speaker++
	if s == nil {
		return
	}
	a.SpeakerMatched++
	c.Matched++
	switch {
	case len(s.Parts[Speaker]) == 0:
	case t.sameSpeaker(g.Parts[Speaker], s.Parts[Speaker]):
		a.Correct++
		c.Correct++
		a.SameName++
	case t.sameName(g.Parts[Speaker], s.Parts[Speaker]):
		a.SameName++
	}
}

func (a *Attribution) class(name string) *AttributionClass {
	i := slices.IndexFunc(a.Classes, func(c AttributionClass) bool { return c.Name == name })
	if i < 0 {
		i, a.Classes = len(a.Classes), append(a.Classes, AttributionClass{Name: name})
	}
	return &a.Classes[i]
}

// speakerClass says by what, and how far away, a speaker is named.
func (t *Text) speakerClass(q *Quote) string {
	name, place := "noun/name", ", other sentence"
	if s := q.Parts[Speaker]; len(s) == 1 && isWord("pronoun", t.Tokens[s[0]].Text) {
		name = "pronoun"
	}
	for _, i := range q.Parts[Speaker] {
		for _, j := range q.Parts[Content] {
			if t.Sentences[i] == t.Sentences[j] {
				place = ", same sentence"
			}
		}
	}
	return name + place
}
