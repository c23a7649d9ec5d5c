package page

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"wortlaut/build/compare/collation"
	"wortlaut/build/dossier"
	"wortlaut/build/record"
	"wortlaut/build/text"
)

// Rendering is one source's wording in a list.
type Rendering struct {
	Sigil  Sigil
	Source string // the article's short name
	Words  string // as the source has them; empty where its rights forbid them
	Held   string // said in place of Words
	Form   string // "wörtlich", with what else there is to say
	URL    string // of the quotation's own page
	Status Status
}

// sigil is an article's letter.
func (b *builder) sigil(a *dossier.Article) Sigil {
	return Sigil{Letter: a.Sigil, Class: "s" + string(rune('a'+max(a.Hue, 1)-1))}
}

// sigils are the letters of several articles.
func (b *builder) sigils(ids []string) []Sigil {
	var out []Sigil
	for _, id := range ids {
		if a := b.d.Article(id); a != nil {
			out = append(out, b.sigil(a))
		}
	}
	return out
}

// letters joins the sigils of articles for a sentence: "A, B und D".
func (b *builder) letters(ids []string) string {
	var out []string
	for _, s := range b.sigils(ids) {
		out = append(out, s.Letter)
	}
	return b.and(out)
}

// and joins words: "A, B und D".
func (b *builder) and(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return b.t.T("list.and", strings.Join(words[:last], ", "), words[last])
}

// label is an article's short name.
func (b *builder) label(a *dossier.Article) string {
	return cmp.Or(a.Label, b.outletName(a.Outlet), b.t.T("source.short"))
}

// source is who published an article.
func (b *builder) source(a *dossier.Article) string {
	return cmp.Or(b.outletName(a.Outlet), b.t.T("source.unknown"))
}

func (b *builder) outletName(id string) string {
	if o := b.d.Outlet(id); o != nil {
		return o.Name
	}
	return ""
}

// origin names where an article came from, in full: outlet, translation, sources, date.
func (b *builder) origin(a *dossier.Article) string {
	s := b.source(a)
	if key := "translation." + a.Translation; a.Translation != "none" && a.Translation != "unknown" && b.t.Has(key) {
		s += ", " + b.t.T(key)
	}
	var names []string
	for _, id := range a.BasedOn {
		if id != a.Outlet {
			names = append(names, cmp.Or(b.outletName(id), id))
		}
	}
	if len(names) > 0 {
		s += ", " + b.t.T("source.after", b.and(names))
	}
	return s
}

// date writes a date with the word for one that was worked out.
func (b *builder) date(d dossier.Date) string {
	s := b.t.Date(d.Value)
	if d.Value != "" && d.Inferred {
		s += ", " + b.t.T("date.inferred")
	}
	return s
}

// dated is an article's origin with its date.
func (b *builder) dated(a *dossier.Article) string {
	return b.origin(a) + " · " + b.date(a.Published)
}

// status says who vouches, in words.
func (b *builder) status(s record.Status, by, on string) Status {
	if s != record.Checked {
		return Status{Text: b.t.T("status.machine")}
	}
	out := Status{Checked: true, Text: b.t.T("status.checked")}
	if by != "" {
		out.Text += " " + b.t.T("status.by", by)
	}
	if on != "" {
		out.Text += ", " + b.t.Date(on)
	}
	return out
}

// title is what a statement is called: "statement by …" where rights let no words of it appear.
func (b *builder) title(s *dossier.Statement) string {
	if s.Title == "" {
		return b.t.T("statement.untitled", cmp.Or(b.name(s.Speaker), b.t.T("person.unknown")))
	}
	return strings.ReplaceAll(s.Title, " …", "\u00a0…")
}

// name is a person's name, empty if unknown.
func (b *builder) name(id string) string {
	if p := b.d.Person(id); p != nil {
		return p.Name
	}
	return ""
}

// person links to a person's page.
func (v *view) person(id string) Link {
	if v.hasPage(id) {
		return v.link(v.name(id), v.url.Person(id))
	}
	return Link{Text: v.name(id)}
}

// hasPage reports whether a person has a page: places have none.
func (b *builder) hasPage(id string) bool {
	_, ok := slices.BinarySearchFunc(b.d.Persons, id, func(p dossier.Person, id string) int { return cmp.Compare(p.ID, id) })
	return ok
}

// form names how a quotation renders its speaker's words.
func (b *builder) form(form string) string { return b.t.T("form." + form) }

