package golden

import (
	"testing"

	"wortlaut/build/text"
)

func TestShow(t *testing.T) {
	for _, c := range []struct {
		doc    string
		labels []Label
		want   string
	}{
		{"ab cd", nil, "ab cd"},
		{"ab cd", []Label{{text.Span{Start: 3, End: 5}, "x"}}, "ab [x cd]"},
		{"ab cd", []Label{{text.Span{Start: 0, End: 5}, "x"}, {text.Span{Start: 0, End: 2}, "y"}}, "[x [y ab] cd]"},
		{"ab cd ef", []Label{{text.Span{Start: 0, End: 5}, "x"}, {text.Span{Start: 3, End: 8}, "y"}}, "[x ab [y cd]][y  ef]"},
	} {
		if got := Show(c.doc, c.labels); got != c.want {
			t.Errorf("Show(%q) = %q, want %q", c.doc, got, c.want)
		}
	}
}
