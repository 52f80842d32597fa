

def _listed(facts: Facts) -> list[ErrorItem]:
    """Returns an error, and the other items of the list of its code."""
{% if lists %}
    own = _slot(_ENVELOPE, "code")
    for place in own["places"] if own else []:
        path: list[Any] = place.get("path", [])
        places = (at for at, step in enumerate(path) if not isinstance(step, str))
        start = next(places, len(path))
        found = _walk(facts.json, path[:start])
        is_list = start < len(path) and isinstance(found, list)
        if not is_list or _walk(found, path[start:]) is None:
            continue
        items = cast(list[Any], found)
        step = path[start]
        if isinstance(step, int):
            chosen = step
        else:
            chosen = next(at for at, item in enumerate(items) if _holds(item, step))
        others = [item for at, item in enumerate(items) if at != chosen]
        first = ErrorItem(facts.code, facts.message, items[chosen])
        return [first, *(_item(item, path[:start]) for item in others)]
{% endif %}
    return [ErrorItem(facts.code, facts.message, facts.json)]
{% if lists %}


def _item(value: Any, outer: list[Any]) -> ErrorItem:
    """Reads an item of the list at a path."""
    answer = _Answer({}, value, False)
    text = _text_of(_below(answer, "code", outer))
    code = None if text is None else _wire(text)
    message = _message_of(_below(answer, "message", outer), code)
    return ErrorItem(code, message, value)


def _below(answer: _Answer, fact: str, outer: list[Any]) -> _Found | None:
    """Returns the first suitable value of a fact inside an item."""
    slot = _slot(_ENVELOPE, fact)
    for place in slot["places"] if slot else []:
        path: list[Any] = place.get("path", [])
        rest = path[len(outer) :]
        if path[: len(outer)] != outer or not rest or isinstance(rest[0], str):
            continue
        inner = {**place, "path": rest[1:]}
        value = _at(answer, inner)
        if _fits(fact, inner, value):
            return (value, inner)
    return None
{% endif %}
