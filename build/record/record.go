// Package record reads the editors' records and notes: Markdown files with YAML front matter.
//
// In goes the folder content/; out comes its Content. Decoding is strict: an unknown key is a mistake,
// as is a value of another kind, and every mistake is reported with file:line:col, all at once.
// Records correct, confirm and enrich what the machine finds; all of them are optional.
package record

import "wortlaut/build/text"

// Status says who vouches for a record.
type Status string

const (
	Machine Status = "machine" // found, unconfirmed
	Checked Status = "checked" // confirmed by an editor
)

// Vouch is the part every record shares: whether it was checked, by whom and when.
type Vouch struct {
	Status Status `yaml:"status"`
	By     string `yaml:"by"`
	On     string `yaml:"on"` // YYYY-MM-DD
}

// Content is all of content/, each list sorted by ID (corrections: newest first).
type Content struct {
	Dossier     Dossier
	Articles    []Article
	Persons     []Person
	Outlets     []Outlet
	Statements  []Statement
	Events      []Event
	Pages       []Page
	Corrections []Correction
	Preface     string // Markdown, the body of corrections.md: what stands above the log
}

// Dossier is content/dossier.md; the body is the introduction.
type Dossier struct {
	Pos         text.Pos `yaml:"-"`
	Title       string   `yaml:"title"`
	Question    string   `yaml:"question"` // the question on the home page; **bold** is kept
	Language    string   `yaml:"language"` // of the interface: de or en
	BaseURL     string   `yaml:"base_url"`
	Publisher   string   `yaml:"publisher"`
	Contact     string   `yaml:"contact"` // mail address or URL for reports of mistakes
	Updated     string   `yaml:"updated"` // YYYY-MM-DD, the "Stand" of every page; empty: none is shown
	CheckedOnly bool     `yaml:"checked_only"`
	Body        string   `yaml:"-"`
}

// Published is a publication date as an editor gives it.
type Published struct {
	Value      string `yaml:"value"` // EDTF level 1
	Basis      string `yaml:"basis"`
	Confidence string `yaml:"confidence"` // certain or inferred
}

// Article is content/articles/ID.md: what an editor knows of one seed.
type Article struct {
	Pos         text.Pos    `yaml:"-"`
	ID          string      `yaml:"-"` // the file's name without .md; the article's ID
	Seed        string      `yaml:"seed"`
	SHA256      string      `yaml:"sha256"`
	Title       string      `yaml:"title"`
	Label       string      `yaml:"label"`  // short name in tables: "CNN, maschinell"
	Outlet      string      `yaml:"outlet"` // an outlet's ID
	Published   *Published  `yaml:"published"`
	URL         string      `yaml:"url"`
	Translation string      `yaml:"translation"` // none, human, machine, unknown
	BasedOn     []string    `yaml:"based_on"`    // outlet IDs
	Rights      string      `yaml:"rights"`      // full, excerpt, quotes, link
	Drop        []Drop      `yaml:"drop"`
	Quotations  []Quotation `yaml:"quotations"`
	Numbers     []Number    `yaml:"numbers"`
	Headline    string      `yaml:"headline"` // an editor's note on whether the text bears out its title
	Vouch       `yaml:",inline"`
	Body        string              `yaml:"-"`
	Places      map[string]text.Pos `yaml:"-"` // where each key stands: "outlet", "quotations[0].speaker"
}

// Drop sets lines of the seed aside. Lines is "3" or "1-11", counted from 1.
type Drop struct {
	Lines       string `yaml:"lines"`
	First, Last int    `yaml:"-"`
	Why         string `yaml:"why"`
}

// Quotation corrects or adds one quotation of an article. Exact must occur exactly once in the cleaned text.
type Quotation struct {
	Pos        text.Pos `yaml:"-"`
	Exact      string   `yaml:"exact"`
	Speaker    string   `yaml:"speaker"` // a person's ID
	Kind       string   `yaml:"kind"`
	Confidence string   `yaml:"confidence"`
	Date       string   `yaml:"date"` // EDTF day or month of the utterance
	Reject     bool     `yaml:"reject"`
	Hidden     *Hidden  `yaml:"hidden"`
	Why        string   `yaml:"why"`
	Note       string   `yaml:"note"`
	Vouch      `yaml:",inline"`
}

// Number is an editor's word on one number of an article. Exact must occur exactly once and hold it.
type Number struct {
	Pos   text.Pos `yaml:"-"`
	Exact string   `yaml:"exact"`
	Note  string   `yaml:"note"` // Markdown; shown where the number is in conflict with another
}

