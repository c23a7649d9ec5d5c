// Package site builds the site: the one place that states the order of a whole build.
//
// In go folders of texts, records, layouts and assets; out comes a folder of files. Nothing is
// written before everything is known to be right: an error of any kind leaves the former site as it
// is, and so does an interruption. Analyses and rendered pages are kept between builds. Two builds
// from the same input are equal byte by byte.
package site

import (
	"io/fs"
	"os"
	"slices"

	"wortlaut/build/cache"
	"wortlaut/build/dossier"
	"wortlaut/build/publish/asset"
	"wortlaut/build/publish/export"
	"wortlaut/build/publish/language"
	"wortlaut/build/publish/page"
	"wortlaut/build/text"
)

// Options says what a build reads and writes. All paths are folders; Content may be missing, and
// Assets unnamed, as far as the layouts allow it.
type Options struct {
	Seeds   string // source texts
	Content string // editors' records
	Layouts string
	Assets  string
	Out     string // the site
	Cache   string // results of earlier builds; empty: nothing is kept

	// Step is told, one call at a time, how far a step has come; may be nil.
	Step func(step Step, done, total int)
}

// Step is a part of a build that takes time.
type Step string

const (
	Reading   Step = "reading"   // one call per text
	Rendering Step = "rendering" // one call per page
)

// Report is what a build found and did.
type Report struct {
	Dossier   *dossier.Dossier
	Analyzed  int         // texts read anew, the others came from the cache
	Pages     int         // HTML pages of the site
	Rendered  int         // pages rendered anew
	Written   []string    // paths of files that are new or differ
	Unchanged []string    // paths of files left alone
	Removed   []string    // paths of files the site no longer has
	Notes     []text.Note // doubts about the texts, by place
}

// Build builds the whole site. The error is what a person must mend, all of it at once; then
// nothing was written.
func Build(opt Options) (Report, error) {
	if err := guard(opt); err != nil {
		return Report{}, err
	}
	w, err := begin(opt.Out)
	if err != nil {
		return Report{}, err
	}
	r, err := build(opt, w)
	if e := w.end(); err == nil {
		err = e
	}
	return r, err
}

func build(opt Options, w *work) (Report, error) {
	b, err := newBuilder(opt)
	if err != nil {
		return Report{}, err
	}
	d, err := b.dossier()
	if err != nil {
		return Report{}, err
	}
	files, err := b.files(d)
	if err != nil {
		return Report{}, err
	}
	c, err := w.publish(files)
	if err != nil {
		return Report{}, err
	}
	b.report.Written, b.report.Unchanged, b.report.Removed = c.written, c.unchanged, c.removed
	return b.report, b.store.Prune()
}

// Load reads texts and records and assembles the dossier, without publishing it: for programs that
// compare or examine. Layouts, Assets and Out are not used.
func Load(opt Options) (*dossier.Dossier, []text.Note, error) {
	b, err := newBuilder(opt)
	if err != nil {
		return nil, nil, err
	}
	d, err := b.dossier()
	return d, b.report.Notes, err
}

// builder is one build at work.
type builder struct {
	Options
	store  cache.Store
	report Report
}

func newBuilder(opt Options) (*builder, error) {
	salt, err := cache.Program()
	if err != nil {
		return nil, err
	}
	if opt.Step == nil {
		opt.Step = func(Step, int, int) {}
	}
	return &builder{Options: opt, store: cache.Store{Dir: opt.Cache, Salt: salt, Used: &cache.Used{}}}, nil
}

// files makes every file of the site, in order, and checks their links.
func (b *builder) files(d *dossier.Dossier) ([]File, error) {
	var m mistakes
	m.add(exists(b.Layouts, "-layouts"))
	m.add(exists(b.Assets, "-assets"))
	if err := m.err(); err != nil {
		return nil, err
	}
	assets, manifest, err := asset.Load(folder(b.Assets))
	m.add(err)
	data, err := export.All(d)
	m.add(err)
	listed, err := dataFiles(data)
	m.add(err)
	layouts := folder(b.Layouts)
	table, err := language.Load(layouts, d.Info.Language)
	m.add(err)
	if err := m.err(); err != nil {
		return nil, err
	}
	files, err := b.render(layouts, table, page.All(d, table, manifest, listed...))
	if err != nil {
		return nil, err
	}
	b.report.Pages = len(files)
	for _, f := range assets {
		files = append(files, File(f))
	}
	for _, f := range data {
		files = append(files, File(f))
	}
	// GitHub Pages would pass the files through Jekyll without it.
	files = append(files, File{Path: ".nojekyll"})
	if files, err = ordered(files); err != nil {
		return nil, err
	}
	return files, checkLinks(files)
}

// dataFiles describes the data files for the page that lists them.
func dataFiles(files []export.File) ([]page.DataFile, error) {
	index, err := export.Index(files)
	var out []page.DataFile
	for _, e := range index {
		out = append(out, page.DataFile{Name: e.File, Schema: e.Schema, Version: e.Version, SHA256: e.SHA256, Bytes: e.Bytes, Count: e.Count})
	}
	return out, err
}

// folder is the file system below dir; a missing or unnamed one is empty.
func folder(dir string) fs.FS {
	if dir == "" {
		return empty{}
	}
	return os.DirFS(dir)
}

// exists reports a folder that was named and is not there.
func exists(dir, flag string) error {
	if dir == "" {
		return nil
	}
	if _, err := os.ReadDir(dir); err != nil {
		return text.Error{Pos: text.Pos{File: dir}, Msg: "cannot be read: " + text.Cause(err).Error(), Hint: "name the folder with " + flag}
	}
	return nil
}

type empty struct{}

func (empty) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// sortNotes orders notes by place and drops repetitions.
func sortNotes(notes []text.Note) []text.Note {
	slices.SortStableFunc(notes, func(a, b text.Note) int { return a.Pos.Compare(b.Pos) })
	return slices.Compact(notes)
}
