{{ head }}

package {{ package }}

// Info is what the catalog says about an error.
type Info struct {
	Code   Code
	Family string
	Name   string
	// Status is the HTTP status, or 0.
	Status int
	// Message ends in … if the server writes the rest.
	Message     string
	Description string
	// Retry is empty if the class or the status says it.
	Retry Retry
	Class Class
	Help  []string
	Links []Link
	// Docs is the address of the page about the code.
	Docs       string
	Deprecated *Notice
	Retired    *Notice
}

// Notice says why a code should no longer be used.
type Notice struct {
	Since string
	Use   Code
	Note  string
}

// Infos returns everything that the catalog says about its errors, in published order.
func Infos() []Info {
	return append([]Info(nil), infos...)
}

// Info returns what the catalog says about a code. A code of several families has none.
func (c Code) Info() (Info, bool) {
	return infoOf(c, 0, "")
}

// infoOf returns the error with this code, of several the one with this status and message.
func infoOf(code Code, status int, message string) (Info, bool) {
	rows := byCode[canonical(code)]
	best, score := -1, -1
	for _, at := range rows {
		row := &infos[at]
		if row.Family != infos[rows[0]].Family {
			return Info{}, false
		}
		own := 0
		if row.Status == status {
			own += 2
		}
		if message != "" && row.Message == message {
			own++
		}
		if own > score {
			best, score = at, own
		}
	}
	if best < 0 {
		return Info{}, false
	}
	return infos[best], true
}

var byCode = func() map[Code][]int {
	rows := make(map[Code][]int, len(infos))
	for at := range infos {
		rows[infos[at].Code] = append(rows[infos[at].Code], at)
	}
	return rows
}()

var infos = []Info{
{% for row in rows %}
	{{ row }},
{% endfor %}
}
