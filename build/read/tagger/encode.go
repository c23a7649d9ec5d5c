package tagger

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"unicode/utf8"
)

// A model file is the four bytes of magic and a DEFLATE stream (RFC 1951) of
//
//	number of labels, then each label as its length and its bytes
//	bits, step (IEEE 754 double, 8 bytes, little endian)
//	(labels+1)² weights of pairs as signed numbers plus forbidden, so that a pair that may not follow is 0
//	number of rows, then for each row
//		its bucket minus the bucket of the row before (for the first: minus -1)
//		the set of labels with a weight, as bits, the first label lowest
//		these weights as signed numbers
//
// Numbers are varints as in encoding/binary. A tagger with the labels O and X, 4 buckets and one
// row for bucket 2 with the weight 5 for X has behind the pairs: 01 03 02 0a.
const magic = "WLT1"

// Limits of what Decode accepts.
const (
	maxLabels  = 64
	maxBits    = 24
	maxPlain   = 64 << 20
	maxCells   = 32 << 20
	maxLabelNo = 256
)

// Encoded is a model that a stage has trained, with what the file beside it says of its origin.
type Encoded struct {
	Name  string // of the file without its ending
	Model *Model
	Note  string // lines on texts, licence, attribution and scores
}

// Encode returns m as a file; Decode reads it.
func (m *Model) Encode() []byte {
	n := len(m.labels)
	plain := binary.AppendUvarint(nil, uint64(n))
	for _, l := range m.labels {
		plain = binary.AppendUvarint(plain, uint64(len(l)))
		plain = append(plain, l...)
	}
	plain = binary.AppendUvarint(plain, uint64(m.bits))
	plain = binary.LittleEndian.AppendUint64(plain, math.Float64bits(m.step))
	for _, w := range m.next {
		plain = binary.AppendVarint(plain, int64(w)-forbidden)
	}
	plain = binary.AppendUvarint(plain, uint64(len(m.cell)/n))
	last := -1
	for b, id := range m.rows {
		if id == 0 {
			continue
		}
		plain = binary.AppendUvarint(plain, uint64(b-last))
		plain = appendRow(plain, m.cell[int(id-1)*n:int(id)*n])
		last = b
	}
	out := bytes.NewBufferString(magic)
	w, err := flate.NewWriter(out, flate.BestCompression)
	if err == nil {
		_, err = w.Write(plain)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		panic(err) // a buffer takes everything
	}
	return out.Bytes()
}

func appendRow(plain []byte, row []int16) []byte {
	set := uint64(0)
	for y, w := range row {
		if w != 0 {
			set |= 1 << y
		}
	}
	plain = binary.AppendUvarint(plain, set)
	for _, w := range row {
		if w != 0 {
			plain = binary.AppendVarint(plain, int64(w))
		}
	}
	return plain
}

var errShort = errors.New("model: cut short or damaged")

// Decode reads what Encode wrote. Every other input is an error.
func Decode(data []byte) (*Model, error) {
	body, ok := bytes.CutPrefix(data, []byte(magic))
	if !ok {
		return nil, errors.New("model: no tagger model of this version")
	}
	plain, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(body)), maxPlain))
	if err != nil {
		return nil, fmt.Errorf("model: %w", err)
	}
	r := &reader{data: plain}
	m := &Model{}
	r.head(m)
	r.pairs(m)
	r.table(m)
	if r.err == nil && len(r.data) > 0 {
		r.err = errors.New("model: more bytes than the rows take")
	}
	if r.err != nil {
		return nil, r.err
	}
	return m, nil
}

// reader takes values off the front of data; after an error it returns zeros.
type reader struct {
	data []byte
	err  error
}

func (r *reader) fail(err error) {
	if r.err == nil {
		r.err = err
	}
	r.data = nil
}

// uint returns a number of at most top.
func (r *reader) uint(top uint64) uint64 {
	v, k := binary.Uvarint(r.data)
	if k <= 0 || v > top {
		r.fail(errShort)
		return 0
	}
	r.data = r.data[k:]
	return v
}

// int returns a signed number between -top and top.
func (r *reader) int(top int64) int64 {
	v, k := binary.Varint(r.data)
	if k <= 0 || v > top || v < -top {
		r.fail(errShort)
		return 0
	}
	r.data = r.data[k:]
	return v
}

func (r *reader) bytes(n int) []byte {
	if len(r.data) < n {
		r.fail(errShort)
		return make([]byte, n)
	}
	b := r.data[:n]
	r.data = r.data[n:]
	return b
}

func (r *reader) head(m *Model) {
	n := r.uint(maxLabels)
	for range n {
		label := r.bytes(int(r.uint(maxLabelNo)))
		if !utf8.Valid(label) {
			r.fail(errors.New("model: a label is not UTF-8"))
		}
		m.labels = append(m.labels, string(label))
	}
	m.bits = int(r.uint(maxBits))
	m.step = math.Float64frombits(binary.LittleEndian.Uint64(r.bytes(8)))
	if r.err == nil && (n == 0 || m.bits == 0 || !(m.step > 0 && m.step < 1e6)) {
		r.fail(errors.New("model: no labels, no buckets or no step"))
	}
}

func (r *reader) pairs(m *Model) {
	n := len(m.labels)
	for i := 0; i < (n+1)*(n+1) && r.err == nil; i++ {
		w := r.int(-2*forbidden) + forbidden
		if w < forbidden || w != forbidden && (w < -math.MaxInt16 || w > math.MaxInt16) {
			r.fail(errShort)
		}
		m.next = append(m.next, int32(w))
	}
}

func (r *reader) table(m *Model) {
	if r.err != nil {
		return
	}
	n := len(m.labels)
	rows := r.uint(uint64(min(1<<m.bits, maxCells/n)))
	m.rows = make([]int32, 1<<m.bits)
	last := -1
	for id := int32(1); id <= int32(rows) && r.err == nil; id++ {
		gap := int(r.uint(1 << maxBits))
		last += gap
		if gap == 0 || last >= len(m.rows) {
			r.fail(errShort)
			return
		}
		m.rows[last] = id
		m.cell = append(m.cell, r.row(n)...)
	}
}

func (r *reader) row(n int) []int16 {
	set := r.uint(math.MaxUint64 >> (64 - n))
	if set == 0 {
		r.fail(errShort)
	}
	row := make([]int16, n)
	for y := range row {
		if set>>y&1 == 1 {
			row[y] = int16(r.int(math.MaxInt16))
			if row[y] == 0 {
				r.fail(errShort)
			}
		}
	}
	return row
}
