package german

import (
	"strings"

	"wortlaut/build/text"
)

// cut ends the sentences of one block, whose tokens begin at first; looks says which way each of
// them looks, nil that none does.
func (d *Doc) cut(first, block int, looks []facing) {
	c := cutter{d: d, first: first, facings: looks}
	start := first
	for i := first; i < len(d.Tokens); {
		end := c.end(i)
		if end == 0 {
			i++
			continue
		}
		d.sentence(start, end, block)
		start, i = end, end
	}
	if start < len(d.Tokens) {
		d.sentence(start, len(d.Tokens), block)
	}
}

func (d *Doc) sentence(first, last, block int) {
	for i := first; i < last; i++ {
		d.Tokens[i].Sentence = len(d.Sentences)
	}
	span := text.Span{Start: d.Tokens[first].Span.Start, End: d.Tokens[last-1].Span.End}
	d.Sentences = append(d.Sentences, Sentence{Span: span, First: first, Last: last, Block: block})
}

// longestRun limits how many marks and brackets in a row are looked at, which keeps the search
// linear in texts made of nothing else.
const longestRun = 16

// cutter looks for the ends of sentences in one block.
type cutter struct {
	d       *Doc
	first   int      // token of the block
	facings []facing // of the tokens from first on
}

// looks returns which way the mark at token i looks.
func (c *cutter) looks(i int) facing {
	if c.facings == nil {
		return neither
	}
	return c.facings[i-c.first]
}

// end returns the token after the sentence that token i ends, or 0 if it ends none.
func (c *cutter) end(i int) int {
	t := c.d.Tokens[i]
	switch {
	case t.Kind == Word && t.Lower[len(t.Lower)-1] == '.':
		return c.afterAbbreviation(i)
	case t.Kind != Punct:
		return 0
	}
	switch t.Lower[0] {
	case '.', '!', '?':
	default:
		if t.Lower != "…" {
			return 0
		}
	}
	next := c.attached(i + 1)
	if next == len(c.d.Tokens) {
		return next
	}
	if !c.opens(next) || t.Lower[0] != '.' && c.aside(i, next) || (t.Lower == "…" || len(t.Lower) > 2 && t.Lower[0] == '.') && !c.strong(next) {
		return 0
	}
	return next
}

// attached returns the first token from i on that no longer belongs to the sentence that ended
// before i: closing marks and brackets are left behind.
func (c *cutter) attached(i int) int {
	for last := min(i+longestRun, len(c.d.Tokens)); i < last; i++ {
		t := c.d.Tokens[i]
		switch {
		case t.Kind == Mark && c.looks(i) == closing:
		case t.Kind == Punct && strings.Contains(")]}", t.Lower):
		case t.Kind == Punct && (t.Lower[0] == '!' || t.Lower[0] == '?' || t.Lower == "…"):
		default:
			return i
		}
	}
	return i
}

// opens reports whether a sentence can begin at token i: a capital, a number, an opening mark or
// bracket, or a dash before one of them. A lower case word goes on: „Kommen Sie?“ fragte er.
func (c *cutter) opens(i int) bool {
	for last := min(i+longestRun, len(c.d.Tokens)); i < last; i++ {
		t := c.d.Tokens[i]
		switch t.Kind {
		case Word:
			return capital(strings.TrimLeft(c.d.Word(i), "-@#'’")) || t.Lower[0] == '@' || t.Lower[0] == '#'
		case Number:
			return true
		case Symbol:
			return !strings.Contains("%‰°", t.Lower)
		case Mark:
			if c.looks(i) != opening {
				return true
			}
		case Punct:
			if !strings.Contains("([{–—―-•·|¿¡", t.Lower) {
				return strings.HasPrefix(t.Lower, "..") || t.Lower == "…"
			}
		}
	}
	return true
}

// strong reports whether token i opens a sentence beyond doubt: a function word with a capital or
// an opening mark.
func (c *cutter) strong(i int) bool {
	if c.d.Tokens[i].Kind == Mark {
		return c.looks(i) == opening
	}
	return c.d.Tokens[i].Kind == Word && opener(c.d.Word(i))
}

// aside reports whether the question or exclamation mark at i ends a title or an insertion
// instead of a sentence: „Was tun?“ inside a sentence, (!) after a word, a dash after the marks.
func (c *cutter) aside(i, next int) bool {
	if i > c.first && c.d.Tokens[i-1].Lower == "(" && next == i+2 {
		return true
	}
	if next == i+1 || c.d.Tokens[next-1].Kind != Mark {
		return false
	}
	if strings.Contains("–—-", c.d.Tokens[next].Lower) {
		return true
	}
	const longestTitle = 6
	for j := i - 1; j > max(c.first, i-longestTitle); j-- {
		if c.d.Tokens[j].Kind == Mark && c.looks(j) == opening {
			return c.d.Tokens[j-1].Kind == Word && !c.strong(next)
		}
	}
	return false
}

// afterAbbreviation is end for a word with a stop of its own.
func (c *cutter) afterAbbreviation(i int) int {
	next := c.attached(i + 1)
	if next == len(c.d.Tokens) {
		return next
	}
	switch kind := c.ending(i); {
	case kind == endsNever || kind == endsInner || kind == endsNoNumber:
		return 0
	case kind == endsCapital && c.opens(next), c.strong(next):
		return next
	}
	return 0
}

// ending looks token i up, together with the parts of the abbreviation before it: "z. B.".
func (c *cutter) ending(i int) ending {
	key := ""
	kind := noAbbreviation
	for j := i; j >= c.first && j > i-4; j-- {
		w := c.d.Word(j)
		if c.d.Tokens[j].Kind != Word || j < i && !strings.HasSuffix(w, ".") {
			break
		}
		key = w + key
		if e := abbreviation(key); e != noAbbreviation {
			kind = e
		}
	}
	return kind
}
