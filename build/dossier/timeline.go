package dossier

import (
	"cmp"
	"maps"
	"slices"

	"wortlaut/build/compare/statement"
	"wortlaut/build/read/article"
	"wortlaut/build/read/german"
	"wortlaut/build/read/person"
	"wortlaut/build/read/timex"
	"wortlaut/build/record"
	"wortlaut/build/text"
)

// timeline gathers what can be dated: the editors' events, speeches, sentences that tell of a
// day, and the publication of every article.
func (b *assembly) timeline() {
	for i := range b.Articles {
		for _, t := range b.Articles[i].Times {
			b.Times = append(b.Times, Time{Article: b.Articles[i].ID, Timex: t})
		}
	}
	b.editorsEvents()
	b.speeches()
	if !b.Info.CheckedOnly {
		b.told()
	}
	for _, a := range b.Articles {
		if a.Published.Value != "" {
			b.Events = append(b.Events, Event{ID: "erschienen-" + a.ID, Date: a.Published, Kind: Published, Title: a.Title, Articles: []string{a.ID}, Roots: a.Roots, Status: a.Published.Status})
		}
	}
	order := map[EventKind]int{Happened: 0, Announced: 1, Reported: 2, Published: 3}
	slices.SortFunc(b.Events, func(x, y Event) int {
		return cmp.Or(compareDates(x.Date.Value, y.Date.Value), cmp.Compare(x.Seq, y.Seq), cmp.Compare(order[x.Kind], order[y.Kind]), cmp.Compare(x.ID, y.ID))
	})
}

func (b *assembly) editorsEvents() {
	for _, r := range b.content.Events {
		for _, id := range r.Articles {
			if b.Article(id) == nil {
				b.errs.Add(r.Pos, didYouMean(id, b.articleIDs()), "unknown article %q", id)
			}
		}
		status := cmp.Or(r.Status, record.Machine)
		e := Event{ID: r.ID, Kind: EventKind(cmp.Or(r.Kind, string(Happened))), Title: r.Title, Place: r.Place, Seq: r.Seq, Note: r.Body, Status: status,
			Date: Date{Value: r.Date, Precision: precision(r.Date), Basis: "record", Why: r.Basis, Status: status}, Articles: r.Articles}
		e.Roots = b.roots(e.Articles)
		b.Events = append(b.Events, e)
	}
}

func (b *assembly) roots(articles []string) []string {
	var roots []string
	for _, id := range articles {
		if a := b.Article(id); a != nil {
			roots = append(roots, a.Roots...)
		}
	}
	slices.Sort(roots)
	return slices.Compact(roots)
}

// speeches makes one event of all statements one person made on one day (or in one month, where
// the day is unknown). A day taken from publication alone is joined with the same day printed.
func (b *assembly) speeches() {
	type key struct{ person, date string }
	at := map[key]int{}
	for _, s := range b.Statements {
		if s.Speaker == "" || s.Date.Precision != "day" && s.Date.Precision != "month" {
			continue
		}
		k := key{s.Speaker, trimApprox(s.Date.Value)}
		i, ok := at[k]
		if !ok {
			i = len(b.Events)
			at[k] = i
			b.Events = append(b.Events, Event{ID: "rede-" + text.Slug(k.date) + "-" + k.person, Date: s.Date, Kind: Happened, Persons: []string{k.person}, Place: s.Occasion, Status: s.Status})
		}
		e := &b.Events[i]
		if e.Date.Inferred && (!s.Date.Inferred || e.Date.Basis == string(timex.FromDCT) && s.Date.Basis != e.Date.Basis) {
			e.Date = s.Date
		}
		e.Place = cmp.Or(e.Place, s.Occasion)
		e.Statements = append(e.Statements, s.ID)
		for _, id := range append(slices.Clone(s.Quotations), s.Headings...) {
			e.Articles = append(e.Articles, b.Quotation(id).Article)
		}
	}
	for _, i := range at {
		e := &b.Events[i]
		slices.Sort(e.Articles)
		e.Articles = slices.Compact(e.Articles)
		e.Roots = b.roots(e.Articles)
		if len(e.Statements) == 1 {
			e.Statement = e.Statements[0]
		}
	}
}

// trimApprox drops the marks of doubt from an EDTF date.
func trimApprox(value string) string {
	for len(value) > 0 && (value[len(value)-1] == '~' || value[len(value)-1] == '?' || value[len(value)-1] == '%') {
		value = value[:len(value)-1]
	}
	return value
}

// tale is a sentence that tells what happened at a time.
type tale struct {
	article  string
	sentence text.Span
	date     Date
	ahead    bool
}

