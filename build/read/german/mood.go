package german

// Subjunctive1 reports whether a word in lower case is a first subjunctive of the third person
// that differs from the indicative of that person: "sei", "habe", "könne", "gebe". Such forms are
// the first person of the indicative too ("ich habe").
func Subjunctive1(lower string) bool { return distinct(lower, SubjunctiveI) }

// Subjunctive2 reports whether a word in lower case is a second subjunctive of the third person
// that differs from the indicative: "wäre", "hätte", "könnte", "gäbe"; "sollte" is none.
func Subjunctive2(lower string) bool { return distinct(lower, SubjunctiveII) }

func distinct(lower string, m Mood) bool {
	return !adjectives[lower] && mood(LookupVerb(lower)) == m
}

// mood returns the mood of the third person among readings: Indicative if one of them is.
func mood(readings []Verb) Mood {
	found := NoMood
	for _, v := range readings {
		if v.Person != 3 {
			continue
		}
		if v.Mood == Indicative {
			return Indicative
		}
		found = v.Mood
	}
	return found
}

// Finite reports whether a word in lower case may be a finite verb form. Infinitives count: they
// look like the plural ("sagen").
func Finite(lower string) bool {
	for _, v := range LookupVerb(lower) {
		if v.Form == FiniteForm {
			return true
		}
	}
	return false
}

// IsParticiple reports whether a word in lower case may be a past participle: "gesagt".
func IsParticiple(lower string) bool {
	for _, v := range LookupVerb(lower) {
		if v.Form == Participle {
			return true
		}
	}
	return false
}

// Modal reports whether a word in lower case is a finite form of a modal verb.
func Modal(lower string) bool {
	for _, v := range LookupVerb(lower) {
		switch v.Lemma {
		case "können", "müssen", "dürfen", "sollen", "wollen", "mögen":
			return v.Form == FiniteForm || v.Form == Infinitive
		}
	}
	return false
}

// Auxiliary returns "sein", "haben" or "werden" if a word in lower case is a form of it, else "".
func Auxiliary(lower string) string {
	for _, v := range LookupVerb(lower) {
		switch v.Lemma {
		case "sein", "haben", "werden":
			return v.Lemma
		}
	}
	return ""
}
