// Package statement joins the quotations of one utterance across sources.
//
// In go renderings with speaker and date; out come groups of their indices. Renderings are kept
// apart when speaker or occasion differ, when a number changed, or when one of them is negated.
//
// Method: renderings are vectors of words, compound parts, related words and character 4-grams
// weighed by their rarity (Salton and Buckley 1988); an inverted index proposes pairs; each two
// articles are matched one to one, and a match counts by its lead over the next best one and by how
// much else the two articles have in common; matches are then joined, the surest first, unless two
// members of the group cannot be one utterance.
package statement

// Rendering is one quotation as the grouping sees it.
type Rendering struct {
	Text    string // the content, cleaned, marks kept
	Quoted  string // the words between the marks, joined with " … "; empty for indirect speech
	Context string // the sentence it stands in
	Article string // article ID: renderings of one article are joined only if they repeat each other
	Speaker string // person ID; renderings of different speakers are never joined
	Date    string // EDTF day, month or interval of the utterance; empty if unknown
	Heading bool   // a title or heading: it joins a group but founds none of its own if the text repeats it
}
