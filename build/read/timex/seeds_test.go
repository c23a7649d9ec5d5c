package timex

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"wortlaut/build/read/german"
)

// TestSeeds checks expressions of the seed texts that are easily read wrongly. The publication
// dates are assumed; the texts carry none.
func TestSeeds(t *testing.T) {
	for _, c := range []struct {
		seed, dct, before, text string
		want                    Timex // without its span
	}{
		{"000", "2025-02-12", "der Ukraine vor ", "2014", Timex{Type: Date, Value: "2014", Resolved: "../2013", Basis: Explicit, State: true}},
		{"000", "2025-02-12", "dass die USA sich seit ", "2022", Timex{Type: Date, Value: "2022", Resolved: "2022/..", Basis: Explicit}},
		{"000", "2025-02-12", "Pete Hegseth sagte am ", "Mittwoch", Timex{Type: Date, Value: "2025-02-12", Resolved: "2025-02-12", Basis: WeekdayOf}},
		{"000", "", "Pete Hegseth sagte am ", "Mittwoch", Timex{Type: Date, Value: "XXXX-WXX-3", Basis: None}},
		{"001", "2025-02-12", "Erst ", "Anfang Februar", Timex{Type: Date, Value: "2025-02", Resolved: "2025-02-01/2025-02-10", Basis: YearOf}},
		{"001", "2025-02-12", "Grenzen von vor ", "2014", Timex{Type: Date, Value: "2014", Resolved: "../2013", Basis: Explicit, State: true}},
		{"001", "2025-02-12", "Noch im ", "vergangenen Jahr", Timex{Type: Date, Value: "2024", Resolved: "2024", Basis: FromDCT}},
		{"002", "2025-04-03", "der Gruppe vor ", "drei Jahren", Timex{Type: Duration, Value: "P3Y", Resolved: "2022", Basis: FromDCT}},
		{"002", "2025-04-03", "öffentlich ", "letzten Sonntag", Timex{Type: Date, Value: "2025-03-30", Resolved: "2025-03-30", Basis: WeekdayOf}},
		{"002", "2025-04-03", "kaufen. ", "Wenige Tage später", Timex{Type: Duration, Value: "PXD", Resolved: "2025-04-01~/2025-04-06~", Basis: FromText}},
		{"002", "", "kaufen. ", "Wenige Tage später", Timex{Type: Duration, Value: "PXD", Basis: None}},
		{"002", "2025-04-03", "Kommentare\n\nIm ", "Februar", Timex{Type: Date, Value: "2025-02", Resolved: "2025-02", Basis: YearOf}},
		{"003", "2025-02-12", "Invasion vor\n", "fast drei Jahren", Timex{Type: Duration, Value: "P3Y", Resolved: "2022~", Basis: FromDCT}},
		{"004", "2025-06-05", "erkannte am ", "Vortag", Timex{Type: Date, Value: "XXXX-XX-XX", Basis: None}},
		{"004", "2025-06-05", "verstärkt. Am ", "Donnerstagmorgen", Timex{Type: Time, Value: "2025-06-05TMO", Resolved: "2025-06-05", Basis: WeekdayOf}},
	} {
		files, err := filepath.Glob("../../../seeds/" + c.seed + "_*.txt")
		if err != nil || len(files) != 1 {
			t.Fatalf("seed %s: %v %v", c.seed, files, err)
		}
		data, err := os.ReadFile(files[0])
		if err != nil {
			t.Fatal(err)
		}
		doc := german.Segment(string(data), nil)
		at := strings.Index(doc.Text, c.before+c.text)
		if at < 0 {
			t.Fatalf("seed %s lacks %q", c.seed, c.before+c.text)
		}
		at += len(c.before)
		var got Timex
		for _, x := range Tag(&doc, c.dct) {
			if x.Span.Start == at && x.Span.Of(doc.Text) == c.text {
				got = x
			}
		}
		c.want.Span = got.Span
		if got != c.want {
			t.Errorf("seed %s, published %q, %s:\n got %+v\nwant %+v", c.seed, c.dct, c.text, got, c.want)
		}
	}
}
