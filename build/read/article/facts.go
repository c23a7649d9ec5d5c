package article

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

var (
	dateRe = regexp.MustCompile(`\b(?:(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})|(\d{1,2})\.?\s?(\p{L}{3,9})\.?\s(\d{4})|(\d{4})-(\d{2})-(\d{2}))(?:\D|$)`)
	timeRe = regexp.MustCompile(`\b\d{1,2}[:.]\d{2}(?::\d{2})?\b`)
	// "Brüssel, Belgien", "BERLIN/MÜNCHEN", "Frankfurt am Main", "Frankfurt (Oder)".
	placeRe = `(?:(?:St\.|Bad|Den|Neu|San|New|Los) )?\p{Lu}[\p{L}'’-]+(?:(?: am| an der| de| im)? \p{Lu}[\p{L}'’-]+)?(?: \((?:Oder|Main|Saale|Spree|Havel|Eifel)\))?`
	// Place, agency in brackets or bare, date, and the mark that ends the dateline.
	prefixRe = regexp.MustCompile(`^(?:(\p{L}{2,8}) )??(` + placeRe + `(?: ?[/,] ?` + placeRe + `)*)(?: ?\(([^()]{2,40})\))?(?: ([A-Za-z]{2,8}(?:/[A-Za-z]{2,8})*))?(?:,? (?:den )?(\d{1,2}\.[^–—|]{0,20}?))? ?([–—|:-]|\. ?[–—-]|\.)[ \x{00A0}]`)
	// The same with an agency in brackets and nothing else: "Lyon (SID) Der Trainer".
	bracketRe = regexp.MustCompile(`^(?:(\p{L}{2,8}) )??(` + placeRe + `(?: ?[/,] ?` + placeRe + `)*) ?\(([^()]{2,40})\)()()()[ \x{00A0}]`)
	// What follows "Von" in a byline: names, "und", "in", agencies.
	authorRe = regexp.MustCompile(`^(?:(?:Ein |Eine )?(?:Kommentar|Analyse|Gastbeitrag|Reportage|Bericht|Interview|Essay|Kolumne|Glosse|Text|Autor|Autorin|Autoren|Fotos?)(?: und \p{Lu}\p{Ll}+)?:? )?(?:(?:[Vv]on:? |VON )(?:unserer |unserem )?(?:\p{Lu}?\p{Ll}*(?:[Rr]edakteur|[Kk]orrespondent|[Rr]eporter|[Mm]itarbeiter)(?:in|en)? )?)?(.*)$`)
	// "Autor: Meier, Anna": every word a name.
	surnameRe = regexp.MustCompile(`^(?:in|en)?: *\p{Lu}[\p{L}.'’-]*(?:[ ,;]+(?:\p{Lu}[\p{L}.'’-]*|von|van|de|und))+$`)
	nameRe    = regexp.MustCompile(`^(?:Dr\. |Prof\. )*\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’-]*|von|van|de|der|den|zu|al|el|ter))+$`)
)

// date is a full date found in a line.
type date struct {
	start, end int
	value      string // EDTF
	updated    bool
}

// dates returns the full dates of s; impossible ones are left out.
func dates(s string) []date {
	var list []date
	if !strings.ContainsAny(s, "0123456789") {
		return nil
	}
	for _, m := range dateRe.FindAllStringSubmatchIndex(s, -1) {
		group := func(n int) string {
			if m[2*n] < 0 {
				return ""
			}
			return s[m[2*n]:m[2*n+1]]
		}
		day, month, year := group(1), group(2), group(3)
		switch {
		case group(4) != "":
			day, year = group(4), group(6)
			month = strconv.Itoa(months[strings.ToLower(group(5))])
		case group(7) != "":
			year, month, day = group(7), group(8), group(9)
		}
		if v := edtf(year, month, day); v != "" {
			end := max(m[7], m[13], m[19])
			list = append(list, date{start: m[0], end: end, value: v, updated: isUpdate(s[:m[0]])})
		}
	}
	return list
}

// isUpdate reports whether the words before a date make it the date of a change.
func isUpdate(before string) bool {
	words := strings.FieldsFunc(strings.ToLower(before), func(r rune) bool { return !unicode.IsLetter(r) })
	for _, w := range words[max(0, len(words)-3):] {
		if datelineWords["updated"][w] {
			return true
		}
	}
	return false
}

