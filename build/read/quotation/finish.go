package quotation

import (
	"slices"
	"strings"

	"wortlaut/build/read/german"
	"wortlaut/build/read/person"
	"wortlaut/build/text"
)

// finish turns the drafts into quotations, links speakers to entities and makes entities of
// unnamed speakers.
func (r *reader) finish(entities []person.Entity, mentions []person.Mention) ([]Quotation, []person.Mention, []person.Entity) {
	l := linker{r: r, entities: slices.Clone(entities), mentions: slices.Clone(mentions), taken: map[string]bool{}, unnamed: map[text.Span]string{}}
	for _, e := range entities {
		l.taken[e.ID] = true
	}
	var out []Quotation
	for _, d := range r.found {
		q := Quotation{
			Label: d.label, Content: r.spansOf(d.quote), Frame: r.spansOf(d.frame), Cue: r.spansOf(d.cue), Addressee: r.spansOf(d.addressee),
			Heading: r.all[d.unit].heading, Negated: d.negated, Future: d.future,
		}
		if len(q.Content) == 0 {
			continue
		}
		q.Speaker = l.speaker(d)
		out = append(out, q)
	}
	slices.SortStableFunc(out, func(a, b Quotation) int { return text.Compare(text.Hull(a.Content), text.Hull(b.Content)) })
	out = r.mix(out)
	slices.SortFunc(l.mentions, func(a, b person.Mention) int { return text.Compare(a.Span, b.Span) })
	slices.SortFunc(l.entities, func(a, b person.Entity) int { return strings.Compare(a.ID, b.ID) })
	return out, l.mentions, l.entities
}

// mix sets each quotation's kind and folds direct fragments into the indirect clause around them.
func (r *reader) mix(in []Quotation) []Quotation {
	var out []Quotation
	for i, q := range in {
		if q.Label == LabelDirect {
			if slices.ContainsFunc(in, func(h Quotation) bool { return h.Label != LabelDirect && holds(h.Content, q.Content) }) {
				continue
			}
			q.Kind, q.Quoted = Direct, r.insideMarks(q.Content)
			out = append(out, q)
			continue
		}
		q.Kind = kindOf(q.Label)
		for j, n := range in {
			if j != i && n.Label == LabelDirect && holds(q.Content, n.Content) {
				q.Quoted = append(q.Quoted, r.insideMarks(n.Content)...)
				q.Kind = Mixed
			}
		}
		slices.SortFunc(q.Quoted, text.Compare)
		q.Quoted = slices.Compact(q.Quoted)
		out = append(out, q)
	}
	return out
}

func kindOf(l Label) Kind {
	if l == LabelReported {
		return Reported
	}
	return Indirect
}

// holds reports whether each of inner lies in one of outer.
func holds(outer, inner []text.Span) bool {
	for _, s := range inner {
		if !slices.ContainsFunc(outer, func(o text.Span) bool { return o.Contains(s) }) {
			return false
		}
	}
	return true
}

// insideMarks cuts the marks off the ends of each span.
func (r *reader) insideMarks(spans []text.Span) []text.Span {
	var out []text.Span
	for _, s := range spans {
		first, _ := slices.BinarySearchFunc(r.d.Quotes, s.Start, func(q german.Quote, at int) int { return r.d.Tokens[q.Open].Span.Start - at })
		for _, q := range r.d.Quotes[first:] {
			open, end := r.d.Tokens[q.Open].Span, r.d.Tokens[q.Close].Span
			if open.Start >= s.End {
				break
			}
			if q.Level == 0 && end.End <= s.End {
				out = append(out, text.Span{Start: open.End, End: end.Start})
			}
		}
	}
	if len(out) == 0 { // marks without counterpart
		for _, s := range spans {
			body := strings.Trim(s.Of(r.d.Text), marks+" ")
			at := s.Start + strings.Index(s.Of(r.d.Text), body)
			out = append(out, text.Span{Start: at, End: at + len(body)})
		}
	}
	return out
}

// linker finds the entities of speakers.
type linker struct {
	r        *reader
	entities []person.Entity
	mentions []person.Mention
	taken    map[string]bool
	unnamed  map[text.Span]string
}

