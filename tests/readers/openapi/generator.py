"""Tests a client that openapi-generator made from the output `openapi`.

It offers a constant by name, and reads a code that the document does not list.
"""

import sys

sys.path.insert(0, sys.argv[1])

from openapi_client.models import PhalaCloudError, PhalaCloudErrorCode

LATER = '{"error_code":"ERR-99-999","message":"Of a later version.","suggestions":["Wait."]}'

error = PhalaCloudError.from_json(LATER)
assert error is not None
assert (error.error_code, error.message, error.suggestions) == ("ERR-99-999", "Of a later version.", ["Wait."])
assert PhalaCloudErrorCode.CvmNotFound.value == "ERR-03-001"
