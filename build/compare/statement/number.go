package statement

import (
	"strconv"
	"strings"

	"wortlaut/build/read/german"
)

// numberWord is the value of a number word; empty for other words and for "ein", which is mostly an
// article.
func numberWord(lower string) string {
	if n, ok := german.Cardinal(lower); ok && n > 1 {
		return strconv.FormatInt(n, 10)
	}
	return ""
}

// values returns the numbers a token of digits stands for: one for "100.000" or "2,5", two for a
// score or a time of day ("10:6", "18.30"), three for a date. A minute or fraction of zero is none.
func values(s string) []string {
	var out []string
	for _, piece := range strings.FieldsFunc(grouped(s), func(r rune) bool { return (r < '0' || r > '9') && r != ',' }) {
		piece = strings.Trim(piece, ",")
		short := strings.TrimLeft(piece, "0")
		if short != "" && short[0] == ',' {
			short = "0" + short
		}
		if short != "" {
			out = append(out, short)
		}
	}
	if len(out) == 0 {
		return []string{"0"}
	}
	return out
}

// grouped drops the stops that group digits by thousands.
func grouped(s string) string {
	pieces := strings.Split(strings.TrimRight(s, ".,:"), ".")
	for _, p := range pieces[1:] {
		if whole, _, _ := strings.Cut(p, ","); len(whole) != 3 {
			return s
		}
	}
	return strings.Join(pieces, "")
}
