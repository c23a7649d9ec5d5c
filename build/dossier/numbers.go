package dossier

import (
	"cmp"
	"slices"
	"strings"

	"wortlaut/build/read/german"
	"wortlaut/build/read/quantity"
	"wortlaut/build/text"
)

// numbers enters every quantity with its sentence and with whoever is quoted around it, then
// looks for those that cannot all be right. A checked-only dossier has none: no record confirms a number.
func (b *assembly) numbers() {
	if b.Info.CheckedOnly {
		return
	}
	quoted := map[string][]*Quotation{}
	for i := range b.Quotations {
		q := &b.Quotations[i]
		quoted[q.Article] = append(quoted[q.Article], q)
	}
	for i := range b.Articles {
		a := &b.Articles[i]
		taken := map[string]int{}
		for _, n := range a.Quantities {
			printed := n.Span.Of(a.Article.Text)
			num := Number{ID: a.ID + "-z" + digest(printed, taken[printed]), Article: a.ID, Quantity: n}
			taken[printed]++
			num.Sentence, _, _ = b.context(a, n.Span)
			if q := around(quoted[a.ID], n.Span); q != nil {
				num.Quotation, num.Person = q.ID, q.Person
			}
			b.Numbers = append(b.Numbers, num)
		}
	}
	b.Reindex()
	b.partOverWhole()
	b.valueDiffers()
	b.noted()
	slices.SortFunc(b.Conflicts, func(x, y Conflict) int { return cmp.Compare(x.ID, y.ID) })
}

// noted enters the editors' notes on numbers with the conflicts these are in.
func (b *assembly) noted() {
	for _, r := range b.content.Articles {
		a := b.articleOf(r.Seed)
		if a == nil {
			continue
		}
		for _, c := range r.Numbers {
			span, ok := b.passage(a, c.Exact, c.Pos)
			if !ok {
				continue
			}
			in := func(id string) bool {
				n := b.Number(id)
				return n.Article == a.ID && n.Span.Overlaps(span)
			}
			if !slices.ContainsFunc(b.Numbers, func(n Number) bool { return in(n.ID) }) {
				b.errs.Add(c.Pos, "name the words with the number", "no number found at %q", shorten(c.Exact))
			}
			for i := range b.Conflicts {
				if slices.ContainsFunc(b.Conflicts[i].Numbers, in) {
					b.Conflicts[i].Note = c.Note
				}
			}
		}
	}
}

// articleOf returns the article made of a seed, or nil.
func (b *assembly) articleOf(seed string) *Article {
	i := slices.IndexFunc(b.Articles, func(a Article) bool { return a.Article.Name == seed })
	if i < 0 {
		return nil
	}
	return &b.Articles[i]
}

// around returns the shortest quotation that contains s, or nil.
func around(list []*Quotation, s text.Span) *Quotation {
	var best *Quotation
	for _, q := range list {
		inside := slices.ContainsFunc(q.Content, func(c text.Span) bool { return c.Contains(s) })
		if inside && (best == nil || text.Hull(q.Content).Len() < text.Hull(best.Content).Len()) {
			best = q
		}
	}
	return best
}

// partOverWhole finds a number that is said to be part of the one before it and is larger. The
// whole is the last number before it, in the same sentence or the one before, that could have its unit.
func (b *assembly) partOverWhole() {
	for i := 1; i < len(b.Numbers); i++ {
		n := &b.Numbers[i]
		if !n.PartOf {
			continue
		}
		for j := i - 1; j >= 0 && b.Numbers[j].Article == n.Article; j-- {
			w := &b.Numbers[j]
			if !b.near(w, n) {
				break
			}
			if !sameMeasure(w.Quantity, n.Quantity) {
				continue
			}
			if compareValues(n.Value, w.Value) > 0 {
				b.Conflicts = append(b.Conflicts, Conflict{ID: "teil-" + n.ID, Kind: "part-over-whole", Numbers: []string{w.ID, n.ID}})
			}
			break
		}
	}
}

// near reports whether y stands in the sentence of x or in the next one of its block.
func (b *assembly) near(x, y *Number) bool {
	if x.Sentence == y.Sentence {
		return true
	}
	_, _, after := b.context(b.Article(x.Article), x.Span)
	return after == y.Sentence
}

// sameMeasure reports whether one number can be a part of the other: same unit, or one of them
// without and of the same order of magnitude.
func sameMeasure(x, y quantity.Quantity) bool {
	if x.Unit == y.Unit && x.Unit != "" {
		return x.Unit != "percent"
	}
	const near = 2 // digits
	d := len(whole(x.Value)) - len(whole(y.Value))
	return (x.Unit == "" || y.Unit == "") && d <= near && -d <= near
}

// whole is the part of a decimal before the point.
func whole(value string) string {
	w, _, _ := strings.Cut(value, ".")
	return strings.TrimLeft(w, "0")
}

// compareValues orders non-negative decimals as quantity.Find writes them.
func compareValues(x, y string) int {
	if c := cmp.Or(cmp.Compare(len(whole(x)), len(whole(y))), cmp.Compare(whole(x), whole(y))); c != 0 {
		return c
	}
	_, fx, _ := strings.Cut(x, ".")
	_, fy, _ := strings.Cut(y, ".")
	return cmp.Compare(strings.TrimRight(fx, "0"), strings.TrimRight(fy, "0"))
}

// valueDiffers finds two articles that render one statement with different numbers of the same
// thing: same unit, same counted noun, and no number of that kind in common.
func (b *assembly) valueDiffers() {
	in := map[string][]int{} // quotation → numbers
	for i, n := range b.Numbers {
		if n.Quotation != "" {
			in[n.Quotation] = append(in[n.Quotation], i)
		}
	}
	for _, s := range b.Statements {
		kinds := map[string]map[string][]int{} // measure → article → numbers
		for _, id := range s.Quotations {
			for _, i := range in[id] {
				n := &b.Numbers[i]
				k := measure(n.Quantity)
				if kinds[k] == nil {
					kinds[k] = map[string][]int{}
				}
				kinds[k][n.Article] = append(kinds[k][n.Article], i)
			}
		}
		for k, byArticle := range kinds {
			if ids := b.apart(byArticle); len(ids) > 1 {
				b.Conflicts = append(b.Conflicts, Conflict{ID: "wert-" + s.ID + "-" + text.Slug(k), Kind: "value-differs", Numbers: ids})
			}
		}
	}
}

// measure names what a number counts, so that two of the same name can be compared.
func measure(q quantity.Quantity) string {
	words := strings.Fields(q.Counts)
	if len(words) == 0 {
		return q.Unit
	}
	return q.Unit + " " + german.Stem(german.Fold(words[len(words)-1]))
}

// apart returns the numbers of those articles that share no value with another, by ID; none unless
// there are at least two such articles.
func (b *assembly) apart(byArticle map[string][]int) []string {
	seen := map[string]int{} // value → articles
	for _, list := range byArticle {
		values := map[string]bool{}
		for _, i := range list {
			values[b.Numbers[i].Value] = true
		}
		for v := range values {
			seen[v]++
		}
	}
	var ids []string
	alone := 0
	for _, list := range byArticle {
		shares := slices.ContainsFunc(list, func(i int) bool { return seen[b.Numbers[i].Value] > 1 })
		if !shares {
			alone++
			for _, i := range list {
				ids = append(ids, b.Numbers[i].ID)
			}
		}
	}
	if alone < 2 {
		return nil
	}
	slices.Sort(ids)
	return ids
}
