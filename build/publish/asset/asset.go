// Package asset makes the site's style sheets, scripts, fonts and icons ready to publish.
//
// In goes the assets folder; out come the files under names that carry a hash of their content,
// style sheets and scripts minified, and a Manifest from logical to published names. References
// inside style sheets are led to the published names; one that leads nowhere is an error, and so is
// one to another host, because the site must not make its readers' browsers call anybody else.
package asset

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/tdewolff/minify/v2"
	mincss "github.com/tdewolff/minify/v2/css"
	minjs "github.com/tdewolff/minify/v2/js"

	"wortlaut/build/text"
)

// Folder is where the files are published, below the site's root.
const Folder = "assets"

// Manifest gives the published path of a file, from the site's root, by its logical name, the path
// below the assets folder: "style.css" → "assets/style-3f9a2c1b.css".
type Manifest map[string]string

// File is a file to publish; Path is from the site's root, with slashes.
type File struct {
	Path string
	Data []byte
}

// Files is sorted by path.
type Files []File

// Load reads all files of fsys, the assets folder; a missing folder has none. Hidden files are
// left out. The error is a text.Errors with every mistake of every file.
func Load(fsys fs.FS) (Files, Manifest, error) {
	l := loader{
		sources:   map[string][]byte{},
		published: map[string]File{},
		minifier:  minify.New(),
	}
	l.minifier.Add("text/css", &mincss.Minifier{})
	l.minifier.Add("text/javascript", &minjs.Minifier{})
	l.read(fsys)
	manifest := Manifest{}
	var files Files
	for _, name := range slices.Sorted(maps.Keys(l.sources)) {
		f := l.publish(name, nil)
		manifest[name] = f.Path
		files = append(files, f)
	}
	slices.SortFunc(files, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	return files, manifest, l.errs.Err()
}

type loader struct {
	sources   map[string][]byte // by logical name
	published map[string]File   // by logical name
	minifier  *minify.M
	errs      text.Errors
}

func (l *loader) read(fsys fs.FS) {
	err := fs.WalkDir(fsys, ".", func(name string, e fs.DirEntry, err error) error {
		switch {
		case name == "." && errors.Is(err, fs.ErrNotExist):
			return nil
		case err != nil:
			l.add(name, 0, "", "cannot be read: %v", err)
			return nil
		case name != "." && strings.HasPrefix(path.Base(name), "."):
			if e.IsDir() {
				return fs.SkipDir
			}
			return nil
		case e.IsDir():
			return nil
		case !e.Type().IsRegular():
			l.add(name, 0, "copy the file itself", "not a regular file")
			return nil
		}
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			l.add(name, 0, "", "cannot be read: %v", err)
		}
		l.sources[name] = data
		return nil
	})
	if err != nil {
		l.add(".", 0, "", "cannot be read: %v", err)
	}
}

// add notes a mistake at byte offset off of an asset.
func (l *loader) add(name string, off int, hint, format string, args ...any) {
	pos := text.Pos{File: path.Join("assets", name)}
	if data, ok := l.sources[name]; ok {
		pos = text.At(pos.File, string(data), off)
	}
	l.errs.Add(pos, hint, format, args...)
}

// publish makes the file called name, after those it refers to; within are the style sheets that
// lead to it.
func (l *loader) publish(name string, within []string) File {
	if f, ok := l.published[name]; ok {
		return f
	}
	data := l.sources[name]
	switch path.Ext(name) {
	case ".css":
		data = l.minify(name, "text/css", l.refer(name, append(within, name)))
	case ".js", ".mjs":
		data = l.minify(name, "text/javascript", data)
	}
	f := File{fingerprint(name, data), data}
	l.published[name] = f
	return f
}

func (l *loader) minify(name, mediatype string, data []byte) []byte {
	small, err := l.minifier.Bytes(mediatype, data)
	if err != nil {
		l.add(name, 0, "", "cannot be minified: %s", firstLine(err))
	}
	return small
}

func firstLine(err error) string {
	line, _, _ := strings.Cut(err.Error(), "\n")
	return line
}

// fingerprint puts eight digits of the content's SHA-256 into the name: the path changes with the
// content, and a browser may keep the file for good.
func fingerprint(name string, data []byte) string {
	sum := sha256.Sum256(data)
	ext := path.Ext(name)
	return path.Join(Folder, fmt.Sprintf("%s-%x%s", strings.TrimSuffix(name, ext), sum[:4], ext))
}

// refer returns the style sheet called name with its references led to published names.
func (l *loader) refer(name string, within []string) []byte {
	data := l.sources[name]
	var out bytes.Buffer
	done := 0
	for _, r := range references(data) {
		target := l.target(name, r, within)
		if target == "" {
			continue
		}
		out.Write(data[done:r.span.Start])
		fmt.Fprintf(&out, "%q", target)
		done = r.span.End
	}
	out.Write(data[done:])
	return out.Bytes()
}

// target is what r, found in the style sheet called name, must be replaced with; empty for
// references that stay as they are.
func (l *loader) target(name string, r reference, within []string) string {
	link, tail := r.url, ""
	if i := strings.IndexAny(link, "?#"); i >= 0 {
		link, tail = link[:i], link[i:]
	}
	switch {
	case link == "" || strings.HasPrefix(link, "data:"):
		return ""
	case strings.Contains(link, ":") || strings.HasPrefix(link, "//"):
		l.add(name, r.span.Start, "copy the file into assets/", "refers to another host: %s", r.url)
		return ""
	case strings.HasPrefix(link, "/"):
		l.add(name, r.span.Start, "the site may live in a folder of its host", "must be relative: %s", r.url)
		return ""
	}
	to := path.Join(path.Dir(name), link)
	if _, ok := l.sources[to]; !ok {
		l.add(name, r.span.Start, l.near(to), "no such asset: %s", r.url)
		return ""
	}
	if slices.Contains(within, to) {
		l.add(name, r.span.Start, "", "style sheets import each other in a circle: %s", r.url)
		return ""
	}
	return up(name) + strings.TrimPrefix(l.publish(to, within).Path, Folder+"/") + tail
}

// up leads from the folder of an asset to the assets folder.
func up(name string) string { return strings.Repeat("../", strings.Count(name, "/")) }

func (l *loader) near(name string) string {
	if near := text.Nearest(name, slices.Collect(maps.Keys(l.sources))); near != "" {
		return fmt.Sprintf("did you mean %q?", near)
	}
	return ""
}
