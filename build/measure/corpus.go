package measure

import (
	"encoding/json"
	"errors"
	"io/fs"
	"path"
	"slices"
	"sort"
	"strings"

	"wortlaut/build/read/quotation"
	"wortlaut/build/text"
)

// Part is a part of a quotation: what is said, or one of the four roles.
type Part int

const (
	Content Part = iota // the corpus calls it quote
	Speaker
	Cue
	Frame
	Addressee
	parts
)

// String returns the corpus's name of p.
func (p Part) String() string {
	return [parts]string{"quote", "speaker", "cue", "frame", "addressee"}[p]
}

// Labels are the types of quotations in the order of the tables.
var Labels = []quotation.Label{quotation.LabelDirect, quotation.LabelIndirect, quotation.LabelReported, quotation.LabelFreeIndirect, quotation.LabelFree}

// Quote is an annotated or predicted quotation: for each part the indices of its tokens, ascending.
type Quote struct {
	Type  quotation.Label
	Parts [parts][]int
}

// Token is a word or sign of the corpus's own division.
type Token struct {
	Text string
	Span text.Span
}

// Text is a text of the corpus of quotations, with the annotation and what was read in it.
type Text struct {
	Name      string // of the document: number, title and date
	Body      string
	Tokens    []Token
	Sentences []int // of each token; -1 for none
	Gold      []Quote
	Predicted []Quote
}

// document is a file of the corpus.
type document struct {
	Name   string `json:"documentName"`
	Body   string `json:"originalText"`
	Tokens []struct {
		Text  string `json:"text"`
		Begin int    `json:"charBegin"` // in characters, as Python counts them
		End   int    `json:"charEnd"`
	} `json:"tokens"`
	Sentences []struct {
		ID    int `json:"id"`
		Begin int `json:"begin"` // in tokens
		End   int `json:"end"`
	} `json:"sentences"`
	Annotations []struct {
		Type      string      `json:"type"`
		Quote     annotations `json:"quote"`
		Speaker   annotations `json:"speaker"`
		Cue       annotations `json:"cue"`
		Frame     annotations `json:"frame"`
		Addressee annotations `json:"addressee"`
	} `json:"annotations"`
}

type annotations struct {
	Tokens []int `json:"tokenIds"`
}

// labelOf maps the corpus's names of types to those of its evaluation.
var labelOf = map[string]quotation.Label{
	"Direct": quotation.LabelDirect, "Indirect": quotation.LabelIndirect, "Reported": quotation.LabelReported,
	"FreeIndirect": quotation.LabelFree, "IndirectFreeIndirect": quotation.LabelFreeIndirect,
}

// ReadTexts returns the texts of the *.json files in fsys by file name. The error is a text.Errors.
func ReadTexts(fsys fs.FS) ([]Text, error) {
	var errs text.Errors
	names, err := fs.Glob(fsys, "*.json")
	if err != nil || len(names) == 0 {
		errs.Add(text.Pos{File: "-quotes"}, "name the folder of one half of the corpus, as dev", "no *.json files")
		return nil, errs.Err()
	}
	slices.Sort(names)
	var out []Text
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			errs.Add(text.Pos{File: name}, "", "cannot be read: %v", err)
			continue
		}
		t, err := parseText(data)
		if err != nil {
			errs.Add(jsonPos(name, data, err), "is it a file of the corpus?", "%v", err)
			continue
		}
		out = append(out, t)
	}
	return out, errs.Err()
}

// jsonPos is where in a file a JSON error was found, as far as it says.
func jsonPos(name string, data []byte, err error) text.Pos {
	if e, ok := errors.AsType[*json.SyntaxError](err); ok {
		return text.At(path.Base(name), string(data), int(e.Offset))
	}
	return text.Pos{File: path.Base(name)}
}

var errRange = errors.New("a token, sentence or annotation outside the text")

func parseText(data []byte) (Text, error) {
	var d document
	if err := json.Unmarshal(data, &d); err != nil {
		return Text{}, err
	}
	t := Text{Name: d.Name, Body: d.Body, Sentences: none(len(d.Tokens))}
	at := offsets(d.Body)
	for _, k := range d.Tokens {
		if k.Begin < 0 || k.End < k.Begin || k.End >= len(at) {
			return Text{}, errRange
		}
		t.Tokens = append(t.Tokens, Token{k.Text, text.Span{Start: at[k.Begin], End: at[k.End]}})
	}
	for _, s := range d.Sentences {
		if s.Begin < 0 || s.End > len(t.Tokens) {
			return Text{}, errRange
		}
		for i := s.Begin; i < s.End; i++ {
			t.Sentences[i] = s.ID
		}
	}
	for _, a := range d.Annotations {
		label, ok := labelOf[a.Type]
		if !ok {
			return Text{}, errors.New("unknown type of quotation " + a.Type)
		}
		q := Quote{Type: label}
		for p, ids := range [parts]annotations{a.Quote, a.Speaker, a.Cue, a.Frame, a.Addressee} {
			q.Parts[p] = slices.Compact(slices.Sorted(slices.Values(ids.Tokens)))
			if s := q.Parts[p]; len(s) > 0 && (s[0] < 0 || s[len(s)-1] >= len(t.Tokens)) {
				return Text{}, errRange
			}
		}
		t.Gold = append(t.Gold, q)
	}
	return t, nil
}

// offsets returns the byte offset of each character of s, and its length.
func offsets(s string) []int {
	out := make([]int, 0, len(s)+1)
	for i := range s {
		out = append(out, i)
	}
	return append(out, len(s))
}

// Predict sets what was read in t. A row whose content covers no token is left out.
func (t *Text) Predict(rows []quotation.Row) {
	t.Predicted = nil
	for _, r := range rows {
		q := Quote{Type: r.Type}
		for p, spans := range spansIn(&r) {
			q.Parts[p] = t.cover(*spans)
		}
		if len(q.Parts[Content]) > 0 {
			t.Predicted = append(t.Predicted, q)
		}
	}
}

// cover returns the tokens of which a span covers at least half the bytes.
func (t *Text) cover(spans []text.Span) []int {
	var out []int
	for _, s := range spans {
		k := sort.Search(len(t.Tokens), func(k int) bool { return t.Tokens[k].Span.End > s.Start })
		for ; k < len(t.Tokens) && t.Tokens[k].Span.Start < s.End; k++ {
			b := t.Tokens[k].Span
			if 2*(min(b.End, s.End)-max(b.Start, s.Start)) >= b.Len() {
				out = append(out, k)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// words returns the tokens of ids, parted by blanks.
func (t *Text) words(ids []int) string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = t.Tokens[id].Text
	}
	return strings.Join(out, " ")
}

// common is the number of tokens two ascending lists share.
func common(a, b []int) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}
