// Command extract prints what the machine reads from texts: one JSON line per file with its
// quotations, mentions, dates and numbers, as half-open byte spans into that file.
//
//	extract [-date YYYY-MM-DD] FILE…
//
// The date is that of publication; where it is not given, FILE.date next to FILE.txt is used if
// there is one. A file that cannot be read is reported, the others are still printed.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"wortlaut/build/read"
	"wortlaut/build/read/article"
	"wortlaut/build/read/person"
	"wortlaut/build/read/quotation"
	"wortlaut/build/record"
	"wortlaut/build/text"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run is main with its surroundings as arguments; it returns the exit code.
func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("extract", flag.ContinueOnError)
	flags.SetOutput(stderr)
	date := flags.String("date", "", "date of publication, `YYYY-MM-DD`")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	if flags.NArg() == 0 {
		fmt.Fprintln(stderr, "usage: extract [-date YYYY-MM-DD] FILE…")
		return 2
	}
	code := 0
	enc := json.NewEncoder(stdout)
	enc.SetEscapeHTML(false)
	roster := person.NewRoster(nil)
	for _, name := range flags.Args() {
		doc, err := extract(name, *date, roster)
		if err == nil {
			err = enc.Encode(doc)
		}
		if err != nil {
			fmt.Fprintln(stderr, err)
			code = 1
		}
	}
	return code
}

// document is one line of output.
type document struct {
	File     string    `json:"file"`
	Quotes   []quote   `json:"quotes"`
	Times    []timeRef `json:"times"`
	Mentions []mention `json:"mentions"`
	Numbers  []number  `json:"numbers"`
}

type quote struct {
	Type      quotation.Label `json:"type"`
	Quote     []text.Span     `json:"quote"`
	Speaker   []text.Span     `json:"speaker"`
	Cue       []text.Span     `json:"cue"`
	Frame     []text.Span     `json:"frame"`
	Addressee []text.Span     `json:"addressee"`
}

type timeRef struct {
	Span  text.Span `json:"span"`
	Type  string    `json:"type"`
	Value string    `json:"value"`
}

type mention struct {
	Span text.Span `json:"span"`
	Kind string    `json:"kind"`
	Form string    `json:"form"`
	ID   string    `json:"id"`
}

type number struct {
	Span   text.Span `json:"span"`
	Value  string    `json:"value"`
	Unit   string    `json:"unit"`
	Approx string    `json:"approx"`
	Counts string    `json:"counts"`
}

// extract reads one file.
func extract(name, date string, roster *person.Roster) (document, error) {
	seed, err := os.ReadFile(name)
	if err != nil {
		return document{}, err
	}
	rec, err := published(name, date)
	if err != nil {
		return document{}, err
	}
	base := filepath.Base(name)
	a, _, err := article.Load(name, seed, strings.TrimSuffix(base, filepath.Ext(base)), rec)
	if err != nil {
		return document{}, err
	}
	return report(base, read.Analyze(a, roster)), nil
}

// published returns a record that gives the date of publication: from the flag, else from the
// file with the ending .date; nil if there is neither.
func published(name, date string) (*record.Article, error) {
	pos := text.Pos{File: "-date"}
	if date == "" {
		file := strings.TrimSuffix(name, filepath.Ext(name)) + ".date"
		b, err := os.ReadFile(file)
		if os.IsNotExist(err) {
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		date, pos = strings.TrimSpace(string(b)), text.Pos{File: file, Line: 1, Col: 1}
	}
	if _, err := time.Parse(time.DateOnly, date); err != nil {
		return nil, text.Error{Pos: pos, Msg: fmt.Sprintf("no date: %q", date), Hint: "write it as 2025-02-12"}
	}
	return &record.Article{Published: &record.Published{Value: date, Confidence: "certain"}}, nil
}

// report brings an analysis into the form of the output, with spans of the file.
func report(base string, an read.Analysis) document {
	a := an.Article
	out := document{File: base, Quotes: []quote{}, Times: []timeRef{}, Mentions: []mention{}, Numbers: []number{}}
	for _, r := range quotation.Corpus(a.Text, an.Quotations) {
		out.Quotes = append(out.Quotes, quote{r.Type, inSeed(&a, r.Quote), inSeed(&a, r.Speaker), inSeed(&a, r.Cue), inSeed(&a, r.Frame), inSeed(&a, r.Addressee)})
	}
	for _, t := range an.Times {
		out.Times = append(out.Times, timeRef{a.Seed(t.Span), string(t.Type), t.Value})
	}
	for _, m := range an.Mentions {
		out.Mentions = append(out.Mentions, mention{a.Seed(m.Span), string(m.Kind), string(m.Form), m.Entity})
	}
	for _, q := range an.Quantities {
		out.Numbers = append(out.Numbers, number{a.Seed(q.Span), q.Value, q.Unit, string(q.Approx), q.Counts})
	}
	return out
}

// inSeed returns spans of the file, never nil: the output says [] for what is missing.
func inSeed(a *article.Article, spans []text.Span) []text.Span {
	out := make([]text.Span, 0, len(spans))
	for _, s := range spans {
		out = append(out, a.Seed(s))
	}
	return out
}
