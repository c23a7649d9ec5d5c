package timex

import (
	"slices"

	"wortlaut/build/read/german"
)

// tense is what the verbs of a clause say of the time.
type tense uint8

const (
	unknownTense tense = iota // no finite verb: headlines, lists, programmes
	presentTense
	pastTense
	futureTense
	passiveTense // present passive with werden, which often announces
)

// sentenceReach is how many tokens to either side a sentence is read: lists and tables may have no
// full stop for pages.
const sentenceReach = 60

// near is the part of the sentence around token i that is read for it.
func (r *resolver) near(i int) (first, last int) {
	s := r.doc.Sentences[r.doc.Tokens[i].Sentence]
	return max(s.First, i-sentenceReach), min(s.Last, i+sentenceReach)
}

// tense returns the tense of the clause that holds token i; if no verb is there, or only one that
// may be an infinitive, the sentence helps.
func (r *resolver) tense(i int) tense {
	start, end := r.near(i)
	first, last := i, i
	for first > start && !r.clauseEnd(first-1) {
		first--
	}
	for last < end && !r.clauseEnd(last) {
		last++
	}
	t, plain := r.tenseOf(first, last)
	if plain {
		return t
	}
	whole, _ := r.tenseOf(start, end)
	if t == unknownTense || whole == futureTense {
		return whole
	}
	return t
}

// clauseEnd reports whether token i may part two clauses.
func (r *resolver) clauseEnd(i int) bool {
	switch t := &r.doc.Tokens[i]; t.Kind {
	case german.Mark:
		return true
	case german.Punct:
		return !r.has(i, cDash) && !r.has(i, cSlash) && !r.has(i, cParen)
	}
	return false
}

// tenseOf reads the verbs of tokens first to last. Perfect and passive are told from their parts
// (Duden-Grammatik, 9th ed., § 658 ff.): haben or sein with a participle is past, werden with an
// infinitive future, werden with a participle a present passive. It is not plain where the only
// verb may be an infinitive ("gehen").
func (r *resolver) tenseOf(first, last int) (t tense, plain bool) {
	var past, present, auxiliary, will, participle bool
	for i := first; i < last; i++ {
		t := &r.doc.Tokens[i]
		if t.Kind != german.Word || r.capital(i) && !r.begins(i) || !r.toks[i].classes.empty() && !r.has(i, cAnnounce) || german.FunctionWord(t.Lower) {
			continue
		}
		readings := german.LookupVerb(t.Lower)
		infinitive := slices.ContainsFunc(readings, func(v german.Verb) bool { return v.Form == german.Infinitive })
		for _, v := range readings {
			switch {
			case v.Form == german.Participle:
				participle = true
			case v.Form != german.FiniteForm || v.Mood == german.SubjunctiveI && v.Person != 3:
			case v.Tense == german.Preterite && v.Mood == german.Indicative:
				past = past || v.Person != 2
			case v.Lemma == "werden" && v.Tense == german.Present:
				will = true
			case v.Tense == german.Present:
				auxiliary = auxiliary || v.Lemma == "haben" || v.Lemma == "sein"
				present = present || v.Person == 3
				plain = plain || v.Person == 3 && !infinitive
			}
		}
	}
	switch {
	case past, auxiliary && participle:
		return pastTense, true
	case will && !participle:
		return futureTense, true
	case will:
		return passiveTense, true
	case present:
		return presentTense, plain
	}
	return unknownTense, false
}
