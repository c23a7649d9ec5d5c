package cache

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"hash"
	"maps"
	"math"
	"reflect"
	"slices"
	"strings"
)

// nesting bounds how deep Digest follows a value, so that one that leads back to itself ends.
const nesting = 64

// Digest returns the SHA-256 of everything v holds, to be put into a key in its place: for values
// too large for Key, which hashes to 64 bits. Pointers and interfaces are followed; nil and empty
// are the same. Unexported fields, functions and channels are errors, because a change in them
// would go unnoticed.
func Digest(v any) (string, error) {
	d := digest{h: sha256.New()}
	if err := d.value(reflect.ValueOf(v), 0); err != nil {
		return "", fmt.Errorf("no digest of %T: %w", v, err)
	}
	return hex.EncodeToString(d.h.Sum(nil)), nil
}

// digest writes each value with its kind or length in front, so that no two values read alike.
type digest struct {
	h   hash.Hash
	buf [9]byte
}

func (d *digest) number(kind byte, n uint64) {
	d.buf[0] = kind
	binary.LittleEndian.PutUint64(d.buf[1:], n)
	d.h.Write(d.buf[:])
}

func (d *digest) text(s string) {
	d.number('s', uint64(len(s)))
	d.h.Write([]byte(s))
}

func (d *digest) value(v reflect.Value, depth int) error {
	if depth > nesting {
		return fmt.Errorf("nested more than %d deep", nesting)
	}
	switch v.Kind() {
	case reflect.Invalid:
		d.number('0', 0)
	case reflect.String:
		d.text(v.String())
	case reflect.Bool:
		d.number('b', map[bool]uint64{true: 1}[v.Bool()])
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		d.number('i', uint64(v.Int()))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		d.number('u', v.Uint())
	case reflect.Float32, reflect.Float64:
		d.number('f', math.Float64bits(v.Float()))
	case reflect.Slice, reflect.Array:
		return d.list(v, depth)
	case reflect.Map:
		return d.table(v, depth)
	case reflect.Struct:
		return d.fields(v, depth)
	case reflect.Pointer, reflect.Interface:
		return d.follow(v, depth)
	default:
		return fmt.Errorf("%v is a %v", v.Type(), v.Kind())
	}
	return nil
}

// follow marks what is there, and an interface with the type inside: 1 as int is not 1 as bool.
func (d *digest) follow(v reflect.Value, depth int) error {
	if v.IsNil() {
		d.number('0', 0)
		return nil
	}
	d.number('p', 1)
	if v.Kind() == reflect.Interface {
		d.text(v.Elem().Type().String())
	}
	return d.value(v.Elem(), depth+1)
}

func (d *digest) list(v reflect.Value, depth int) error {
	if v.Kind() == reflect.Slice && v.Type().Elem().Kind() == reflect.Uint8 {
		d.text(string(v.Bytes()))
		return nil
	}
	d.number('l', uint64(v.Len()))
	for i := range v.Len() {
		if err := d.value(v.Index(i), depth+1); err != nil {
			return err
		}
	}
	return nil
}

// table writes a map sorted by its keys' digests.
func (d *digest) table(v reflect.Value, depth int) error {
	entries := map[string]reflect.Value{}
	for iter := v.MapRange(); iter.Next(); {
		k := digest{h: sha256.New()}
		if err := k.value(iter.Key(), depth+1); err != nil {
			return err
		}
		entries[string(k.h.Sum(nil))] = iter.Value()
	}
	d.number('m', uint64(len(entries)))
	for _, k := range slices.SortedFunc(maps.Keys(entries), strings.Compare) {
		d.text(k)
		if err := d.value(entries[k], depth+1); err != nil {
			return err
		}
	}
	return nil
}

func (d *digest) fields(v reflect.Value, depth int) error {
	t := v.Type()
	d.number('t', uint64(t.NumField()))
	for i := range t.NumField() {
		if !t.Field(i).IsExported() {
			return fmt.Errorf("%v.%s is not exported", t, t.Field(i).Name)
		}
		if err := d.value(v.Field(i), depth+1); err != nil {
			return err
		}
	}
	return nil
}
