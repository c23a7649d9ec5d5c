package site

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"wortlaut/build/cache"
	"wortlaut/build/text"
)

// manifestFile lists what a build wrote into the output folder. Nothing else there is ever replaced
// or removed.
const manifestFile = ".wortlaut-manifest.json"

// File is a file of the site; Path is from the site's root, with slashes.
type File struct {
	Path string
	Data []byte
}

// manifest is the content of manifestFile.
type manifest struct {
	Files []listed `json:"files"` // by path, the manifest itself left out
}

type listed struct {
	Path   string `json:"path"`
	SHA256 string `json:"sha256"`
}

// changes says what a build did to the output folder, each list by path.
type changes struct{ written, unchanged, removed []string }

// ordered returns files by path; two files of one name, letter case aside, are an error.
func ordered(files []File) ([]File, error) {
	files = slices.SortedStableFunc(slices.Values(files), func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	var errs text.Errors
	seen := map[string]bool{}
	for _, f := range files {
		if !filepath.IsLocal(f.Path) || path.Clean(f.Path) != f.Path {
			errs.Add(text.Pos{File: f.Path}, "", "not a path below the site's root")
		}
		if folded := strings.ToLower(f.Path); seen[folded] {
			errs.Add(text.Pos{File: f.Path}, "rename one of the records behind them", "two files of the site have this name")
		} else {
			seen[folded] = true
		}
	}
	return files, errs.Err()
}

// publish makes w.out hold files, which are ordered, and tells what changed. Files with the same
// bytes keep their modification time; if all do, nothing is touched. What no build has written
// stays as it is.
func (w *work) publish(files []File) (changes, error) {
	former, err := w.former()
	if err != nil {
		return changes{}, err
	}
	next, data, err := list(files)
	if err != nil {
		return changes{}, err
	}
	c, err := w.compare(former, next)
	if err != nil {
		return c, err
	}
	if len(c.written) == 0 && len(c.removed) == 0 && maps.Equal(former, sums(next)) {
		return c, nil
	}
	files = append(slices.Clone(files), File{manifestFile, data})
	if err := w.prepare(files, former, c); err != nil {
		return c, fmt.Errorf("%s: %w", w.out, err)
	}
	return c, w.swap()
}

// former returns the digests of the files the last build wrote, by path. A folder that is not
// empty and not a build's is an error.
func (w *work) former() (map[string]string, error) {
	data, err := os.ReadFile(filepath.Join(w.out, manifestFile))
	var m manifest
	switch {
	case errors.Is(err, fs.ErrNotExist):
		entries, err := os.ReadDir(w.out)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, w.mistake("", "cannot be read: %v", text.Cause(err))
		}
		if len(entries) > 0 {
			return nil, w.mistake("choose a new or empty folder for -out", "not empty, and no build has written it")
		}
		return nil, nil
	case err != nil:
		return nil, w.mistake("", "cannot be read: %v", text.Cause(err))
	}
	if err := json.Unmarshal(data, &m); err != nil {
		return nil, w.mistake("remove the folder to have it built anew", "%s is damaged: %v", manifestFile, err)
	}
	return sums(m), nil
}

func (w *work) mistake(hint, format string, args ...any) error {
	return text.Error{Pos: text.Pos{File: w.out}, Msg: fmt.Sprintf(format, args...), Hint: hint}
}

func sums(m manifest) map[string]string {
	out := make(map[string]string, len(m.Files))
	for _, f := range m.Files {
		out[f.Path] = f.SHA256
	}
	return out
}

// list returns the manifest of files and its bytes.
func list(files []File) (manifest, []byte, error) {
	var m manifest
	for _, f := range files {
		sum := sha256.Sum256(f.Data)
		m.Files = append(m.Files, listed{f.Path, hex.EncodeToString(sum[:])})
	}
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetIndent("", " ")
	err := enc.Encode(m)
	return m, buf.Bytes(), err
}

// compare tells which files of next are on the disk already, as bytes and not by the manifest's
// word: somebody may have changed one by hand.
func (w *work) compare(former map[string]string, next manifest) (changes, error) {
	var c changes
	var errs text.Errors
	sum := sums(next)
	for _, f := range next.Files {
		name := filepath.Join(w.out, filepath.FromSlash(f.Path))
		got, err := hashFile(name)
		_, ours := former[f.Path]
		switch {
		case err == nil && got == f.SHA256 && ours:
			c.unchanged = append(c.unchanged, f.Path)
		case err == nil && !ours:
			errs.Add(text.Pos{File: name}, "move it away, or choose another folder for -out", "no build has written this file, and the site needs its place")
		default:
			c.written = append(c.written, f.Path)
		}
	}
	for _, p := range slices.Sorted(maps.Keys(former)) {
		if _, stays := sum[p]; !stays {
			c.removed = append(c.removed, p)
		}
	}
	return c, errs.Err()
}

// hashFile returns the SHA-256 of a regular file, "" for anything else that is there.
func hashFile(name string) (string, error) {
	info, err := os.Lstat(name)
	if err != nil {
		return "", err
	}
	if !info.Mode().IsRegular() {
		return "", nil
	}
	return cache.Sum(name)
}

// prepare makes the whole new site in w.new().
func (w *work) prepare(files []File, former map[string]string, c changes) error {
	if err := os.MkdirAll(w.new(), 0o755); err != nil {
		return err
	}
	if err := w.carry(former); err != nil {
		return err
	}
	for _, f := range files {
		to := filepath.Join(w.new(), filepath.FromSlash(f.Path))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		if _, same := slices.BinarySearch(c.unchanged, f.Path); same {
			if err := keep(filepath.Join(w.out, filepath.FromSlash(f.Path)), to); err != nil {
				return err
			}
			continue
		}
		if err := os.WriteFile(to, f.Data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// carry takes everything over that no build has written.
func (w *work) carry(former map[string]string) error {
	ours := map[string]bool{".": true, manifestFile: true}
	for p := range former {
		for ; !ours[p]; p = path.Dir(p) {
			ours[p] = true
		}
	}
	return filepath.WalkDir(w.out, func(name string, e fs.DirEntry, err error) error {
		rel, relErr := filepath.Rel(w.out, name)
		switch {
		case errors.Is(err, fs.ErrNotExist) && rel == ".":
			return nil
		case err != nil || relErr != nil:
			return cmp.Or(err, relErr)
		case ours[filepath.ToSlash(rel)]:
			return nil
		}
		to := filepath.Join(w.new(), rel)
		switch {
		case e.IsDir():
			return os.MkdirAll(to, 0o755)
		case e.Type()&fs.ModeSymlink != 0:
			return relink(name, to)
		}
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		return keep(name, to)
	})
}

func relink(from, to string) error {
	target, err := os.Readlink(from)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	return os.Symlink(target, to)
}

// keep makes to the same file as from, or a copy of the same age where links are not possible.
func keep(from, to string) error {
	if os.Link(from, to) == nil {
		return nil
	}
	info, err := os.Stat(from)
	if err != nil {
		return err
	}
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	if err := os.WriteFile(to, data, info.Mode().Perm()); err != nil {
		return err
	}
	return os.Chtimes(to, info.ModTime(), info.ModTime())
}
