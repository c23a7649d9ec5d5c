package statement

import (
	"cmp"
	"math"
	"slices"
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

// unit is a measure: a dimension and the size in its base unit.
type unit struct {
	dimension string
	size      float64
}

// number is a number of a text with its unit; the zero unit for things counted and unknown units.
type number struct {
	value string
	unit  unit
}

// numbersOf returns the numbers of a text by value, each once. A unit follows its number.
func numbersOf(tokens []token) []number {
	var out []number
	for i, t := range tokens {
		if t.number == "" {
			continue
		}
		n := number{value: t.number}
		if i+1 < len(tokens) {
			n.unit = words.units[tokens[i+1].lower]
		}
		out = append(out, n)
	}
	slices.SortFunc(out, func(a, b number) int {
		return cmp.Or(cmp.Compare(a.value, b.value), cmp.Compare(a.unit.dimension, b.unit.dimension), cmp.Compare(a.unit.size, b.unit.size))
	})
	return slices.Compact(out)
}

// same reports whether two numbers may stand for one: equal, one rounded, or one converted into
// another unit. A round number stands for those next to it only if it is large; 2020 is not 2018.
func (n number) same(o number) bool {
	sized := n.unit.dimension != "" && n.unit.dimension == o.unit.dimension
	if n.value == o.value {
		return !sized || n.unit == o.unit
	}
	a, errA := strconv.ParseFloat(strings.Replace(n.value, ",", ".", 1), 64)
	b, errB := strconv.ParseFloat(strings.Replace(o.value, ",", ".", 1), 64)
	if errA != nil || errB != nil {
		return false
	}
	if n.unit != o.unit {
		return sized && near(a*n.unit.size, b*o.unit.size, convertedError)
	}
	return min(a, b) >= roundFrom && (strings.HasSuffix(n.value, "00") || strings.HasSuffix(o.value, "00")) && near(a, b, roundedError)
}

// What rounding may change: little where one number is rounded, more where it is converted too.
const (
	roundFrom      = 10000
	roundedError   = 0.005
	convertedError = 0.04
)

// near reports whether a and b differ by at most the given part of the greater one.
func near(a, b, part float64) bool { return math.Abs(a-b) <= part*max(a, b) }

// leastScale leaves out dozens and hundreds, which are seldom printed in figures.
const leastScale = 1000

// scale joins a number with the scale after it ("30 Millionen", "1,5 Mrd.", "zwei Millionen") to one value.
// The scale stays as a word; it says nothing more.
func scale(tokens []token) {
	for i := 1; i < len(tokens); i++ {
		word := strings.TrimSuffix(tokens[i].lower, ".")
		base := max(german.Scale(word), german.Scale(word+"."))
		if base < leastScale {
			continue
		}
		before := &tokens[i-1]
		if before.number == "" && german.FunctionWord(before.lower) && strings.HasPrefix(before.lower, "ein") {
			before.number = "1"
		}
		f, err := strconv.ParseFloat(strings.Replace(before.number, ",", ".", 1), 64)
		if err != nil {
			continue
		}
		value := strconv.FormatFloat(math.Round(f*float64(base)*1000)/1000, 'f', -1, 64)
		before.number, before.content = strings.Replace(value, ".", ",", 1), true
		tokens[i].number, tokens[i].content = "", false
	}
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
