package main

import (
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"build": main})
}

// TestScript runs the program as a person would. $LAYOUTS and $ASSETS are the repository's.
func TestScript(t *testing.T) {
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join("testdata", "script"),
		Setup: func(e *testscript.Env) error {
			e.Setenv("LAYOUTS", filepath.Join(root, "layouts"))
			e.Setenv("ASSETS", filepath.Join(root, "assets"))
			return nil
		},
	})
}
