// Command train makes the weights of the learned stages from marked texts.
//
//	train -names FILE [-date YYYY-MM-DD] [-o DIR]
//
// FILE has sentences in the form of GermEval 2014. What is written goes to the weights folders of
// the stages below DIR, which is the folder build/read of the source: for each model a file that
// the stage embeds and a text beside it that says where the weights come from. The same texts give
// the same bytes.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"wortlaut/build/read/person"
	"wortlaut/build/read/tagger"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run is main with its surroundings as arguments; it returns the exit code.
func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("train", flag.ContinueOnError)
	flags.SetOutput(stderr)
	names := flags.String("names", "", "`FILE` with sentences and names in the form of GermEval 2014")
	date := flags.String("date", "", "date of the training for the record, `YYYY-MM-DD`")
	out := flags.String("o", filepath.FromSlash("build/read"), "`DIR` of the stages")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	if *names == "" || flags.NArg() > 0 {
		fmt.Fprintln(stderr, "usage: train -names FILE [-date YYYY-MM-DD] [-o DIR]")
		return 2
	}
	command := "go run ./cmd/train -names " + filepath.Base(*names)
	if err := trainNames(*names, filepath.Join(*out, "person", "weights"), command, *date, stdout); err != nil {
		fmt.Fprintln(stderr, err)
		return 1
	}
	return 0
}

// trainNames writes the model of names to dir.
func trainNames(file, dir, command, date string, stdout io.Writer) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	e, err := person.Train(file, string(data))
	if err != nil {
		return err
	}
	return write(e, dir, command, date, stdout)
}

// write stores a model and what is to be said of its origin.
func write(e tagger.Encoded, dir, command, date string, stdout io.Writer) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	data := e.Model.Encode()
	if err := os.WriteFile(filepath.Join(dir, e.Name+".bin"), data, 0o666); err != nil {
		return err
	}
	var note strings.Builder
	fmt.Fprintf(&note, "Weights of %s.bin, %d bytes.\n%s\nCommand: %s\n", e.Name, len(data), strings.TrimSpace(e.Note), command)
	if date != "" {
		fmt.Fprintf(&note, "Date: %s\n", date)
	}
	fmt.Fprintf(stdout, "%s: %d bytes\n", filepath.Join(dir, e.Name+".bin"), len(data))
	return os.WriteFile(filepath.Join(dir, e.Name+".txt"), []byte(note.String()), 0o666)
}
