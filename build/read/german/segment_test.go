package german

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"wortlaut/build/golden"
	"wortlaut/build/text"
)

func TestGolden(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, in map[string]string) map[string]string {
		d := Segment(in["input"], nil)
		out := map[string]string{"sentences": show(d)}
		if _, ok := in["kinds"]; ok {
			out["kinds"] = kinds(d)
		}
		return out
	})
}

// TestSentences states where sentences end: the input is cut at ‖.
func TestSentences(t *testing.T) {
	for _, want := range []string{
		"Am 3. Oktober ist Feiertag.‖ Die 2. Bundesliga spielt am 12. und 13. März.",
		"Es waren 12.‖ Danach kam Regen.",
		"Das war im Jahr 2024.‖ Forscher staunen.",
		"Am 5. 6. 2024 war es.‖ Vom 1.–3. Mai nicht.",
		"Sie trafen sich am 12.2. in Bern.‖ Um 18.30 Uhr gab es Brot.",
		"Er gehört zum hier stationierten 1. Bataillon.‖ Der „2. Kongress“ tagte.‖ Sie gewannen 12.‖ Hannover verlor.",
		"Sie siegte zum 19. Mal.‖ Er verlor gegen den 1. FC Köln.",
		"Das ist sein 5. Tor.‖ Im 20. Jahrhundert war das neu.",
		"Sie landete auf Platz 4.‖ Hannover gewann.",
		"Ludwig XIV. war König.‖ Papst Johannes Paul II. besuchte Polen.",
		"Das schrieb Friedrich II.‖ Der König lachte.",
		"J. R. Müller kam.‖ Das ist Plan B.‖ Der Rat stimmte zu.",
		"Er kam mit Dr. Meier, z. B. am Di. um neun.‖ Das gilt u. a. für Köln.",
		"Das kostet 3 Mio. Euro.‖ Es waren 3 Mio.‖ Die Stadt zahlt.",
		"Kunst dieser Art.‖ Er lachte.‖ Nach Art. 5 gilt das.",
		"Äpfel, Birnen usw.‖ Kritiker klagen.",
		"„Kommen Sie?“, fragte er.‖ „Wer ist da?“ fragte sie.",
		"„Er kommt.‖ Er geht.“, sagte sie.‖ „Ja.“‖ Sie nickte.",
		"Das Buch „Was tun?“ Lenins liegt hier.‖ Er kam (leider!) zu spät.",
		"Was?!‖ Wirklich!‖ Er sagte … nichts.‖ Und dann…‖ Das war es.",
		"Ende.‖Der Satz fehlt.‖ Auf Beispiel.de steht es, auch unter die-nachrichten.at.",
		"Sie sagte: „Nein.“‖ Dann ging sie.",
		"Müssen wir mehr tun. “‖ Die Antwort fehlt.",
		"Er wog 5 kg.‖ 12 Leute sahen zu.",
		"(Das stimmt.)‖ Sie schwieg.",
		"Um 10 v. Chr. lebte er.‖ Die Fa. Meier zahlt.‖ St. Pölten liegt dort.",
		"Die U.S. Army kam.‖ Das war in den U.S.A.‖ Dann ging sie.",
	} {
		d := Segment(strings.ReplaceAll(want, "‖", ""), nil)
		var got strings.Builder
		last := 0
		for i, s := range d.Sentences {
			if i > 0 {
				got.WriteString(d.Text[last:d.Sentences[i-1].Span.End] + "‖")
				last = d.Sentences[i-1].Span.End
			}
			if i+1 == len(d.Sentences) {
				got.WriteString(d.Text[last:s.Span.End])
			}
		}
		if got.String() != want {
			t.Errorf("got  %s\nwant %s", got.String(), want)
		}
	}
}

