package page

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"wortlaut/build/dossier"
	"wortlaut/build/read/person"
	"wortlaut/build/record"
)

// TestStatementIndex checks that statements stand by date and speaker, and that dates which differ
// in a sign of doubt alone keep sections of their own.
func TestStatementIndex(t *testing.T) {
	d := &dossier.Dossier{
		Persons:  []dossier.Person{{ID: "a", Name: "Ada", Kind: person.Person}, {ID: "b", Name: "Bo", Kind: person.Person}},
		Articles: []dossier.Article{{ID: "1", Sigil: "A", Hue: 1}, {ID: "2", Sigil: "B", Hue: 2}},
	}
	for i, s := range []struct{ speaker, date string }{
		{"a", "2024-05-03"}, {"b", "2024-05-03"}, {"a", "2024-05-03?"}, {"a", "2024-05-03"}, {"", ""},
	} {
		d.Statements = append(d.Statements, dossier.Statement{ID: fmt.Sprint("s", i), Title: fmt.Sprint("S", i), Speaker: s.speaker, Date: dossier.Date{Value: s.date},
			Status: record.Checked, Cells: []dossier.Cell{{Article: "1", Form: "direct", Quotation: "q"}, {Article: "2", Form: "absent"}}})
	}
	v := testView(t, d)
	page := v.statementIndex().Data.(*StatementIndex)
	var got []string
	for _, day := range page.Days {
		for _, s := range day.Speakers {
			var titles []string
			for _, line := range s.Statements {
				titles = append(titles, line.Title.Text)
				if len(line.Witnesses) != 1 || line.Witnesses[0].Form.Text != "wörtlich" {
					t.Errorf("%s has witnesses %v", line.Title.Text, line.Witnesses)
				}
			}
			got = append(got, fmt.Sprintf("%s %s: %s", day.ID, s.Speaker.Text, strings.Join(titles, " ")))
		}
	}
	want := []string{
		"a-2024-05-03 Ada: S0 S3",
		"a-2024-05-03 Bo: S1",
		"a-2024-05-03-1 Ada: S2",
		"a-0 unbekannt: S4",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestQuotationLimit checks that many quotations are counted instead of listed.
func TestQuotationLimit(t *testing.T) {
	for _, n := range []int{quotationLimit, quotationLimit + 1} {
		d := &dossier.Dossier{Articles: []dossier.Article{{ID: "1", Rights: "full"}}}
		for i := range n {
			id := fmt.Sprint("q", i)
			d.Quotations = append(d.Quotations, dossier.Quotation{ID: id, Article: "1"})
			d.Quotations[i].Kind = "direct"
			d.Articles[0].Quotations = append(d.Articles[0].Quotations, id)
		}
		v := testView(t, d)
		g := v.quotationIndex().Data.(*QuotationIndex).Groups[0]
		listed, brief := n, false
		if n > quotationLimit {
			listed, brief = 0, true
		}
		if len(g.Quotations) != listed || g.Brief != brief || !strings.HasPrefix(g.Forms, fmt.Sprint(n)) {
			t.Errorf("of %d quotations %d are listed (%q)", n, len(g.Quotations), g.Forms)
		}
	}
}

// TestPairIndex checks the matrix: both halves, pairs without a page, texts of one outlet.
func TestPairIndex(t *testing.T) {
	d := &dossier.Dossier{
		Articles: []dossier.Article{{ID: "1", Outlet: "o"}, {ID: "2", Outlet: "o"}, {ID: "3"}},
		Pairs:    []dossier.Pair{{ID: "1--3", A: "1", B: "3", Shared: []string{"s", "t"}}},
	}
	v := testView(t, d)
	page := v.pairIndex().Data.(*PairIndex)
	var got []string
	for _, r := range page.Rows {
		row := ""
		for _, c := range r.Cells {
			switch {
			case c.Self:
				row += " -"
			case c.Pair.URL != "":
				row += " [" + c.Pair.Text + "]"
			default:
				row += " " + c.Pair.Text
			}
			if c.Same {
				row += "="
			}
		}
		got = append(got, row)
	}
	if want := []string{" - 0= [2]", " 0= - 0", " [2] 0 -"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if page.Facts != "1 von 3 Paaren hat etwas gemeinsam." {
		t.Errorf("facts: %q", page.Facts)
	}
}
