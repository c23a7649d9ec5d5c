package collation

import (
	"strings"

	"wortlaut/build/read/german"
)

// Likeness of two units, from 0 to 1. What is strong is the same word; what is weak only says that
// two words may face each other in the table rather than stand in columns of their own.
const (
	strong       = 0.5
	sameFunction = 0.6 // "die" and "die" meet by chance
	sameStem     = 0.9
	sameClaim    = 0.7 // "nicht" and "keine", "kann" and "könnte"
	otherClaim   = 0.45
	unOpposed    = 0.7  // realistisch, unrealistisch
	sharedPart   = 0.65 // Verhandlungslösung, Verhandlungsregelung
	otherNumber  = 0.45
	sameClass    = 0.3 // die, eine
	bothContent  = 0.2
	otherCase    = 0.1
)

// likeness tells how well a and b stand in one column.
func likeness(a, b *unit) float64 {
	switch {
	case a.key == b.key && a.kind == function:
		return sameFunction
	case a.key == b.key:
		return 1
	case a.kind == marks || b.kind == marks:
		return 0
	case a.kind == numeric || b.kind == numeric:
		if a.kind == b.kind {
			return otherNumber
		}
		return 0
	case un(a, b):
		return unOpposed
	case (a.claim != 0) != (b.claim != 0) || a.scope != b.scope:
		return 0 // what matters for the claim gets a column of its own
	case a.claim != 0:
		return likenessOfClaims(a, b)
	case a.scope:
		return otherClaim
	case a.kind == function && b.kind == function:
		if german.ClassOf(a.key).Is(german.ClassOf(b.key)) {
			return sameClass
		}
		return 0
	case a.kind != b.kind:
		return 0
	}
	return likenessOfContent(a, b)
}

// un reports whether one is the other with un- before it.
func un(a, b *unit) bool {
	return "un"+a.key == b.key || "un"+b.key == a.key || "un"+a.stem == b.stem || "un"+b.stem == a.stem
}

func likenessOfClaims(a, b *unit) float64 {
	if a.claim == b.claim {
		return sameClaim
	}
	return otherClaim
}

func likenessOfContent(a, b *unit) float64 {
	switch {
	case a.stem == b.stem:
		return sameStem
	case share(a.key, b.key):
		return sharedPart
	case a.upper == b.upper:
		return bothContent
	}
	return otherCase
}

// The shortest part of a compound that counts, in bytes: as a part, and as a word of its own.
const (
	leastPart = 5
	leastWord = 4
)

// share reports whether two words begin or end alike for at least half of the shorter one: parts of
// compounds, or forms the stemmer keeps apart.
func share(a, b string) bool {
	shorter := min(len(a), len(b))
	least := max(leastPart, (shorter+1)/2)
	if shorter >= leastWord && (strings.HasPrefix(a, b) || strings.HasPrefix(b, a) || strings.HasSuffix(a, b) || strings.HasSuffix(b, a)) {
		return true // NATO, Nato-Mitgliedschaft
	}
	if shorter < least {
		return false
	}
	return a[:least] == b[:least] || strings.HasSuffix(a, b[len(b)-least:])
}
