package export_test

import (
	"fmt"

	"wortlaut/build/dossier"
	"wortlaut/build/publish/export"
	"wortlaut/build/record"
)

func ExampleAll() {
	d := &dossier.Dossier{Outlets: []dossier.Outlet{{ID: "blatt", Name: "Das Blatt", Articles: []string{"001"}, Status: record.Machine}}}
	files, err := export.All(d)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range files {
		if f.Path == "data/outlets.json" {
			fmt.Print(string(f.Data))
		}
	}
	// Output:
	// [
	// {"id":"blatt","name":"Das Blatt","url":"","country":"","agency":false,"articles":["001"],"feeds":[],"roots":[],"status":"machine"}
	// ]
}
