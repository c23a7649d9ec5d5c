package export

import (
	"io/fs"
	"os"
	"strings"
	"testing"

	"wortlaut/build/dossier"
	"wortlaut/build/read"
	"wortlaut/build/read/article"
	"wortlaut/build/read/person"
	"wortlaut/build/record"
)

// seedDossier assembles the repository's seeds without records.
func seedDossier(t testing.TB) *dossier.Dossier {
	t.Helper()
	fsys := os.DirFS("../../../seeds")
	names, err := fs.Glob(fsys, "*.txt")
	if err != nil || len(names) == 0 {
		t.Fatalf("no seeds (%v)", err)
	}
	roster := person.NewRoster(nil)
	var all []read.Analysis
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			t.Fatal(err)
		}
		id, _, _ := strings.Cut(name, "_")
		a, _, err := article.Load(name, data, id, nil)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, read.Analyze(a, roster))
	}
	d, err := dossier.Assemble(all, record.Content{})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestSeeds checks everything that is written of the real texts.
func TestSeeds(t *testing.T) {
	d := seedDossier(t)
	if len(d.Quotations) == 0 {
		t.Fatal("the seeds have no quotations")
	}
	fits(t, d)
}

func BenchmarkAll(b *testing.B) {
	d := seedDossier(b)
	size := 0
	for _, data := range files(b, d) {
		size += len(data)
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		if _, err := All(d); err != nil {
			b.Fatal(err)
		}
	}
}
