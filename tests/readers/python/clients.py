"""Reads responses as in Rust, and finds every text again.

usage: python clients.py HOSTILE
"""

import importlib
import json
import sys
import time
from pathlib import Path

NOW = 1_795_262_400  # 2026-11-21T12:00:00Z
time.time = lambda: NOW


hostile = Path(sys.argv[1])
vectors = json.loads(Path("vectors.json").read_text(encoding="utf-8"))
for vector in vectors:
    package = "several." + vector["catalog"].replace("-", "_")
    client = importlib.import_module(package)
    info = importlib.import_module(package + ".info")
    told = info.describe(client.from_response(vector["status"], vector["body"].encode(), vector["headers"]))
    found_vector = {
        "code": None if told.code is None else str(told.code),
        "known": told.known,
        "class": told.error_class,
        "retry": told.retry,
        "message": told.message,
        "help": list(told.help),
        "request_id": told.request_id,
    }
    assert found_vector == vector["expect"], f"{vector['catalog']}: {vector['name']}: {found_vector}"

from several import numbers, rich  # noqa: E402
from several.numbers.error_codes import Code as Numbers  # noqa: E402
from several.rich import error_codes as codes  # noqa: E402
from several.rich.info import describe  # noqa: E402

body = {
    "ok": False,
    "trace": "t-1",
    "wait": 1500,
    "fields": {"title": ["is missing", "is short"]},
    "errors": [
        {"note": "first"},
        {
            "code": "quota_exceeded",
            "text": "[quota_exceeded] Too many.",
            "info": [{"field": "odd-name", "value": True}],
        },
    ],
}
quota = rich.from_response(429, json.dumps(body).encode())
assert type(quota) is rich.Quota and isinstance(quota, rich.RichError)
assert quota.has_code(codes.QUOTA_USED) and quota.code == "quota_exceeded"
assert (quota.retry, quota.retry_after, quota.message) == ("retry-after", 1.5, "Too many.")
assert quota.structured_details == [{"field": "odd-name", "value": True}]
assert [error.message for error in quota.field_errors] == ["is missing", "is short"]
assert describe(quota).help == ("Delete a CVM.",)
fields = rich.from_response(422, json.dumps({"fields": body["fields"], "delay": "PT1M30S"}).encode())
assert (fields.message, fields.retry_after) == ("title: is missing is short", 90.0)
flood = rich.from_response(420, b'{"errors":[{"code":"flood_wait_42","text":"t"}]}')
assert flood.has_code(codes.FLOOD_WAIT_SECONDS) and describe(flood).retry == "retry-after"
special = rich.from_response(400, b'{"errors":[{"code":"special","text":"t"}]}')
assert (type(special), special.retry, describe(special).retry) == (rich.Quota, "backoff", "never")
several_errors = {
    "errors": [
        {"note": 1},
        {"code": "special", "text": "[special] One."},
        {"code": "later", "text": "[later] Two."},
        {"text": "Three."},
    ]
}
several_items = rich.from_response(400, json.dumps(several_errors).encode()).errors()
assert [(item.code, item.message, item.json) for item in several_items] == [
    ("special", "One.", several_errors["errors"][1]),
    (None, None, {"note": 1}),
    ("later", "Two.", several_errors["errors"][2]),
    (None, "Three.", {"text": "Three."}),
]
assert rich.from_response(400, b'{"ok":false}').errors() == [rich.ErrorItem(None, None, {"ok": False})]
challenge = {"X-Trace": 'Bearer realm="x", id="a\\"b"'}
assert rich.from_response(500, b"", challenge).request_id == 'a"b'
page = b'{"type":"https://rich.example/errors/special","title":"Special"}'
assert rich.from_response(400, page).code == "special"
assert rich.is_error(200, b'{"ok":false}') and not rich.is_error(200, b'{"ok":true}')
assert rich.Offline("x").retry == "backoff" and issubclass(rich.Offline, rich.RichError)
for text in [b"404", b'"404"', b"404.0", b"40400"]:
    assert numbers.from_response(404, b'{"code":' + text + b"}").has_code(Numbers.NOT_FOUND), text
assert numbers.from_response(500, b'{"code":-1}').code == -1
assert "secret" not in "".join(path.read_text().lower() for path in Path("public_rich").glob("*.py"))
assert "masked" not in "".join(path.read_text().lower() for path in Path("public_rich").glob("*.py"))

sys.path.insert(0, str(hostile))
hostile_info = importlib.import_module("client.hostile.info")
hostile_codes = importlib.import_module("client.hostile.error_codes")
expected_errors = json.loads((hostile / "expected.json").read_text(encoding="utf-8"))
assert [(row.code, row.message or "", row.description or "") for row in hostile_info.ALL] == [
    (row["code"], row["message"], row["description"]) for row in expected_errors
]
assert {code.value for code in hostile_codes.Code} == {row["code"] for row in expected_errors}
hostile_reader = importlib.import_module("client.translated")
hostile_texts = importlib.import_module("client.translated.translations")
for at, row in enumerate(expected_errors):
    error = hostile_reader.from_response(400, json.dumps({"code": f"text_{at}"}).encode())
    texts = (hostile_texts.message_in(error, "de"), hostile_texts.description_in(error, "de"))
    # An empty text translates nothing.
    assert texts == (row["message"] or None, row["description"] or None), row
print(f"{len(vectors)} vectors, {len(expected_errors)} hostile errors")

from several import translated  # noqa: E402
from several.translated.translations import description_in, message_in  # noqa: E402


def of(code: str, **details: object) -> translated.TranslatedError:
    """Reads a response."""
    return translated.from_response(409, json.dumps({"code": code, "details": details}).encode())


many = of("many_items", count=7, limit=5)
assert [message_in(many, language) for language in ("de", "de-AT", "DE-ch-1996", "fr", "")] == [
    "Von 5 sind es 7.",
    "Von 5 sind es 7.",
    "7/5, gäll.",
    None,
    None,
]
assert message_in(of("items_many", count=7), "de") is None
assert (message_in(of("item_odd"), "de-CH"), description_in(of("item_odd"), "de")) == (
    "Ungerade, weil…",
    "Nimm ein gerades.",
)
assert (message_in(of("item_plain"), "de"), description_in(of("nothing"), "de")) == (None, None)
