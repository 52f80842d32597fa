# fmt: off
# The places of facts in a response, in the order in which they are tried.
_ENVELOPE: Final[list[dict[str, Any]]] = [
{% for slot in envelope %}
    {{ slot }},
{% endfor %}
]
# The retry advice of classes.
_CLASS_RETRY: Final[dict[type, Retry]] = {
{% for class in classes %}
{% if class.retry %}
    {{ class.name }}: "{{ class.retry }}",
{% endif %}
{% endfor %}
}
# The rules of classes, of which the first that fits counts.
_RULES: Final[list[tuple[type[{{ response }}], dict[str, Any]]]] = [
{% for rule in rules %}
    ({{ rule.class }}, {{ rule.when }}),
{% endfor %}
]
{% if own_classes %}
# The classes of codes that say their own.
_OWN_CLASSES: Final[list[tuple[{{ wire }}, type[{{ response }}]]]] = [
{% for own in own_classes %}
    ({{ own.code }}, {{ own.class }}),
{% endfor %}
]
{% endif %}
{% if aliases %}
# Other spellings of codes.
_ALIASES: Final[list[tuple[{{ wire }}, {{ wire }}]]] = [
{% for row in aliases %}
    {{ row }},
{% endfor %}
]
{% endif %}
{% if patterns %}
# Codes that carry a value.
_PATTERNS: Final[list[tuple[{{ wire }}, str]]] = [
{% for row in patterns %}
    {{ row }},
{% endfor %}
]
{% endif %}
{% if mark %}
# The mark of errors.
_MARK: Final[dict[str, Any]] = {{ mark }}
{% if mark_value %}
_MARK_VALUE: Final[Any] = {{ mark_value }}
{% endif %}
{% endif %}
{% if docs %}
# The addresses of the pages of codes.
_DOCS: Final[str] = {{ docs }}
{% endif %}
# The members of problem details (RFC 9457).
_PROBLEM: Final[list[dict[str, Any]]] = [
    {"fact": "code", "places": [{"path": ["code"]}]},
    {"fact": "message", "places": [{"path": ["detail"]}, {"path": ["title"]}]},
    {"fact": "params", "places": [{"path": ["params"]}]},
    {"fact": "details", "places": [{"path": ["details"]}]},
    {"fact": "suggestions", "places": [{"path": ["suggestions"]}]},
    {"fact": "request_id", "places": [{"path": ["request_id"]}]},
    {"fact": "retry_after", "places": [{"path": ["retry_after"]}]},
]
# fmt: on


@dataclass(frozen=True)
class _Answer:
    headers: Mapping[str, str]
    json: Any
    is_problem: bool

    def header(self, name: str) -> str | None:
        for known, value in self.headers.items():
            if known.lower() == name:
                return value.strip()
        return None


# A value and its place.
_Found = tuple[Any, dict[str, Any]]


class _Cut(str):
    """A text whose end is missing."""


def _read(status_code: int, body: bytes, headers: Mapping[str, str]) -> Facts:
    value = _parse(body)
    media = _Answer(headers, None, False).header("content-type")
    kind = (media or "").split(";")[0].strip().lower()
    declared = kind == "application/problem+json"
    looks = all(isinstance(_member(value, name), str) for name in ("type", "title"))
    answer = _Answer(headers, value, declared or (media is None and looks))
    code = _text_of(_find(answer, "code"))
{% if docs %}
    if code is None and answer.is_problem:
        code = _code_in(_member(value, "type"))
{% endif %}
    wire = None if code is None else _wire(code)
    message = _message_of(_find(answer, "message"), wire)
    field_errors: list[FieldError] = []
{% if field_errors %}
    field_errors = _field_errors(answer)
    if message is None and field_errors:
        message = _complaints(field_errors)
{% endif %}
    if message is None:
        message = _text_in(body, value, media)
    request_id = _text_of(_find(answer, "request_id"))
    if request_id is None and declared:
        request_id = answer.header("x-request-id")
    params = _find(answer, "params")
    return Facts(
        status_code=status_code,
        body=body,
        json=value,
        code=wire,
        message=message,
        details=_details_of(answer),
        params=None if params is None else params[0],
        suggestions=_texts(_find(answer, "suggestions")),
        links=_links(_find(answer, "links")),
        field_errors=field_errors,
        request_id=request_id,
        retry_after=_wait_of(answer),
    )


