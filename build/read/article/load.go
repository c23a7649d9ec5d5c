package article

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"wortlaut/build/record"
	"wortlaut/build/text"
)

// seedFile is the name of a seed in error messages.
func seedFile(name string) string { return "seeds/" + name }

// Load reads the bytes of the file name below seeds/ as the article id. What rec, which may be nil,
// says of title, outlet, date and lines to drop overrides what the text shows. The error is a
// text.Errors with everything a person can mend; the notes are doubts, by place.
func Load(name string, seed []byte, id string, rec *record.Article) (Article, []text.Note, error) {
	if err := check(seedFile(name), seed); err != nil {
		return Article{}, nil, err
	}
	sum := sha256.Sum256(seed)
	a := Article{ID: id, Name: name, SHA256: hex.EncodeToString(sum[:]), Source: string(seed)}
	lines := split(a.Source)
	if err := checkRecord(rec, a.SHA256, len(lines)); err != nil {
		return Article{}, nil, err
	}
	drafts, defects := layout(a.Source, lines, borders(rec))
	drafts = slices.DeleteFunc(drafts, func(d draft) bool { return d.text == "" })
	for i := range drafts {
		defects = append(defects, drafts[i].repair()...)
		drop(&drafts[i], rec)
	}
	drafts = slices.DeleteFunc(drafts, func(d draft) bool { return d.text == "" })
	drafts, sigs := splitOff(drafts, setAside(drafts))
	classify(drafts, sigs)

	a.Text, a.Blocks, a.Pieces = assemble(a.Source, drafts)
	a.Defects = append(append(sourceDefects(a.Source), defects...), a.asideDefects()...)
	slices.SortStableFunc(a.Defects, func(x, y Defect) int {
		return cmp.Or(text.Compare(x.Span, y.Span), cmp.Compare(x.Kind, y.Kind))
	})
	a.readFacts()
	a.override(rec)
	for _, b := range a.Blocks {
		if b.Kind.Read() {
			a.Words += countWords(b.Span.Of(a.Text))
		}
	}
	return a, a.notes(), nil
}

// checkRecord returns an error if rec is not about a seed with this digest and so many lines.
func checkRecord(rec *record.Article, digest string, lines int) error {
	if rec == nil {
		return nil
	}
	var errs text.Errors
	if rec.SHA256 != "" && !strings.EqualFold(rec.SHA256, digest) {
		errs.Add(rec.Pos, "check the record against the new text, then write sha256: "+digest, "the seed has changed since this record was written: its sha256 is not %s", rec.SHA256)
	}
	for _, d := range rec.Drop {
		switch {
		case d.First < 1 || d.Last < d.First:
			errs.Add(rec.Pos, `write "3" or "1-11"`, "drop: %q are no lines", d.Lines)
		case d.Last > lines:
			errs.Add(rec.Pos, "lines count from 1, empty ones too", "drop: line %d of a seed with %d lines", d.Last, lines)
		}
	}
	return errs.Err()
}

// borders returns the numbers of the lines at which what rec drops begins or has ended.
func borders(rec *record.Article) map[int]bool {
	set := map[int]bool{}
	if rec != nil {
		for _, d := range rec.Drop {
			set[d.First], set[d.Last+1] = true, true
		}
	}
	return set
}

// drop sets d aside if rec says so.
func drop(d *draft, rec *record.Article) {
	if rec == nil {
		return
	}
	for _, x := range rec.Drop {
		if d.lines[0] >= x.First && d.lines[0] <= x.Last {
			d.kind, d.why = Boilerplate, "record"
		}
	}
}

// asideDefects lists the runs of boilerplate and the teasers.
func (a *Article) asideDefects() []Defect {
	var list []Defect
	before := BlockKind("")
	for _, b := range a.Blocks {
		seed := a.Seed(b.Span)
		switch {
		case b.Kind == Boilerplate && before == Boilerplate:
			last := &list[len(list)-1]
			last.Count++
			last.Span.End = seed.End
		case b.Kind == Boilerplate:
			list = append(list, Defect{Kind: Removed, Span: seed, Found: shorten(b.Span.Of(a.Text)), Count: 1})
		case b.Kind == Teaser:
			list = append(list, Defect{Kind: Foreign, Span: seed, Found: shorten(b.Span.Of(a.Text)), Count: 1})
		}
		before = b.Kind
	}
	return list
}

