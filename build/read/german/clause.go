package german

import "slices"

// Verbs returns the readings of token i as a verb form where it stands: none for a noun (a
// capital inside a sentence), for a pronoun before a noun ("sein Wort") and for an adjective between article and
// noun ("die vereinbarte Ruhe").
func (d *Doc) Verbs(i int) []Verb {
	t := d.Tokens[i]
	if t.Kind != Word || capital(d.Word(i)) && !d.initial(i) {
		return nil
	}
	found := LookupVerb(t.Lower)
	if found == nil || !d.noun(i+1, t.Sentence) {
		return found
	}
	if FunctionWord(t.Lower) { // "sein Wort", "einigen Ländern"
		return nil
	}
	if i > d.Sentences[t.Sentence].First && ClassOf(d.Tokens[i-1].Lower).Is(Article|Possessive|Contraction) && Auxiliary(t.Lower) == "" {
		return nil
	}
	return found
}

// initial reports whether token i opens a sentence or what stands between marks or after a colon.
func (d *Doc) initial(i int) bool {
	if i == d.Sentences[d.Tokens[i].Sentence].First {
		return true
	}
	switch before := d.Tokens[i-1]; before.Kind {
	case Mark:
		return true
	case Punct:
		return before.Lower != ","
	}
	return false
}

// noun reports whether token i is in that sentence and has a capital, as a noun has.
func (d *Doc) noun(i, sentence int) bool {
	return i < len(d.Tokens) && d.Tokens[i].Sentence == sentence && d.Tokens[i].Kind == Word && capital(d.Word(i))
}

// Lemma returns the infinitive of the finite verb at token i with the prefix that stands apart
// from it ("teilte … mit": "mitteilen"), and the token of that prefix, -1 if there is none. The
// lemma is empty if the token is no finite verb.
func (d *Doc) Lemma(i int) (lemma string, particle int) {
	const farthest = 60 // tokens; keeps long lists linear
	for _, v := range d.Verbs(i) {
		if v.Form == FiniteForm {
			lemma = v.Lemma
			break
		}
	}
	if lemma == "" {
		return "", -1
	}
	last := min(d.Sentences[d.Tokens[i].Sentence].Last, i+farthest)
	for j := i + 1; j < last; j++ {
		t := d.Tokens[j]
		if t.Kind != Word || !slices.Contains(verbPrefixes.separable, t.Lower) || !d.closesClause(j) {
			continue
		}
		for _, v := range d.Verbs(i) {
			if joined := t.Lower + v.Lemma; v.Form == FiniteForm && verbs().lemmas[joined] {
				return joined, j
			}
		}
	}
	return lemma, -1
}

// closesClause reports whether the clause ends after token i, where a separated prefix stands.
func (d *Doc) closesClause(i int) bool {
	next := i + 1
	if next >= d.Sentences[d.Tokens[i].Sentence].Last {
		return true
	}
	t := d.Tokens[next]
	return t.Kind == Punct && t.Lower != "(" || t.Kind == Mark || ClassOf(t.Lower).Is(Coordinator|Subordinator)
}

// Tense returns the tense which the verbs among the tokens from first up to last form together:
// "hat … gesagt" is Perfect. A range with several clauses has the tense of its first auxiliary,
// else of its first finite verb; NoTense stands for a range without one.
func (d *Doc) Tense(first, last int) Tense {
	var main, helper Verb
	participle, infinitive := false, false
	for i := first; i < last; i++ {
		aux := Auxiliary(d.Tokens[i].Lower) != ""
		for _, v := range d.Verbs(i) {
			switch {
			case v.Form == FiniteForm && aux && helper.Lemma == "":
				helper = v
			case v.Form == FiniteForm && !aux && main.Lemma == "":
				main = v
			}
			participle = participle || v.Form == Participle && !(aux && v.Lemma == helper.Lemma)
			infinitive = infinitive || v.Form == Infinitive && !aux
		}
	}
	switch {
	case helper.Lemma == "":
		return plain(main)
	case participle && helper.Lemma != "werden":
		if helper.Tense == Present {
			return Perfect
		}
		return Pluperfect
	case infinitive && helper.Lemma == "werden" && helper.Tense == Present && !participle:
		return Future
	}
	return plain(helper)
}

// plain returns the tense a form has by itself; "könnte" and "würde" speak of the present.
func plain(v Verb) Tense {
	if v.Mood == SubjunctiveII {
		return Present
	}
	return v.Tense
}
