package build_test

import (
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// module is the module's path in front of every package's.
const module = "wortlaut/"

// floors says on which floor each package lives. A package imports packages of lower floors and
// build/text, nothing else of this module. Do not change this table to make a build pass: an arrow
// that points up is a type or a function in the wrong room.
var floors = map[string]int{
	"build/text":          0,
	"build/cache":         0,
	"build/golden":        0,
	"build/publish/asset": 0,

	"build/record":      1,
	"build/read/german": 1,

	"build/read/tagger":       2,
	"build/read/article":      2,
	"build/read/timex":        2,
	"build/read/quantity":     2,
	"build/compare/collation": 2,

	"build/read/person":      3,
	"build/publish/language": 3,
	"build/read/quotation":   4,

	"build/read":              5,
	"build/compare/statement": 5,

	"build/dossier": 6,
	"build/measure": 6,

	"build/publish/page":   7,
	"build/publish/export": 7,
	"build/review":         7,

	"build/publish/layout": 8,
	"build/site":           9,
}

// top is the floor of the programs.
const top = 10

// walls says which wings do not look into which others, whatever their floors.
var walls = []struct{ wing, other string }{
	{"build/read", "build/compare"},
	{"build/read", "build/publish"},
	{"build/compare", "build/publish"},
	{"build/publish", "build/read/german"},
	{"build/publish", "build/read/tagger"},
}

// arrow is one import.
type arrow struct{ from, to, file string }

// arrows returns the imports from package to package below root, without those of tests: a test
// may look at its package from above.
func arrows(t *testing.T, root string) []arrow {
	t.Helper()
	var out []arrow
	err := filepath.WalkDir(root, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || filepath.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel("..", name)
		if err != nil {
			return err
		}
		file := filepath.ToSlash(rel)
		for _, i := range f.Imports {
			to, err := strconv.Unquote(i.Path.Value)
			if err != nil {
				return err
			}
			if to, ok := strings.CutPrefix(to, module); ok {
				out = append(out, arrow{path.Dir(file), to, file})
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// floor returns the floor of a package, or false if nobody has given it one.
func floor(pkg string) (int, bool) {
	if strings.HasPrefix(pkg, "cmd/") {
		return top, true
	}
	n, ok := floors[pkg]
	return n, ok
}

// wrong says what is wrong with an import; "" if nothing is.
func wrong(a arrow) string {
	from, ok := floor(a.from)
	to, ok2 := floor(a.to)
	switch {
	case !ok:
		return a.from + " has no floor"
	case !ok2:
		return a.to + " has no floor"
	case a.to == "build/golden":
		return "build/golden is for tests"
	case a.to != "build/text" && from <= to:
		return fmt.Sprintf("%s (floor %d) imports %s (floor %d)", a.from, from, a.to, to)
	}
	for _, w := range walls {
		if below(a.from, w.wing) && below(a.to, w.other) {
			return a.from + " imports " + a.to + " of another wing"
		}
	}
	return ""
}

func below(pkg, dir string) bool { return pkg == dir || strings.HasPrefix(pkg, dir+"/") }

func TestFloors(t *testing.T) {
	var code []arrow
	for _, root := range []string{"../build", "../cmd"} {
		code = append(code, arrows(t, root)...)
	}
	if len(code) == 0 {
		t.Fatal("no imports found: the test looks in the wrong place")
	}
	for _, a := range code {
		if msg := wrong(a); msg != "" {
			t.Errorf("%s: %s", a.file, msg)
		}
	}
}

// TestWrong checks the rules themselves.
func TestWrong(t *testing.T) {
	for _, c := range []struct{ from, to, want string }{
		{"build/read", "build/read/quotation", ""},
		{"build/cache", "build/text", ""},
		{"cmd/build", "build/site", ""},
		{"build/read/quotation", "build/read", "build/read/quotation (floor 4) imports build/read (floor 5)"},
		{"build/read/timex", "build/read/article", "build/read/timex (floor 2) imports build/read/article (floor 2)"},
		{"build/read", "build/compare/collation", "build/read imports build/compare/collation of another wing"},
		{"build/read", "build/golden", "build/golden is for tests"},
		{"build/util", "build/text", "build/util has no floor"},
		{"cmd/build", "cmd/serve", "cmd/build (floor 10) imports cmd/serve (floor 10)"},
	} {
		if got := wrong(arrow{from: c.from, to: c.to}); got != c.want {
			t.Errorf("%s → %s: %q, want %q", c.from, c.to, got, c.want)
		}
	}
}
