"""What a handler does before it answers: first the burn, then the pause."""

import asyncio
import subprocess
import time


class Work:
    """The work of one handler, blocking or as a coroutine."""

    def __init__(self, options):
        self._kind = options.work
        self._cpu_nanos = options.cpu_nanos
        self._seconds = options.sleep_nanos / 1e9
        self._sleep = ["sleep", f"{self._seconds:.9f}"]

    def do(self):
        """Does it all on the calling thread."""
        self._burn()
        if self._kind == "exec":
            subprocess.run(self._sleep, check=True, **_NO_STREAMS)
        elif self._kind == "sleep":
            time.sleep(self._seconds)

    async def do_eventually(self):
        """Burns at once, and pauses without holding the thread."""
        self._burn()
        if self._kind == "exec":
            child = await asyncio.create_subprocess_exec(*self._sleep, **_NO_STREAMS)
            status = await child.wait()
            if status != 0:
                raise subprocess.CalledProcessError(status, self._sleep)
        elif self._kind == "sleep":
            await asyncio.sleep(self._seconds)

    def _burn(self):
        """Spends CPU time, read from this thread's own CPU clock: waiting does not count."""
        end_nanos = time.thread_time_ns() + self._cpu_nanos
        value = 1
        while time.thread_time_ns() < end_nanos:
            for _ in range(200):
                value = (value * 1_103_515_245 + 12_345) % 2_147_483_648


# A sleep that outlives this process must hold none of its streams, or their readers would wait too.
_NO_STREAMS = {
    "stdin": subprocess.DEVNULL,
    "stdout": subprocess.DEVNULL,
    "stderr": subprocess.DEVNULL,
}
