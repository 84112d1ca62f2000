"""http.server as it comes: one request at a time, or a thread for each."""

import http.server
import socket
import socketserver
import sys

from answers import BACKLOG, FAILED, HELLO, METRICS, NOT_FOUND, complain, ready


def serve(options, work, books):
    """Serves for ever; raises OSError if it cannot listen."""
    base = _Threads if options.concurrency == "virtual" else _Single
    family = socket.AF_INET6 if ":" in options.host else socket.AF_INET
    kind = type("Server", (base,), {"address_family": family})
    with kind((options.host, options.port), _handler(work, books)) as server:
        ready(options.host, server.server_address[1])
        server.serve_forever(poll_interval=None)  # asleep until a client comes, no poll every 0.5 s


class _Single(socketserver.TCPServer):
    # Not http.server.HTTPServer, which asks the name service for its own name when it starts.
    allow_reuse_address = True
    request_queue_size = BACKLOG

    def handle_error(self, request, client_address):
        error = sys.exc_info()[1]
        if not isinstance(error, ConnectionError):  # a client that has gone is no news here
            complain(f"a connection failed: {error}")


class _Threads(socketserver.ThreadingMixIn, _Single):
    daemon_threads = True


def _handler(work, books):
    class Handler(http.server.BaseHTTPRequestHandler):
        # HTTP/1.0, the library's default, closes after each answer. With one thread it must: a
        # connection that is kept open holds the thread.

        def do_GET(self):
            if self.path == "/":
                self._answer(*self._greet())
            elif self.path == "/metrics":
                self._answer(200, METRICS, books.metrics_page())
            else:
                self._answer(*NOT_FOUND)

        def _greet(self):
            start_micros = books.began()
            try:
                work.do()
                books.ended(
                    self.headers.get("X-Ratelab-Id", ""), self.client_address[1], start_micros
                )
                return HELLO
            except Exception as error:
                books.failed()
                complain(f"a handler failed: {error}")
                return FAILED

        def _answer(self, status, content_type, text):
            body = text.encode()
            self.send_response(status)
            self.send_header("Content-Type", content_type)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass  # the handler log has what is worth keeping

    return Handler
