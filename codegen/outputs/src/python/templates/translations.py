{{ head }}
"""The texts of errors in other languages."""

import json
from dataclasses import dataclass
from typing import Any, Final

from .errors import {{ response }}, canonical


@dataclass(frozen=True)
class Param:
    """A parameter of a message."""

    name: str


@dataclass(frozen=True)
class Text:
    """The texts of an error in another language."""

    message: str | tuple[str | Param, ...] | None = None
    description: str | None = None


def message_in(error: {{ response }}, language: str) -> str | None:
    """Returns the message in a language, with the parameters of the response.

    Returns `None` if it is not translated, or if the response lacks a parameter.
    """
    for text in _texts(error, language):
        message = text.message
        if message is None:
            continue
        if isinstance(message, str):
            return message
        parts = [_shown(error, part) for part in message]
        known = [part for part in parts if part is not None]
        return "".join(known) if len(known) == len(parts) else None
    return None


def description_in(error: {{ response }}, language: str) -> str | None:
    """Returns the description in a language."""
    for text in _texts(error, language):
        if text.description is not None:
            return text.description
    return None


def _texts(error: {{ response }}, language: str) -> list[Text]:
    code = "" if error.code is None else str(canonical(error.code))
    found = []
    tag = language.lower()
    while tag:
        for known, texts in TRANSLATIONS.items():
            if known.lower() == tag and code in texts:
                found.append(texts[code])
        tag = tag.rpartition("-")[0]
    return found


def _shown(error: {{ response }}, part: str | Param) -> str | None:
    if isinstance(part, str):
        return part
    sources: list[Any] = [error.facts.params, error.facts.details]
    for source in sources:
        value = source.get(part.name) if isinstance(source, dict) else None
        if value is not None:
            return value if isinstance(value, str) else json.dumps(value)
    return None


# fmt: off
TRANSLATIONS: Final[dict[str, dict[str, Text]]] = {
{% for locale in locales %}
    {{ locale.language }}: {
{% for text in locale.texts %}
        {{ text }},
{% endfor %}
    },
{% endfor %}
}
# fmt: on
