// Package cache keeps the results of pure functions between builds.
//
// In go a key, made of everything the function reads, and the function; out comes its result, from
// the disk when the same program has computed it before. Keys are made with hashstructure over
// small trees of exported fields; content is put into them as its SHA-256.
package cache

import (
	"fmt"
	"reflect"
	"slices"
	"time"

	"github.com/gohugoio/hashstructure"
)

// Key returns 16 hexadecimal digits that stand for v. Nil and empty slices, and nil and empty
// maps, give the same key. A type that hashstructure would read only in part is an error: one with
// unexported fields (time.Time excepted), hash tags, methods that replace its hash, pointers,
// interfaces, or itself among its parts.
func Key(v any) (string, error) {
	t := reflect.TypeOf(v)
	if err := keyable(t, nil); err != nil {
		return "", fmt.Errorf("no key for %v: %w", t, err)
	}
	sum, err := hashstructure.Hash(v, &hashstructure.HashOptions{UnwrapFunc: utc})
	if err != nil {
		return "", fmt.Errorf("no key for %v: %w", t, err)
	}
	return fmt.Sprintf("%016x", sum), nil
}

var timeType = reflect.TypeFor[time.Time]()

// utc makes one moment one key, wherever its clock stood.
func utc(v reflect.Value) (reflect.Value, error) {
	if v.Type() != timeType {
		return v, nil
	}
	t := v.Interface().(time.Time)
	if t.Location() == time.UTC {
		return v, nil
	}
	return reflect.ValueOf(t.UTC()), nil
}

// replacing are the interfaces by which a type can decide its hash itself.
var replacing = []reflect.Type{
	reflect.TypeFor[hashstructure.Hashable](),
	reflect.TypeFor[hashstructure.Includable](),
	reflect.TypeFor[hashstructure.IncludableMap](),
}

// keyable reports why t cannot be hashed as a whole; within are the types t is a part of.
func keyable(t reflect.Type, within []reflect.Type) error {
	if t == timeType {
		return nil
	}
	if t == nil {
		return fmt.Errorf("it is nil")
	}
	if slices.Contains(within, t) {
		return fmt.Errorf("%v is a part of itself", t)
	}
	for _, r := range replacing {
		if t.Implements(r) || reflect.PointerTo(t).Implements(r) {
			return fmt.Errorf("%v decides its own hash", t)
		}
	}
	within = append(within, t)
	switch t.Kind() {
	case reflect.Struct:
		return keyableFields(t, within)
	case reflect.Slice, reflect.Array:
		return keyable(t.Elem(), within)
	case reflect.Map:
		if err := keyable(t.Key(), within); err != nil {
			return err
		}
		return keyable(t.Elem(), within)
	case reflect.Pointer, reflect.Interface, reflect.Func, reflect.Chan, reflect.UnsafePointer, reflect.Uintptr:
		return fmt.Errorf("%v is a %v", t, t.Kind())
	}
	return nil
}

func keyableFields(t reflect.Type, within []reflect.Type) error {
	for i := range t.NumField() {
		f := t.Field(i)
		switch {
		case !f.IsExported():
			return fmt.Errorf("%v.%s is not exported", t, f.Name)
		case f.Tag.Get("hash") != "":
			return fmt.Errorf("%v.%s has a hash tag", t, f.Name)
		}
		if err := keyable(f.Type, within); err != nil {
			return fmt.Errorf("%v.%s: %w", t, f.Name, err)
		}
	}
	return nil
}
