package german

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"wortlaut/build/text"
)

// tokenizer reads one block from left to right; s ends where the block ends.
type tokenizer struct {
	s      string
	pos    int
	tokens []Token
	first  int // of this block
}

// class of a character outside of words.
type charClass uint8

const (
	charOther charClass = iota
	charBlank
	charLetter
	charDigit
	charMark
	charPunct
)

// quotationMarks are the single characters that may open or close a quotation. Straight and
// curled apostrophes between letters are read as part of the word before they get here.
const quotationMarks = "\"'`´„“”‟«»‚‘’‛‹›＂"

const punctuation = ".,;:!?()[]{}/–—―‒-…·•|¿¡"

func classify(r rune) charClass {
	switch {
	case r == ' ' || unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff':
		return charBlank
	case 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z':
		return charLetter
	case '0' <= r && r <= '9':
		return charDigit
	case strings.ContainsRune(quotationMarks, r):
		return charMark
	case strings.ContainsRune(punctuation, r):
		return charPunct
	case unicode.IsLetter(r) || unicode.Is(unicode.M, r):
		return charLetter
	}
	return charOther
}

// ascii is classify for the characters below 128.
var ascii = func() (t [utf8.RuneSelf]charClass) {
	for r := range t {
		t[r] = classify(rune(r))
	}
	return t
}()

// at returns the class and width of the character at i; charBlank and 0 at the end.
func (z *tokenizer) at(i int) (charClass, int) {
	if i >= len(z.s) {
		return charBlank, 0
	}
	if c := z.s[i]; c < utf8.RuneSelf {
		return ascii[c], 1
	}
	r, w := utf8.DecodeRuneInString(z.s[i:])
	if r == utf8.RuneError && w == 1 {
		return charOther, 1
	}
	return classify(r), w
}

func (z *tokenizer) run() {
	for z.pos < len(z.s) {
		class, w := z.at(z.pos)
		switch class {
		case charBlank:
			z.pos += w
		case charLetter:
			z.word(z.pos)
		case charDigit:
			z.number(z.pos)
		case charMark:
			z.mark(w)
		case charPunct:
			z.punct(w)
		default:
			z.symbol(w)
		}
	}
}

func (z *tokenizer) add(end int, kind Kind) {
	t := Token{Span: text.Span{Start: z.pos, End: end}, Kind: kind}
	t.Lower = z.s[z.pos:end]
	if kind == Word {
		t.Lower = lowered(t.Lower)
	}
	z.tokens = append(z.tokens, t)
	z.pos = end
}

// mark reads a quotation mark; two commas or two apostrophes stand for one double mark, as in
// text from typewriters.
func (z *tokenizer) mark(w int) {
	rest := z.s[z.pos:]
	if end := z.elided(w); end > z.pos {
		z.add(end, Word)
		return
	}
	if strings.HasPrefix(rest, "''") || strings.HasPrefix(rest, "``") {
		w = 2
	}
	z.add(z.pos+w, Mark)
}

// elisions are the words of which an apostrophe stands for the beginning: "’s", "’nen".
var elisions = []string{"s", "n", "ne", "nen", "nem", "ner", "rauf", "raus", "rein", "rum", "runter", "rüber"}

// elided returns the end of a word or year that begins with the apostrophe at z.pos, whose width is
// w: "’ne", "’89", and "’n’" as in Rock ’n’ Roll. It returns z.pos if there is none.
func (z *tokenizer) elided(w int) int {
	r, _ := utf8.DecodeRuneInString(z.s[z.pos:])
	if !strings.ContainsRune("'’‘", r) || len(z.tokens) > z.first && z.tokens[len(z.tokens)-1].Span.End == z.pos {
		return z.pos
	}
	end := z.pos + w
	for end < len(z.s) && end < z.pos+w+8 {
		class, width := z.at(end)
		if class != charLetter && class != charDigit {
			break
		}
		end += width
	}
	inner := z.s[z.pos+w : end]
	after, width := z.at(end)
	switch {
	case inner == "n" && strings.HasPrefix(z.s[end:], z.s[z.pos:z.pos+w]):
		return end + width
	case after == charMark:
	case slices.Contains(elisions, inner), r != '\'' && len(inner) == 2 && strings.Trim(inner, "0123456789") == "":
		return end
	}
	return z.pos
}

// punct reads one sign of punctuation. Dots in a row are one token, as are question and
// exclamation marks; a hyphen before a letter or digit that follows a blank belongs to the word
// ("Ministerinnen und -minister") or number ("-5 Grad").
func (z *tokenizer) punct(w int) {
	rest := z.s[z.pos:]
	switch rest[0] {
	case '.':
		w = len(rest) - len(strings.TrimLeft(rest, "."))
	case '!', '?':
		w = len(rest) - len(strings.TrimLeft(rest, "!?"))
	case '-':
		if z.leadingHyphen() {
			return
		}
		w = len(rest) - len(strings.TrimLeft(rest, "-"))
	case ',':
		if class, _ := z.at(z.pos + 2); strings.HasPrefix(rest, ",,") && class == charLetter {
			z.add(z.pos+2, Mark)
			return
		}
	}
	z.add(z.pos+w, Punct)
}

