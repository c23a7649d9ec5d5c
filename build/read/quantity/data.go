package quantity

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"wortlaut/build/read/german"
	"wortlaut/build/text"
)

var (
	//go:embed data/units.txt
	unitData string
	//go:embed data/approximations.txt
	approximationData string
	//go:embed data/labels.txt
	labelData string
	//go:embed data/adjectives.txt
	adjectiveData string
)

// phrase is a form of several tokens in lower case and what it stands for.
type phrase struct {
	words   []string
	meaning string
}

// phrases finds phrases by their first word, the longest first.
type phrases map[string][]phrase

var (
	units          = text.Must(parsePhrases("data/units.txt", unitData))
	approximations = reversed(text.Must(parsePhrases("data/approximations.txt", approximationData)))
	labels         = text.Must(parseLabels("data/labels.txt", labelData))
	adjectives     = text.Must(parseList("data/adjectives.txt", adjectiveData))
)

// parseList reads lines of the form "meaning: word word".
func parseList(file, data string) ([]phrase, error) {
	var list []phrase
	seen := map[string]bool{}
	err := text.Entries(file, data, func(line string) error {
		meaning, form, ok := strings.Cut(line, ": ")
		words := strings.Fields(strings.ToLower(form))
		if !ok || len(words) == 0 || strings.ContainsAny(meaning, " \t") {
			return fmt.Errorf("want a meaning, a colon and a form: %q", line)
		}
		key := strings.Join(words, " ")
		if seen[key] {
			return fmt.Errorf("%q stands here twice", form)
		}
		seen[key] = true
		list = append(list, phrase{words, meaning})
		return nil
	})
	return list, err
}

// parsePhrases reads what parseList reads and indexes it by the first word.
func parsePhrases(file, data string) (phrases, error) {
	list, err := parseList(file, data)
	table := phrases{}
	for _, p := range list {
		table[p.words[0]] = append(table[p.words[0]], p)
	}
	for _, same := range table {
		slices.SortStableFunc(same, func(a, b phrase) int { return len(b.words) - len(a.words) })
	}
	return table, err
}

// reversed indexes phrases by their last word, for reading from right to left.
func reversed(table phrases) phrases {
	out := phrases{}
	for _, list := range table {
		for _, p := range list {
			last := p.words[len(p.words)-1]
			out[last] = append(out[last], p)
		}
	}
	for _, list := range out {
		slices.SortFunc(list, func(a, b phrase) int {
			if len(a.words) != len(b.words) {
				return len(b.words) - len(a.words)
			}
			return slices.Compare(a.words, b.words)
		})
	}
	return out
}

func parseLabels(file, data string) (map[string]bool, error) {
	table := map[string]bool{}
	err := text.Entries(file, data, func(line string) error {
		if strings.ContainsAny(line, " \t") || table[strings.ToLower(line)] {
			return fmt.Errorf("want one word, and once: %q", line)
		}
		table[strings.ToLower(line)] = true
		return nil
	})
	return table, err
}

// after returns the meaning of the phrase that begins at token i and the token behind it.
func (p phrases) after(d *german.Doc, i, last int) (meaning string, next int) {
	if i >= last {
		return "", i
	}
	for _, ph := range p[d.Tokens[i].Lower] {
		if i+len(ph.words) <= last && match(d, i, ph.words) {
			return ph.meaning, i + len(ph.words)
		}
	}
	return "", i
}

// before returns the meaning of the phrase that ends right before token i and its first token.
func (p phrases) before(d *german.Doc, i, first int) (meaning string, start int) {
	if i <= first {
		return "", i
	}
	for _, ph := range p[d.Tokens[i-1].Lower] {
		if start := i - len(ph.words); start >= first && match(d, start, ph.words) {
			return ph.meaning, start
		}
	}
	return "", i
}

func match(d *german.Doc, i int, words []string) bool {
	for k, w := range words {
		if d.Tokens[i+k].Lower != w {
			return false
		}
	}
	return true
}
