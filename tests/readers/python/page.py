"""The page "Error Handling" of the Python SDK of Phala Cloud, name by name."""

import asyncio
import pickle

import phala_cloud
import use
from phala_cloud import error_codes, errors
from phala_cloud.error_codes import NODE_NOT_FOUND

# "Error Hierarchy"
HIERARCHY = {
    "PhalaCloudError": "Exception",
    "RequestError": "PhalaCloudError",
    "ValidationError": "PhalaCloudError",
    "ApiError": "PhalaCloudError",
    "AuthError": "ApiError",
    "ServerError": "ApiError",
    "BusinessError": "ApiError",
    "ConflictError": "BusinessError",
    "ResourceError": "BusinessError",
}
for name, parent in HIERARCHY.items():
    exported = getattr(phala_cloud, name)
    assert exported is getattr(errors, name)
    assert [base.__name__ for base in exported.__bases__] == [parent], name

BODY = b"""{"error_code": "ERR-01-001", "message": "The node is gone", "request_id": "r-1",
"details": [{"field": "node_id", "value": 7, "message": null}],
"suggestions": ["Choose another node"],
"links": [{"label": "Nodes", "url": "https://cloud.example/nodes"}]}"""

# "ApiError" and "ResourceError"
error = phala_cloud.from_response(404, BODY)
assert type(error) is phala_cloud.ResourceError
assert (error.status_code, error.code, error.error_code) == (404, "ERR-01-001", NODE_NOT_FOUND)
assert error.detail["message"] == str(error) == "The node is gone"
assert error.structured_details == [{"field": "node_id", "value": 7, "message": None}]
assert error.suggestions == ["Choose another node"]
assert error.links == [{"label": "Nodes", "url": "https://cloud.example/nodes"}]
assert error.request_id == "r-1"
bare = phala_cloud.from_response(404, b"")
assert (bare.code, bare.structured_details, bare.suggestions, bare.links) == (None, None, None, None)

# The statuses of the classes.
for status, name in [
    (401, "AuthError"),
    (403, "AuthError"),
    (400, "BusinessError"),
    (409, "ConflictError"),
    (422, "BusinessError"),
    (500, "ServerError"),
    (503, "ServerError"),
    (302, "ApiError"),
]:
    assert type(phala_cloud.from_response(status, b"{}")).__name__ == name, status
# A conflict with a code is a ResourceError.
assert type(phala_cloud.from_response(409, BODY)) is phala_cloud.ResourceError

# "Basic Exception Handling"
assert use.kind_of(lambda: use.fail(404, BODY)) == "Error [ERR-01-001]: The node is gone; Choose another node"
assert use.kind_of(lambda: use.fail(401)) == "Authentication failed: HTTP 401"
assert use.kind_of(lambda: use.fail(400)) == "Business error (400): HTTP 400"
assert use.kind_of(lambda: use.fail(500)) == "Server error (500): HTTP 500"
assert use.kind_of(use.offline) == "Network error: no route to host"
assert use.kind_of(use.invalid) == "Unexpected SDK error: the answer has no `id`"

# "Error Codes"
for name in ["CVM_APP_ID_CONFLICT", "INSUFFICIENT_BALANCE", "NODE_NOT_FOUND", "QUOTA_EXCEEDED"]:
    assert getattr(error_codes, name) == error_codes.Code[name].value
assert use.by_constant(error) == "The specified node doesn't exist"
assert use.advice(error) == "never"

# "Retry on Conflict"
calls: list[int] = []
pauses: list[float] = []


def busy() -> str:
    calls.append(1)
    return use.fail(409) if len(calls) < 3 else "restarted"


assert use.with_retries(busy, pauses.append) == "restarted"
assert (len(calls), pauses) == (3, [1.0, 2.0])
try:
    use.with_retries(lambda: use.fail(409), pauses.append)
    raise AssertionError
except phala_cloud.ConflictError as conflict:
    assert conflict.retry == "backoff"

# "SafeResult", "Async Safe Methods", "Combining Safe + Exception Handling"
done = use.safe(lambda: 7)
assert (done.ok, done.data, done.error, done.unwrap()) == (True, 7, None, 7)
result = use.safe(lambda: use.fail(404, BODY))
assert not result.ok and result.data is None
assert isinstance(result.error, phala_cloud.ResourceError) and result.error.error_code == NODE_NOT_FOUND
try:
    result.unwrap()
    raise AssertionError
except phala_cloud.ResourceError as same:
    assert same is result.error
later = asyncio.run(use.safe_async(use.fail_later(503)))
assert isinstance(later.error, phala_cloud.ServerError)
try:
    use.safe(lambda: 1 // 0)
    raise AssertionError
except ZeroDivisionError:
    pass

# Errors cross processes.
copy = pickle.loads(pickle.dumps(error))
assert (type(copy), copy.facts) == (type(error), error.facts)
