package record

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"wortlaut/build/text"
)

// at returns where the value of path stands, or the nearest thing around it.
func (f *file) at(path string) text.Pos {
	for p := path; p != ""; {
		if pos, ok := f.places[p]; ok {
			return pos
		}
		i := strings.LastIndexAny(p, ".[")
		if i < 0 {
			break
		}
		p = p[:i]
	}
	return text.Pos{File: f.name, Line: 1, Col: 1}
}

func (f *file) require(path, value string) {
	if f.decoded && strings.TrimSpace(value) == "" {
		f.errs.Add(f.at(path), "", "%q is missing", path)
	}
}

// oneOf checks an enumeration; an empty value is always allowed.
func (f *file) oneOf(path, value string, choices ...string) {
	for _, c := range choices {
		if value == c || value == "" {
			return
		}
	}
	f.errs.Add(f.at(path), meant(value, choices), "unknown value of %q: %q", path, value)
}

func (f *file) vouch(prefix string, v Vouch) {
	f.oneOf(join(prefix, "status"), string(v.Status), string(Checked), string(Machine))
	f.day(join(prefix, "on"), v.On)
	if v.Status != Checked {
		return
	}
	if strings.TrimSpace(v.By) == "" || v.On == "" {
		f.errs.Add(f.at(join(prefix, "status")), "add by: and on:", `"checked" needs by whom and on which day`)
	}
}

func (f *file) day(path, value string) {
	if value != "" && (len(value) != len("2025-02-12") || !date(value)) {
		f.errs.Add(f.at(path), "write YYYY-MM-DD", "%q is not a day: %q", path, value)
	}
}

func (f *file) edtf(path, value string) {
	if value != "" && !edtf(value) {
		f.errs.Add(f.at(path), "EDTF level 1: 2025, 2025-02, 2025-02-12, 2025-02~, 2025-02-12/2025-02-14, ../2025", "%q is not a date: %q", path, value)
	}
}

// url refuses everything but http and https: javascript: and data: must never become a link.
func (f *file) url(path, value string) {
	if value == "" {
		return
	}
	u, err := url.Parse(value)
	if err != nil || (u.Scheme != "http" && u.Scheme != "https") || u.Host == "" {
		f.errs.Add(f.at(path), "begin with https:// or http://", "%q is not a web address: %q", path, value)
	}
}

func (f *file) dossier(d Dossier) {
	f.oneOf("language", d.Language, "de", "en")
	f.url("base_url", d.BaseURL)
	f.day("updated", d.Updated)
	switch {
	case d.Contact == "":
	case strings.Contains(d.Contact, "://"):
		f.url("contact", d.Contact)
	case !strings.Contains(d.Contact, "@") || strings.ContainsAny(d.Contact, " \t<>?&:"):
		f.errs.Add(f.at("contact"), "", `"contact" is neither a mail address nor a web address: %q`, d.Contact)
	}
}

func (f *file) article(a *Article) {
	f.vouch("", a.Vouch)
	f.seed(a.Seed)
	f.hash(a.SHA256)
	f.url("url", a.URL)
	f.oneOf("translation", a.Translation, "none", "human", "machine", "unknown")
	f.oneOf("rights", a.Rights, "full", "excerpt", "quotes", "link")
	if a.Published != nil {
		f.edtf("published.value", a.Published.Value)
		f.oneOf("published.confidence", a.Published.Confidence, "certain", "inferred")
	}
	for i := range a.Drop {
		f.drop(fmt.Sprintf("drop[%d]", i), &a.Drop[i])
	}
	for i, q := range a.Quotations {
		f.quotation(fmt.Sprintf("quotations[%d]", i), q)
	}
	for i, n := range a.Numbers {
		f.require(fmt.Sprintf("numbers[%d].exact", i), n.Exact)
		f.require(fmt.Sprintf("numbers[%d].note", i), n.Note)
	}
}

