package site

import (
	"errors"
	"runtime"
	"slices"
	"sync"

	"golang.org/x/sync/errgroup"

	"wortlaut/build/text"
)

// mistakes gathers the errors of several steps, so that a person sees all of them at once, and each once.
type mistakes struct {
	placed text.Errors
	other  []error
}

func (m *mistakes) add(err error) {
	var list text.Errors
	var one text.Error
	switch {
	case err == nil:
	case errors.As(err, &list):
		m.placed = append(m.placed, list...)
	case errors.As(err, &one):
		m.placed = append(m.placed, one)
	case !slices.ContainsFunc(m.other, func(e error) bool { return e.Error() == err.Error() }):
		m.other = append(m.other, err)
	}
}

// err joins the mistakes, those with a place first and in order.
func (m *mistakes) err() error {
	return errors.Join(append([]error{m.placed.Err()}, m.other...)...)
}

// each calls f with 0 to n-1, as many at a time as there are processors, and returns all errors.
// Step is told after each call, one call at a time.
func each(n int, step func(done, total int), f func(i int) error) error {
	errs := make([]error, n)
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	var mu sync.Mutex
	done := 0
	for i := range n {
		g.Go(func() error {
			errs[i] = f(i)
			mu.Lock()
			defer mu.Unlock()
			done++
			step(done, n)
			return nil
		})
	}
	var m mistakes
	m.add(g.Wait())
	for _, err := range errs {
		m.add(err)
	}
	return m.err()
}
