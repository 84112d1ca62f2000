"""The command line."""

import argparse
import dataclasses
import decimal
import re
import typing

NAME = "ratelab-peer-python"

_NANOS_PER_UNIT = {
    "ns": 1,
    "us": 1_000,
    "µs": 1_000,
    "ms": 1_000_000,
    "s": 1_000_000_000,
    "m": 60_000_000_000,
    "h": 3_600_000_000_000,
}
_TERM = r"(\d+\.?\d*|\.\d+)(ns|us|µs|ms|s|m|h)"

_DESCRIPTION = """\
A service to measure: GET / works for a while (5 s unless told), then answers Hello World!
"""

_EXAMPLES = """\
Durations are written as in Go: 5s, 500ms, 1m30s.

Examples:
  The original experiment: one `sleep 5` at a time, on port 3000
    python3 server.py
  The cure: a thread for each request
    python3 server.py --concurrency virtual --work sleep
"""


class UsageError(Exception):
    """A flag, a value or a combination makes no sense."""


@dataclasses.dataclass(frozen=True)
class Options:
    """What the peer shall be."""

    concurrency: str
    work: str
    sleep_nanos: int
    cpu_nanos: int
    host: str
    port: int
    log: typing.Optional[str]


class _Parser(argparse.ArgumentParser):
    def error(self, message):
        raise UsageError(message)


def duration_nanos(text):
    """Nanoseconds of a duration as Go's time.ParseDuration reads it, without a sign."""
    if text == "0":
        return 0
    if not re.fullmatch(f"(?:{_TERM})+", text):
        raise argparse.ArgumentTypeError(
            f"'{text}' is not a duration; write a number with its unit, as 5s, 500ms or 1m30s"
        )
    terms = re.findall(_TERM, text)
    return int(sum(decimal.Decimal(number) * _NANOS_PER_UNIT[unit] for number, unit in terms))


def _port(text):
    if not re.fullmatch(r"\d{1,5}", text) or int(text) > 65535:
        raise UsageError(f"--port {text} is not between 0 and 65535")
    return int(text)


def _one_of(*choices):
    def convert(text):
        if text not in choices:
            raise argparse.ArgumentTypeError(f"'{text}' is not one of {', '.join(choices)}")
        return text

    return convert


def _concurrency(text):
    if text == "pool":
        raise UsageError(
            "--concurrency pool is not for Python: its standard library has no pooled server"
        )
    return _one_of("single", "virtual", "async")(text)


def _parser():
    parser = _Parser(
        prog="python3 server.py",
        usage="python3 server.py [options]",
        description=_DESCRIPTION,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawTextHelpFormatter,
        allow_abbrev=False,
    )
    flag = parser.add_argument
    flag(
        "--concurrency",
        metavar="KIND",
        type=_concurrency,
        default="single",
        help="single: http.server as it comes, one request at a time (default)\n"
        "virtual: a thread for each request\n"
        "async: asyncio, nothing blocks but a CPU burn",
    )
    flag(
        "--work",
        metavar="KIND",
        type=_one_of("exec", "sleep", "burn"),
        default="exec",
        help="exec: runs `sleep` and waits for it, as the original did (default)\n"
        "sleep: sleeps within the process\n"
        "burn: does not sleep at all, spends --cpu only",
    )
    flag(
        "--sleep",
        metavar="DURATION",
        type=duration_nanos,
        help="that time (default: 5s; for --work exec and sleep)",
    )
    flag(
        "--cpu",
        metavar="DURATION",
        type=duration_nanos,
        default=0,
        help="CPU time that each handler spends besides (default: 0s)",
    )
    flag("--host", metavar="ADDRESS", default="127.0.0.1", help="address to listen on (default: 127.0.0.1)")
    flag("--port", type=_port, default=3000, help="port to listen on (default: 3000); 0 takes a free one")
    flag("--log", metavar="FILE", help="append one JSON line for each handled request to FILE")
    flag("--threads", help=argparse.SUPPRESS)  # a flag of other runtimes: refused with a reason
    return parser


def parse(args):
    """Reads the command line; prints the help and ends if asked to; raises UsageError."""
    values, unknown = _parser().parse_known_args(args)
    if unknown:
        raise UsageError(f"Unknown option: '{unknown[0]}'")
    if values.threads is not None:
        raise UsageError("--threads is not for Python: --concurrency virtual takes as many as it needs")
    if values.work == "burn" and values.sleep is not None:
        raise UsageError("--work burn does not sleep: leave out --sleep, or use --work sleep")
    if values.work == "burn" and values.cpu == 0:
        raise UsageError("--work burn needs --cpu: how much shall each request burn?")
    sleep_nanos = 5_000_000_000 if values.sleep is None else values.sleep
    return Options(
        values.concurrency, values.work, sleep_nanos, values.cpu, values.host, values.port, values.log
    )
