package page

import (
	"fmt"
	"slices"
	"testing"

	"wortlaut/build/dossier"
	"wortlaut/build/read"
	"wortlaut/build/read/article"
	"wortlaut/build/read/quotation"
)

func TestShare(t *testing.T) {
	tests := []struct{ n, whole, want int }{{0, 0, 0}, {1, 3, 33}, {2, 3, 67}, {1, 2, 50}, {1, 8, 13}, {5, 5, 100}}
	for _, tt := range tests {
		if got := share(tt.n, tt.whole); got != tt.want {
			t.Errorf("share(%d, %d) = %d, want %d", tt.n, tt.whole, got, tt.want)
		}
	}
}

// TestTallies checks what an outlet's page counts: flaws with their number, kinds with their share.
func TestTallies(t *testing.T) {
	defects := []article.Defect{{Kind: article.Blank, Count: 10}, {Kind: article.Wrap, Count: 99}, {Kind: article.Unpaired}}
	d := &dossier.Dossier{
		Articles: []dossier.Article{
			{ID: "1", Sigil: "A", Hue: 1, Translation: "machine", BasedOn: []string{"agentur"}, Roots: []string{"agentur"}, Quotations: []string{"q1", "q2"},
				Analysis: read.Analysis{Article: article.Article{Defects: defects}}},
			{ID: "2", Sigil: "B", Hue: 2, Roots: []string{"2"}, Quotations: []string{"q3"}, Analysis: read.Analysis{Article: article.Article{Defects: defects[:1]}}},
		},
		Outlets: []dossier.Outlet{{ID: "agentur", Name: "Agentur", Agency: true}},
		Quotations: []dossier.Quotation{
			{ID: "q1", Article: "1", Quotation: quotation.Quotation{Kind: quotation.Direct}},
			{ID: "q2", Article: "1", Quotation: quotation.Quotation{Kind: quotation.Indirect}},
			{ID: "q3", Article: "2", Quotation: quotation.Quotation{Kind: quotation.Indirect}},
		},
	}
	v := testView(t, d)
	show := func(list []Tally) (out []string) {
		for _, x := range list {
			s := fmt.Sprintf("%s %d", x.What.Text, x.Count)
			if x.Percent > 0 {
				s += fmt.Sprintf(" %d%%", x.Percent)
			}
			for _, g := range x.Sigils {
				s += " " + g.Letter
			}
			out = append(out, s)
		}
		return out
	}
	both := []string{"1", "2"}
	for _, tt := range []struct {
		name      string
		got, want []string
	}{
		{"habits", show(v.habits(both)), []string{"Leerzeichen am falschen Ort 20 A B", "Maschinell übersetzter Text 1 A", "Anführungszeichen ohne Gegenstück 1 A"}},
		{"upstream", show(v.upstream(both)), []string{"Agentur 1 A"}},
		{"roots", show(v.roots(both)), []string{"eigener Text 1 B", "Agentur 1 A"}},
		{"forms", show(v.shares(both)), []string{"wörtlich 1 33% A", "teils wörtlich 0", "indirekt 2 67% A B", "sinngemäß 0"}},
		{"unknown article", show(v.habits([]string{"3"})), nil},
	} {
		if !slices.Equal(tt.got, tt.want) {
			t.Errorf("%s: got %q, want %q", tt.name, tt.got, tt.want)
		}
	}
}

// TestDefectTexts checks that every kind of flaw an outlet's page can count has a name.
func TestDefectTexts(t *testing.T) {
	v := testView(t, &dossier.Dossier{})
	for _, k := range []article.DefectKind{article.TornLine, article.Blank, article.Markup, article.Unpaired, article.Removed, article.Foreign, article.Inserted, article.Hyphen, article.Control, article.GluedHyphen} {
		if key := "outl.defect." + string(k); !v.t.Has(key) {
			t.Errorf("no text %q", key)
		}
	}
}
