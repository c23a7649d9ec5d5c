package text

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestEntries(t *testing.T) {
	data := "# head\n\n  eins zwei\t\r\n # aside\nfalsch\ndrei # vier\nfalsch"
	var got []string
	err := Entries("data/w.txt", data, func(line string) error {
		if line == "falsch" {
			return fmt.Errorf("no word: %q", line)
		}
		got = append(got, line)
		return nil
	})
	if want := []string{"eins zwei", "drei # vier"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	want := "data/w.txt:5:1: no word: \"falsch\" (see the head of the file for its form)\n" +
		"data/w.txt:7:1: no word: \"falsch\" (see the head of the file for its form)"
	if err == nil || err.Error() != want {
		t.Errorf("got\n%v\nwant\n%s", err, want)
	}
	if err := Entries("data/w.txt", "# head\n\n", func(string) error { return errors.New("called") }); err != nil {
		t.Error(err)
	}
}

func TestMust(t *testing.T) {
	if got := Must(3, nil); got != 3 {
		t.Errorf("got %d", got)
	}
	defer func() {
		if s, _ := recover().(string); !strings.Contains(s, "w.txt:2:1") {
			t.Errorf("panics with %q", s)
		}
	}()
	Must(0, error(Error{Pos: Pos{"w.txt", 2, 1}, Msg: "no word"}))
}
