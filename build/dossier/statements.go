package dossier

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"wortlaut/build/compare/collation"
	"wortlaut/build/compare/statement"
	"wortlaut/build/read/german"
	"wortlaut/build/read/person"
	"wortlaut/build/read/quotation"
	"wortlaut/build/record"
	"wortlaut/build/text"
)

// statements groups the quotations into statements, lets the editors' records join, part and
// title them, and collates each.
func (b *assembly) statements() {
	groups := b.recorded(b.grouped())
	made := map[string]bool{}
	for _, r := range b.content.Statements {
		made[r.ID] = true
	}
	for _, g := range groups {
		if len(g.members) == 0 {
			continue
		}
		s := Statement{Status: record.Machine}
		if r := g.record; r != nil {
			s = Statement{ID: r.ID, Title: r.Title, Speaker: r.Speaker, Occasion: r.Occasion, Reference: r.Reference, Note: r.Body, Status: cmp.Or(r.Status, record.Machine), By: r.By, On: r.On}
			if r.Date != "" {
				s.Date = Date{Value: r.Date, Precision: precision(r.Date), Basis: "record", Status: s.Status}
			}
		}
		b.fill(&s, g, made)
		b.Statements = append(b.Statements, s)
	}
	slices.SortFunc(b.Statements, func(x, y Statement) int {
		return cmp.Or(compareDates(x.Date.Value, y.Date.Value), cmp.Compare(first(x), first(y)))
	})
	b.Reindex()
	b.backlink()
	b.coverage()
}

// first is the ID of the first quotation of a statement, in a title or not.
func first(s Statement) string {
	return slices.Min(append(slices.Clone(s.Quotations), s.Headings...))
}

// group is a statement before it has a name: indices into Quotations.
type group struct {
	members  []int
	record   *record.Statement
	excerpts map[int]string // what of a member belongs to the statement, where not all of it does
	parted   []int          // what the record says does not belong to it
}

// grouped joins what belongs together by the words alone. Acts of saying that are denied or still
// to come are no statements.
func (b *assembly) grouped() []*group {
	var rs []statement.Rendering
	var at []int
	for i, q := range b.Quotations {
		if q.Negated || q.Future {
			continue
		}
		a := b.Article(q.Article)
		rs = append(rs, statement.Rendering{
			Text: q.Clean, Quoted: pieces(a.Article.Text, q.Quoted), Context: q.Sentence.Of(a.Article.Text),
			Article: q.Article, Speaker: cmp.Or(q.Person, "?"+q.Article), Date: q.Date.Value, Heading: q.Heading,
		})
		at = append(at, i)
	}
	var out []*group
	for _, g := range statement.Group(rs) {
		members := make([]int, len(g))
		for k, i := range g {
			members[k] = at[i]
		}
		out = append(out, &group{members: members})
	}
	return out
}

// recorded lets the records take their quotations from the groups. What a record joins belongs to
// no group it was found in. A record keeps the rest of the group that most of its quotations come
// from, but for what it parts; parted quotations that are in no group then are one each.
func (b *assembly) recorded(found []*group) []*group {
	owned := b.owned()
	joined := map[int]bool{}
	home := map[*group]*group{} // found → owner
	for _, g := range owned {
		if h := homeOf(g.members, found, home); h != nil {
			home[h] = g
		}
		for _, i := range g.members {
			joined[i] = true
		}
	}
	var out []*group
	for _, f := range found {
		f.members = slices.DeleteFunc(f.members, func(i int) bool { return joined[i] })
		g := home[f]
		if g == nil {
			out = append(out, f)
			continue
		}
		g.members = append(g.members, slices.DeleteFunc(f.members, func(i int) bool { return slices.Contains(g.parted, i) })...)
	}
	out = append(out, owned...)
	for _, g := range owned {
		for _, i := range g.parted {
			if !slices.ContainsFunc(out, func(g *group) bool { return slices.Contains(g.members, i) }) {
				out = append(out, &group{members: []int{i}})
			}
		}
	}
	return out
}

