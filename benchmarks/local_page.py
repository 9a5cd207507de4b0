"""The local page: how soon it opens, and how soon it answers while ten reviews are made: ``python -m benchmarks.local_page``.

Seconds of the clock hang on what else the machine does; those of the processor stand beside them.
"""

from __future__ import annotations

import http.client
import re
import statistics
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import psutil
from benchmarks.timing.runs import LYDELSE

EXAMPLE = Path(__file__).parents[1] / "examples" / "andringar-2026.pdf"
STARTS, REVIEWS, LOOKS = 3, 10, 50
EDGE = "0f5b1e8c7d"


@dataclass
class Browser:
    """Somebody who has opened the page."""

    port: int
    prefix: str
    cookie: str
    token: str = ""
    text: str = ""

    def ask(self, method: str, path: str, body: bytes = b"", kind: str = "") -> http.client.HTTPResponse:
        """Send a request and read the answer whole."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        headers = {"cookie": self.cookie, "origin": f"http://127.0.0.1:{self.port}", "content-type": kind}
        connection.request(method, self.prefix + path, body, headers)
        answer = connection.getresponse()
        self.text = answer.read().decode("utf-8")
        return answer

    def order(self, file: Path, name: str) -> str:
        """Order a review and return its address."""
        field = f'--{EDGE}\r\nContent-Disposition: form-data; name="formular"\r\n\r\n{self.token}\r\n'
        head = f'--{EDGE}\r\nContent-Disposition: form-data; name="before"; filename="{name}"\r\n\r\n'
        body = b"".join([field.encode(), head.encode(), file.read_bytes(), f"\r\n--{EDGE}--\r\n".encode()])
        answer = self.ask("POST", "/order/review", body, f"multipart/form-data; boundary={EDGE}")
        return (answer.headers["location"] or "").removeprefix(self.prefix)

    def milliseconds(self, path: str) -> float:
        """Return how long a page takes."""
        begun = time.perf_counter()
        self.ask("GET", path)
        return (time.perf_counter() - begun) * 1000


def opened() -> tuple[subprocess.Popen[str], Browser, float, float]:
    """Start the command and open its first page; with it the seconds of the clock and of the processor that this took."""
    begun = time.perf_counter()
    process = subprocess.Popen([*LYDELSE, "serve", "--no-browser"], stderr=subprocess.PIPE, text=True)
    assert process.stderr
    port, key = re.findall(r":(\d+)/\?nyckel=(\S+)", process.stderr.readline())[0]
    visitor = Browser(int(port), "", "")
    answer = visitor.ask("GET", f"/?{urlencode({'nyckel': key})}")
    cookie = answer.headers["set-cookie"] or ""
    visitor.cookie, visitor.prefix = cookie.partition(";")[0], re.findall(r"Path=([^;]+)/;", cookie)[0]
    visitor.ask("GET", "/")
    visitor.token = re.findall(r'name="formular" value="([^"]+)"', visitor.text)[0]
    used = psutil.Process(process.pid).cpu_times()
    return process, visitor, time.perf_counter() - begun, used.user + used.system


def main() -> None:
    """Print the figures."""
    starts = []
    for _ in range(STARTS):
        process, _, clock, processor = opened()
        starts.append((clock, processor))
        process.terminate()
        process.wait()
    print(f"start to first page: {min(clock for clock, _ in starts):.2f} s, {min(used for _, used in starts):.2f} s of the processor")
    process, visitor, _, _ = opened()
    idle = [visitor.milliseconds("/") for _ in range(LOOKS)]
    print(f"a page while nothing is done: {statistics.median(idle):.0f} ms, at most {max(idle):.0f}")
    begun = time.perf_counter()
    works = [visitor.order(EXAMPLE, f"{number}.pdf") for number in range(REVIEWS)]
    busy: list[float] = []
    while not all(_over(visitor, work) for work in works):
        busy += [visitor.milliseconds(path) for path in ("/", "/works", works[0])]
    print(
        f"{REVIEWS} reviews at once: done in {time.perf_counter() - begun:.1f} s; a page meanwhile {statistics.median(busy):.0f} ms,",
        end=" ",
    )
    print(f"19 of 20 within {sorted(busy)[len(busy) * 19 // 20]:.0f}, at most {max(busy):.0f} ({len(busy)} asked for)")
    print(f"the server holds {psutil.Process(process.pid).memory_info().rss / (1 << 20):.0f} MB")
    process.terminate()
    process.wait()


def _over(visitor: Browser, work: str) -> bool:
    visitor.ask("GET", f"{work}/state")
    return '"over":true' in visitor.text


if __name__ == "__main__":
    main()
