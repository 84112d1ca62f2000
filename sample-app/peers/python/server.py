#!/usr/bin/env python3
"""The sample app on Python's standard library: same flags, same log, same metrics."""

import errno
import signal
import sys

sys.dont_write_bytecode = True  # these files may lie where nobody wants a __pycache__

from answers import complain
from books import Books
from options import UsageError, parse
from work import Work


def main(args):
    """Runs the peer; returns an exit status only if it cannot."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # ends at once, as on SIGTERM, with no traceback
    try:
        options = parse(args)
    except UsageError as wrong:
        complain(f"{wrong}\nSee --help.")
        return 2
    try:
        books = Books(options)
    except OSError as failure:
        reason = errno.errorcode.get(failure.errno, failure)
        complain(f"cannot write the log {options.log} ({reason}): name a writable file with --log")
        return 1
    try:
        _serve(options, Work(options), books)
    except OSError as failure:
        complain(_explain(failure, options))
        return 1
    return 0


def _serve(options, work, books):
    # Only one of the two is loaded: what is not used costs no memory and no start-up time.
    if options.concurrency == "async":
        import eventual as server
    else:
        import blocking as server
    server.serve(options, work, books)


def _explain(failure, options):
    if failure.errno == errno.EADDRINUSE:
        return (
            f"port {options.port} on {options.host} is in use:"
            " choose another with --port, or --port 0"
        )
    return (
        f"cannot listen on {options.host}:{options.port} ({failure.strerror or failure}):"
        " choose another address with --host and --port"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
