package export

import (
	"wortlaut/build/dossier"
	"wortlaut/build/text"
)

// personRow is one element of persons.json.
type personRow struct {
	ID       string       `json:"id"`
	Name     string       `json:"name"`
	Names    []string     `json:"names"`
	Kind     string       `json:"kind"`
	Roles    []roleRow    `json:"roles"`
	Mentions []mentionRow `json:"mentions"`
}

type roleRow struct {
	Title   string `json:"title"`
	From    string `json:"from"`
	To      string `json:"to"`
	Article string `json:"article"`
}

type mentionRow struct {
	Article string    `json:"article"`
	Span    text.Span `json:"span"`
	Kind    string    `json:"kind"`
	Form    string    `json:"form"`
}

func (e exporter) person(p *dossier.Person) personRow {
	row := personRow{
		ID: p.ID, Name: p.Name, Names: []string{}, Kind: string(p.Kind),
		Roles: []roleRow{}, Mentions: []mentionRow{},
	}
	for _, n := range p.Names {
		row.Names = append(row.Names, n.Text)
	}
	for _, r := range p.Roles {
		row.Roles = append(row.Roles, roleRow{Title: r.Title, From: r.From, To: r.To})
	}
	for _, o := range p.Offices {
		row.Roles = append(row.Roles, roleRow{Title: o.Title, Article: o.Article})
	}
	for _, m := range p.Mentions {
		row.Mentions = append(row.Mentions, mentionRow{
			Article: m.Article, Span: e.seed(m.Article, m.Span), Kind: string(m.Kind), Form: string(m.Form),
		})
	}
	return row
}
