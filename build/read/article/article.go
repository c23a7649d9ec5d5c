// Package article loads one seed file: it checks the encoding, repairs the layout, cuts the text
// into blocks and reads title, outlet, place and date from them, each with its basis.
//
// In go the bytes of a seed and its record, if any; out comes an Article whose cleaned Text maps
// back to the seed byte by byte. Nothing of the seed is lost: what is not part of the article is a
// block of its own kind, and every repair is listed as a Defect.
//
// The steps of Load are check (encoding), layout (lines to blocks: a line that had no room for the
// next word is wrapped, a sentence left open goes on), repair (misplaced blanks and markup),
// setAside (boilerplate, by the word patterns of data/boilerplate.txt, who speaks to whom, and what
// stands beside), splitOff (datelines, sign-offs) and classify. Boilerplate is found by shallow text
// features as in Kohlschütter, Fankhauser and Nejdl, "Boilerplate Detection using Shallow Text
// Features" (WSDM 2010); hyphens follow the official German spelling rules, §§ 40, 98 and 107.
package article

import "wortlaut/build/text"

// BlockKind says what part of an article a block is.
type BlockKind string

const (
	Title       BlockKind = "title"
	Kicker      BlockKind = "kicker" // the short line above the title
	Subtitle    BlockKind = "subtitle"
	Byline      BlockKind = "byline"
	Dateline    BlockKind = "dateline" // place, agency or date standing before the text
	Heading     BlockKind = "heading"
	Paragraph   BlockKind = "paragraph"
	SignOff     BlockKind = "signoff"     // "(abc mit Agenturen)"
	Teaser      BlockKind = "teaser"      // a link to another piece inside the text
	Boilerplate BlockKind = "boilerplate" // consent banners, offers, share and comment prompts, scraper remnants
)

// Read reports whether the stages after this one read a block of kind k for quotations, people, dates and numbers.
func (k BlockKind) Read() bool {
	return k == Title || k == Kicker || k == Subtitle || k == Heading || k == Paragraph
}

// Block is a part of the cleaned text. Blocks stand in text order and do not overlap.
type Block struct {
	ID   string // "b1", "b2" …, stable while the text is
	Kind BlockKind
	Span text.Span // of Article.Text
	Why  string    // for boilerplate and teasers: the code of the rule that found it ("consent", "offer", "share", "record" …)
}

// DefectKind names a repair or a flaw; the interface has a word for each.
type DefectKind string

const (
	Wrap        DefectKind = "wrap"        // hard line breaks joined; one Defect per block
	TornLine    DefectKind = "torn"        // a sentence torn over a blank line, joined
	Blank       DefectKind = "blank"       // a misplaced blank ("NATO -Wort", blank before a closing mark)
	Markup      DefectKind = "markup"      // "**" and the like removed
	Unpaired    DefectKind = "unpaired"    // a quotation mark without counterpart
	Removed     DefectKind = "removed"     // boilerplate lines set aside
	Foreign     DefectKind = "foreign"     // a teaser inside the text
	Inserted    DefectKind = "inserted"    // an insertion in brackets inside somebody's words
	Hyphen      DefectKind = "hyphen"      // a hyphen at a line end, kept or closed
	BOM         DefectKind = "bom"         // byte order mark
	CRLF        DefectKind = "crlf"        // Windows line ends
	Control     DefectKind = "control"     // control or bidi characters
	NoBlankLine DefectKind = "noblank"     // no blank lines: paragraphs found by line
	GluedHyphen DefectKind = "gluedhyphen" // a lost dash that looks like a compound; left as found
)

// Defect is one entry of the text condition report.
type Defect struct {
	Kind  DefectKind
	Span  text.Span // of Article.Source: where in the seed
	Found string    // what stands there, shortened
	Count int       // how many places this entry stands for, at least 1
}

// Basis says where a fact about an article comes from.
type Basis string

const (
	FromRecord  Basis = "record"   // an editor's record says so
	FromText    Basis = "text"     // the text says so in full
	FromFooter  Basis = "footer"   // boilerplate names it ("Besuchen Sie uns auf: …")
	FromDateRef Basis = "dateline" // the line before the text
	Unknown     Basis = "unknown"
)

// Fact is a value with its basis; Value is empty where Basis is Unknown.
type Fact struct {
	Value string
	Basis Basis
	Why   string    // an editor's reasons, from the record
	Span  text.Span // of Article.Source, where the text shows it
}

// Article is one source text, read but not yet understood.
type Article struct {
	ID     string // of the URL
	Name   string // of the file below seeds/
	SHA256 string // of the seed's bytes, hexadecimal
	Source string // the seed's bytes as they are
	Text   string // cleaned: one line per block, blocks parted by one blank line
	Pieces []Piece
	Blocks []Block

	Headline  Fact // what TitleText returns: an editor's title, or the title block
	Outlet    Fact // as named, not yet an outlet's ID
	Place     Fact
	Published Fact   // EDTF level 1
	Certainty string // of Published: "certain", "inferred" or "unknown"
	Agencies  []string
	Defects   []Defect // by place in the seed
	Words     int      // in blocks that are read
}

// Piece maps a stretch of the cleaned text to the seed: Text[Clean.Start:Clean.End] stands for
// Source[Seed.Start:Seed.End]. Where both have the same length the bytes are equal; otherwise the
// cleaned side is a repair (a blank for a line break, or nothing for what was dropped).
type Piece struct{ Clean, Seed text.Span }
