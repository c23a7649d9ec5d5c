// Package language holds every text of the interface in German and English.
//
// In go the table layouts/texts.yaml and a language; out comes a Table that answers with texts,
// plural forms, dates and numbers in that language. Dates are given in EDTF level 1 (Library of
// Congress, 2019) and come out as a reader of that language would write them.
package language

import (
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"wortlaut/build/text"
)

// File is the name of the table below layouts/.
const File = "texts.yaml"

// path is the table as people find it, for errors.
const path = "layouts/" + File

// languages are those every text must be given in, the interface's first.
var languages = []string{"de", "en"}

// Table answers with texts in one language.
type Table struct {
	Lang  string // BCP 47: "de" or "en"
	texts map[string]string
}

// Load reads the table from fsys. A key that is given twice, lacks a language or has another
// number of arguments in one of them is an error, and so is an unknown language.
func Load(fsys fs.FS, lang string) (*Table, error) {
	var errs text.Errors
	if !slices.Contains(languages, lang) {
		errs.Add(text.Pos{File: path}, "known are "+strings.Join(languages, " and "), "unknown language %q", lang)
		return nil, errs.Err()
	}
	data, err := fs.ReadFile(fsys, File)
	if err != nil {
		return nil, err
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(data, &doc); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if len(doc.Content) == 0 || doc.Content[0].Kind != yaml.MappingNode {
		errs.Add(text.Pos{File: path}, "", "the table is empty")
		return nil, errs.Err()
	}
	t := &Table{Lang: lang, texts: map[string]string{}}
	entries := doc.Content[0].Content
	for i := 0; i+1 < len(entries); i += 2 {
		t.add(entries[i], entries[i+1], &errs)
	}
	return t, errs.Err()
}

// add checks one entry and keeps its text in the table's language.
func (t *Table) add(key, entry *yaml.Node, errs *text.Errors) {
	pos := text.Pos{File: path, Line: key.Line, Col: key.Column}
	if _, twice := t.texts[key.Value]; twice {
		errs.Add(pos, "", "key %q is given twice", key.Value)
	}
	var byLang map[string]string
	if err := entry.Decode(&byLang); err != nil {
		errs.Add(pos, `write {de: "…", en: "…"}`, "%q is no text", key.Value)
		return
	}
	for _, lang := range languages {
		if byLang[lang] == "" {
			errs.Add(pos, "", "%q has no text in %q", key.Value, lang)
		}
	}
	for _, lang := range slices.Sorted(maps.Keys(byLang)) {
		if !slices.Contains(languages, lang) {
			errs.Add(pos, "", "%q: unknown language %q", key.Value, lang)
		}
		if slots(byLang[lang]) != slots(byLang[languages[0]]) {
			errs.Add(pos, "", "%q takes another number of arguments in %q", key.Value, lang)
		}
	}
	t.texts[key.Value] = byLang[t.Lang]
}

// slots is the number of arguments a text takes: of a plural, the most one of its forms takes.
func slots(s string) int {
	one, other, _ := strings.Cut(s, "|")
	return max(strings.Count(one, "%s"), strings.Count(other, "%s"))
}

// Has reports whether the table has a text for key.
func (t *Table) Has(key string) bool {
	_, ok := t.texts[key]
	return ok
}

// Keys returns all keys in order.
func (t *Table) Keys() []string { return slices.Sorted(maps.Keys(t.texts)) }

// T returns the text of key with each %s replaced by the next argument; whole numbers are written
// with the language's separators. A text "one|other" is a plural: the first argument, a whole
// number, decides, and a form that has one %s too few leaves it out. An unknown key comes back in
// brackets, so that it shows.
func (t *Table) T(key string, args ...any) string {
	s, ok := t.texts[key]
	if !ok {
		return "⟦" + key + "⟧"
	}
	if one, other, plural := strings.Cut(s, "|"); plural {
		s = other
		if len(args) > 0 && args[0] == 1 {
			s = one
		}
		if strings.Count(s, "%s") < len(args) {
			args = args[1:]
		}
	}
	parts := strings.Split(s, "%s")
	for i, a := range args {
		if i+1 < len(parts) {
			parts[i] += t.show(a)
		}
	}
	return strings.Join(parts, "")
}

func (t *Table) show(a any) string {
	if n, ok := a.(int); ok {
		return t.Int(n)
	}
	return fmt.Sprint(a)
}

// Route returns the word that stands in URLs for a kind of page: "articles" is "artikel" in German.
func (t *Table) Route(kind string) string { return t.T("route." + kind) }

// Int writes n with the language's thousands separator.
func (t *Table) Int(n int) string { return t.Number(strconv.Itoa(n)) }

// Number writes a decimal number ("1234.5") with the language's separators. Numbers below 10,000
// are not grouped, as is usual in print.
func (t *Table) Number(decimal string) string {
	sign, digits := "", decimal
	if rest, negative := strings.CutPrefix(decimal, "-"); negative {
		sign, digits = "−", rest
	}
	whole, fraction, hasFraction := strings.Cut(digits, ".")
	if len(whole) > 4 {
		whole = group(whole, t.T("number.group"))
	}
	if hasFraction {
		return sign + whole + t.T("number.decimal") + fraction
	}
	return sign + whole
}

// group parts the digits of s by threes from the right.
func group(s, sep string) string {
	var parts []string
	for len(s) > 3 {
		parts = append(parts, s[len(s)-3:])
		s = s[:len(s)-3]
	}
	parts = append(parts, s)
	slices.Reverse(parts)
	return strings.Join(parts, sep)
}

// scales are the powers of ten that print has words for, the greatest first.
var scales = []struct {
	zeros int
	key   string
}{{12, "number.1e12"}, {9, "number.1e9"}, {6, "number.1e6"}}

// Amount writes a decimal value with its unit: "126 Milliarden US-Dollar". Great round numbers
// take a word for their zeros. A unit the table does not know is written as it is.
func (t *Table) Amount(value, unit string) string {
	number, plural := t.scaled(value), 2
	if value == "1" {
		plural = 1
	}
	switch {
	case unit == "":
		return number
	case t.Has("unit." + unit):
		return number + "\u00a0" + t.T("unit."+unit, plural)
	}
	return number + "\u00a0" + unit
}

// scaled writes value with a word for its zeros where at most one decimal remains.
func (t *Table) scaled(value string) string {
	if strings.ContainsAny(value, ".-") {
		return t.Number(value)
	}
	for _, s := range scales {
		if len(value) <= s.zeros {
			continue
		}
		whole, rest := value[:len(value)-s.zeros], strings.TrimRight(value[len(value)-s.zeros:], "0")
		if len(rest) > 2 {
			return t.Number(value)
		}
		plural := 2
		if rest != "" {
			whole += "." + rest
		} else if whole == "1" {
			plural = 1
		}
		return t.Number(whole) + "\u00a0" + t.T(s.key, plural)
	}
	return t.Number(value)
}
