// Command measure scores the reading of texts on published corpora, for whoever has them on disk.
//
//	measure [-quotes DIR] [-times DIR] [-names FILE] [-statements FILE…]
//
// It reads each corpus as its authors publish it, runs the stages on its texts as cmd/extract does,
// and prints the tables of the corpus's own metrics. -format markdown prints the table of the README
// instead; -marking and -marked put the scores of an independent marking beside ours. -errors lists
// what is wrong, on the terminal only: the corpora's sentences do not belong into this repository.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"wortlaut/build/measure"
	"wortlaut/build/read/timex"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// options are the flags.
type options struct {
	quotes, times, names string
	statements           []string
	vs                   string
	ci                   bool
	marking, marked      string
	markdown             bool
	errors               int
	kind                 string
}

// run is main with its surroundings as arguments; it returns the exit code.
func run(args []string, stdout, stderr io.Writer) int {
	opt, err := parse(args, stderr)
	if err != nil {
		fmt.Fprintln(stderr, err)
		return 2
	}
	out := stdout
	if opt.markdown {
		out = io.Discard
	}
	sum, err := opt.measure(out)
	if err != nil {
		fmt.Fprintln(stderr, err)
		return 1
	}
	if opt.markdown {
		sum.Markdown(stdout)
	}
	return 0
}

func parse(args []string, stderr io.Writer) (options, error) {
	var opt options
	flags := flag.NewFlagSet("measure", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.StringVar(&opt.quotes, "quotes", "", "`folder` of one half of the corpus of quotations (*.json)")
	flags.StringVar(&opt.times, "times", "", "`folder` of the corpus of time expressions (*.tml)")
	flags.StringVar(&opt.names, "names", "", "`file` of the corpus of names (.tsv)")
	flags.Func("statements", "`file` of renderings of sentences (.tsv); more may follow", func(s string) error {
		opt.statements = append(opt.statements, s)
		return nil
	})
	flags.StringVar(&opt.vs, "vs", "", "`file` of another system's time expressions, to compare with by bootstrap")
	flags.BoolVar(&opt.ci, "ci", false, "bootstrap intervals of the scores on time expressions")
	flags.StringVar(&opt.marking, "marking", "", "`folder` of an independent marking of quotations (index.tsv, texts/)")
	flags.StringVar(&opt.marked, "marked", "", "`folder` of the corpus of quotations whose texts are marked")
	format := flags.String("format", "text", "text or markdown")
	flags.IntVar(&opt.errors, "errors", 0, "list at most so `many` errors")
	flags.StringVar(&opt.kind, "type", "", "list errors on this `type` only: direct, indirect …; DATE …; person …")
	if err := flags.Parse(args); err != nil {
		return opt, err
	}
	if len(opt.statements) > 0 {
		opt.statements = append(opt.statements, flags.Args()...)
	}
	opt.markdown = *format == "markdown"
	switch {
	case *format != "text" && *format != "markdown":
		return opt, fmt.Errorf("-format: %q (text or markdown)", *format)
	case len(opt.statements) == 0 && flags.NArg() > 0:
		return opt, fmt.Errorf("%s: what is it? (files follow only -statements)", flags.Arg(0))
	case (opt.vs != "" || opt.ci) && opt.times == "":
		return opt, fmt.Errorf("-vs and -ci compare time expressions (name their corpus with -times)")
	case opt.kind != "" && !slices.Contains(kinds(), opt.kind):
		return opt, fmt.Errorf("-type: %q (%s)", opt.kind, strings.Join(kinds(), ", "))
	case (opt.marking == "") != (opt.marked == ""):
		return opt, fmt.Errorf("-marking and -marked belong together")
	case opt.quotes == "" && opt.times == "" && opt.names == "" && opt.marking == "" && len(opt.statements) == 0:
		return opt, fmt.Errorf("usage: measure [-quotes DIR] [-times DIR] [-names FILE] [-statements FILE…]")
	}
	return opt, nil
}

// kinds are the types that errors can be listed of.
func kinds() []string {
	var out []string
	for _, l := range measure.Labels {
		out = append(out, string(l))
	}
	for _, t := range []timex.Type{timex.Date, timex.Time, timex.Duration, timex.Set} {
		out = append(out, string(t))
	}
	for _, k := range measure.Kinds {
		out = append(out, string(k))
	}
	return out
}

// measure measures what was asked for and writes the tables.
func (opt options) measure(w io.Writer) (sum measure.Summary, err error) {
	for _, step := range []struct {
		asked bool
		do    func(io.Writer, *measure.Summary) error
	}{
		{opt.quotes != "", opt.quotations},
		{opt.marking != "", opt.independent},
		{opt.times != "", opt.expressions},
		{opt.names != "", opt.persons},
		{len(opt.statements) > 0, opt.joined},
	} {
		if step.asked {
			if err := step.do(w, &sum); err != nil {
				return sum, err
			}
		}
	}
	return sum, nil
}