// Hidden takes a quotation off every page and out of every file; a tombstone stays.
type Hidden struct {
	Reason string `yaml:"reason"`
	On     string `yaml:"on"`
}

// Person is content/persons/ID.md.
type Person struct {
	Pos        text.Pos `yaml:"-"`
	ID         string   `yaml:"-"`
	Name       string   `yaml:"name"`
	Names      []string `yaml:"names"`
	Kind       string   `yaml:"kind"`   // person (default), unnamed, organisation
	Gender     string   `yaml:"gender"` // m, f, n, pl
	Roles      []Role   `yaml:"roles"`
	Wikidata   string   `yaml:"wikidata"`
	MergedInto string   `yaml:"merged_into"`
	Why        string   `yaml:"why"`
	Vouch      `yaml:",inline"`
	Body       string              `yaml:"-"`
	Places     map[string]text.Pos `yaml:"-"` // where each key stands: "outlet", "quotations[0].speaker"
}

// Role is an office with the time it was held.
type Role struct {
	Title string `yaml:"title"`
	From  string `yaml:"from"`
	To    string `yaml:"to"`
}

// Outlet is content/outlets/ID.md.
type Outlet struct {
	Pos     text.Pos `yaml:"-"`
	ID      string   `yaml:"-"`
	Name    string   `yaml:"name"`
	Names   []string `yaml:"names"` // other spellings under which texts name it
	URL     string   `yaml:"url"`
	Country string   `yaml:"country"`
	Agency  bool     `yaml:"agency"` // a news agency or another source that texts are based on
	Vouch   `yaml:",inline"`
	Body    string `yaml:"-"`
}

// Ref names one quotation: by ID, or by article and a passage inside it that occurs exactly once.
// With Excerpt only the words of that passage belong to the statement, as where one clause renders
// two statements.
type Ref struct {
	Pos     text.Pos `yaml:"-"`
	ID      string   `yaml:"id"`
	Article string   `yaml:"article"`
	Exact   string   `yaml:"exact"`
	Excerpt bool     `yaml:"excerpt"`
}

// Reference is the original wording of a statement.
type Reference struct {
	Text   string `yaml:"text"`
	Lang   string `yaml:"lang"`
	Source string `yaml:"source"`
}

// Statement is content/statements/ID.md: a statement titled, joined or parted by an editor.
type Statement struct {
	Pos       text.Pos   `yaml:"-"`
	ID        string     `yaml:"-"`
	Title     string     `yaml:"title"`
	Speaker   string     `yaml:"speaker"`
	Date      string     `yaml:"date"`
	Occasion  string     `yaml:"occasion"` // "Brüssel, Ukraine-Kontaktgruppe"
	Reference *Reference `yaml:"reference"`
	Join      []Ref      `yaml:"join"`
	Part      []Ref      `yaml:"part"`
	Vouch     `yaml:",inline"`
	Body      string              `yaml:"-"`
	Places    map[string]text.Pos `yaml:"-"` // where each key stands: "outlet", "quotations[0].speaker"
}

// Event is content/events/ID.md.
type Event struct {
	Pos      text.Pos `yaml:"-"`
	ID       string   `yaml:"-"`
	Title    string   `yaml:"title"`
	Date     string   `yaml:"date"` // EDTF level 1
	Kind     string   `yaml:"kind"` // happened, announced, reported
	Place    string   `yaml:"place"`
	Seq      int      `yaml:"seq"`     // order within a day
	Articles []string `yaml:"sources"` // article IDs
	Basis    string   `yaml:"basis"`
	Vouch    `yaml:",inline"`
	Body     string              `yaml:"-"`
	Places   map[string]text.Pos `yaml:"-"` // where each key stands: "outlet", "quotations[0].speaker"
}

// Page is content/pages/ID.md: a free page such as method or imprint.
type Page struct {
	Pos   text.Pos `yaml:"-"`
	ID    string   `yaml:"-"`
	Title string   `yaml:"title"`
	Body  string   `yaml:"-"`
}

// Correction is one entry of content/corrections.md.
type Correction struct {
	Pos  text.Pos `yaml:"-"`
	Item string   `yaml:"item"` // a quotation, person, statement or article ID
	Was  string   `yaml:"was"`
	Now  string   `yaml:"now"`
	Why  string   `yaml:"why"`
	On   string   `yaml:"on"`
}
