func read(status int, header http.Header, body []byte) *Error {
	value := parse(body)
	media, _, _ := strings.Cut(header.Get("Content-Type"), ";")
	declared := strings.EqualFold(strings.TrimSpace(media), "application/problem+json")
	_, hasType := member(value, "type").(string)
	_, hasTitle := member(value, "title").(string)
	hasMedia := len(header.Values("Content-Type")) > 0
	a := &answer{header: header, json: value}
	a.isProblem = declared || (!hasMedia && hasType && hasTitle)
	e := &Error{Status: status, Body: body}
	if text, ok := textOf(find(a, "code")); ok {
		e.Code = wire(text)
	} else if page, ok := member(value, "type").(string); ok && a.isProblem {
		e.Code = codeIn(page)
	}
	e.Message = messageOf(find(a, "message"), e.Code)
	e.FieldErrors = fieldErrors(a)
	if e.Message == "" {
		e.Message = complaints(e.FieldErrors)
	}
	if e.Message == "" {
		e.Message = textIn(body, value, header.Get("Content-Type"))
	}
	e.Links = links(find(a, "links"))
	e.Details = detailsOf(a)
	if params := find(a, "params"); params != nil {
		e.Params = whole(params.value)
	}
	e.RequestID, _ = textOf(find(a, "request_id"))
	if e.RequestID == "" && declared {
		e.RequestID = strings.TrimSpace(header.Get("X-Request-Id"))
	}
	e.RetryAfter, e.Waits = waitOf(a)
	e.Class = classOf(e)
	info, _ := e.Info()
	e.Help = texts(find(a, "suggestions"))
	if len(e.Help) == 0 {
		e.Help = info.Help
	}
	e.Retry = retryOf(e, info.Retry)
	return e
}

// textIn returns a body that is a text, such as the message of a proxy.
func textIn(body []byte, value any, media string) string {
	switch value.(type) {
	case map[string]any, []any:
		return ""
	}
	text := strings.TrimSpace(strings.TrimPrefix(string(body), "\uFEFF"))
	isMarkup := strings.HasPrefix(strings.ToLower(media), "text/html") || strings.HasPrefix(text, "<")
	isBinary := strings.ContainsFunc(text, func(c rune) bool {
		return unicode.IsControl(c) && !strings.ContainsRune("\t\n\r\x1b", c)
	})
	if isMarkup || isBinary || !utf8.Valid(body) || json.Valid(body) {
		return ""
	}
	return text
}

func classOf(e *Error) Class {
	if own, ok := ownClasses[canonical(e.Code)]; ok && e.Code != "" {
		return own
	}
	for _, rule := range rules {
		if rule.matches(e.Status, e.Code) {
			return rule.class
		}
	}
	return ""
}

func (r *rule) matches(status int, code Code) bool {
	fits := len(r.status) == 0
	for _, span := range r.status {
		fits = fits || span[0] <= status && status <= span[1]
	}
	if !fits || r.code == nil {
		return fits
	}
	text := strings.ToLower(string(code))
	if text == "" || len(r.code) == 1 {
		return text != "" && text == r.code[0]
	}
	start, end := r.code[0], r.code[1]
	isLong := len(text) >= len(start)+len(end)
	return isLong && strings.HasPrefix(text, start) && strings.HasSuffix(text, end)
}

func retryOf(e *Error, said Retry) Retry {
	if said == "" {
		said = classRetry[e.Class]
	}
	if said == RetryNever || said == RetryImmediately {
		return said
	}
	if e.Waits {
		return RetryAfter
	}
	if said != "" {
		return said
	}
	switch e.Status {
	case 501, 505, 506, 508, 510, 511:
		return RetryNever
	case 408, 425, 429:
		return RetryBackoff
	}
	if e.Status >= 500 {
		return RetryBackoff
	}
	return RetryNever
}

func slotOf(slots []slot, fact string) *slot {
	for at := range slots {
		if slots[at].fact == fact {
			return &slots[at]
		}
	}
	return nil
}

// find returns the first suitable value of a fact.
func find(a *answer, fact string) *found {
	if own := slotOf(envelope, fact); own != nil {
		for at := range own.places {
			if found := look(a, fact, &own.places[at]); found != nil {
				return found
			}
		}
	}
	slot := slotOf(problem, fact)
	if slot == nil || !isStandard(a, fact) {
		return nil
	}
	for at := range slot.places {
		name, _ := slot.places[at].path[0].(string)
		if isNamed(name, fact) {
			continue
		}
		if found := look(a, fact, &slot.places[at]); found != nil {
			return found
		}
	}
	return nil
}