// owned returns a group for each statement record with what it joins and parts.
func (b *assembly) owned() []*group {
	var out []*group
	for i := range b.content.Statements {
		r := &b.content.Statements[i]
		g := &group{record: r}
		g.members, g.excerpts = b.refs(r.Join, r.Pos)
		g.parted, _ = b.refs(r.Part, r.Pos)
		if len(r.Join) == 0 {
			b.errs.Add(r.Pos, "name at least one quotation under join", "statement %q has no quotation", r.ID)
		}
		if len(g.members) > 0 {
			out = append(out, g)
		}
	}
	return out
}

// homeOf returns the group that holds most of members and has no owner yet, or nil.
func homeOf(members []int, found []*group, owner map[*group]*group) *group {
	var best *group
	most := 0
	for _, f := range found {
		n := 0
		for _, i := range members {
			if slices.Contains(f.members, i) {
				n++
			}
		}
		if n > most && owner[f] == nil {
			best, most = f, n
		}
	}
	return best
}

// refs resolves references to quotations into indices and the excerpts they name; each reference
// that fails is an error.
func (b *assembly) refs(refs []record.Ref, pos text.Pos) ([]int, map[int]string) {
	var out []int
	excerpts := map[int]string{}
	for _, r := range refs {
		at := pos
		if r.Pos.Line > 0 {
			at = r.Pos
		}
		i, ok := b.ref(r, at)
		if !ok {
			continue
		}
		out = append(out, i)
		if r.Excerpt && r.Exact != "" {
			excerpts[i] = r.Exact
		}
	}
	return out, excerpts
}

func (b *assembly) ref(r record.Ref, pos text.Pos) (int, bool) {
	if r.ID != "" {
		if i, ok := b.index.quotations[r.ID]; ok {
			return i, true
		}
		b.errs.Add(pos, didYouMean(r.ID, slices.Collect(maps.Keys(b.index.quotations))), "unknown quotation %q", r.ID)
		return 0, false
	}
	a := b.Article(r.Article)
	if a == nil {
		b.errs.Add(pos, didYouMean(r.Article, b.articleIDs()), "unknown article %q", r.Article)
		return 0, false
	}
	span, ok := b.passage(a, r.Exact, pos)
	if !ok {
		return 0, false
	}
	theirs := stretch(b.Quotations, r.Article, func(q Quotation) string { return q.Article })
	if i := meant(theirs, span); i >= 0 {
		return b.index.quotations[theirs[i].ID], true
	}
	b.errs.Add(pos, "add it under quotations in the article's record first", "no quotation at %q in article %s", shorten(r.Exact), r.Article)
	return 0, false
}

func (b *assembly) articleIDs() []string {
	var ids []string
	for _, a := range b.Articles {
		ids = append(ids, a.ID)
	}
	return ids
}

// fill completes a statement from its quotations. made holds the IDs that are taken.
func (b *assembly) fill(s *Statement, g *group, made map[string]bool) {
	members := slices.Compact(slices.Sorted(slices.Values(g.members)))
	for _, i := range members {
		q := &b.Quotations[i]
		if q.Heading {
			s.Headings = append(s.Headings, q.ID)
		} else {
			s.Quotations = append(s.Quotations, q.ID)
		}
	}
	s.Speaker = cmp.Or(s.Speaker, b.Quotations[members[0]].Person)
	quotable := slices.DeleteFunc(slices.Clone(members), func(i int) bool { return !b.Article(b.Quotations[i].Article).Quotable() })
	if s.Title == "" && len(quotable) > 0 {
		s.Title = title(b.lead(quotable).Clean)
	}
	if s.Date.Value == "" {
		s.Date = b.earliestSure(members)
	}
	for n := 0; s.ID == "" || made[s.ID] && s.Status == record.Machine && s.By == ""; n++ {
		s.ID = text.Slug(cmp.Or(s.Speaker, "x")) + "-" + digest(first(*s), n)
	}
	made[s.ID] = true
	b.collate(s, g.excerpts)
	var roots []string
	for _, c := range members {
		roots = append(roots, b.Article(b.Quotations[c].Article).Roots...)
	}
	s.Roots = slices.Compact(slices.Sorted(slices.Values(roots)))
}

