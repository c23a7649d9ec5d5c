package export_test

import (
	"testing"

	"wortlaut/build/dossier"
	"wortlaut/build/publish/export"
	"wortlaut/build/site"
)

// seedDossier assembles the repository's seeds without records.
func seedDossier(t testing.TB) *dossier.Dossier {
	t.Helper()
	d, _, err := site.Load(site.Options{Seeds: "../../../seeds"})
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
	export.Fits(t, d)
}

func BenchmarkAll(b *testing.B) {
	d := seedDossier(b)
	files, err := export.All(d)
	if err != nil {
		b.Fatal(err)
	}
	size := 0
	for _, f := range files {
		size += len(f.Data)
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		if _, err := export.All(d); err != nil {
			b.Fatal(err)
		}
	}
}
