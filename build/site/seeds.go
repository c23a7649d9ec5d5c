package site

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"strings"

	"wortlaut/build/text"
)

// seedLimit is more than any news text needs; what is larger got into the folder by mistake.
const seedLimit = 4 << 20

// seed is one source text as it is.
type seed struct {
	name   string
	data   []byte
	sha256 string
}

// readSeeds returns the texts in dir by name, and the names of all files, those with mistakes too.
// Hidden files are left out; everything else must be a regular .txt file, so that no text is
// overlooked.
func readSeeds(dir string) (seeds []seed, names []string, err error) {
	var errs text.Errors
	entries, err := os.ReadDir(dir)
	if err != nil {
		errs.Add(text.Pos{File: dir}, "name the folder of the texts with -seeds", "cannot be read: %v", text.Cause(err))
		return nil, nil, errs.Err()
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		names = append(names, e.Name())
		path := filepath.Join(dir, e.Name())
		data, msg, hint := readSeed(path, e)
		if msg != "" {
			errs.Add(text.Pos{File: path}, hint, "%s", msg)
			continue
		}
		sum := sha256.Sum256(data)
		seeds = append(seeds, seed{e.Name(), data, hex.EncodeToString(sum[:])})
	}
	if len(seeds) == 0 && len(errs) == 0 {
		errs.Add(text.Pos{File: dir}, "put at least one .txt file into it", "no texts")
	}
	return seeds, names, errs.Err()
}

// readSeed returns the bytes of a text, or what is wrong with it and what to do.
func readSeed(path string, e os.DirEntry) (data []byte, msg, hint string) {
	switch {
	case e.IsDir():
		return nil, "is a folder", "texts lie directly in seeds/, one file each"
	case !e.Type().IsRegular():
		return nil, "is a link or a device, not a regular file", "copy the text itself"
	case filepath.Ext(path) != ".txt":
		return nil, "is no .txt file", "turn it into one with: go run ./cmd/add " + e.Name()
	}
	info, err := e.Info()
	if err == nil && info.Size() > seedLimit {
		return nil, "larger than 4 MB, too large for a news text", "is it the right file? part it if it holds several texts"
	}
	if err == nil {
		data, err = os.ReadFile(path)
	}
	if err != nil {
		return nil, "cannot be read: " + text.Cause(err).Error(), ""
	}
	return data, "", ""
}
