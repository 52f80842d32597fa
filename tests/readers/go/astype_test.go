//go:build go1.26

package clients

import (
	"errors"
	"fmt"

	"clients.example/phalacloud"
)

// Since Go 1.26, errors.AsType needs no variable.
func Example_asType() {
	if failure, ok := errors.AsType[*phalacloud.Error](get()); ok {
		fmt.Println(failure.Code)
	}
	// Output: ERR-03-001
}
