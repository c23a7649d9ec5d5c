package dossier

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"wortlaut/build/read"
	"wortlaut/build/read/article"
	"wortlaut/build/read/german"
	"wortlaut/build/record"
	"wortlaut/build/text"
)

// hues is the number of sigil colours of the stylesheet.
const hues = 8

// articles takes over the analyses, gives every article its sigil and lays its record over it.
func (b *assembly) articles(analyses []read.Analysis) {
	records := map[string]*record.Article{}
	for i := range b.content.Articles {
		r := &b.content.Articles[i]
		records[r.Seed] = r
	}
	for _, an := range analyses {
		a := Article{Analysis: an, ID: an.Article.ID, Title: an.Article.TitleText(), Rights: "full", Translation: "unknown", Status: record.Machine}
		a.Published = published(&an.Article)
		if r := records[an.Article.Name]; r != nil {
			b.hide(&a, r)
			a = withRecord(a, r)
		}
		b.Articles = append(b.Articles, a)
	}
	slices.SortFunc(b.Tombstones, func(x, y Tombstone) int { return cmp.Compare(x.ID, y.ID) })
	slices.SortFunc(b.Articles, func(x, y Article) int { return cmp.Compare(x.ID, y.ID) })
	for i := range b.Articles {
		a := &b.Articles[i]
		a.Sigil, a.Hue = sigil(i), i%hues+1
		a.Unbacked = unbacked(&a.Analysis)
	}
	b.Reindex()
}

// sigil numbers articles A … Z, AA, AB …
func sigil(i int) string {
	s := ""
	for i++; i > 0; i = (i - 1) / 26 {
		s = string(rune('A'+(i-1)%26)) + s
	}
	return s
}

func published(a *article.Article) Date {
	f := a.Published
	return Date{
		Value: f.Value, Precision: precision(f.Value), Basis: string(f.Basis), Why: f.Why,
		Phrase: f.Span.Of(a.Source), Inferred: a.Certainty == "inferred", Status: record.Machine,
	}
}

// withRecord lays an editor's record over an article.
func withRecord(a Article, r *record.Article) Article {
	a.Title = cmp.Or(r.Title, a.Title)
	a.Label, a.URL, a.Headline, a.Note = r.Label, r.URL, r.Headline, r.Body
	a.Outlet, a.BasedOn = r.Outlet, slices.Clone(r.BasedOn)
	a.Rights = cmp.Or(r.Rights, a.Rights)
	a.Translation = cmp.Or(r.Translation, a.Translation)
	a.Status, a.By, a.On = cmp.Or(r.Status, a.Status), r.By, r.On
	if r.Published != nil {
		a.Published.Status = a.Status
		a.Published.Basis = string(article.FromRecord)
	}
	return a
}

// outlets gives every outlet of a record or an article its entry, and every article its outlet,
// its label and the origins of what it reports.
func (b *assembly) outlets() {
	byName := map[string]string{}
	for _, r := range b.content.Outlets {
		b.Outlets = append(b.Outlets, Outlet{
			ID: r.ID, Name: cmp.Or(r.Name, r.ID), URL: r.URL, Country: r.Country, Agency: r.Agency, Note: r.Body, Status: cmp.Or(r.Status, record.Machine),
		})
		for _, n := range append([]string{r.ID, r.Name}, r.Names...) {
			byName[text.Slug(n)] = r.ID
		}
	}
	outlet := func(name string, agency bool) string {
		slug := text.Slug(name)
		if id, ok := byName[slug]; ok {
			return id
		}
		byName[slug] = slug
		b.Outlets = append(b.Outlets, Outlet{ID: slug, Name: name, Agency: agency, Status: record.Machine})
		return slug
	}
	for i := range b.Articles {
		a := &b.Articles[i]
		if name := a.Article.Outlet.Value; a.Outlet == "" && name != "" {
			a.Outlet = outlet(name, false)
		}
		if len(a.BasedOn) == 0 {
			for _, name := range a.Article.Agencies {
				a.BasedOn = append(a.BasedOn, outlet(name, true))
			}
		}
	}
	slices.SortFunc(b.Outlets, func(x, y Outlet) int { return cmp.Compare(x.ID, y.ID) })
	b.Reindex()
	for i := range b.Articles {
		b.place(&b.Articles[i])
	}
}

// place enters an article with its outlet and its origins.
func (b *assembly) place(a *Article) {
	a.Roots = slices.Compact(slices.Sorted(slices.Values(a.BasedOn)))
	if o := b.Outlet(a.Outlet); o != nil {
		o.Articles = append(o.Articles, a.ID)
		a.Label = cmp.Or(a.Label, o.Name)
		if len(a.Roots) == 0 {
			a.Roots = []string{o.ID}
		}
	}
	if len(a.Roots) == 0 {
		a.Roots = []string{a.ID}
	}
	for _, id := range a.BasedOn {
		if o := b.Outlet(id); o != nil {
			o.Feeds = append(o.Feeds, a.ID)
		}
	}
}

// unbacked returns the nouns of a title that the blocks below it have in no form: neither as a
// stem nor inside a compound, nor as a compound whose last part occurs.
func unbacked(an *read.Analysis) []string {
	a := &an.Article
	title, ok := a.Block(article.Title)
	if !ok {
		return nil
	}
	var body strings.Builder
	for _, blk := range a.Blocks {
		if blk.Kind == article.Paragraph || blk.Kind == article.Subtitle {
			body.WriteString(german.Fold(blk.Span.Of(a.Text)) + "\n")
		}
	}
	if body.Len() == 0 {
		return nil
	}
	doc := german.Segment(a.Text, []text.Span{title.Span})
	var out []string
	for i, tok := range doc.Tokens {
		word := doc.Word(i)
		first, _ := utf8.DecodeRuneInString(word)
		if i > 0 && doc.Tokens[i-1].Kind != german.Punct && tok.Kind == german.Word && unicode.IsUpper(first) && !german.FunctionWord(tok.Lower) && !backed(body.String(), word) {
			out = append(out, word)
		}
	}
	return out
}

// part is the shortest piece of a compound that counts as a word of its own, in bytes.
const part = 5

// backed reports whether a folded text has word, its last part after a hyphen, or a compound's last part.
func backed(body, word string) bool {
	_, last, _ := strings.Cut(word, "-")
	stem := german.Stem(german.Fold(cmp.Or(last, word)))
	if strings.Contains(body, stem) || strings.Contains(body, strings.TrimSuffix(stem, "s")) {
		return true
	}
	for i := range stem {
		if i > 0 && len(stem)-i >= part && (strings.Contains(body, " "+stem[i:]) || strings.Contains(body, "-"+stem[i:])) {
			return true
		}
	}
	return false
}
