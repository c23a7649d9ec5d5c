package measure

import (
	"fmt"
	"io"
	"strings"

	"wortlaut/build/read/quotation"
)

// QuotationScores are all figures on quotations.
type QuotationScores struct {
	Texts    int
	Official Official
	Tokens   [parts]Score
	Spans    Spans
	Types    []TypeScores // in the order of Labels
	Direct   Attribution
	Indirect Attribution
	Speakers Attribution // on all types
}

// TypeScores are the figures on one type, with gold and prediction cut down to it.
type TypeScores struct {
	Type      quotation.Label
	Official  Official
	Tokens    Score // of the contents
	Spans     Spans
	Confusion Confusion // of the gold with all predictions
}

// Quotations scores what was read in texts.
func Quotations(texts []Text) QuotationScores {
	all := cut(texts, "")
	out := QuotationScores{
		Texts: len(texts), Official: official(all), Tokens: tokenLevel(all), Spans: spanLevel(all),
		Direct:   attribution(texts, quotation.LabelDirect),
		Indirect: attribution(texts, quotation.LabelIndirect),
		Speakers: attribution(texts, Labels...),
	}
	for _, l := range Labels {
		docs := cut(texts, l)
		out.Types = append(out.Types, TypeScores{l, official(docs), tokenLevel(docs)[Content], spanLevel(docs), confusions(all, l)})
	}
	return out
}

// Type returns the figures on label.
func (s QuotationScores) Type(label quotation.Label) TypeScores {
	for _, t := range s.Types {
		if t.Type == label {
			return t
		}
	}
	return TypeScores{Type: label}
}

// Print writes the tables as plain text.
func (s QuotationScores) Print(w io.Writer) {
	o := s.Official
	fmt.Fprintf(w, "documents %d (with a prediction line %d), gold quotes %d, predicted quotes %d\n", s.Texts, s.Texts, o.Gold, o.Predicted)
	fmt.Fprintln(w, "\n(a) official definitions (eval/eval.py): macro over annotations")
	printAverage(w, "quote", o.Parts[Content])
	printAverage(w, "roles", o.Roles)
	printAverage(w, "joint", o.Joint)
	printScore(w, "type label (micro)", o.Type, "")
	fmt.Fprintln(w, "  single roles, same definition:")
	for p := Speaker; p < parts; p++ {
		printAverage(w, "  "+p.String(), o.Parts[p])
	}
	s.printTypes(w)
	s.printSpans(w)
	fmt.Fprintln(w, "\n(c) speaker attribution on matched quotes (IoU>=.5, head token)")
	s.Direct.print(w, "direct")
	s.Indirect.print(w, "indirect")
	s.Speakers.print(w, "all")
}

func printScore(w io.Writer, name string, s Score, extra string) {
	fmt.Fprintf(w, "  %-24s P %s  R %s  F1 %s%s\n", name, percent(s.P), percent(s.R), percent(s.F1), extra)
}

func printAverage(w io.Writer, name string, a Average) {
	printScore(w, name, a.Score, fmt.Sprintf("   | micro P %s R %s F1 %s", percent(a.Micro.P), percent(a.Micro.R), percent(a.Micro.F1)))
}

func (s QuotationScores) printTypes(w io.Writer) {
	fmt.Fprintln(w, "\n    per type (gold and prediction cut down to the type), F1 (P/R)")
	fmt.Fprintf(w, "    %-24s %6s %6s  %-22s %-22s %-22s %-22s\n", "type", "gold", "pred", "quote", "speaker", "cue", "joint")
	for _, t := range s.Types {
		o := t.Official
		fmt.Fprintf(w, "    %-24s %6d %6d ", t.Type, o.Gold, o.Predicted)
		for _, a := range []Average{o.Parts[Content], o.Parts[Speaker], o.Parts[Cue], o.Joint} {
			cell := "     –"
			if a.Gold+a.Predicted > 0 {
				cell = fmt.Sprintf("%s (%s/%s)", percent(a.F1), strings.TrimSpace(percent(a.P)), strings.TrimSpace(percent(a.R)))
			}
			fmt.Fprintf(w, " %-22s", cell)
		}
		fmt.Fprintln(w)
	}
}

