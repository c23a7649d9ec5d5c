package tagger

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
)

var bioLabels = []string{"O", "B-X", "I-X", "B-Y", "I-Y"}

// features makes a sequence whose features are each word and its neighbours.
func features(words []string) *Features {
	f := &Features{}
	for i, w := range words {
		f.Add(Start.Int(0).String(w))
		if i > 0 {
			f.Add(Start.Int(1).String(words[i-1]))
		}
		if i+1 < len(words) {
			f.Add(Start.Int(2).String(words[i+1]))
		}
		f.Next()
	}
	return f
}

// toy returns sequences in which an x opens a chunk X that runs as long as there are z, and a y one of Y.
func toy(count int, seed Random) []Sequence {
	var out []Sequence
	for range count {
		var words []string
		var labels []int
		inside := 0
		for range 3 + seed.next()%9 {
			w := "wxyz"[seed.next()%4]
			switch {
			case w == 'x':
				inside = 2
				labels = append(labels, 1)
			case w == 'y':
				inside = 4
				labels = append(labels, 3)
			case w == 'z' && inside > 0:
				labels = append(labels, inside)
			default:
				inside = 0
				labels = append(labels, 0)
			}
			words = append(words, string(w))
		}
		out = append(out, Sequence{*features(words), labels})
	}
	return out
}

func TestTrain(t *testing.T) {
	m := Train(toy(200, 1), Options{Labels: bioLabels, Bits: 10, Valid: BIO})
	wrong, all := 0, 0
	for _, e := range toy(100, 2) {
		for i, y := range m.Tag(&e.Features, nil) {
			all++
			if y != e.Labels[i] {
				wrong++
			}
		}
	}
	// whether a z is inside depends on what stands any number of positions before
	if wrong*100 > all {
		t.Errorf("%d of %d labels are wrong", wrong, all)
	}
	if m.Label("I-Y") != 4 || m.Label("Z") != -1 || !slices.Equal(m.Labels(), bioLabels) {
		t.Errorf("labels = %v", m.Labels())
	}
}

func TestTrainTwice(t *testing.T) {
	opt := Options{Labels: bioLabels, Bits: 10, Epochs: 3, Valid: BIO, Seed: 7}
	a, b := Train(toy(50, 3), opt).Encode(), Train(toy(50, 3), opt).Encode()
	if !bytes.Equal(a, b) {
		t.Error("the same examples give another model")
	}
	opt.Seed++
	if bytes.Equal(a, Train(toy(50, 3), opt).Encode()) {
		t.Error("the order of the examples makes no difference: they are not shuffled")
	}
}

// wild returns a model with arbitrary weights.
func wild(labels int, seed Random) *Model {
	n := labels
	m := &Model{bits: 6, step: 0.05, rows: make([]int32, 64)}
	for y := range n {
		m.labels = append(m.labels, fmt.Sprint("L", y))
	}
	for range (n + 1) * (n + 1) {
		w := int32(seed.next()%101) - 50
		if seed.next()%6 == 0 {
			w = forbidden
		}
		m.next = append(m.next, w)
	}
	for b := range m.rows {
		if seed.next()%3 == 0 {
			continue
		}
		m.rows[b] = int32(len(m.cell)/n + 1)
		for range n {
			m.cell = append(m.cell, int16(seed.next()%201)-100)
		}
		m.cell[len(m.cell)-1] = 1
	}
	return m
}

func wildFeatures(length int, seed *Random) (*Features, []Set) {
	f := &Features{}
	allowed := make([]Set, length)
	for t := range length {
		for range seed.next() % 4 {
			f.Add(Hash(seed.next()))
		}
		f.Next()
		if seed.next()%3 == 0 {
			allowed[t] = Set(seed.next() % 8)
		}
	}
	return f, allowed
}

