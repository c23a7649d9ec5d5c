package asset

import (
	"strings"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"

	"wortlaut/build/text"
)

// reference is a URL in a style sheet; span covers it with its quotation marks.
type reference struct {
	url  string
	span text.Span
}

// references finds the URLs of url() and @import in a style sheet, in order (CSS Syntax Level 3,
// 4.3.6: url(x) is one token, url("x") a function with a string).
func references(sheet []byte) []reference {
	var out []reference
	lexer := css.NewLexer(parse.NewInputBytes(append([]byte{}, sheet...)))
	off := 0
	awaited := false // the next string is a URL
	for {
		kind, token := lexer.Next()
		raw := string(token)
		switch kind {
		case css.ErrorToken:
			return out
		case css.URLToken:
			out = append(out, inside(raw, off))
			awaited = false
		case css.AtKeywordToken:
			awaited = strings.EqualFold(raw, "@import")
		case css.FunctionToken:
			awaited = strings.EqualFold(raw, "url(")
		case css.StringToken:
			if awaited {
				out = append(out, reference{unquote(raw), text.Span{Start: off, End: off + len(raw)}})
			}
			awaited = false
		case css.WhitespaceToken, css.CommentToken:
		default:
			awaited = false
		}
		off += len(token)
	}
}

// inside is the reference in a token such as "url( a.woff2 )".
func inside(token string, off int) reference {
	start := strings.IndexByte(token, '(') + 1
	end := len(strings.TrimSuffix(token, ")"))
	for start < end && strings.IndexByte(" \t\r\n\f", token[start]) >= 0 {
		start++
	}
	for end > start && strings.IndexByte(" \t\r\n\f", token[end-1]) >= 0 {
		end--
	}
	return reference{unquote(token[start:end]), text.Span{Start: off + start, End: off + end}}
}

func unquote(s string) string {
	if len(s) >= 2 && (s[0] == '"' || s[0] == '\'') && s[0] == s[len(s)-1] {
		return s[1 : len(s)-1]
	}
	return s
}
