package export

import (
	"wortlaut/build/dossier"
	"wortlaut/build/text"
)

// timeRow is one element of times.json.
type timeRow struct {
	Article  string    `json:"article"`
	Span     text.Span `json:"span"`
	Type     string    `json:"type"`
	Value    string    `json:"value"`
	Resolved string    `json:"resolved"`
	Basis    string    `json:"basis"`
}

func (e exporter) time(t *dossier.Time) timeRow {
	return timeRow{
		Article: t.Article, Span: e.seed(t.Article, t.Span), Type: string(t.Type),
		Value: t.Value, Resolved: t.Resolved, Basis: string(t.Basis),
	}
}

// eventRow is one element of timeline.json.
type eventRow struct {
	ID        string       `json:"id"`
	Date      string       `json:"date"`
	Precision string       `json:"precision"`
	Text      string       `json:"text"`
	Kind      string       `json:"kind"`
	Articles  []string     `json:"articles"`
	Spans     []passageRow `json:"spans"`
	Status    string       `json:"status"`
}

type passageRow struct {
	Article string    `json:"article"`
	Span    text.Span `json:"span"`
}

func (e exporter) event(ev *dossier.Event) eventRow {
	row := eventRow{
		ID: ev.ID, Date: ev.Date.Value, Precision: ev.Date.Precision, Text: ev.Title, Kind: string(ev.Kind),
		Articles: list(ev.Articles), Spans: []passageRow{}, Status: string(ev.Status),
	}
	for _, s := range ev.Sentences {
		row.Spans = append(row.Spans, passageRow{Article: s.Article, Span: e.seed(s.Article, s.Span)})
		if row.Text == "" && e.Article(s.Article).Full() {
			row.Text = s.Span.Of(e.Article(s.Article).Article.Text)
		}
	}
	return row
}

// numberRow is one element of numbers.json.
type numberRow struct {
	ID           string    `json:"id"`
	Article      string    `json:"article"`
	Span         text.Span `json:"span"`
	Value        string    `json:"value"`
	Unit         string    `json:"unit"`
	Approx       string    `json:"approx"`
	Counts       string    `json:"counts"`
	AttributedTo string    `json:"attributed_to"`
}

func (e exporter) number(n *dossier.Number) numberRow {
	row := numberRow{
		ID: n.ID, Article: n.Article, Span: e.seed(n.Article, n.Span), Value: n.Value, Unit: n.Unit,
		Approx: string(n.Approx), AttributedTo: n.Person,
	}
	if e.Article(n.Article).Full() || e.Article(n.Article).Quotable() && n.Quotation != "" {
		row.Counts = n.Counts
	}
	return row
}

// conflictRow is one element of conflicts.json.
type conflictRow struct {
	ID      string   `json:"id"`
	Kind    string   `json:"kind"`
	Numbers []string `json:"numbers"`
	Note    string   `json:"note"`
}

func (e exporter) conflict(c *dossier.Conflict) conflictRow {
	return conflictRow{ID: c.ID, Kind: c.Kind, Numbers: list(c.Numbers), Note: c.Note}
}
