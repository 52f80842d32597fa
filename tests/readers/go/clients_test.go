package clients

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"

	hostile "clients.example/hostile/client"
	"clients.example/publicrich"
	"clients.example/several/csghub"
	"clients.example/several/novita"
	"clients.example/several/nsrocks"
	"clients.example/several/numbers"
	phalacloud "clients.example/several/phala_cloud"
	"clients.example/several/rich"
	"clients.example/several/translated"
)

// reader returns the class, code, message, request id and advice of a response.
type reader func(status int, header http.Header, body []byte) [5]string

func told(class, code string, known bool, message, id, retry string, waits bool, wait time.Duration) [5]string {
	if code != "" && !known {
		code = "?" + code
	}
	if waits {
		retry += " " + strconv.FormatFloat(wait.Seconds(), 'f', -1, 64)
	}
	return [5]string{class, code, message, id, retry}
}

var readers = map[string]reader{
	"csghub": func(s int, h http.Header, b []byte) [5]string {
		e := csghub.FromParts(s, h, b)
		_, known := e.Info()
		return told(string(e.Class), string(e.Code), known, e.Message, e.RequestID, string(e.Retry), e.Waits, e.RetryAfter)
	},
	"novita": func(s int, h http.Header, b []byte) [5]string {
		e := novita.FromParts(s, h, b)
		_, known := e.Info()
		return told(string(e.Class), string(e.Code), known, e.Message, e.RequestID, string(e.Retry), e.Waits, e.RetryAfter)
	},
	"nsrocks": func(s int, h http.Header, b []byte) [5]string {
		e := nsrocks.FromParts(s, h, b)
		_, known := e.Info()
		return told(string(e.Class), string(e.Code), known, e.Message, e.RequestID, string(e.Retry), e.Waits, e.RetryAfter)
	},
	"rich": func(s int, h http.Header, b []byte) [5]string {
		e := rich.FromParts(s, h, b)
		_, known := e.Info()
		return told(string(e.Class), string(e.Code), known, e.Message, e.RequestID, string(e.Retry), e.Waits, e.RetryAfter)
	},
	"numbers": func(s int, h http.Header, b []byte) [5]string {
		e := numbers.FromParts(s, h, b)
		_, known := e.Info()
		return told(string(e.Class), string(e.Code), known, e.Message, e.RequestID, string(e.Retry), e.Waits, e.RetryAfter)
	},
	"translated": func(s int, h http.Header, b []byte) [5]string {
		e := translated.FromParts(s, h, b)
		_, known := e.Info()
		return told(string(e.Class), string(e.Code), known, e.Message, e.RequestID, string(e.Retry), e.Waits, e.RetryAfter)
	},
	"phala-cloud": func(s int, h http.Header, b []byte) [5]string {
		e := phalacloud.FromParts(s, h, b)
		_, known := e.Info()
		return told(string(e.Class), string(e.Code), known, e.Message, e.RequestID, string(e.Retry), e.Waits, e.RetryAfter)
	},
}

func TestVectors(t *testing.T) {
	file, err := os.ReadFile("vectors.json")
	if err != nil {
		t.Fatal(err)
	}
	var vectors []struct {
		Catalog, Name, Body string
		Status              int
		Headers             map[string]string
		Expect              struct {
			Code, Class, Retry, Message string
			Known                       bool
			RequestID                   string `json:"request_id"`
		}
	}
	if err := json.Unmarshal(file, &vectors); err != nil {
		t.Fatal(err)
	}
	for _, vector := range vectors {
		header := http.Header{}
		for name, value := range vector.Headers {
			header.Set(name, value)
		}
		want := vector.Expect
		if want.Code != "" && !want.Known {
			want.Code = "?" + want.Code
		}
		found := readers[vector.Catalog](vector.Status, header, []byte(vector.Body))
		found[4], _, _ = strings.Cut(found[4], " ")
		if found != [5]string{want.Class, want.Code, want.Message, want.RequestID, want.Retry} {
			t.Errorf("%s: %s: %q is not %+v", vector.Catalog, vector.Name, found, want)
		}
	}
	if len(vectors) < 300 {
		t.Errorf("%d vectors", len(vectors))
	}
}

const body = `{"ok":false,"trace":"t-1","wait":1500,"fields":{"title":["is missing","is short"]},
"errors":[{"note":"first"},{"code":"quota_exceeded","text":"[quota_exceeded] Too many.",
"info":[{"field":"odd-name","value":true}]}]}`

