

def _field_errors(answer: _Answer) -> list[FieldError]:
    """Returns the mistakes in fields, in the order of the response."""
    found = _find(answer, "field_errors")
    if found is None:
        return []
    value, place = found
    errors: list[FieldError] = []
    if place.get("as") == "map":
        members = cast(dict[str, Any], value) if isinstance(value, dict) else {}
        for name, said in members.items():
            if _is_field(answer, place, name, said):
                said = [_complaint(item) for item in said] if _items(said) else [said]
                texts = [text for text in said if isinstance(text, str)]
                errors += [FieldError(name, text) for text in texts]
        return errors
    for item in _items(value):
        name, text = _field_of(item, place), _complaint(item)
        if isinstance(name, str) and isinstance(text, str):
            errors.append(FieldError(name, text))
    return errors


def _is_field(answer: _Answer, place: dict[str, Any], name: str, value: Any) -> bool:
    """Of the members of a whole body, those with lists of texts are fields."""
    if place.get("path") != []:
        return True
    places = [own for slot in _ENVELOPE for own in slot["places"]]
    if name in [_inside(own, place) for own in places]:
        return False
    rfc = ["type", "title", "status", "detail", "instance"]
    own = [slot["places"][0]["path"][0] for slot in _PROBLEM]
    if answer.is_problem and name in rfc + own:
        return False
    items = _items(value)
    return bool(items) and all(isinstance(item, str) for item in items)


def _field_of(item: Any, place: dict[str, Any]) -> Any:
    if place.get("as") == "loc":
        steps = [_plain(step) for step in _items(_member(item, "loc"))]
        return ".".join(step for step in steps if step is not None) or None
    if place.get("as") == "pointer":
        names = ["pointer", "parameter", "header"]
        return _first_text(_member(item, "source"), names)
    return _first_text(item, ["field", "name", "path"])


def _complaint(item: Any) -> Any:
    names = ["message", "msg", "detail", "description", "reason", "title", "code"]
    return _first_text(item, names) if isinstance(item, dict) else item


def _first_text(value: Any, names: Sequence[str]) -> Any:
    texts = (_member(value, name) for name in names)
    return next((text for text in texts if isinstance(text, str)), None)


def _complaints(errors: list[FieldError]) -> str:
    """Returns mistakes as a message: `title: is missing; handle: is taken`."""
    fields: dict[str, list[str]] = {}
    for error in errors:
        fields.setdefault(error.field, []).append(error.message)
    lines = [(name, " ".join(texts)) for name, texts in fields.items()]
    return "; ".join(f"{name}: {text}" if name else text for name, text in lines)
