package article

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"wortlaut/build/text"
)

// sizeLimit is the greatest length of a seed in bytes; a long newspaper page has 100 kB.
const sizeLimit = 4 << 20

const bom = "\uFEFF"

// check returns an error for bytes that are not a text in UTF-8, with the first place that shows it.
func check(file string, seed []byte) error {
	fail := func(off int, hint, msg string, args ...any) error {
		var errs text.Errors
		pos := text.Pos{File: file}
		if off >= 0 {
			pos = text.At(file, string(seed[:off]), off)
		}
		errs.Add(pos, hint, msg, args...)
		return errs.Err()
	}
	if len(seed) > sizeLimit {
		return fail(-1, "one file holds one article", "the file has %d bytes, more than %d", len(seed), sizeLimit)
	}
	if enc, ok := utf16(seed); ok {
		return fail(0, "convert it: iconv -f "+enc+" -t UTF-8", "the text is in %s, not in UTF-8", enc)
	}
	if f := format(seed); f != "" {
		return fail(0, "extract its text first: go run ./cmd/add", "the file is %s, not a plain text", f)
	}
	if off := bytes.IndexByte(seed, 0); off >= 0 {
		return fail(off, "remove the file or extract its text first", "the file is binary: a zero byte")
	}
	if off := invalid(seed); off >= 0 {
		return fail(off, "convert it: iconv -f WINDOWS-1252 -t UTF-8", "byte 0x%02X is not UTF-8", seed[off])
	}
	controls, first, content := 0, -1, false
	for i, r := range string(seed) {
		if unicode.Is(unicode.Cc, r) && !breaks(r) && r != '\t' {
			controls++
			if first < 0 {
				first = i
			}
		}
		content = content || !blank(r)
	}
	if controls > 8 && controls*50 > len(seed) {
		return fail(first, "remove the file or extract its text first", "the file is binary: %d control characters", controls)
	}
	if !content {
		return fail(-1, "remove it or fill it", "the file is empty")
	}
	return nil
}

// utf16 names the UTF-16 encoding that seed is in, by its byte order mark or by its zero bytes.
func utf16(seed []byte) (string, bool) {
	switch {
	case bytes.HasPrefix(seed, []byte{0xFF, 0xFE}):
		return "UTF-16LE", true
	case bytes.HasPrefix(seed, []byte{0xFE, 0xFF}):
		return "UTF-16BE", true
	}
	head := seed[:min(len(seed), 64)&^1]
	var zeros [2]int
	for i, b := range head {
		if b == 0 {
			zeros[i%2]++
		}
	}
	switch {
	case len(head) < 8:
		return "", false
	case zeros[0] == 0 && zeros[1]*3 > len(head):
		return "UTF-16LE", true
	case zeros[1] == 0 && zeros[0]*3 > len(head):
		return "UTF-16BE", true
	}
	return "", false
}

// format names the document format seed is in if its first bytes give one away.
func format(seed []byte) string {
	head := strings.ToLower(string(bytes.TrimLeft(bytes.TrimPrefix(seed[:min(len(seed), 512)], []byte(bom)), " \t\r\n")))
	for _, f := range []struct{ prefix, name string }{
		{"%pdf-", "a PDF"}, {"{\\rtf", "an RTF"}, {"pk\x03\x04", "an office document or an archive"},
		{"<!doctype html", "an HTML page"}, {"<html", "an HTML page"}, {"<?xml", "an XML document"},
	} {
		if strings.HasPrefix(head, f.prefix) {
			return f.name
		}
	}
	return ""
}

// invalid returns the offset of the first byte of seed that is not UTF-8, or -1.
func invalid(seed []byte) int {
	if utf8.Valid(seed) {
		return -1
	}
	for i := 0; i < len(seed); {
		r, n := utf8.DecodeRune(seed[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

// breaks reports whether r ends a line.
func breaks(r rune) bool {
	switch r {
	case '\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029':
		return true
	}
	return false
}

// hidden reports whether r is kept out of the cleaned text: control, bidirectional and zero-width
// characters and the soft hyphen (Unicode categories Cc and Cf).
func hidden(r rune) bool {
	if r < utf8.RuneSelf {
		return r < ' ' && r != '\t' || r == 0x7F
	}
	return unicode.In(r, unicode.Cc, unicode.Cf)
}

// blank reports whether r shows nothing on paper.
func blank(r rune) bool { return unicode.IsSpace(r) || hidden(r) }

// line is one line of the seed.
type line struct {
	number  int       // from 1
	span    text.Span // of the seed, without blanks at its edges
	printed string    // without hidden characters
	soft    bool      // it ends with a soft hyphen
	indent  int       // blanks dropped before it, in bytes
}

func (l line) empty() bool { return l.printed == "" }

// split cuts src into lines. Every kind of line end counts, "\r\n" as one.
func split(src string) []line {
	var lines []line
	start := 0
	add := func(end int) {
		lines = append(lines, newLine(src, start, end, len(lines)+1))
	}
	for i, r := range src {
		switch {
		case i < start || !breaks(r):
		case r == '\r' && strings.HasPrefix(src[i+1:], "\n"):
			add(i)
			start = i + 2
		default:
			add(i)
			start = i + utf8.RuneLen(r)
		}
	}
	if start < len(src) {
		add(len(src))
	}
	return lines
}

func newLine(src string, start, end, number int) line {
	raw := src[start:end]
	right := strings.TrimRightFunc(raw, blank)
	left := strings.TrimLeftFunc(right, blank)
	l := line{number: number, span: text.Span{Start: start + len(right) - len(left), End: start + len(right)}, printed: left}
	if left != "" {
		l.indent = len(strings.TrimFunc(right[:len(right)-len(left)], hidden))
		l.soft = strings.HasSuffix(strings.TrimRightFunc(raw, unicode.IsSpace), "\u00AD")
	}
	if strings.IndexFunc(left, hidden) >= 0 {
		l.printed = strings.Map(func(r rune) rune {
			if hidden(r) {
				return -1
			}
			return r
		}, left)
	}
	return l
}

// sourceDefects lists what is odd about the bytes: byte order mark, line ends, hidden characters
// (one Defect per line).
func sourceDefects(src string) []Defect {
	var list []Defect
	if strings.HasPrefix(src, bom) {
		list = append(list, Defect{Kind: BOM, Span: text.Span{End: len(bom)}, Found: "U+FEFF", Count: 1})
	}
	if n := strings.Count(src, "\r"); n > 0 {
		at := strings.IndexByte(src, '\r')
		end, found := at+1, "CR"
		if strings.HasPrefix(src[end:], "\n") {
			end, found = end+1, "CR LF"
		}
		list = append(list, Defect{Kind: CRLF, Span: text.Span{Start: at, End: end}, Found: found, Count: n})
	}
	fresh := true // no hidden character on this line yet
	for i, r := range src {
		switch {
		case breaks(r):
			fresh = true
		case !hidden(r) || i == 0 && r == '\uFEFF':
		case fresh:
			list = append(list, Defect{Kind: Control, Span: text.Span{Start: i, End: i + utf8.RuneLen(r)}, Found: fmt.Sprintf("U+%04X", r), Count: 1})
			fresh = false
		default:
			list[len(list)-1].Count++
		}
	}
	return list
}
