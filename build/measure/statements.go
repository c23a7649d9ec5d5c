package measure

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"wortlaut/build/text"
)

// Renderings is one sentence as two sources have it.
type Renderings struct {
	Group  int // of sentences that stand together
	Number int // in the group, from 0
	A, B   string
}

// ParseRenderings reads lines of a group's number and two renderings of a sentence, parted by tabs,
// and returns them by group, in a group as they stand. The error is a text.Errors; file is its place.
func ParseRenderings(file, data string) ([]Renderings, error) {
	var errs text.Errors
	var out []Renderings
	line := 0
	for l := range strings.Lines(data) {
		line++
		f := strings.Split(strings.TrimRight(l, "\n"), "\t")
		k, err := strconv.Atoi(f[0])
		if len(f) != 3 || err != nil {
			errs.Add(text.Pos{File: file, Line: line, Col: 1}, "number of the group, one rendering, the other", "not a number and two sentences parted by tabs")
			continue
		}
		out = append(out, Renderings{Group: k, A: f[1], B: f[2]})
	}
	if len(out) == 0 && len(errs) == 0 {
		errs.Add(text.Pos{File: file}, "name a file of renderings", "no sentences")
	}
	slices.SortStableFunc(out, func(a, b Renderings) int { return cmp.Compare(a.Group, b.Group) })
	for i := 1; i < len(out); i++ {
		if out[i].Group == out[i-1].Group {
			out[i].Number = out[i-1].Number + 1
		}
	}
	return out, errs.Err()
}

// on is the place of a rendering on a side, 'a' or 'b', and its words.
func (r Renderings) on(side byte) (place, string) {
	if side == 'a' {
		return place{r.Group, r.Number, side}, r.A
	}
	return place{r.Group, r.Number, side}, r.B
}

// place is a rendering: the sentence's number in its group, and the side, 'a' or 'b'.
type place struct {
	group, number int
	side          byte
}

// article is the name of the text a rendering stands in, without ending.
func (p place) article() string { return fmt.Sprintf("%03d%c", p.group, p.side) }

// kept reports whether the rendering is part of its article: a third is missing from either side.
func (p place) kept() bool { return p.number%3 != int(p.side-'a') }

// titles are the invented papers that print the articles.
var titles = strings.Fields("Amt Bote Chronik Depesche Echo Feuilleton Gazette Herold Illustrierte Journal Kurier Landbote Merkur Neueste Observer Post Quelle Rundschau Spiegelbild Tagblatt Umschau Volksstimme Wochenblatt Zeitung")

// Seed is a made text and the name of its file.
type Seed struct{ Name, Body string }

// Seeds makes two articles of every group, one for each side, in which one spokeswoman says every
// sentence in quotation marks; the second side begins in the middle. They come by name.
func Seeds(list []Renderings) []Seed {
	var out []Seed
	for i := 0; i < len(list); {
		k := i
		for i < len(list) && list[i].Group == list[k].Group {
			i++
		}
		out = append(out, seed(list[k:i], 'a'), seed(list[k:i], 'b'))
	}
	slices.SortFunc(out, func(a, b Seed) int { return strings.Compare(a.Name, b.Name) })
	return out
}

func seed(group []Renderings, side byte) Seed {
	var said []string
	for _, r := range group {
		if p, words := r.on(side); p.kept() {
			said = append(said, strings.TrimRightFunc(words, unicode.IsSpace))
		}
	}
	home, _ := group[0].on(side)
	paper := 2 * home.group
	if side == 'b' {
		said = slices.Concat(said[len(said)/2:], said[:len(said)/2])
		paper++
	}
	lines := []string{
		"Berger nimmt Stellung", "", titles[paper%len(titles)] + " " + strconv.Itoa(home.group) + string(side), "",
		"Berlin, 12. März 2024 – Die Regierungssprecherin Anna Berger hat sich am Dienstag in Berlin geäußert.", "",
	}
	for n, s := range said {
		lines = append(lines, frame(n, s), "")
	}
	return Seed{home.article() + ".txt", strings.Join(lines, "\n")}
}

// frame has the spokeswoman say the nth sentence of an article.
func frame(n int, s string) string {
	core := strings.TrimRight(s, ".")
	switch n % 3 {
	case 0:
		return "„" + core + "“, sagte Berger."
	case 1:
		if !strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "!") && !strings.HasSuffix(s, "?") {
			s += "."
		}
		return "Berger sagte: „" + s + "“"
	}
	return "„" + core + "“, erklärte die Sprecherin."
}

// Found is a quotation that was found in a made article.
type Found struct {
	Article string // name of the seed without ending
	Text    string
	ID      string
}

// StatementScores says which renderings were joined. Pairs are of quotations in different articles.
type StatementScores struct {
	Found, Made  int // quotations
	Joined, Gold int // pairs; of Gold both renderings are part of their articles
	Score
}

// Statements scores groups, given as IDs, of the quotations found in the articles of list.
func Statements(list []Renderings, found []Found, groups [][]string) StatementScores {
	made := map[[2]string]place{}
	gold := map[[2]place]bool{}
	for _, r := range list {
		a, textA := r.on('a')
		b, textB := r.on('b')
		if a.kept() {
			made[[2]string{a.article(), letters(textA)}] = a
		}
		if b.kept() {
			made[[2]string{b.article(), letters(textB)}] = b
		}
		if a.kept() && b.kept() {
			gold[[2]place{a, b}] = true
		}
	}
	at := map[string]place{}
	for _, f := range found {
		if p, ok := made[[2]string{f.Article, letters(f.Text)}]; ok {
			at[f.ID] = p
		}
	}
	joined := joinedPairs(groups, at)
	out := StatementScores{Found: len(at), Made: len(made), Joined: len(joined), Gold: len(gold)}
	right := 0
	for p := range joined {
		if gold[p] {
			right++
		}
	}
	out.Score = score(right, out.Joined, right, out.Gold)
	return out
}

// joinedPairs returns the pairs of renderings of different articles that share a group, the lesser place first.
func joinedPairs(groups [][]string, at map[string]place) map[[2]place]bool {
	out := map[[2]place]bool{}
	for _, g := range groups {
		var members []place
		for _, id := range g {
			if p, ok := at[id]; ok {
				members = append(members, p)
			}
		}
		slices.SortFunc(members, func(a, b place) int {
			return cmp.Or(cmp.Compare(a.group, b.group), cmp.Compare(a.number, b.number), cmp.Compare(a.side, b.side))
		})
		for n, p := range members {
			for _, q := range members[n+1:] {
				if p.article() != q.article() {
					out[[2]place{p, q}] = true
				}
			}
		}
	}
	return out
}

// letters returns the letters of German and the digits of s in lower case: two texts that differ in signs and blanks are one.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || strings.ContainsRune("äöüß", r) {
			return r
		}
		return -1
	}, strings.ToLower(s))
}

// Print writes the scores.
func (s StatementScores) Print(w io.Writer) {
	fmt.Fprintf(w, "quotations found %d/%d  pairs %d of %d  P %.3f  R %.3f  F1 %.3f\n", s.Found, s.Made, s.Joined, s.Gold, s.P, s.R, s.F1)
}
