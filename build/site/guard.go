package site

import (
	"os"
	"path/filepath"

	"wortlaut/build/text"
)

// guard refuses an output folder that is, holds or lies in a folder the build reads or keeps its
// cache in. The work folder beside it is safe then, too.
func guard(opt Options) error {
	var errs text.Errors
	pos := text.Pos{File: opt.Out}
	if opt.Out == "" {
		errs.Add(text.Pos{File: "-out"}, "", "no output folder")
		return errs.Err()
	}
	const hint = "choose a folder of its own for -out"
	for _, in := range []struct{ name, dir string }{
		{"seeds", opt.Seeds}, {"content", opt.Content}, {"layouts", opt.Layouts}, {"assets", opt.Assets}, {"cache", opt.Cache},
	} {
		switch {
		case in.dir == "":
		case within(in.dir, opt.Out):
			errs.Add(pos, hint, "is or holds the %s folder %s", in.name, in.dir)
		case within(opt.Out, in.dir):
			errs.Add(pos, hint, "lies in the %s folder %s", in.name, in.dir)
		}
	}
	if within(".", opt.Out) {
		errs.Add(pos, hint, "is or holds the current folder")
	}
	if _, err := os.Stat(filepath.Join(opt.Out, ".git")); err == nil {
		errs.Add(pos, hint, "is a repository of its own")
	}
	return errs.Err()
}

// within reports whether path is dir or lies below it, links and letter case aside.
func within(path, dir string) bool {
	want, err := os.Stat(dir)
	abs, err2 := filepath.Abs(path)
	absDir, err3 := filepath.Abs(dir)
	if err2 != nil || err3 != nil {
		return false
	}
	if real, err := filepath.EvalSymlinks(abs); err == nil {
		abs = real
	}
	for p := abs; ; p = filepath.Dir(p) {
		if p == absDir {
			return true
		}
		if info, e := os.Stat(p); err == nil && e == nil && os.SameFile(info, want) {
			return true
		}
		if p == filepath.Dir(p) {
			return false
		}
	}
}
