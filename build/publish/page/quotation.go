package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"wortlaut/build/dossier"
	"wortlaut/build/text"
)

// Quotation is the data of layout quotation: one rendering at its lasting address.
type Quotation struct {
	*Frame
	Heading    string // who, and when
	Sigil      Sigil
	Source     string // who published the article
	Words      string // as the seed prints them, layout as found; empty where rights keep them back
	Held       string // why there are no words; empty where there are
	Form       string // "wörtlich"
	KindWhy    string // what that means
	Remarks    []string
	Speaker    Link
	Phrase     string // the words that name the speaker, as printed
	Resolution string // how the speaker was found, and how sure that is
	Addressee  Link   // without text if there is none
	Cue        string
	Introduced string // the frame's words, as printed
	Date       string
	DateBasis  string
	Day        string // URL on the timeline; empty if it has no such day
	Article    Link   // by its title
	Published  string
	Place      string // URL of the quotation in the article
	Context    Text   // the sentences around it; empty where rights keep them back
	Statements []Renders
	Original   string // URL of the article where it was published, at these words; may be empty
	Status     Status
	Why        string // an editor's reason for a correction
	Note       string
	Check      Check
}

// Renders is a statement that a quotation renders, with the other sources' wording.
type Renders struct {
	Title    Link
	Original *Original // the original wording, if an editor gave it
	Others   []Rendering
}

// Original is a statement's original wording.
type Original struct{ Words, Lang, Source string }

// Check lets a reader with the seed file verify the words.
type Check struct {
	Seed, SHA256    string
	From, To, Bytes int
	Quoted          []text.Span // of the words between the marks, in the seed
}

func (b *builder) quotation(q *dossier.Quotation) Page {
	a := b.d.Article(q.Article)
	v := b.open(b.url.Quotation(q.ID), "statements", "quotation", b.quotationTitle(q))
	v.frame.Crumb = []Link{v.link(b.t.T("list.quotations"), b.url.Quotations())}
	page := &Quotation{
		Frame: v.frame, Sigil: b.sigil(a), Source: b.source(a), Form: b.form(string(q.Kind)), Held: b.held(a), KindWhy: b.t.T("quot.kind." + string(q.Kind)), Remarks: b.remarks(q),
		Speaker: v.speaker(q.Person), Resolution: b.resolution(q), Article: v.link(a.Title, b.url.Article(a.ID)),
		Published: b.date(a.Published), Place: v.to(b.url.Article(a.ID)),
		Status: b.status(q.Status, q.By, q.On), Why: q.Why, Note: q.Note, Check: check(a, q),
	}
	page.Heading = page.Speaker.Text
	if q.Date.Value != "" {
		page.Date, page.DateBasis, page.Day = b.t.Date(q.Date.Value), v.how(q.Date), v.day(q.Date.Value)
		page.Heading += ", " + page.Date
	}
	if q.To != "" {
		page.Addressee = v.person(q.To)
	}
	for _, id := range q.Statements {
		if s := b.d.Statement(id); s != nil {
			page.Statements = append(page.Statements, v.renders(s, q))
		}
	}
	if a.Quotable() {
		page.Words, page.Place = verbatim(a, q), v.to(b.url.Quoted(a.ID, q.ID))
		first, _, _ := strings.Cut(page.Words, " … ") // a fragment cannot name words with others between
		page.Original = deepLink(a.URL, first)
	}
	if a.Excerpted() {
		page.Phrase, page.Cue, page.Introduced = words(a, q.Speaker.Spans), words(a, q.Cue), strings.Trim(words(a, q.Frame), ",:; ")
		page.Context = surroundings(a, q)
	}
	v.frame.Foot.Cite = v.citeQuotation(q, a, page)
	return v.page("quotation", page)
}

// citeQuotation is a citation of the words, their source and this page.
func (v *view) citeQuotation(q *dossier.Quotation, a *dossier.Article, page *Quotation) string {
	here := v.where(v.t.T("quot.cite.here", q.ID))
	source := v.t.T("quot.cite.source", page.Source, a.Title, page.Published)
	if page.Words == "" {
		return v.t.T("quot.cite.held", page.Heading, source, here)
	}
	return v.t.T("quot.cite", page.Heading, strings.Join(strings.Fields(page.Words), " "), page.Form, source, here)
}

// titleLength is how many runes of a quotation its page's title shows at most.
const titleLength = 60

// quotationTitle names a quotation's page: speaker and first words.
func (b *builder) quotationTitle(q *dossier.Quotation) string {
	name := b.t.T("list.nobody")
	if p := b.d.Person(q.Person); p != nil {
		name = p.Name
	}
	a := b.d.Article(q.Article)
	if !a.Quotable() {
		return b.t.T("quot.title.held", name, b.label(a), q.ID)
	}
	return name + ": " + shortened(strings.Join(strings.Fields(q.Clean), " "), titleLength)
}

