package site

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"wortlaut/build/text"
)

// Verified says what of a published site a text bears out.
type Verified struct {
	Article    string   // ID of the article with this digest; empty if the site has none
	SHA256     string   // of the text
	Quotations int      // published quotations of the article
	Withheld   int      // those of them whose wording the article's rights keep back
	Wrong      []string // IDs of quotations that do not stand in the text as published
}

// Verify compares a text with the site in out: whether it is, byte for byte, one of its sources,
// and whether every quotation published from it stands where the site says. It uses nothing but
// what anybody can download.
func Verify(out string, data []byte) (Verified, error) {
	sum := sha256.Sum256(data)
	v := Verified{SHA256: hex.EncodeToString(sum[:])}
	var articles []struct{ ID, SHA256 string }
	if err := published(out, "articles.json", &articles); err != nil {
		return v, err
	}
	for _, a := range articles {
		if a.SHA256 == v.SHA256 {
			v.Article = a.ID
		}
	}
	if v.Article == "" {
		return v, nil
	}
	var quotations []struct {
		ID, Article, Text string
		Content           []text.Span
	}
	if err := published(out, "quotations.json", &quotations); err != nil {
		return v, err
	}
	for _, q := range quotations {
		if q.Article != v.Article {
			continue
		}
		v.Quotations++
		hull := text.Hull(q.Content)
		switch {
		case hull.Start < 0 || hull.End > len(data) || hull.End <= hull.Start:
			v.Wrong = append(v.Wrong, q.ID)
		case q.Text == "":
			v.Withheld++
		case hull.Of(string(data)) != q.Text:
			v.Wrong = append(v.Wrong, q.ID)
		}
	}
	return v, nil
}

func published(out, name string, list any) error {
	path := filepath.Join(out, "data", name)
	data, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("%s: cannot be read: %w (build the site first, or name its folder with -out)", path, text.Cause(err))
	}
	if err := json.Unmarshal(data, list); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}
