package measure

import (
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"wortlaut/build/read/quotation"
	"wortlaut/build/text"
)

// tagRe is a tag of a marked text: kind of part, number of the quotation and, for contents, its type.
var tagRe = regexp.MustCompile(`\{(?P<end>/?)(?P<part>[qsfca])(?P<number>\d+)(?P<type>[dirfx]?)\}`)

var (
	partOf = map[string]Part{"q": Content, "s": Speaker, "c": Cue, "f": Frame, "a": Addressee}
	typeOf = map[string]quotation.Label{
		"d": quotation.LabelDirect, "i": quotation.LabelIndirect, "r": quotation.LabelReported, "f": quotation.LabelFree, "x": quotation.LabelFreeIndirect,
	}
)

// Marked sets an independent marking as what was read in the texts, which are found by title and date: fsys has
// index.tsv with file, page, title and date, and the marked texts in texts/. It returns the texts that
// are marked, in their order. The error is a text.Errors.
func Marked(fsys fs.FS, texts []Text) ([]Text, error) {
	var errs text.Errors
	index, err := fs.ReadFile(fsys, "index.tsv")
	if err != nil {
		errs.Add(text.Pos{File: "-marking"}, "name the folder with index.tsv and texts/", "cannot be read: %v", err)
		return nil, errs.Err()
	}
	files := map[string]string{}
	for line := range strings.Lines(string(index)) {
		if f := strings.Split(strings.TrimRight(line, "\n"), "\t"); len(f) == 4 {
			files[f[2]+" ("+f[3]+")"] = "texts/" + f[0] + ".txt"
		}
	}
	var out []Text
	for _, t := range texts {
		_, title, _ := strings.Cut(t.Name, " - ")
		file, ok := files[title]
		if !ok {
			continue
		}
		data, err := fs.ReadFile(fsys, file)
		if err != nil {
			errs.Add(text.Pos{File: file}, "", "cannot be read: %v", err)
			continue
		}
		plain, rows := unmark(string(data))
		body := strings.TrimLeftFunc(t.Body, unicode.IsSpace)
		if strings.TrimSpace(plain) != strings.TrimSpace(body) {
			errs.Add(text.Pos{File: file}, "the marking must leave the text as it is", "not the text of %s", t.Name)
			continue
		}
		move(rows, len(t.Body)-len(body)-len(plain)+len(strings.TrimLeftFunc(plain, unicode.IsSpace)))
		t.Predict(rows)
		out = append(out, t)
	}
	if len(out) == 0 && len(errs) == 0 {
		errs.Add(text.Pos{File: "-marking"}, "name the half of the corpus whose texts are marked with -marked", "none of its texts")
	}
	return out, errs.Err()
}

// unmark returns a marked text without its tags, and the quotations by number.
func unmark(marked string) (string, []quotation.Row) {
	var plain strings.Builder
	rows := map[int]*quotation.Row{}
	open := map[string]int{} // by tag without type
	end := 0
	for _, m := range tagRe.FindAllStringSubmatchIndex(marked, -1) {
		plain.WriteString(marked[end:m[0]])
		end = m[1]
		group := func(name string) string {
			k := tagRe.SubexpIndex(name)
			return marked[m[2*k]:m[2*k+1]]
		}
		n, _ := strconv.Atoi(group("number")) // digits, by the expression
		r := rows[n]
		if r == nil {
			r = &quotation.Row{}
			rows[n] = r
		}
		if t := group("type"); t != "" {
			r.Type = typeOf[t]
		}
		key := group("part") + group("number")
		if group("end") == "" {
			open[key] = plain.Len()
			continue
		}
		list := spansIn(r)[partOf[group("part")]]
		*list = append(*list, text.Span{Start: open[key], End: plain.Len()})
	}
	plain.WriteString(marked[end:])
	var out []quotation.Row
	for _, n := range slices.Sorted(maps.Keys(rows)) {
		out = append(out, *rows[n])
	}
	return plain.String(), out
}

// spansIn returns the spans of each part of r, to change them.
func spansIn(r *quotation.Row) [parts]*[]text.Span {
	return [parts]*[]text.Span{&r.Quote, &r.Speaker, &r.Cue, &r.Frame, &r.Addressee}
}

// move shifts all spans.
func move(rows []quotation.Row, by int) {
	for i := range rows {
		for _, list := range spansIn(&rows[i]) {
			for k := range *list {
				(*list)[k].Start += by
				(*list)[k].End += by
			}
		}
	}
}