// edtf joins the parts of a date, or returns "" if there is no such day.
func edtf(year, month, day string) string {
	y, err1 := strconv.Atoi(year)
	m, err2 := strconv.Atoi(month)
	d, err3 := strconv.Atoi(day)
	if err1 != nil || err2 != nil || err3 != nil {
		return ""
	}
	if len(year) == 2 {
		y += 2000
	}
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if y < 1900 || y > 2100 || t.Day() != d || int(t.Month()) != m {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", y, m, d)
}

// besideDate returns what is left of s without dates, times and the words that go with them.
func besideDate(s string) string {
	ds := dates(s)
	var rest strings.Builder
	done := 0
	for _, d := range ds {
		rest.WriteString(s[done:d.start] + " ")
		done = d.end
	}
	rest.WriteString(s[done:])
	plain := timeRe.ReplaceAllString(rest.String(), " ")
	var left []string
	for _, w := range strings.Fields(plain) {
		bare := strings.ToLower(strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) }))
		if bare == "" || datelineWords["word"][bare] || datelineWords["day"][bare] {
			continue
		}
		left = append(left, w)
	}
	return strings.Trim(strings.Join(left, " "), " ,;:|·•-–—/")
}

// dateLine reports whether s gives a date and nothing else.
func dateLine(s string) bool {
	return len(s) < 140 && strings.ContainsAny(s, "0123456789") && len(dates(s)) > 0 && besideDate(s) == ""
}

// byline reports whether s names the authors of the text; led asks for "Von" or "Autor:" in front.
func byline(s string, led bool) bool {
	if len(s) > 160 || endsSentence(s) || strings.ContainsAny(s, "„“”\"»«?!") {
		return false
	}
	hasDate := len(dates(s)) > 0
	rest := s
	if hasDate {
		rest = besideDate(s)
	}
	if names, ok := strings.CutPrefix(rest, "Autor"); ok && surnameRe.MatchString(names) {
		return true
	}
	m := authorRe.FindStringSubmatch(rest)
	if m == nil {
		return false
	}
	if len(m[1]) == len(rest) {
		return !led && hasDate && !strings.ContainsAny(s, "()") && countWords(rest) <= 8 && authors(rest, false)
	}
	return authors(m[1], true)
}

// authors reports whether s is a list of names; agencies and places may stand among them.
func authors(s string, led bool) bool {
	names := 0
	for i, part := range strings.FieldsFunc(strings.NewReplacer(" und ", ",", " mit ", ",", " in ", ",", " aus ", ",", "/", ",", "|", ",", "·", ",", " - ", ",", " – ", ",", "(", ",", ")", ",").Replace(s), func(r rune) bool { return r == ',' || r == ';' }) {
		part = strings.TrimSpace(part)
		lower := strings.ToLower(part)
		switch {
		case led && (lower == "redaktion" || lower == "der redaktion"):
			names++
		case part == "" || lower == "agenturen" || lower == "red" || lower == "material" || lower == "von":
		case agencies[lower] != "":
			names++
		case nameRe.MatchString(part) && countWords(part) <= 5:
			names++
		case i > 0 && names > 0 && isPlace(part):
		default:
			return false
		}
	}
	return names > 0 && (led || names <= 3)
}

// isPlace reports whether s is one or more known places.
func isPlace(s string) bool {
	if places[strings.ToLower(s)] {
		return true
	}
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == '/' || r == ',' })
	if len(parts) == 0 {
		return false
	}
	for _, p := range parts {
		if !places[strings.ToLower(strings.TrimSpace(p))] {
			return false
		}
	}
	return true
}

// agenciesIn returns the agencies named in s, which must consist of names, codes and little words.
func agenciesIn(s string) []string {
	var list []string
	words := strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })
	for i := range words {
		for n := 3; n > 0; n-- {
			if i+n > len(words) {
				continue
			}
			if name := agencies[strings.ToLower(strings.Join(words[i:i+n], " "))]; name != "" && !slices.Contains(list, name) {
				list = append(list, name)
			}
		}
	}
	return list
}

// code reports whether w is an editor's code: two to four small letters.
func code(w string) bool {
	n := utf8.RuneCountInString(w)
	return n >= 2 && n <= 4 && strings.IndexFunc(w, func(r rune) bool { return !unicode.IsLower(r) }) < 0
}

// signOff reports whether s signs a text: "(abc mit Agenturen)", "(dpa/afp)", "dpa/xy". Without
// brackets an agency must be named; sole tells whether s stands at the end of the whole text.
func signOff(s string, sole bool) bool {
	inner := strings.TrimSuffix(strings.TrimPrefix(s, "("), ")")
	bracket := len(inner) == len(s)-2
	if len(s) > 90 {
		return false
	}
	if len(dates(inner)) > 0 {
		inner = besideDate(inner)
	}
	if len(inner) > 60 || strings.ContainsAny(inner, "()„“”\"") || inner == "" {
		return false
	}
	strong, codes := false, 0
	for _, w := range strings.FieldsFunc(strings.TrimSuffix(inner, "."), func(r rune) bool { return r == ' ' || r == '/' || r == ',' || r == ';' || r == '+' }) {
		lower := strings.ToLower(w)
		switch {
		case agencies[lower] != "" && (bracket || len([]rune(w)) > 2):
			strong = true
		case lower == "agenturen" || lower == "agentur":
			strong = true
		case lower == "red" || lower == "red." || lower == "redaktion":
			codes++
		case lower == "mit" || lower == "und" || lower == "von" || lower == "material" || lower == "quelle:":
		case code(w):
			codes++
		default:
			return false
		}
	}
	return strong || bracket && sole && codes > 0 && codes <= 3
}

