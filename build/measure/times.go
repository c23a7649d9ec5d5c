package measure

import (
	"cmp"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"wortlaut/build/read/timex"
	"wortlaut/build/text"
)

// agreement counts pairs of expressions, and in how many of them type and value agree.
type agreement struct {
	pairs, typ, value int
	canon             int // the value after canon
}

func (a *agreement) add(g, p Expression) {
	a.pairs++
	if g.Type == p.Type {
		a.typ++
	}
	if g.Value == p.Value {
		a.value++
	}
	if canon(g.Value) == canon(p.Value) {
		a.canon++
	}
}

func (a agreement) plus(o agreement) agreement {
	return agreement{a.pairs + o.pairs, a.typ + o.typ, a.value + o.value, a.canon + o.canon}
}

// TimeCounts are the counts of a text or of many.
type TimeCounts struct {
	Gold, Predicted   int
	strict, relaxed   agreement
	touched, touching int // gold expressions some prediction overlaps, and the other way round
}

func (c TimeCounts) plus(o TimeCounts) TimeCounts {
	return TimeCounts{c.Gold + o.Gold, c.Predicted + o.Predicted, c.strict.plus(o.strict), c.relaxed.plus(o.relaxed), c.touched + o.touched, c.touching + o.touching}
}

// TimeScores are the scores of TempEval-3, micro averages over all texts. Strict: the spans are
// equal. Relaxed: they overlap, one to one, equal ones first, then by the bytes they share. Any:
// relaxed without one to one. Type and value count a pair only where the attribute agrees as well;
// the value exactly, or (~) after differences of spelling are removed. Accuracies are the share of
// pairs whose value agrees.
type TimeScores struct {
	Strict, Relaxed, Any            Score
	StrictType, RelaxedType         Score
	StrictValue, RelaxedValue       Score
	StrictCanon, RelaxedCanon       Score
	StrictAccuracy, RelaxedAccuracy float64
}

// Scores returns the scores of c.
func (c TimeCounts) Scores() TimeScores {
	of := func(n int) Score { return score(n, c.Predicted, n, c.Gold) }
	return TimeScores{
		of(c.strict.pairs), of(c.relaxed.pairs), score(c.touching, c.Predicted, c.touched, c.Gold),
		of(c.strict.typ), of(c.relaxed.typ),
		of(c.strict.value), of(c.relaxed.value),
		of(c.strict.canon), of(c.relaxed.canon),
		ratio(c.strict.value, c.strict.pairs), ratio(c.relaxed.value, c.relaxed.pairs),
	}
}

// rows names the scores in the order of the tables.
func (s TimeScores) rows() []timeRow {
	return []timeRow{
		{"strict", s.Strict}, {"relaxed", s.Relaxed}, {"any", s.Any},
		{"strict type", s.StrictType}, {"relaxed type", s.RelaxedType},
		{"strict value", s.StrictValue}, {"relaxed value", s.RelaxedValue},
		{"strict value~", s.StrictCanon}, {"relaxed value~", s.RelaxedCanon},
	}
}

type timeRow struct {
	name string
	Score
}

var (
	clockRe  = regexp.MustCompile(`T(\d\d?)[.:](\d\d)`)
	secondRe = regexp.MustCompile(`(T\d\d:\d\d):00$`)
	hourRe   = regexp.MustCompile(`(^|\d|X)T(\d\d?)$`)
)

// canon removes differences of spelling from a value: blanks, case, "_" for "-", T20.30 for T20:30,
// T20 for T20:00, and full minutes' seconds. The corpus itself has both spellings.
func canon(value string) string {
	v := strings.ReplaceAll(strings.ToUpper(strings.Join(strings.Fields(value), "")), "_", "-")
	if !strings.Contains(v, "T") {
		return v
	}
	v = clockRe.ReplaceAllStringFunc(v, func(s string) string {
		m := clockRe.FindStringSubmatch(s)
		return "T" + twoDigits(m[1]) + ":" + m[2]
	})
	v = secondRe.ReplaceAllString(v, "$1")
	return hourRe.ReplaceAllStringFunc(v, func(s string) string {
		m := hourRe.FindStringSubmatch(s)
		return m[1] + "T" + twoDigits(m[2]) + ":00"
	})
}

func twoDigits(s string) string {
	n, err := strconv.Atoi(s)
	if err != nil {
		return s
	}
	return fmt.Sprintf("%02d", n)
}

func shared(a, b text.Span) int { return min(a.End, b.End) - max(a.Start, b.Start) }

