package page

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"wortlaut/build/dossier"
	"wortlaut/build/read/person"
	"wortlaut/build/text"
)

// Registers is the data of layout register: everything that has a name, from A to Z.
type Registers struct {
	*Frame
	Facts string
	Lists []Letters
}

// Letters is one register: its entries by first letter.
type Letters struct {
	ID, Name string
	Count    string
	Groups   []LetterGroup
}

// LetterGroup is the entries under one letter.
type LetterGroup struct {
	ID      string
	Letter  string
	Entries []RegisterEntry
}

// RegisterEntry is a name with where it leads. An entry that says See is another spelling of that name.
type RegisterEntry struct {
	Name   Link
	See    Link   // without text for a main entry
	Note   string // what tells it from others
	Source bool   // Name is the sources' wording
	Sigils []Sigil
}

// collator orders words as a dictionary of the interface's language does.
func (b *builder) collator() *collate.Collator {
	return collate.New(language.Make(b.t.Lang), collate.Loose, collate.Numeric)
}

func (b *builder) register() Page {
	v := b.open(b.url.Search(), "search", "", b.t.T("nav.search"))
	page := &Registers{Frame: v.frame}
	for _, r := range []struct {
		id      string
		entries []RegisterEntry
	}{
		{"person", v.named(b.d.Persons, person.Person)},
		{"unnamed", v.named(b.d.Persons, person.Unnamed)},
		{"organisation", v.named(b.d.Persons, person.Organisation)},
		{"place", v.named(b.d.Places, person.Place)},
		{"statement", v.statementEntries()},
		{"article", v.articleEntries()},
	} {
		if len(r.entries) > 0 {
			page.Lists = append(page.Lists, b.letterGroups(r.id, r.entries))
		}
	}
	return v.page("register", page)
}

// named lists the members of one kind under every spelling the texts have of them.
func (v *view) named(list []dossier.Person, kind person.Kind) []RegisterEntry {
	var out []RegisterEntry
	for i := range list {
		p := &list[i]
		if p.Kind != kind {
			continue
		}
		main := v.person(p.ID)
		main.Text = surnameFirst(p)
		out = append(out, RegisterEntry{Name: main, Note: v.quoted(p), Sigils: v.sigils(mentionedIn(p))})
		for _, n := range p.Names {
			if n.Form == person.Name && !contains(p.Name, n.Text) {
				out = append(out, RegisterEntry{Name: Link{Text: n.Text}, See: main, Source: true, Sigils: v.sigils(n.Articles)})
			}
		}
	}
	return out
}

// surnameFirst writes a person's name as registers do: "Krug, Ida", "von Krug, Ida". The surname is
// the word by which the texts call the person, or else the last one.
func surnameFirst(p *dossier.Person) string {
	words := strings.Fields(p.Name)
	if p.Kind != person.Person || len(words) < 2 {
		return p.Name
	}
	at := len(words) - 1
	for _, n := range p.Names {
		i := slices.IndexFunc(words, func(w string) bool { return bare(w) == bare(n.Text) })
		if n.Form == person.Name && i >= 0 {
			at = i
			break
		}
	}
	for at > 1 && unicode.IsLower([]rune(words[at-1])[0]) {
		at--
	}
	if at == 0 {
		return p.Name
	}
	return strings.Join(words[at:], " ") + ", " + strings.Join(words[:at], " ")
}

// contains reports whether name has all words of form, inflected or not: the register needs no
// entry for "Krugs" beside "Krug, Ida".
func contains(name, form string) bool {
	words := map[string]bool{}
	for _, w := range strings.Fields(name) {
		words[bare(w)] = true
	}
	for _, w := range strings.Fields(form) {
		if !words[bare(w)] {
			return false
		}
	}
	return true
}

// quoted counts what somebody said.
func (v *view) quoted(p *dossier.Person) string {
	if len(p.Quotations) == 0 {
		return ""
	}
	return v.t.T("reg.said", len(p.Quotations))
}

// mentionedIn are the articles that mention p, in order.
func mentionedIn(p *dossier.Person) []string {
	var out []string
	for _, m := range p.Mentions {
		if !slices.Contains(out, m.Article) {
			out = append(out, m.Article)
		}
	}
	return out
}

func (v *view) statementEntries() []RegisterEntry {
	var out []RegisterEntry
	for i := range v.d.Statements {
		s := &v.d.Statements[i]
		e := RegisterEntry{Name: v.link(v.title(s), v.url.Statement(s.ID)), Note: v.name(s.Speaker)}
		for _, w := range s.Witnesses {
			e.Sigils = append(e.Sigils, v.sigils([]string{w.Article})...)
		}
		out = append(out, e)
	}
	return out
}

func (v *view) articleEntries() []RegisterEntry {
	var out []RegisterEntry
	for i := range v.d.Articles {
		a := &v.d.Articles[i]
		out = append(out, RegisterEntry{Name: v.link(cmp.Or(a.Title, a.ID), v.url.Article(a.ID)), Source: true, Note: v.source(a), Sigils: []Sigil{v.sigil(a)}})
	}
	return out
}

// letterGroups sorts entries and parts them by first letter.
func (b *builder) letterGroups(id string, entries []RegisterEntry) Letters {
	order := b.collator()
	slices.SortStableFunc(entries, func(x, y RegisterEntry) int {
		return cmp.Or(
			compareInitials(initial(x.Name.Text), initial(y.Name.Text)),
			order.CompareString(sortKey(x.Name.Text), sortKey(y.Name.Text)),
			strings.Compare(x.Name.Text, y.Name.Text), strings.Compare(x.See.Text, y.See.Text),
		)
	})
	r := Letters{ID: "r-" + id, Name: b.t.T("reg." + id), Count: b.t.T("reg.entries", len(entries))}
	for _, e := range entries {
		letter := initial(e.Name.Text)
		if n := len(r.Groups); n == 0 || r.Groups[n-1].Letter != letter {
			anchor := r.ID + "-0"
			if letter != otherLetter {
				anchor = r.ID + "-" + text.Slug(letter)
			}
			r.Groups = append(r.Groups, LetterGroup{ID: anchor, Letter: letter})
		}
		g := &r.Groups[len(r.Groups)-1]
		g.Entries = append(g.Entries, e)
	}
	return r
}

// compareInitials puts what does not begin with a letter behind Z.
func compareInitials(x, y string) int {
	if (x == otherLetter) != (y == otherLetter) {
		return strings.Compare(y, x)
	}
	return strings.Compare(x, y)
}

// sortKey is a name from its first letter or digit on: quotation marks do not sort.
func sortKey(name string) string {
	return strings.TrimLeftFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// otherLetter heads what does not begin with A–Z.
const otherLetter = "#"

// initial is the letter under which a dictionary has name: Ä under A, Ł under L, "„Nein“" under N.
func initial(name string) string {
	for _, r := range name {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			continue
		}
		if s := text.Slug(string(r)); unicode.IsLetter(r) && s != "x" || r == 'x' || r == 'X' {
			return strings.ToUpper(s[:1])
		}
		return otherLetter
	}
	return otherLetter
}
