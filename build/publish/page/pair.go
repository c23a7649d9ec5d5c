package page

import (
	"slices"
	"strings"
	"unicode/utf8"

	"wortlaut/build/dossier"
	"wortlaut/build/read/person"
	"wortlaut/build/text"
)

// Pair is the data of layout pair: two articles side by side.
type Pair struct {
	*Frame
	Heading     string
	A, B        ArticleLine
	LabelA      string
	LabelB      string
	Facts       string
	SameOutlet  bool
	SharedRoots []Link
	Shared      []PairStatement
	OnlyA       []StatementLine
	OnlyB       []StatementLine
	Numbers     []PairNumber
	Names       []PairName
	Runs        []PairRun
	Held        bool // rights keep words of one of the two back
}

// PairStatement is a statement both articles render.
type PairStatement struct {
	Statement Link
	Speaker   Link
	Date      string
	Differ    string // the weightiest way in which the two differ
	A, B      []Rendering
}

// PairNumber is a number with where each article prints it.
type PairNumber struct {
	Value string
	A, B  []Link // as printed; empty where it does not
}

// PairName is a person, organisation or place the two call by different names.
type PairName struct {
	Person Link
	A, B   []string // as printed, commonest first
}

// PairRun is a run of words both articles print.
type PairRun struct {
	Words int
	Text  string // as A prints it
	A, B  string // URLs of the places
}

// PairIndex is the data of layout pairs: how much any two articles have in common.
type PairIndex struct {
	*Frame
	Facts   string
	Columns []PairHead
	Rows    []PairRow  // the matrix; empty if there are too many articles for one
	Closest []PairLine // the pairs with most in common, first
	More    int        // pairs left out
}

// PairHead is an article as head of a row or column of the matrix.
type PairHead struct {
	Sigil   Sigil
	Source  string
	Article Link
}

// PairRow is one article against all others.
type PairRow struct {
	PairHead
	Cells []PairCell
}

// PairCell is one field of the matrix.
type PairCell struct {
	Self bool
	Pair Link // number of shared statements; without URL where there is no page
	Heat int  // 0–3
	Same bool // same outlet
}

// PairLine is one pair in a list.
type PairLine struct {
	A, B   PairHead
	Pair   Link
	Shared int
	Runs   int
	Same   bool
	Roots  int
}

// compared reports whether a pair has a page: the two have a statement or a run of words in common.
func compared(p *dossier.Pair) bool { return len(p.Shared) > 0 || len(p.Runs) > 0 }

// matrixSize is the greatest number of articles shown as a matrix; its fields grow with the square.
const matrixSize = 12

// pairLimit is how many pairs are listed.
const pairLimit = 100

func (b *builder) pairIndex() Page {
	v := b.open(b.url.Pairs(), "outlets", "", b.t.T("pair.index"))
	v.frame.Crumb = []Link{v.link(b.t.T("nav.outlets"), b.url.Outlets())}
	page := &PairIndex{Frame: v.frame}
	for i := range b.d.Pairs {
		if p := &b.d.Pairs[i]; compared(p) {
			page.Closest = append(page.Closest, v.pairLine(p))
		}
	}
	n := len(b.d.Articles)
	page.Facts = b.t.T("pair.index.facts", len(page.Closest), n*(n-1)/2)
	slices.SortStableFunc(page.Closest, func(x, y PairLine) int { return y.Shared - x.Shared })
	if len(page.Closest) > pairLimit {
		page.Closest, page.More = page.Closest[:pairLimit], len(page.Closest)-pairLimit
	}
	if len(b.d.Articles) > matrixSize {
		return v.page("pairs", page)
	}
	for i := range b.d.Articles {
		page.Columns = append(page.Columns, v.pairHead(b.d.Articles[i].ID))
	}
	for i := range b.d.Articles {
		page.Rows = append(page.Rows, v.pairRow(i, page.Columns))
	}
	return v.page("pairs", page)
}

func (v *view) pairHead(id string) PairHead {
	a := v.d.Article(id)
	return PairHead{Sigil: v.sigil(a), Source: v.label(a), Article: v.link(a.Title, v.url.Article(id))}
}

func (v *view) pairLine(p *dossier.Pair) PairLine {
	return PairLine{
		A: v.pairHead(p.A), B: v.pairHead(p.B), Pair: v.link(v.t.T("pair.open"), v.url.Pair(p.ID)),
		Shared: len(p.Shared), Runs: len(p.Runs), Same: p.SameOutlet, Roots: len(p.SharedRoots),
	}
}