func look(a *answer, fact string, place *place) *found {
	value := at(a, place)
	if !fits(fact, place, value) {
		return nil
	}
	return &found{value, place}
}

// isStandard reports whether problem details have a fact of their own.
func isStandard(a *answer, fact string) bool {
	if !a.isProblem || fact == "code" || fact == "message" {
		return a.isProblem
	}
	own := slotOf(envelope, fact)
	if own == nil {
		return true
	}
	path := own.places[0].path
	if path == nil {
		return false
	}
	_, isMember := first(path).(string)
	return !isMember
}

// isNamed reports whether a member of the body is the place of another fact.
func isNamed(name, fact string) bool {
	for _, slot := range envelope {
		if slot.fact != fact && first(slot.places[0].path) == any(name) {
			return true
		}
		for _, own := range slot.places {
			if slot.fact == fact && len(own.path) == 1 && own.path[0] == any(name) {
				return true
			}
		}
	}
	return false
}

func first(path []any) any {
	if len(path) == 0 {
		return nil
	}
	if name, ok := path[0].(string); ok {
		return name
	}
	return nil
}

var parameter = regexp.MustCompile(`([^\s,;="]+)\s*=\s*(?:"((?:[^"\\]|\\[\s\S])*)"|([^\s,;"]+))`)
var escape = regexp.MustCompile(`\\([\s\S])`)

func at(a *answer, place *place) any {
	if place.path != nil {
		return walk(a.json, place.path)
	}
	values := a.header.Values(place.header)
	if place.parameter == "" {
		if len(values) == 0 {
			return nil
		}
		return strings.TrimSpace(values[0])
	}
	for _, value := range values {
		for _, parts := range parameter.FindAllStringSubmatch(value, -1) {
			if strings.EqualFold(parts[1], place.parameter) {
				return escape.ReplaceAllString(parts[2], "$1") + parts[3]
			}
		}
	}
	return nil
}

func walk(value any, path []any) any {
	for _, step := range path {
		items, _ := value.([]any)
		switch step := step.(type) {
		case string:
			value = member(value, step)
		case int:
			value = nil
			if step < len(items) {
				value = items[step]
			}
		case item:
			value = nil
			for _, own := range items {
				if step.holds(own) {
					value = own
					break
				}
			}
		}
	}
	return value
}

func (i *item) holds(value any) bool {
	for _, name := range i.has {
		value = member(value, name)
	}
	if i.any {
		return value != nil
	}
	if flag, ok := value.(bool); ok {
		return strconv.FormatBool(flag) == i.is
	}
	text, ok := plain(value)
	return ok && text == i.is
}

func fits(fact string, place *place, value any) bool {
	_, isList := value.([]any)
	_, isObject := value.(map[string]any)
	_, isText := value.(string)
	switch fact {
	case "code", "request_id":
		text, ok := plain(value)
		return ok && place.cut(text) != ""
	case "message":
		return place.cut(said(value)) != ""
	case "suggestions", "links":
		return isList || isText
	case "params":
		return isObject
	case "field_errors":
		return isList || isObject
	}
	return value != nil
}

// cut returns the part of a text between the marks of a place.
func (p *place) cut(text string) string {
	if _, rest, ok := strings.Cut(text, p.after); ok && p.after != "" {
		text = rest
	}
	if rest, _, ok := strings.Cut(text, p.before); ok && p.before != "" {
		text = rest
	}
	return text
}

func textOf(found *found) (string, bool) {
	if found == nil {
		return "", false
	}
	text, ok := plain(found.value)
	return found.place.cut(text), ok
}

// wire returns a code as constants have it.
func wire(text string) Code {
{% if numeric %}
	if whole, fraction, ok := strings.Cut(text, "."); ok && strings.Trim(fraction, "0") == "" {
		text = whole
	}
	if number, err := strconv.ParseInt(text, 0, 64); err == nil {
		return Code(strconv.FormatInt(number, 10))
	}
{% endif %}
	return Code(text)
}

