package export

import (
	"strings"

	"wortlaut/build/compare/collation"
	"wortlaut/build/dossier"
)

// collationRow is one element of collations.json.
type collationRow struct {
	Statement string       `json:"statement"`
	Witnesses []string     `json:"witnesses"`
	Joined    [][]string   `json:"joined"`
	Columns   [][]*string  `json:"columns"`
	Variants  []variantRow `json:"variants"`
}

type variantRow struct {
	Columns [2]int `json:"columns"`
	Class   string `json:"class"`
}

// collated returns the statements that have a word table: those with at least two readings.
func collated(all []dossier.Statement) []dossier.Statement {
	var out []dossier.Statement
	for _, s := range all {
		if len(s.Collation.Readings) > 1 && len(s.Witnesses) == len(s.Collation.Readings) {
			out = append(out, s)
		}
	}
	return out
}

func (e exporter) collation(s *dossier.Statement) collationRow {
	row := collationRow{Statement: s.ID, Witnesses: []string{}, Joined: [][]string{}, Columns: [][]*string{}, Variants: []variantRow{}}
	for _, w := range s.Witnesses {
		first := ""
		if len(w.Quotations) > 0 {
			first = w.Quotations[0]
		}
		row.Witnesses = append(row.Witnesses, first)
		row.Joined = append(row.Joined, list(w.Quotations))
	}
	for _, c := range s.Collation.Columns {
		row.Columns = append(row.Columns, e.column(s, c))
	}
	for _, v := range s.Collation.Variants {
		row.Variants = append(row.Variants, variantRow{Columns: [2]int{v.From, v.To}, Class: string(v.Class)})
	}
	return row
}

// column returns each witness's token: nil where it has none, "" where its rights keep it back.
func (e exporter) column(s *dossier.Statement, c collation.Column) []*string {
	out := make([]*string, len(s.Witnesses))
	for i := range c.Cells {
		if i >= len(out) || len(c.Cells[i].Spans) == 0 {
			continue
		}
		token := ""
		if e.Article(s.Witnesses[i].Article).Quotable() {
			token = words(s.Collation.Readings[i].Text, c.Cells[i])
		}
		out[i] = &token
	}
	return out
}

func words(reading string, c collation.Cell) string {
	parts := make([]string, len(c.Spans))
	for i, s := range c.Spans {
		parts[i] = s.Of(reading)
	}
	return strings.Join(parts, " ")
}
