package german

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// This file decides whether a full stop belongs to the word before it.

// topLevels are the domains that make "letters.letters" an address instead of a lost blank.
var topLevels = []string{
	"ai", "app", "at", "be", "berlin", "bg", "biz", "blog", "by", "ch", "co", "com", "cz", "de", "dk", "edu", "ee", "es",
	"eu", "fi", "fr", "gov", "gr", "hamburg", "hr", "hu", "ie", "il", "info", "int", "io", "it", "li", "live", "lt", "lu",
	"lv", "me", "media", "mil", "net", "news", "nl", "no", "online", "org", "pl", "press", "pt", "ro", "rs", "ru", "se",
	"si", "sk", "swiss", "tr", "tv", "ua", "uk", "us", "wien",
}

// url returns the end of the address at i, or i if there is none.
func (z *tokenizer) url(i int) int {
	rest := z.s[i:]
	if !strings.HasPrefix(rest, "http://") && !strings.HasPrefix(rest, "https://") && !strings.HasPrefix(rest, "www.") {
		return i
	}
	return z.address(i)
}

// address returns the end of the run without blanks and quotation marks at i, less the
// punctuation that follows it.
func (z *tokenizer) address(i int) int {
	end := i
	for end < len(z.s) {
		class, w := z.at(end)
		if class == charBlank || class == charMark || z.s[end] == '<' {
			break
		}
		end += w
	}
	return i + len(strings.TrimRight(z.s[i:end], ".,;:!?)]}…–—*"))
}

// domain returns the end of the address whose first label is the word from start to end, or end
// if the stop there makes none: "abend-blatt.at", "beispiel.de/pfad".
func (z *tokenizer) domain(start, end int) int {
	const longest, farthest = 64, 256 // RFC 1035, section 2.3.4
	last, i := end, end
	for i < len(z.s) && z.s[i] == '.' && i-start < farthest {
		j := i + 1
		for j < len(z.s) && j-i < longest && (z.s[j] == '-' || z.s[j] < utf8.RuneSelf && (ascii[z.s[j]] == charLetter || ascii[z.s[j]] == charDigit)) {
			j++
		}
		if j == i+1 {
			break
		}
		last, i = i, j
	}
	if _, found := slices.BinarySearch(topLevels, z.s[min(last+1, i):i]); !found {
		return end
	}
	if class, _ := z.at(i); class == charLetter { // "Zahl.de-facto": a lost blank
		return end
	}
	if i < len(z.s) && z.s[i] == '/' {
		return z.address(i)
	}
	return i
}

// stop returns the end of the word from start to end, with the full stop that follows if the word
// is an abbreviation, an initial or a Roman ordinal.
func (z *tokenizer) stop(start, end int) int {
	if e := z.dotted(start, end); e > end {
		return e
	}
	word := z.s[start:end]
	if class, _ := z.at(end + 1); strings.HasPrefix(z.s[end:], "..") || class == charLetter && !capital(z.s[end+1:]) {
		return end // an ellipsis, or a blank is missing
	}
	next := z.following(end + 1)
	switch abbreviation(z.s[start : end+1]) {
	case noAbbreviation:
	case endsNoNumber:
		if next != "" && (next[0] >= '0' && next[0] <= '9' || roman(next)) {
			return end + 1
		}
	default:
		return end + 1
	}
	if next == "" {
		return end
	}
	r, w := utf8.DecodeRuneInString(word)
	switch {
	case w == len(word) && unicode.IsLower(r): // "z. B.", "u. a."
		return end + 1
	case w == len(word) && unicode.IsUpper(r) && z.initial(next):
		return end + 1
	case roman(word) && len(word) > 1 && !opener(next) && (capital(next) && z.afterName() || lowerCase(next)): // "Ludwig XIV. war"
		return end + 1
	case roman(word) && lowerCase(next) && z.afterName(): // "Karl V. war"
		return end + 1
	}
	return end
}

// dotted returns the end of a run of letters and stops without blanks ("z.B.", "U.S.", "J.R.R.")
// that is an abbreviation or made of single letters; end if it is none.
func (z *tokenizer) dotted(start, end int) int {
	const longest = 16
	best, single := end, utf8.RuneCountInString(z.s[start:min(end, start+8)]) == 1
	for i := end; i < len(z.s) && z.s[i] == '.' && i-start < longest; {
		if i > end && (single || abbreviation(z.s[start:i+1]) != noAbbreviation) {
			best = i + 1
		}
		j := i + 1
		for j < len(z.s) {
			class, w := z.at(j)
			if class != charLetter || j-start > longest {
				break
			}
			j += w
		}
		if j == i+1 {
			break
		}
		single = single && utf8.RuneCountInString(z.s[i+1:j]) == 1
		i = j
	}
	return best
}

// initial reports whether a single capital with a stop goes on with next as a name does.
func (z *tokenizer) initial(next string) bool {
	if lowerCase(next) {
		return true
	}
	return capital(next) && !opener(next)
}

