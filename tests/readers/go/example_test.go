package clients

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"

	"clients.example/phalacloud"
)

func get() error {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		w.Header().Set("Retry-After", "7")
		w.WriteHeader(http.StatusNotFound)
		fmt.Fprint(w, `{"error_code":"ERR-03-001","message":"No such CVM","request_id":"r-1"}`)
	}))
	defer server.Close()
	response, err := http.Get(server.URL)
	if err != nil {
		return phalacloud.FromError(err)
	}
	return fmt.Errorf("get the CVM: %w", phalacloud.FromResponse(response))
}

// Programs compare codes with errors.Is, and find the rest with errors.As.
func Example() {
	err := get()
	fmt.Println(errors.Is(err, phalacloud.CVMNotFound), errors.Is(err, phalacloud.NodeNotFound))
	var failure *phalacloud.Error
	if errors.As(err, &failure) {
		fmt.Println(failure.Status, failure.Code, failure.Class, failure.IsA(phalacloud.ClassAPIError))
		fmt.Println(failure.Message, failure.RequestID, failure.Retry, failure.RetryAfter)
	}
	info, known := phalacloud.CVMNotFound.Info()
	fmt.Println(known, info.Status, phalacloud.Code("ERR-99-999"))
	// Output:
	// true false
	// 404 ERR-03-001 ResourceError true
	// No such CVM r-1 retry-after 7s
	// true 404 ERR-99-999
}
