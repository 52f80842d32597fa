package clients

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"clients.example/hostile"
	"clients.example/publicrich"
	"clients.example/several/csghub"
	"clients.example/several/novita"
	"clients.example/several/nsrocks"
	"clients.example/several/numbers"
	phalacloud "clients.example/several/phala_cloud"
	"clients.example/several/rich"
)

var hidden = regexp.MustCompile("⟨(.*?)⟩")

func decode(text string) []byte {
	return []byte(hidden.ReplaceAllStringFunc(text, func(part string) string {
		part = strings.TrimSuffix(strings.TrimPrefix(part, "⟨"), "⟩")
		if part == "10 MB" {
			return strings.Repeat("x", 10_000_000)
		}
		raw, err := hex.DecodeString(strings.ReplaceAll(part, " ", ""))
		if err != nil {
			panic(err)
		}
		return string(raw)
	}))
}

func lossy(text string) string {
	if text == "-" {
		return ""
	}
	return strings.ToValidUTF8(string(decode(text)), "\uFFFD")
}

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
	"phala-cloud": func(s int, h http.Header, b []byte) [5]string {
		e := phalacloud.FromParts(s, h, b)
		_, known := e.Info()
		return told(string(e.Class), string(e.Code), known, e.Message, e.RequestID, string(e.Retry), e.Waits, e.RetryAfter)
	},
}

// Dates of the tables are relative to this time, so their rows only say that there is a wait.
var dated = regexp.MustCompile(`[A-Z][a-z]{2} \d\d|\d{4}-\d\d`)

func TestResponsesAreReadAsInRust(t *testing.T) {
	count := 0
	for catalog, read := range readers {
		table, err := os.ReadFile(filepath.Join(os.Getenv("RESPONSES"), catalog+".tsv"))
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(string(table), "\n") {
			if line == "" || strings.HasPrefix(line, "#") {
				continue
			}
			columns := strings.Split(line, "\t")
			status, _ := strconv.Atoi(columns[1])
			header := http.Header{}
			for _, part := range strings.Split(columns[2], "; ") {
				if name, value, ok := strings.Cut(part, ": "); ok {
					header.Add(name, string(decode(value)))
				}
			}
			var body []byte
			if columns[3] != "-" {
				body = decode(columns[3])
			}
			found := read(status, header, body)
			for at := range found {
				found[at] = strings.ToValidUTF8(found[at], "\uFFFD")
				wanted := strings.TrimSuffix(lossy(columns[4+at]), " capped")
				if at == 4 && strings.HasPrefix(wanted, "retry-after") && dated.MatchString(columns[2]+columns[3]) {
					wanted, _, _ = strings.Cut(wanted, " ")
					found[at], _, _ = strings.Cut(found[at], " ")
				}
				if found[at] != wanted {
					t.Errorf("%s: %s: %.200q is not %.200q", catalog, columns[0], found[at], wanted)
				}
			}
			count++
		}
	}
	if count < 200 {
		t.Errorf("%d rows", count)
	}
}

const body = `{"ok":false,"trace":"t-1","wait":1500,"fields":{"title":["is missing","is short"]},
"errors":[{"text":"first"},{"code":"quota_exceeded","text":"[quota_exceeded] Too many.",
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
	flood := rich.FromParts(420, none, []byte(`{"errors":[{"code":"flood_wait_42"}]}`))
	if !errors.Is(flood, rich.FloodWaitSeconds) || flood.Code != "flood_wait_42" {
		t.Error(flood)
	}
	special := rich.FromParts(400, none, []byte(`{"errors":[{"code":"special"}]}`))
	if special.Class != rich.ClassQuota || special.Retry != rich.RetryNever {
		t.Error(special)
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
			t.Errorf("%q %q", info, want)
		}
	}
}