// TestTokens states what stays one token: the input is what is between the bars.
func TestTokens(t *testing.T) {
	for _, want := range []string{
		"US-Verteidigungsminister|30-tägigen|Trump-Regierung|F-16|Covid-19",
		"NATO-|und|EU-Staaten|,|Bürgerinnen|und|-bürger",
		"0,99|€|und|5|%|und|§|3",
		"100.000|2,5|18:30|12.02.2025|1'000|1’000.000|-5|1,5-Grad-Ziel|2:1-Sieg|1990er|5G",
		"geht’s|Putin's|O’Neill|geht‘s|’ne|’89|’n’",
		"Hans|’|Auto",
		"z.B.|d.h.|U.S.A.|Dr.|z.|B.|so",
		"https://beispiel.de/a,b?c=d|.|Und|www.beispiel.de|,|ja",
		"a@beispiel.de|oder|@kanzler|und|#wahl",
		"Bürger*innen|Journalist:innen|Schüler_innen|*|*|fett|*|*",
		"Wort|...|und|…|und|?!|und|--|und|–",
		"Kom\u00admission|m²|H&M|Müller|&|Co.",
		"10|-|12|Tage|2024|-|05|-|01",
	} {
		parts := strings.Split(want, "|")
		d := Segment(strings.Join(parts, " "), nil)
		var got []string
		for i := range d.Tokens {
			got = append(got, d.Word(i))
		}
		if g := strings.Join(got, "|"); g != want {
			t.Errorf("got  %s\nwant %s", g, want)
		}
		glued := Segment(strings.ReplaceAll("„"+parts[0]+"“,", " ", ""), nil)
		if n := len(glued.Tokens); n < 4 || glued.Tokens[0].Kind != Mark {
			t.Errorf("%q between marks has %d tokens", parts[0], n)
		}
	}
}

func TestLowerDropsSoftHyphens(t *testing.T) {
	d := Segment("Die KOM\u00adMISSION tagt.", nil)
	if got := d.Tokens[1].Lower; got != "kommission" {
		t.Errorf("got %q", got)
	}
}

func TestBlocks(t *testing.T) {
	s := "Titel ohne Punkt\nEr sagte: „Das geht\nso nicht.“ Ende.\nNicht gelesen."
	at := func(part string) text.Span {
		i := strings.Index(s, part)
		return text.Span{Start: i, End: i + len(part)}
	}
	d := Segment(s, []text.Span{at("Titel ohne Punkt"), at("Er sagte: „Das geht"), at("so nicht.“ Ende.")})
	want := "Titel ohne Punkt ‖ ¶\nEr sagte : „¿ Das geht ‖ ¶\nso nicht . “¿ ‖\nEnde . ‖ ¶\n"
	if got := show(d); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if d := Segment(s, []text.Span{}); len(d.Tokens) != 0 {
		t.Errorf("no blocks: %d tokens", len(d.Tokens))
	}
	if d := Segment("a\u00a0b", []text.Span{{Start: 2, End: 99}, {Start: -1, End: 3}}); len(d.Tokens) != 1 {
		t.Errorf("blocks out of order: %s", show(d))
	}
}

// TestLarge reads texts on which a step that takes the square of the length would not come back.
func TestLarge(t *testing.T) {
	for _, unit := range map[string]string{
		"openers": "„", "closers": "“ ", "pairs": "„a“ ", "singles": "‚", "mixed": "„‚“‘»›", "stops": "a.", "brackets": "!)", "words": "Wort ",
		"initials": "A. ", "ordinals": "1. ", "numbers": "1.", "hyphens": "a-", "apostrophes": "’", "straight": "'\"",
	} {
		s := strings.Repeat(unit, 1+400_000/len(unit))
		check(t, Segment(s, nil))
	}
}

// check states what holds for any text.
func check(t *testing.T, d Doc) {
	t.Helper()
	last := 0
	inBlocks := 0
	for i, tok := range d.Tokens {
		if tok.Span.Start < last || tok.Span.Len() <= 0 {
			t.Fatalf("token %d at %v after %d", i, tok.Span, last)
		}
		for _, at := range []int{tok.Span.Start, tok.Span.End} {
			if insideRune(d.Text, at) {
				t.Fatalf("token %d at %v is not on a rune boundary", i, tok.Span)
			}
		}
		for inBlocks < len(d.Blocks) && d.Blocks[inBlocks].End < tok.Span.End {
			inBlocks++
		}
		if inBlocks == len(d.Blocks) || !d.Blocks[inBlocks].Contains(tok.Span) {
			t.Fatalf("token %d at %v is outside of the blocks", i, tok.Span)
		}
		if gap := d.Text[last:tok.Span.Start]; strings.ContainsFunc(gap, func(r rune) bool { return classify(r) != charBlank }) {
			t.Fatalf("gap %q before token %d", gap, i)
		}
		last = tok.Span.End
	}
	next := 0
	for i, s := range d.Sentences {
		if s.First != next || s.Last <= s.First || s.Span != d.Span(s.First, s.Last) || !d.Blocks[s.Block].Contains(s.Span) {
			t.Fatalf("sentence %d: %+v", i, s)
		}
		for k := s.First; k < s.Last; k++ {
			if d.Tokens[k].Sentence != i {
				t.Fatalf("token %d says sentence %d, not %d", k, d.Tokens[k].Sentence, i)
			}
		}
		next = s.Last
	}
	if next != len(d.Tokens) {
		t.Fatalf("sentences cover %d of %d tokens", next, len(d.Tokens))
	}
	checkQuotes(t, d)
}

