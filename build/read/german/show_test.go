package german

import (
	"strconv"
	"strings"
)

// show prints d with one sentence per line, each ended by ‖, and its tokens parted by blanks. The
// marks of a pair carry its level, as in „<0 … “0>; a mark without counterpart is followed by ¿. A
// block ends with ¶.
func show(d Doc) string {
	var out strings.Builder
	note := map[int]string{}
	for _, q := range d.Quotes {
		note[q.Open], note[q.Close] = "<"+strconv.Itoa(q.Level), strconv.Itoa(q.Level)+">"
	}
	for _, i := range d.Unpaired {
		note[i] = "¿"
	}
	for i, s := range d.Sentences {
		for t := s.First; t < s.Last; t++ {
			out.WriteString(d.Word(t) + note[t] + " ")
		}
		out.WriteString("‖")
		if i+1 == len(d.Sentences) || d.Sentences[i+1].Block != s.Block {
			out.WriteString(" ¶")
		}
		out.WriteByte('\n')
	}
	return out.String()
}

// kinds prints the tokens of d, one kind per line.
func kinds(d Doc) string {
	names := []string{"word", "number", "mark", "punct", "symbol"}
	lines := make([]string, len(names))
	for i, t := range d.Tokens {
		lines[t.Kind] += " " + d.Word(i)
	}
	var out strings.Builder
	for k, name := range names {
		if lines[k] != "" {
			out.WriteString(name + ":" + lines[k] + "\n")
		}
	}
	return out.String()
}
