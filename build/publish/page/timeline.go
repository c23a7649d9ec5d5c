package page

import (
	"slices"
	"strconv"

	"wortlaut/build/dossier"
	"wortlaut/build/publish/language"
	"wortlaut/build/read/article"
	"wortlaut/build/read/timex"
)

// Timeline is the data of layout timeline: what happened and when it was reported, by day.
type Timeline struct {
	*Frame
	Strip   *Strip // nil if there is too little to draw
	Years   []Year
	Undated []Entry // announced or told without a date
}

// Year is a year with its days, or all the time before the first year of note.
type Year struct {
	ID    string
	Title string
	Days  []Day
}

// Day is a date with its two tracks.
type Day struct {
	ID       string
	Date     string // without its year
	Known    string // weekday, or what is not known
	Happened []Entry
	Reported []Entry
}

// Entry is one event.
type Entry struct {
	Who        []Link
	Title      Link
	Place      string
	Words      []EntryWords // sentences of the texts
	Statements []Link
	More       []Link // statements a reader sees on request
	Sigils     []Sigil
	Origins    string
	Announced  bool
	About      bool   // the date is approximate
	How        string // how the date was found
	Note       string // Markdown
	Status     Status
}

// EntryWords is a sentence of an article that tells of an event.
type EntryWords struct {
	Sigil Sigil
	Words string
	URL   string
}

// entryLimit is how many statements of a speech an entry shows at once.
const entryLimit = 4

func (b *builder) timeline() Page {
	v := b.open(b.url.Timeline(), "timeline", "other", b.t.T("nav.timeline"))
	v.frame.Crumb = []Link{v.link(b.t.T("home.crumb"), b.url.Home())}
	p := &Timeline{Frame: v.frame, Strip: v.strip()}
	first := firstYear(b.d.Events)
	for i := range b.d.Events {
		e := &b.d.Events[i]
		if e.Date.Value == "" {
			p.Undated = append(p.Undated, v.entry(e))
			continue
		}
		year := v.year(&p.Years, language.Year(e.Date.Value), first)
		id := DayID(e.Date.Value)
		k := slices.IndexFunc(year.Days, func(d Day) bool { return d.ID == id })
		if k < 0 {
			k = len(year.Days)
			value := plainDate(e.Date.Value)
			day := Day{ID: id, Date: b.t.DateOfYear(value), Known: b.t.DateKnown(value)}
			if year.ID == earlier {
				day.Date = b.t.Date(value)
			}
			year.Days = append(year.Days, day)
		}
		day := &year.Days[k]
		if e.Kind == dossier.Published || e.Kind == dossier.Reported {
			day.Reported = append(day.Reported, v.entry(e))
		} else {
			day.Happened = append(day.Happened, v.entry(e))
		}
	}
	return v.page("timeline", p)
}

// earlier is the anchor of the time before the first year of note.
const earlier = "y-0"

// year returns the year's place in the list, adding it if needed.
func (v *view) year(years *[]Year, year, first int) *Year {
	y := Year{ID: "y-" + strconv.Itoa(year), Title: strconv.Itoa(year)}
	if year < first {
		y = Year{ID: earlier, Title: v.t.T("timeline.before", strconv.Itoa(first))}
	}
	i := slices.IndexFunc(*years, func(o Year) bool { return o.ID == y.ID })
	if i < 0 {
		i = len(*years)
		*years = append(*years, y)
	}
	return &(*years)[i]
}

// firstYear is the first year an article was published in, or something said; what lies before is
// told in retrospect.
func firstYear(events []dossier.Event) int {
	first := 0
	for _, e := range events {
		y := language.Year(e.Date.Value)
		note := e.Kind == dossier.Published || len(e.Statements) > 0
		if y != 0 && note && (first == 0 || y < first) {
			first = y
		}
	}
	return first
}

// onTimeline reports whether the timeline has an entry under a date.
func (b *builder) onTimeline(edtf string) bool { return edtf != "" && b.days[plainDate(edtf)] }

func (v *view) entry(e *dossier.Event) Entry {
	out := Entry{
		Place: e.Place, Sigils: v.sigils(e.Articles), Announced: e.Kind == dossier.Announced, About: plainDate(e.Date.Value) != e.Date.Value,
		How: v.how(e.Date), Note: e.Note, Status: v.status(e.Status, "", ""),
	}
	for _, id := range e.Persons {
		out.Who = append(out.Who, v.person(id))
	}
	if e.Kind == dossier.Published && len(e.Articles) == 1 {
		if a := v.d.Article(e.Articles[0]); a != nil {
			out.Title = v.link(v.origin(a), v.url.Article(a.ID))
		}
		return out
	}
	out.Title = Link{Text: e.Title}
	if len(e.Statements) > 0 || len(e.Sentences) > 0 {
		if len(e.Roots) > 0 && len(e.Articles) > 1 {
			out.Origins = v.t.T("count.origins", len(e.Roots))
		}
	}
	for _, id := range e.Statements {
		if s := v.d.Statement(id); s != nil {
			out.Statements = append(out.Statements, v.link(v.title(s), v.url.Statement(id)))
		}
	}
	if len(out.Statements) > entryLimit+1 {
		out.Statements, out.More = out.Statements[:entryLimit], out.Statements[entryLimit:]
	}
	for _, s := range e.Sentences {
		a := v.d.Article(s.Article)
		if a == nil || !a.Full() {
			continue
		}
		out.Words = append(out.Words, EntryWords{Sigil: v.sigil(a), Words: s.Span.Of(a.Article.Text), URL: v.to(v.sentenceURL(a, s))})
	}
	return out
}

// sentenceURL leads to the sentence a passage begins in, or to the article where that is not shown.
func (b *builder) sentenceURL(a *dossier.Article, s dossier.Source) string {
	title, ok := a.Article.Block(article.Title)
	if !a.Full() || ok && title.Span.Overlaps(s.Span) && !printsTitle(a) {
		return b.url.Article(a.ID)
	}
	for i, x := range a.Sentences {
		if s.Span.Start < x.End {
			return b.url.Sentence(a.ID, i+1)
		}
	}
	return b.url.Article(a.ID)
}

// day returns the first and last day of a date as days of the common era; ok is false for dates
// that are open or none.
func day(edtf string) (first, last int, ok bool) {
	d, err := timex.ParseEDTF(edtf)
	if err != nil || d.IsZero() || d.Open() {
		return 0, 0, false
	}
	from, to := d.Bounds()
	const seconds = 24 * 60 * 60
	return int(from.Unix() / seconds), int(to.Unix() / seconds), true
}