// score returns the score of a labelling, and whether it keeps to all rules.
func (m *Model) score(f *Features, allowed []Set, labels []int) (int, bool) {
	n := len(m.labels)
	sum, valid, prev := 0, true, 0
	scores := make([]int32, n)
	add := func(w int32) {
		sum += int(w)
		valid = valid && w > forbidden
	}
	for t, y := range labels {
		m.emit(f, t, allowed, scores)
		add(scores[y])
		add(m.next[prev*(n+1)+y])
		prev = 1 + y
	}
	add(m.next[prev*(n+1)+n])
	return sum, valid
}

// each calls f with all sequences of length numbers below n.
func each(length, n int, f func([]int)) {
	labels := make([]int, length)
	for {
		f(labels)
		t := 0
		for t < length && labels[t] == n-1 {
			labels[t] = 0
			t++
		}
		if t == length {
			return
		}
		labels[t]++
	}
}

// TestExact compares decoding and marginals with going through all labellings.
func TestExact(t *testing.T) {
	seed := Random(11)
	for round := range 200 {
		m := wild(3, Random(round))
		length := 1 + int(seed.next()%5)
		f, allowed := wildFeatures(length, &seed)
		best := math.MinInt
		total := 0.0
		mass := make([]float64, length*3)
		any := false
		each(length, 3, func(labels []int) {
			sum, valid := m.score(f, allowed, labels)
			best = max(best, sum)
			if !valid {
				return
			}
			any = true
			p := math.Exp(float64(sum) * m.step)
			total += p
			for i, y := range labels {
				mass[i*3+y] += p
			}
		})
		got, _ := m.score(f, allowed, m.Tag(f, allowed))
		if got != best {
			t.Fatalf("round %d: Tag finds a sequence of score %d, the best has %d", round, got, best)
		}
		for i, row := range m.Marginals(f, allowed) {
			for y, p := range row {
				if want := mass[i*3+y] / total; any && math.Abs(p-want) > 1e-9 {
					t.Fatalf("round %d: p(%d at %d) = %v, want %v", round, y, i, p, want)
				}
			}
		}
	}
}

func TestAllowed(t *testing.T) {
	m := Train(toy(100, 1), Options{Labels: bioLabels, Bits: 10, Valid: BIO})
	f := features(strings.Fields("w x z w"))
	if got := m.Tag(f, nil); !slices.Equal(got, []int{0, 1, 2, 0}) {
		t.Errorf("Tag = %v", got)
	}
	// where X may not begin, nothing may go on inside it
	got := m.Tag(f, []Set{0, Set(0).With(0).With(3)})
	if got[1] != 0 && got[1] != 3 || got[2] == 2 {
		t.Errorf("Tag without X = %v", got)
	}
	if m.Tag(&Features{}, nil) != nil {
		t.Error("labels for nothing")
	}
}

func TestBIO(t *testing.T) {
	for _, c := range []struct {
		prev, next string
		want       bool
	}{
		{"", "O", true}, {"", "B-X", true}, {"", "I-X", false}, {"O", "I-X", false}, {"B-X", "I-X", true},
		{"I-X", "I-X", true}, {"B-Y", "I-X", false}, {"I-X", "B-X", true}, {"I-X", "", true},
	} {
		if got := BIO(c.prev, c.next); got != c.want {
			t.Errorf("BIO(%q, %q) = %v", c.prev, c.next, got)
		}
	}
}

func TestRoundTrip(t *testing.T) {
	for seed := range Random(20) {
		m := wild(1+int(seed%7), seed)
		data := m.Encode()
		got, err := Decode(data)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got.Encode(), data) {
			t.Error("decoded and encoded again, the model is another")
		}
		r := Random(5)
		f, allowed := wildFeatures(30, &r)
		if !slices.Equal(got.Tag(f, allowed), m.Tag(f, allowed)) {
			t.Error("the decoded model tags otherwise")
		}
	}
}

