package export

import (
	"wortlaut/build/dossier"
	"wortlaut/build/read/article"
	"wortlaut/build/text"
)

// articleRow is one element of articles.json.
type articleRow struct {
	ID          string      `json:"id"`
	Seed        string      `json:"seed"`
	SHA256      string      `json:"sha256"`
	Title       string      `json:"title"`
	Kicker      string      `json:"kicker"`
	Subtitle    string      `json:"subtitle"`
	Byline      string      `json:"byline"`
	Outlet      string      `json:"outlet"`
	Dateline    string      `json:"dateline"`
	Published   published   `json:"published"`
	URL         string      `json:"url"`
	Rights      string      `json:"rights"`
	Translation string      `json:"translation"`
	BasedOn     []string    `json:"based_on"`
	Words       int         `json:"words"`
	Blocks      []blockRow  `json:"blocks"`
	Defects     []defectRow `json:"defects"`
}

type published struct {
	Value     string `json:"value"`
	Precision string `json:"precision"`
	Basis     string `json:"basis"`
	Status    string `json:"status"`
}

type blockRow struct {
	ID   string    `json:"id"`
	Kind string    `json:"kind"`
	Span text.Span `json:"span"`
}

type defectRow struct {
	Kind string    `json:"kind"`
	Span text.Span `json:"span"`
	Note string    `json:"note"`
}

func (e exporter) article(a *dossier.Article) articleRow {
	row := articleRow{
		ID: a.ID, Seed: a.Article.Name, SHA256: a.Article.SHA256, Title: a.Title,
		Byline: blockText(a, article.Byline), Outlet: a.Outlet, Dateline: blockText(a, article.Dateline),
		Published: published{Value: a.Published.Value, Precision: a.Published.Precision, Basis: a.Published.Basis, Status: string(a.Published.Status)},
		URL:       a.URL, Rights: a.Rights, Translation: a.Translation, BasedOn: list(a.BasedOn), Words: a.Article.Words,
		Blocks: []blockRow{}, Defects: []defectRow{},
	}
	if e.Article(a.ID).Full() {
		row.Kicker, row.Subtitle = blockText(a, article.Kicker), blockText(a, article.Subtitle)
	}
	for _, b := range a.Article.Blocks {
		row.Blocks = append(row.Blocks, blockRow{ID: b.ID, Kind: string(b.Kind), Span: e.seed(a.ID, b.Span)})
	}
	for _, d := range a.Article.Defects {
		r := defectRow{Kind: string(d.Kind), Span: d.Span}
		if e.Article(a.ID).Full() {
			r.Note = d.Found
		}
		row.Defects = append(row.Defects, r)
	}
	return row
}

// blockText returns the cleaned text of a's first block of kind k.
func blockText(a *dossier.Article, k article.BlockKind) string {
	for _, b := range a.Article.Blocks {
		if b.Kind == k {
			return b.Span.Of(a.Article.Text)
		}
	}
	return ""
}

// outletRow is one element of outlets.json.
type outletRow struct {
	ID       string   `json:"id"`
	Name     string   `json:"name"`
	URL      string   `json:"url"`
	Country  string   `json:"country"`
	Agency   bool     `json:"agency"`
	Articles []string `json:"articles"`
	Feeds    []string `json:"feeds"`
	Roots    []string `json:"roots"`
	Status   string   `json:"status"`
}

func (e exporter) outlet(o *dossier.Outlet) outletRow {
	row := outletRow{
		ID: o.ID, Name: o.Name, URL: o.URL, Country: o.Country, Agency: o.Agency,
		Articles: list(o.Articles), Feeds: list(o.Feeds), Roots: []string{}, Status: string(o.Status),
	}
	seen := map[string]bool{}
	for _, id := range o.Articles {
		a := e.Article(id)
		if a == nil {
			continue
		}
		for _, root := range a.Roots {
			if !seen[root] {
				seen[root] = true
				row.Roots = append(row.Roots, root)
			}
		}
	}
	return row
}