// mediaName reports whether s is a bare line that names a newspaper, a broadcaster or a site.
func mediaName(s string) bool {
	fields := strings.Fields(s)
	if len(fields) == 0 || len(fields) > 3 || strings.ContainsAny(s, ".:,;!?„“”\"()") && !domain(s) {
		return false
	}
	lower := strings.ToLower(fields[0])
	if len(fields) > 1 {
		if strings.IndexFunc(fields[len(fields)-1], unicode.IsDigit) < 0 {
			lower = strings.ToLower(fields[len(fields)-1])
		}
	}
	return upperFirst(fields[0]) && slices.ContainsFunc(mediaEnds, func(end string) bool { return strings.HasSuffix(lower, end) }) || domain(s)
}

// domain reports whether s is the address of a site.
func domain(s string) bool {
	s = strings.ToLower(s)
	return !strings.ContainsAny(s, " @") && strings.Contains(strings.Trim(s, "."), ".") &&
		slices.ContainsFunc(mediaEnds, func(end string) bool { return end[0] == '.' && strings.HasSuffix(s, end) })
}

func upperFirst(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// acronym reports whether s is a name of two to five capitals, digits allowed after the first.
func acronym(s string) bool {
	n := utf8.RuneCountInString(s)
	return n >= 2 && n <= 5 && upperFirst(s) && strings.IndexFunc(s, func(r rune) bool { return !unicode.IsUpper(r) && !unicode.IsDigit(r) }) < 0
}

// prefix is a dateline in front of the first sentence.
type prefix struct {
	end, rest int // the dateline ends at end, the sentence begins at rest
	place     string
	agency    string
	outlet    string // "KIEL taz | "
}

// datelinePrefix finds "Brüssel – ", "Berlin (dpa) - ", "BERLIN/MÜNCHEN, 12. März 2024 – ",
// "WASHINGTON taz | ", "Wien. " at the start of s. first says that no paragraph stands
// before it, titled that a title does.
func datelinePrefix(s string, first, titled bool) (prefix, bool) {
	head := s[:min(len(s), 160)]
	if !first && !strings.ContainsAny(head, "–—|-)") || !strings.ContainsAny(head, "–—|-).") {
		return prefix{}, false
	}
	m := prefixRe.FindStringSubmatchIndex(head)
	if m == nil {
		m = bracketRe.FindStringSubmatchIndex(head)
	}
	if m == nil {
		return prefix{}, false
	}
	group := func(n int) string {
		if m[2*n] < 0 {
			return ""
		}
		return head[m[2*n]:m[2*n+1]]
	}
	lead, place, paren, bare, day, end := group(1), group(2), group(3), group(4), group(5), group(6)
	p := prefix{end: len(strings.TrimRight(head[:m[1]], " \u00A0")), place: place, agency: paren + " " + bare + " " + lead}
	p.rest = m[1] + len(s[m[1]:]) - len(strings.TrimLeft(s[m[1]:], " \u00A0"))
	rest := s[p.rest:]
	if p.rest >= len(s) || startsLower(rest) || !startsWord(rest) || lead != "" && agencies[strings.ToLower(lead)] == "" {
		return prefix{}, false
	}
	known := isPlace(place) || slices.ContainsFunc(strings.FieldsFunc(place, func(r rune) bool { return r == '/' || r == ',' }), func(p string) bool { return isPlace(strings.TrimSpace(p)) })
	agency := len(agenciesIn(p.agency)) > 0
	if end == "|" && !agency {
		p.outlet = bare
	}
	dash := strings.TrimLeft(end, ". ") != ""
	switch {
	case end == ":" || end == "" && (len(agenciesIn(paren)) == 0 || !first):
		return prefix{}, false
	case agency || known && day != "" && dash:
	case bare != "" && end != "|":
		return prefix{}, false
	case known && (dash || first):
	case end == "|" && bare != "" && first:
	case titled && dash && day == "" && countWords(place) <= 2 && countWords(rest) > 6 && !smallWord[strings.ToLower(firstWord(place))]:
	case first && !dash && strings.Contains(place, "/"):
	default:
		return prefix{}, false
	}
	return p, true
}

// titleCase writes a place that is printed in capitals with small letters.
func titleCase(s string) string {
	if strings.ToUpper(s) != s {
		return s
	}
	up := true
	return strings.Map(func(r rune) rune {
		if !up {
			r = unicode.ToLower(r)
		}
		up = !unicode.IsLetter(r)
		return r
	}, s)
}
