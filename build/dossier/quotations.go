package dossier

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"

	"wortlaut/build/read/article"
	"wortlaut/build/read/german"
	"wortlaut/build/read/person"
	"wortlaut/build/read/quotation"
	"wortlaut/build/read/timex"
	"wortlaut/build/record"
	"wortlaut/build/text"
)

// gap joins the pieces of a quotation that stands in several.
const gap = " … "

// quotations gives every quotation of every article its ID, context, speaker and date, and lays
// the editors' corrections over them.
func (b *assembly) quotations() {
	records := map[string]*record.Article{}
	for i := range b.content.Articles {
		records[b.content.Articles[i].Seed] = &b.content.Articles[i]
	}
	for i := range b.Articles {
		a := &b.Articles[i]
		var list []Quotation
		for _, q := range a.Analysis.Quotations {
			list = append(list, b.quotation(a, q))
		}
		if r := records[a.Article.Name]; r != nil {
			list = b.correct(a, r, list)
		}
		slices.SortStableFunc(list, func(x, y Quotation) int {
			return text.Compare(text.Hull(x.Content), text.Hull(y.Content))
		})
		list = slices.CompactFunc(list, func(x, y Quotation) bool { return x.Clean == y.Clean && x.Person == y.Person && overlapping(x, y) })
		carry(list)
		b.number(a, list)
	}
	b.Reindex()
}

// overlapping reports whether two quotations render the same place: one clause between two frames.
func overlapping(x, y Quotation) bool { return text.Hull(x.Content).Overlaps(text.Hull(y.Content)) }

// carry dates quotations without a day of their own by what the same speaker said before in the
// article: a report tells of one occasion until it names another.
func carry(list []Quotation) {
	last := map[string]Date{}
	for i := range list {
		q := &list[i]
		if q.Person == "" {
			continue
		}
		if d := q.Date; d.Precision == "day" && d.Basis != string(timex.FromDCT) || d.Phrase != "" {
			last[q.Person] = d
			continue
		}
		if d := last[q.Person]; d.Precision == "day" && q.Date.Basis == string(timex.FromDCT) {
			d.Basis, d.Inferred, d.Status = string(timex.FromText), true, record.Machine
			q.Date = d
		}
	}
}

// number gives the quotations of one article their IDs: the article's, a hyphen and six
// hexadecimal digits of what they say, so that an ID stays the same whatever else is found.
func (b *assembly) number(a *Article, list []Quotation) {
	taken := map[string]bool{}
	for _, q := range list {
		for n := 0; ; n++ {
			q.ID = a.ID + "-" + digest(q.Clean, n)
			if !taken[q.ID] {
				break
			}
		}
		taken[q.ID] = true
		if b.Info.CheckedOnly && q.Status != record.Checked {
			continue
		}
		a.Quotations = append(a.Quotations, q.ID)
		b.Quotations = append(b.Quotations, q)
	}
}

// digest is six hexadecimal digits that stand for a text; n tells equal texts apart.
func digest(s string, n int) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%d\x00%s", n, s))
	return fmt.Sprintf("%x", sum[:3])
}

// quotation sets what was found into its article: sentence, context, speaker, date.
func (b *assembly) quotation(a *Article, q quotation.Quotation) Quotation {
	out := Quotation{Quotation: q, Article: a.ID, Status: record.Machine}
	b.locate(a, &out)
	out.Person = b.person[entity{a.ID, q.Speaker.Entity}]
	out.To = addressee(a, q)
	out.Date = utterance(a, out)
	return out
}

// locate fills in the parts of q that follow from where its content stands.
func (b *assembly) locate(a *Article, q *Quotation) {
	hull := text.Hull(q.Content)
	q.Clean = pieces(a.Article.Text, q.Content)
	q.Text = a.Article.Seed(hull).Of(a.Article.Source)
	if i := a.Article.BlockAt(hull.Start); i >= 0 {
		q.Block = a.Article.Blocks[i].ID
		q.Heading = a.Article.Blocks[i].Kind != article.Paragraph
	}
	q.Sentence, q.Before, q.After = b.context(a, hull)
}

func pieces(doc string, spans []text.Span) string {
	parts := make([]string, len(spans))
	for i, s := range spans {
		parts[i] = s.Of(doc)
	}
	return strings.Join(parts, gap)
}

