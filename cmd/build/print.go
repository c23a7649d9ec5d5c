package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"wortlaut/build/dossier"
	"wortlaut/build/read/person"
	"wortlaut/build/site"
)

// progress shows how far a build is: as a bar on a terminal, else one line per step.
type progress struct {
	out    io.Writer
	bar    *progressbar.ProgressBar
	active site.Step
}

func (p *progress) step(step site.Step, done, total int) {
	file, ok := p.out.(*os.File)
	terminal := ok && term.IsTerminal(int(file.Fd()))
	if step != p.active {
		p.end()
		p.active = step
		if terminal {
			p.bar = progressbar.NewOptions(total, progressbar.OptionSetWriter(p.out), progressbar.OptionSetDescription(string(step)),
				progressbar.OptionShowCount(), progressbar.OptionClearOnFinish())
		}
	}
	switch {
	case p.bar != nil:
		// A bar that cannot be drawn is no reason to stop.
		_ = p.bar.Set(done)
	case done == total:
		fmt.Fprintf(p.out, "%s: %d of %d\n", step, done, total)
	}
}

// end clears the bar away.
func (p *progress) end() {
	if p.bar != nil {
		_ = p.bar.Finish()
		p.bar = nil
	}
}

// summary says what was found and done, what to look at, and where the site is.
func summary(w io.Writer, out string, r site.Report) {
	for _, n := range r.Notes {
		fmt.Fprintf(w, "%s: %s\n", n.Pos, n.Text)
	}
	if len(r.Notes) > 0 {
		fmt.Fprintln(w)
	}
	d := r.Dossier
	fmt.Fprintf(w, "found    %s, %s, %s, %s\n", count(len(d.Articles), "text", "texts"), count(len(d.Quotations), "quotation", "quotations"),
		count(len(d.Statements), "statement", "statements"), count(persons(d), "person", "persons"))
	fmt.Fprintf(w, "pages    %d, %d of them rendered anew; %s read anew\n", r.Pages, r.Rendered, count(r.Analyzed, "text", "texts"))
	fmt.Fprintf(w, "files    %d written, %d unchanged, %d removed\n", len(r.Written), len(r.Unchanged), len(r.Removed))
	if len(r.Notes) > 0 {
		fmt.Fprintf(w, "notes    %d, see above\n", len(r.Notes))
	}
	fmt.Fprintf(w, "open     %s\n", filepath.Join(out, "index.html"))
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// persons counts those with a name.
func persons(d *dossier.Dossier) int {
	n := 0
	for _, p := range d.Persons {
		if p.Kind == person.Person {
			n++
		}
	}
	return n
}

// compare prints whether the text in file is a source of the site in out, and quoted rightly.
func compare(out, file string, stdout, stderr io.Writer) int {
	data, err := os.ReadFile(file)
	if err != nil {
		fmt.Fprintln(stderr, err)
		return 1
	}
	v, err := site.Verify(out, data)
	switch {
	case err != nil:
		fmt.Fprintln(stderr, err)
		return 1
	case v.Article == "":
		fmt.Fprintf(stderr, "%s: no source of this site has the SHA-256 %s\n", file, v.SHA256)
		return 1
	}
	for _, id := range v.Wrong {
		fmt.Fprintf(stderr, "%s: the quotation %s does not stand in the text as published\n", file, id)
	}
	if len(v.Wrong) > 0 {
		return 1
	}
	fmt.Fprintf(stdout, "%s is article %s, byte for byte: SHA-256 %s\n", file, v.Article, v.SHA256)
	fmt.Fprintf(stdout, "%d of %d quotations stand in it as published", v.Quotations-v.Withheld, v.Quotations)
	if v.Withheld > 0 {
		fmt.Fprintf(stdout, "; the wording of %d is not published", v.Withheld)
	}
	fmt.Fprintln(stdout)
	return 0
}