// lead is the rendering that stands for a statement: outside headings, verbatim before mixed
// before indirect, and of these the shortest that is a clause.
func (b *assembly) lead(members []int) *Quotation {
	rank := map[quotation.Kind]int{quotation.Direct: 0, quotation.Mixed: 1, quotation.Indirect: 2, quotation.Reported: 3}
	const clause = 5 // words
	best := slices.MinFunc(members, func(i, j int) int {
		x, y := &b.Quotations[i], &b.Quotations[j]
		nx, ny := len(strings.Fields(x.Clean)), len(strings.Fields(y.Clean))
		return cmp.Or(cmp.Compare(boolInt(x.Heading), boolInt(y.Heading)), cmp.Compare(boolInt(nx < clause), boolInt(ny < clause)),
			cmp.Compare(rank[x.Kind], rank[y.Kind]), cmp.Compare(nx, ny), cmp.Compare(i, j))
	})
	return &b.Quotations[best]
}

// titleLimit is the length of a machine's title, in runes, at which it is cut.
const titleLimit = 90

// marks are the quotation marks a title does without at its ends.
const marks = "„“”\"»«›‹‚‘’'"

// title makes a heading of a rendering: the words as printed, without outer marks and without the
// conjunction that ties the clause to its frame.
func title(s string) string {
	s = strings.Trim(s, marks)
	for _, c := range []string{"dass ", "ob "} {
		s = strings.TrimPrefix(s, c)
	}
	s = strings.TrimRight(s, " .,;:")
	r := []rune(s)
	if len(r) <= titleLimit {
		return s
	}
	cut := string(r[:titleLimit])
	return strings.TrimRight(cut[:strings.LastIndexByte(cut, ' ')+1], " ,;:–") + " …"
}

// earliestSure is the date of a statement: of its quotations' dates the most exact, a printed or
// counted day before one taken from publication, the earliest of equals.
func (b *assembly) earliestSure(members []int) Date {
	rank := map[string]int{"day": 0, "interval": 1, "month": 1, "year": 2, "unknown": 3}
	best := slices.MinFunc(members, func(i, j int) int {
		x, y := b.Quotations[i].Date, b.Quotations[j].Date
		return cmp.Or(cmp.Compare(rank[x.Precision], rank[y.Precision]),
			cmp.Compare(boolInt(strings.HasSuffix(x.Value, "~")), boolInt(strings.HasSuffix(y.Value, "~"))), compareDates(x.Value, y.Value), cmp.Compare(i, j))
	})
	return b.Quotations[best].Date
}

// collate aligns one reading per article: its renderings in text order, without those in headings
// unless it has no others.
func (b *assembly) collate(s *Statement, excerpts map[int]string) {
	ids := s.Quotations
	if len(ids) == 0 {
		ids = s.Headings
	}
	var readings []collation.Reading
	for _, id := range ids {
		q := b.Quotation(id)
		words := cmp.Or(excerpts[b.index.quotations[id]], q.Clean)
		n := len(s.Witnesses)
		if n > 0 && s.Witnesses[n-1].Article == q.Article {
			s.Witnesses[n-1].Quotations = append(s.Witnesses[n-1].Quotations, id)
			readings[n-1].Text += gap + words
			continue
		}
		s.Witnesses = append(s.Witnesses, Witness{Article: q.Article, Quotations: []string{id}})
		readings = append(readings, collation.Reading{Sigil: b.Article(q.Article).Sigil, Text: words})
	}
	s.Collation = collation.Collate(readings)
	s.Apparatus = s.Collation.Apparatus()
	s.Loose = loose(&s.Collation)
}

// agreement is the share of a reading's columns that must have a counterpart with the same words in
// another reading; below it a word table shows accidents.
const agreement = 0.35

