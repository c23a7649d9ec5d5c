package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// schema is the part of JSON Schema (draft 2020-12) that the schemas here use. Decoding refuses any
// other keyword, so none can be written that this validator would silently ignore.
type schema struct {
	Schema      string             `json:"$schema"`
	ID          string             `json:"$id"`
	Comment     string             `json:"$comment"`
	Title       string             `json:"title"`
	Description string             `json:"description"`
	Defs        map[string]*schema `json:"$defs"`
	Ref         string             `json:"$ref"`
	Type        types              `json:"type"`
	Properties  map[string]*schema `json:"properties"`
	Required    []string           `json:"required"`
	Additional  *bool              `json:"additionalProperties"`
	Items       *items             `json:"items"`
	Prefix      []*schema          `json:"prefixItems"`
	MinItems    int                `json:"minItems"`
	Enum        []any              `json:"enum"`
	Pattern     string             `json:"pattern"`
	Minimum     *float64           `json:"minimum"`
	AnyOf       []*schema          `json:"anyOf"`
}

// types is one type name or several.
type types []string

func (t *types) UnmarshalJSON(b []byte) error {
	var one string
	if json.Unmarshal(b, &one) == nil {
		*t = types{one}
		return nil
	}
	return json.Unmarshal(b, (*[]string)(t))
}

// items is a schema or false.
type items struct {
	None bool
	*schema
}

func (i *items) UnmarshalJSON(b []byte) error {
	if string(b) == "false" {
		i.None = true
		return nil
	}
	return strict(b, &i.schema)
}

func strict(b []byte, v any) error {
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.DisallowUnknownFields()
	return dec.Decode(v)
}

// validator collects what is wrong with a value, with the path to it.
type validator struct {
	root *schema
	errs []string
}

func (v *validator) fail(path, format string, args ...any) {
	v.errs = append(v.errs, path+": "+fmt.Sprintf(format, args...))
}

func (v *validator) check(path string, s *schema, value any) {
	if s.Ref != "" {
		target := v.root.Defs[strings.TrimPrefix(s.Ref, "#/$defs/")]
		if target == nil {
			v.fail(path, "no definition for %s", s.Ref)
			return
		}
		v.check(path, target, value)
	}
	if len(s.Type) > 0 && !slices.ContainsFunc(s.Type, func(t string) bool { return isType(t, value) }) {
		v.fail(path, "%v is not of type %v", value, s.Type)
	}
	if s.Enum != nil && !slices.ContainsFunc(s.Enum, func(e any) bool { return reflect.DeepEqual(e, value) }) {
		v.fail(path, "%v is not one of %v", value, s.Enum)
	}
	if s.AnyOf != nil && !slices.ContainsFunc(s.AnyOf, func(o *schema) bool {
		try := validator{root: v.root}
		try.check(path, o, value)
		return len(try.errs) == 0
	}) {
		v.fail(path, "%v fits no alternative", value)
	}
	switch value := value.(type) {
	case map[string]any:
		v.object(path, s, value)
	case []any:
		v.array(path, s, value)
	case string:
		if s.Pattern != "" && !regexp.MustCompile(s.Pattern).MatchString(value) {
			v.fail(path, "%q does not match %s", value, s.Pattern)
		}
	case float64:
		if s.Minimum != nil && value < *s.Minimum {
			v.fail(path, "%v is below %v", value, *s.Minimum)
		}
	}
}

func (v *validator) object(path string, s *schema, value map[string]any) {
	for _, name := range s.Required {
		if _, ok := value[name]; !ok {
			v.fail(path, "%s is missing", name)
		}
	}
	for name, member := range value {
		if p := s.Properties[name]; p != nil {
			v.check(path+"."+name, p, member)
		} else if s.Additional != nil && !*s.Additional {
			v.fail(path, "%s is not described", name)
		}
	}
}

func (v *validator) array(path string, s *schema, value []any) {
	if len(value) < s.MinItems {
		v.fail(path, "%d items, at least %d wanted", len(value), s.MinItems)
	}
	for i, item := range value {
		at := fmt.Sprintf("%s[%d]", path, i)
		switch {
		case i < len(s.Prefix):
			v.check(at, s.Prefix[i], item)
		case s.Items != nil && s.Items.None:
			v.fail(at, "no such item is allowed")
		case s.Items != nil:
			v.check(at, s.Items.schema, item)
		}
	}
}