func TestDecodeErrors(t *testing.T) {
	good := wild(3, 1).Encode()
	for name, bad := range map[string][]byte{
		"empty": nil, "magic": []byte("WLT0abc"), "cut": good[:len(good)-3], "head only": good[:4],
	} {
		if _, err := Decode(bad); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// TestLong goes through a sequence that is longer than sums of scores could grow unchecked.
func TestLong(t *testing.T) {
	m := &Model{labels: []string{"a", "b"}, bits: 1, step: 1, rows: []int32{1, 1}, cell: []int16{math.MaxInt16, -math.MaxInt16}, next: make([]int32, 9)}
	f := &Features{}
	for range 200_000 {
		f.Add(1)
		f.Next()
	}
	for i, y := range m.Tag(f, nil) {
		if y != 0 {
			t.Fatalf("label %d at %d", y, i)
		}
	}
}

func TestHash(t *testing.T) {
	seen := map[Hash]string{}
	add := func(h Hash, what string) {
		if seen[h] != "" {
			t.Errorf("%s = %s", what, seen[h])
		}
		seen[h] = what
	}
	add(Start.String("a").String("bc"), "a bc")
	add(Start.String("ab").String("c"), "ab c")
	add(Start.String("abc"), "abc")
	for i := range 1000 {
		add(Start.Int(i), fmt.Sprint(i))
		add(Start.Int(i).String("Wort"), fmt.Sprint(i, " Wort"))
	}
	used := map[uint32]bool{}
	for i := range 1024 {
		used[Start.Int(i).String("x").bucket(10)] = true
	}
	if len(used) < 550 { // 1,024 balls leave 377 of 1,024 bins empty on average
		t.Errorf("1,024 features fall into %d buckets", len(used))
	}
}

func TestExp(t *testing.T) {
	for x := -690.0; x < 690; x += 0.37 {
		if got, want := exp(x), math.Exp(x); math.Abs(got/want-1) > 1e-13 {
			t.Fatalf("exp(%v) = %v, want %v", x, got, want)
		}
	}
	if exp(-1000) != 0 {
		t.Error("exp(-1000) is not 0")
	}
}

func FuzzDecode(f *testing.F) {
	for seed := range Random(4) {
		f.Add(wild(1+int(seed), seed).Encode())
	}
	f.Add([]byte(magic))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := Decode(data)
		if err != nil {
			return
		}
		if again, err := Decode(m.Encode()); err != nil || again.bits != m.bits {
			t.Fatalf("not readable again: %v", err)
		}
		r := Random(1)
		fs, allowed := wildFeatures(4, &r)
		m.Tag(fs, allowed)
	})
}

// FuzzPlain feeds the part behind the compression, which Random bytes seldom reach.
func FuzzPlain(f *testing.F) {
	f.Add([]byte{2, 1, 'O', 1, 'X', 2, 0, 0, 0, 0, 0, 0, 0xf0, 0x3f, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 3, 2, 10})
	f.Add(binary.AppendUvarint(nil, 1<<40))
	f.Fuzz(func(t *testing.T, plain []byte) {
		r, m := &reader{data: plain}, &Model{}
		r.head(m)
		r.pairs(m)
		r.table(m)
		if r.err == nil && len(m.cell)%len(m.labels) != 0 {
			t.Fatal("rows of another length than there are labels")
		}
	})
}

func BenchmarkTag(b *testing.B) {
	m := wild(13, 1)
	r := Random(1)
	f := &Features{}
	for range 400 {
		for range 60 {
			f.Add(Hash(r.next()))
		}
		f.Next()
	}
	b.ReportAllocs()
	for b.Loop() {
		m.Tag(f, nil)
	}
}

func BenchmarkTrain(b *testing.B) {
	examples := toy(500, 1)
	for b.Loop() {
		Train(examples, Options{Labels: bioLabels, Bits: 12, Epochs: 2})
	}
}

func Example() {
	words := func(s string) *Features { return features(strings.Fields(s)) }
	m := Train([]Sequence{
		{*words("gestern kam Anna"), []int{0, 0, 1}},
		{*words("Anna ging heute"), []int{1, 0, 0}},
	}, Options{Labels: []string{"O", "B-PER"}, Bits: 10, Valid: BIO})
	for _, y := range m.Tag(words("heute kam Anna"), nil) {
		fmt.Print(m.Labels()[y], " ")
	}
	// Output: O O B-PER
}