var (
	visitRe     = regexp.MustCompile(`(?i)^besuche(?:n sie)? uns(?: auch| gerne)?(?: auf| unter| bei| im internet)*( ?:)? +(\S.*)$`)
	bannerRe    = regexp.MustCompile(`^(?:Besuchen Sie|Willkommen bei) (\S+?)(?: wie gewohnt|$|[.!,])`)
	copyrightRe = regexp.MustCompile(`^(?:©|Copyright(?: ©)?) *(?:\d{4}(?: ?[-–] ?\d{4})?,? )?(?:by )?([^.|,/]{2,40}?)(?: \d{4})?(?:[.|,].*| Alle Rechte.*| [-–] .*)?$`)
)

// readFacts reads title, outlet, place, date and agencies from the blocks.
func (a *Article) readFacts() {
	a.Headline, a.Outlet, a.Place, a.Published = Fact{Basis: Unknown}, Fact{Basis: Unknown}, Fact{Basis: Unknown}, Fact{Basis: Unknown}
	a.Certainty = "unknown"
	fact := func(f *Fact, value string, basis Basis, s text.Span) {
		if f.Basis == Unknown && value != "" {
			*f = Fact{Value: value, Basis: basis, Span: a.Seed(s)}
		}
	}
	var updated Fact
	for _, b := range a.Blocks {
		s := b.Span.Of(a.Text)
		sub := func(start, end int) text.Span {
			return text.Span{Start: b.Span.Start + start, End: b.Span.Start + end}
		}
		switch b.Kind {
		case Title:
			fact(&a.Headline, s, FromText, b.Span)
		case Dateline, Byline:
			for _, d := range dates(s) {
				if !d.updated {
					fact(&a.Published, d.value, FromDateRef, sub(d.start, d.end))
				} else if updated.Value == "" {
					updated = Fact{Value: d.value, Basis: FromDateRef, Span: a.Seed(sub(d.start, d.end))}
				}
			}
			a.agencies(s)
			if b.Kind == Byline {
				continue
			}
			place, outlet := placeOf(s)
			if at := strings.Index(s, place); place != "" {
				fact(&a.Place, titleCase(place), FromDateRef, sub(at, at+len(place)))
			}
			if at := strings.Index(s, outlet); outlet != "" {
				fact(&a.Outlet, outlet, FromDateRef, sub(at, at+len(outlet)))
			} else if place == "" && outletLine(s) {
				fact(&a.Outlet, s, FromDateRef, b.Span)
			}
		case SignOff:
			a.agencies(s)
			for _, d := range dates(s) {
				fact(&a.Published, d.value, FromText, sub(d.start, d.end))
			}
		case Boilerplate:
			if b.Why == "source" {
				a.agencies(s)
			}
			if start, end := outletIn(s, b.Why); end > 0 {
				fact(&a.Outlet, s[start:end], FromFooter, sub(start, end))
			}
		}
	}
	if a.Published.Basis == Unknown && updated.Value != "" {
		a.Published = updated
	}
	if a.Published.Basis != Unknown {
		a.Certainty = "certain"
	}
}

func (a *Article) agencies(s string) {
	for _, name := range agenciesIn(s) {
		if !slices.Contains(a.Agencies, name) {
			a.Agencies = append(a.Agencies, name)
		}
	}
}

// placeOf returns the place and the outlet a dateline names, as printed, or "".
func placeOf(s string) (place, outlet string) {
	if p, ok := datelinePrefix(s+" Er sagte am Tag danach nichts mehr.", true, true); ok {
		return p.place, p.outlet
	}
	if !placeLine(s) {
		return "", ""
	}
	left := besideDate(s)
	if i := strings.IndexByte(left, '('); i > 0 {
		left = left[:i]
	}
	left = strings.Trim(left, " ,–—-")
	if !isPlace(left) || !strings.Contains(s, left) {
		return "", ""
	}
	return left, ""
}

