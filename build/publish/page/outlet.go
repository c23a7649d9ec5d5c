package page

import (
	"cmp"
	"maps"
	"slices"

	"wortlaut/build/dossier"
	"wortlaut/build/read/article"
)

// Outlet is the data of layout outlet: who publishes, what, and in which condition.
type Outlet struct {
	*Frame
	Name     string
	Facts    string
	Country  string
	Site     string // its own URL; may be empty
	Agency   bool
	Articles []ArticleLine // published by it
	Feeds    []ArticleLine // based on it
	Upstream []Tally       // whom its texts are based on
	Roots    []Tally       // where its reports originate
	Habits   []Tally       // flaws and repairs
	Forms    []Tally       // kinds of quotation
	Heard    []Tally       // whom it quotes most
	Note     string        // Markdown
	Status   Status
}

// Tally is how often something was seen, and in which texts.
type Tally struct {
	What    Link
	Count   int
	Percent int // of the whole, rounded; 0 where it makes no sense
	Sigils  []Sigil
}

// OutletIndex is the data of layout outlets: who publishes and who is drawn upon.
type OutletIndex struct {
	*Frame
	Facts      string
	Publishers []OutletLine
	Sources    []OutletLine  // named by texts as their sources, without texts of their own
	Unknown    []ArticleLine // texts whose outlet is not known
	All        Link          // the list of all texts
	Pairs      Link          // the comparison of any two
}

// OutletLine is one outlet in a list.
type OutletLine struct {
	Name     Link
	Agency   bool
	Country  string
	Articles []Link
	Upstream []Link
	Feeds    []Link
	Forms    string // "5 wörtlich, 3 indirekt"
}

func (b *builder) outletIndex() Page {
	v := b.open(b.url.Outlets(), "outlets", "", b.t.T("nav.outlets"))
	page := &OutletIndex{Frame: v.frame, All: v.link(b.t.T("outl.all", len(b.d.Articles)), b.url.Articles()), Pairs: v.link(b.t.T("pair.index"), b.url.Pairs())}
	for i := range b.d.Outlets {
		o := &b.d.Outlets[i]
		if len(o.Articles) > 0 {
			page.Publishers = append(page.Publishers, v.outletLine(o))
		} else {
			page.Sources = append(page.Sources, v.outletLine(o))
		}
	}
	for i := range b.d.Articles {
		if a := &b.d.Articles[i]; b.d.Outlet(a.Outlet) == nil {
			page.Unknown = append(page.Unknown, v.articleLine(a))
		}
	}
	page.Facts = b.t.T("list.articles.facts", len(b.d.Articles)) + " " + b.t.T("outl.facts.known", len(page.Publishers))
	if len(page.Unknown) > 0 {
		page.Facts += " " + b.t.T("outl.facts.unknown", len(page.Unknown))
	}
	return v.page("outlets", page)
}

func (v *view) outletLine(o *dossier.Outlet) OutletLine {
	line := OutletLine{Name: v.link(o.Name, v.url.Outlet(o.ID)), Agency: o.Agency, Country: o.Country}
	for _, t := range v.upstream(o.Articles) {
		line.Upstream = append(line.Upstream, t.What)
	}
	line.Articles, line.Feeds = v.articleLinks(o.Articles), v.articleLinks(o.Feeds)
	line.Forms = v.forms(v.quotationsOf(o.Articles))
	return line
}

// articleLinks are links to articles by their titles, with their sigils.
func (v *view) articleLinks(ids []string) []Link {
	var out []Link
	for _, id := range ids {
		if a := v.d.Article(id); a != nil {
			l := v.link(a.Title, v.url.Article(id))
			l.Sigil = v.sigil(a)
			out = append(out, l)
		}
	}
	return out
}

// quotationsOf are the IDs of the quotations of articles.
func (b *builder) quotationsOf(articles []string) []string {
	var out []string
	for _, id := range articles {
		if a := b.d.Article(id); a != nil {
			out = append(out, a.Quotations...)
		}
	}
	return out
}

func (b *builder) outlet(o *dossier.Outlet) Page {
	v := b.open(b.url.Outlet(o.ID), "outlets", "outlet", o.Name)
	v.frame.Crumb = []Link{v.link(b.t.T("nav.outlets"), b.url.Outlets())}
	page := &Outlet{
		Frame: v.frame, Name: o.Name, Country: o.Country, Site: o.URL, Agency: o.Agency, Note: o.Note, Status: b.status(o.Status, "", ""),
		Upstream: v.upstream(o.Articles), Roots: v.roots(o.Articles), Habits: v.habits(o.Articles), Forms: v.shares(o.Articles), Heard: v.heard(o.Articles),
	}
	for _, id := range o.Articles {
		if a := b.d.Article(id); a != nil {
			page.Articles = append(page.Articles, v.articleLine(a))
		}
	}
	for _, id := range o.Feeds {
		if a := b.d.Article(id); a != nil {
			page.Feeds = append(page.Feeds, v.articleLine(a))
		}
	}
	page.Facts = b.t.T("outl.facts", len(page.Articles)) + " " + b.t.T("list.quotations.facts", len(b.quotationsOf(o.Articles)))
	if len(o.Feeds) > 0 {
		page.Facts += " " + b.t.T("outl.facts.feeds", len(o.Feeds))
	}
	return v.page("outlet", page)
}

