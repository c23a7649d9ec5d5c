package page

import (
	"slices"
	"strings"

	"wortlaut/build/dossier"
	"wortlaut/build/read/article"
	"wortlaut/build/read/person"
	"wortlaut/build/read/timex"
	"wortlaut/build/text"
)

// noteLimit is how many other wordings a margin note shows.
const noteLimit = 3

// notes is the margin of a passage: the statements in it with the other sources' wording, and what
// is not certain about speakers and days.
func (v *view) notes(a *dossier.Article, blk article.Block, inside []*dossier.Quotation) Notes {
	var n Notes
	var seen []string
	for _, q := range inside {
		for _, id := range q.Statements {
			s := v.d.Statement(id)
			if s == nil || slices.Contains(seen, id) {
				continue
			}
			seen = append(seen, id)
			note := v.statementNote(a, s)
			if len(note.Renderings) == 0 {
				n.Alone = append(n.Alone, note.Title)
				continue
			}
			n.Statements = append(n.Statements, note)
		}
		if d, ok := v.speakerDoubt(q); ok && !slices.Contains(n.Doubts, d) {
			n.Doubts = append(n.Doubts, d)
		}
	}
	if len(n.Alone) > 0 && len(v.d.Articles) > 1 {
		n.AloneTitle = v.t.T("note.alone", len(n.Alone), a.Sigil)
	}
	n.Doubts = append(n.Doubts, v.timeDoubts(a, blk.Span)...)
	return n
}

// statementNote is a statement with what the other articles have of it.
func (v *view) statementNote(a *dossier.Article, s *dossier.Statement) StatementNote {
	note := StatementNote{Title: v.link(v.title(s), v.url.Statement(s.ID))}
	for _, w := range s.Witnesses {
		if w.Article == a.ID {
			continue
		}
		if len(note.Renderings) == noteLimit {
			note.More++
			continue
		}
		note.Renderings = append(note.Renderings, v.renderings(w.Quotations[:1])...)
	}
	var omitted []string
	for _, x := range s.Absent {
		if x.Kind == "omitted" {
			omitted = append(omitted, x.Article)
		}
	}
	if len(omitted) > 0 {
		note.Absent = v.t.T("note.absent", len(omitted), v.letters(omitted))
	}
	return note
}

// speakerDoubt says why a speaker is not certain.
func (v *view) speakerDoubt(q *dossier.Quotation) (Doubt, bool) {
	if q.Speaker.Confidence != person.Uncertain && q.Why == "" {
		return Doubt{}, false
	}
	d := Doubt{Head: v.t.T("doubt.speaker"), Text: q.Why}
	switch {
	case d.Text != "":
	case q.Person == "":
		d.Text = v.t.T("doubt.nobody")
	default:
		d.Text = v.capital(v.coded("resolution", string(q.Speaker.Resolution), v.name(q.Person))) + "."
	}
	return d, true
}

// timeDoubts says how days that the text does not print were worked out.
func (v *view) timeDoubts(a *dossier.Article, in text.Span) []Doubt {
	var out []Doubt
	for _, t := range a.Times {
		if !in.Contains(t.Span) || t.Resolved == "" || t.Basis == timex.Explicit || t.Basis == timex.None {
			continue
		}
		d := Doubt{Head: v.t.T("doubt.time"), Text: v.t.T("doubt.dated", t.Span.Of(a.Article.Text), v.t.Date(t.Resolved), v.coded("basis", string(t.Basis)))}
		if !slices.Contains(out, d) {
			out = append(out, d)
		}
	}
	return out
}

// how says how a date was worked out.
func (v *view) how(d dossier.Date) string {
	var parts []string
	if d.Phrase != "" {
		parts = append(parts, v.t.T("how.phrase", strings.Join(strings.Fields(d.Phrase), " ")))
	}
	if d.Why != "" {
		parts = append(parts, d.Why)
	} else if d.Basis == string(timex.FromDCT) && d.Phrase == "" {
		parts = append(parts, v.t.T("basis.date"))
	} else if d.Basis != "" {
		parts = append(parts, v.coded("basis", d.Basis))
	}
	return v.capital(strings.Join(parts, ": "))
}
