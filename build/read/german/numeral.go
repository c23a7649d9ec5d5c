package german

import (
	"math/big"
	"strings"
)

// small has the number words that others are built from.
var small = map[string]int64{
	"null": 0, "ein": 1, "eins": 1, "eine": 1, "einen": 1, "einem": 1, "einer": 1, "zwei": 2, "zwo": 2, "drei": 3, "vier": 4,
	"fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "elf": 11, "zwölf": 12, "dreizehn": 13,
	"vierzehn": 14, "fünfzehn": 15, "sechzehn": 16, "siebzehn": 17, "achtzehn": 18, "neunzehn": 19, "zwanzig": 20,
	"dreißig": 30, "dreissig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60, "siebzig": 70, "achtzig": 80, "neunzig": 90,
}

// scales are the words that multiply the number before them.
var scales = map[string]int64{
	"dutzend": 12, "hundert": 100, "tausend": 1e3, "tsd.": 1e3, "million": 1e6, "millionen": 1e6, "mio.": 1e6, "mio": 1e6,
	"milliarde": 1e9, "milliarden": 1e9, "mrd.": 1e9, "mrd": 1e9, "billion": 1e12, "billionen": 1e12, "bio.": 1e12,
	"billiarde": 1e15, "billiarden": 1e15,
}

// longestNumber limits in bytes what is read as a number; beyond lie only accidents.
const longestNumber = 80

// Scale returns what a word in lower case multiplies the number before it by: 1000000 for
// "millionen"; 0 if it is no such word.
func Scale(lower string) int64 { return scales[lower] }

// Cardinal returns the value of a number word in lower case: "zwei", "einundzwanzig",
// "zweitausend". The article "ein" counts as 1 here; whether it is one, the context decides.
func Cardinal(lower string) (n int64, ok bool) {
	if n, ok := small[lower]; ok {
		return n, true
	}
	if len(lower) > longestNumber {
		return 0, false
	}
	if before, after, found := strings.Cut(lower, "tausend"); found {
		return around(before, after, 1000)
	}
	if before, after, found := strings.Cut(lower, "hundert"); found {
		return around(before, after, 100)
	}
	if before, after, found := strings.Cut(lower, "und"); found { // einundzwanzig
		unit, ten := small[before], small[after]
		if unit > 0 && unit < 10 && ten >= 20 {
			return unit + ten, true
		}
	}
	return 0, false
}

// around reads what stands before and after a base: "zwei|hundert|dreißig".
func around(before, after string, base int64) (int64, bool) {
	factor, rest := int64(1), int64(0)
	ok := true
	if before != "" {
		if factor, ok = Cardinal(before); !ok || factor == 0 || factor >= 1000 || base == 100 && factor > 99 {
			return 0, false
		}
	}
	if after = strings.TrimPrefix(after, "und"); after != "" {
		if rest, ok = Cardinal(after); !ok || rest >= base {
			return 0, false
		}
	}
	return factor*base + rest, true
}

// Value returns the value of words in lower case as a decimal without exponent: "drei
// millionen" is "3000000", "2,5" is "2.5", "eineinhalb" is "1.5".
func Value(words ...string) (value string, ok bool) {
	if len(words) == 0 {
		return "", false
	}
	total, rest, ok := leading(words)
	if !ok {
		return "", false
	}
	for _, w := range rest {
		scale := scales[w]
		if scale == 0 {
			return "", false
		}
		total.Mul(total, new(big.Rat).SetInt64(scale))
	}
	return decimal(total), true
}

// leading reads the first number of words: digits, a number word, a half, or a scale on its own.
func leading(words []string) (*big.Rat, []string, bool) {
	first := words[0]
	if scales[first] != 0 {
		return big.NewRat(1, 1), words, true
	}
	if v, ok := digits(first); ok {
		return v, words[1:], true
	}
	if len(words) > 1 && (words[1] == "halbe" || words[1] == "halben") && small[first] == 1 { // "eine halbe Million"
		return big.NewRat(1, 2), words[2:], true
	}
	if n, ok := Cardinal(first); ok {
		return new(big.Rat).SetInt64(n), words[1:], true
	}
	if first == "anderthalb" || first == "anderthalbe" {
		return big.NewRat(3, 2), words[1:], true
	}
	if whole, ok := strings.CutSuffix(first, "einhalb"); ok {
		if n, ok := Cardinal(whole); ok {
			return big.NewRat(2*n+1, 2), words[1:], true
		}
	}
	if first == "viertelmillion" {
		return big.NewRat(250000, 1), words[1:], true
	}
	return nil, nil, false
}

// decimal prints v exactly; every number made of decimals and the scales has an end.
func decimal(v *big.Rat) string {
	if v.IsInt() {
		return v.Num().String()
	}
	n, exact := v.FloatPrec()
	if !exact {
		n = 6
	}
	return v.FloatString(n)
}

// grouping drops what may stand between thousands besides the stop.
var grouping = strings.NewReplacer("'", "", "’", "", " ", "", "\u00a0", "", "\u202f", "", "\u2009", "")

// digits reads a number in figures as German prints it: stops, apostrophes or blanks between
// thousands, a comma before decimals. One group ",000" is thousands as well: no text prints three
// empty decimals, but many a translation leaves the English comma.
func digits(s string) (*big.Rat, bool) {
	sign, s := cutSign(s)
	if s == "" || s[0] < '0' || s[0] > '9' || len(s) > longestNumber {
		return nil, false
	}
	s = grouping.Replace(s)
	if strings.Trim(s, "0123456789.,") != "" {
		return nil, false
	}
	whole, fraction, hasComma := strings.Cut(s, ",")
	switch {
	case thousands(s, ','):
		whole, fraction = strings.ReplaceAll(s, ",", ""), ""
	case strings.Contains(fraction, ",") || strings.Contains(fraction, "."), hasComma && fraction == "":
		return nil, false
	case thousands(whole, '.'):
		whole = strings.ReplaceAll(whole, ".", "")
	case strings.Contains(whole, "."):
		if hasComma || strings.Count(whole, ".") > 1 || strings.HasSuffix(whole, ".") {
			return nil, false
		}
		whole, fraction, _ = strings.Cut(whole, ".")
	}
	if fraction != "" {
		whole += "." + fraction
	}
	v, ok := new(big.Rat).SetString(sign + whole)
	return v, ok
}

// thousands reports whether sep parts the digits of s into groups of three. For the comma, a
// single group has to be empty.
func thousands(s string, sep byte) bool {
	groups := strings.Split(s, string(sep))
	if len(groups) < 2 || len(groups[0]) == 0 || len(groups[0]) > 3 || groups[0] == "0" {
		return false
	}
	for _, g := range groups[1:] {
		if len(g) != 3 || strings.Trim(g, "0123456789") != "" {
			return false
		}
	}
	return sep != ',' || len(groups) > 2 || groups[1] == "000"
}

func cutSign(s string) (sign, rest string) {
	for _, minus := range []string{"-", "−"} {
		if rest, ok := strings.CutPrefix(s, minus); ok {
			return "-", rest
		}
	}
	return "", s
}
