// Package text holds what every other package needs to point into a text: half-open byte spans,
// positions a person can find (file:line:col), notes (doubts) and errors with a hint. Beside them
// stand the two things done to texts on every floor: lines of data files are read, and names turned
// into parts of URLs.
package text

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"unicode/utf8"
)

// Span is a half-open range of bytes, Start included and End excluded.
type Span struct{ Start, End int }

// Len is the number of bytes in s.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether o lies inside s; a span contains itself.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps reports whether s and o share at least one byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Of returns the bytes of doc that s covers.
func (s Span) Of(doc string) string { return doc[s.Start:s.End] }

// MarshalJSON writes s as the pair [start, end].
func (s Span) MarshalJSON() ([]byte, error) {
	return fmt.Appendf(nil, "[%d,%d]", s.Start, s.End), nil
}

// UnmarshalJSON reads the pair [start, end].
func (s *Span) UnmarshalJSON(b []byte) error {
	var pair [2]int
	if err := json.Unmarshal(b, &pair); err != nil {
		return err
	}
	s.Start, s.End = pair[0], pair[1]
	return nil
}

// Compare orders spans by start, the longer first where they start together.
func Compare(a, b Span) int {
	return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
}

// Hull returns the smallest span that covers all of spans; the zero Span for none.
func Hull(spans []Span) Span {
	if len(spans) == 0 {
		return Span{}
	}
	h := spans[0]
	for _, s := range spans[1:] {
		h.Start, h.End = min(h.Start, s.Start), max(h.End, s.End)
	}
	return h
}

// Pos is a place in a file. Line and Col count from 1, Col in bytes; both are 0 for the file as a whole.
type Pos struct {
	File      string
	Line, Col int
}

// String returns file:line:col, without the parts that are unknown.
func (p Pos) String() string {
	if p.Line == 0 {
		return p.File
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Col)
}

// Compare orders places by file, line and column.
func (p Pos) Compare(o Pos) int {
	return cmp.Or(cmp.Compare(p.File, o.File), cmp.Compare(p.Line, o.Line), cmp.Compare(p.Col, o.Col))
}

// At returns the position of byte offset off in the file's data.
func At(file, data string, off int) Pos {
	off = min(off, len(data))
	line := 1 + strings.Count(data[:off], "\n")
	return Pos{File: file, Line: line, Col: off - strings.LastIndexByte(data[:off], '\n')}
}

// Note is a doubt about a text: something a person should look at, never a reason to stop.
type Note struct {
	Pos  Pos
	Text string
}

// Error is a mistake in the input that a person can mend: where, what, and what to do.
type Error struct {
	Pos  Pos
	Msg  string
	Hint string // what to do; may be empty
}

// Error returns "file:line:col: what is wrong (what to do)".
func (e Error) Error() string {
	s := e.Pos.String() + ": " + e.Msg
	if e.Hint != "" {
		s += " (" + e.Hint + ")"
	}
	return s
}

// Cause returns what is wrong with a file without its path, which a message names already.
func Cause(err error) error {
	var pe *fs.PathError
	var le *os.LinkError
	switch {
	case errors.As(err, &pe):
		return pe.Err
	case errors.As(err, &le):
		return le.Err
	}
	return err
}

// Errors is a list of mistakes, reported all at once.
type Errors []Error

// Add appends a mistake at p.
func (l *Errors) Add(p Pos, hint, format string, args ...any) {
	*l = append(*l, Error{Pos: p, Msg: fmt.Sprintf(format, args...), Hint: hint})
}

// Err returns l sorted by place and without repetitions, or nil if it is empty.
func (l Errors) Err() error {
	if len(l) == 0 {
		return nil
	}
	s := slices.Clone(l)
	slices.SortStableFunc(s, func(a, b Error) int { return a.Pos.Compare(b.Pos) })
	return slices.Compact(s)
}

// Error joins the mistakes, one per line.
func (l Errors) Error() string {
	lines := make([]string, len(l))
	for i, e := range l {
		lines[i] = e.Error()
	}
	return strings.Join(lines, "\n")
}

// Nearest returns the choice closest to word by edit distance, or "" if none is near enough to
// be a slip of the pen (a third of the word's letters).
func Nearest(word string, choices []string) string {
	best, least := "", utf8.RuneCountInString(word)/3+1
	for _, c := range slices.Sorted(slices.Values(choices)) {
		if d := distance([]rune(word), []rune(c)); d < least {
			best, least = c, d
		}
	}
	return best
}

// distance is the number of letters to put in, take out, change or swap with their neighbour to get
// from a to b (optimal string alignment).
func distance(a, b []rune) int {
	before, row, next := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		next[0] = i + 1
		for j, y := range b {
			next[j+1] = min(row[j+1], next[j]) + 1
			if x == y {
				next[j+1] = row[j]
			} else {
				next[j+1] = min(next[j+1], row[j]+1)
			}
			if i > 0 && j > 0 && x == b[j-1] && a[i-1] == y {
				next[j+1] = min(next[j+1], before[j-1]+1)
			}
		}
		before, row, next = row, next, before
	}
	return row[len(b)]
}
