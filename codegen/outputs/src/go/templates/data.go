// The places of facts in a response, in the order in which they are tried.
var envelope = []slot{
{% for slot in envelope %}
	{{ slot }},
{% endfor %}
}

// The members of problem details (RFC 9457).
var problem = []slot{
	{fact: "code", places: []place{{ '{{' }}path: []any{"code"}}}},
	{fact: "message", places: []place{{ '{{' }}path: []any{"detail"}}, {path: []any{"title"}}}},
	{fact: "params", places: []place{{ '{{' }}path: []any{"params"}}}},
	{fact: "details", places: []place{{ '{{' }}path: []any{"details"}}}},
	{fact: "suggestions", places: []place{{ '{{' }}path: []any{"suggestions"}}}},
	{fact: "request_id", places: []place{{ '{{' }}path: []any{"request_id"}}}},
	{fact: "retry_after", places: []place{{ '{{' }}path: []any{"retry_after"}}}},
}

// The parent of each class.
var parents = map[Class]Class{ {{- parents -}} }

// The retry advice of classes.
var classRetry = map[Class]Retry{ {{- class_retry -}} }

// The rules of classes, of which the first that fits counts.
{% if rules %}
var rules = []rule{
{% for rule in rules %}
	{{ rule }},
{% endfor %}
}
{% else %}
var rules = []rule{}
{% endif %}

// The classes of codes that say their own.
var ownClasses = map[Code]Class{ {{- own_classes -}} }

// Other spellings of codes.
var aliases = map[Code]Code{ {{- aliases -}} }

// Codes that carry a value.
{% if patterns %}
var patterns = []carrying{
{% for pattern in patterns %}
	{{ pattern }},
{% endfor %}
}
{% else %}
var patterns = []carrying{}
{% endif %}

// The pattern of the addresses of pages, if there are any.
var docs = regexp.MustCompile({{ docs }})
{% if mark %}

// The mark of errors.
var mark = {{ mark }}
{% endif %}

type place struct {
	path              []any
	header, parameter string
	unit, as          string
	after, before     string
	// What a message has around it. The code is \x00.
	start, end []string
}

type item struct {
	has []string
	is  string
	any bool
}

type slot struct {
	fact   string
	places []place
}

type rule struct {
	class  Class
	status [][2]int
	code   []string
}

type carrying struct {
	code    Code
	pattern *regexp.Regexp
}

type answer struct {
	header    http.Header
	json      any
	isProblem bool
}

type found struct {
	value any
	place *place
}

