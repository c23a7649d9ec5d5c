// Package person finds who a text talks about: names of people, organisations and places, offices
// and descriptions that stand for a person, and pronouns.
//
// In go a segmented text and the roster of the dossier's known people; out come the entities of
// this one text and their mentions. Names are found by the roster, by first names, titles and
// offices in front of them and by the lists in data/; bare surnames follow full names; offices
// stand for whoever holds them in this text; pronouns go back to the nearest fitting subject. Entities of different texts are joined later, by dossier.
package person

import "wortlaut/build/text"

// Kind says what an entity is.
type Kind string

const (
	Person       Kind = "person"
	Unnamed      Kind = "unnamed" // a speaker without a name: "ein ranghoher US-General"; never joined with another
	Organisation Kind = "organisation"
	Place        Kind = "place"
)

// Form says how a mention names its entity.
type Form string

const (
	Name        Form = "name"
	Description Form = "description" // office or other noun phrase
	Pronoun     Form = "pronoun"
)

// Confidence says how sure a link is.
type Confidence string

const (
	Certain   Confidence = "certain"
	Probable  Confidence = "probable"
	Uncertain Confidence = "uncertain"
)

// Gender is the grammatical gender of the pronouns that can stand for an entity.
type Gender string

const (
	Masculine Gender = "m"
	Feminine  Gender = "f"
	Neuter    Gender = "n"
	Plural    Gender = "pl"
	NoGender  Gender = ""
)

// Entity is somebody or something one text talks about.
type Entity struct {
	ID      string // a roster ID where Known, else the slug of Name; unique within the article
	Name    string // fullest form found: "Anna Berg"; for unnamed ones the description
	Names   []string
	Kind    Kind
	Gender  Gender
	Offices []string // as printed with the name, sorted: "US-Verteidigungsminister"
	Known   bool     // in the roster
}

// Mention is a place where an entity is named.
type Mention struct {
	Span       text.Span
	Entity     string // Entity.ID; empty for a pronoun or description that could not be resolved
	Kind       Kind
	Form       Form
	Confidence Confidence
}

// Known is an entity the dossier's records describe.
type Known struct {
	ID     string
	Name   string
	Names  []string // further names and lasting descriptions, without Name
	Kind   Kind
	Gender Gender
	Roles  []Role
}

// Role is an office with the time it was held; From and To are EDTF dates or empty.
type Role struct {
	Title    string
	From, To string
}
