// Package dossier assembles the whole from its parts: the analyses of all articles and the
// editors' records become one Dossier, in which every list is sorted, every link resolved and
// every ID final.
//
// Nothing after this package reads German or decides what belongs together.
package dossier

import (
	"cmp"
	"slices"

	"wortlaut/build/compare/collation"
	"wortlaut/build/read"
	"wortlaut/build/read/person"
	"wortlaut/build/read/quantity"
	"wortlaut/build/read/quotation"
	"wortlaut/build/read/timex"
	"wortlaut/build/record"
	"wortlaut/build/text"
)

// Dossier is everything the site shows. IDs link the lists; lookups go through the methods.
type Dossier struct {
	Info        record.Dossier
	Articles    []Article   // by ID
	Outlets     []Outlet    // by ID
	Persons     []Person    // by ID: persons, unnamed speakers and organisations
	Places      []Person    // by ID: places, with names and mentions only
	Quotations  []Quotation // by article, then by place
	Statements  []Statement // by date, then first quotation
	Times       []Time      // by article, then by place
	Events      []Event     // by date, then Seq, then ID
	Numbers     []Number    // by article, then by place
	Conflicts   []Conflict  // by ID
	Pairs       []Pair      // by A, then B
	Oddities    []Oddity    // the gravest first
	Pages       []record.Page
	Corrections []record.Correction
	Stubs       []Stub      // by Kind, then From
	Tombstones  []Tombstone // by ID
	Notes       []text.Note // by place

	index index
}

// Date is a day, month, year or interval with the reason for it.
type Date struct {
	Value     string // EDTF level 1; empty if unknown
	Precision string // day, month, year, interval, unknown; "approximate" when Value ends in ~
	Basis     string // a code of article.Basis or timex.Basis, or "record"
	Why       string // an editor's reasons; empty for the machine
	Phrase    string // the words of the text it was read from, if any
	Status    record.Status
	Inferred  bool // not printed in the text as such
}

// Article is one source text.
type Article struct {
	read.Analysis // its Mentions name the dossier's persons
	ID            string
	Sigil         string // "A" … "Z", "AA" …; fixed by the order of IDs
	Hue           int    // 1–8, by sigil
	Title         string
	Label         string // short name for tables
	Outlet        string // Outlet.ID; empty if unknown
	Published     Date
	URL           string
	Translation   string   // none, human, machine, unknown
	BasedOn       []string // Outlet.IDs named as its sources
	Roots         []string // Outlet.IDs or the article's own ID: where its reports originate
	Rights        string   // full, excerpt, quotes, link
	Headline      string   // an editor's note on the title
	Unbacked      []string // words of the title that the text below it does not have in any form
	Note          string   // Markdown
	Status        record.Status
	By, On        string
	Quotations    []string // IDs, by place
	Statements    []string // IDs, in order of first appearance
}

// Full reports whether rights let the article's own words appear beyond its quotations. An article
// that is nil is kept back.
func (a *Article) Full() bool { return a != nil && a.Rights == "full" }

// Excerpted reports whether rights let the sentences around its quotations appear.
func (a *Article) Excerpted() bool { return a.Full() || a != nil && a.Rights == "excerpt" }

// Quotable reports whether rights let its quotations appear.
func (a *Article) Quotable() bool { return a.Excerpted() || a != nil && a.Rights == "quotes" }

// Outlet is who publishes, or whom texts are based on.
type Outlet struct {
	ID       string
	Name     string
	URL      string
	Country  string
	Agency   bool
	Note     string   // Markdown
	Articles []string // published by it
	Feeds    []string // articles based on it
	Status   record.Status
}

// Person is somebody who speaks or is spoken about, across all texts.
type Person struct {
	ID         string
	Name       string
	Names      []NameUse // as found, commonest first
	Kind       person.Kind
	Roles      []record.Role // from the record
	Offices    []OfficeUse   // as the texts print them, by date and article
	Wikidata   string
	Note       string    // Markdown
	Mentions   []Mention // by article, then by place
	Quotations []string  // IDs of what they said, sure ones
	Uncertain  []string  // IDs of what they may have said
	Addressed  []string  // IDs of what was said to them
	About      []string  // IDs of others' quotations that mention them
	Statements []string
	Status     record.Status
}

