package cache

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"wortlaut/build/text"
)

type drop struct{ First, Last int }

type reading struct {
	Seed  string
	Drops []drop
	Names map[string]int
	Flag  bool
	On    time.Time
	Sums  [2]byte
}

func ExampleKey() {
	a, _ := Key(struct{ SHA256, Outlet string }{"aa", "bb"})
	b, _ := Key(struct{ SHA256, Outlet string }{"bb", "aa"})
	fmt.Println(len(a), a == b)
	// Output: 16 false
}

func TestKeyRefuses(t *testing.T) {
	type hidden struct {
		A string
		b string
	}
	type set struct {
		A []int `hash:"set"`
	}
	type tree struct{ Children []tree }
	type iface struct{ V any }
	for _, c := range []struct {
		v    any
		want string
	}{
		{hidden{"a", "b"}, "no key for cache.hidden: cache.hidden.b is not exported"},
		{[]hidden{}, "no key for []cache.hidden: cache.hidden.b is not exported"},
		{set{}, "no key for cache.set: cache.set.A has a hash tag"},
		{tree{}, "no key for cache.tree: cache.tree.Children: cache.tree is a part of itself"},
		{&reading{}, "no key for *cache.reading: *cache.reading is a ptr"},
		{iface{1}, "no key for cache.iface: cache.iface.V: interface {} is a interface"},
		{func() {}, "no key for func(): func() is a func"},
		{nil, "no key for <nil>: it is nil"},
		{own{}, "no key for cache.own: cache.own decides its own hash"},
	} {
		if got, err := Key(c.v); err == nil || err.Error() != c.want {
			t.Errorf("Key(%T) = %q, %v, want %s", c.v, got, err, c.want)
		}
	}
}

type own struct{ A int }

func (own) Hash() (uint64, error) { return 1, nil }

// random makes a value of few distinct parts, so that near misses are common.
func random(r *rand.Rand) reading {
	v := reading{Seed: strings.Repeat("a", r.IntN(3)), Flag: r.IntN(2) == 0, On: time.Unix(int64(r.IntN(3)), 0).UTC()}
	for range r.IntN(4) {
		v.Drops = append(v.Drops, drop{r.IntN(3), r.IntN(3)})
	}
	for range r.IntN(3) {
		if v.Names == nil {
			v.Names = map[string]int{}
		}
		v.Names[string(rune('a'+r.IntN(3)))] = r.IntN(3)
	}
	v.Sums[r.IntN(2)] = byte(r.IntN(2))
	return v
}

// TestKeyTells checks that two values have one key exactly when they are equal.
func TestKeyTells(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	keys, values := map[string]string{}, map[string]string{}
	for range 30000 {
		v := random(r)
		k, err := Key(v)
		if err != nil {
			t.Fatal(err)
		}
		shown := fmt.Sprintf("%+v", v)
		if other, seen := keys[k]; seen && other != shown {
			t.Fatalf("%s and %s have the key %s", other, shown, k)
		}
		if other, seen := values[shown]; seen && other != k {
			t.Fatalf("%s has two keys", shown)
		}
		keys[k], values[shown] = shown, k
	}
	if len(keys) < 5000 {
		t.Errorf("only %d different values: the test shows little", len(keys))
	}
}

func TestKeyEqual(t *testing.T) {
	noon := time.Date(2025, 2, 12, 12, 0, 0, 0, time.UTC)
	for name, pair := range map[string][2]reading{
		"nil and empty slice": {{}, {Drops: []drop{}}},
		"nil and empty map":   {{}, {Names: map[string]int{}}},
		"one moment":          {{On: noon}, {On: noon.In(time.FixedZone("MEZ", 3600))}},
	} {
		a, err := Key(pair[0])
		b, err2 := Key(pair[1])
		if err != nil || err2 != nil || a != b {
			t.Errorf("%s: %s, %s, %v, %v", name, a, b, err, err2)
		}
	}
}

type result struct {
	Words []string
	None  []string
	Spans []text.Span
}

// counted returns a function and how often it was called.
func counted(v result, notes []text.Note, err error) (func() (result, []text.Note, error), *int) {
	calls := new(int)
	return func() (result, []text.Note, error) { *calls++; return v, notes, err }, calls
}

