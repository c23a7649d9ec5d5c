package german

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Quotation marks follow three conventions in German print (Duden K 8–12; Swiss: «…»; English
// where a translator left them), often mixed in one text. Two facts decide about a mark: what
// stands on either side (a mark opens where a blank stands before and a word after it) and which
// marks are open. “ closes in German and opens in English, so neither fact alone is enough.

// facing says which way a mark looks.
type facing int8

const (
	closing facing = -1
	neither facing = 0
	opening facing = 1
)

// sign is a Mark token while its block is being paired.
type sign struct {
	token  int
	form   string // the mark as printed
	single bool
	flank  facing // by what stands on either side
	free   bool   // blanks on both sides
	facing facing // as decided
}

// closers has for each opening mark the marks that may close it.
var closers = map[string]string{
	"„": "“”\"‟", "“": "”\"“", "”": "”", "‟": "”\"", "\"": "\"“”", "＂": "＂", ",,": "“”\"''", "''": "''", "``": "''",
	"»": "«", "«": "»",
	"‚": "‘’'", "‘": "’'", "’": "’", "‛": "’", "'": "'’‘", "`": "´'`", "´": "´", "›": "‹", "‹": "›",
}

// pair matches the marks from token first on, all in one block, and returns which way each token
// from first on looks; nil if there are no marks.
func (d *Doc) pair(first int) []facing {
	signs := d.signs(first)
	if len(signs) == 0 {
		return nil
	}
	ahead := lookahead(signs)
	p := pairing{signs: signs, quotes: len(d.Quotes), d: d}
	for i := range signs {
		p.read(i, ahead[i])
	}
	for _, o := range p.open {
		p.unpaired(o)
	}
	slices.Sort(p.left)
	d.Unpaired = append(d.Unpaired, p.left...)
	level(d.Quotes[p.quotes:])
	out := make([]facing, len(d.Tokens)-first)
	for _, s := range signs {
		out[s.token-first] = s.facing
	}
	return out
}

// signs collects the marks from token first on and looks at their neighbours. Marks in a row
// count as one: in „‚Wort‘“ all look at what stands around the row.
func (d *Doc) signs(first int) []sign {
	var out []sign
	for i := first; i < len(d.Tokens); {
		if d.Tokens[i].Kind != Mark {
			i++
			continue
		}
		last := i
		for last+1 < len(d.Tokens) && d.Tokens[last+1].Kind == Mark && d.Tokens[last+1].Span.Start == d.Tokens[last].Span.End {
			last++
		}
		left, right := d.before(i, first), d.after(last)
		for ; i <= last; i++ {
			form := d.Tokens[i].Lower
			out = append(out, sign{
				token: i, form: form, single: strings.Contains("‚‘’‛'`´›‹", form),
				flank: flank(left, right), free: left == sideBlank && right == sideBlank,
			})
		}
	}
	return out
}

// side is what stands next to a row of marks.
type side uint8

const (
	sideBlank side = iota // blank, or the block's border
	sideOuter             // punctuation that stands outside of marks: "(" on the left, "," on the right
	sideInner             // a letter, digit or closing punctuation
)

func (d *Doc) before(i, first int) side {
	if i == first || d.Tokens[i-1].Span.End < d.Tokens[i].Span.Start {
		return sideBlank
	}
	t := d.Tokens[i-1]
	if t.Kind == Punct && strings.Contains("([{–—/:", t.Lower) {
		return sideOuter
	}
	return sideInner
}

func (d *Doc) after(i int) side {
	if i+1 == len(d.Tokens) || d.Tokens[i+1].Span.Start > d.Tokens[i].Span.End {
		return sideBlank
	}
	t := d.Tokens[i+1]
	if t.Kind == Punct && strings.HasPrefix(t.Lower, "...") || t.Lower == "…" || strings.Contains("([{", t.Lower) {
		return sideInner
	}
	if t.Kind == Punct || strings.HasPrefix(t.Lower, "-") {
		return sideOuter
	}
	return sideInner
}

func flank(left, right side) facing {
	switch {
	case left != sideInner && right == sideInner:
		return opening
	case left == sideInner && right != sideInner:
		return closing
	}
	return neither
}

// lookahead returns for each sign the index of the next one of its kind (single or double), or -1.
func lookahead(signs []sign) []int {
	out := make([]int, len(signs))
	next := map[bool]int{false: -1, true: -1}
	for i := len(signs) - 1; i >= 0; i-- {
		out[i] = next[signs[i].single]
		next[signs[i].single] = i
	}
	return out
}

// pairing is the state while the marks of one block are read from left to right.
type pairing struct {
	d      *Doc
	signs  []sign
	quotes int   // d.Quotes before this block
	open   []int // indices into signs
	left   []int // tokens without a counterpart
}

// read decides about sign i; next is the following sign of its kind.
func (p *pairing) read(i, next int) {
	s := &p.signs[i]
	at := p.opener(i)
	s.facing = p.decide(i, at, next)
	switch {
	case s.facing == opening:
		p.open = append(p.open, i)
	case at >= 0 && p.apostrophe(i, at, next):
		p.plain(i)
	case at >= 0:
		p.close(i, at)
	default:
		p.unpaired(i)
	}
}

// opener returns the position in p.open of the mark that sign i may close, or -1. A single mark
// does not reach over an open double one. Real text nests three levels at most, so eight are
// enough to look at.
func (p *pairing) opener(i int) int {
	const deepest = 8
	s := p.signs[i]
	for at := len(p.open) - 1; at >= max(0, len(p.open)-deepest); at-- {
		o := p.signs[p.open[at]]
		if strings.Contains(closers[o.form], s.form) {
			return at
		}
		if s.single && !o.single {
			return -1
		}
	}
	return -1
}

// decide says which way sign i looks.
func (p *pairing) decide(i, at, next int) facing {
	s := p.signs[i]
	switch s.form {
	case "„", "‚", ",,", "‟", "‛", "``":
		return opening
	case "”", "’", "´":
		// Both close in German and English; Swedish and careless text open with them too.
		if s.flank == opening && at < 0 && next >= 0 && p.signs[next].form == s.form && p.signs[next].flank != opening {
			return opening
		}
		return closing
	case "»", "«", "›", "‹":
		return p.guillemet(i, at)
	}
	switch {
	case at < 0 && s.flank == closing:
		return closing
	case at < 0 && s.free:
		return p.spaced(i, next)
	case at < 0:
		return opening
	case s.flank == opening && p.nested(i, next):
		return opening
	}
	return closing
}

// guillemet decides about » « › ‹, which open in one country and close in the next.
func (p *pairing) guillemet(i, at int) facing {
	switch s := p.signs[i]; {
	case s.flank != neither && (at < 0 || s.flank == closing):
		return s.flank
	case at >= 0:
		return closing
	case s.free && (s.form == "«" || s.form == "‹") && len(p.open) == 0 && i+1 == len(p.signs):
		return closing
	}
	return opening
}

// spaced decides about a mark between blanks while none is open: it opens only if the next mark
// can close it.
func (p *pairing) spaced(i, next int) facing {
	if next < 0 || p.signs[next].flank == opening || !strings.Contains(closers[p.signs[i].form], p.signs[next].form) {
		return closing
	}
	return opening
}

// nested reports whether sign i, which could close the open mark but looks like an opener, has
// its own counterpart: the next mark of its kind closes. Otherwise a blank has slipped to the
// wrong side of it.
func (p *pairing) nested(i, next int) bool {
	s := p.signs[i]
	return next >= 0 && p.signs[next].flank != opening && strings.Contains(closers[s.form], p.signs[next].form)
}

// apostrophe reports whether sign i is the apostrophe of a genitive ("Hans’ Auto") inside single
// marks: the word ends in an s sound and the next single mark closes as well.
func (p *pairing) apostrophe(i, at, next int) bool {
	s := p.signs[i]
	if s.form != "’" && s.form != "'" && s.form != "‘" || !p.afterSibilant(i) {
		return false
	}
	return next >= 0 && p.signs[next].flank == closing &&
		strings.Contains(closers[p.signs[p.open[at]].form], p.signs[next].form)
}

func (p *pairing) afterSibilant(i int) bool {
	t := p.signs[i].token
	if t == 0 || p.d.Tokens[t-1].Kind != Word || p.d.Tokens[t-1].Span.End != p.d.Tokens[t].Span.Start {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(p.d.Tokens[t-1].Lower)
	return strings.ContainsRune("sßzx", r)
}

// close pairs sign i with the opener at position at; what was opened in between stays alone.
func (p *pairing) close(i, at int) {
	for _, o := range p.open[at+1:] {
		p.unpaired(o)
	}
	p.d.Quotes = append(p.d.Quotes, Quote{Open: p.signs[p.open[at]].token, Close: p.signs[i].token})
	p.open = p.open[:at]
}

// unpaired records sign i as one without a counterpart, unless it is an apostrophe next to a word.
func (p *pairing) unpaired(i int) {
	s := p.signs[i]
	if strings.Contains("’'‘`´", s.form) && !s.free && !(s.form == "‘" && s.flank == opening) {
		p.plain(i)
		return
	}
	p.left = append(p.left, s.token)
}

// plain turns sign i into an apostrophe, which is no mark.
func (p *pairing) plain(i int) {
	p.signs[i].facing = neither
	p.d.Tokens[p.signs[i].token].Kind = Symbol
}

// level sorts the pairs of one block by their opening mark and numbers how deep they are nested.
func level(quotes []Quote) {
	slices.SortFunc(quotes, func(a, b Quote) int { return a.Open - b.Open })
	var around []int
	for i := range quotes {
		for len(around) > 0 && around[len(around)-1] < quotes[i].Open {
			around = around[:len(around)-1]
		}
		quotes[i].Level = len(around)
		around = append(around, quotes[i].Close)
	}
}