// afterName reports whether the last token read is a word with a capital.
func (z *tokenizer) afterName() bool {
	n := len(z.tokens)
	return n > z.first && z.tokens[n-1].Kind == Word && capital(z.tokens[n-1].Span.Of(z.s))
}

// following returns the word or number after the blanks at i, "" if none stands there.
func (z *tokenizer) following(i int) string {
	for i < len(z.s) {
		class, w := z.at(i)
		if class == charLetter || class == charDigit {
			return z.s[i:z.letters(i)]
		}
		if class != charBlank {
			return ""
		}
		i += w
	}
	return ""
}

func lowerCase(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// roman reports whether s is a Roman number up to 39.
func roman(s string) bool {
	rest := s
	for range 3 {
		rest = strings.TrimPrefix(rest, "X")
	}
	switch rest {
	case "", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX":
		return s != ""
	}
	return false
}

// ordinal reports whether the stop at i makes the digits from start an ordinal ("am 12. Februar",
// "die 2. Bundesliga") or ends a date without year ("am 12.02.").
func (z *tokenizer) ordinal(start, i int) bool {
	if i >= len(z.s) || z.s[i] != '.' || strings.HasPrefix(z.s[i:], "..") {
		return false
	}
	digits := z.s[start:i]
	if strings.ContainsAny(digits, ",:'’") || len(digits) > len("31.12") {
		return false
	}
	if after, w := z.at(i + 1); after == charPunct { // "1.–3. Mai", "30./31. Mai"
		next, _ := z.at(i + 1 + w)
		return next == charDigit && strings.ContainsAny(z.s[i+1:i+1+w], "-–/")
	}
	next := z.following(i + 1)
	switch {
	case next == "":
		return false
	case strings.Contains(digits, "."):
		return lowerCase(next) || len(next) == 4 && next[0] >= '1' && next[0] <= '2' || z.calendar() && capital(next) && !opener(next)
	case len(digits) > 3:
		return false
	case lowerCase(next):
		return true
	case next[0] <= '9': // "12. 3. 2025"
		return len(digits) < 3 && (strings.Contains(z.s[i+1:min(len(z.s), i+8)], next+".") ||
			len(next) == 4 && len(z.tokens) > z.first && z.isOrdinal(len(z.tokens)-1))
	case monthName(next):
		return len(digits) < 3
	case opener(next) && !slices.Contains(homographs, next) || !capital(next):
		return false
	}
	return z.ordinalContext(start)
}

// homographs are nouns that look like a function word with a capital: "zum 19. Mal".
var homographs = []string{"Mal", "Male", "Ehe", "Morgen", "Zeit", "Kraft", "Weg"}

// calendar reports whether the last token read is one that stands before a date.
func (z *tokenizer) calendar() bool {
	n := len(z.tokens)
	if n == z.first {
		return false
	}
	return ClassOf(z.tokens[n-1].Lower).Is(Article | Contraction | Preposition)
}

// ordinalContext reports whether what stands before the number at start calls for an ordinal: an
// article or possessive, a contraction as in "im 20. Jahrhundert", an adjective, another ordinal,
// an opening mark, the start of a line, or nothing.
func (z *tokenizer) ordinalContext(start int) bool {
	n := len(z.tokens)
	if n == z.first {
		return true
	}
	last := z.tokens[n-1]
	switch {
	case strings.Contains(z.s[last.Span.End:start], "\n") && last.Kind != Word:
		return true
	case last.Kind == Mark:
		return last.Span.End == start
	case last.Kind == Punct:
		return strings.ContainsAny(last.Lower, ".!?:-–(") || last.Lower == "," && n-1 > z.first && z.isOrdinal(n-2)
	case last.Lower == "und" || last.Lower == "oder" || last.Lower == "bis":
		return n-1 > z.first && z.isOrdinal(n-2)
	}
	if c := ClassOf(last.Lower); c != 0 {
		return c.Is(Article | Possessive | Contraction | Demonstrative | Indefinite)
	}
	return adjective(last.Lower) && lowerCase(last.Span.Of(z.s))
}

// adjective reports whether a word in lower case has the ending of one and is no verb.
func adjective(lower string) bool {
	for _, ending := range []string{"en", "er", "es", "em", "e"} {
		if stem, ok := strings.CutSuffix(lower, ending); ok {
			return len(stem) > 3 && (!Finite(lower) || IsParticiple(stem))
		}
	}
	return false
}

func (z *tokenizer) isOrdinal(i int) bool {
	return z.tokens[i].Kind == Number && strings.HasSuffix(z.tokens[i].Lower, ".")
}

var months = []string{
	"april", "august", "dezember", "feber", "februar", "jänner", "januar", "juli", "juni", "mai", "märz", "november",
	"oktober", "september",
}

// monthName reports whether word is the name of a month or its abbreviation, without a stop.
func monthName(word string) bool {
	low := lowered(word)
	return slices.Contains(months, low) || len(low) >= 3 && len(low) <= 4 && slices.ContainsFunc(months, func(m string) bool {
		return strings.HasPrefix(m, low)
	})
}
