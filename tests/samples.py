"""One small file of each format, sound: where tests of damage and `make fuzz` begin."""

from collections.abc import Mapping
from types import MappingProxyType

from tests.helpers_office import docx, epub, odt, rtf
from tests.pdfs import Page, lines, pdf

_TEXT = "The price of herring has risen for the ninth week running, the fishers' union said in Bergen."
_HTML = (
    "<!doctype html><html lang=en><head><title>Herring dearer</title><meta name=date content=2025-05-03></head><body>"
    f"<nav><a href=/>Home</a></nav><article><h1>Herring dearer</h1><p>{_TEXT} <a href='https://a.example'>More</a>.</p>"
    f"<ul><li>North<li>South</ul><table><tr><th>Fish<td>9</table><blockquote>{_TEXT}</blockquote></article></body></html>"
)
_MAIL = (
    "From: Kari Nordmann <kari@fish.example>\nDate: Sat, 03 May 2025 14:05:09 +0200\nSubject: =?utf-8?q?Herring?=\n"
    "Message-ID: <1@fish.example>\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=B\n\n"
    f"--B\nContent-Type: text/plain; charset=utf-8\n\n{_TEXT}\n\n> {_TEXT}\n-- \nKari\n--B\nContent-Type: text/html\n\n"
    f"<p>{_TEXT}</p>\n--B--\n"
)
_FROM = "From kari Sat May  3 14:05:09 2025"
_ITEM = f"<title>Herring</title><link>https://a.example/1</link><description>&lt;p&gt;{_TEXT}&lt;/p&gt;</description>"
_FEED = f'<?xml version="1.0"?><rss version="2.0"><channel><item>{_ITEM}</item></channel></rss>'
_PAGE = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{_HTML}"
_WARC = (
    "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\nWARC-Date: 2025-05-03T12:00:00Z\r\n"
    "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
    f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(_PAGE)}\r\n\r\n{_PAGE}\r\n\r\n"
)
_PARAGRAPH = f"<w:p><w:r><w:t>{_TEXT}</w:t></w:r></w:p>"

SAMPLES: Mapping[str, bytes] = MappingProxyType(
    {
        "sample.txt": f"Herring dearer\n\nBy Kari Nordmann\n\n3 May 2025\n\n{_TEXT}\n\n- North\n- South\n".encode(),
        "sample.md": f"---\ntitle: Herring\n---\n# Fish\n\n{_TEXT} [More](https://a.example).\n\n> Yes.\n".encode(),
        "sample.html": _HTML.encode(),
        "sample.mhtml": f"Subject: Herring\nMIME-Version: 1.0\nContent-Type: text/html\n\n{_HTML}".encode(),
        "sample.eml": _MAIL.encode(),
        "sample.mbox": f"{_FROM}\n{_MAIL}\n{_FROM}\n{_MAIL}".encode(),
        "sample.docx": docx({"document": _PARAGRAPH}),
        "sample.odt": odt({"document": f"<text:p>{_TEXT}</text:p>"}),
        "sample.epub": epub({"document": f"<h1>Herring</h1><p>{_TEXT}</p>"}),
        "sample.rtf": rtf({"document": f"\\ansi {_TEXT}\\par {_TEXT}"}),
        "sample.pdf": pdf(
            [Page(lines(50, 100, ["Herring dearer", *_TEXT.split(", ")])), Page(lines(50, 300, ["The end."]))]
        ),
        "sample.json": f'[{{"id": 1, "title": "Herring", "text": "{_TEXT}"}}, {{"id": 2, "text": "x"}}]'.encode(),
        "sample.jsonl": f'{{"id": 1, "title": "Herring", "text": "{_TEXT}"}}\n{{"id": 2}}\n'.encode(),
        "sample.xml": _FEED.encode(),
        "sample.warc": _WARC.encode(),
    }
)
