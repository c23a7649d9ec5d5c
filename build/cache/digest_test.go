package cache

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

type page struct {
	Title string
	Links []link
	Next  *link
	Data  any
	Table map[string][]string
}

type link struct{ URL, Text string }

func TestDigestTells(t *testing.T) {
	values := []page{
		{}, {Title: "a"}, {Title: "b"}, {Links: []link{{}}}, {Links: []link{{"a", "bc"}}}, {Links: []link{{"ab", "c"}}},
		{Links: []link{{"a", ""}, {"", "b"}}}, {Links: []link{{"a", "b"}, {}}}, {Next: &link{}}, {Next: &link{"a", ""}},
		{Data: 1}, {Data: int8(1)}, {Data: true}, {Data: "1"}, {Data: link{}}, {Data: &link{}}, {Data: 0},
		{Table: map[string][]string{"a": nil}}, {Table: map[string][]string{"a": {"b"}}}, {Table: map[string][]string{"b": {"a"}}}, {Table: map[string][]string{"a": {"b"}, "b": {"a"}}},
	}
	seen := map[string]string{}
	for _, v := range values {
		shown := fmt.Sprintf("%#v", v)
		sum, err := Digest(v)
		if err != nil || len(sum) != 64 {
			t.Fatalf("%s: %q %v", shown, sum, err)
		}
		if other, twice := seen[sum]; twice {
			t.Errorf("%s and %s have one digest", other, shown)
		}
		seen[sum] = shown
	}
}

func TestDigestEqual(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	table := map[string][]string{}
	for range 20 {
		table[fmt.Sprint(r.IntN(1000))] = []string{"x"}
	}
	copied := map[string][]string{}
	for k, v := range table {
		copied[k] = append([]string{}, v...)
	}
	a, err := Digest(&page{Table: table, Next: &link{"a", "b"}})
	b, err2 := Digest(&page{Table: copied, Next: &link{"a", "b"}, Links: []link{}})
	if err != nil || err2 != nil || a != b {
		t.Errorf("%s %s %v %v", a, b, err, err2)
	}
}

func TestDigestRefuses(t *testing.T) {
	type loop struct{ Next *loop }
	round := &loop{}
	round.Next = round
	for _, c := range []struct {
		v    any
		want string
	}{
		{time.Time{}, "no digest of time.Time: time.Time.wall is not exported"},
		{page{Data: func() {}}, "no digest of cache.page: func() is a func"},
		{round, "no digest of *cache.loop: nested more than 64 deep"},
	} {
		if _, err := Digest(c.v); err == nil || err.Error() != c.want {
			t.Errorf("Digest(%T): %v, want %s", c.v, err, c.want)
		}
	}
}

func BenchmarkDigest(b *testing.B) {
	p := page{Title: strings.Repeat("x", 1000)}
	for range 500 {
		p.Links = append(p.Links, link{"../personen/erika-muster/", "Erika Muster"})
	}
	for b.Loop() {
		if _, err := Digest(&p); err != nil {
			b.Fatal(err)
		}
	}
}
