"""asyncio: one thread, and nothing blocks it but a CPU burn.

The standard library has no HTTP server for asyncio, so this is a small one: GET without a body,
connections kept open.
"""

import asyncio
import http

from answers import BACKLOG, FAILED, HELLO, METRICS, NOT_FOUND, complain, ready


def serve(options, work, books):
    """Serves for ever; raises OSError if it cannot listen."""
    asyncio.run(_serve(options, work, books))


async def _serve(options, work, books):
    connection = _Connections(work, books)
    server = await asyncio.start_server(
        connection.serve, options.host, options.port, backlog=BACKLOG
    )
    ready(options.host, server.sockets[0].getsockname()[1])
    async with server:
        await server.serve_forever()


class _Connections:
    def __init__(self, work, books):
        self._work = work
        self._books = books

    async def serve(self, reader, writer):
        """Answers one request after the other until the client closes the connection."""
        peer = writer.get_extra_info("peername")
        remote_port = peer[1] if peer else "null"
        try:
            while True:
                request, *fields = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
                headers = {name.lower(): value.strip() for name, _, value in (f.partition(":") for f in fields)}
                writer.write(_response(*await self._answer(request, headers, remote_port)))
                await writer.drain()
                if headers.get("connection", "").lower() == "close":
                    return
        except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, ConnectionError):
            pass  # the client has gone, or speaks something else
        finally:
            writer.close()

    async def _answer(self, request, headers, remote_port):
        method, path, *_ = [*request.split(" "), "", ""]
        if method == "GET" and path == "/":
            return await self._greet(headers.get("x-ratelab-id", ""), remote_port)
        if method == "GET" and path == "/metrics":
            return 200, METRICS, self._books.metrics_page()
        return NOT_FOUND

    async def _greet(self, request_id, remote_port):
        start_micros = self._books.began()
        try:
            await self._work.do_eventually()
            self._books.ended(request_id, remote_port, start_micros)
            return HELLO
        except Exception as error:
            self._books.failed()
            complain(f"a handler failed: {error}")
            return FAILED


def _response(status, content_type, text):
    body = text.encode()
    return (
        f"HTTP/1.1 {status} {http.HTTPStatus(status).phrase}\r\n"
        f"Content-Type: {content_type}\r\nContent-Length: {len(body)}\r\n\r\n"
    ).encode() + body
