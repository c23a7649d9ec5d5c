package quotation

import (
	"strings"

	"wortlaut/build/read/german"
)

// unpaired makes quotations of marks that have no counterpart: from an opening mark to the end of
// its sentence, from the beginning of its sentence to a closing mark. Where the words begin or
// end is not known, so nothing runs on beyond the sentence, and the speaker is uncertain.
func (r *reader) unpaired() {
	for _, i := range r.d.Unpaired {
		k := r.unitOf(i)
		if k < 0 || r.skipped(r.all[k]) || r.outer[i] >= 0 {
			continue
		}
		u := r.all[k]
		p := part{i, u.last}
		if r.closes(i) {
			p = part{u.first, i + 1}
			if i == u.first && k > 0 { // the mark was cut off from its sentence
				p.first = r.all[k-1].first
				k--
			}
		}
		if p.last-p.first < 4 || r.overlaps(p) {
			r.doubt(k)
			continue
		}
		d := draft{label: LabelDirect, quote: []part{p}, unit: k, host: -1, unclear: true}
		r.found = append(r.found, d)
	}
}

// closes reports whether the mark at token i stands at the end of words.
func (r *reader) closes(i int) bool {
	if r.d.Word(i) == "„" || r.d.Word(i) == "‚" || i == 0 {
		return false
	}
	if i+1 >= len(r.d.Tokens) || r.d.Tokens[i+1].Sentence != r.d.Tokens[i].Sentence {
		return true
	}
	end := r.d.Tokens[i].Span.End
	return r.d.Tokens[i+1].Span.Start > end || strings.ContainsAny(r.d.Word(i+1), ".,;:!?") && r.d.Tokens[i+1].Kind == german.Punct
}

// overlaps reports whether a quotation shares tokens with p.
func (r *reader) overlaps(p part) bool {
	for _, d := range r.found {
		for _, q := range d.quote {
			if q.first < p.last && p.first < q.last {
				return true
			}
		}
	}
	return false
}

// doubt marks the quotations of unit k as uncertain.
func (r *reader) doubt(k int) {
	for i := range r.found {
		if r.found[i].unit == k {
			r.found[i].unclear = true
		}
	}
}