// NameUse is a form under which the texts mention a person.
type NameUse struct {
	Text     string
	Form     person.Form
	Count    int
	Articles []string // IDs
}

// OfficeUse is an office a text gives a person.
type OfficeUse struct {
	Title   string
	Article string
	Misfit  bool // the record knows another office for that date
}

// Mention is a place where a person is named.
type Mention struct {
	Article string
	person.Mention
}

// Quotation is one rendering in one article.
type Quotation struct {
	quotation.Quotation
	ID         string // article ID, "-", six hexadecimal digits of what it says
	Article    string
	Block      string    // ID of the block it stands in
	Sentence   text.Span // the sentences it stands in, of the cleaned text
	Before     text.Span // the sentence before, empty at the start of a block
	After      text.Span
	Text       string // as in the seed, hull of the content, layout as found
	Clean      string // cleaned; pieces joined with " … "
	Person     string // Person.ID; empty if unknown
	To         string // addressee's Person.ID
	Date       Date   // of the utterance
	Statements []string
	Status     record.Status
	By, On     string
	Why        string // an editor's reason for a correction
	Note       string
}

// Statement is one utterance as every source rendered it.
type Statement struct {
	ID         string
	Title      string // an editor's, or a rendering's words; empty where rights let none of them appear
	Speaker    string // Person.ID
	Date       Date
	Occasion   string
	Quotations []string // IDs, by article sigil, then place
	Headings   []string // IDs of those in titles and headings
	Reference  *record.Reference
	Roots      []string        // independent origins of its renderings
	Collation  collation.Table // one reading per article, Headings left out
	Witnesses  []Witness       // the readings' quotations, in the order of Collation.Readings
	Apparatus  []collation.Entry
	Loose      bool      // the renderings share too few words to be set against each other word by word
	Absent     []Absence // by article
	Cells      []Cell    // by article; only articles that render the statement or omit it. Dossier.Cell answers for any article
	Note       string    // Markdown
	Status     record.Status
	By, On     string
}

// Witness is an article's rendering inside a statement: one or several quotations read as one.
type Witness struct {
	Article    string
	Quotations []string
}

// Absence says why an article has no rendering of a statement.
type Absence struct {
	Article string
	Kind    string // omitted: reports the occasion, not this; outside: reports another occasion; unknown: only part of the text is held
}

// Cell is one field of the coverage matrix.
type Cell struct {
	Article   string
	Form      string // direct, mixed, indirect, reported, absent, outside
	Quotation string // the fullest rendering, empty if none
}

// Time is a time expression in one article.
type Time struct {
	Article string
	timex.Timex
}

// EventKind says what kind of entry the timeline holds.
type EventKind string

const (
	Happened  EventKind = "happened"
	Announced EventKind = "announced"
	Reported  EventKind = "reported"
	Published EventKind = "published"
)

// Event is one entry of the timeline.
type Event struct {
	ID         string
	Date       Date
	Kind       EventKind
	Title      string // our words or an editor's; empty for events that are shown by their Sentence
	Place      string
	Persons    []string // IDs
	Articles   []string // IDs that back it, by sigil
	Roots      []string
	Sentences  []Source // where the texts say it
	Statement  string   // Statement.ID for a speech event with one statement
	Statements []string // all statements of a speech event
	Seq        int
	Note       string // Markdown
	Status     record.Status
}

// Source is a passage of an article.
type Source struct {
	Article string
	Span    text.Span // of the cleaned text
}

// Number is a quantity in one article.
type Number struct {
	ID      string
	Article string
	quantity.Quantity
	Sentence  text.Span
	Quotation string // the quotation it stands in
	Person    string // whom the text has say it
}

// Conflict is a set of numbers that cannot all be right, or are not said to be.
type Conflict struct {
	ID      string
	Kind    string // part-over-whole, unit-missing, value-differs
	Numbers []string
	Note    string // Markdown, an editor's
}

// Pair compares two articles.
type Pair struct {
	ID          string // "001--002"
	A, B        string
	Shared      []string // statement IDs
	OnlyA       []string
	OnlyB       []string
	Runs        []Run // exact runs of words both print, longest first, at least five words
	SameOutlet  bool
	SharedRoots []string
}

