// Package export writes a dossier as data for other programs.
//
// In goes a Dossier; out come the files of public/data/: JSON arrays with one element per line, in
// the dossier's own order, a JSON Schema (draft 2020-12) for each, and an index with hashes. Spans
// are half-open UTF-8 byte offsets into the seed file as it is. An article's rights decide what its
// elements carry: full everything, excerpt and quotes the quotations' texts, link metadata only.
package export

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"

	"wortlaut/build/dossier"
	"wortlaut/build/text"
)

// Version is the version of the schemas. It grows by one when a field changes its meaning, is
// renamed or goes; a new field leaves it alone.
const Version = "1"

//go:embed schema/*.schema.json
var schemas embed.FS

// File is a file to publish: Path below public/, with slashes.
type File struct {
	Path string
	Data []byte
}

// All returns the data files of d, their schemas and index.json, sorted by path. It is a pure
// function of d; an error means that d cannot be written as JSON or a schema is missing.
func All(d *dossier.Dossier) ([]File, error) {
	e := exporter{d}
	tables := []table{
		rows("articles", e.article, d.Articles),
		rows("collations", e.collation, collated(d.Statements)),
		rows("conflicts", e.conflict, d.Conflicts),
		rows("coverage", e.coverage, d.Statements),
		rows("numbers", e.number, d.Numbers),
		rows("outlets", e.outlet, d.Outlets),
		rows("persons", e.person, d.Persons),
		rows("quotations", e.quotation, d.Quotations),
		rows("statements", e.statement, d.Statements),
		rows("timeline", e.event, d.Events),
		rows("times", e.time, d.Times),
	}
	index := make([]Entry, len(tables))
	for i, t := range tables {
		index[i] = t.entry()
	}
	tables = append(tables, rows("index", func(e *Entry) Entry { return *e }, index))
	var files []File
	for _, t := range tables {
		schema, err := schemas.ReadFile("schema/" + t.name + ".schema.json")
		if err := cmp.Or(t.err, err); err != nil {
			return nil, err
		}
		files = append(files, File{"data/" + t.name + ".json", t.data}, File{"data/schema/" + t.name + ".schema.json", schema})
	}
	slices.SortFunc(files, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	return files, nil
}

// table is one data file with the number of its elements.
type table struct {
	name  string
	data  []byte
	count int
	err   error
}

// Entry is one element of index.json.
type Entry struct {
	File    string `json:"file"`
	Schema  string `json:"schema"`
	Version string `json:"schema_version"`
	SHA256  string `json:"sha256"`
	Bytes   int    `json:"bytes"`
	Count   int    `json:"count"`
}

func (t table) entry() Entry {
	sum := sha256.Sum256(t.data)
	return Entry{
		File: t.name + ".json", Schema: "schema/" + t.name + ".schema.json", Version: Version,
		SHA256: hex.EncodeToString(sum[:]), Bytes: len(t.data), Count: t.count,
	}
}

// Index returns the entries of index.json among files, by name.
func Index(files []File) ([]Entry, error) {
	var index []Entry
	for _, f := range files {
		if f.Path != "data/index.json" {
			continue
		}
		if err := json.Unmarshal(f.Data, &index); err != nil {
			return nil, fmt.Errorf("%s: %w", f.Path, err)
		}
	}
	return index, nil
}

// rows writes one table: each member of list as f turns it out, one per line, so that a change
// shows as the lines it touches.
func rows[In, Out any](name string, f func(*In) Out, list []In) table {
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	buf.WriteByte('[')
	for i := range list {
		if i > 0 {
			buf.Truncate(buf.Len() - 1) // the newline that Encode ends with
			buf.WriteByte(',')
		}
		buf.WriteByte('\n')
		if err := enc.Encode(f(&list[i])); err != nil {
			return table{name: name, err: fmt.Errorf("data/%s.json: element %d: %w", name, i, err)}
		}
	}
	buf.WriteString("]\n")
	return table{name: name, data: buf.Bytes(), count: len(list)}
}

// exporter turns members of a dossier into elements of the data files.
type exporter struct{ *dossier.Dossier }

// seed maps a span of an article's cleaned text to its seed file.
func (e exporter) seed(article string, s text.Span) text.Span {
	a := e.Article(article)
	if a == nil {
		return text.Span{}
	}
	return a.Analysis.Article.Seed(s)
}

// seeds maps each of spans; the result is never nil, so that JSON has [] for none.
func (e exporter) seeds(article string, spans []text.Span) []text.Span {
	out := make([]text.Span, len(spans))
	for i, s := range spans {
		out[i] = e.seed(article, s)
	}
	return out
}

// list returns s, or an empty slice for nil: JSON shall have [], not null.
func list[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}