func (v *view) pairRow(row int, heads []PairHead) PairRow {
	r := PairRow{PairHead: heads[row]}
	for col := range heads {
		if row == col {
			r.Cells = append(r.Cells, PairCell{Self: true})
			continue
		}
		r.Cells = append(r.Cells, v.pairCell(&v.d.Articles[min(row, col)], &v.d.Articles[max(row, col)]))
	}
	return r
}

func (v *view) pairCell(x, y *dossier.Article) PairCell {
	c := PairCell{Same: x.Outlet != "" && x.Outlet == y.Outlet, Pair: Link{Text: v.t.Int(0)}}
	at := slices.IndexFunc(v.d.Pairs, func(p dossier.Pair) bool { return p.A == x.ID && p.B == y.ID })
	if at >= 0 && compared(&v.d.Pairs[at]) {
		p := &v.d.Pairs[at]
		c.Heat = closeness(len(p.Shared))
		c.Pair = v.link(v.t.Int(len(p.Shared)), v.url.Pair(p.ID))
	}
	return c
}

// closeness is the strength of a field's ground, 0–3, for n shared statements.
func closeness(n int) int {
	switch {
	case n == 0:
		return 0
	case n < 3:
		return 1
	case n < 8:
		return 2
	}
	return 3
}

func (b *builder) pair(p *dossier.Pair) Page {
	x, y := b.d.Article(p.A), b.d.Article(p.B)
	heading := b.t.T("pair.title", x.Sigil, b.label(x), y.Sigil, b.label(y))
	v := b.open(b.url.Pair(p.ID), "outlets", "pair", heading)
	v.frame.Crumb = []Link{v.link(b.t.T("nav.outlets"), b.url.Outlets()), v.link(b.t.T("pair.index"), b.url.Pairs())}
	page := &Pair{
		Frame: v.frame, Heading: heading, A: v.articleLine(x), B: v.articleLine(y), LabelA: v.label(x), LabelB: v.label(y),
		SameOutlet: p.SameOutlet, OnlyA: v.lines(p.OnlyA), OnlyB: v.lines(p.OnlyB), Numbers: v.pairNumbers(x, y), Names: v.pairNames(x, y),
		Runs: v.pairRuns(p, x, y), Held: !x.Quotable() || !y.Quotable(),
	}
	for _, root := range p.SharedRoots {
		page.SharedRoots = append(page.SharedRoots, v.rootLink(root))
	}
	for _, id := range p.Shared {
		if s := b.d.Statement(id); s != nil {
			page.Shared = append(page.Shared, v.pairStatement(s, x.ID, y.ID))
		}
	}
	page.Facts = b.t.T("pair.facts.shared", len(p.Shared)) + " " + b.t.T("pair.facts.only", len(p.OnlyA), x.Sigil, len(p.OnlyB), y.Sigil)
	return v.page("pair", page)
}

func (v *view) lines(ids []string) []StatementLine {
	var out []StatementLine
	for _, id := range ids {
		if s := v.d.Statement(id); s != nil {
			out = append(out, v.statementLine(s))
		}
	}
	return out
}

func (v *view) pairStatement(s *dossier.Statement, x, y string) PairStatement {
	p := PairStatement{Statement: v.link(v.title(s), v.url.Statement(s.ID)), Speaker: v.speaker(s.Speaker), Differ: v.differ(s, x, y)}
	if s.Date.Value != "" {
		p.Date = v.t.Date(s.Date.Value)
	}
	for _, id := range s.Quotations {
		q := v.d.Quotation(id)
		switch {
		case q == nil:
		case q.Article == x:
			p.A = append(p.A, v.rendering(q))
		case q.Article == y:
			p.B = append(p.B, v.rendering(q))
		}
	}
	return p
}

// differ says in which way, the weightiest, the readings of articles x and y differ inside s. Of a
// statement with more witnesses only the variants in which these two differ count.
func (b *builder) differ(s *dossier.Statement, x, y string) string {
	i := slices.IndexFunc(s.Witnesses, func(w dossier.Witness) bool { return w.Article == x })
	j := slices.IndexFunc(s.Witnesses, func(w dossier.Witness) bool { return w.Article == y })
	if i < 0 || j < 0 {
		return ""
	}
	worst := len(variantClasses)
	for _, v := range s.Collation.Variants {
		if at := slices.Index(variantClasses, v.Class); at >= 0 && at < worst && reading(s, i, v.From, v.To) != reading(s, j, v.From, v.To) {
			worst = at
		}
	}
	if worst == len(variantClasses) {
		return b.t.T("pair.differ.same")
	}
	sign := b.sign(variantClasses[worst])
	return sign.Symbol + " " + sign.Word
}

