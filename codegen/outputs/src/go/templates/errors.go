{{ head }}

// Package {{ package }} has the error codes of an API, and reads its error responses.
package {{ package }}

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"math"
	"net/http"
	"net/url"
	"regexp"
	"sort"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Code is a code as responses have it: one of the constants, or a code of a later version.
type Code string

// Error returns the code, so that errors.Is(err, CODE) works.
func (c Code) Error() string {
	return string(c)
}

// Retry says whether and how to send a request again.
type Retry string

// The values of Retry.
const (
	RetryNever       Retry = "never"
	RetryImmediately Retry = "immediately"
	RetryBackoff     Retry = "backoff"
	RetryAfter       Retry = "retry-after"
)

// Class is a class of failures.
type Class string

{% if classes %}
// The classes of failures.
const (
{% for class in classes %}
	{{ class.line }}
{% endfor %}
)

{% endif %}
// Link is a link to further information.
type Link struct {
	Label, URL string
}

// FieldError is a mistake in a field of the request.
type FieldError struct {
	Field, Message string
}

// ErrorItem is one of the errors of a response.
type ErrorItem struct {
	// Code is empty if the item has none.
	Code    Code
	Message string
	// JSON is the item, or the whole body if the API has no list of errors.
	JSON any
}

// Error is a failed request.
type Error struct {
	// Code is empty if the response has none.
	Code Code
	// Status is 0 without a response.
	Status int
	Class  Class
	// Message is that of the response.
	Message, RequestID string
	// Help is that of the response, or else of the catalog.
	Help        []string
	Links       []Link
	Details     any
	Params      any
	FieldErrors []FieldError
	Retry       Retry
	// RetryAfter is how long the response asks to wait, at most a day. Waits says whether it does.
	RetryAfter time.Duration
	Waits      bool
	Body       []byte
	// Cause is why there is no response, or why it could not be read.
	Cause error
}

// Error returns the code, the message and the status.
func (e *Error) Error() string {
	var parts []string
	for _, part := range []string{string(e.Code), e.Message} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	end := "HTTP " + strconv.Itoa(e.Status)
	if e.Status == 0 && e.Cause != nil {
		return e.Cause.Error()
	}
	if len(parts) == 0 {
		return end
	}
	return strings.Join(parts, ": ") + " (" + end + ")"
}

// Unwrap returns the code, or else the cause.
func (e *Error) Unwrap() error {
	if e.Code != "" {
		return e.Code
	}
	return e.Cause
}

// Is reports whether the error has a code, also under another spelling.
func (e *Error) Is(target error) bool {
	code, ok := target.(Code)
	return ok && e.Code != "" && canonical(e.Code) == code
}

// IsA reports whether the failure is of a class or of one of its descendants.
func (e *Error) IsA(class Class) bool {
	for next := e.Class; next != ""; next = parents[next] {
		if next == class {
			return true
		}
	}
	return false
}

// Errors returns the errors of the response: this one, then the others of its list.
func (e *Error) Errors() []ErrorItem {
	return items(e)
}

// Info returns what the catalog says about the error, if this version knows it.
func (e *Error) Info() (Info, bool) {
	return infoOf(e.Code, e.Status, e.Message)
}

// FromResponse reads an error response and its body, which it closes. It never fails.
func FromResponse(r *http.Response) *Error {
	var body []byte
	var cause error
	if r.Body != nil {
		body, cause = io.ReadAll(r.Body)
		cause = errors.Join(cause, r.Body.Close())
		r.Body = io.NopCloser(bytes.NewReader(body))
	}
	err := FromParts(r.StatusCode, r.Header, body)
	err.Cause = cause
	return err
}

// FromParts reads an error response. It never fails.
func FromParts(status int, header http.Header, body []byte) *Error {
	return read(status, header, body)
}

// FromError wraps what a request without a response failed with.
func FromError(cause error) *Error {
	err := &Error{Cause: cause, Class: {{ transport_class }}, Retry: RetryBackoff}
	if errors.Is(cause, context.Canceled) {
		err.Retry = RetryNever
	}
	if retry, ok := classRetry[err.Class]; ok {
		err.Retry = retry
	}
	return err
}

// Undecodable wraps what the reader of a successful response failed with.
func Undecodable(status int, body []byte, cause error) *Error {
	err := &Error{Status: status, Body: body, Cause: cause, Class: {{ decode_class }}, Retry: RetryNever}
	if retry, ok := classRetry[err.Class]; ok {
		err.Retry = retry
	}
	return err
}

// IsError reports whether a response is an error, whatever its status.
func IsError(status int, header http.Header, body []byte) bool {
{% if mark %}
	value := at(&answer{header: header, json: parse(body)}, &mark)
	return status >= 400 || {{ mark_test }}
{% else %}
	return status >= 400
{% endif %}
}

// canonical returns the constant that a code is equal to, or the code.
func canonical(code Code) Code {
	if same, ok := aliases[code]; ok {
		return same
	}
	for _, known := range patterns {
		if known.pattern.MatchString(string(code)) {
			return known.code
		}
	}
	return code
}

{% include "data.go" %}
{% include "read.go" %}
{% include "items.go" %}