// outletIn finds the outlet that a line of boilerplate names.
func outletIn(s, why string) (start, end int) {
	if m := visitRe.FindStringSubmatchIndex(s); m != nil {
		value := strings.TrimRight(s[m[4]:m[5]], "./ ")
		if domain(value) || m[2] >= 0 && countWords(value) <= 4 {
			return m[4], m[4] + len(value)
		}
	}
	if m := bannerRe.FindStringSubmatchIndex(s); m != nil && why == "consent" && s[m[2]:m[3]] != "uns" {
		return m[2], m[3]
	}
	if m := copyrightRe.FindStringSubmatchIndex(s); m != nil && why == "copyright" && agencies[strings.ToLower(s[m[2]:m[3]])] == "" {
		return m[2], m[3]
	}
	return 0, 0
}

// override puts what an editor wrote in the place of what the text shows.
func (a *Article) override(rec *record.Article) {
	if rec == nil {
		return
	}
	if rec.Title != "" {
		a.Headline = Fact{Value: rec.Title, Basis: FromRecord, Span: a.Headline.Span}
	}
	if rec.Outlet != "" {
		a.Outlet = Fact{Value: rec.Outlet, Basis: FromRecord, Span: a.Outlet.Span}
	}
	if p := rec.Published; p != nil && p.Value != "" {
		a.Published = Fact{Value: p.Value, Basis: FromRecord, Why: p.Basis, Span: a.Published.Span}
		a.Certainty = cmp.Or(p.Confidence, "certain")
	}
}

// TitleText returns the title, an editor's before the text's own; "" if there is none.
func (a *Article) TitleText() string { return a.Headline.Value }

// mojibake are German letters whose UTF-8 bytes were read as Windows-1252.
var mojibake = []string{"Ã¤", "Ã¶", "Ã¼", "ÃŸ", "Ã„", "Ã–", "Ãœ", "â€ž", "â€œ", "â€“"}

// notes lists what a person should look at, by place.
func (a *Article) notes() []text.Note {
	var list []text.Note
	at := func(off int) text.Pos { return text.At(seedFile(a.Name), a.Source, off) }
	for _, m := range mojibake {
		if i := strings.Index(a.Source, m); i >= 0 {
			list = append(list, text.Note{Pos: at(i), Text: strconv.Quote(m) + " looks like UTF-8 that was read as Windows-1252"})
			break
		}
	}
	if i := strings.IndexRune(a.Source, '\uFFFD'); i >= 0 {
		list = append(list, text.Note{Pos: at(i), Text: "U+FFFD stands for a letter that was lost in a conversion"})
	}
	if a.Headline.Value == "" {
		list = append(list, text.Note{Pos: text.Pos{File: seedFile(a.Name)}, Text: "the text has no title; a record can give one"})
	}
	slices.SortStableFunc(list, func(x, y text.Note) int { return cmp.Compare(x.Pos.Line, y.Pos.Line) })
	return list
}

// digest is a run of hexadecimal digits at the end of a file name.
var digest = regexp.MustCompile(`[_-][0-9a-fA-F]{8,}$`)

// IDs returns an article ID for each file name below seeds/: the name without extension as a slug,
// without a digest at its end if the IDs stay different. Names that still give the same ID get
// "-2", "-3" … in the order of the names.
func IDs(names []string) []string {
	short, seen := make([]string, len(names)), map[string]int{}
	full := make([]string, len(names))
	for i, n := range names {
		base := strings.TrimSuffix(path.Base(n), path.Ext(n))
		full[i] = text.Slug(base)
		short[i] = full[i]
		if s := digest.ReplaceAllString(base, ""); s != "" {
			short[i] = text.Slug(s)
		}
		seen[short[i]]++
	}
	for i := range short {
		if seen[short[i]] > 1 {
			short[i] = full[i]
		}
	}
	return number(names, short)
}

// number appends "-2", "-3" … to ids that occur before in the order of names.
func number(names, ids []string) []string {
	order := make([]int, len(ids))
	taken := map[string]bool{}
	for i := range ids {
		order[i] = i
		taken[ids[i]] = true
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(names[a], names[b]) })
	used := map[string]bool{}
	out := slices.Clone(ids)
	for _, i := range order {
		for n := 2; used[out[i]] || n > 2 && taken[out[i]]; n++ {
			out[i] = ids[i] + "-" + strconv.Itoa(n)
		}
		used[out[i]] = true
	}
	return out
}