// shortened cuts s between words to at most n runes.
func shortened(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	runes := []rune(s)[:n]
	if i := strings.LastIndexByte(string(runes), ' '); i > 0 {
		return strings.TrimRight(string(runes)[:i], ",;:–- ") + " …"
	}
	return string(runes) + "…"
}

func (v *view) renders(s *dossier.Statement, q *dossier.Quotation) Renders {
	r := Renders{Title: v.link(v.title(s), v.url.Statement(s.ID))}
	if s.Reference != nil && s.Reference.Text != "" {
		r.Original = &Original{Words: s.Reference.Text, Lang: s.Reference.Lang, Source: s.Reference.Source}
	}
	for _, id := range s.Quotations {
		if other := v.d.Quotation(id); other != nil && other.Article != q.Article {
			r.Others = append(r.Others, v.rendering(other))
		}
	}
	return r
}

// remarks says what a reader of the bare words could miss.
func (b *builder) remarks(q *dossier.Quotation) []string {
	var out []string
	for _, r := range []struct {
		on  bool
		key string
	}{{q.Heading, "quot.heading"}, {q.Negated, "quot.negated"}, {q.Future, "quot.future"}} {
		if r.on {
			out = append(out, b.t.T(r.key))
		}
	}
	if a := b.d.Article(q.Article); a != nil && a.Translation == "machine" {
		out = append(out, b.t.T("quot.translated"))
	}
	return out
}

// resolution says how the speaker was found and how sure that is.
func (b *builder) resolution(q *dossier.Quotation) string {
	s := b.t.T("quot.by." + string(q.Speaker.Resolution))
	if q.Person == "" || q.Speaker.Confidence == "" {
		return s
	}
	return s + "; " + b.t.T("quot.sure."+string(q.Speaker.Confidence))
}

// verbatim is a quotation as the seed prints it, with what stands between its pieces where rights
// allow that.
func verbatim(a *dossier.Article, q *dossier.Quotation) string {
	if len(q.Content) < 2 || a.Excerpted() {
		return q.Text
	}
	parts := make([]string, len(q.Content))
	for i, s := range q.Content {
		parts[i] = a.Article.Seed(s).Of(a.Article.Source)
	}
	return strings.Join(parts, " … ")
}

// words are the stretches of a's cleaned text, joined with " … ".
func words(a *dossier.Article, spans []text.Span) string {
	parts := make([]string, len(spans))
	for i, s := range spans {
		parts[i] = s.Of(a.Article.Text)
	}
	return strings.Join(parts, " … ")
}

// surroundings are the sentences around a quotation, its content marked.
func surroundings(a *dossier.Article, q *dossier.Quotation) Text {
	around := q.Sentence
	for _, s := range []text.Span{q.Before, q.After} {
		if s.Len() > 0 {
			around = text.Hull([]text.Span{around, s})
		}
	}
	c := Text{Text: around.Of(a.Article.Text)}
	for _, s := range q.Content {
		c.Marks = append(c.Marks, Mark{Span: text.Span{Start: s.Start - around.Start, End: s.End - around.Start}, Kind: MarkSelf})
	}
	return c
}

func check(a *dossier.Article, q *dossier.Quotation) Check {
	hull := a.Article.Seed(text.Hull(q.Content))
	c := Check{Seed: a.Article.Name, SHA256: a.Article.SHA256, From: hull.Start, To: hull.End, Bytes: hull.Len()}
	for _, s := range q.Quoted {
		c.Quoted = append(c.Quoted, a.Article.Seed(s))
	}
	return c
}

// deepLink leads to words in the page at address by a text fragment
// (https://wicg.github.io/scroll-to-text-fragment/); "" without an address.
func deepLink(address, words string) string {
	fragment := fragment(words)
	if address == "" || fragment == "" {
		return address
	}
	if strings.Contains(address, "#") {
		return address + ":~:text=" + fragment
	}
	return address + "#:~:text=" + fragment
}

// edge is how many words a text fragment names at each end of a longer passage.
const edge = 4

// fragment writes words as the value of a text directive: all of a short passage, the first and the
// last words of a longer one. Marks at its ends are left out: pages print them in many ways.
func fragment(words string) string {
	list := strings.Fields(strings.TrimFunc(words, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
	if len(list) <= 2*edge {
		return escape(strings.Join(list, " "))
	}
	return escape(strings.Join(list[:edge], " ")) + "," + escape(strings.Join(list[len(list)-edge:], " "))
}

// escape percent-encodes all but ASCII letters, digits, ".", "_" and "~". The hyphen, the comma and
// the ampersand have a meaning of their own in a text directive (section 3.3 of the specification).
func escape(s string) string {
	const hex = "0123456789ABCDEF"
	var out strings.Builder
	for i := range len(s) {
		c := s[i]
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '_' || c == '~' {
			out.WriteByte(c)
			continue
		}
		out.Write([]byte{'%', hex[c>>4], hex[c&15]})
	}
	return out.String()
}
