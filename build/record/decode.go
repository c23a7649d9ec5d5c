package record

import (
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"wortlaut/build/text"
)

// depthLimit bounds nesting; the deepest key a record knows is at three.
const depthLimit = 16

// file is one record while it is read.
type file struct {
	name    string
	data    string
	front   int      // lines before the first line of YAML
	lines   []string // of the YAML part
	decoded bool     // there is a tree to check
	places  map[string]text.Pos
	errs    text.Errors
}

// decode fills out, a pointer to a struct, from the front matter. It returns the position of the
// record and the body, the Markdown after the front matter.
//
// The tree is walked here and not by the YAML library, so that list items learn their positions
// and a misspelt key its nearest neighbour.
func (f *file) decode(out any) (text.Pos, string) {
	pos := text.Pos{File: f.name, Line: 1, Col: 1}
	if !utf8.ValidString(f.data) {
		f.errs.Add(text.At(f.name, f.data, invalid(f.data)), "save it as UTF-8", "not valid UTF-8")
		return pos, ""
	}
	front, body, ok := f.cut()
	if !ok {
		return pos, ""
	}
	var doc yaml.Node
	if err := yaml.Load([]byte(front), &doc); err != nil {
		f.syntax(front, err)
		return pos, body
	}
	if len(doc.Content) == 1 && f.plain(doc.Content[0], 0) {
		f.decoded = true
		f.value(doc.Content[0], reflect.ValueOf(out).Elem(), "")
	}
	return pos, body
}

// cut parts the file at its lines of three hyphens and notes the lines of the first part.
func (f *file) cut() (front, body string, ok bool) {
	rest := strings.TrimPrefix(f.data, "\ufeff")
	line, rest, _ := strings.Cut(rest, "\n")
	if strings.TrimRight(line, " \t\r") != "---" {
		f.errs.Add(text.Pos{File: f.name, Line: 1, Col: 1}, `begin the file with a line "---", then the keys, then another "---"`, "no front matter")
		return "", "", false
	}
	f.front = 1
	start := rest
	for rest != "" {
		front = start[:len(start)-len(rest)]
		line, rest, _ = strings.Cut(rest, "\n")
		if strings.TrimRight(line, " \t\r") == "---" {
			f.lines = strings.Split(front, "\n")
			return front, rest, true
		}
	}
	f.errs.Add(text.Pos{File: f.name, Line: 1, Col: 1}, `add a line "---" after the keys`, "the front matter has no end")
	return "", "", false
}

func invalid(s string) int {
	for i, r := range s {
		if r == utf8.RuneError {
			if _, n := utf8.DecodeRuneInString(s[i:]); n == 1 {
				return i
			}
		}
	}
	return len(s)
}

// syntax reports what the YAML parser could not read; front matter without a key is no mistake.
func (f *file) syntax(front string, err error) {
	var e *yaml.LoadError
	switch {
	case onlyComments(front):
		f.decoded = true
	case errors.As(err, &e):
		mark := e.Mark
		if mark.Line >= len(f.lines) && e.ContextMark.Line > 0 {
			mark = e.ContextMark // what was begun and never ended
		}
		f.errs.Add(f.pos(mark.Line, mark.Column), "quote values that hold a colon, a quotation mark or a leading sign", "not valid YAML: %s", strings.TrimPrefix(e.Message, "yaml: "))
	default:
		f.errs.Add(f.pos(1, 1), "", "not valid YAML: %v", err)
	}
}

func onlyComments(front string) bool {
	for line := range strings.Lines(front) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			return false
		}
	}
	return true
}

// pos turns a place of the YAML part, in lines and characters, into one of the file, in bytes.
func (f *file) pos(line, col int) text.Pos {
	p := text.Pos{File: f.name, Line: max(line, 1) + f.front, Col: max(col, 1)}
	if line < 1 || line > len(f.lines) {
		return p
	}
	bytes := 0
	for n := 1; n < col && bytes < len(f.lines[line-1]); n++ {
		_, size := utf8.DecodeRuneInString(f.lines[line-1][bytes:])
		bytes += size
	}
	p.Col = bytes + 1
	return p
}