// Run is a stretch of words two articles have in common.
type Run struct {
	Words int
	A, B  text.Span // of the cleaned texts
}

// Oddity is something a reader should look at, with the places it was seen.
type Oddity struct {
	Kind    string // part-over-whole, role-misfit, headline, unpaired, inserted, negated …; the interface has words for each
	Article string
	Person  string
	Link    string   // ID of a conflict, quotation or person, by Kind
	Words   []string // the words in question
	Why     string   // an editor's reason
	Sources []Source
}

// Stub is an old URL that leads to a new one.
type Stub struct {
	Kind     string // person, article, statement
	From, To string
}

// Tombstone stands where a quotation was hidden.
type Tombstone struct {
	ID, Article, Reason, On string
}

// index finds the members of a Dossier's lists by ID.
type index struct {
	articles, outlets, persons, places, quotations, statements, numbers map[string]int
}

// Article returns the article with that ID, or nil.
func (d *Dossier) Article(id string) *Article { return member(d.Articles, d.index.articles, id) }

// Outlet returns the outlet with that ID, or nil.
func (d *Dossier) Outlet(id string) *Outlet { return member(d.Outlets, d.index.outlets, id) }

// Person returns the person, unnamed speaker, organisation or place with that ID, or nil.
func (d *Dossier) Person(id string) *Person {
	if p := member(d.Persons, d.index.persons, id); p != nil {
		return p
	}
	return member(d.Places, d.index.places, id)
}

// Quotation returns the quotation with that ID, or nil.
func (d *Dossier) Quotation(id string) *Quotation {
	return member(d.Quotations, d.index.quotations, id)
}

// Statement returns the statement with that ID, or nil.
func (d *Dossier) Statement(id string) *Statement {
	return member(d.Statements, d.index.statements, id)
}

// Number returns the number with that ID, or nil.
func (d *Dossier) Number(id string) *Number { return member(d.Numbers, d.index.numbers, id) }

// TimesIn returns the time expressions of an article.
func (d *Dossier) TimesIn(article string) []Time {
	return stretch(d.Times, article, func(t Time) string { return t.Article })
}

// NumbersIn returns the numbers of an article.
func (d *Dossier) NumbersIn(article string) []Number {
	return stretch(d.Numbers, article, func(n Number) string { return n.Article })
}

// stretch returns the members of a list sorted by article that belong to one.
func stretch[T any](list []T, article string, of func(T) string) []T {
	from, _ := slices.BinarySearchFunc(list, article, func(x T, id string) int { return cmp.Compare(of(x), id) })
	to := from
	for to < len(list) && of(list[to]) == article {
		to++
	}
	return list[from:to]
}

// Cell returns what article has of statement s: its cell, or one with Form "outside".
func (d *Dossier) Cell(s *Statement, article string) Cell {
	for _, c := range s.Cells {
		if c.Article == article {
			return c
		}
	}
	return Cell{Article: article, Form: "outside"}
}

// Reindex makes the lookups answer for the lists as they are now. Assemble does it last; whoever
// builds a Dossier by hand calls it too.
func (d *Dossier) Reindex() {
	d.index = index{
		articles:   positions(d.Articles, func(a *Article) string { return a.ID }),
		outlets:    positions(d.Outlets, func(o *Outlet) string { return o.ID }),
		persons:    positions(d.Persons, func(p *Person) string { return p.ID }),
		places:     positions(d.Places, func(p *Person) string { return p.ID }),
		quotations: positions(d.Quotations, func(q *Quotation) string { return q.ID }),
		statements: positions(d.Statements, func(s *Statement) string { return s.ID }),
		numbers:    positions(d.Numbers, func(n *Number) string { return n.ID }),
	}
}

func member[T any](list []T, at map[string]int, id string) *T {
	if i, ok := at[id]; ok {
		return &list[i]
	}
	return nil
}

func positions[T any](list []T, id func(*T) string) map[string]int {
	m := make(map[string]int, len(list))
	for i := range list {
		m[id(&list[i])] = i
	}
	return m
}