def _text_in(body: bytes, value: Any, media: str | None) -> str | None:
    """Returns a body that is a text, such as the message of a proxy."""
    try:
        text = body.decode("utf-8").removeprefix("\ufeff").strip()
    except _INVALID:
        return None
    is_markup = (media or "").lower().startswith("text/html") or text.startswith("<")
    is_binary = re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f-\x9f]", text)
    if is_markup or is_binary or isinstance(value, (dict, list)):
        return None
    try:
        json.loads(text)
    except _INVALID:
        return text or None
    return None


def _matches(rule: dict[str, Any], facts: Facts) -> bool:
    ranges = rule.get("status")
    if ranges and not any(first <= facts.status_code <= last for first, last in ranges):
        return False
    wanted = rule.get("code")
    if wanted is None:
        return True
    if facts.code is None:
        return False
    text = str(facts.code).lower()
    if len(wanted) == 1:
        return bool(text == wanted[0])
    start, end = wanted
    is_long = len(text) >= len(start) + len(end)
    return is_long and text.startswith(start) and text.endswith(end)


def _slot(slots: list[dict[str, Any]], fact: str) -> dict[str, Any] | None:
    return next((slot for slot in slots if slot["fact"] == fact), None)


def _find(answer: _Answer, fact: str) -> _Found | None:
    """Returns the first suitable value of a fact."""
    own = _slot(_ENVELOPE, fact)
    for place in own["places"] if own else []:
        value = _at(answer, place)
        if _fits(fact, place, value):
            return (value, place)
    slot = _slot(_PROBLEM, fact) if _is_standard(answer, fact) else None
    for place in slot["places"] if slot else []:
        value = _at(answer, place)
        if not _is_named(place["path"][0], fact) and _fits(fact, place, value):
            return (value, place)
    return None


def _is_standard(answer: _Answer, fact: str) -> bool:
    """Returns whether problem details have a fact of their own."""
    if not answer.is_problem or fact in ("code", "message"):
        return answer.is_problem
    slot = _slot(_ENVELOPE, fact)
    if slot is None:
        return True
    path = slot["places"][0].get("path")
    return path is not None and not (path and isinstance(path[0], str))


def _is_named(name: str, fact: str) -> bool:
    """Returns whether a member of the body is the place of another fact."""
    for slot in _ENVELOPE:
        paths = [place.get("path") for place in slot["places"]]
        if slot["fact"] == fact and [name] in paths:
            return True
        if slot["fact"] != fact and paths[0] and paths[0][0] == name:
            return True
    return False


def _at(answer: _Answer, place: dict[str, Any]) -> Any:
    if "path" in place:
        return _walk(answer.json, place["path"])
    text = answer.header(place["header"])
    if text is None or "parameter" not in place:
        return text
    pattern = r'([^\s,;="]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,;"]+))'
    for found in re.finditer(pattern, text, re.DOTALL):
        if found[1].lower() == place["parameter"].lower():
            quoted = found[2]
            return found[3] if quoted is None else re.sub(r"\\(.)", r"\1", quoted)
    return None


def _walk(value: Any, path: list[Any]) -> Any:
    for step in path:
        if isinstance(step, str):
            value = _member(value, step)
        elif not isinstance(value, list):
            return None
        elif isinstance(step, int):
            value = value[step] if step < len(value) else None
        else:
            value = next((item for item in value if _holds(item, step)), None)
    return value


def _holds(item: Any, wanted: dict[str, Any]) -> bool:
    for name in wanted["has"]:
        item = _member(item, name)
    if "is" not in wanted:
        return item is not None
    text = str(item).lower() if isinstance(item, bool) else _plain(item)
    return bool(text == wanted["is"])


def _fits(fact: str, place: dict[str, Any], value: Any) -> bool:
    if fact in ("code", "request_id"):
        return bool(_cut(place, _plain(value) or ""))
    if fact == "message":
        return bool(_cut(place, _said(value) or ""))
    if fact in ("suggestions", "links"):
        return isinstance(value, (list, str))
    if fact == "params":
        return isinstance(value, dict)
    if fact == "field_errors":
        return isinstance(value, (list, dict))
    return value is not None


def _cut(place: dict[str, Any], text: str) -> str:
    """Returns the part of a text between the marks of a place."""
    after, before = place.get("after"), place.get("before")
    if after and after in text:
        text = text.split(after, 1)[1]
    if before and before in text:
        text = text.split(before, 1)[0]
    return text


def _text_of(found: _Found | None) -> str | None:
    text = None if found is None else _plain(found[0])
    return None if found is None or text is None else _cut(found[1], text)