// context returns the sentences a span stands in and those before and after it in the same block.
func (b *assembly) context(a *Article, s text.Span) (in, before, after text.Span) {
	block := func(at text.Span) int { return a.Article.BlockAt(at.Start) }
	first, found := slices.BinarySearchFunc(a.Sentences, s.Start, func(x text.Span, at int) int { return cmp.Compare(x.End, at+1) })
	if !found && first == len(a.Sentences) {
		return s, text.Span{}, text.Span{}
	}
	last := first
	for last+1 < len(a.Sentences) && a.Sentences[last+1].Start < s.End {
		last++
	}
	in = text.Hull(a.Sentences[first : last+1])
	if first > 0 && block(a.Sentences[first-1]) == block(in) {
		before = a.Sentences[first-1]
	}
	if last+1 < len(a.Sentences) && block(a.Sentences[last+1]) == block(in) {
		after = a.Sentences[last+1]
	}
	return in, before, after
}

// addressee is the person mentioned in the addressee's phrase.
func addressee(a *Article, q quotation.Quotation) string {
	for _, m := range a.Mentions {
		if slices.ContainsFunc(q.Addressee, func(s text.Span) bool { return s.Contains(m.Span) }) {
			return m.Entity
		}
	}
	return ""
}

// utterance dates a quotation: by a day named in its own sentence outside the quoted words, else
// by the last day named before in the same block, else by publication, and then only about then.
func utterance(a *Article, q Quotation) Date {
	block := a.Article.BlockAt(q.Sentence.Start)
	var carried *timex.Timex
	for i := range a.Times {
		t := &a.Times[i]
		if t.Span.Start >= q.Sentence.End {
			break
		}
		if !dates(t) || a.Article.BlockAt(t.Span.Start) != block || said(a, t.Span) {
			continue
		}
		if q.Sentence.Contains(t.Span) {
			return dated(a, t)
		}
		carried = t
	}
	if carried != nil {
		return dated(a, carried)
	}
	if p := a.Published; p.Precision == "day" {
		return Date{Value: strings.TrimRight(p.Value, "~?%") + "~", Precision: "day", Basis: string(timex.FromDCT), Inferred: true, Status: record.Machine}
	}
	return Date{Value: a.Published.Value, Precision: a.Published.Precision, Basis: string(timex.FromDCT), Inferred: true, Status: record.Machine}
}

// dates reports whether t can date an act of saying: a day or month that lies behind, not a state
// or a span of years.
func dates(t *timex.Timex) bool {
	e, err := timex.ParseEDTF(t.Resolved)
	return err == nil && t.Resolved != "" && !t.State && (t.Type == timex.Date || t.Type == timex.Time) && !e.Open() && e.Precision() >= timex.OfMonth
}

// said reports whether a span stands inside quoted or rendered words, where it dates what they
// speak of and not the act of saying.
func said(a *Article, s text.Span) bool {
	return slices.ContainsFunc(a.Analysis.Quotations, func(q quotation.Quotation) bool {
		return q.Label != quotation.LabelReported && slices.ContainsFunc(q.Content, func(c text.Span) bool { return c.Contains(s) })
	})
}

func dated(a *Article, t *timex.Timex) Date {
	return Date{Value: t.Resolved, Precision: precision(t.Resolved), Basis: string(t.Basis), Phrase: t.Span.Of(a.Article.Text),
		Inferred: t.Basis != timex.Explicit, Status: record.Machine}
}

// correct lays an article's corrections over its quotations: exact names a passage that must occur
// once; the quotation that shares most of it is meant, and without one it is added.
func (b *assembly) correct(a *Article, r *record.Article, list []Quotation) []Quotation {
	for _, c := range r.Quotations {
		if c.Hidden != nil {
			continue // gone since articles
		}
		span, ok := b.passage(a, c.Exact, c.Pos)
		if !ok || !b.knownPerson(c.Speaker, c.Pos) {
			continue
		}
		i := meant(list, span)
		switch {
		case c.Reject && i < 0:
			b.errs.Add(c.Pos, "delete the entry", "nothing to reject: no quotation found at %q", shorten(c.Exact))
			continue
		case c.Reject:
			list = slices.Delete(list, i, i+1)
			continue
		case i < 0:
			list = append(list, b.quotation(a, added(a.Article.Text, span)))
			i = len(list) - 1
		}
		b.apply(&list[i], c)
	}
	return list
}