func TestDo(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "cache")
	notes := []text.Note{{Pos: text.Pos{File: "a.txt", Line: 1, Col: 2}, Text: "no speaker"}}
	f, calls := counted(result{Words: []string{"größer"}, None: []string{}, Spans: []text.Span{{Start: 1, End: 2}}}, notes, nil)
	fresh, freshNotes, err := Do(Store{Dir: dir, Salt: "1"}, "k", f)
	if err != nil {
		t.Fatal(err)
	}
	kept, keptNotes, err := Do(Store{Dir: dir, Salt: "1"}, "k", f)
	if err != nil || *calls != 1 {
		t.Fatalf("called %d times, %v", *calls, err)
	}
	if d := cmp.Diff(fresh, kept); d != "" {
		t.Errorf("a kept result differs from a fresh one:\n%s", d)
	}
	if d := cmp.Diff(notes, keptNotes); d != "" || !cmp.Equal(freshNotes, keptNotes) {
		t.Errorf("notes are lost:\n%s", d)
	}
	for _, c := range []struct {
		store Store
		key   string
	}{{Store{Dir: dir, Salt: "2"}, "k"}, {Store{Dir: dir, Salt: "1"}, "l"}, {Store{}, "k"}} {
		before := *calls
		if _, _, err := Do(c.store, c.key, f); err != nil || *calls != before+1 {
			t.Errorf("%+v %s: called %d times, %v", c.store, c.key, *calls-before, err)
		}
	}
	if uncached, _, _ := Do(Store{}, "k", f); !cmp.Equal(uncached, kept) {
		t.Error("without a folder the result is another")
	}
}

func TestDoErrors(t *testing.T) {
	s := Store{Dir: t.TempDir()}
	f, calls := counted(result{}, nil, errors.New("torn"))
	for range 2 {
		if _, _, err := Do(s, "k", f); err == nil || err.Error() != "torn" {
			t.Errorf("got %v", err)
		}
	}
	if *calls != 2 {
		t.Error("an error was kept")
	}
}

// TestDoDamaged damages the entry in every way a disk or a person might.
func TestDoDamaged(t *testing.T) {
	s := Store{Dir: t.TempDir()}
	f, calls := counted(result{Words: []string{"a", "b"}}, nil, nil)
	if _, _, err := Do(s, "k", f); err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob(filepath.Join(s.Dir, "*"))
	if len(files) != 1 {
		t.Fatalf("files: %v", files)
	}
	whole, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	for name, damaged := range map[string][]byte{"empty": nil, "short": whole[:10], "cut": whole[:len(whole)-1], "flipped": append(append([]byte{}, whole[:40]...), append([]byte{whole[40] ^ 1}, whole[41:]...)...)} {
		if err := os.WriteFile(files[0], damaged, 0o644); err != nil {
			t.Fatal(err)
		}
		before := *calls
		got, _, err := Do(s, "k", f)
		if err != nil || *calls != before+1 || len(got.Words) != 2 {
			t.Errorf("%s: %v, called %d times, %v", name, got, *calls-before, err)
		}
		if now, _ := os.ReadFile(files[0]); string(now) != string(whole) {
			t.Errorf("%s: the entry is not written anew", name)
		}
	}
}

func TestPrune(t *testing.T) {
	dir := t.TempDir()
	f, _ := counted(result{}, nil, nil)
	first := Store{Dir: dir, Used: &Used{}}
	for _, k := range []string{"old", "kept"} {
		if _, _, err := Do(first, k, f); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"mine.gob", "123.partial"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("x"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	second := Store{Dir: dir, Used: &Used{}}
	for _, k := range []string{"kept", "new"} {
		if _, _, err := Do(second, k, f); err != nil {
			t.Fatal(err)
		}
	}
	if err := second.Prune(); err != nil {
		t.Fatal(err)
	}
	files, _ := os.ReadDir(dir)
	if len(files) != 3 {
		t.Errorf("%v remain, want two entries and mine.gob", files)
	}
	_, calls := counted(result{}, nil, nil)
	if _, _, err := Do(second, "kept", func() (result, []text.Note, error) { *calls++; return result{}, nil, nil }); err != nil || *calls != 0 {
		t.Error("a used entry was removed")
	}
	if err := (Store{Dir: filepath.Join(dir, "none"), Used: &Used{}}).Prune(); err != nil {
		t.Error(err)
	}
}

func TestProgram(t *testing.T) {
	a, err := Program()
	b, err2 := Program()
	if err != nil || err2 != nil || a != b || len(a) != 64 {
		t.Errorf("%q %q %v %v", a, b, err, err2)
	}
}

func BenchmarkKey(b *testing.B) {
	v := random(rand.New(rand.NewPCG(3, 4)))
	for b.Loop() {
		if _, err := Key(v); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDoHit(b *testing.B) {
	s := Store{Dir: b.TempDir(), Used: &Used{}}
	page := []byte(strings.Repeat("<p>Das geht so nicht.</p>", 2000))
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		if _, _, err := Do(s, "page", func() ([]byte, []text.Note, error) { return page, nil, nil }); err != nil {
			b.Fatal(err)
		}
	}
}
