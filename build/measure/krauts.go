package measure

import (
	"bufio"
	"cmp"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"wortlaut/build/read/timex"
	"wortlaut/build/text"
)

// Expression is an annotated or predicted time expression.
type Expression struct {
	Span  text.Span
	Type  timex.Type
	Value string
}

// TimeText is a text of the corpus of time expressions, with the annotation and what was read in it.
type TimeText struct {
	ID        string // the file's name without endings
	Subset    string // the newspaper, by folder
	Date      string // of publication, YYYY-MM-DD; empty if the file has none
	Body      string
	Gold      []Expression // by place
	Predicted []Expression // by place
}

// ReadTimes returns the texts of all .tml and .xml files below fsys by ID, without the folders of
// other systems' output that the corpus brings along. The text is the character data of the TEXT
// element; empty TIMEX3 elements, begin and end points that are only implied, are not scored. The
// error is a text.Errors.
func ReadTimes(fsys fs.FS) ([]TimeText, error) {
	var errs text.Errors
	var out []TimeText
	seen := map[string]string{}
	err := fs.WalkDir(fsys, ".", func(name string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case e.IsDir() && foreign(name) != name:
			return fs.SkipDir
		case e.IsDir() || !slices.Contains([]string{".tml", ".xml"}, strings.ToLower(path.Ext(name))):
			return nil
		}
		t, err := readTime(fsys, name)
		if err != nil {
			errs.Add(text.Pos{File: name}, "is it a file of the corpus?", "%v", err)
		}
		if other, twice := seen[t.ID]; twice {
			errs.Add(text.Pos{File: name}, "name a folder that holds each text once", "the same ID as %s", other)
		}
		seen[t.ID] = name
		out = append(out, t)
		return nil
	})
	if err != nil {
		errs.Add(text.Pos{File: "-times"}, "name the corpus's folder", "%v", err)
	} else if len(out) == 0 {
		errs.Add(text.Pos{File: "-times"}, "name the corpus's folder", "no .tml files")
	}
	slices.SortFunc(out, func(a, b TimeText) int { return strings.Compare(a.ID, b.ID) })
	return out, errs.Err()
}

// foreign returns the name of a folder without the ending that says whose output it holds.
func foreign(name string) string {
	lower := strings.ToLower(name)
	for _, end := range []string{"_heideltime", "_raw-text", "_raw"} {
		if strings.HasSuffix(lower, end) {
			return name[:len(name)-len(end)]
		}
	}
	return name
}

// timeID returns the key of a file's name: without folders and known endings.
func timeID(name string) string {
	s := norm.NFC.String(path.Base(name))
	for {
		ext := path.Ext(s)
		if len(ext) == len(s) || !slices.Contains([]string{".tml", ".xml", ".txt", ".date", ".json"}, strings.ToLower(ext)) {
			return s
		}
		s = s[:len(s)-len(ext)]
	}
}

func readTime(fsys fs.FS, name string) (TimeText, error) {
	t := TimeText{ID: timeID(name), Subset: strings.TrimPrefix(path.Base(path.Dir(name)), "KRAUTS_")}
	f, err := fsys.Open(name)
	if err != nil {
		return t, err
	}
	defer f.Close()
	return t, t.parse(f)
}

var errNoText = errors.New("no TEXT element")

// parse reads a TimeML document.
func (t *TimeText) parse(r io.Reader) error {
	d := xml.NewDecoder(bufio.NewReader(r))
	var open []string      // elements around
	var marks []Expression // open TIMEX3 elements of the text
	var body strings.Builder
	found := false
	for {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
		inText := len(open) > 1 && open[1] == "TEXT"
		switch e := token.(type) {
		case xml.StartElement:
			open = append(open, e.Name.Local)
			found = found || len(open) == 2 && e.Name.Local == "TEXT"
			if e.Name.Local != "TIMEX3" {
				continue
			}
			if inText {
				at := text.Span{Start: body.Len()}
				marks = append(marks, Expression{at, timex.Type(strings.ToUpper(attr(e, "type"))), attr(e, "value")})
			} else if len(open) == 3 && open[1] == "DCT" && t.Date == "" {
				t.Date = shorten(attr(e, "value"), len("2025-02-12"))
			}
		case xml.EndElement:
			open = open[:len(open)-1]
			if inText && e.Name.Local == "TIMEX3" {
				m := marks[len(marks)-1]
				marks = marks[:len(marks)-1]
				if m.Span.End = body.Len(); m.Span.Len() > 0 {
					t.Gold = append(t.Gold, m)
				}
			}
		case xml.CharData:
			if inText {
				body.Write(e)
			}
		}
	}
	if !found {
		return errNoText
	}
	t.Body = body.String()
	byPlace(t.Gold)
	return nil
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func byPlace(list []Expression) {
	slices.SortStableFunc(list, func(a, b Expression) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Span.End, b.Span.End))
	})
}

// Predict sets what was read in t.
func (t *TimeText) Predict(found []Expression) {
	t.Predicted = slices.Clone(found)
	byPlace(t.Predicted)
}

// ReadTimePredictions returns another system's expressions in the texts, in the same order: r has a
// JSON line {"file", "times": [{"span", "type", "value"}]} for each, as cmd/extract prints. Lines about
// other texts are passed over; a text without a line has no expressions. name is for the error.
func ReadTimePredictions(name string, r io.Reader, texts []TimeText) ([][]Expression, error) {
	type line struct {
		File  string       `json:"file"`
		Times []Expression `json:"times"`
	}
	at := map[string]int{}
	for i, t := range texts {
		at[t.ID] = i
	}
	out, seen := make([][]Expression, len(texts)), map[int]bool{}
	var errs text.Errors
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	n := 0
	for row := range strings.Lines(string(data)) {
		n++
		pos := text.Pos{File: name, Line: n, Col: 1}
		if strings.TrimSpace(row) == "" {
			continue
		}
		var l line
		if err := json.Unmarshal([]byte(row), &l); err != nil {
			errs.Add(pos, "one JSON object per line, as cmd/extract prints them", "%v", err)
			continue
		}
		i, ok := at[timeID(l.File)]
		if !ok {
			continue
		}
		if seen[i] {
			errs.Add(pos, "one line per text", "a second line for %s", l.File)
		}
		seen[i] = true
		for _, e := range l.Times {
			if e.Span.Start < 0 || e.Span.Len() <= 0 || e.Span.End > len(texts[i].Body) {
				errs.Add(pos, "spans are byte offsets into the text", "span %v outside the text of %s", e.Span, l.File)
			}
		}
		byPlace(l.Times)
		out[i] = l.Times
	}
	return out, errs.Err()
}