def _wire(text: str) -> {{ wire }}:
    """Returns a code as constants have it."""
{% if numeric %}
    if re.fullmatch(r"-?[0-9]+(\.0*)?", text):
        return int(text.split(".")[0])
    if re.fullmatch(r"0[xX][0-9a-fA-F]+", text):
        return int(text, 16)
{% endif %}
    return text


def _message_of(found: _Found | None, code: {{ wire }} | None) -> str | None:
    """Returns the message without the form that the API puts around it."""
    if found is None:
        return None
    text = _cut(found[1], _said(found[0]) or "")
    form = found[1].get("as")
    if not isinstance(form, dict) or code is None:
        return text
    form = cast(dict[str, list[Any]], form)
    before, after = (
        "".join(str(code) if piece == 0 else str(piece) for piece in form[side])
        for side in ("before", "after")
    )
    if text == str(code) and 0 in form["before"] + form["after"]:
        return None
    is_formed = text.startswith(before) and text.endswith(after)
    if not is_formed or len(text) < len(before) + len(after):
        return text
    return text[len(before) : len(text) - len(after)] or None


def _said(value: Any) -> str | None:
    """Returns the message in a value, or a list of complaints as a text."""
    if isinstance(value, str):
        return str(value) or None
    if not isinstance(value, list):
        return None
    lines: list[str] = []
    for item in value:
        texts = (item, _member(item, "msg"), _member(item, "message"))
        text = next((text for text in texts if isinstance(text, str)), None)
        if text is None:
            continue
        steps = [_plain(step) for step in _items(_member(item, "loc"))]
        place = ".".join(step for step in steps if step is not None)
        lines.append(f"{place}: {text}" if place else text)
    return "; ".join(lines) or None


def _texts(found: _Found | None) -> list[str]:
    if found is None:
        return []
    values = found[0] if isinstance(found[0], list) else [_text_of(found)]
    texts = [_plain(value) for value in values]
    return [text for text in texts if text is not None]


def _links(found: _Found | None) -> list[dict[str, Any]]:
    if found is None:
        return []
    values = found[0] if isinstance(found[0], list) else [_text_of(found)]
    links: list[dict[str, Any]] = []
    for value in values:
        if isinstance(value, dict):
            links.append(cast(dict[str, Any], value))
        elif isinstance(value, str):
            links.append({"label": "", "url": value})
    return links


def _details_of(answer: _Answer) -> Any:
    found = _find(answer, "details")
    if found is None:
        return None
    value, place = found
{% if beside %}
    if place.get("as") == "beside" and isinstance(value, dict):
        members = cast(dict[str, Any], value)
        names = [_inside(own, place) for slot in _ENVELOPE for own in slot["places"]]
        return {name: member for name, member in members.items() if name not in names}
{% endif %}
    return value
{% if inside %}


def _inside(own: dict[str, Any], place: dict[str, Any]) -> Any:
    """Returns the member of a place that the path of another goes through."""
    outer, path = place.get("path", []), own.get("path", [])
    return path[len(outer)] if path[: len(outer)] == outer < path else None
{% endif %}


def _wait_of(answer: _Answer) -> float | None:
    """Returns how many seconds a response asks to wait, at most a day."""
    places: list[dict[str, Any]] = []
    own = _slot(_ENVELOPE, "retry_after")
    if own is not None:
        places += own["places"]
    if _is_standard(answer, "retry_after"):
        places.append({"path": ["retry_after"]})
    for place in [*places, {"header": "retry-after"}]:
        text = _plain(_at(answer, place))
        wait = None if text is None else _wait_in(_cut(place, text).strip(), place)
        if wait is not None:
            return min(wait, 86_400.0)
    return None


def _wait_in(text: str, place: dict[str, Any]) -> float | None:
    unit = place.get("unit")
    number: float | None = None
    if re.fullmatch(r"[0-9]+(\.[0-9]+)?", text):
        number = float(math.ceil(float(text))) if len(text) < 300 else 1e300
    if unit == "ms":
        return None if number is None else number / 1000
    if unit == "duration":
        return _duration(text)
    if unit == "date":
        return _until(number if number is not None else _date(text))
    return number if number is not None else _until(_http_date(text))


def _until(at: float | None) -> float | None:
    """Returns the seconds until a time, rounded up."""
    return None if at is None else max(0.0, float(math.ceil(at - time.time())))


def _date(text: str) -> float | None:
    try:
        at = datetime.fromisoformat(text)
    except _INVALID:
        return _http_date(text)
    return at.timestamp() if at.tzinfo else None


