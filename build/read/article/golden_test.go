package article

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"wortlaut/build/golden"
)

// describe prints what Load found: blocks as "kind/why | text", then facts, then defects.
func describe(t *testing.T, a Article, full bool) map[string]string {
	t.Helper()
	var blocks, facts, defects strings.Builder
	for _, b := range a.Blocks {
		kind, s := string(b.Kind), b.Span.Of(a.Text)
		if b.Why != "" {
			kind += "/" + b.Why
		}
		if r := []rune(s); !full && len(r) > 120 {
			s = string(r[:60]) + " … " + string(r[len(r)-50:])
		}
		fmt.Fprintf(&blocks, "%s | %s\n", kind, s)
	}
	for _, f := range []struct {
		name string
		fact Fact
	}{{"title", a.Headline}, {"outlet", a.Outlet}, {"place", a.Place}, {"published", a.Published}} {
		if f.fact.Basis != Unknown {
			fmt.Fprintf(&facts, "%s: %s (%s) %q\n", f.name, f.fact.Value, f.fact.Basis, f.fact.Span.Of(a.Source))
		}
	}
	fmt.Fprintf(&facts, "certainty: %s\nagencies: %s\nwords: %d\n", a.Certainty, strings.Join(a.Agencies, ", "), a.Words)
	for _, d := range a.Defects {
		fmt.Fprintf(&defects, "%s %d %q at %d\n", d.Kind, d.Count, d.Found, 1+strings.Count(a.Source[:d.Span.Start], "\n"))
	}
	return map[string]string{"blocks": blocks.String(), "facts": facts.String(), "defects": defects.String()}
}

func TestGolden(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, in map[string]string) map[string]string {
		src, full := in["input"], true
		if name := strings.TrimSpace(in["seed"]); name != "" {
			b, err := os.ReadFile("../../../seeds/" + name)
			if err != nil {
				t.Fatal(err)
			}
			src, full = string(b), false
		}
		a, _, err := Load("x.txt", []byte(src), "x", nil)
		if err != nil {
			t.Fatal(err)
		}
		checkMap(t, &a)
		checkBlocks(t, &a)
		return describe(t, a, full)
	})
}
