package german

import (
	"strings"
	"unicode/utf8"

	"wortlaut/build/text"
)

// Segment cuts s into tokens and sentences and pairs its quotation marks. Blocks are half-open and
// in text order; a sentence and a pair of marks never cross their borders, and text outside them
// is not looked at. With nil blocks, s is cut at blank lines.
func Segment(s string, blocks []text.Span) Doc {
	if blocks == nil {
		blocks = paragraphs(s)
	}
	d := Doc{Text: s, Blocks: blocks, Tokens: make([]Token, 0, len(s)/6+1)}
	done := 0
	for i, b := range blocks {
		b = clamp(s, b, done)
		if b.Start >= b.End {
			continue
		}
		done = b.End
		first := len(d.Tokens)
		z := tokenizer{s: s[:b.End], pos: b.Start, tokens: d.Tokens, first: first}
		z.run()
		d.Tokens = z.tokens
		facing := d.pair(first)
		d.cut(first, i, facing)
	}
	return d
}

// clamp returns b inside s, not before done, and on rune boundaries.
func clamp(s string, b text.Span, done int) text.Span {
	b.Start, b.End = max(b.Start, done, 0), min(b.End, len(s))
	for b.Start < b.End && insideRune(s, b.Start) {
		b.Start++
	}
	for b.End > b.Start && insideRune(s, b.End) {
		b.End--
	}
	return b
}

// insideRune reports whether offset i cuts a character of s; a stray byte is no character.
func insideRune(s string, i int) bool {
	if i == len(s) || utf8.RuneStart(s[i]) {
		return false
	}
	for start := i - 1; start >= max(0, i-utf8.UTFMax+1); start-- {
		if utf8.RuneStart(s[start]) {
			_, width := utf8.DecodeRuneInString(s[start:])
			return start+width > i
		}
	}
	return false
}

// paragraphs returns the runs of lines of s that are not blank.
func paragraphs(s string) []text.Span {
	var blocks []text.Span
	off, start := 0, -1
	for line := range strings.Lines(s) {
		blank := strings.TrimSpace(line) == ""
		if blank && start >= 0 {
			blocks = append(blocks, text.Span{Start: start, End: off})
			start = -1
		}
		if !blank && start < 0 {
			start = off
		}
		off += len(line)
	}
	if start >= 0 {
		blocks = append(blocks, text.Span{Start: start, End: len(s)})
	}
	return blocks
}
