package timex

import (
	"regexp"
	"strings"
	"testing"

	"wortlaut/build/golden"
	"wortlaut/build/read/german"
)

// exampleDate is the publication date of the examples in data/rules.txt, a Wednesday.
const exampleDate = "2025-02-12"

var shown = regexp.MustCompile(`\[(?:DATE|TIME|DURATION|SET) \S+ ([^\]]*)\]`)

// TestRuleExamples runs every example: all its expressions must come out, and one of them must be
// found by the rule below it.
func TestRuleExamples(t *testing.T) {
	for _, r := range tables().rules {
		if len(r.examples) == 0 {
			t.Errorf("rule %d, %s, has no example", r.rank+1, r.name)
		}
		for _, want := range r.examples {
			doc := german.Segment(shown.ReplaceAllString(want, "$1"), nil)
			var labels []golden.Label
			used := false
			newResolver(&doc, exampleDate).each(func(by *rule, x Timex) {
				labels = append(labels, golden.Label{Span: x.Span, Name: string(x.Type) + " " + x.Value})
				used = used || by == r
			})
			if got := golden.Show(doc.Text, labels); got != want {
				t.Errorf("rule %d, %s:\n got %s\nwant %s", r.rank+1, r.name, got, want)
			} else if !used {
				t.Errorf("rule %d, %s: another rule finds %s", r.rank+1, r.name, want)
			}
		}
	}
}

func TestDataErrors(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{"month: Januar", "no class, value and words"},
		{"month 1:Januar", "no class, value and words"},
		{"month 1: ", "no class, value and words"},
	} {
		_, err := parseWords("w.txt", "# head\n"+c.line)
		if err == nil || !strings.HasPrefix(err.Error(), "w.txt:2:1: ") || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v", c.line, err)
		}
	}
	for _, c := range []struct{ line, want string }{
		{"dates: [ month ]", `no class of expressions "dates"`},
		{"month: [ mont ]", `no word class "mont"`},
		{"month: [ month ] @after", `no condition "after"`},
		{"month: month", "the span has 0 elements"},
	} {
		g := &grammar{lexicon: tables().lexicon}
		err := g.parseRules("r.txt", "\n"+c.line)
		if err == nil || !strings.HasPrefix(err.Error(), "r.txt:2:1: ") || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v", c.line, err)
		}
	}
}

// TestClassesAreUsed finds word classes that neither a rule nor the code asks for, and classes of
// rules without words.
func TestClassesAreUsed(t *testing.T) {
	var used set
	for c := range classNames {
		used.add(class(c))
	}
	for _, r := range tables().rules {
		for _, part := range [][]element{r.left, r.span, r.right} {
			for _, e := range part {
				used = union(used, e.want)
			}
		}
	}
	var have set
	for _, w := range tables().words {
		have = union(have, union(w.nouns, w.others))
	}
	for c, name := range tables().names {
		if !used.has(class(c)) {
			t.Errorf("words.txt: no rule uses class %s", name)
		}
		if class(c) >= lastOfForm && !have.has(class(c)) {
			t.Errorf("words.txt: class %s has no words", name)
		}
	}
	if n := len(tables().names); n > 64*len(set{}) {
		t.Errorf("%d classes do not fit a set of %d", n, 64*len(set{}))
	}
}
