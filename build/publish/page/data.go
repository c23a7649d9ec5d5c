package page

import (
	"path"
	"strings"
)

// DataFile is a data file as its own index describes it.
type DataFile struct {
	Name    string // below data/
	Schema  string // path below data/
	Version string // of the schemas
	SHA256  string
	Bytes   int
	Count   int // of elements
}

// DataIndex is the data of layout data: the files other programs read.
type DataIndex struct {
	*Frame
	Facts     string
	Version   string // of the schemas
	Index     string // URL of index.json
	Files     []DataLine
	Publisher string
	Contact   string // URL for questions about reuse; may be empty
}

// DataLine is one data file in the list.
type DataLine struct {
	Name   string
	URL    string
	What   string
	Schema string // URL
	Count  int
	Size   string
	SHA256 string
}

func (b *builder) data() Page {
	v := b.open(b.url.Data(), "", "other", b.t.T("nav.data"))
	page := &DataIndex{
		Frame: v.frame, Index: Rel(v.path, "data/index.json"),
		Publisher: b.d.Info.Publisher, Contact: report(b.d.Info.Contact, b.t.T("nav.data")),
	}
	for _, e := range b.files {
		page.Version = e.Version
		page.Files = append(page.Files, DataLine{
			Name: e.Name, URL: Rel(v.path, path.Join("data", e.Name)), Schema: Rel(v.path, path.Join("data", e.Schema)),
			What: b.t.T("data.file." + strings.TrimSuffix(e.Name, ".json")), Count: e.Count, Size: b.size(e.Bytes), SHA256: e.SHA256,
		})
	}
	page.Facts = b.t.T("data.facts", len(page.Files))
	return v.page("data", page)
}

// size writes a number of bytes in kilobytes of 1000.
func (b *builder) size(bytes int) string {
	if bytes < 1000 {
		return b.t.T("data.bytes", bytes)
	}
	return b.t.T("data.kilobytes", (bytes+500)/1000)
}
