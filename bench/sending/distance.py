"""A relay far away: what goes through here arrives later, both ways."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

_CHUNK = 65_536


async def pass_on(port: int, delay: float, tell: Callable[[int], None]) -> None:
    """Pass connections on to a port of this machine, each byte after so many seconds; tell where we listen, and never end."""

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there_reader, there_writer = await asyncio.open_connection("127.0.0.1", port)
        await asyncio.gather(_later(reader, there_writer, delay), _later(there_reader, writer, delay))

    server = await asyncio.start_server(connected, "127.0.0.1", 0)
    tell(server.sockets[0].getsockname()[1])
    await server.serve_forever()


async def _later(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, delay: float) -> None:
    loop = asyncio.get_running_loop()
    while data := await reader.read(_CHUNK):
        loop.call_later(delay, writer.write, data)
    loop.call_later(delay, writer.close)