// messageOf returns the message without the form that the API puts around it.
func messageOf(found *found, code Code) string {
	if found == nil {
		return ""
	}
	place := found.place
	text := place.cut(said(found.value))
	if place.start == nil && place.end == nil || code == "" {
		return text
	}
	start, end := strings.Join(place.start, ""), strings.Join(place.end, "")
	if strings.Contains(start+end, "\x00") && text == string(code) {
		return ""
	}
	start = strings.ReplaceAll(start, "\x00", string(code))
	end = strings.ReplaceAll(end, "\x00", string(code))
	isLong := len(text) >= len(start)+len(end)
	if !isLong || !strings.HasPrefix(text, start) || !strings.HasSuffix(text, end) {
		return text
	}
	return text[len(start) : len(text)-len(end)]
}

// said returns the message in a value, or a list of complaints as a text.
func said(value any) string {
	switch value := value.(type) {
	case string:
		return value
	case cut:
		return string(value)
	case []any:
		var lines []string
		for _, item := range value {
			text, ok := item.(string)
			if !ok {
				text, ok = firstText(item, "msg", "message")
			}
			if place := joined(member(item, "loc")); ok && place != "" {
				text = place + ": " + text
			}
			if ok {
				lines = append(lines, text)
			}
		}
		return strings.Join(lines, "; ")
	}
	return ""
}

func joined(loc any) string {
	return strings.Join(plains(loc), ".")
}

func plains(value any) []string {
	var texts []string
	items, _ := value.([]any)
	for _, item := range items {
		if text, ok := plain(item); ok {
			texts = append(texts, text)
		}
	}
	return texts
}

func texts(found *found) []string {
	if found == nil {
		return nil
	}
	if text, ok := textOf(found); ok {
		return []string{text}
	}
	return plains(found.value)
}

func links(found *found) []Link {
	if found == nil {
		return nil
	}
	items, isList := found.value.([]any)
	if !isList {
		items = []any{found.value}
	}
	var links []Link
	for _, item := range items {
		text := func(name string) string {
			text, _ := plain(member(item, name))
			return text
		}
		address, _ := plain(item)
		for _, other := range []string{text("url"), text("href")} {
			if address == "" {
				address = other
			}
		}
		label := text("label")
		for _, other := range []string{text("title"), text("description")} {
			if label == "" {
				label = other
			}
		}
		if address != "" {
			links = append(links, Link{Label: label, URL: address})
		}
	}
	return links
}

// detailsOf returns the details as a map, if the API has them as a list of fields.
func detailsOf(a *answer) any {
	found := find(a, "details")
	if found == nil {
		return nil
	}
	if items, ok := found.value.([]any); ok && found.place.as == "fields" {
		details := make(map[string]any, len(items))
		for _, item := range items {
			if name, ok := member(item, "field").(string); ok {
				details[name] = whole(member(item, "value"))
			}
		}
		return details
	}
	value := whole(found.value)
	if members, ok := value.(map[string]any); ok && found.place.as == "beside" {
		for _, slot := range envelope {
			for at := range slot.places {
				delete(members, inside(&slot.places[at], found.place))
			}
		}
	}
	return value
}

// inside returns the member of a place that the path of another goes through.
func inside(own, outer *place) string {
	if len(own.path) <= len(outer.path) {
		return ""
	}
	for at, step := range outer.path {
		if name, ok := step.(string); !ok || own.path[at] != any(name) {
			return ""
		}
	}
	name, _ := own.path[len(outer.path)].(string)
	return name
}

// whole returns a copy of a value in which cut texts are texts.
func whole(value any) any {
	switch value := value.(type) {
	case cut:
		return string(value)
	case []any:
		items := make([]any, len(value))
		for at, item := range value {
			items[at] = whole(item)
		}
		return items
	case map[string]any:
		members := make(map[string]any, len(value))
		for name, member := range value {
			members[name] = whole(member)
		}
		return members
	}
	return value
}

// now is the clock. Tests replace it.
var now = time.Now

// waitOf returns how long a response asks to wait.
func waitOf(a *answer) (time.Duration, bool) {
	var places []place
	if own := slotOf(envelope, "retry_after"); own != nil {
		places = append(places, own.places...)
	}
	if isStandard(a, "retry_after") {
		places = append(places, place{path: []any{"retry_after"}})
	}
	places = append(places, place{header: "Retry-After"})
	for index := range places {
		place := &places[index]
		text, ok := plain(at(a, place))
		if !ok {
			continue
		}
		seconds, ok := waitIn(strings.TrimSpace(place.cut(text)), place.unit)
		if ok {
			return time.Duration(math.Min(seconds, 86400) * float64(time.Second)), true
		}
	}
	return 0, false
}