def _http_date(text: str) -> float | None:
    forms = (
        r"\w+, \d\d[ -]\w{3}[ -]\d{2,4} \d\d:\d\d:\d\d GMT",
        r"\w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d \d{4}",
    )
    if not any(re.fullmatch(form, text) for form in forms):
        return None
    try:
        at = parsedate_to_datetime(text)
    except _INVALID:
        return None
    return at.replace(tzinfo=timezone.utc).timestamp()


def _duration(text: str) -> float | None:
    """Reads `3.5s`, `1m30s`, and durations of ISO 8601 such as `PT5S`."""
    units = {"w": 604_800, "d": 86_400, "h": 3600, "m": 60, "s": 1, "ms": 0.001}
    rest = text[1:] if text[:1] in ("P", "p") else text
    parts = re.findall(r"([0-9]+(?:\.[0-9]+)?)([A-Za-z]+)|[Tt]", rest)
    whole = re.fullmatch(r"(?:[0-9]+(?:\.[0-9]+)?[A-Za-z]+|[Tt])+", rest)
    if whole is None or not any(number for number, _ in parts):
        return None
    total = 0.0
    for number, unit in parts:
        if number:
            if unit.lower() not in units:
                return None
            total += float(number) * units[unit.lower()]
    return total
{% if docs %}


def _code_in(page: Any) -> str | None:
    """Returns the code in the address of its page."""
    found = re.match(_DOCS, page, re.DOTALL) if isinstance(page, str) else None
    return None if found is None else unquote(found[1])
{% endif %}
{% if field_errors %}
{% include "fields.py" %}
{% endif %}
{% include "items.py" %}


def _items(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _member(value: Any, name: str) -> Any:
    return cast(dict[str, Any], value).get(name) if isinstance(value, dict) else None


def _plain(value: Any) -> str | None:
    """Returns a text whose end is not missing, or a number as a text."""
    if isinstance(value, (bool, _Cut)):
        return None
    return str(value) if isinstance(value, (str, int, float)) else None


# A class of the API may have the name of one of these.
_INVALID = (ValueError, TypeError, OverflowError, RecursionError, IndexError)


def _parse(body: bytes) -> Any:
    text = body.decode("utf-8", "replace").removeprefix("\ufeff")
    try:
        return json.loads(text)
    except _INVALID:
        value = _Damaged(text).value(0)
        return None if value is _NOTHING else value


class _Damaged:
    """Reads JSON up to the place where it is cut off or damaged."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def token(self) -> tuple[str, Any]:
        """Returns the kind and value of the next mark, text or word."""
        found = _TOKEN.match(self.text, self.at)
        if found is None:
            self.at = len(self.text)
            return ("end", None)
        self.at = found.end()
        mark, text, end, word = found.groups()
        if mark is not None:
            return (mark, None)
        if text is not None:
            return ("value", _unescaped(text) if end else _Cut(_unescaped(text)))
        try:
            if self.at < len(self.text):
                return ("value", json.loads(word))
        except _INVALID:
            self.at = len(self.text)
        return ("end", None)

    def value(self, depth: int) -> Any:
        return self.after(self.token(), depth)

    def after(self, token: tuple[str, Any], depth: int) -> Any:
        kind, value = token
        if depth > 100:
            self.at = len(self.text)
        elif kind == "value":
            return value
        elif kind == "[":
            return self.array(depth + 1)
        elif kind == "{":
            return self.object(depth + 1)
        return _NOTHING

    def array(self, depth: int) -> list[Any]:
        items: list[Any] = []
        while True:
            token = self.token()
            if token[0] == ",":
                continue
            item = self.after(token, depth)
            if item is _NOTHING:
                return items
            items.append(item)

    def object(self, depth: int) -> dict[str, Any]:
        members: dict[str, Any] = {}
        while True:
            kind, name = self.token()
            if kind == ",":
                continue
            if kind != "value" or not isinstance(name, str) or isinstance(name, _Cut):
                return members
            if self.token()[0] != ":":
                return members
            value = self.value(depth)
            if value is _NOTHING:
                return members
            members[name] = value


_NOTHING: Final[Any] = object()
_TOKEN: Final = re.compile(
    r'\s*(?:([{}\[\],:])|"((?:[^"\\]|\\.)*)("?)|([^\s{}\[\],:"]+))', re.DOTALL
)


def _unescaped(text: str) -> str:
    # The end of a text may be a part of an escape.
    for whole in (text, re.sub(r"\\u[0-9a-fA-F]{0,3}$", "", text)):
        try:
            return str(json.loads(f'"{whole}"', strict=False))
        except _INVALID:
            pass
    return text
