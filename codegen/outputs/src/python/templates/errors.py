{{ head }}
"""The errors of the API, and the reader of its responses."""

{% if own_exception %}
import builtins
{% endif %}
import json
import math
import re
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime
from typing import Any, Final, Generic, Literal, TypeVar, cast
from urllib.parse import unquote

Retry = Literal["never", "immediately", "backoff", "retry-after"]
T = TypeVar("T")


@dataclass(frozen=True)
class FieldError:
    """A mistake in a field of the request."""

    field: str
    message: str


@dataclass(frozen=True)
class ErrorItem:
    """One of the errors of a response."""

    code: {{ wire }} | None
    message: str | None
    json: Any
    """The item, or the whole body if the API has no list of errors."""


@dataclass(frozen=True)
class Facts:
    """What a response says."""

    status_code: int
    body: bytes
    json: Any = None
    code: {{ wire }} | None = None
    message: str | None = None
    details: Any = None
    params: Any = None
    suggestions: list[str] = field(default_factory=list)
    links: list[dict[str, Any]] = field(default_factory=list)
    field_errors: list[FieldError] = field(default_factory=list)
    request_id: str | None = None
    retry_after: float | None = None


{% for class in classes %}
class {{ class.name }}({{ class.parent }}):
{% if class.is_root %}
    """A failed request."""
{% else %}
    """A kind of {{ class.parent }}."""
{% endif %}
{% if class.own_retry %}

    retry: Retry = "{{ class.own_retry }}"
{% endif %}
{% if class.is_response %}
{% include "response.py" %}
{% endif %}


{% endfor %}
@dataclass
class SafeResult(Generic[T]):
    """Data or an error."""

    ok: bool
    data: T | None = None
    error: {{ exception }} | None = None

    def unwrap(self) -> T:
        """Returns the data, or raises the error."""
        if self.error is not None:
            raise self.error
        return cast(T, self.data)

    @classmethod
    def of(cls, call: Callable[[], T]) -> "SafeResult[T]":
        """Calls a function, and keeps the error that it raises."""
        try:
            return SafeResult(ok=True, data=call())
        except {{ root }} as error:
            return SafeResult(ok=False, error=error)

    @classmethod
    async def of_async(cls, call: Awaitable[T]) -> "SafeResult[T]":
        """Awaits a call, and keeps the error that it raises."""
        try:
            return SafeResult(ok=True, data=await call)
        except {{ root }} as error:
            return SafeResult(ok=False, error=error)


def from_response(
    status_code: int,
    body: bytes,
    headers: Mapping[str, str] | None = None,
) -> {{ response }}:
    """Reads an error response. Never raises."""
    facts = _read(status_code, body, headers or {})
    return (class_of(facts) or {{ response }})(facts)


def is_error(
    status_code: int,
    body: bytes,
    headers: Mapping[str, str] | None = None,
) -> bool:
    """Returns whether a response is an error, whatever its status."""
{% if mark %}
    if status_code >= 400:
        return True
    value = _at(_Answer(headers or {}, _parse(body), False), _MARK)
{% if mark_value %}
    return type(value) is type(_MARK_VALUE) and bool(value == _MARK_VALUE)
{% else %}
    return value is not None
{% endif %}
{% else %}
    return status_code >= 400
{% endif %}


def canonical(code: {{ wire }}) -> {{ wire }}:
    """Returns the constant that a code is equal to, or the code."""
{% if aliases %}
    for alias, same in _ALIASES:
        if alias == code:
            return same
{% endif %}
{% if patterns %}
    for known, pattern in _PATTERNS:
        if re.fullmatch(pattern, str(code), re.DOTALL):
            return known
{% endif %}
    return code


def class_of(facts: Facts) -> type[{{ response }}] | None:
    """Returns the class of a response by the rules of the catalog."""
{% if own_classes %}
    known = None if facts.code is None else canonical(facts.code)
    for code, own in _OWN_CLASSES:
        if code == known:
            return own
{% endif %}
    for result, rule in _RULES:
        if _matches(rule, facts):
            return result
    return None


def retry_of(facts: Facts, said: Retry | None) -> Retry:
    """Returns whether to send a request again, if the catalog says `said`."""
    if said in ("never", "immediately"):
        return said
    if facts.retry_after is not None:
        return "retry-after"
    if said is not None:
        return said
    if facts.status_code in (501, 505, 506, 508, 510, 511):
        return "never"
    is_passing = facts.status_code in (408, 425, 429) or facts.status_code >= 500
    return "backoff" if is_passing else "never"


{% include "read.py" %}