func isType(t string, value any) bool {
	switch v := value.(type) {
	case nil:
		return t == "null"
	case bool:
		return t == "boolean"
	case string:
		return t == "string"
	case float64:
		return t == "number" || t == "integer" && v == float64(int64(v))
	case []any:
		return t == "array"
	}
	return t == "object"
}

// validate returns what is wrong with data under the schema in the bytes of schemaData.
func validate(t *testing.T, schemaData, data []byte) []string {
	t.Helper()
	root := new(schema)
	if err := strict(schemaData, root); err != nil {
		t.Fatalf("schema: %v", err)
	}
	var value any
	if err := json.Unmarshal(data, &value); err != nil {
		t.Fatalf("data: %v", err)
	}
	if !utf8.Valid(data) {
		t.Error("data is no UTF-8")
	}
	v := validator{root: root}
	v.check("$", root, value)
	slices.Sort(v.errs)
	return v.errs
}

func TestValidator(t *testing.T) {
	tests := []struct{ schema, data, err string }{
		{`{"type":"array","items":{"type":"integer"}}`, `[1,2]`, ""},
		{`{"type":"array","items":{"type":"integer"}}`, `[1,"2"]`, "$[1]: 2 is not of type [integer]"},
		{`{"type":"integer"}`, `1.5`, "$: 1.5 is not of type [integer]"},
		{`{"type":["string","null"]}`, `null`, ""},
		{`{"type":["string","null"]}`, `true`, "$: true is not of type [string null]"},
		{`{"required":["a"]}`, `{}`, "$: a is missing"},
		{`{"properties":{"a":{"enum":["x","y"]}},"additionalProperties":false}`, `{"a":"z"}`, "$.a: z is not one of [x y]"},
		{`{"properties":{"a":{}},"additionalProperties":false}`, `{"b":1}`, "$: b is not described"},
		{`{"pattern":"^[a-z]+$"}`, `"A"`, `$: "A" does not match ^[a-z]+$`},
		{`{"$ref":"#/$defs/n","$defs":{"n":{"type":"null"}}}`, `0`, "$: 0 is not of type [null]"},
		{`{"$ref":"#/$defs/n"}`, `0`, "$: no definition for #/$defs/n"},
		{`{"prefixItems":[{"type":"integer","minimum":0}],"items":false,"minItems":1}`, `[]`, "$: 0 items, at least 1 wanted"},
		{`{"prefixItems":[{"type":"integer","minimum":0}],"items":false,"minItems":1}`, `[-1]`, "$[0]: -1 is below 0"},
		{`{"prefixItems":[{"type":"integer","minimum":0}],"items":false,"minItems":1}`, `[1,2]`, "$[1]: no such item is allowed"},
		{`{"anyOf":[{"type":"null"},{"type":"string"}]}`, `1`, "$: 1 fits no alternative"},
	}
	for _, tt := range tests {
		got := strings.Join(validate(t, []byte(tt.schema), []byte(tt.data)), "; ")
		if got != tt.err {
			t.Errorf("%s under %s: got %q, want %q", tt.data, tt.schema, got, tt.err)
		}
	}
}

// TestSchemas checks that each schema names its draft, its file and the version, and describes
// every field it lists.
func TestSchemas(t *testing.T) {
	names, err := schemas.ReadDir("schema")
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range names {
		data, err := schemas.ReadFile("schema/" + n.Name())
		if err != nil {
			t.Fatal(err)
		}
		s := new(schema)
		if err := strict(data, s); err != nil {
			t.Errorf("%s: %v", n.Name(), err)
			continue
		}
		if s.Schema != "https://json-schema.org/draft/2020-12/schema" || s.ID != n.Name() || s.Comment != "schema version "+Version {
			t.Errorf("%s: $schema %q, $id %q, $comment %q", n.Name(), s.Schema, s.ID, s.Comment)
		}
		described(t, n.Name(), s, s)
	}
}

func described(t *testing.T, path string, root, s *schema) {
	for name, p := range s.Properties {
		at := path + "." + name
		target := root.Defs[strings.TrimPrefix(p.Ref, "#/$defs/")]
		if p.Description == "" && (target == nil || target.Description == "") {
			t.Errorf("%s has no description", at)
		}
		if !slices.Contains(s.Required, name) {
			t.Errorf("%s is not required; every field is always written", at)
		}
		described(t, at, root, p)
	}
	if s.Items != nil && s.Items.schema != nil {
		described(t, path+"[]", root, s.Items.schema)
	}
	for _, alternative := range s.AnyOf {
		described(t, path, root, alternative)
	}
}
