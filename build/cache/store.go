package cache

import (
	"bytes"
	"crypto/sha256"
	"encoding/gob"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"wortlaut/build/text"
)

// Store is a folder of results, one file each. Its name is a hash of key and salt; its content is
// the SHA-256 of the rest, then the rest as gob.
type Store struct {
	Dir  string // created when needed; without one nothing is kept
	Salt string // changes with the program: see Program
	Used *Used  // notes the entries this build has used; may be nil
}

// Used is the set of entries a build has read or written. Its zero value is ready for use, by
// several goroutines at a time.
type Used struct {
	mu    sync.Mutex
	names map[string]bool
}

func (u *Used) add(name string) {
	if u == nil {
		return
	}
	u.mu.Lock()
	defer u.mu.Unlock()
	if u.names == nil {
		u.names = map[string]bool{}
	}
	u.names[name] = true
}

// entry is what a file holds.
type entry[T any] struct {
	Value T
	Notes []text.Note
}

const suffix = ".gob"

// Do returns what f returns, from s if it holds the result for key. Notes are kept with the value
// and returned again; errors are not kept. A fresh result takes the same way through gob as a kept
// one, so that both are equal down to nil and empty slices. Whatever f reads must be in key.
func Do[T any](s Store, key string, f func() (T, []text.Note, error)) (T, []text.Note, error) {
	sum := sha256.Sum256([]byte(s.Salt + "\x00" + key))
	name := hex.EncodeToString(sum[:]) + suffix
	if e, ok := load[T](s, name); ok {
		s.Used.add(name)
		return e.Value, e.Notes, nil
	}
	var none T
	value, notes, err := f()
	if err != nil {
		return none, notes, err
	}
	var buf bytes.Buffer
	if err := gob.NewEncoder(&buf).Encode(entry[T]{value, notes}); err != nil {
		return none, nil, fmt.Errorf("cache: %w", err)
	}
	if err := s.save(name, buf.Bytes()); err != nil {
		return none, nil, fmt.Errorf("cache: %w", err)
	}
	s.Used.add(name)
	e, err := decode[T](buf.Bytes())
	return e.Value, e.Notes, err
}

// load reads an entry; one that is missing, cut short or damaged in another way does not count.
func load[T any](s Store, name string) (entry[T], bool) {
	if s.Dir == "" {
		return entry[T]{}, false
	}
	data, err := os.ReadFile(filepath.Join(s.Dir, name))
	if err != nil || len(data) < sha256.Size {
		return entry[T]{}, false
	}
	sum := sha256.Sum256(data[sha256.Size:])
	if !bytes.Equal(sum[:], data[:sha256.Size]) {
		return entry[T]{}, false
	}
	e, err := decode[T](data[sha256.Size:])
	return e, err == nil
}

func decode[T any](data []byte) (entry[T], error) {
	var e entry[T]
	err := gob.NewDecoder(bytes.NewReader(data)).Decode(&e)
	return e, err
}

// save writes an entry under a name of its own first, so that no reader ever sees half of it.
func (s Store) save(name string, data []byte) error {
	if s.Dir == "" {
		return nil
	}
	if err := os.MkdirAll(s.Dir, 0o755); err != nil {
		return err
	}
	tmp, err := os.CreateTemp(s.Dir, "*"+partial)
	if err != nil {
		return err
	}
	sum := sha256.Sum256(data)
	_, err = tmp.Write(append(sum[:], data...))
	if err = errors.Join(err, tmp.Close()); err == nil {
		err = os.Rename(tmp.Name(), filepath.Join(s.Dir, name))
	}
	switch {
	case errors.Is(err, fs.ErrNotExist): // another build pruned it: only the entry is lost
		return nil
	case err != nil:
		return errors.Join(err, os.Remove(tmp.Name()))
	}
	return nil
}

const partial = ".partial"

// Prune removes the entries that s.Used has not noted, and nothing else that may lie in the folder.
func (s Store) Prune() error {
	if s.Dir == "" || s.Used == nil {
		return nil
	}
	files, err := os.ReadDir(s.Dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	s.Used.mu.Lock()
	defer s.Used.mu.Unlock()
	var errs []error
	for _, f := range files {
		name := f.Name()
		stale := strings.HasSuffix(name, suffix) && len(name) == 2*sha256.Size+len(suffix) && !s.Used.names[name]
		if stale || strings.HasSuffix(name, partial) {
			errs = append(errs, os.Remove(filepath.Join(s.Dir, name)))
		}
	}
	return errors.Join(errs...)
}

// Program returns the SHA-256 of the running executable: a salt that changes with the code and
// with the data it embeds, and with nothing else.
func Program() (string, error) {
	path, err := os.Executable()
	if err != nil {
		return "", err
	}
	return Sum(path)
}

// Sum returns the SHA-256 of a file.
func Sum(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
