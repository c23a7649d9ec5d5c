package main

import (
	"embed"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"wortlaut/build/dossier"
	"wortlaut/build/measure"
	"wortlaut/build/read"
	"wortlaut/build/read/article"
	"wortlaut/build/read/person"
	"wortlaut/build/read/quotation"
	"wortlaut/build/read/timex"
	"wortlaut/build/record"
)

func heading(w io.Writer, what, where string) { fmt.Fprintf(w, "== %s: %s\n", what, where) }

func (opt options) quotations(w io.Writer, sum *measure.Summary) error {
	texts, err := measure.ReadTexts(os.DirFS(opt.quotes))
	if err != nil {
		return err
	}
	roster := person.NewRoster(nil)
	for i := range texts {
		t := &texts[i]
		r, err := measure.Read(t.Name, t.Body, "", roster)
		if err != nil {
			return err
		}
		t.Predict(r.Quotations)
	}
	scores := measure.Quotations(texts)
	sum.Quotations = &scores
	heading(w, "quotations", opt.quotes)
	scores.Print(w)
	if opt.errors > 0 {
		fmt.Fprintln(w)
		measure.PrintQuotationErrors(w, texts, opt.errors, quotation.Label(opt.kind))
	}
	fmt.Fprintln(w)
	return nil
}

// independent scores a marking made by a reader.
func (opt options) independent(w io.Writer, sum *measure.Summary) error {
	texts, err := measure.ReadTexts(os.DirFS(opt.marked))
	if err != nil {
		return err
	}
	if texts, err = measure.Marked(os.DirFS(opt.marking), texts); err != nil {
		return err
	}
	scores := measure.Quotations(texts)
	sum.Marking = &scores
	heading(w, "independent marking of quotations", opt.marking)
	scores.Print(w)
	fmt.Fprintln(w)
	return nil
}

func (opt options) expressions(w io.Writer, sum *measure.Summary) error {
	texts, err := measure.ReadTimes(os.DirFS(opt.times))
	if err != nil {
		return err
	}
	roster := person.NewRoster(nil)
	for i := range texts {
		t := &texts[i]
		r, err := measure.Read(t.ID, t.Body, t.Date, roster)
		if err != nil {
			return err
		}
		t.Predict(r.Times)
	}
	counts := measure.Times(texts)
	sum.Times, sum.TimeTexts = &counts, len(texts)
	heading(w, "times", opt.times)
	measure.PrintTimes(w, texts)
	if opt.ci || opt.vs != "" {
		other, err := opt.other(texts)
		if err != nil {
			return err
		}
		measure.PrintTimeIntervals(w, texts, other)
	}
	if opt.errors > 0 {
		measure.PrintTimeErrors(w, texts, opt.errors, timex.Type(opt.kind))
	}
	fmt.Fprintln(w)
	return nil
}

// other returns the expressions to compare with, nil if none were named.
func (opt options) other(texts []measure.TimeText) ([][]measure.Expression, error) {
	if opt.vs == "" {
		return nil, nil
	}
	f, err := os.Open(opt.vs)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return measure.ReadTimePredictions(opt.vs, f, texts)
}

func (opt options) persons(w io.Writer, sum *measure.Summary) error {
	data, err := os.ReadFile(opt.names)
	if err != nil {
		return err
	}
	sentences, err := measure.ParseNames(opt.names, string(data))
	if err != nil {
		return err
	}
	roster := person.NewRoster(nil)
	for i := range sentences {
		s := &sentences[i]
		r, err := measure.Read(fmt.Sprintf("%05d.txt", i), s.Text+"\n", "", roster)
		if err != nil {
			return err
		}
		s.Predicted = r.Names
	}
	sum.Names, sum.Sentences = measure.Names(sentences), len(sentences)
	heading(w, "names", opt.names)
	measure.PrintNames(w, sum.Names)
	if opt.errors > 0 {
		measure.PrintNameErrors(w, sentences, opt.errors, person.Kind(opt.kind))
	}
	fmt.Fprintln(w)
	return nil
}

func (opt options) joined(w io.Writer, sum *measure.Summary) error {
	for _, file := range opt.statements {
		data, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		list, err := measure.ParseRenderings(file, string(data))
		if err != nil {
			return err
		}
		found, groups, err := assemble(measure.Seeds(list))
		if err != nil {
			return err
		}
		scores := measure.Statements(list, found, groups)
		name := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
		sum.Statements = append(sum.Statements, measure.NamedStatements{Name: name, StatementScores: scores})
		heading(w, "statements", file)
		scores.Print(w)
		fmt.Fprintln(w)
	}
	return nil
}

// assemble builds the dossier of made texts, as cmd/build does from a folder without records, and
// returns its quotations and the statements they were joined to.
func assemble(seeds []measure.Seed) (found []measure.Found, groups [][]string, err error) {
	content, err := record.Read(embed.FS{})
	if err != nil {
		return nil, nil, err
	}
	names := make([]string, len(seeds))
	for i, s := range seeds {
		names[i] = s.Name
	}
	roster := person.NewRoster(dossier.Roster(content))
	ids, file := article.IDs(names), map[string]string{}
	analyses := make([]read.Analysis, len(seeds))
	for i, s := range seeds {
		a, _, err := article.Load(s.Name, []byte(s.Body), ids[i], nil)
		if err != nil {
			return nil, nil, err
		}
		analyses[i] = read.Analyze(a, roster)
		file[ids[i]] = strings.TrimSuffix(s.Name, filepath.Ext(s.Name))
	}
	d, err := dossier.Assemble(analyses, content)
	if err != nil {
		return nil, nil, err
	}
	for _, q := range d.Quotations {
		found = append(found, measure.Found{Article: file[q.Article], Text: q.Clean, ID: q.ID})
	}
	for _, s := range d.Statements {
		groups = append(groups, s.Quotations)
	}
	return found, groups, nil
}