// rendering shows one quotation.
func (v *view) rendering(q *dossier.Quotation) Rendering {
	a := v.d.Article(q.Article)
	r := Rendering{Sigil: v.sigil(a), Source: v.label(a), Form: v.form(string(q.Kind)), Status: v.status(q.Status, q.By, q.On)}
	if q.Heading {
		r.Form = v.t.T("form.heading") + "; " + r.Form
	}
	if a.Quotable() {
		r.Words = q.Clean
	} else {
		r.Held = v.t.T("rights.held")
	}
	r.URL = v.to(v.url.Quotation(q.ID))
	return r
}

// renderings shows quotations by ID.
func (v *view) renderings(ids []string) []Rendering {
	var out []Rendering
	for _, id := range ids {
		if q := v.d.Quotation(id); q != nil {
			out = append(out, v.rendering(q))
		}
	}
	return out
}

// variantClasses orders the classes of variants by weight, the gravest first.
var variantClasses = []collation.Class{collation.Statement, collation.Scope, collation.Omission, collation.Wording, collation.Characters}

// Sign is how a class of variants is marked: by a line, a symbol and a word.
type Sign struct {
	Class  string // of the stylesheet
	Symbol string
	Word   string
}

// sign is the mark of a class; the zero Sign for words all witnesses share.
func (b *builder) sign(c collation.Class) Sign {
	s := map[collation.Class]Sign{
		collation.Characters: {Class: "v-zeich", Symbol: "°"},
		collation.Wording:    {Class: "v-wort", Symbol: "~"},
		collation.Scope:      {Class: "v-umf", Symbol: "±"},
		collation.Statement:  {Class: "v-auss", Symbol: "‡"},
		collation.Omission:   {Class: "om", Symbol: "∅"},
	}[c]
	if s.Symbol != "" {
		s.Word = b.t.T("variant." + string(c))
	}
	return s
}

// signs are the marks of the classes that occur in variants, the gravest first.
func (b *builder) signs(variants []collation.Variant) []Sign {
	var out []Sign
	for _, c := range variantClasses {
		if slices.ContainsFunc(variants, func(v collation.Variant) bool { return v.Class == c }) {
			out = append(out, b.sign(c))
		}
	}
	return out
}

// context is the passage a quotation stands in: its sentences with the one before and after, as far
// as the article's rights allow. The zero Text is nothing.
func (b *builder) context(a *dossier.Article, quotations []*dossier.Quotation) []Text {
	var out []Text
	var end int
	for _, q := range quotations {
		if !a.Excerpted() {
			if a.Quotable() {
				out = append(out, Text{Text: q.Clean})
			}
			continue
		}
		whole := text.Hull(slices.DeleteFunc([]text.Span{q.Before, q.Sentence, q.After}, func(s text.Span) bool { return s.Len() == 0 }))
		if n := len(out) - 1; n >= 0 && whole.Start < end {
			grown := end - len(out[n].Text)
			end = max(end, whole.End)
			out[n].Text = a.Article.Text[grown:end]
			out[n].Marks = append(out[n].Marks, Mark{Span: shift(q.Sentence, -grown), Kind: MarkSelf})
			continue
		}
		out = append(out, Text{Text: whole.Of(a.Article.Text), Marks: []Mark{{Span: shift(q.Sentence, -whole.Start), Kind: MarkSelf}}})
		end = whole.End
	}
	for i := range out {
		out[i].Marks = slices.Compact(out[i].Marks)
	}
	return out
}

func shift(s text.Span, by int) text.Span { return text.Span{Start: s.Start + by, End: s.End + by} }

// lookup returns the quotations with the given IDs.
func (b *builder) lookup(ids []string) []*dossier.Quotation {
	var out []*dossier.Quotation
	for _, id := range ids {
		if q := b.d.Quotation(id); q != nil {
			out = append(out, q)
		}
	}
	return out
}

// paragraph is the number of a block among an article's paragraphs, from 1; 0 for other blocks.
func paragraph(a *dossier.Article, block string) int {
	n := 0
	for _, blk := range a.Article.Blocks {
		if blk.Kind == "paragraph" {
			n++
		}
		if blk.ID == block {
			if blk.Kind != "paragraph" {
				return 0
			}
			return n
		}
	}
	return 0
}

// capital begins s with a capital letter.
func (b *builder) capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// coded is the interface's text for a code that comes from elsewhere; a code it does not know is
// shown as it is.
func (b *builder) coded(prefix, code string, args ...any) string {
	if key := prefix + "." + code; b.t.Has(key) {
		return b.t.T(key, args...)
	}
	return code
}
