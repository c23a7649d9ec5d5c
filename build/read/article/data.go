package article

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"

	"wortlaut/build/text"
)

var (
	//go:embed data/joins.txt
	joinsTxt string
	//go:embed data/dateline.txt
	datelineTxt string
	//go:embed data/agencies.txt
	agenciesTxt string
	//go:embed data/media.txt
	mediaTxt string
	//go:embed data/places.txt
	placesTxt string
)

var (
	joinWords     = text.Must(parseTagged("data/joins.txt", joinsTxt, "open", "suspended", "loose", "equal", "small"))
	openEnd       = joinWords["open"]
	suspended     = joinWords["suspended"]
	smallWord     = joinWords["small"]
	equals        = joinWords["equal"]
	loose         = joinWords["loose"]
	datelineWords = text.Must(parseTagged("data/dateline.txt", datelineTxt, "word", "updated", "day", "month"))
	months        = text.Must(parseMonths("data/dateline.txt", datelineTxt))
	agencies      = text.Must(parseAgencies("data/agencies.txt", agenciesTxt))
	mediaEnds     = text.Must(parseList("data/media.txt", mediaTxt))
	places        = text.Must(parsePlaces("data/places.txt", placesTxt))
)

// parseTagged reads lines "tag word …" into one set of words per tag.
func parseTagged(file, data string, tags ...string) (map[string]map[string]bool, error) {
	sets := map[string]map[string]bool{}
	for _, t := range tags {
		sets[t] = map[string]bool{}
	}
	err := text.Entries(file, data, func(l string) error {
		f := strings.Fields(l)
		if len(f) < 2 || sets[f[0]] == nil {
			return fmt.Errorf("one of %v and a word expected, found %q", tags, l)
		}
		for _, w := range f[1:] {
			sets[f[0]][w] = true
		}
		return nil
	})
	return sets, err
}

// parseMonths reads the lines "month 1 januar …".
func parseMonths(file, data string) (map[string]int, error) {
	m := map[string]int{}
	err := text.Entries(file, data, func(l string) error {
		f := strings.Fields(l)
		if f[0] != "month" {
			return nil
		}
		n, err := strconv.Atoi(f[1])
		if err != nil || n < 1 || n > 12 {
			return fmt.Errorf("the number of a month expected, found %q", f[1])
		}
		for _, w := range f[2:] {
			m[w] = n
		}
		return nil
	})
	return m, err
}

// parseAgencies reads "name | spelling | …" and maps each spelling in small letters to the name.
func parseAgencies(file, data string) (map[string]string, error) {
	m := map[string]string{}
	err := text.Entries(file, data, func(l string) error {
		name := strings.TrimSpace(strings.Split(l, "|")[0])
		for w := range strings.SplitSeq(l, "|") {
			w = strings.ToLower(strings.TrimSpace(w))
			if w == "" || m[w] != "" && m[w] != name {
				return fmt.Errorf("empty or twice: %q", l)
			}
			m[w] = name
		}
		return nil
	})
	return m, err
}

func parseList(file, data string) ([]string, error) {
	var list []string
	err := text.Entries(file, data, func(l string) error {
		list = append(list, l)
		return nil
	})
	return list, err
}

// parsePlaces reads names parted by commas into a set in small letters.
func parsePlaces(file, data string) (map[string]bool, error) {
	set := map[string]bool{}
	err := text.Entries(file, data, func(l string) error {
		for name := range strings.SplitSeq(l, ",") {
			name = strings.ToLower(strings.TrimSpace(name))
			if name == "" {
				return fmt.Errorf("an empty name in %q", l)
			}
			set[name] = true
		}
		return nil
	})
	return set, err
}
