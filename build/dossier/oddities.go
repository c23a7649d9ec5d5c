package dossier

import (
	"cmp"
	"slices"

	"wortlaut/build/read/article"
	"wortlaut/build/read/person"
)

// oddities gathers what a reader should look at, the gravest kinds first.
func (b *assembly) oddities() {
	for _, c := range b.Conflicts {
		o := Oddity{Kind: c.Kind, Article: b.Number(c.Numbers[0]).Article, Link: c.ID}
		for _, id := range c.Numbers {
			n := b.Number(id)
			o.Sources = append(o.Sources, Source{Article: n.Article, Span: n.Span})
		}
		b.Oddities = append(b.Oddities, o)
	}
	for _, p := range b.Persons {
		for _, u := range p.Offices {
			if u.Misfit {
				b.Oddities = append(b.Oddities, Oddity{Kind: "role-misfit", Article: u.Article, Person: p.ID, Link: p.ID, Words: []string{u.Title}})
			}
		}
	}
	for _, a := range b.Articles {
		if len(a.Unbacked) > 0 {
			b.Oddities = append(b.Oddities, Oddity{Kind: "headline", Article: a.ID, Link: a.ID, Words: a.Unbacked})
		}
		b.defects(&a)
	}
	for _, q := range b.Quotations {
		if q.Why != "" && q.Speaker.Confidence == person.Uncertain {
			b.Oddities = append(b.Oddities, Oddity{Kind: "attribution", Article: q.Article, Person: q.Person, Link: q.ID, Why: q.Why})
		}
		if q.Negated {
			b.Oddities = append(b.Oddities, Oddity{Kind: "negated", Article: q.Article, Person: q.Person, Link: q.ID, Sources: []Source{{q.Article, q.Sentence}}})
		}
	}
	b.Oddities = slices.CompactFunc(b.Oddities, func(x, y Oddity) bool { return x.Why != "" && x.Why == y.Why && x.Person == y.Person })
	rank := []string{"part-over-whole", "value-differs", "role-misfit", "attribution", "headline", "unpaired", "inserted", "negated"}
	slices.SortStableFunc(b.Oddities, func(x, y Oddity) int {
		return cmp.Compare(slices.Index(rank, x.Kind), slices.Index(rank, y.Kind))
	})
}

// defects enters the flaws of a text that bear on what somebody is said to have said.
func (b *assembly) defects(a *Article) {
	for _, d := range a.Article.Defects {
		if d.Kind != article.Unpaired && d.Kind != article.Inserted {
			continue
		}
		o := Oddity{Kind: string(d.Kind), Article: a.ID, Link: a.ID, Words: []string{d.Found}}
		if s, ok := a.Article.Clean(d.Span); ok {
			in, _, _ := b.context(a, s)
			o.Sources = []Source{{a.ID, in}}
		}
		b.Oddities = append(b.Oddities, o)
	}
}
