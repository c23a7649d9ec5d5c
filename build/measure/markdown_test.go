package measure

import (
	"strings"
	"testing"
)

func TestMarkdown(t *testing.T) {
	times := CountTimes(goldTimes, readTimes)
	marking := Quotations(nil)
	list := []Sentence{{}, {}}
	s := Summary{Times: &times, TimeTexts: 1234, Names: Names(list), Sentences: 1234567, Marking: &marking,
		Statements: []NamedStatements{{"free", StatementScores{Gold: 12, Score: Score{.5, .25, 1. / 3}}}}}
	var out strings.Builder
	s.Markdown(&out)
	const want = `| what | measured on | Wortlaut | independent marking |
|---|---|---|---|
| dates: strict / relaxed / value | KRAUTS, 1234 texts (Strötgen et al. 2018) | 22.2 / 66.7 / 22.2 | – |
| names of persons: strict / relaxed | GermEval 2014, 1,234,567 sentences (Benikova et al. 2014) | 0.0 / 0.0 | – |
| names of organisations: strict / relaxed | the same | 0.0 / 0.0 | – |
| names of places: strict / relaxed | the same | 0.0 / 0.0 | – |
| statements joined, free: P / R / F1 | WMT 2019 paraphrases, 12 pairs (Freitag et al. 2020) | 50.0 / 25.0 / 33.3 | – |

Independent marking: 0 other texts`
	if !strings.HasPrefix(out.String(), want) {
		t.Errorf("got\n%s\nwant\n%s", out.String(), want)
	}
}
