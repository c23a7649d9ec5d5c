package collation

import "wortlaut/build/text"

// Collate aligns readings word by word and classifies where they differ. The columns depend on the
// texts alone: another order of the readings changes the order of the cells and nothing else.
//
// A cell's spans cover the words with the marks around them; taken in the order of the text, the
// cells of a witness cover all of its reading but blanks.
func Collate(readings []Reading) Table {
	t := Table{Readings: readings}
	rows := rowsOf(readings)
	lines := align(rows)
	own := make([][]unit, len(readings))
	for i, r := range readings {
		own[i] = units(r.Text)
	}
	for _, l := range lines {
		column := Column{Cells: make([]Cell, len(readings))}
		for r, k := range l.at {
			if k < 0 {
				continue
			}
			for _, i := range rows[r].readings {
				column.Cells[i] = Cell{Spans: []text.Span{own[i][k].span}, Moved: l.moved[r]}
			}
		}
		t.Columns = append(t.Columns, column)
	}
	t.Variants = merge(classify(own, rows, lines))
	return t
}

// merge makes variants of the classes of the columns: neighbours of one class are one variant.
func merge(classes []Class) []Variant {
	var out []Variant
	for i, c := range classes {
		switch last := len(out) - 1; {
		case c == Same:
		case last >= 0 && out[last].To == i && out[last].Class == c:
			out[last].To = i + 1
		default:
			out = append(out, Variant{From: i, To: i + 1, Class: c})
		}
	}
	return out
}

// Segments covers all columns by runs in order: the variants, and between them runs of class Same.
func (t *Table) Segments() []Variant {
	var out []Variant
	at := 0
	for _, v := range t.Variants {
		if at < v.From {
			out = append(out, Variant{From: at, To: v.From, Class: Same})
		}
		out = append(out, v)
		at = v.To
	}
	if at < len(t.Columns) {
		out = append(out, Variant{From: at, To: len(t.Columns), Class: Same})
	}
	return out
}

// Row returns what witness w prints in each column, byte for byte; "" where it has nothing.
func (t *Table) Row(w int) []string {
	out := make([]string, len(t.Columns))
	for c := range t.Columns {
		out[c] = t.Text(w, c, c+1)
	}
	return out
}

// Text returns what witness w prints in the columns from … to (half-open), byte for byte and in
// the order of the columns. Pieces that do not follow each other in the reading are joined by " … ".
func (t *Table) Text(w, from, to int) string {
	s := t.Readings[w].Text
	out := ""
	var run text.Span
	flush := func() {
		if run.Len() == 0 {
			return
		}
		if out != "" {
			out += " … "
		}
		out += run.Of(s)
	}
	for _, c := range t.Columns[from:to] {
		for _, p := range c.Cells[w].Spans {
			if run.Len() > 0 && run.End <= p.Start && blank(s[run.End:p.Start]) {
				run.End = p.End
				continue
			}
			flush()
			run = p
		}
	}
	flush()
	return out
}
