package record

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"wortlaut/build/text"
)

// root is the folder that positions in messages start with.
const root = "content"

// sizeLimit keeps a record readable for people and its decoding short.
const sizeLimit = 1 << 20

var (
	folders = []string{"articles", "events", "outlets", "pages", "persons", "statements"}
	files   = []string{"corrections.md", "dossier.md"}
)

// Read decodes all records below fsys, the content folder; a folder that is missing or empty gives
// an empty Content in German. The error is a text.Errors with every mistake of every file; what
// could be read is returned with it.
func Read(fsys fs.FS) (Content, error) {
	r := reader{fsys: fsys}
	c := Content{Dossier: Dossier{Language: "de"}}
	for _, e := range r.list(".") {
		name := e.Name()
		switch {
		case name == "README.md":
		case e.IsDir() && slices.Contains(folders, name):
			r.folder(&c, name)
		case e.Type().IsRegular() && slices.Contains(files, name):
			r.top(&c, name)
		default:
			r.stranger(name, e.IsDir())
		}
	}
	c.sort()
	c.defaults()
	r.errs = append(r.errs, c.cross()...)
	return c, r.errs.Err()
}

// reader gathers the mistakes of all files.
type reader struct {
	fsys fs.FS
	errs text.Errors
}

// list returns the entries of a folder by name, hidden ones left out.
func (r *reader) list(dir string) []fs.DirEntry {
	entries, err := fs.ReadDir(r.fsys, dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		r.errs.Add(text.Pos{File: path.Join(root, dir)}, "", "cannot be read: %v", text.Cause(err))
	}
	return slices.DeleteFunc(entries, func(e fs.DirEntry) bool { return strings.HasPrefix(e.Name(), ".") })
}

func (r *reader) stranger(name string, dir bool) {
	known := files
	if dir {
		known = folders
	}
	hint := "known here: " + strings.Join(append(slices.Clone(folders), files...), ", ")
	if near := text.Nearest(name, known); near != "" && near != name {
		hint = `did you mean "` + near + `"?`
	}
	r.errs.Add(text.Pos{File: path.Join(root, name)}, hint, "unknown file or folder")
}

func (r *reader) folder(c *Content, dir string) {
	seen := map[string]string{}
	for _, e := range r.list(dir) {
		name := path.Join(dir, e.Name())
		pos := text.Pos{File: path.Join(root, name)}
		id, isRecord := strings.CutSuffix(e.Name(), ".md")
		if !isRecord || !e.Type().IsRegular() {
			r.errs.Add(pos, "only .md files belong into "+path.Join(root, dir), "not a record")
			continue
		}
		if other := seen[strings.ToLower(id)]; other != "" {
			r.errs.Add(pos, "names that differ in case alone are one file on some systems", "same ID as %s", other)
		}
		seen[strings.ToLower(id)] = pos.File
		if slug := text.Slug(id); slug != id {
			r.errs.Add(pos, "rename it to "+slug+".md", "the file name is the ID and part of URLs: %q is not fit for that", id)
		}
		r.record(c, dir, name, id)
	}
}

// record decodes one file of a folder and adds it to its list, faulty or not, so that links to it hold.
func (r *reader) record(c *Content, dir, name, id string) {
	f := r.open(name)
	if f == nil {
		return
	}
	switch dir {
	case "articles":
		a := Article{ID: id, Places: f.places}
		a.Pos, a.Body = f.decode(&a)
		f.article(&a)
		c.Articles = append(c.Articles, a)
	case "persons":
		p := Person{ID: id, Places: f.places}
		p.Pos, p.Body = f.decode(&p)
		f.person(p)
		c.Persons = append(c.Persons, p)
	case "outlets":
		o := Outlet{ID: id}
		o.Pos, o.Body = f.decode(&o)
		f.outlet(o)
		c.Outlets = append(c.Outlets, o)
	case "statements":
		s := Statement{ID: id, Places: f.places}
		s.Pos, s.Body = f.decode(&s)
		f.statement(s)
		c.Statements = append(c.Statements, s)
	case "events":
		e := Event{ID: id, Places: f.places}
		e.Pos, e.Body = f.decode(&e)
		f.event(e)
		c.Events = append(c.Events, e)
	case "pages":
		p := Page{ID: id}
		p.Pos, p.Body = f.decode(&p)
		f.require("title", p.Title)
		c.Pages = append(c.Pages, p)
	}
	r.errs = append(r.errs, f.errs...)
}

// top decodes dossier.md or corrections.md.
func (r *reader) top(c *Content, name string) {
	f := r.open(name)
	if f == nil {
		return
	}
	if name == "dossier.md" {
		c.Dossier.Pos, c.Dossier.Body = f.decode(&c.Dossier)
		f.dossier(c.Dossier)
	} else {
		var list struct {
			Corrections []Correction `yaml:"corrections"`
		}
		_, c.Preface = f.decode(&list)
		f.corrections(list.Corrections)
		c.Corrections = list.Corrections
	}
	r.errs = append(r.errs, f.errs...)
}

// open reads the file's bytes; nil after a mistake that leaves nothing to decode.
func (r *reader) open(name string) *file {
	f := &file{name: path.Join(root, name), places: map[string]text.Pos{}}
	data, err := r.bytes(name)
	if err != nil {
		r.errs.Add(text.Pos{File: f.name}, "", "%v", err)
		return nil
	}
	f.data = data
	return f
}

func (r *reader) bytes(name string) (string, error) {
	info, err := fs.Stat(r.fsys, name)
	if err != nil {
		return "", text.Cause(err)
	}
	if info.Size() > sizeLimit {
		return "", errors.New("larger than 1 MB, too large for a record")
	}
	data, err := fs.ReadFile(r.fsys, name)
	return string(data), text.Cause(err)
}

func (c *Content) sort() {
	slices.SortFunc(c.Articles, func(a, b Article) int { return strings.Compare(a.ID, b.ID) })
	slices.SortFunc(c.Persons, func(a, b Person) int { return strings.Compare(a.ID, b.ID) })
	slices.SortFunc(c.Outlets, func(a, b Outlet) int { return strings.Compare(a.ID, b.ID) })
	slices.SortFunc(c.Statements, func(a, b Statement) int { return strings.Compare(a.ID, b.ID) })
	slices.SortFunc(c.Events, func(a, b Event) int { return strings.Compare(a.ID, b.ID) })
	slices.SortFunc(c.Pages, func(a, b Page) int { return strings.Compare(a.ID, b.ID) })
	slices.SortStableFunc(c.Corrections, func(a, b Correction) int { return strings.Compare(b.On, a.On) })
}

// defaults fills what a record may leave out.
func (c *Content) defaults() {
	status := func(v *Vouch) {
		if v.Status == "" {
			v.Status = Machine
		}
	}
	for i := range c.Articles {
		status(&c.Articles[i].Vouch)
		for j := range c.Articles[i].Quotations {
			status(&c.Articles[i].Quotations[j].Vouch)
		}
	}
	for i := range c.Persons {
		status(&c.Persons[i].Vouch)
		if c.Persons[i].Kind == "" {
			c.Persons[i].Kind = "person"
		}
	}
	for i := range c.Outlets {
		status(&c.Outlets[i].Vouch)
	}
	for i := range c.Statements {
		status(&c.Statements[i].Vouch)
	}
	for i := range c.Events {
		status(&c.Events[i].Vouch)
		if c.Events[i].Kind == "" {
			c.Events[i].Kind = "happened"
		}
	}
}