func (z *tokenizer) leadingHyphen() bool {
	if n := len(z.tokens); n > z.first && z.tokens[n-1].Span.End == z.pos {
		return false
	}
	class, _ := z.at(z.pos + 1)
	switch class {
	case charLetter:
		z.word(z.pos + 1)
	case charDigit:
		z.number(z.pos + 1)
	default:
		return false
	}
	return true
}

// symbol reads any other character; @ and # keep the name that follows.
func (z *tokenizer) symbol(w int) {
	if c := z.s[z.pos]; c == '@' || c == '#' {
		if class, _ := z.at(z.pos + 1); class == charLetter {
			z.word(z.pos + 1)
			return
		}
	}
	z.add(z.pos+w, Symbol)
}

// word reads a word whose letters begin at i.
func (z *tokenizer) word(i int) {
	if end := z.url(i); end > i {
		z.add(end, Word)
		return
	}
	end := z.letters(i)
	if end < len(z.s) && z.s[end] == '.' {
		if e := z.domain(i, end); e > end {
			end = e
		} else {
			end = z.stop(i, end)
		}
	}
	z.add(end, Word)
}

// letters returns the end of the word at i with its inner hyphens, apostrophes and digits.
func (z *tokenizer) letters(i int) int {
	for i < len(z.s) {
		class, w := z.at(i)
		if class == charLetter || class == charDigit {
			i += w
			continue
		}
		r, w := utf8.DecodeRuneInString(z.s[i:])
		switch {
		case invisible(r) || unicode.Is(unicode.No, r):
			i += w
		case r == '-' || r == '\u2010' || r == '\u2011':
			next, _ := z.at(i + w)
			if next == charLetter || next == charDigit {
				i += w
				continue
			}
			if r == '-' && strings.HasPrefix(z.s[i+w:], "-") {
				return i
			}
			return i + w // "NATO- und EU-Staaten"
		case z.glued(r, i+w):
			i += w
		default:
			return i
		}
	}
	return i
}

// glued reports whether r inside a word, before the rest at i, joins the two.
func (z *tokenizer) glued(r rune, i int) bool {
	next, _ := z.at(i)
	switch r {
	case '\'', '’', '‘', 'ʼ', '`', '´', '@':
		return next == charLetter
	case '&':
		return next == charLetter && capital(z.s[i:])
	case '*', ':', '_': // Bürger*innen, Bürger:in
		if !strings.HasPrefix(z.s[i:], "in") {
			return false
		}
		after, _ := z.at(i + 2)
		return after != charLetter || strings.HasPrefix(z.s[i:], "innen")
	}
	return false
}

// number reads a number whose digits begin at i: "100.000", "2,5", "18:30", "12.02.2025", "1'000".
// Letters that follow make it a word: "30-tägigen", "1990er".
func (z *tokenizer) number(i int) {
	start := i
	for i < len(z.s) {
		class, w := z.at(i)
		if class == charDigit {
			i += w
			continue
		}
		if n := z.inside(i); n > 0 {
			i += n
			continue
		}
		break
	}
	next, _ := z.at(i)
	if next != charLetter && i < len(z.s) && z.s[i] == '-' {
		next, _ = z.at(i + 1)
	}
	switch {
	case next == charLetter && strings.Trim(z.s[start:i], "0123456789") == "":
		z.word(start) // may be an address: "20min.ch"
		return
	case next == charLetter: // "1,5-Grad-Ziel", "18.30-Uhr-Zug"
		z.add(z.letters(i), Word)
		return
	}
	if strings.HasPrefix(z.s[i:], ".-") { // "1.-Mai-Demonstration"
		if class, _ := z.at(i + 2); class == charLetter {
			z.add(z.letters(i+1), Word)
			return
		}
	}
	if z.ordinal(start, i) {
		i++
	}
	z.add(i, Number)
}

// inside returns the width of the separator at i if it stands between two digits of one number.
func (z *tokenizer) inside(i int) int {
	r, w := utf8.DecodeRuneInString(z.s[i:])
	next, _ := z.at(i + w)
	if next != charDigit {
		return 0
	}
	switch r {
	case '.', ',', ':':
		return w
	case '\'', '’': // Swiss thousands: exactly three digits follow
		for k := 1; k < 3; k++ {
			if c, _ := z.at(i + w + k); c != charDigit {
				return 0
			}
		}
		if c, _ := z.at(i + w + 3); c != charDigit {
			return w
		}
	}
	return 0
}
