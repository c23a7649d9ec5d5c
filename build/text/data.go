package text

import (
	"fmt"
	"strings"
)

// Entries calls f with each line of a data file that is neither blank nor a comment, which begins
// with #; blanks around the line are cut off. What f complains about is reported with its place,
// all of it at once.
func Entries(file, data string, f func(line string) error) error {
	var errs Errors
	n := 0
	for line := range strings.Lines(data) {
		n++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if err := f(line); err != nil {
			errs.Add(Pos{File: file, Line: n, Col: 1}, "see the head of the file for its form", "%v", err)
		}
	}
	return errs.Err()
}

// Must returns the table made of an embedded file. It panics on an error, which no program shows
// whose tests parse every file it embeds.
func Must[T any](table T, err error) T {
	if err != nil {
		panic(fmt.Sprintf("embedded data: %v", err))
	}
	return table
}
