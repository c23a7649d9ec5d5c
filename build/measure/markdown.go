package measure

import (
	"fmt"
	"io"
	"strings"

	"wortlaut/build/read/person"
	"wortlaut/build/read/quotation"
)

// Summary is everything that was measured; what was not is nil or empty.
type Summary struct {
	Quotations *QuotationScores
	Marking    *QuotationScores // an independent marking, on its own texts
	Times      *TimeCounts
	TimeTexts  int
	Names      []NameScores
	Sentences  int // of the corpus of names
	Statements []NamedStatements
}

// NamedStatements are the scores on one file of renderings.
type NamedStatements struct {
	Name string // of the file without ending
	StatementScores
}

// Markdown writes the table of quality: a line for each thing measured, F1 in percent where nothing else is said.
func (s Summary) Markdown(w io.Writer) {
	rows := [][]string{{"what", "measured on", "Wortlaut"}}
	add := func(what, on, ours string) []string {
		rows = append(rows, []string{what, on, ours})
		return rows[len(rows)-1]
	}
	if s.Quotations != nil {
		for i, q := range quotationRows {
			on := "the same"
			if i == 0 {
				on = fmt.Sprintf("German Wikinews, %d texts (Petersen-Frey & Biemann 2024)", s.Quotations.Texts)
			}
			add(q.what, on, q.figures(s.Quotations))
		}
	}
	if s.Times != nil {
		t := s.Times.Scores()
		add("dates: strict / relaxed / value", fmt.Sprintf("KRAUTS, %d texts (Strötgen et al. 2018)", s.TimeTexts), figures(t.Strict.F1, t.Relaxed.F1, t.RelaxedValue.F1))
	}
	for i, n := range s.Names {
		on := "the same"
		if i == 0 {
			on = fmt.Sprintf("GermEval 2014, %s sentences (Benikova et al. 2014)", thousands(s.Sentences))
		}
		add("names of "+plural[n.Kind]+": strict / relaxed", on, figures(n.Strict.F1, n.Relaxed.F1))
	}
	for _, f := range s.Statements {
		add("statements joined, "+f.Name+": P / R / F1", fmt.Sprintf("WMT 2019 paraphrases, %s pairs (Freitag et al. 2020)", thousands(f.Gold)), figures(f.P, f.R, f.F1))
	}
	if s.Marking != nil {
		rows = s.marking(rows)
	}
	printTable(w, rows)
	if s.Marking != nil {
		fmt.Fprintf(w, "\nIndependent marking: %d other texts of the corpus, marked by a guideline without sight of the corpus's own annotation\nand scored in the same way. It shows how far two markings of such texts agree.\n", s.Marking.Texts)
	}
}

// marking adds the column of the independent marking.
func (s Summary) marking(rows [][]string) [][]string {
	rows[0] = append(rows[0], "independent marking")
	for i := range rows[1:] {
		cell := "–"
		if s.Quotations != nil && i < len(quotationRows) {
			cell = quotationRows[i].figures(s.Marking)
		}
		rows[i+1] = append(rows[i+1], cell)
	}
	return rows
}

// quotationRows are the lines on quotations.
var quotationRows = []struct {
	what    string
	figures func(*QuotationScores) string
}{
	{"quotations: quote / joint / type", func(s *QuotationScores) string {
		return figures(s.Official.Parts[Content].F1, s.Official.Joint.F1, s.Official.Type.F1)
	}},
	{"direct / indirect quotations", func(s *QuotationScores) string {
		return figures(s.content(quotation.LabelDirect), s.content(quotation.LabelIndirect))
	}},
	{"reported / indirect without a frame / with sollen", func(s *QuotationScores) string {
		return figures(s.content(quotation.LabelReported), s.content(quotation.LabelFreeIndirect), s.content(quotation.LabelFree))
	}},
	{"speaker / cue / frame / addressee", func(s *QuotationScores) string {
		p := s.Official.Parts
		return figures(p[Speaker].F1, p[Cue].F1, p[Frame].F1, p[Addressee].F1)
	}},
	{"speaker right on direct / indirect quotations that were found", func(s *QuotationScores) string {
		return fmt.Sprintf("%.0f %% / %.0f %%", 100*s.Direct.Accuracy(), 100*s.Indirect.Accuracy())
	}},
}

// content is the macro F1 of the contents of one type.
func (s *QuotationScores) content(label quotation.Label) float64 {
	return s.Type(label).Official.Parts[Content].F1
}

var plural = map[person.Kind]string{person.Person: "persons", person.Organisation: "organisations", person.Place: "places"}

func figures(x ...float64) string {
	out := make([]string, len(x))
	for i, v := range x {
		out[i] = fmt.Sprintf("%.1f", 100*v)
	}
	return strings.Join(out, " / ")
}

// thousands writes n with a comma before the last three digits.
func thousands(n int) string {
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%s,%03d", thousands(n/1000), n%1000)
}

func printTable(w io.Writer, rows [][]string) {
	for i, r := range rows {
		fmt.Fprintf(w, "| %s |\n", strings.Join(r, " | "))
		if i == 0 {
			fmt.Fprintln(w, strings.Repeat("|---", len(r))+"|")
		}
	}
}