func (s QuotationScores) printSpans(w io.Writer) {
	fmt.Fprintln(w, "\n(b) token level (union of tokens, no pairing)")
	for p := range parts {
		printScore(w, p.String(), s.Tokens[p], "")
	}
	near := func(x Spans) string {
		return fmt.Sprintf("exact F1 %s   IoU>=.5 P %s R %s F1 %s", percent(x.Exact.F1), percent(x.Half.P), percent(x.Half.R), percent(x.Half.F1))
	}
	fmt.Fprintf(w, "    quote spans                %s\n", near(s.Spans))
	for _, t := range s.Types {
		fmt.Fprintf(w, "    %-24s token F1 %s   %s\n", t.Type, percent(t.Tokens.F1), near(t.Spans))
	}
	fmt.Fprintln(w, "    gold quotes found at IoU>=.5 under any predicted type:")
	for _, t := range s.Types {
		c := t.Confusion
		as := make([]string, len(c.As))
		for i, l := range c.As {
			as[i] = fmt.Sprintf("%s %d", l.Type, l.N)
		}
		share := strings.TrimSpace(percent(ratio(c.Found, max(1, c.Gold))))
		fmt.Fprintf(w, "      %-24s %4d of %4d (%s%%)  as %s\n", t.Type, c.Found, c.Gold, share, strings.Join(as, ", "))
	}
}

func (a Attribution) print(w io.Writer, name string) {
	share := func(n, of int) string { return strings.TrimSpace(percent(ratio(n, of))) }
	fmt.Fprintf(w, "  %-10s accuracy %s %% (%d of %d matched with gold speaker); same name counted %s %%; end to end %s %% (of %d gold with speaker)\n",
		name, share(a.Correct, a.SpeakerMatched), a.Correct, a.SpeakerMatched, share(a.SameName, a.SpeakerMatched), share(a.Correct, a.Speaker), a.Speaker)
	fmt.Fprintf(w, "             matched %d of %d gold; no speaker in gold: %d of %d left empty\n", a.Matched, a.Gold, a.LeftSo, a.Speakerless)
	for _, c := range a.Classes {
		fmt.Fprintf(w, "             %-28s gold %4d  matched %4d  correct %4d\n", c.Name, c.Gold, c.Matched, c.Correct)
	}
}

// PrintQuotationErrors writes at most n errors on quotations of the type, of all types if it is "": what
// was missed, what was found and is none, and found ones with another speaker.
func PrintQuotationErrors(w io.Writer, texts []Text, n int, label quotation.Label) {
	for i := range texts {
		for _, line := range texts[i].errors(label) {
			if n == 0 {
				return
			}
			n--
			fmt.Fprintf(w, "%s\n  %s\n", texts[i].Name, line)
		}
	}
}

func (t *Text) errors(label quotation.Label) []string {
	wanted := func(q *Quote) bool { return label == "" || q.Type == label }
	show := func(kind string, q *Quote) string {
		return fmt.Sprintf("%s [%s] %s | speaker: %s | cue: %s", kind, q.Type, t.words(q.Parts[Content]), t.words(q.Parts[Speaker]), t.words(q.Parts[Cue]))
	}
	pairs := matched(sides{t.Gold, t.Predicted}, half)
	var out []string
	for i, j := range partners(pairs, len(t.Gold)) {
		if g := &t.Gold[i]; j < 0 && wanted(g) {
			out = append(out, show("MISSED  ", g))
		}
	}
	found := make([]bool, len(t.Predicted))
	for _, p := range pairs {
		found[p.Predicted] = true
	}
	for j := range t.Predicted {
		if s := &t.Predicted[j]; !found[j] && wanted(s) {
			out = append(out, show("SPURIOUS", s))
		}
	}
	for _, p := range pairs {
		g, s := &t.Gold[p.Gold], &t.Predicted[p.Predicted]
		gold, got := g.Parts[Speaker], s.Parts[Speaker]
		if wanted(g) && len(gold) > 0 && !(len(got) > 0 && t.sameSpeaker(gold, got)) {
			out = append(out, fmt.Sprintf("SPEAKER  [%s] %s | gold: %s | got: %s", g.Type, shorten(t.words(g.Parts[Content]), 120), t.words(gold), t.words(got)))
		}
	}
	return out
}

// shorten returns the first n characters of s.
func shorten(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n])
	}
	return s
}