// loose reports whether no reading of t agrees with another one in enough columns.
func loose(t *collation.Table) bool {
	if len(t.Readings) < 2 {
		return false
	}
	for w := range t.Readings {
		filled, shared := 0, 0
		for c, col := range t.Columns {
			word := german.Fold(t.Text(w, c, c+1))
			if word == "" {
				continue
			}
			filled++
			for v := range col.Cells {
				if v != w && german.Fold(t.Text(v, c, c+1)) == word {
					shared++
					break
				}
			}
		}
		if float64(shared) >= agreement*float64(filled) {
			return false
		}
	}
	return true
}

// backlink enters every statement with its quotations, articles and speaker.
func (b *assembly) backlink() {
	for i := range b.Statements {
		s := &b.Statements[i]
		for _, id := range append(slices.Clone(s.Quotations), s.Headings...) {
			q := b.Quotation(id)
			q.Statements = append(q.Statements, s.ID)
		}
		if p := b.Person(s.Speaker); p != nil {
			p.Statements = append(p.Statements, s.ID)
		}
	}
	for _, q := range b.Quotations {
		a := b.Article(q.Article)
		for _, id := range q.Statements {
			if !slices.Contains(a.Statements, id) {
				a.Statements = append(a.Statements, id)
			}
		}
		b.credit(a, &q)
	}
}

// credit enters a quotation with its speaker, its addressee and those it mentions.
func (b *assembly) credit(a *Article, q *Quotation) {
	if p := b.Person(q.Person); p != nil {
		if q.Speaker.Confidence == person.Uncertain || q.Negated || q.Future {
			p.Uncertain = append(p.Uncertain, q.ID)
		} else {
			p.Quotations = append(p.Quotations, q.ID)
		}
	}
	if p := b.Person(q.To); p != nil {
		p.Addressed = append(p.Addressed, q.ID)
	}
	for _, m := range a.Mentions {
		p := b.Person(m.Entity)
		if p == nil || p.ID == q.Person || p.Kind != person.Person {
			continue
		}
		inside := slices.ContainsFunc(q.Content, func(s text.Span) bool { return s.Contains(m.Span) })
		if inside && !slices.Contains(p.About, q.ID) {
			p.About = append(p.About, q.ID)
		}
	}
}

// forms ranks the ways an article can render a statement, the closest to the words first.
var forms = []quotation.Kind{quotation.Direct, quotation.Mixed, quotation.Indirect, quotation.Reported}

// coverage says for every statement which articles render it and which leave it out: those that
// have other words of the same speaker on the same occasion.
func (b *assembly) coverage() {
	onDay := map[string][]string{} // speaker and day → articles
	day := func(speaker string, d Date) string {
		if d.Precision != "day" {
			return ""
		}
		return speaker + " " + strings.TrimRight(d.Value, "~?%")
	}
	for _, q := range b.Quotations {
		if k := day(q.Person, q.Date); q.Person != "" && k != "" && !q.Negated && !q.Future {
			if list := onDay[k]; len(list) == 0 || list[len(list)-1] != q.Article {
				onDay[k] = append(list, q.Article)
			}
		}
	}
	for i := range b.Statements {
		s := &b.Statements[i]
		have := map[string]bool{}
		for _, id := range append(slices.Clone(s.Quotations), s.Headings...) {
			q := b.Quotation(id)
			have[q.Article] = true
		}
		for _, id := range slices.Sorted(maps.Keys(have)) {
			s.Cells = append(s.Cells, b.closest(s, id))
		}
		for _, id := range onDay[day(s.Speaker, s.Date)] {
			if !have[id] {
				s.Absent = append(s.Absent, Absence{Article: id, Kind: "omitted"})
				s.Cells = append(s.Cells, Cell{Article: id, Form: "absent"})
			}
		}
		slices.SortFunc(s.Cells, func(x, y Cell) int { return cmp.Compare(x.Article, y.Article) })
	}
}

// closest is the cell of an article that renders s: the form nearest to the words.
func (b *assembly) closest(s *Statement, article string) Cell {
	best := Cell{Article: article}
	rank := len(forms)
	for _, id := range append(slices.Clone(s.Quotations), s.Headings...) {
		q := b.Quotation(id)
		if r := slices.Index(forms, q.Kind); q.Article == article && r < rank {
			rank, best.Form, best.Quotation = r, string(q.Kind), id
		}
	}
	return best
}
