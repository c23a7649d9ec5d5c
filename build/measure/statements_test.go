package measure

import (
	"reflect"
	"strings"
	"testing"
)

const renderings = "4\tA null.\tB null.\n4\tA eins!\tB eins!\n7\tAndere\tGanz andere\n4\tA zwei...\tB zwei\n4\tA drei\tB drei\n4\tA vier\tB vier\n4\tA fünf \tB fünf\n"

func TestSeeds(t *testing.T) {
	list, err := ParseRenderings("s.tsv", renderings)
	if err != nil {
		t.Fatal(err)
	}
	if got := list[5]; !reflect.DeepEqual(got, Renderings{4, 5, "A fünf ", "B fünf"}) {
		t.Errorf("read %+v", got)
	}
	seeds := Seeds(list)
	var names []string
	for _, s := range seeds {
		names = append(names, s.Name)
	}
	if !reflect.DeepEqual(names, []string{"004a.txt", "004b.txt", "007a.txt", "007b.txt"}) {
		t.Errorf("seeds %v", names)
	}
	// the first of three is missing from a, the second from b; b begins in the middle
	for i, want := range []string{
		"„A eins!“, sagte Berger.\n\nBerger sagte: „A zwei...“\n\n„A vier“, erklärte die Sprecherin.\n\n„A fünf“, sagte Berger.\n",
		"„B drei“, sagte Berger.\n\nBerger sagte: „B fünf.“\n\n„B null“, erklärte die Sprecherin.\n\n„B zwei“, sagte Berger.\n",
	} {
		if _, body, _ := strings.Cut(seeds[i].Body, "geäußert.\n\n"); body != want {
			t.Errorf("%s: %q, want %q", seeds[i].Name, body, want)
		}
	}
	if _, err := ParseRenderings("s.tsv", "1\ta\tb\nx\ta\tb\n2\ta\n"); err == nil || !strings.Contains(err.Error(), "s.tsv:2:1") || !strings.Contains(err.Error(), "s.tsv:3:1") {
		t.Errorf("errors %v", err)
	}
}

func TestStatements(t *testing.T) {
	list, err := ParseRenderings("s.tsv", renderings)
	if err != nil {
		t.Fatal(err)
	}
	found := []Found{
		{"004a", "„A zwei“", "1"}, {"004b", "B zwei", "2"}, {"004a", "a FÜNF.", "3"}, {"004b", "B fünf", "4"}, {"004b", "B drei", "5"}, {"004b", "Neues", "6"}, {"004b", "A zwei", "7"},
	}
	// joined: right 1–2; wrong 1–5; 2–5 stand in one article
	got := Statements(list, found, [][]string{{"1", "2", "5"}, {"3"}, {"4", "6"}})
	want := StatementScores{Found: 5, Made: 9, Joined: 2, Gold: 2}
	want.P, want.R, want.F1 = .5, .5, .5
	if got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}
