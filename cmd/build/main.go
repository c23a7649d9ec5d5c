// Command build turns the texts in seeds/ and the records in content/ into the site in public/.
//
//	go run ./cmd/build                   build the site
//	go run ./cmd/build -verify text.txt  compare a text with the site: is it a source of it, and quoted rightly?
//
// It exits with 1 after an error; then the former site is as it was.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"

	"wortlaut/build/site"
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

// run is the program: it returns the exit status.
func run(args []string, stdout, stderr io.Writer) int {
	var opt site.Options
	flags := flag.NewFlagSet("build", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.StringVar(&opt.Seeds, "seeds", "seeds", "`folder` of the source texts")
	flags.StringVar(&opt.Content, "content", "content", "`folder` of the editors' records")
	flags.StringVar(&opt.Layouts, "layouts", "layouts", "`folder` of the layouts")
	flags.StringVar(&opt.Assets, "assets", "assets", "`folder` of style sheets, scripts, fonts and icons")
	flags.StringVar(&opt.Out, "out", "public", "`folder` of the site")
	flags.StringVar(&opt.Cache, "cache", ".cache", "`folder` of results kept between builds; empty to keep none")
	verify := flags.String("verify", "", "compare this text `file` with the site instead of building it")
	quiet := flags.Bool("q", false, "print errors only")
	if err := flags.Parse(args); err != nil {
		if err == flag.ErrHelp {
			return 0
		}
		return 2
	}
	if flags.NArg() > 0 {
		fmt.Fprintf(stderr, "unknown argument %q: folders are named with flags, see -h\n", flags.Arg(0))
		return 2
	}
	if *verify != "" {
		return compare(opt.Out, *verify, stdout, stderr)
	}
	bar := &progress{out: stderr}
	if !*quiet {
		opt.Step = bar.step
	}
	report, err := site.Build(opt)
	bar.end()
	if err != nil {
		fmt.Fprintln(stderr, err)
		return 1
	}
	if !*quiet {
		summary(stdout, opt.Out, report)
	}
	return 0
}
