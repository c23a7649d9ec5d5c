package page

import (
	"fmt"
	"strings"

	"wortlaut/build/publish/language"
	"wortlaut/build/text"
)

// URLs builds the paths of the site's pages: from the site's root, without a leading slash, ending
// in "/"; the home page is "". A path may carry an anchor ("zeitleiste/#d-2025-02-12").
type URLs struct{ Table *language.Table }

func (u URLs) list(kind string) string       { return u.Table.Route(kind) + "/" }
func (u URLs) member(kind, id string) string { return u.list(kind) + id + "/" }

// Home is the path of the home page.
func (u URLs) Home() string { return "" }

// Statements lists all statements.
func (u URLs) Statements() string { return u.list("statements") }

// Statement compares the renderings of one statement.
func (u URLs) Statement(id string) string { return u.member("statements", id) }

// Persons lists all persons.
func (u URLs) Persons() string { return u.list("persons") }

// Person shows what one person said.
func (u URLs) Person(id string) string { return u.member("persons", id) }

// Articles lists all source texts.
func (u URLs) Articles() string { return u.list("articles") }

// Article shows one source text.
func (u URLs) Article(id string) string { return u.member("articles", id) }

// Block is a paragraph of an article.
func (u URLs) Block(article, block string) string { return u.Article(article) + "#" + block }

// Sentence is a sentence of an article, counted from 1.
func (u URLs) Sentence(article string, n int) string { return u.Article(article) + "#" + SentenceID(n) }

// Quotation is the lasting address of one quotation.
func (u URLs) Quotation(id string) string { return u.member("quotations", id) }

// Quoted is the place of a quotation in its article.
func (u URLs) Quoted(article, id string) string { return u.Article(article) + "#" + QuotationID(id) }

// Outlets lists all outlets.
func (u URLs) Outlets() string { return u.list("outlets") }

// Outlet shows one outlet.
func (u URLs) Outlet(id string) string { return u.member("outlets", id) }

// Pairs lists the comparisons of two articles.
func (u URLs) Pairs() string { return u.list("pairs") }

// Pair compares two articles.
func (u URLs) Pair(id string) string { return u.member("pairs", id) }

// Timeline is the list of events.
func (u URLs) Timeline() string { return u.list("timeline") }

// Day is a date's place on the timeline. Dates that have none lead to the timeline's top.
func (u URLs) Day(edtf string) string {
	if edtf == "" {
		return u.Timeline()
	}
	return u.Timeline() + "#" + DayID(edtf)
}

// Numbers is the table of all numbers.
func (u URLs) Numbers() string { return u.list("numbers") }

// Number is one number's row in the table of all numbers.
func (u URLs) Number(id string) string { return u.Numbers() + "#" + NumberID(id) }

// Conflict shows numbers that do not go together.
func (u URLs) Conflict(id string) string { return u.member("numbers", id) }

// Search is the page with search field and registers.
func (u URLs) Search() string { return u.list("search") }

// Data describes the data files.
func (u URLs) Data() string { return u.list("data") }

// Method says what is machine and what is human.
func (u URLs) Method() string { return u.list("method") }

// Corrections is the log of corrections.
func (u URLs) Corrections() string { return u.list("corrections") }

// Free is a page of the editors'. The page "methode" or "method" stands at Method.
func (u URLs) Free(id string) string { return id + "/" }

// SentenceID is the anchor of an article's sentence n, counted from 1.
func SentenceID(n int) string { return fmt.Sprintf("s%03d", n) }

// QuotationID is the anchor of a quotation in its article.
func QuotationID(id string) string { return "q-" + id }

// DayID is the anchor of a date on the timeline: "d-2025-02-12". A date and one about it share their
// place.
func DayID(edtf string) string { return "d-" + text.Slug(plainDate(edtf)) }

// plainDate is an EDTF date without the marks of doubt.
func plainDate(edtf string) string {
	return strings.NewReplacer("~", "", "?", "", "%", "").Replace(edtf)
}

// NumberID is the anchor of a number in the table of numbers.
func NumberID(id string) string { return "n-" + text.Slug(id) }

// Rel returns the relative URL that leads from one page's path to another path. Both are from the
// site's root; an anchor may follow the target.
func Rel(from, to string) string {
	path, anchor, hasAnchor := strings.Cut(to, "#")
	if hasAnchor {
		anchor = "#" + anchor
	}
	if path == from && hasAnchor {
		return anchor
	}
	if up := Root(from) + path; up != "" {
		return up + anchor
	}
	return "./" + anchor
}

// Root returns the relative URL of the site's root as seen from a page: "../../" for
// "artikel/001/", "" for the home page.
func Root(from string) string { return strings.Repeat("../", strings.Count(from, "/")) }
