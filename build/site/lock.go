package site

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"wortlaut/build/text"
)

// work is the folder beside the output folder in which a build prepares the site. Both lie in one
// folder and so on one file system, which lets a rename put the new site in place.
//
//	.wortlaut-public/lock   held while a build runs
//	.wortlaut-public/new    the site in the making
//	.wortlaut-public/old    the former site, while the two change places
type work struct {
	out, dir string
	lock     *os.File
}

var errLocked = errors.New("locked")

// begin makes the work folder, keeps other builds out and heals what an interrupted one left.
func begin(out string) (*work, error) {
	out, err := filepath.Abs(out)
	if err != nil {
		return nil, err
	}
	if real, err := filepath.EvalSymlinks(out); err == nil {
		out = real
	}
	w := &work{out: out, dir: filepath.Join(filepath.Dir(out), ".wortlaut-"+filepath.Base(out))}
	for w.lock == nil {
		if err := os.MkdirAll(w.dir, 0o755); err != nil {
			return nil, fmt.Errorf("%s: cannot be written: %w", out, text.Cause(err))
		}
		if err := w.tryLock(); err != nil {
			return nil, err
		}
	}
	if err := w.heal(); err != nil {
		return nil, errors.Join(err, w.end())
	}
	return w, nil
}

// tryLock takes the lock; it leaves w.lock nil if the file was removed by its former holder in the
// meantime, which makes the lock worthless.
func (w *work) tryLock() error {
	path := filepath.Join(w.dir, "lock")
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o644)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("%s: cannot be written: %w", w.out, text.Cause(err))
	}
	if err := lockFile(f); err != nil {
		f.Close()
		if errors.Is(err, errLocked) {
			return fmt.Errorf("%s: another build is writing this folder (wait for it to end)", w.out)
		}
		return fmt.Errorf("%s: %w", path, err)
	}
	mine, err := f.Stat()
	there, err2 := os.Stat(path)
	if err != nil || err2 != nil || !os.SameFile(mine, there) {
		return f.Close()
	}
	w.lock = f
	return nil
}

// heal puts the former site back if a build was interrupted between its two renames, and clears
// what a build left that was interrupted elsewhere.
func (w *work) heal() error {
	_, err := os.Lstat(w.out)
	_, err2 := os.Lstat(w.old())
	if errors.Is(err, fs.ErrNotExist) && err2 == nil {
		if err := os.Rename(w.old(), w.out); err != nil {
			return fmt.Errorf("the site of the last build cannot be put back: %w", err)
		}
	}
	return errors.Join(os.RemoveAll(w.old()), os.RemoveAll(w.new()))
}

func (w *work) old() string { return filepath.Join(w.dir, "old") }
func (w *work) new() string { return filepath.Join(w.dir, "new") }

// end clears the work folder and lets the next build in.
func (w *work) end() error {
	err := errors.Join(os.RemoveAll(w.new()), os.RemoveAll(w.old()), os.Remove(w.lock.Name()), w.lock.Close())
	// Another build may wait in the folder with a lock of its own: then it stays.
	if e := os.Remove(w.dir); e != nil && err == nil && !errors.Is(e, fs.ErrExist) && !notEmpty(w.dir) {
		return e
	}
	return err
}

func notEmpty(dir string) bool {
	entries, err := os.ReadDir(dir)
	return errors.Is(err, fs.ErrNotExist) || len(entries) > 0
}

// swap puts the site in w.new() in the place of the former one.
func (w *work) swap() error {
	err := os.Rename(w.out, w.old())
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s: cannot be replaced: %w", w.out, text.Cause(err))
	}
	if err := os.Rename(w.new(), w.out); err != nil {
		if back := os.Rename(w.old(), w.out); back != nil && !errors.Is(back, fs.ErrNotExist) {
			err = errors.Join(err, back)
		}
		return fmt.Errorf("%s: cannot be replaced: %w", w.out, err)
	}
	return nil
}