func checkQuotes(t *testing.T, d Doc) {
	t.Helper()
	used := map[int]bool{}
	var open []int
	for i, q := range d.Quotes {
		if i > 0 && d.Quotes[i-1].Open >= q.Open || q.Open >= q.Close {
			t.Fatalf("pair %d: %+v", i, q)
		}
		for len(open) > 0 && open[len(open)-1] < q.Open {
			open = open[:len(open)-1]
		}
		if len(open) != q.Level || len(open) > 0 && open[len(open)-1] < q.Close {
			t.Fatalf("pair %d does not nest: %+v in %v", i, q, open)
		}
		open = append(open, q.Close)
		if d.Sentences[d.Tokens[q.Open].Sentence].Block != d.Sentences[d.Tokens[q.Close].Sentence].Block {
			t.Fatalf("pair %d crosses a block", i)
		}
		used[q.Open], used[q.Close] = true, true
	}
	for i, m := range d.Unpaired {
		if i > 0 && d.Unpaired[i-1] >= m || used[m] {
			t.Fatalf("unpaired mark %d: %v", m, d.Unpaired)
		}
		used[m] = true
	}
	for i, tok := range d.Tokens {
		if used[i] != (tok.Kind == Mark) {
			t.Fatalf("token %d %q: mark %v, used %v", i, tok.Lower, tok.Kind == Mark, used[i])
		}
	}
}

func FuzzSegment(f *testing.F) {
	for _, s := range []string{
		"", "„A.“ B", "z. B. am 12. Mai", "‚Hans’ Auto‘", "a\u00adb \u200b c", "\xff„\xfe", "www.a.de/b) ’89 ’n’ 1.-Mai", "\n\n„a\n\nb“",
		"5% ,,ja'' „“”»«›‹‚‘’'\"", "1.2.3.4. 12:00 1'000 X. XI. Y.", "@a #b *c* İẞ ﷽",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		check(t, Segment(s, nil))
		half := len(s) / 2
		for insideRune(s, half) {
			half++
		}
		check(t, Segment(s, []text.Span{{Start: 0, End: half}, {Start: half, End: len(s)}}))
	})
}

// seeds returns the texts of the dossier in the repository.
func seeds(t testing.TB) string {
	names, err := filepath.Glob("../../../seeds/*.txt")
	if err != nil || len(names) == 0 {
		t.Skip("no seeds")
	}
	var all []string
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, string(b))
	}
	return strings.Join(all, "\n\n")
}

func TestSeeds(t *testing.T) {
	d := Segment(seeds(t), nil)
	check(t, d)
	if len(d.Unpaired) > 1 {
		t.Errorf("%d marks without counterpart", len(d.Unpaired))
	}
}

func BenchmarkSegment(b *testing.B) {
	s := strings.Repeat(seeds(b)+"\n\n", 20)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		Segment(s, nil)
	}
}

func ExampleSegment() {
	d := Segment("„Kommen Sie am 12. Mai?“, fragte Dr. Meier. Sie nickte.", nil)
	for _, s := range d.Sentences {
		fmt.Println(s.Span.Of(d.Text))
	}
	q := d.Quotes[0]
	fmt.Println(d.Span(q.Open+1, q.Close).Of(d.Text))
	// Output:
	// „Kommen Sie am 12. Mai?“, fragte Dr. Meier.
	// Sie nickte.
	// Kommen Sie am 12. Mai?
}