func (f *file) seed(seed string) {
	f.require("seed", seed)
	if strings.ContainsAny(seed, `/\`) || seed == ".." || strings.HasPrefix(seed, ".") {
		f.errs.Add(f.at("seed"), "the name alone, without a folder", "%q is not the name of a file in seeds/: %q", "seed", seed)
	}
}

func (f *file) hash(sum string) {
	if sum != "" && (len(sum) != 64 || strings.Trim(sum, "0123456789abcdef") != "") {
		f.errs.Add(f.at("sha256"), "64 digits 0-9a-f, as sha256sum prints them", "%q is not a SHA-256", "sha256")
	}
}

// drop reads "3" or "1-11".
func (f *file) drop(path string, d *Drop) {
	first, last, isRange := strings.Cut(strings.ReplaceAll(d.Lines, " ", ""), "-")
	if !isRange {
		last = first
	}
	from, err := strconv.Atoi(first)
	to, err2 := strconv.Atoi(last)
	if err != nil || err2 != nil || from < 1 || to < from {
		f.errs.Add(f.at(path+".lines"), `write "3" or "1-11", counted from 1`, "not a line or range of lines: %q", d.Lines)
		return
	}
	d.First, d.Last = from, to
}

func (f *file) quotation(path string, q Quotation) {
	f.vouch(path, q.Vouch)
	f.require(path+".exact", q.Exact)
	f.oneOf(path+".kind", q.Kind, "direct", "mixed", "indirect", "reported")
	f.oneOf(path+".confidence", q.Confidence, "certain", "probable", "uncertain")
	f.edtf(path+".date", q.Date)
	f.slug(path+".speaker", q.Speaker)
	if q.Hidden != nil {
		f.require(path+".hidden.reason", q.Hidden.Reason)
		f.day(path+".hidden.on", q.Hidden.On)
	}
}

// slug checks an ID that another file is named after.
func (f *file) slug(path, id string) {
	if id != "" && text.Slug(id) != id {
		f.errs.Add(f.at(path), fmt.Sprintf("did you mean %q?", text.Slug(id)), "%q must be an ID: %q", path, id)
	}
}

func (f *file) person(p Person) {
	f.vouch("", p.Vouch)
	f.require("name", p.Name)
	f.oneOf("kind", p.Kind, "person", "unnamed", "organisation")
	f.oneOf("gender", p.Gender, "m", "f", "n", "pl")
	if n, ok := strings.CutPrefix(p.Wikidata, "Q"); p.Wikidata != "" && (!ok || n == "" || n[0] == '0' || strings.Trim(n, "0123456789") != "") {
		f.errs.Add(f.at("wikidata"), "Q and a number, such as Q42", `"wikidata" is not an item: %q`, p.Wikidata)
	}
	for i, r := range p.Roles {
		path := fmt.Sprintf("roles[%d]", i)
		f.require(path+".title", r.Title)
		f.edtf(path+".from", r.From)
		f.edtf(path+".to", r.To)
	}
}

func (f *file) outlet(o Outlet) {
	f.vouch("", o.Vouch)
	f.require("name", o.Name)
	f.url("url", o.URL)
}

func (f *file) statement(s Statement) {
	f.vouch("", s.Vouch)
	f.edtf("date", s.Date)
	f.slug("speaker", s.Speaker)
	if r := s.Reference; r != nil {
		f.require("reference.text", r.Text)
		f.require("reference.source", r.Source)
		if !languageTag(r.Lang) {
			f.errs.Add(f.at("reference.lang"), "such as en, de or en-GB", `"reference.lang" is not a language: %q`, r.Lang)
		}
	}
	f.refs("join", s.Join)
	f.refs("part", s.Part)
}

// languageTag accepts the tags of BCP 47 that have a language and at most a region.
func languageTag(tag string) bool {
	lang, region, _ := strings.Cut(tag, "-")
	letters := func(s string, from, to byte) bool {
		return strings.IndexFunc(s, func(r rune) bool { return r < rune(from) || r > rune(to) }) < 0
	}
	return (len(lang) == 2 || len(lang) == 3) && letters(lang, 'a', 'z') && (lang == tag || len(region) == 2 && letters(region, 'A', 'Z'))
}

func (f *file) refs(key string, refs []Ref) {
	for i, r := range refs {
		path := fmt.Sprintf("%s[%d]", key, i)
		if (r.ID == "") == (r.Article == "" && r.Exact == "") || (r.Article == "") != (r.Exact == "") {
			f.errs.Add(f.at(path), "give id, or article and exact", "%q must name one quotation", path)
		}
	}
}

func (f *file) event(e Event) {
	f.vouch("", e.Vouch)
	f.require("title", e.Title)
	f.require("date", e.Date)
	f.edtf("date", e.Date)
	f.oneOf("kind", e.Kind, "happened", "announced", "reported")
}

func (f *file) corrections(list []Correction) {
	for i, c := range list {
		path := fmt.Sprintf("corrections[%d]", i)
		f.require(path+".item", c.Item)
		f.require(path+".on", c.On)
		f.day(path+".on", c.On)
		f.require(path+".now", c.Now)
	}
}
