package statement

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// corpus imitates the dossier made from a file of sentence pairs: one speaker, one day, an article
// per group and side, with a third of the sentences missing from either.
func corpus(t *testing.T, file string) (rs []Rendering, gold []string) {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Skip(err)
	}
	groups := map[int][][2]string{}
	for line := range strings.Lines(string(data)) {
		f := strings.Split(strings.TrimRight(line, "\n"), "\t")
		k, err := strconv.Atoi(f[0])
		if err != nil {
			t.Fatal(err)
		}
		groups[k] = append(groups[k], [2]string{f[1], f[2]})
	}
	for k := range 10 * len(groups) {
		for side := range 2 {
			var kept []int
			for i := range groups[k] {
				if i%3 != side {
					kept = append(kept, i)
				}
			}
			if side == 1 {
				kept = append(slices.Clone(kept[len(kept)/2:]), kept[:len(kept)/2]...)
			}
			for _, i := range kept {
				s := groups[k][i][side]
				rs = append(rs, Rendering{Text: s, Quoted: s, Context: s, Article: fmt.Sprintf("%03d%c", k, 'a'+side), Speaker: "x", Date: "2024-03-12"})
				gold = append(gold, fmt.Sprintf("%d-%d", k, i))
			}
		}
	}
	return rs, gold
}

// TestParaphrases measures pairs of renderings on sets of paraphrased news sentences in the folder
// that WORTLAUT_STATEMENTS names; it is skipped where the sets are not on disk.
func TestParaphrases(t *testing.T) {
	dir := os.Getenv("WORTLAUT_STATEMENTS")
	for name, want := range map[string]float64{"easy-dev": .97, "hard-dev": .90} {
		rs, gold := corpus(t, dir+"/"+name+".tsv")
		p, r, f := score(rs, gold, Group(rs))
		t.Logf("%s: P %.3f R %.3f F1 %.3f", name, p, r, f)
		if f < want {
			t.Errorf("%s: F1 %.3f, want %.3f", name, f, want)
		}
	}
}

func score(rs []Rendering, gold []string, groups [][]int) (p, r, f float64) {
	got := map[[2]int]bool{}
	for _, g := range groups {
		for n, i := range g {
			for _, j := range g[n+1:] {
				if rs[i].Article != rs[j].Article {
					got[[2]int{i, j}] = true
				}
			}
		}
	}
	tp, all := 0.0, 0.0
	for i := range gold {
		for j := i + 1; j < len(gold); j++ {
			if gold[i] == gold[j] {
				all++
				if got[[2]int{i, j}] {
					tp++
				}
			}
		}
	}
	p, r = tp/float64(len(got)), tp/all
	return p, r, 2 * p * r / (p + r)
}