// tally counts keys over articles, the commonest first, with the articles they were seen in.
type tally struct {
	count map[string]int
	seen  map[string][]Sigil
}

func (t *tally) add(key string, n int, s Sigil) {
	if t.count == nil {
		t.count, t.seen = map[string]int{}, map[string][]Sigil{}
	}
	t.count[key] += n
	if !slices.Contains(t.seen[key], s) {
		t.seen[key] = append(t.seen[key], s)
	}
}

// list returns the tallies, the commonest first, then by key.
func (t *tally) list(what func(key string) Link) []Tally {
	keys := slices.Sorted(maps.Keys(t.count))
	slices.SortStableFunc(keys, func(x, y string) int { return cmp.Compare(t.count[y], t.count[x]) })
	var out []Tally
	for _, k := range keys {
		out = append(out, Tally{What: what(k), Count: t.count[k], Sigils: t.seen[k]})
	}
	return out
}

// upstream counts whom articles are based on.
func (v *view) upstream(articles []string) []Tally {
	var t tally
	for _, id := range articles {
		if a := v.d.Article(id); a != nil {
			for _, source := range a.BasedOn {
				t.add(source, 1, v.sigil(a))
			}
		}
	}
	return t.list(v.outletLink)
}

// roots counts where the reports of articles originate.
func (v *view) roots(articles []string) []Tally {
	var t tally
	for _, id := range articles {
		if a := v.d.Article(id); a != nil {
			for _, root := range a.Roots {
				t.add(root, 1, v.sigil(a))
			}
		}
	}
	return t.list(v.rootLink)
}

// rootLink names an origin: an outlet, or an article that names none.
func (v *view) rootLink(root string) Link {
	if v.d.Outlet(root) == nil && v.d.Article(root) != nil {
		a := v.d.Article(root)
		return Link{Text: v.t.T("outl.root.own"), URL: v.to(v.url.Article(root)), Sigil: v.sigil(a)}
	}
	return v.outletLink(root)
}

// habits counts the flaws and repairs in articles. Line ends and the like say nothing about who
// wrote a text and are left out.
func (v *view) habits(articles []string) []Tally {
	var t tally
	for _, id := range articles {
		a := v.d.Article(id)
		if a == nil {
			continue
		}
		if a.Translation == "machine" {
			t.add("translated", 1, v.sigil(a))
		}
		for _, d := range a.Article.Defects {
			if !slices.Contains([]article.DefectKind{article.BOM, article.CRLF, article.NoBlankLine, article.Wrap}, d.Kind) {
				t.add(string(d.Kind), max(1, d.Count), v.sigil(a))
			}
		}
	}
	return t.list(func(key string) Link { return Link{Text: v.t.T("outl.defect." + key)} })
}

// shares counts the kinds of quotation in articles, the closest to the spoken word first.
func (v *view) shares(articles []string) []Tally {
	var t tally
	all := v.quotationsOf(articles)
	for _, id := range all {
		if q := v.d.Quotation(id); q != nil {
			t.add(string(q.Kind), 1, v.sigil(v.d.Article(q.Article)))
		}
	}
	var out []Tally
	for _, k := range kindsOf {
		n := t.count[string(k)]
		out = append(out, Tally{What: Link{Text: v.form(string(k))}, Count: n, Percent: share(n, len(all)), Sigils: t.seen[string(k)]})
	}
	return out
}

// share is n of whole in hundredths, rounded half up.
func share(n, whole int) int {
	if whole == 0 {
		return 0
	}
	return (200*n + whole) / (2 * whole)
}

// most is how many of the persons an outlet quotes are listed.
const most = 8

// heard counts whom articles quote.
func (v *view) heard(articles []string) []Tally {
	var t tally
	for _, id := range v.quotationsOf(articles) {
		if q := v.d.Quotation(id); q != nil && q.Person != "" {
			t.add(q.Person, 1, v.sigil(v.d.Article(q.Article)))
		}
	}
	list := t.list(v.speaker)
	return list[:min(len(list), most)]
}