func (l *linker) speaker(d draft) Speaker {
	s := Speaker{Spans: l.r.spansOf(d.speaker), Resolution: NoSpeaker, Confidence: person.Uncertain}
	if len(s.Spans) == 0 {
		return s
	}
	m, ok := l.mention(s.Spans[0])
	switch {
	case !ok:
		s.Resolution = ByDescription
		s.Entity = l.anonymous(d.speaker[0], s.Spans[0])
		if s.Entity != "" {
			s.Confidence = person.Probable
		}
	default:
		s.Entity, s.Confidence = m.Entity, m.Confidence
		s.Resolution = map[person.Form]Resolution{person.Name: ByName, person.Description: ByOffice, person.Pronoun: ByPronoun}[m.Form]
	}
	if m.Kind == person.Place && d.thought {
		s.Confidence = person.Uncertain // a state cannot be asked what it believes: somebody says so
	}
	if d.inferred {
		s.Resolution = Inferred
		s.Confidence = lower(s.Confidence)
	}
	if d.unclear {
		s.Confidence = person.Uncertain
	}
	return s
}

func lower(c person.Confidence) person.Confidence {
	if c == person.Certain {
		return person.Probable
	}
	return person.Uncertain
}

// mention returns the mention that names the speaker in span: a person by name first, then an
// organisation that heads the phrase, an office, a pronoun.
func (l *linker) mention(span text.Span) (person.Mention, bool) {
	best, rank := person.Mention{}, 0
	for _, m := range l.mentions {
		if !span.Contains(m.Span) {
			continue
		}
		n := 0
		switch {
		case m.Form == person.Name && m.Kind == person.Person && !l.owner(m.Span, span):
			n = 5
			if l.attached(m.Span, span) {
				n = 0
				if l.source(span) {
					n = 3
				}
			}
		case m.Form == person.Description && l.entityless(m):
			n = 3
		case m.Form == person.Description:
			n = 4
		case m.Form == person.Pronoun:
			n = 2
		case m.Kind == person.Organisation && (l.heads(m.Span, span) || l.source(span)):
			n = 2
		case m.Kind == person.Place && l.heads(m.Span, span):
			n = 1
		}
		if n > rank {
			best, rank = m, n
		}
	}
	return best, rank > 0
}

func (l *linker) entityless(m person.Mention) bool { return m.Entity == "" }

// owner reports whether a name in the genitive only owns the speaker: "Bergs Sprecher".
func (l *linker) owner(name, span text.Span) bool {
	return name.End < span.End && strings.HasSuffix(name.Of(l.r.d.Text), "s") && l.capitalAfter(name.End, span.End)
}

func (l *linker) capitalAfter(from, to int) bool {
	for _, t := range l.r.d.Tokens {
		if t.Span.Start >= from && t.Span.End <= to && t.Kind == german.Word {
			w := t.Span.Of(l.r.d.Text)
			return w != t.Lower
		}
	}
	return false
}

// attached reports whether a name only completes another noun: "die Regierung unter X", "ein
// Sprecher des Ministers X". A name behind a noun that is no office stands beside the head: "der
// Sprecher der Polizei X".
func (l *linker) attached(name, span text.Span) bool {
	r := l.r
	k := -1
	for i, t := range r.d.Tokens {
		if t.Span.Start >= name.Start {
			break
		}
		if t.Span.Start >= span.Start {
			k = i
		}
	}
	for ; k >= 0 && r.d.Tokens[k].Span.Start >= span.Start; k-- {
		low := r.d.Tokens[k].Lower
		c := german.ClassOf(low)
		switch {
		case c.Is(german.Preposition):
			return true
		case c.Is(german.Determiner):
			return r.d.Tokens[k].Span.Start > span.Start && r.capital(k-1)
		case r.adjective(k), r.capital(k) && person.Human(r.d.Word(k)), low == "dr.", low == "prof.":
		default:
			return false
		}
	}
	return false
}

// source reports whether the head of a phrase is a noun of speech: "Angaben der Polizei".
func (l *linker) source(span text.Span) bool {
	for _, t := range l.r.d.Tokens {
		if t.Span.Start < span.Start || t.Kind != german.Word || german.FunctionWord(t.Lower) {
			continue
		}
		if t.Span.Start >= span.End {
			return false
		}
		if w := t.Span.Of(l.r.d.Text); w != t.Lower {
			_, ok := cues.nouns[t.Lower]
			return ok
		}
	}
	return false
}

