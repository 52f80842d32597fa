{{ head }}
"""What the catalog says about the codes of the API."""

from dataclasses import dataclass
from typing import Final

from .errors import (
    {{ response }},
    Facts,
    Retry,
    canonical,
    class_of,
    retry_of,
)


@dataclass(frozen=True)
class Link:
    """A link to further information."""

    label: str
    url: str


@dataclass(frozen=True)
class Notice:
    """Why a code should no longer be used."""

    since: str | None = None
    use: {{ wire }} | None = None
    note: str | None = None


@dataclass(frozen=True)
class Info:
    """What the catalog says about an error.

    A message that the server writes ends in an ellipsis.
    """

    code: {{ wire }}
    family: str
    name: str | None = None
    status: int | None = None
    message: str | None = None
    description: str | None = None
    retry: Retry | None = None
    help: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    docs: str | None = None
    deprecated: Notice | None = None
    retired: Notice | None = None


@dataclass(frozen=True)
class Description:
    """What the response and the catalog say about an error."""

    code: {{ wire }} | None
    known: bool
    error_class: str | None
    retry: Retry
    message: str | None
    help: tuple[str, ...]
    request_id: str | None
    info: Info | None


def is_code(code: object) -> bool:
    """Returns whether this version knows a code."""
    return isinstance(code, ({{ wire_types }})) and canonical(code) in _BY_CODE


def info_of(facts: Facts) -> Info | None:
    """Returns the error that a response stands for, if this version knows it."""
    code = None if facts.code is None else canonical(facts.code)
    rows = [] if code is None else _BY_CODE.get(code, [])
    # A code of several families is never guessed.
    if len({row.family for row in rows}) != 1:
        return None
    fitting = [row for row in rows if row.status == facts.status_code] or rows
    said = [row for row in fitting if row.message == facts.message]
    return (said or fitting)[0]


def describe(error: {{ response }}) -> Description:
    """Returns what the response and the catalog say about an error."""
    info = info_of(error.facts)
    said = error.retry if info is None or info.retry is None else info.retry
    known = () if info is None else info.help
    own = class_of(error.facts)
    return Description(
        code=error.code,
        known=info is not None,
        error_class=None if own is None else own.__name__,
        retry=retry_of(error.facts, said),
        message=error.message,
        help=tuple(error.suggestions or known),
        request_id=error.request_id,
        info=info,
    )


# fmt: off
# Everything that the catalog says about its errors, in published order.
ALL: Final[tuple[Info, ...]] = (
{% for row in rows %}
    {{ row }},
{% endfor %}
)
# fmt: on

_BY_CODE: Final[dict[{{ wire }}, list[Info]]] = {}
for _row in ALL:
    _BY_CODE.setdefault(_row.code, []).append(_row)
