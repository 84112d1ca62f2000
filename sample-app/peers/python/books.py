"""The books: every request is in flight, then handled and logged."""

import json
import os
import platform
import resource
import threading
import time

from options import NAME

_PAGE = """\
# HELP sampleapp_requests_handled_total Requests worked off, whether or not a client still waited.
# TYPE sampleapp_requests_handled_total counter
sampleapp_requests_handled_total {handled:.1f}
# HELP sampleapp_requests_in_flight Requests that a handler is working on.
# TYPE sampleapp_requests_in_flight gauge
sampleapp_requests_in_flight {in_flight:.1f}
# HELP sampleapp_requests_waiting Requests that were read and wait for a handler.
# TYPE sampleapp_requests_waiting gauge
sampleapp_requests_waiting 0.0
"""


class Books:
    """Counts and logs; safe for many threads. No request is read before its work begins."""

    def __init__(self, options):
        self._lock = threading.Lock()
        self._in_flight = 0
        self._handled = 0
        self._log = None
        if options.log is not None:
            self._log = os.open(options.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
            self._write(_header(options))

    def began(self):
        """Opens an account, to be closed by ended() or failed(); returns when."""
        with self._lock:
            self._in_flight += 1
        return _epoch_micros()

    def ended(self, request_id, remote_port, start_micros):
        """Raises OSError if the line cannot be written; then failed() closes the account."""
        if self._log is not None:
            self._write(
                f'{{"id":{json.dumps(request_id)},"remotePort":{remote_port}'
                f',"startMillis":{_millis(start_micros)},"endMillis":{_millis(_epoch_micros())}'
                f',"cpuNanos":{_cpu_nanos()}}}'
            )
        with self._lock:
            self._in_flight -= 1
            self._handled += 1

    def failed(self):
        with self._lock:
            self._in_flight -= 1

    def metrics_page(self):
        with self._lock:
            return _PAGE.format(handled=self._handled, in_flight=self._in_flight)

    def _write(self, line):
        # One unbuffered write a line: no reader sees half of it, and a killed process loses none.
        os.write(self._log, f"{line}\n".encode())


def _header(options):
    return json.dumps(
        {
            "format": 1,
            "app": NAME,
            "concurrency": options.concurrency,
            "work": options.work,
            "runtime": f"Python {platform.python_version()}",
            "pid": os.getpid(),
        },
        separators=(",", ":"),
    )


def _epoch_micros():
    return time.time_ns() // 1000


def _millis(micros):
    return f"{micros // 1000}.{micros % 1000:03d}"


def _cpu_nanos():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return round((usage.ru_utime + usage.ru_stime) * 1e6) * 1000
