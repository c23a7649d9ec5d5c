package site

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// long is a time no build of a test can have written a file at.
var long = time.Date(2001, 2, 3, 4, 5, 6, 0, time.UTC)

func write(t *testing.T, dir string, pairs ...string) {
	t.Helper()
	for i := 0; i < len(pairs); i += 2 {
		name := filepath.Join(dir, filepath.FromSlash(pairs[i]))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(pairs[i+1]), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// tree returns the files below dir with their contents; links as "→ target", the manifest left out.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() || e.Name() == manifestFile {
			return err
		}
		rel, _ := filepath.Rel(dir, name)
		if target, err := os.Readlink(name); err == nil {
			out[filepath.ToSlash(rel)] = "→ " + target
			return nil
		}
		data, err := os.ReadFile(name)
		out[filepath.ToSlash(rel)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// age sets the time of every file below dir back.
func age(t *testing.T, dir string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(name string, e os.DirEntry, err error) error {
		if err != nil || e.Type()&os.ModeSymlink != 0 {
			return err
		}
		return os.Chtimes(name, long, long)
	})
	if err != nil {
		t.Fatal(err)
	}
}

// touched returns the files below dir that were written since age.
func touched(t *testing.T, dir string) []string {
	t.Helper()
	var out []string
	for name := range tree(t, dir) {
		info, err := os.Lstat(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if !info.ModTime().Equal(long) && info.Mode().IsRegular() {
			out = append(out, name)
		}
	}
	return out
}

// put publishes pairs of path and content into out.
func put(out string, pairs ...string) (changes, error) {
	var files []File
	for i := 0; i < len(pairs); i += 2 {
		files = append(files, File{pairs[i], []byte(pairs[i+1])})
	}
	files, err := ordered(files)
	if err != nil {
		return changes{}, err
	}
	w, err := begin(out)
	if err != nil {
		return changes{}, err
	}
	c, err := w.publish(files)
	if err2 := w.end(); err == nil {
		err = err2
	}
	return c, err
}

func TestPublish(t *testing.T) {
	parent := t.TempDir()
	out := filepath.Join(parent, "public")
	if _, err := put(out, "index.html", "1", "a/index.html", "2", "a/old.html", "3"); err != nil {
		t.Fatal(err)
	}
	write(t, out, "CNAME", "example.org", "a/mine.txt", "m")
	if err := os.MkdirAll(filepath.Join(out, "empty/refs"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("CNAME", filepath.Join(out, "link")); err != nil {
		t.Fatal(err)
	}
	age(t, out)
	c, err := put(out, "index.html", "1", "a/index.html", "2 new", "b/index.html", "4")
	if err != nil {
		t.Fatal(err)
	}
	want := changes{written: []string{"a/index.html", "b/index.html"}, unchanged: []string{"index.html"}, removed: []string{"a/old.html"}}
	if d := cmp.Diff(want, c, cmp.AllowUnexported(changes{})); d != "" {
		t.Errorf("changes (-want +got):\n%s", d)
	}
	files := map[string]string{"index.html": "1", "a/index.html": "2 new", "b/index.html": "4", "CNAME": "example.org", "a/mine.txt": "m", "link": "→ CNAME"}
	if d := cmp.Diff(files, tree(t, out)); d != "" {
		t.Errorf("files (-want +got):\n%s", d)
	}
	if got := touched(t, out); len(got) != 2 {
		t.Errorf("written: %v", got)
	}
	if _, err := os.Stat(filepath.Join(out, "empty/refs")); err != nil {
		t.Errorf("an empty folder of somebody else's is gone: %v", err)
	}
	if left, _ := filepath.Glob(filepath.Join(parent, ".wortlaut-*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestPublishTwice(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	for range 2 {
		if _, err := put(out, "index.html", "1", "a/index.html", "2"); err != nil {
			t.Fatal(err)
		}
		age(t, out)
	}
	c, err := put(out, "index.html", "1", "a/index.html", "2")
	if err != nil || len(c.written)+len(c.removed) > 0 || len(c.unchanged) != 2 {
		t.Errorf("%+v %v", c, err)
	}
	if info, _ := os.Stat(out); !info.ModTime().Equal(long) || len(touched(t, out)) > 0 {
		t.Error("a build without changes wrote something")
	}
}

// TestPublishByHand checks that what somebody changed or removed by hand is put right.
func TestPublishByHand(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	pages := []string{"index.html", "1", "a/index.html", "2", "c.html", "3"}
	if _, err := put(out, pages...); err != nil {
		t.Fatal(err)
	}
	write(t, out, "index.html", "vandal")
	if err := os.RemoveAll(filepath.Join(out, "a")); err != nil {
		t.Fatal(err)
	}
	c, err := put(out, pages...)
	if err != nil || len(c.written) != 2 || len(c.unchanged) != 1 {
		t.Errorf("%+v %v", c, err)
	}
	if d := cmp.Diff(map[string]string{"index.html": "1", "a/index.html": "2", "c.html": "3"}, tree(t, out)); d != "" {
		t.Error(d)
	}
}

func TestPublishRefuses(t *testing.T) {
	for _, c := range []struct {
		name string
		make func(t *testing.T, out string)
		want string
	}{
		{"somebody's folder", func(t *testing.T, out string) { write(t, out, "thesis.doc", "x") }, "OUT: not empty, and no build has written it (choose a new or empty folder for -out)"},
		{"somebody's file", func(t *testing.T, out string) { write(t, filepath.Dir(out), "public", "x") }, "OUT: cannot be read: not a directory"},
		{"a damaged manifest", func(t *testing.T, out string) { write(t, out, manifestFile, "{") }, "OUT: .wortlaut-manifest.json is damaged: unexpected end of JSON input (remove the folder to have it built anew)"},
		{"a file in the way", func(t *testing.T, out string) {
			if _, err := put(out, "index.html", "1"); err != nil {
				t.Fatal(err)
			}
			write(t, out, "a/index.html", "mine")
		}, "OUT/a/index.html: no build has written this file, and the site needs its place (move it away, or choose another folder for -out)"},
	} {
		out := filepath.Join(t.TempDir(), "public")
		c.make(t, out)
		var before map[string]string
		if info, err := os.Stat(out); err == nil && info.IsDir() {
			before = tree(t, out)
		}
		_, err := put(out, "index.html", "2", "a/index.html", "2")
		if err == nil || strings.ReplaceAll(err.Error(), out, "OUT") != c.want {
			t.Errorf("%s:\n got %v\nwant %s", c.name, err, c.want)
		}
		if before != nil && !cmp.Equal(before, tree(t, out)) {
			t.Errorf("%s: the folder was changed", c.name)
		}
	}
}

func TestOrdered(t *testing.T) {
	_, err := ordered([]File{{"b.html", nil}, {"A.html", nil}, {"a.html", nil}, {"../x", nil}, {"a//b", nil}})
	want := "../x: not a path below the site's root\na.html: two files of the site have this name (rename one of the records behind them)\na//b: not a path below the site's root"
	if err == nil || err.Error() != want {
		t.Errorf("got\n%v\nwant\n%s", err, want)
	}
}

// TestHeal builds into what builds leave that are interrupted at each point.
func TestHeal(t *testing.T) {
	for _, c := range []struct {
		name string
		stop func(w *work) error
	}{
		{"while preparing", func(w *work) error { return os.MkdirAll(filepath.Join(w.new(), "half"), 0o755) }},
		{"between the renames", func(w *work) error { return os.Rename(w.out, w.old()) }},
		{"before clearing up", func(w *work) error { return os.MkdirAll(w.old(), 0o755) }},
	} {
		out := filepath.Join(t.TempDir(), "public")
		if _, err := put(out, "index.html", "1"); err != nil {
			t.Fatal(err)
		}
		w, err := begin(out)
		if err != nil {
			t.Fatal(err)
		}
		if err := c.stop(w); err != nil {
			t.Fatal(err)
		}
		w.lock.Close() // as when the process ends
		again, err := begin(out)
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if d := cmp.Diff(map[string]string{"index.html": "1"}, tree(t, out)); d != "" {
			t.Errorf("%s: the former site is not whole:\n%s", c.name, d)
		}
		if err := again.end(); err != nil {
			t.Fatal(err)
		}
		if _, err := os.Stat(again.dir); !os.IsNotExist(err) {
			t.Errorf("%s: %s is left", c.name, again.dir)
		}
		if got, err := put(out, "index.html", "2"); err != nil || len(got.written) != 1 {
			t.Errorf("%s: %+v %v", c.name, got, err)
		}
	}
}

func TestLock(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	first, err := begin(out)
	if err != nil {
		t.Fatal(err)
	}
	_, err = begin(out)
	if want := out + ": another build is writing this folder (wait for it to end)"; err == nil || err.Error() != want {
		t.Errorf("got  %v\nwant %s", err, want)
	}
	other, err := begin(out + "2")
	if err != nil {
		t.Errorf("another folder: %v", err)
	} else if err := other.end(); err != nil {
		t.Error(err)
	}
	if err := first.end(); err != nil {
		t.Fatal(err)
	}
	second, err := begin(out)
	if err != nil {
		t.Fatalf("after the first: %v", err)
	}
	if err := second.end(); err != nil {
		t.Error(err)
	}
}

// TestLockMany lets many builds run for one lock: one at a time may hold it.
func TestLockMany(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	done := make(chan int)
	held := make(chan struct{}, 1)
	for range 8 {
		go func() {
			n := 0
			for range 50 {
				w, err := begin(out)
				if err != nil {
					continue
				}
				select {
				case held <- struct{}{}:
				default:
					t.Error("two builds hold the lock")
				}
				<-held
				if err := w.end(); err != nil {
					t.Error(err)
				}
				n++
			}
			done <- n
		}()
	}
	total := 0
	for range 8 {
		total += <-done
	}
	if total == 0 {
		t.Error("nobody ever got the lock")
	}
}

func TestGuard(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "seeds/a.txt", "x", "content/dossier.md", "x", "other/a", "x", "repo/.git/config", "x")
	if err := os.Symlink("seeds", filepath.Join(dir, "alias")); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	opt := Options{Seeds: "seeds", Content: "content", Cache: ".cache"}
	const hint = " (choose a folder of its own for -out)"
	for out, want := range map[string]string{
		"public":      "",
		"other":       "",
		".":           ".: is or holds the seeds folder seeds" + hint + "\n.: is or holds the content folder content" + hint + "\n.: is or holds the cache folder .cache" + hint + "\n.: is or holds the current folder" + hint,
		"seeds":       "seeds: is or holds the seeds folder seeds" + hint,
		"seeds/site":  "seeds/site: lies in the seeds folder seeds" + hint,
		"alias":       "alias: is or holds the seeds folder seeds" + hint,
		"repo":        "repo: is a repository of its own" + hint,
		"":            "-out: no output folder",
		".cache/site": ".cache/site: lies in the cache folder .cache" + hint,
	} {
		opt.Out = out
		got := ""
		if err := guard(opt); err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("%q:\n got %s\nwant %s", out, got, want)
		}
	}
}
