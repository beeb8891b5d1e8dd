"""Sites for a browser: built by the command as a user would, and served as a host of static files would."""

import gzip
import io
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO

HERE = Path(__file__).parent
_COMMAND = Path(sys.executable).parent / "dossier"


@dataclass(frozen=True, slots=True)
class Site:
    """A built site and where it is served: `http://127.0.0.1:PORT/`."""

    name: str
    folder: Path
    address: str

    @property
    def pages(self) -> list[str]:
        """The addresses of its pages, relative to its root; that of the home page is empty."""
        found = (path.relative_to(self.folder).as_posix() for path in sorted(self.folder.rglob("*.html")))
        return [path.removesuffix("index.html") for path in found]


def built(source: Path, work: Path) -> Path:
    """Build the site of a folder with `seeds/` and `mkdocs.yml` in another folder, and return it."""
    shutil.copytree(source / "seeds", work / "seeds")  # makes the folder, too
    shutil.copy(source / "mkdocs.yml", work)
    # A process of its own: Playwright's loop runs in this one, where no other can then be started.
    ran = subprocess.run([_COMMAND, "build", "--strict", "-q"], cwd=work, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return work / "site"


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port of this machine, and give the address of its root."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Files, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


class _Files(SimpleHTTPRequestHandler):
    """Files as hosts give them out: with their types, texts compressed, and the site's own page where there is none."""

    protocol_version = "HTTP/1.1"
    # Of the system's table, which http.server asks else, nobody knows what it says.
    extensions_map = {  # noqa: RUF012 - http.server's own name and type
        "": "application/octet-stream",
        ".css": "text/css",
        ".html": "text/html; charset=utf-8",
        ".js": "text/javascript",
        ".json": "application/json",
        ".mjs": "text/javascript",
        ".pdf": "application/pdf",
        ".png": "image/png",
        ".svg": "image/svg+xml",
        ".wasm": "application/wasm",
        ".xml": "application/xml",
    }

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """Send the head of an answer, and return what follows; `http.server` itself compresses nothing."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if self.path.partition("?")[0].endswith("/") else path
        kind = self.guess_type(path)
        text = kind.startswith("text/") or kind.endswith(("json", "xml"))
        if not (text and path.is_file() and "gzip" in self.headers.get("Accept-Encoding", "")):
            return super().send_head()
        body = gzip.compress(path.read_bytes(), compresslevel=6, mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "404.html")
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
