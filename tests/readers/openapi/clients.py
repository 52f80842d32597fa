"""Tests clients for Python that other tools made from the output `openapi`.

Each offers a constant by name, and reads a code that the document does not list.
"""

import json
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

sys.path.insert(0, sys.argv[1])

import models
from phala_client import Client
from phala_client.api.default import get_cvm
from phala_client.models import PhalaCloudErrorCode

LATER = "ERR-99-999"
BODY = {"error_code": LATER, "message": "Of a later version.", "suggestions": ["Wait."]}


class Handler(BaseHTTPRequestHandler):
    """Answers every request with a code of a later version."""

    def do_GET(self) -> None:
        """Answers."""
        body = json.dumps(BODY).encode()
        self.send_response(404)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


server = HTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()

error = get_cvm.sync(id="7", client=Client(base_url=f"http://127.0.0.1:{server.server_port}"))
assert (error.error_code, error.suggestions) == (LATER, ["Wait."]), error
assert PhalaCloudErrorCode.CVM_NOT_FOUND == "ERR-03-001"

read = models.PhalaCloudError.model_validate(BODY)
assert (read.error_code, read.suggestions) == (LATER, ["Wait."]), read
assert models.PhalaCloudErrorCode.CvmNotFound.value == "ERR-03-001"