// matchTimes returns the prediction each gold expression is paired with, -1 for none: equal spans
// first, then by the bytes they share, then by place.
func matchTimes(gold, predicted []Expression) []int {
	at := map[text.Span]int{}
	for j, p := range predicted {
		at[p.Span] = j
	}
	out, taken := none(len(gold)), make([]bool, len(predicted))
	for i, g := range gold {
		if j, ok := at[g.Span]; ok {
			out[i], taken[j] = j, true
		}
	}
	type candidate struct{ bytes, gold, predicted int }
	var list []candidate
	for i, g := range gold {
		for j, p := range predicted {
			if n := shared(g.Span, p.Span); n > 0 && out[i] < 0 && !taken[j] {
				list = append(list, candidate{n, i, j})
			}
		}
	}
	slices.SortStableFunc(list, func(a, b candidate) int { return cmp.Compare(b.bytes, a.bytes) })
	for _, c := range list {
		if out[c.gold] < 0 && !taken[c.predicted] {
			out[c.gold], taken[c.predicted] = c.predicted, true
		}
	}
	return out
}

// CountTimes counts the expressions of one text; both lists are by place.
func CountTimes(gold, predicted []Expression) TimeCounts {
	c := TimeCounts{Gold: len(gold), Predicted: len(predicted)}
	for i, j := range matchTimes(gold, predicted) {
		if j < 0 {
			continue
		}
		c.relaxed.add(gold[i], predicted[j])
		if gold[i].Span == predicted[j].Span {
			c.strict.add(gold[i], predicted[j])
		}
	}
	touches := func(list []Expression) func(Expression) bool {
		return func(e Expression) bool {
			return slices.ContainsFunc(list, func(o Expression) bool { return shared(e.Span, o.Span) > 0 })
		}
	}
	c.touched = number(gold, touches(predicted))
	c.touching = number(predicted, touches(gold))
	return c
}

// number is how many of list are so.
func number[T any](list []T, so func(T) bool) int {
	n := 0
	for _, x := range list {
		if so(x) {
			n++
		}
	}
	return n
}

// Times scores what was read in texts.
func Times(texts []TimeText) TimeCounts {
	var sum TimeCounts
	for _, c := range perText(texts) {
		sum = sum.plus(c)
	}
	return sum
}

func perText(texts []TimeText) []TimeCounts {
	out := make([]TimeCounts, len(texts))
	for i, t := range texts {
		out[i] = CountTimes(t.Gold, t.Predicted)
	}
	return out
}

// Group is how the gold expressions of one class were found.
type Group struct {
	Name            string
	Gold            int
	Strict, Relaxed int
	Type, Canon     int // of the relaxed pairs, type and value~ agree
	StrictCanon     int
}