var number = regexp.MustCompile(`^\d+(\.\d+)?$`)

func waitIn(text, unit string) (float64, bool) {
	seconds, err := strconv.ParseFloat(text, 64)
	isNumber := number.MatchString(text) && (err == nil || math.IsInf(seconds, 1))
	seconds = math.Ceil(seconds)
	switch unit {
	case "ms":
		return seconds / 1000, isNumber
	case "duration":
		return duration(text)
	case "date":
		if isNumber {
			return until(time.Unix(int64(math.Min(seconds, 1e15)), 0)), true
		}
		if date, err := time.Parse(time.RFC3339, text); err == nil {
			return until(date), true
		}
	default:
		if isNumber {
			return seconds, true
		}
	}
	date, err := http.ParseTime(text)
	if err != nil {
		return 0, false
	}
	return until(date), true
}

// until returns the seconds until a time, rounded up.
func until(date time.Time) float64 {
	return math.Max(0, math.Ceil(date.Sub(now()).Seconds()))
}

var units = map[string]float64{"w": 604800, "d": 86400, "h": 3600, "m": 60, "s": 1, "ms": 0.001}
var part = regexp.MustCompile(`^(?:(\d+(?:\.\d+)?)([A-Za-z]+?)|[Tt])((?:\d.*|[Tt].*)?)$`)

// duration reads 3.5s, 1m30s, and durations of ISO 8601 such as PT5S.
func duration(text string) (float64, bool) {
	rest := strings.TrimPrefix(strings.TrimPrefix(text, "P"), "p")
	total, any := 0.0, false
	for rest != "" {
		parts := part.FindStringSubmatch(rest)
		if parts == nil {
			return 0, false
		}
		if parts[1] != "" {
			count, err := strconv.ParseFloat(parts[1], 64)
			unit, ok := units[strings.ToLower(parts[2])]
			if err != nil || !ok {
				return 0, false
			}
			total, any = total+count*unit, true
		}
		rest = parts[3]
	}
	return total, any
}

// codeIn returns the code in the address of its page.
func codeIn(page string) Code {
	parts := docs.FindStringSubmatch(page)
	if len(parts) < 2 {
		return ""
	}
	text, err := url.PathUnescape(parts[1])
	if err != nil {
		return ""
	}
	return wire(text)
}

// fieldErrors returns the mistakes in fields. Those of a map are sorted by field.
func fieldErrors(a *answer) []FieldError {
	found := find(a, "field_errors")
	if found == nil {
		return nil
	}
	var errors []FieldError
	add := func(field string, value any) {
		text, ok := value.(string)
		if !ok {
			text, ok = firstText(value, "message", "msg", "detail", "description", "reason", "title", "code")
		}
		if ok {
			errors = append(errors, FieldError{field, text})
		}
	}
	if members, ok := found.value.(map[string]any); ok && found.place.as == "map" {
		names := make([]string, 0, len(members))
		for name := range members {
			names = append(names, name)
		}
		sort.Strings(names)
		for _, name := range names {
			items, isList := members[name].([]any)
			if !isList {
				items = []any{members[name]}
			}
			if isField(a, found.place, name, items, isList) {
				for _, item := range items {
					add(name, item)
				}
			}
		}
		return errors
	}
	items, _ := found.value.([]any)
	for _, item := range items {
		field, ok := firstText(item, "field", "name", "path")
		switch found.place.as {
		case "loc":
			field = joined(member(item, "loc"))
			ok = field != ""
		case "pointer":
			field, ok = firstText(member(item, "source"), "pointer", "parameter", "header")
		}
		if ok {
			add(field, item)
		}
	}
	return errors
}

// isField reports whether a member is a field. Of a whole body, those with lists of texts are.
func isField(a *answer, place *place, name string, items []any, isList bool) bool {
	if len(place.path) > 0 {
		return true
	}
	for _, slot := range envelope {
		for at := range slot.places {
			if inside(&slot.places[at], place) == name {
				return false
			}
		}
	}
	switch name {
	case "type", "title", "status", "detail", "instance", "code", "params", "details", "suggestions",
		"request_id", "retry_after":
		if a.isProblem {
			return false
		}
	}
	for _, item := range items {
		if _, ok := item.(string); !ok {
			return false
		}
	}
	return isList && len(items) > 0
}

