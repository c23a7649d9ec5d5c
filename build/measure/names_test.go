package measure

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"wortlaut/build/read/person"
	"wortlaut/build/text"
)

const namesFile = "#\tprobe\n1\tAnna\tB-PER\tO\n2\tLind\tI-PER\tO\n3\t(\tO\tO\n4\tFC\tI-ORG\tO\n5\tThal\tB-LOC\tB-LOC\n6\t)\tO\tO\n7\t\"\tO\tO\n8\tdeutsch\tB-LOCderiv\tO\n9\t\"\tO\tO\n10\t.\tO\tO\n\n1\tÖz\tB-PER\tO\n"

func parsedNames(t *testing.T) []Sentence {
	t.Helper()
	list, err := ParseNames("n.tsv", namesFile)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestParseNames(t *testing.T) {
	list := parsedNames(t)
	if len(list) != 2 || list[0].Text != `Anna Lind (FC Thal) "deutsch".` || list[1].Text != "Öz" {
		t.Fatalf("read %+v", list)
	}
	var got []string
	for _, n := range list[0].Gold {
		got = append(got, string(n.Kind)+" "+n.Span.Of(list[0].Text))
	}
	if s := fmt.Sprint(got); s != "[person Anna Lind organisation FC place Thal]" {
		t.Errorf("gold %s", s)
	}
	if a := list[0].Aside; len(a) != 1 || a[0].Of(list[0].Text) != "deutsch" {
		t.Errorf("aside %v", a)
	}
	for data, want := range map[string]string{"\n\n": "n.tsv: no sentences", "1\tA\tO\n2 B O\n": "n.tsv:2:1: not three fields"} {
		if _, err := ParseNames("n.tsv", data); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", data, err, want)
		}
	}
}

func TestNames(t *testing.T) {
	list := parsedNames(t)
	at := func(s string) text.Span {
		i := strings.Index(list[0].Text, s)
		return text.Span{Start: i, End: i + len(s)}
	}
	list[0].Predicted = []Name{
		{at("Lind"), person.Person}, {at("FC Thal"), person.Organisation}, {at("deutsch"), person.Place}, {at("Thal"), person.Place},
		{at("Anna"), person.Unnamed}, {at("Anna"), person.Person},
	}
	list[1].Predicted = []Name{{text.Span{Start: 0, End: 3}, person.Person}}
	got := Names(list)
	for i, want := range []struct {
		gold, predicted, strict, relaxed int
	}{{2, 3, 1, 2}, {1, 1, 0, 1}, {1, 1, 1, 1}} {
		n := got[i]
		if n.Gold != want.gold || n.Predicted != want.predicted || n.Strict != n.score(want.strict) || n.Relaxed != n.score(want.relaxed) {
			t.Errorf("%s: %+v, want %+v", n.Kind, n, want)
		}
	}
	if f := got[0].Strict.F1; !near(f, 2./5) {
		t.Errorf("F1 %v", f)
	}
	var out bytes.Buffer
	PrintNameErrors(&out, list, 9, person.Person)
	if got := out.String(); got != "false Anna | "+list[0].Text+"\n" {
		t.Errorf("errors %q", got)
	}
}