func TestARichCatalog(t *testing.T) {
	none := http.Header{}
	quota := rich.FromParts(429, none, []byte(body))
	if !errors.Is(quota, rich.QuotaUsed) || !quota.IsA(rich.ClassRichError) {
		t.Error(quota)
	}
	found := []any{quota.Class, quota.Retry, quota.RetryAfter, quota.Message, quota.RequestID, quota.Details, quota.FieldErrors, quota.Help}
	wanted := []any{
		rich.ClassQuota, rich.RetryAfter, 1500 * time.Millisecond, "Too many.", "t-1", map[string]any{"odd-name": true},
		[]rich.FieldError{{Field: "title", Message: "is missing"}, {Field: "title", Message: "is short"}}, []string{"Delete a CVM."},
	}
	if !reflect.DeepEqual(found, wanted) {
		t.Errorf("%v is not %v", found, wanted)
	}
	fields := rich.FromParts(422, none, []byte(`{"fields":{"title":["is missing","is short"]},"delay":"PT1M30S"}`))
	if fields.Message != "title: is missing is short" || fields.RetryAfter != 90*time.Second {
		t.Error(fields.Message, fields.RetryAfter)
	}
	flood := rich.FromParts(420, none, []byte(`{"errors":[{"code":"flood_wait_42","text":"t"}]}`))
	if !errors.Is(flood, rich.FloodWaitSeconds) || flood.Code != "flood_wait_42" {
		t.Error(flood)
	}
	special := rich.FromParts(400, none, []byte(`{"errors":[{"code":"special","text":"t"}]}`))
	if special.Class != rich.ClassQuota || special.Retry != rich.RetryNever {
		t.Error(special)
	}
	several := rich.FromParts(400, none, []byte(
		`{"errors":[{"note":"n"},{"code":"special","text":"[special] One."},{"code":"later","text":"[later] Two."},{"text":"Three."}]}`,
	))
	items := []rich.ErrorItem{
		{Code: "special", Message: "One.", JSON: map[string]any{"code": "special", "text": "[special] One."}},
		{JSON: map[string]any{"note": "n"}},
		{Code: "later", Message: "Two.", JSON: map[string]any{"code": "later", "text": "[later] Two."}},
		{Message: "Three.", JSON: map[string]any{"text": "Three."}},
	}
	if found := several.Errors(); !reflect.DeepEqual(found, items) {
		t.Errorf("%v is not %v", found, items)
	}
	alone := rich.FromParts(400, none, []byte(`{"ok":false}`)).Errors()
	if !reflect.DeepEqual(alone, []rich.ErrorItem{{JSON: map[string]any{"ok": false}}}) {
		t.Error(alone)
	}
	challenge := http.Header{}
	challenge.Set("X-Trace", `Bearer realm="x", id="a\"b"`)
	if id := rich.FromParts(500, challenge, nil).RequestID; id != `a"b` {
		t.Error(id)
	}
	paged := rich.FromParts(400, none, []byte(`{"type":"https://rich.example/errors/special","title":"Special"}`))
	if paged.Code != rich.Special {
		t.Error(paged)
	}
	if !rich.IsError(200, none, []byte(`{"ok":false}`)) || rich.IsError(200, none, []byte(`{"ok":true}`)) {
		t.Error("the mark")
	}
	cause := errors.New("no route")
	if offline := rich.FromError(cause); offline.Class != rich.ClassOffline || !errors.Is(offline, cause) {
		t.Error(offline)
	}
	for _, text := range []string{"404", `"404"`, "404.0", "40400"} {
		if err := numbers.FromParts(404, none, []byte(`{"code":`+text+`}`)); !errors.Is(err, numbers.NotFound) {
			t.Error(text, err)
		}
	}
	for _, info := range publicrich.Infos() {
		if text := fmt.Sprint(info); strings.Contains(strings.ToLower(text), "secret") || strings.Contains(text, "masked") {
			t.Error(text)
		}
	}
}

func TestHostileTextsComeBack(t *testing.T) {
	file, err := os.ReadFile(filepath.Join("hostile", "expected.json"))
	if err != nil {
		t.Fatal(err)
	}
	var expected []struct{ Code, Message, Description string }
	if err := json.NewDecoder(bytes.NewReader(file)).Decode(&expected); err != nil {
		t.Fatal(err)
	}
	infos := hostile.Infos()
	if len(infos) != len(expected) {
		t.Fatal(len(infos), len(expected))
	}
	for at, want := range expected {
		info := infos[at]
		if string(info.Code) != want.Code || info.Message != want.Message || info.Description != want.Description {
			t.Errorf("%+v is not %+v", info, want)
		}
	}
}
