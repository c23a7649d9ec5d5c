package text

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

var umlauts = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss", "æ", "ae", "ø", "oe", "å", "aa", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ı", "i")

// slugLimit keeps file names well below the 255 bytes file systems allow.
const slugLimit = 80

// Slug returns s as a part of a URL: lower case ASCII letters and digits joined by single hyphens,
// ä as ae, ß as ss, other accents dropped, at most 80 bytes. It is "x" if nothing is left.
func Slug(s string) string {
	s = umlauts.Replace(norm.NFC.String(strings.ToLower(s)))
	var out strings.Builder
	gap := false
	for _, r := range norm.NFKD.String(s) {
		switch {
		case r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			if gap && out.Len() > 0 {
				out.WriteByte('-')
			}
			out.WriteRune(unicode.ToLower(r))
			gap = false
		case unicode.Is(unicode.Mn, r) || r == '\'' || r == '’':
		default:
			gap = true
		}
	}
	slug := out.String()
	if len(slug) > slugLimit {
		slug = strings.TrimRight(slug[:slugLimit], "-")
	}
	if slug == "" {
		return "x"
	}
	return slug
}