// told makes events of sentences outside speech that hold a resolved date. Two sentences of
// different articles about one thing on one date are one event.
func (b *assembly) told() {
	var tales []tale
	var rs []statement.Rendering
	for i := range b.Articles {
		for _, t := range b.tales(&b.Articles[i]) {
			tales = append(tales, t)
			words := t.sentence.Of(b.Articles[i].Article.Text)
			rs = append(rs, statement.Rendering{Text: words, Context: words, Article: t.article, Speaker: "-", Date: t.date.Value})
		}
	}
	seen := make([]bool, len(tales))
	for _, g := range statement.Group(rs) {
		g = slices.DeleteFunc(slices.Clone(g), func(i int) bool { return seen[i] || !sameTale(tales[g[0]], tales[i]) })
		if len(g) == 0 {
			continue
		}
		t := tales[g[0]]
		e := Event{ID: "bericht-" + t.article + "-" + digest(rs[g[0]].Text, 0), Date: t.date, Kind: Happened, Status: record.Machine}
		if t.ahead {
			e.Kind = Announced
		}
		for _, i := range g {
			seen[i] = true
			e.Sentences = append(e.Sentences, Source{Article: tales[i].article, Span: tales[i].sentence})
			if !slices.Contains(e.Articles, tales[i].article) {
				e.Articles = append(e.Articles, tales[i].article)
			}
		}
		e.Persons = b.mentioned(e.Sentences)
		e.Roots = b.roots(e.Articles)
		b.Events = append(b.Events, e)
	}
}

// sameTale keeps what is ahead apart from what happened.
func sameTale(x, y tale) bool { return x.ahead == y.ahead && x.date.Value == y.date.Value }

// tales returns the sentences of an article's paragraphs that are dated outside of speech: one per
// sentence, with its most exact date.
func (b *assembly) tales(a *Article) []tale {
	best := map[int]*timex.Timex{}
	for i := range a.Times {
		t := &a.Times[i]
		blk := a.Article.BlockAt(t.Span.Start)
		if blk < 0 || a.Article.Blocks[blk].Kind != article.Paragraph || !datesEvent(t) || said(a, t.Span) {
			continue
		}
		k, ok := slices.BinarySearchFunc(a.Sentences, t.Span, func(s, x text.Span) int {
			if s.Contains(x) {
				return 0
			}
			return cmp.Compare(s.Start, x.Start)
		})
		if ok && !b.speaks(a, a.Sentences[k]) && (best[k] == nil || finer(t, best[k])) {
			best[k] = t
		}
	}
	var out []tale
	for _, k := range slices.Sorted(maps.Keys(best)) {
		s := a.Sentences[k]
		out = append(out, tale{a.ID, s, dated(a, best[k]), ahead(a, s, best[k])})
	}
	return out
}

// datesEvent reports whether t can date an event: an expression with a day, month or year of its
// own, not a state ("Grenzen von vor 2014"), not a time counted without end ("seit Monaten").
func datesEvent(t *timex.Timex) bool {
	e, err := timex.ParseEDTF(t.Resolved)
	return err == nil && t.Resolved != "" && !t.State && !e.Open() && t.Type != timex.Set
}

func finer(x, y *timex.Timex) bool {
	ex, _ := timex.ParseEDTF(x.Resolved)
	ey, _ := timex.ParseEDTF(y.Resolved)
	return ex.Precision() > ey.Precision()
}

// speaks reports whether the date of a sentence belongs to somebody's act of saying, which is an
// event of its own.
func (b *assembly) speaks(a *Article, s text.Span) bool {
	for _, q := range a.Analysis.Quotations {
		if s.Overlaps(text.Hull(append(slices.Clone(q.Content), q.Frame...))) {
			return true
		}
	}
	return false
}

// ahead reports whether a sentence tells of what is to come: in the future tense, or dated after
// publication.
func ahead(a *Article, s text.Span, t *timex.Timex) bool {
	if a.Published.Value != "" && compareDates(t.Resolved, a.Published.Value) > 0 && !overlap(t.Resolved, a.Published.Value) {
		return true
	}
	doc := german.Segment(a.Article.Text, []text.Span{s})
	return doc.Tense(0, len(doc.Tokens)) == german.Future
}

// mentioned returns the persons named in passages, by ID.
func (b *assembly) mentioned(sources []Source) []string {
	ids := map[string]bool{}
	for _, s := range sources {
		for _, m := range b.Article(s.Article).Mentions {
			if b.Person(m.Entity) != nil && m.Kind == person.Person && s.Span.Contains(m.Span) {
				ids[m.Entity] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(ids))
}
