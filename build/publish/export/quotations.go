package export

import (
	"wortlaut/build/dossier"
	"wortlaut/build/record"
	"wortlaut/build/text"
)

// quotationRow is one element of quotations.json.
type quotationRow struct {
	ID        string      `json:"id"`
	Article   string      `json:"article"`
	Kind      string      `json:"kind"`
	Quoted    []text.Span `json:"quoted"`
	Content   []text.Span `json:"content"`
	Text      string      `json:"text"`
	Clean     string      `json:"clean"`
	Cue       []text.Span `json:"cue"`
	Frame     []text.Span `json:"frame"`
	Speaker   speakerRow  `json:"speaker"`
	Addressee string      `json:"addressee"`
	Date      dateRow     `json:"date"`
	Status    string      `json:"status"`
}

type speakerRow struct {
	ID         string     `json:"id"`
	Span       *text.Span `json:"span"`
	Resolution string     `json:"resolution"`
	Confidence string     `json:"confidence"`
}

type dateRow struct {
	Value string `json:"value"`
	Basis string `json:"basis"`
}

func (e exporter) quotation(q *dossier.Quotation) quotationRow {
	row := quotationRow{
		ID: q.ID, Article: q.Article, Kind: string(q.Kind),
		Quoted: e.seeds(q.Article, q.Quoted), Content: e.seeds(q.Article, q.Content),
		Cue: e.seeds(q.Article, q.Cue), Frame: e.seeds(q.Article, q.Frame),
		Speaker:   speakerRow{ID: q.Person, Resolution: string(q.Speaker.Resolution), Confidence: string(q.Speaker.Confidence)},
		Addressee: q.To, Date: dateRow{Value: q.Date.Value, Basis: q.Date.Basis}, Status: string(q.Status),
	}
	if len(q.Speaker.Spans) > 0 {
		s := e.seed(q.Article, text.Hull(q.Speaker.Spans))
		row.Speaker.Span = &s
	}
	if e.Article(q.Article).Quotable() {
		row.Clean = q.Clean
	}
	// What stands between two pieces is the article's, not the speaker's.
	if pieces := len(q.Content); pieces == 1 && e.Article(q.Article).Quotable() || pieces > 1 && e.Article(q.Article).Excerpted() {
		row.Text = e.seed(q.Article, text.Hull(q.Content)).Of(e.Article(q.Article).Article.Source)
	}
	return row
}

// statementRow is one element of statements.json.
type statementRow struct {
	ID         string        `json:"id"`
	Title      string        `json:"title"`
	Speaker    string        `json:"speaker"`
	Date       string        `json:"date"`
	Quotations []string      `json:"quotations"`
	Reference  *referenceRow `json:"reference"`
	Status     string        `json:"status"`
}

type referenceRow struct {
	Text   string `json:"text"`
	Lang   string `json:"lang"`
	Source string `json:"source"`
}

func (e exporter) statement(s *dossier.Statement) statementRow {
	return statementRow{
		ID: s.ID, Title: s.Title, Speaker: s.Speaker, Date: s.Date.Value,
		Quotations: list(s.Quotations), Reference: reference(s.Reference), Status: string(s.Status),
	}
}

func reference(r *record.Reference) *referenceRow {
	if r == nil {
		return nil
	}
	return &referenceRow{Text: r.Text, Lang: r.Lang, Source: r.Source}
}

// coverageRow is one element of coverage.json: one row of the matrix.
type coverageRow struct {
	Statement string        `json:"statement"`
	Cells     []coverageOne `json:"cells"`
}

type coverageOne struct {
	Article   string `json:"article"`
	Form      string `json:"form"`
	Quotation string `json:"quotation"`
}

func (e exporter) coverage(s *dossier.Statement) coverageRow {
	row := coverageRow{Statement: s.ID, Cells: []coverageOne{}}
	for _, c := range s.Cells {
		row.Cells = append(row.Cells, coverageOne(c))
	}
	return row
}