// added is a quotation that the machine missed and an editor names. Its kind follows from the
// quotation marks in it.
func added(doc string, span text.Span) quotation.Quotation {
	q := quotation.Quotation{Kind: quotation.Indirect, Label: quotation.LabelIndirect, Content: []text.Span{span}, Speaker: quotation.Speaker{Resolution: quotation.NoSpeaker}}
	seg := german.Segment(doc, []text.Span{span})
	for _, pair := range seg.Quotes {
		if pair.Level == 0 {
			q.Quoted = append(q.Quoted, text.Span{Start: seg.Tokens[pair.Open].Span.End, End: seg.Tokens[pair.Close].Span.Start})
			q.Kind = quotation.Mixed
		}
	}
	if n := len(q.Quoted); n == 1 && seg.Quotes[0].Open == 0 && seg.Quotes[0].Close == len(seg.Tokens)-1 {
		q.Kind, q.Label = quotation.Direct, quotation.LabelDirect
	}
	return q
}

func (b *assembly) apply(q *Quotation, c record.Quotation) {
	if c.Speaker != "" {
		q.Person = c.Speaker
		q.Speaker.Resolution = quotation.ByRecord
		q.Speaker.Confidence = person.Certain
	}
	q.Kind = quotation.Kind(cmp.Or(c.Kind, string(q.Kind)))
	q.Speaker.Confidence = person.Confidence(cmp.Or(c.Confidence, string(q.Speaker.Confidence)))
	q.Status, q.By, q.On = cmp.Or(c.Status, q.Status), c.By, c.On
	q.Why, q.Note = c.Why, c.Note
	if c.Date != "" {
		q.Date = Date{Value: c.Date, Precision: precision(c.Date), Basis: "record", Why: c.Why, Status: q.Status}
	}
}

// passage finds exact in the cleaned text of an article, or in the seed as printed. Zero or
// several places are an error at pos.
func (b *assembly) passage(a *Article, exact string, pos text.Pos) (text.Span, bool) {
	n := strings.Count(a.Article.Text, exact)
	if n == 1 {
		at := strings.Index(a.Article.Text, exact)
		return text.Span{Start: at, End: at + len(exact)}, true
	}
	if n == 0 && strings.Count(a.Article.Source, exact) == 1 {
		at := strings.Index(a.Article.Source, exact)
		return a.Article.Clean(text.Span{Start: at, End: at + len(exact)})
	}
	hint := "copy the words from the article's page, marks included"
	if n > 1 {
		hint = "add words before or after it until it occurs once"
	}
	b.errs.Add(pos, hint, "exact %q occurs %d times in seeds/%s, not once", shorten(exact), n, a.Article.Name)
	return text.Span{}, false
}

func (b *assembly) knownPerson(id string, pos text.Pos) bool {
	if id == "" || b.Person(id) != nil {
		return true
	}
	var ids []string
	for _, p := range b.Persons {
		ids = append(ids, p.ID)
	}
	b.errs.Add(pos, didYouMean(id, ids), "unknown person %q", id)
	return false
}

func didYouMean(word string, choices []string) string {
	if near := text.Nearest(word, choices); near != "" {
		return fmt.Sprintf("did you mean %q?", near)
	}
	return ""
}

// meant returns the index of the quotation that shares most bytes with span, the shortest of
// equals, or -1.
func meant(list []Quotation, span text.Span) int {
	best, most, size := -1, 0, 0
	for i, q := range list {
		shared := 0
		for _, c := range q.Content {
			shared += max(0, min(c.End, span.End)-max(c.Start, span.Start))
		}
		n := text.Hull(q.Content).Len()
		if shared > most || shared == most && best >= 0 && n < size && shared > 0 {
			best, most, size = i, shared, n
		}
	}
	return best
}

// shorten cuts a text for a message.
func shorten(s string) string {
	const limit = 60
	r := []rune(s)
	if len(r) <= limit {
		return s
	}
	return string(r[:limit]) + "…"
}