func firstText(value any, names ...string) (string, bool) {
	for _, name := range names {
		if text, ok := member(value, name).(string); ok {
			return text, true
		}
	}
	return "", false
}

// complaints returns mistakes as a message: title: is missing; handle: is taken.
func complaints(errors []FieldError) string {
	var fields []string
	said := make(map[string][]string)
	for _, err := range errors {
		if said[err.Field] == nil {
			fields = append(fields, err.Field)
		}
		said[err.Field] = append(said[err.Field], err.Message)
	}
	lines := make([]string, len(fields))
	for at, field := range fields {
		lines[at] = strings.Join(said[field], " ")
		if field != "" {
			lines[at] = field + ": " + lines[at]
		}
	}
	return strings.Join(lines, "; ")
}

func member(value any, name string) any {
	members, _ := value.(map[string]any)
	return members[name]
}

// plain returns a text whose end is not missing, or a number as written.
func plain(value any) (string, bool) {
	switch value := value.(type) {
	case string:
		return value, true
	case json.Number:
		return value.String(), true
	}
	return "", false
}

// cut is a text whose end is missing.
type cut string

// none is no value, other than null.
type none struct{}

func parse(body []byte) any {
	body = bytes.TrimPrefix(body, []byte("\uFEFF"))
	decoder := json.NewDecoder(bytes.NewReader(body))
	decoder.UseNumber()
	var value any
	if err := decoder.Decode(&value); err == nil {
		return value
	}
	damaged := &damaged{text: strings.ToValidUTF8(string(body), "\uFFFD")}
	if value := damaged.value(0); value != any(none{}) {
		return value
	}
	return nil
}

// damaged reads JSON up to the place where it is cut off or damaged.
type damaged struct {
	text string
}

// token returns the next bracket, comma or colon as a byte, a text, or another value.
func (d *damaged) token() any {
	d.text = strings.TrimLeft(d.text, " \t\r\n")
	if d.text == "" {
		return none{}
	}
	start := d.text[0]
	if strings.IndexByte("{}[],:", start) >= 0 {
		d.text = d.text[1:]
		return start
	}
	if start == '"' {
		end := 1
		for end < len(d.text) && d.text[end] != '"' {
			if d.text[end] == '\\' {
				end++
			}
			end++
		}
		if end >= len(d.text) {
			text := unescaped(d.text[1:])
			d.text = ""
			return cut(text)
		}
		text := unescaped(d.text[1:end])
		d.text = d.text[end+1:]
		return text
	}
	end := strings.IndexAny(d.text, " \t\r\n{}[],:\"")
	if end < 0 {
		d.text = ""
		return none{}
	}
	decoder := json.NewDecoder(strings.NewReader(d.text[:end]))
	decoder.UseNumber()
	var value any
	d.text = d.text[end:]
	if err := decoder.Decode(&value); err != nil {
		d.text = ""
		return none{}
	}
	return value
}

func (d *damaged) value(depth int) any {
	return d.after(d.token(), depth)
}

func (d *damaged) after(token any, depth int) any {
	mark, isMark := token.(byte)
	if !isMark {
		return token
	}
	if depth > 100 {
		d.text = ""
	}
	switch mark {
	case '[':
		items := []any{}
		for {
			token := d.token()
			if token == any(byte(',')) {
				continue
			}
			item := d.after(token, depth+1)
			if item == any(none{}) {
				return items
			}
			items = append(items, item)
		}
	case '{':
		members := map[string]any{}
		for {
			token := d.token()
			if token == any(byte(',')) {
				continue
			}
			name, ok := token.(string)
			if !ok || d.token() != any(byte(':')) {
				return members
			}
			member := d.value(depth + 1)
			if member == any(none{}) {
				return members
			}
			members[name] = member
		}
	}
	return none{}
}

var half = regexp.MustCompile(`\\(u[0-9a-fA-F]{0,3})?$`)

func unescaped(text string) string {
	var valid strings.Builder
	for _, c := range []byte(text) {
		if c < ' ' {
			valid.WriteString("\\u00" + strconv.FormatUint(uint64(c>>4), 16) + strconv.FormatUint(uint64(c&15), 16))
			continue
		}
		valid.WriteByte(c)
	}
	// The end of a text may be a part of an escape.
	for _, text := range []string{valid.String(), half.ReplaceAllString(valid.String(), "")} {
		var value string
		if err := json.Unmarshal([]byte(`"`+text+`"`), &value); err == nil {
			return value
		}
	}
	return text
}