// TimeGroups counts the gold expressions of each class, the most frequent first, then in order of appearance.
func TimeGroups(texts []TimeText, class func(Expression) string) []Group {
	var out []Group
	for _, t := range texts {
		for i, j := range matchTimes(t.Gold, t.Predicted) {
			name := class(t.Gold[i])
			k := slices.IndexFunc(out, func(g Group) bool { return g.Name == name })
			if k < 0 {
				k, out = len(out), append(out, Group{Name: name})
			}
			out[k].Gold++
			if j >= 0 {
				out[k].found(t.Gold[i], t.Predicted[j])
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Group) int { return cmp.Compare(b.Gold, a.Gold) })
	return out
}

func (o *Group) found(g, p Expression) {
	o.Relaxed++
	same := canon(g.Value) == canon(p.Value)
	if g.Type == p.Type {
		o.Type++
	}
	if same {
		o.Canon++
	}
	if g.Span == p.Span {
		o.Strict++
		if same {
			o.StrictCanon++
		}
	}
}

// TimeType is the class of a gold expression by its TIMEX3 type.
func TimeType(e Expression) string { return string(e.Type) }

var (
	dayRe    = regexp.MustCompile(`^[\dX]{4}-[\dX]{2}-[\dX]{2}$`)
	monthRe  = regexp.MustCompile(`^[\dX]{4}-[\dX]{2}$`)
	weekRe   = regexp.MustCompile(`^[\dX]{4}-W`)
	yearRe   = regexp.MustCompile(`^[\dX]{4}$`)
	decadeRe = regexp.MustCompile(`^[\dX]{2,3}X*$`)
	seasonRe = regexp.MustCompile(`^[\dX]{4}-(SP|SU|FA|WI|Q|H)`)
	refRe    = regexp.MustCompile(`^(PRESENT|PAST|FUTURE)-REF$`)
	partRe   = regexp.MustCompile(`T(MO|MI|AF|EV|NI|DT)`)
)

// TimeClass is the class of a gold expression by the shape of its value: the unit of a date, clock or
// part of day, counted or open duration, set.
func TimeClass(e Expression) string {
	v := canon(e.Value)
	switch {
	case e.Type == timex.Set:
		return "set"
	case e.Type == timex.Duration && strings.Contains(v, "X"):
		return "duration, open"
	case e.Type == timex.Duration:
		return "duration, counted"
	case e.Type == timex.Time && partRe.MatchString(v):
		return "part of day"
	case e.Type == timex.Time:
		return "clock"
	case refRe.MatchString(v):
		return "vague"
	case dayRe.MatchString(v):
		return "day"
	case weekRe.MatchString(v):
		return "week"
	case seasonRe.MatchString(v):
		return "season, quarter, half-year"
	case monthRe.MatchString(v):
		return "month"
	case yearRe.MatchString(v) && !strings.HasSuffix(v, "X"):
		return "year"
	case decadeRe.MatchString(v):
		return "decade, century"
	}
	return "other date"
}

func tenth(x float64) string { return fmt.Sprintf("%5.1f", 100*x) }

// Print writes the scores under a title.
func (c TimeCounts) Print(w io.Writer, title string) {
	s := c.Scores()
	fmt.Fprintf(w, "%s: %d gold, %d predicted\n", title, c.Gold, c.Predicted)
	for _, r := range s.rows() {
		fmt.Fprintf(w, "  %-15s P %s  R %s  F1 %s\n", r.name, tenth(r.P), tenth(r.R), tenth(r.F1))
	}
	fmt.Fprintf(w, "  value accuracy  strict pairs %s  relaxed pairs %s\n", tenth(s.StrictAccuracy), tenth(s.RelaxedAccuracy))
}

// PrintTimes writes the scores of all texts, of each subset, and the classes of gold expressions.
func PrintTimes(w io.Writer, texts []TimeText) {
	Times(texts).Print(w, fmt.Sprintf("all (%d documents)", len(texts)))
	var subsets []string
	for _, t := range texts {
		subsets = append(subsets, t.Subset)
	}
	slices.Sort(subsets)
	for _, s := range slices.Compact(subsets) {
		Times(slices.DeleteFunc(slices.Clone(texts), func(t TimeText) bool { return t.Subset != s })).Print(w, s)
	}
	printGroups(w, "type", TimeGroups(texts, TimeType))
	printGroups(w, "class", TimeGroups(texts, TimeClass))
}

func printGroups(w io.Writer, by string, groups []Group) {
	fmt.Fprintf(w, "by %s of the gold expression (found = recall):\n", by)
	fmt.Fprintf(w, "  %-28s %5s %8s %8s %8s %8s %8s\n", "", "gold", "strict", "relaxed", "type ok", "value~", "strict+v")
	for _, g := range groups {
		fmt.Fprintf(w, "  %-28s %5d", g.Name, g.Gold)
		for _, n := range []int{g.Strict, g.Relaxed, g.Type, g.Canon, g.StrictCanon} {
			fmt.Fprintf(w, "   %s ", tenth(ratio(n, g.Gold)))
		}
		fmt.Fprintln(w)
	}
}

// PrintTimeErrors writes at most n errors of each kind on expressions of the TIMEX3 type, of all if it is "".
func PrintTimeErrors(w io.Writer, texts []TimeText, n int, typ timex.Type) {
	kinds := []string{"missed", "spurious", "extent", "value"}
	list := map[string][]string{}
	for i := range texts {
		texts[i].errors(typ, func(kind, format string, args ...any) {
			list[kind] = append(list[kind], fmt.Sprintf(format, args...))
		})
	}
	for _, k := range kinds {
		fmt.Fprintf(w, "--- %s (%d)\n", k, len(list[k]))
		for _, line := range list[k][:min(n, len(list[k]))] {
			fmt.Fprintf(w, "    %s\n", line)
		}
	}
}

func (t *TimeText) errors(typ timex.Type, report func(kind, format string, args ...any)) {
	paired := make([]bool, len(t.Predicted))
	for i, j := range matchTimes(t.Gold, t.Predicted) {
		if j >= 0 {
			paired[j] = true
		}
		g := t.Gold[i]
		if typ != "" && g.Type != typ {
			continue
		}
		if j < 0 {
			report("missed", "%s %s=%s  %s", t.Date, g.Type, g.Value, t.context(g.Span))
			continue
		}
		p := t.Predicted[j]
		if p.Span != g.Span {
			report("extent", "gold [%s] pred [%s]  %s", g.Span.Of(t.Body), p.Span.Of(t.Body), t.ID)
		}
		if canon(p.Value) != canon(g.Value) {
			report("value", "%s gold %s=%s pred %s=%s  %s", t.Date, g.Type, g.Value, p.Type, p.Value, t.context(g.Span))
		}
	}
	for j, p := range t.Predicted {
		if !paired[j] && (typ == "" || p.Type == typ) {
			report("spurious", "%s=%s  %s", p.Type, p.Value, t.context(p.Span))
		}
	}
}

// context shows what stands around s, on one line.
func (t *TimeText) context(s text.Span) string {
	show := func(s string) string { return strings.ReplaceAll(strings.ToValidUTF8(s, ""), "\n", " ") }
	before, after := t.Body[max(0, s.Start-60):s.Start], t.Body[s.End:min(len(t.Body), s.End+40)]
	return fmt.Sprintf("…%s[%s]%s…", show(before), s.Of(t.Body), show(after))
}
