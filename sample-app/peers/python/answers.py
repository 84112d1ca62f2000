"""What is answered to what, and the messages on stderr: common to all kinds of concurrency."""

import sys

from options import NAME

TEXT = "text/plain; charset=utf-8"
METRICS = "text/plain; version=0.0.4; charset=utf-8"

HELLO = (200, TEXT, "Hello World!")
NOT_FOUND = (404, TEXT, "Not Found")
FAILED = (500, TEXT, "Internal Server Error")

BACKLOG = 1024  # waiting connections that the kernel keeps; it caps them at net.core.somaxconn


def complain(message):
    """Says on stderr what went wrong."""
    print(f"{NAME}: {message}", file=sys.stderr, flush=True)


def ready(host, port):
    """Says that the peer answers, and where."""
    print(f"listening on http://{f'[{host}]' if ':' in host else host}:{port}", flush=True)
