package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// corpus is a few sentences in the form of GermEval 2014.
const corpus = "# 1\n1\tGestern\tO\tO\n2\tsprach\tO\tO\n3\tAnna\tB-PER\tO\n4\tBerg\tI-PER\tO\n5\tin\tO\tO\n6\tJena\tB-LOC\tO\n7\t.\tO\tO\n\n" +
	"# 2\n1\tDie\tO\tO\n2\tFirma\tO\tO\n3\tLuxon\tB-ORG\tO\n4\tschweigt\tO\tO\n5\t.\tO\tO\n\n"

func TestTrainTwice(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "train.tsv")
	if err := os.WriteFile(file, []byte(corpus), 0o644); err != nil {
		t.Fatal(err)
	}
	var weights [2][]byte
	for i := range weights {
		out := filepath.Join(dir, string(rune('a'+i)))
		var stderr strings.Builder
		if code := run([]string{"-names", file, "-date", "2024-01-02", "-o", out}, io.Discard, &stderr); code != 0 {
			t.Fatalf("exit %d: %s", code, stderr.String())
		}
		var err error
		if weights[i], err = os.ReadFile(filepath.Join(out, "person", "weights", "names.bin")); err != nil {
			t.Fatal(err)
		}
		note, err := os.ReadFile(filepath.Join(out, "person", "weights", "names.txt"))
		if err != nil || !strings.Contains(string(note), "CC BY 4.0") || !strings.Contains(string(note), "2024-01-02") {
			t.Errorf("provenance: %s (%v)", note, err)
		}
	}
	if len(weights[0]) == 0 || !bytes.Equal(weights[0], weights[1]) {
		t.Error("the same texts gave other weights")
	}
}

func TestUsage(t *testing.T) {
	for _, args := range [][]string{nil, {"-names"}, {"-names", "x", "y"}} {
		var stderr strings.Builder
		if code := run(args, io.Discard, &stderr); code != 2 || stderr.Len() == 0 {
			t.Errorf("%q: exit %d, %q", args, code, stderr.String())
		}
	}
	var stderr strings.Builder
	if code := run([]string{"-names", filepath.Join(t.TempDir(), "none.tsv")}, io.Discard, &stderr); code != 1 || !strings.Contains(stderr.String(), "none.tsv") {
		t.Errorf("missing file: exit %d, %q", code, stderr.String())
	}
}