// plain reports whether the tree below n is a tree: no anchors, aliases, tags or deep nesting, which
// no record needs and with which a small file can describe a huge one.
func (f *file) plain(n *yaml.Node, depth int) bool {
	at := f.pos(n.Line, n.Column)
	switch {
	case n.Kind == yaml.AliasNode || n.Anchor != "":
		f.errs.Add(at, "write the value out", "anchors and aliases are not allowed")
		return false
	case n.Style&yaml.TaggedStyle != 0:
		f.errs.Add(at, "leave it out", "tags are not allowed: %s", n.Tag)
		return false
	case depth > depthLimit:
		f.errs.Add(at, "", "nested too deeply")
		return false
	}
	ok := true
	for _, c := range n.Content {
		ok = f.plain(c, depth+1) && ok
	}
	return ok
}

// value fills v from n; path names the place for messages.
func (f *file) value(n *yaml.Node, v reflect.Value, path string) {
	at := f.pos(n.Line, n.Column)
	if path != "" {
		f.places[path] = at
	}
	if n.Kind == yaml.ScalarNode && n.Tag == "!!null" {
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		p := reflect.New(v.Type().Elem())
		f.value(n, p.Elem(), path)
		v.Set(p)
	case reflect.Struct:
		f.mapping(n, v, path, at)
	case reflect.Slice:
		f.sequence(n, v, path, at)
	default:
		f.scalar(n, v, path, at)
	}
}

func (f *file) mapping(n *yaml.Node, v reflect.Value, path string, at text.Pos) {
	if n.Kind != yaml.MappingNode {
		f.errs.Add(at, "keys: "+strings.Join(keys(v.Type()), ", "), "%s must have keys", title(path))
		return
	}
	if pos := v.FieldByName("Pos"); pos.IsValid() {
		pos.Set(reflect.ValueOf(at))
	}
	known := fields(v.Type())
	seen := map[string]int{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, keyAt := n.Content[i].Value, f.pos(n.Content[i].Line, n.Content[i].Column)
		index, ok := known[key]
		switch {
		case n.Content[i].Kind != yaml.ScalarNode || !ok:
			f.errs.Add(keyAt, meant(key, keys(v.Type())), "unknown key %q", key)
		case seen[key] > 0:
			f.errs.Add(keyAt, "remove one of the two", "key %q stands twice, first in line %d", key, seen[key])
		default:
			f.value(n.Content[i+1], v.FieldByIndex(index), join(path, key))
		}
		seen[key] = keyAt.Line
	}
}

func (f *file) sequence(n *yaml.Node, v reflect.Value, path string, at text.Pos) {
	if n.Kind != yaml.SequenceNode {
		f.errs.Add(at, "write [a, b], or one line beginning with - for each", "%s must be a list", title(path))
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), len(n.Content), len(n.Content)))
	for i, c := range n.Content {
		f.value(c, v.Index(i), fmt.Sprintf("%s[%d]", path, i))
	}
}

func (f *file) scalar(n *yaml.Node, v reflect.Value, path string, at text.Pos) {
	if n.Kind != yaml.ScalarNode {
		f.errs.Add(at, "quote it if it begins with [ or {", "%s must be a single value", title(path))
		return
	}
	switch v.Kind() {
	case reflect.Bool:
		if n.Value != "true" && n.Value != "false" {
			f.errs.Add(at, "write true or false", "%s must be true or false: %q", title(path), n.Value)
		}
		v.SetBool(n.Value == "true")
	case reflect.Int:
		i, err := strconv.Atoi(n.Value)
		if err != nil {
			f.errs.Add(at, "", "%s must be a whole number: %q", title(path), n.Value)
		}
		v.SetInt(int64(i))
	default:
		v.SetString(n.Value)
	}
}

// fields returns the YAML keys of struct type t with their field's index, inlined structs included.
func fields(t reflect.Type) map[string][]int {
	out := map[string][]int{}
	for _, sf := range reflect.VisibleFields(t) {
		key, _, _ := strings.Cut(sf.Tag.Get("yaml"), ",")
		if key != "" && key != "-" {
			out[key] = sf.Index
		}
	}
	return out
}

func keys(t reflect.Type) []string { return slices.Sorted(maps.Keys(fields(t))) }

// meant is the hint for a word that is not among the choices.
func meant(word string, choices []string) string {
	if near := text.Nearest(word, choices); near != "" {
		return fmt.Sprintf("did you mean %q?", near)
	}
	if len(choices) == 0 {
		return "there are none"
	}
	const most = 20
	if len(choices) > most {
		return "known are " + strings.Join(choices[:most], ", ") + " …"
	}
	return "known are " + strings.Join(choices, ", ")
}

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

func title(path string) string {
	if path == "" {
		return "the front matter"
	}
	return strconv.Quote(path)
}