// reading is what a witness prints in columns from up to to.
func reading(s *dossier.Statement, witness, from, to int) string {
	var parts []string
	for _, c := range s.Collation.Columns[from:to] {
		for _, span := range c.Cells[witness].Spans {
			parts = append(parts, span.Of(s.Collation.Readings[witness].Text))
		}
	}
	return strings.Join(parts, " ")
}

// pairNumbers lists the numbers of two articles by value and unit: first those both print, then
// those one of them does, each in the order of the texts.
func (v *view) pairNumbers(x, y *dossier.Article) []PairNumber {
	type key struct{ value, unit string }
	at := map[key]int{}
	var all []PairNumber
	for _, n := range slices.Concat(v.d.NumbersIn(x.ID), v.d.NumbersIn(y.ID)) {
		k := key{n.Value, n.Unit}
		if _, ok := at[k]; !ok {
			at[k] = len(all)
			all = append(all, PairNumber{Value: v.t.Amount(n.Value, n.Unit)})
		}
		row := &all[at[k]]
		if n.Article == x.ID {
			row.A = append(row.A, v.numberLink(&n, x))
		} else {
			row.B = append(row.B, v.numberLink(&n, y))
		}
	}
	slices.SortStableFunc(all, func(m, n PairNumber) int { return rankOf(m) - rankOf(n) })
	return all
}

// rankOf puts numbers in both before numbers in A before numbers in B.
func rankOf(n PairNumber) int {
	switch {
	case len(n.A) > 0 && len(n.B) > 0:
		return 0
	case len(n.A) > 0:
		return 1
	}
	return 2
}

// numberLink is a number as printed, where rights allow, with its row in the table of numbers.
func (v *view) numberLink(n *dossier.Number, a *dossier.Article) Link {
	printed := v.t.Amount(n.Value, n.Unit)
	if a.Rights == "full" || a.Quotable() && n.Quotation != "" {
		printed = n.Span.Of(a.Article.Text)
		if n.Counts != "" && !strings.Contains(printed, n.Counts) {
			printed += " " + n.Counts
		}
	}
	return v.link(printed, v.url.Number(n.ID))
}

// pairNames lists who is called by names that have no word in common: other spellings and other
// names, but not a surname beside a full name.
func (v *view) pairNames(x, y *dossier.Article) []PairName {
	var out []PairName
	for _, list := range [][]dossier.Person{v.d.Persons, v.d.Places} {
		for i := range list {
			p := &list[i]
			in, other := namesIn(p, x.ID), namesIn(p, y.ID)
			if len(in) == 0 || len(other) == 0 || alike(in, other) {
				continue
			}
			name := Link{Text: p.Name}
			if p.Kind != person.Place {
				name = v.speaker(p.ID)
			}
			out = append(out, PairName{Person: name, A: in, B: other})
		}
	}
	return out
}

// namesIn are the names under which an article mentions p, commonest first.
func namesIn(p *dossier.Person, article string) []string {
	var out []string
	for _, n := range p.Names {
		if n.Form == person.Name && slices.Contains(n.Articles, article) {
			out = append(out, n.Text)
		}
	}
	return out
}

// alike reports whether two lists of names share a word. An inflected ending "s" makes no difference.
func alike(a, b []string) bool {
	seen := map[string]bool{}
	for _, name := range a {
		for _, w := range strings.Fields(name) {
			seen[bare(w)] = true
		}
	}
	for _, name := range b {
		for _, w := range strings.Fields(name) {
			if seen[bare(w)] {
				return true
			}
		}
	}
	return false
}

// bare is a word without a genitive ending, unless too little would remain.
func bare(w string) string {
	if cut := strings.TrimRight(strings.TrimSuffix(w, "s"), "'’"); utf8.RuneCountInString(cut) >= 2 {
		return cut
	}
	return w
}

// pairRuns are the runs of words that rights of both let appear.
func (v *view) pairRuns(p *dossier.Pair, x, y *dossier.Article) []PairRun {
	var out []PairRun
	for _, r := range p.Runs {
		run := PairRun{Words: r.Words, A: v.sentenceAt(x, r.A), B: v.sentenceAt(y, r.B)}
		if x.Rights == "full" && y.Rights == "full" {
			run.Text = r.A.Of(x.Article.Text)
		}
		out = append(out, run)
	}
	return out
}

// sentenceAt is the URL of the sentence in which s begins; of the article where sentences may be missing.
func (v *view) sentenceAt(a *dossier.Article, s text.Span) string {
	if !a.Full() {
		return v.to(v.url.Article(a.ID))
	}
	for i, sentence := range a.Sentences {
		if s.Start < sentence.End {
			return v.to(v.url.Sentence(a.ID, i+1))
		}
	}
	return v.to(v.url.Article(a.ID))
}