// heads reports whether m is the phrase itself but for a determiner.
func (l *linker) heads(m, span text.Span) bool {
	before := strings.TrimSpace(l.r.d.Text[span.Start:m.Start])
	return !strings.Contains(before, " ") && (before == "" || before == strings.ToLower(before) || german.FunctionWord(strings.ToLower(before)))
}

// anonymous makes an entity of a speaker without name: "ein ranghoher General", "Beobachter".
func (l *linker) anonymous(p part, span text.Span) string {
	if id, ok := l.unnamed[span]; ok {
		return id
	}
	low := l.r.d.Tokens[p.first].Lower
	if pronoun(low) && p.last == p.first+1 {
		return ""
	}
	if german.ClassOf(low).Is(german.Article) && !strings.HasPrefix(low, "ein") || german.ClassOf(low).Is(german.Possessive) {
		return "" // a definite description somebody could be found for
	}
	if word := l.r.d.Word(p.first); l.r.capital(p.first) && person.Singular(word) {
		return "" // an office without article, "Generalsekretär der UNO", is definite too
	}
	if !l.somebody(p) {
		return ""
	}
	name := strings.Join(strings.Fields(span.Of(l.r.d.Text)), " ")
	id := person.Unique(l.taken, name)
	l.unnamed[span] = id
	l.entities = append(l.entities, person.Entity{ID: id, Name: name, Names: []string{name}, Kind: person.Unnamed})
	l.mentions = append(l.mentions, person.Mention{Span: span, Entity: id, Kind: person.Unnamed, Form: person.Description, Confidence: person.Probable})
	return id
}

// somebody reports whether the head of a noun phrase is a word for people.
func (l *linker) somebody(p part) bool {
	for i := p.first; i < p.last; i++ {
		if l.r.capital(i) && l.r.d.Tokens[i].Kind == german.Word && !german.FunctionWord(l.r.d.Tokens[i].Lower) && !l.r.adjective(i) {
			return person.Human(l.r.d.Word(i))
		}
	}
	return false
}

// Row is a quotation as the corpus has it: fragments in marks are rows of their own.
type Row struct {
	Type      Label
	Quote     []text.Span
	Speaker   []text.Span
	Cue       []text.Span
	Frame     []text.Span
	Addressee []text.Span
}

// Corpus returns quotations of doc as rows with the labels and spans of the corpus: mixed ones
// become their clause and one direct row, with its marks, for each verbatim fragment.
func Corpus(doc string, quotations []Quotation) []Row {
	var out []Row
	for _, q := range quotations {
		row := Row{Type: q.Label, Quote: q.Content, Speaker: q.Speaker.Spans, Cue: q.Cue, Frame: q.Frame, Addressee: q.Addressee}
		if q.Label == LabelReported || q.Label == LabelFree || q.Label == LabelFreeIndirect {
			row.Cue, row.Frame, row.Addressee = nil, nil, nil
		}
		out = append(out, row)
		if q.Kind != Mixed {
			continue
		}
		for _, s := range q.Quoted {
			n := row
			n.Type, n.Quote = LabelDirect, []text.Span{withMarks(doc, s)}
			n.Cue, n.Frame, n.Addressee = q.Cue, q.Frame, q.Addressee
			out = append(out, n)
		}
	}
	return out
}

// marks are the characters quotation marks are made of, in any convention.
const marks = "„“”‟\"＂'`´»«‚‘’‛›‹"

// withMarks widens s by the marks around it.
func withMarks(doc string, s text.Span) text.Span {
	before, after := strings.TrimRight(doc[:s.Start], " "), strings.TrimLeft(doc[s.End:], " ")
	if b := strings.TrimRight(before, marks); b != before {
		s.Start = len(b)
	} else if b, ok := strings.CutSuffix(before, ",,"); ok {
		s.Start = len(b)
	}
	if a := strings.TrimLeft(after, marks); a != after {
		s.End = len(doc) - len(a)
	}
	return s
}
