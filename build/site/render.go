package site

import (
	"io/fs"
	"sync/atomic"

	"wortlaut/build/cache"
	"wortlaut/build/publish/language"
	"wortlaut/build/publish/layout"
	"wortlaut/build/publish/page"
	"wortlaut/build/text"
)

// render turns pages into files, as far as possible from the cache.
func (b *builder) render(layouts fs.FS, table *language.Table, pages []page.Page) ([]File, error) {
	set, err := layout.Parse(layouts, table)
	if err != nil {
		return nil, err
	}
	look, err := digestFolder(layouts)
	if err != nil {
		return nil, err
	}
	files := make([]File, len(pages))
	var fresh atomic.Int64
	err = each(len(pages), func(done, total int) { b.Step(Rendering, done, total) }, func(i int) error {
		p := pages[i]
		data, err := cache.Digest(p.Data)
		if err != nil {
			return err
		}
		key, err := cache.Key(struct{ Stage, Path, Layout, Data, Layouts, Lang string }{"render", p.Path, p.Layout, data, look, table.Lang})
		if err != nil {
			return err
		}
		files[i].Path = p.File()
		files[i].Data, _, err = cache.Do(b.store, key, func() ([]byte, []text.Note, error) {
			fresh.Add(1)
			html, err := set.Render(p)
			return html, nil, err
		})
		return err
	})
	b.report.Rendered = int(fresh.Load())
	return files, err
}

// digestFolder returns one digest of all files below fsys, names and contents.
func digestFolder(fsys fs.FS) (string, error) {
	files := map[string][]byte{}
	err := fs.WalkDir(fsys, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		files[name], err = fs.ReadFile(fsys, name)
		return err
	})
	if err != nil {
		return "", err
	}
	return cache.Digest(files)
}
