package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const closers = "\"“”»«›‹‘’')]*_ \u00A0\u202F"

// endsSentence reports whether s ends with a full stop or another mark that closes a sentence.
func endsSentence(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, closers))
	return strings.ContainsRune(".!?…", r) && r != utf8.RuneError
}

// startsLower reports whether the first letter of s, quotation marks aside, is a small one.
func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "„“”\"»«›‹‚‘’'(*_"))
	return unicode.IsLower(r)
}

// startsWord reports whether s begins with a word or a number, quotation marks aside.
func startsWord(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "„“”\"»«›‹‚‘’'(*_"))
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

func endsWord(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

func firstWord(s string) string {
	if i := strings.IndexFunc(s, unicode.IsSpace); i >= 0 {
		return s[:i]
	}
	return s
}

func lastWord(s string) string { return s[strings.LastIndexFunc(s, unicode.IsSpace)+1:] }

// countWords counts the words and numbers of s.
func countWords(s string) int {
	n, in := 0, false
	for _, r := range s {
		letter := unicode.IsLetter(r) || unicode.IsDigit(r)
		if letter && !in {
			n++
		}
		in = letter || in && (r == '-' || r == '\'' || r == '’')
	}
	return n
}

// bullet reports whether s is an item of a list.
func bullet(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	if strings.ContainsRune("-–—•*·▪►→>", r) {
		next, _ := utf8.DecodeRuneInString(s[n:])
		return unicode.IsSpace(next)
	}
	return false
}

// ornament reports whether s consists of marks alone: a rule or a row of stars.
func ornament(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) < 0
}
