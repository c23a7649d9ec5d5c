package german

import (
	"fmt"
	"strings"

	"wortlaut/build/text"
)

// entries calls f with the words of each line of a data file; blank lines and lines that begin
// with # are left out. What f complains about is reported with its place.
func entries(file, data string, f func(words []string) error) error {
	var errs text.Errors
	off := 0
	for line := range strings.Lines(data) {
		if s := strings.TrimSpace(line); s != "" && !strings.HasPrefix(s, "#") {
			if err := f(strings.Fields(s)); err != nil {
				errs.Add(text.At(file, data, off), "see the head of the file for its form", "%v", err)
			}
		}
		off += len(line)
	}
	return errs.Err()
}

// must returns the table that parse made of an embedded file. A test parses every file, so a
// malformed line cannot leave the house.
func must[T any](table T, err error) T {
	if err != nil {
		panic(fmt.Sprintf("embedded data: %v", err))
	}
	return table
}
