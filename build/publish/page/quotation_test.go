package page

import (
	"net/url"
	"strings"
	"testing"

	"wortlaut/build/dossier"
	"wortlaut/build/read"
	"wortlaut/build/read/article"
	"wortlaut/build/read/quotation"
	"wortlaut/build/text"
)

func TestDeepLink(t *testing.T) {
	tests := []struct{ address, words, want string }{
		{"", "Das geht nicht", ""},
		{"https://blatt.example/a", "", "https://blatt.example/a"},
		{"https://blatt.example/a", "…", "https://blatt.example/a"},
		{"https://blatt.example/a", "„Das geht nicht“", "https://blatt.example/a#:~:text=Das%20geht%20nicht"},
		{"https://blatt.example/a#top", "Nein", "https://blatt.example/a#top:~:text=Nein"},
		{"https://blatt.example/a?b=1", "Nein", "https://blatt.example/a?b=1#:~:text=Nein"},
		{"https://blatt.example/a", "Ja, nein & EU-Rat", "https://blatt.example/a#:~:text=Ja%2C%20nein%20%26%20EU%2DRat"},
		{"https://blatt.example/a", "größer\nals 5 %!", "https://blatt.example/a#:~:text=gr%C3%B6%C3%9Fer%20als%205"},
		{"https://blatt.example/a", "eins zwei drei vier fünf sechs sieben acht neun.", "https://blatt.example/a#:~:text=eins%20zwei%20drei%20vier,sechs%20sieben%20acht%20neun"},
	}
	for _, tt := range tests {
		if got := deepLink(tt.address, tt.words); got != tt.want {
			t.Errorf("deepLink(%q, %q)\n got %s\nwant %s", tt.address, tt.words, got, tt.want)
		}
	}
}

// TestEscape checks that what is escaped reads back, and that nothing with a meaning of its own is left.
func TestEscape(t *testing.T) {
	for _, s := range []string{"", "a-b,c&d", "100 % + 5 = „viel“", "<script>", "🙂 Straße_1.2~"} {
		got := escape(s)
		if back, err := url.PathUnescape(got); err != nil || back != s {
			t.Errorf("escape(%q) = %q reads back as %q (%v)", s, got, back, err)
		}
		if strings.ContainsAny(got, "-,& <>+") {
			t.Errorf("escape(%q) = %q keeps a character with a meaning", s, got)
		}
	}
}

func TestShortened(t *testing.T) {
	tests := []struct {
		in   string
		n    int
		want string
	}{
		{"kurz", 10, "kurz"},
		{"genau zehn", 10, "genau zehn"},
		{"Äpfel, Birnen und Nüsse", 12, "Äpfel …"},
		{"Donaudampfschifffahrt", 5, "Donau…"},
		{"", 5, ""},
	}
	for _, tt := range tests {
		if got := shortened(tt.in, tt.n); got != tt.want {
			t.Errorf("shortened(%q, %d) = %q, want %q", tt.in, tt.n, got, tt.want)
		}
	}
}

// TestSurroundings shows the sentences around a quotation with its content in brackets.
func TestSurroundings(t *testing.T) {
	const doc = "Es regnete. Sie sagte, es werde hell. Niemand glaubte ihr. Ende."
	at := func(part string) text.Span {
		i := strings.Index(doc, part)
		return text.Span{Start: i, End: i + len(part)}
	}
	a := &dossier.Article{Analysis: read.Analysis{Article: article.Article{Text: doc}}}
	content := quotation.Quotation{Content: []text.Span{at("es werde hell")}}
	tests := []struct {
		q    dossier.Quotation
		want string
	}{
		{dossier.Quotation{Quotation: content, Sentence: at("Sie sagte, es werde hell."), Before: at("Es regnete."), After: at("Niemand glaubte ihr.")},
			"Es regnete. Sie sagte, [es werde hell]. Niemand glaubte ihr."},
		{dossier.Quotation{Quotation: content, Sentence: at("Sie sagte, es werde hell."), After: at("Niemand glaubte ihr.")},
			"Sie sagte, [es werde hell]. Niemand glaubte ihr."},
		{dossier.Quotation{Quotation: content, Sentence: at("Sie sagte, es werde hell.")},
			"Sie sagte, [es werde hell]."},
	}
	for _, tt := range tests {
		got := surroundings(a, &tt.q)
		shown := got.Text
		for i := len(got.Marks) - 1; i >= 0; i-- {
			s := got.Marks[i].Span
			shown = shown[:s.Start] + "[" + s.Of(got.Text) + "]" + shown[s.End:]
		}
		if shown != tt.want {
			t.Errorf("got  %s\nwant %s", shown, tt.want)
		}
	}
}

func TestVerbatim(t *testing.T) {
	const doc = "„Ja“, rief sie, „und gern“."
	at := func(part string) text.Span {
		i := strings.Index(doc, part)
		return text.Span{Start: i, End: i + len(part)}
	}
	q := &dossier.Quotation{Quotation: quotation.Quotation{Content: []text.Span{at("„Ja“"), at("„und gern“")}}, Text: "„Ja“, rief sie, „und gern“"}
	for rights, want := range map[string]string{"full": q.Text, "excerpt": q.Text, "quotes": "„Ja“ … „und gern“"} {
		whole := []article.Piece{{Clean: text.Span{End: len(doc)}, Seed: text.Span{End: len(doc)}}}
		a := &dossier.Article{Rights: rights, Analysis: read.Analysis{Article: article.Article{Text: doc, Source: doc, Pieces: whole}}}
		if got := verbatim(a, q); got != want {
			t.Errorf("%s: %q, want %q", rights, got, want)
		}
	}
}
