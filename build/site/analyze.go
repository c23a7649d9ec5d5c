package site

import (
	"cmp"
	"slices"
	"sync/atomic"

	"wortlaut/build/cache"
	"wortlaut/build/dossier"
	"wortlaut/build/read"
	"wortlaut/build/read/article"
	"wortlaut/build/read/person"
	"wortlaut/build/record"
	"wortlaut/build/text"
)

// source is a text with the record about it, if there is one, and the ID of its pages.
type source struct {
	seed
	id     string
	record *record.Article
}

// dossier reads texts and records, analyses each text and assembles the whole.
func (b *builder) dossier() (*dossier.Dossier, error) {
	var m mistakes
	seeds, names, err := readSeeds(b.Seeds)
	m.add(err)
	content, err := record.Read(folder(b.Content))
	m.add(err)
	if len(names) > 0 {
		m.add(content.Check(names))
	}
	sources, err := match(seeds, content)
	m.add(err)
	analyses, err := b.analyze(sources, dossier.Roster(content))
	m.add(err)
	if err := m.err(); err != nil {
		return nil, err
	}
	d, err := dossier.Assemble(analyses, content)
	if err != nil {
		return nil, err
	}
	b.report.Dossier = d
	b.report.Notes = sortNotes(slices.Concat(b.report.Notes, d.Notes, twins(seeds)))
	return d, nil
}

// twins notes texts that are the same byte for byte: they are one source, not two.
func twins(seeds []seed) []text.Note {
	var notes []text.Note
	seen := map[string]string{}
	for _, s := range seeds {
		if other, twice := seen[s.sha256]; twice {
			notes = append(notes, text.Note{Pos: text.Pos{File: "seeds/" + s.name}, Text: "the same text as seeds/" + other + ", byte for byte"})
			continue
		}
		seen[s.sha256] = s.name
	}
	return notes
}

// match gives each seed its record and its ID: the record's, or one made from the seed's name.
func match(seeds []seed, content record.Content) ([]source, error) {
	records := map[string]*record.Article{}
	for i, a := range content.Articles {
		records[a.Seed] = &content.Articles[i]
	}
	names := make([]string, len(seeds))
	for i, s := range seeds {
		names[i] = s.name
	}
	ids := article.IDs(names)
	out := make([]source, len(seeds))
	taken := map[string]string{}
	var errs text.Errors
	for i, s := range seeds {
		out[i] = source{seed: s, id: ids[i], record: records[s.name]}
		if r := out[i].record; r != nil {
			out[i].id = r.ID
		}
		if other, twice := taken[out[i].id]; twice {
			pos := text.Pos{File: s.name}
			if r := cmp.Or(out[i].record, records[other]); r != nil {
				pos = r.Pos
			}
			errs.Add(pos, "give the record another file name", "%s and %s would both have the ID %q", other, s.name, out[i].id)
		}
		taken[out[i].id] = s.name
	}
	return out, errs.Err()
}

// analyze reads every text, as far as possible from the cache, and keeps the order of sources.
func (b *builder) analyze(sources []source, known []person.Known) ([]read.Analysis, error) {
	roster := person.NewRoster(known)
	people, err := cache.Digest(known)
	if err != nil {
		return nil, err
	}
	analyses := make([]read.Analysis, len(sources))
	notes := make([][]text.Note, len(sources))
	var fresh atomic.Int64
	err = each(len(sources), func(done, total int) { b.Step(Reading, done, total) }, func(i int) error {
		s := sources[i]
		key, err := s.key(people)
		if err != nil {
			return err
		}
		analyses[i], notes[i], err = cache.Do(b.store, key, func() (read.Analysis, []text.Note, error) {
			fresh.Add(1)
			a, notes, err := article.Load(s.name, s.data, s.id, s.record)
			if err != nil {
				return read.Analysis{}, nil, err
			}
			return read.Analyze(a, roster), notes, nil
		})
		return err
	})
	b.report.Analyzed = int(fresh.Load())
	b.report.Notes = append(b.report.Notes, slices.Concat(notes...)...)
	return analyses, err
}

// key stands for everything an analysis depends on; people is the digest of the roster.
func (s source) key(people string) (string, error) {
	about := ""
	if s.record != nil {
		r := *s.record
		r.Body, r.Headline = "", "" // shown, not read
		var err error
		if about, err = cache.Digest(r); err != nil {
			return "", err
		}
	}
	return cache.Key(struct{ Stage, Name, SHA256, ID, Record, People string }{"analyze", s.name, s.sha256, s.id, about, people})
}
