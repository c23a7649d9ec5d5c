package layout

import (
	"bytes"
	"fmt"
	"html/template"
	"regexp"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	gmtext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"wortlaut/build/text"
)

// prose renders editors' Markdown. Raw HTML and dangerous URLs are dropped (goldmark's default).
var prose = goldmark.New(
	goldmark.WithParser(parser.NewParser(
		parser.WithBlockParsers(blockParsers()...),
		parser.WithInlineParsers(parser.DefaultInlineParsers()...),
		parser.WithParagraphTransformers(parser.DefaultParagraphTransformers()...),
		parser.WithAutoHeadingID(),
		parser.WithASTTransformers(util.Prioritized(place{}, 100)),
	)),
	goldmark.WithExtensions(extension.Table, extension.Strikethrough),
)

// listPriority is the place of goldmark's list parser among its block parsers.
const listPriority = 300

// blockParsers are goldmark's, with lists that know dates.
func blockParsers() []util.PrioritizedValue {
	parsers := parser.DefaultBlockParsers()
	for i, p := range parsers {
		if list, ok := p.Value.(parser.BlockParser); ok && p.Priority == listPriority {
			parsers[i].Value = dateFirst{list}
		}
	}
	return parsers
}

// markdown renders an editor's prose. Its topmost headings get the level given, so that they fit
// where the prose stands, and ids with the prefix; links that start with "/" lead to the site's
// root, wherever the page stands.
func markdown(source, root, prefix string, level int) (template.HTML, error) {
	var buf bytes.Buffer
	ctx := parser.NewContext(parser.WithIDs(&ids{prefix: prefix, taken: map[string]int{}}))
	ctx.Set(rootKey, root)
	ctx.Set(levelKey, level)
	if err := prose.Convert([]byte(source), &buf, parser.WithContext(ctx)); err != nil {
		return "", err
	}
	return template.HTML(buf.String()), nil
}

// strong renders a single line in which only **strong** words are marked up.
func strong(line string) template.HTML {
	var out strings.Builder
	parts := strings.Split(line, "**")
	for i, part := range parts {
		marked := i%2 == 1 && i+1 < len(parts)
		switch {
		case marked:
			out.WriteString("<strong>" + template.HTMLEscapeString(part) + "</strong>")
		case i%2 == 1:
			out.WriteString("**" + template.HTMLEscapeString(part))
		default:
			out.WriteString(template.HTMLEscapeString(part))
		}
	}
	return template.HTML(out.String())
}

// dateFirst keeps "3. März 2024 begann …" a paragraph: a number with a full stop before a month is
// a date, not the first item of a list.
type dateFirst struct{ parser.BlockParser }

var dateStart = regexp.MustCompile(`^\s{0,3}\d{1,2}\.\s+(?i:januar|jänner|februar|feber|märz|april|mai|juni|juli|august|september|oktober|november|dezember|jan|feb|apr|jun|jul|aug|sept?|okt|nov|dez)\b`)

// Open declines a line that starts with a date.
func (p dateFirst) Open(parent ast.Node, reader gmtext.Reader, pc parser.Context) (ast.Node, parser.State) {
	if line, _ := reader.PeekLine(); dateStart.Match(line) {
		return nil, parser.NoChildren
	}
	return p.BlockParser.Open(parent, reader, pc)
}

// ids makes heading ids that keep umlauts legible: "Größe & Öl" is "groesse-oel".
type ids struct {
	prefix string
	taken  map[string]int
}

// Generate returns an id that was not given before.
func (s *ids) Generate(value []byte, _ ast.NodeKind) []byte {
	id := s.prefix + "-" + text.Slug(string(value))
	s.taken[id]++
	if n := s.taken[id]; n > 1 {
		id = fmt.Sprintf("%s-%d", id, n)
	}
	return []byte(id)
}

// Put notes an id that an editor gave.
func (s *ids) Put(value []byte) { s.taken[string(value)]++ }

var rootKey, levelKey = parser.NewContextKey(), parser.NewContextKey()

// place fits prose into a page: headings start at the level of the place, and "/…" is below the site's root.
type place struct{}

// Transform changes headings and links of node.
func (place) Transform(node *ast.Document, _ gmtext.Reader, pc parser.Context) {
	root, _ := pc.Get(rootKey).(string)
	level, _ := pc.Get(levelKey).(int)
	down := level - topmost(node)
	// The walker returns no error of its own.
	ast.Walk(node, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.Heading:
			if entering {
				n.Level = min(n.Level+down, 6)
			}
		case *ast.Link:
			if entering {
				n.Destination = below(root, n.Destination)
			}
		case *ast.Image:
			if entering {
				n.Destination = below(root, n.Destination)
			}
		}
		return ast.WalkContinue, nil
	})
}

// topmost is the level of the highest heading of node.
func topmost(node *ast.Document) int {
	top := 6
	for n := node.FirstChild(); n != nil; n = n.NextSibling() {
		if h, ok := n.(*ast.Heading); ok {
			top = min(top, h.Level)
		}
	}
	return top
}

// below leads "/x/" to the site's root; what starts with "//" or anything else stays.
func below(root string, dest []byte) []byte {
	if len(dest) == 0 || dest[0] != '/' || bytes.HasPrefix(dest, []byte("//")) {
		return dest
	}
	if to := root + string(dest[1:]); to != "" {
		return []byte(to)
	}
	return []byte("./")
}
