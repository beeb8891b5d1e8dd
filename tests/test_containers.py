"""From mails, mailboxes, saved pages, JSON, feeds and web archives to documents."""

import gzip
import random
import subprocess
import sys
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.interface import in_english
from generator.model import Document, Fact, Reading
from generator.read import read
from generator.read.formats import moment
from generator.settings import FIELDS, Limits, Rules
from generator.text import folded_words
from tests.helpers import ROOT, cases, claim, seed

PAGE = "<html><body><p>The price of herring has risen for the ninth week running, it is said.</p></body></html>"
BODY = "The price of herring has risen for the ninth week running, it is said."
CASES = cases("containers")


def reading(data: str | bytes, path: str, rules: Rules | None = None) -> Reading:
    return read(seed(data, path), rules or Rules())


def bytes_of(case: Mapping[str, Any]) -> bytes:
    deep = "".join(f"Content-Type: multipart/mixed; boundary=B{n}\n\n--B{n}\n" for n in range(case.get("nested", 0)))
    opening = f"From - Sat May  3 15:05:00 2025\n{deep}\n\n" if deep else ""
    return f"{opening}{case['data']}".encode(case.get("encoding", "utf-8"))


def shown(fact: Fact | None) -> str:
    return f"{fact.text} [{fact.origin}]" if fact else "none"


def view(found: Document) -> dict[str, Any]:
    """Return what a case may say of a document."""
    date = found.date
    return {
        "title": shown(found.title),
        "date": f"{date.value} {date.precision} {date.origin}" if date else "none",
        "author": shown(found.author),
        "source": shown(found.source),
        "link": shown(found.link),
        "summary": shown(found.summary),
        "body": [f"{block.kind}: {block.text}" for block in found.blocks],
        "aside": [f"{line.reason}: {line.text}" for line in found.set_aside],
        "says": in_english(found.notices[0]) if found.notices else "",
    }


@pytest.mark.parametrize("case", CASES, ids=claim)
def test_a_file_of_documents(case: dict[str, Any]) -> None:
    found = reading(bytes_of(case), case["path"])
    expected = case.get("documents", [])
    assert [f"{entry.path}: {entry.reason}" for entry in found.unread] == case.get("unread", [])
    assert len(found.documents) == len(expected)
    for document, said in zip(found.documents, expected, strict=True):
        seen = view(document)
        assert {key: seen[key] for key in said if key in seen} == {key: said[key] for key in said if key in seen}
        assert set(said.get("notices", [])) <= {notice.code for notice in document.notices}


@pytest.mark.parametrize("case", cases("moments"), ids=claim)
def test_dates_of_machines(case: dict[str, Any]) -> None:
    assert moment.iso(case["text"]) == case["iso"]


MAILS = [f"From - Sat May  3 15:05:0{n} 2025\nSubject: No {n}\n\nThe text of number {n}.\n\n" for n in range(3)]
NAMED = [mail.replace("\nSubject", f"\nMessage-ID: <{n}@fish.example>\nSubject") for n, mail in enumerate(MAILS)]
ITEMS = [f"<item><title>No {n}</title><description>The text of number {n}.</description></item>" for n in range(3)]
OBJECTS = [f'{{"title": "No {n}", "text": "The text of number {n}.", "views": 1}}' for n in range(3)]


@pytest.mark.parametrize(
    ("path", "parts", "around", "glue"),
    [
        ("a.mbox", MAILS, "{}", ""),
        ("a.mbox", NAMED, "{}", ""),
        ("a.rss", ITEMS, "<rss><channel><title>The Post</title>{}</channel></rss>", ""),
        ("a.json", OBJECTS, "[{}]", ","),
        ("a.jsonl", OBJECTS, "{}", "\n"),
    ],
)
def test_a_new_document_in_front_moves_no_other(path: str, parts: list[str], around: str, glue: str) -> None:
    before = reading(around.format(glue.join(parts[1:])), path).documents
    after = reading(around.format(glue.join(parts)), path).documents
    assert len({document.id for document in after}) == 3
    assert [document.id for document in after[1:]] == [document.id for document in before]


def test_a_json_file_of_one_document_has_an_address_without_a_part() -> None:
    assert [found.id for found in reading('{"id": "7", "text": "The price has risen."}', "a.json").documents] == ["a"]


def test_settings_name_the_keys_of_json() -> None:
    rules = Rules(fields={**FIELDS, "title": ("meta.kicker",), "text": ("parts",)})
    data = '{"meta": {"kicker": "Herring"}, "parts": ["The price has risen.", "The boats stay."]}'
    found = reading(data, "a.json", rules).documents[0]
    assert (found.title.text, [block.text for block in found.blocks]) == (
        "Herring",
        ["The price has risen.", "The boats stay."],
    )


def test_links_in_html_are_kept_from_where_the_page_stood() -> None:
    data = """{"title": "x", "url": "https://fish.example/a/", "text": "<p>A <a href='b'>link</a>, <a href='http://['>none</a></p>"}"""
    for text in (data, data.replace("<a href='http://['>none</a>", "")):
        block = reading(text, "a.json").documents[0].blocks[0]
        assert block.text.startswith("A link")
    assert [link.url for link in block.links] == ["https://fish.example/a/b"]


HOSTILE = {
    "deep brackets": ("a.json", b"[" * 3000),
    "deep objects": ("a.json", b'{"a":' * 900 + b"1" + b"}" * 900),
    "ten thousand parts": (
        "a.eml",
        b"Content-Type: multipart/mixed; boundary=B\n\n" + b"--B\n\nThe text of a part.\n" * 10_000,
    ),
    "parts within parts": (
        "a.eml",
        b"".join(b"Content-Type: multipart/mixed; boundary=B%d\n\n--B%d\n" % (n, n) for n in range(1000)),
    ),
    "messages within messages": ("a.eml", b"Content-Type: message/rfc822\n\n" * 1000 + b"x"),
    "a header of a megabyte": ("a.eml", b"Subject: " + b"=?utf-8?q?a?= " * 80_000 + b"\n\nThe text."),
    "parameters of a megabyte": ("a.eml", b"Content-Type: text/plain; " + b'";a' * 300_000 + b"\n\nThe text."),
    "addresses of a megabyte": ("a.eml", b"From: " + b'"<(' * 300_000 + b"\n\nThe text."),
    "borders of a mailbox only": ("a.mbox", b"From \n" * 100_000),
    "signs of quotation only": ("a.eml", b"\n\n" + b">" * 500_000 + b"\n" + b"> " * 200_000),
    "a rule without end": ("a.eml", b"Subject: x\n\n" + b"_" * 500_000),
    "tags without end": ("a.json", b'{"text": "' + b"<p " * 100_000 + b'"}'),
    "keys that repeat": ("a.json", b"{" + b'"a": 1,' * 100_000 + b'"b": 2}'),
    "laughs": (
        "a.xml",
        b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">'
        + b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 12))
        + b']><rss><channel><item><title>&a11;</title><link href="&a11;"/></item></channel></rss>',
    ),
    "deep elements": ("a.rss", b"<rss><channel><item><description>" + b"<a>" * 5000 + b"x</description></item>"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_read_or_refused_in_time(name: str) -> None:
    path, data = HOSTILE[name]
    found = reading(data, path)
    assert found.documents or found.unread
    assert "please report" not in " ".join(entry.reason for entry in found.unread)


def test_headers_are_kept_until_they_are_too_long_for_a_page() -> None:
    found = reading(f"X-Long: {'word ' * 60_000}\nSubject: Herring\n\n{BODY}", "a.eml").documents[0]
    assert found.title.text == "Herring"
    assert "cut" in {notice.code for notice in found.notices}
    assert sum(len(line.text) for line in found.set_aside) < 200_000


SAMPLES = [(case["path"], bytes_of(case)) for case in CASES if "nested" not in case]


@settings(max_examples=150)
@given(sample=st.sampled_from(SAMPLES), random_=st.randoms(use_true_random=False))
def test_no_damage_is_a_mistake_of_ours(sample: tuple[str, bytes], random_: random.Random) -> None:
    path, data = sample
    found = reading(damaged(data, random_), path)
    assert "please report" not in " ".join(entry.reason for entry in found.unread)


def damaged(data: bytes, random_: random.Random) -> bytes:
    """Return bytes of which some are others, or missing, or twice there."""
    result = bytearray(data)
    for _ in range(random_.randint(1, 12)):
        if not result:
            break
        start = random_.randrange(len(result))
        end = min(len(result), start + random_.randint(1, 30))
        match random_.randrange(4):
            case 0:
                result[start] = random_.randrange(256)
            case 1:
                del result[start:end]
            case 2:
                result[start:start] = result[start:end]
            case _:
                result[start:end] = random_.choice(
                    [b"\0", b"=?", b"\xff\xfe", b"<", b"&#0;", b'"', b"\n\n", b"[", b">"]
                )
    return bytes(result[: random_.choice([len(result), random_.randint(0, len(result))])])


# Each word with a number is one that no rule knows; they stand wherever a file can say something.
MARKED = {
    "a.eml": (
        "From q1 Sat May  3 14:05:00 2025\nFrom: q2 <q3@x.example>\nX-Odd: q4\nSubject: q5\n"
        "Content-Type: multipart/mixed; boundary=B\n\nq6\n--B\n\nq7\n> q8\n-- \nq9\n--B\n"
        "Content-Type: text/html\n\n<title>q10</title><p>q11 <b>q12</b></p>\n--B--\nq13\n"
    ),
    "b.eml": " q1 q2\nSubject: q3\nFrom q4\nX-Odd: q5\n\nq6\n",
    "a.mbox": (
        "From q1 Sat May  3 14:05:00 2025\nSubject: q2\n\nq3\n\nFrom q4 Sat May  3 14:05:00 2025\n>From q5\n\nq6\n"
    ),
    "a.json": '{"title": "q1", "headline": "q2", "text": "q3", "body": "q4", "q5": {"q6": ["q7", {"q8": "q9"}]}}',
    "b.json": '{"q1": "q2", "items": [{"content": {"rendered": "<p>q3</p>", "q4": "q5"}}, {"summary": "<i>q6</i>"}]}',
    "a.rss": (
        "<rss><channel><title>q1</title><description>q2</description><item><title>q3</title><description>q4</description>"
        "<category>q5</category><odd><inner>q6</inner><inner>q7</inner></odd><link>https://x.example/q8</link></item></channel></rss>"
    ),
    "a.mhtml": "Subject: q1\nX-Odd: q2\nContent-Type: text/html\n\n<p>q3</p>",
}


@pytest.mark.parametrize("path", MARKED)
def test_no_word_of_a_file_is_lost(path: str) -> None:
    found = reading(MARKED[path], path)
    assert found.unread == ()
    said = [block.text for document in found.documents for block in document.blocks]
    said += [line.text for document in found.documents for line in document.set_aside]
    said += [document.title.text for document in found.documents]
    words = {word for word in folded_words(MARKED[path]) if word.startswith("q") and word[1:].isdigit()}
    assert words - set(folded_words(" ".join(said))) == set()


def record(url: str, body: bytes, head: str = "text/html", day: int = 1, kind: str = "response") -> bytes:
    """Return a record of an archive, its headers of HTTP from `head` if it is a response."""
    http = f"HTTP/1.1 200 OK\r\nContent-Type: {head}\r\n\r\n".encode() if kind == "response" else b""
    lines = [
        "WARC/1.1", f"WARC-Type: {kind}", f"WARC-Target-URI: {url}", f"WARC-Date: 2025-05-0{day}T14:05:09Z",
        f"Content-Type: {head if kind != 'response' else 'application/http; msgtype=response'}",
        f"Content-Length: {len(http) + len(body)}",
    ]  # fmt: skip
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + http + body + b"\r\n\r\n"


ARCHIVE = [
    record("urn:info", b"software: of our own", "application/warc-fields", kind="warcinfo"),
    record("https://fish.example/1", PAGE.encode()),
    record("https://fish.example/robots.txt", b"Disallow: /", "text/plain"),
    record("https://fish.example/fish.png", b"\x89PNG", "image/png"),
    record("https://fish.example/2", gzip.compress(PAGE.encode()), "text/html\r\nContent-Encoding: gzip"),
    record("https://fish.example/3", b"5\r\n<p>Th\r\n9\r\ne price</\r\n2\r\np>\r\n0\r\n\r\n",
           "text/html\r\nTransfer-Encoding: chunked"),
    record("https://fish.example/4", BODY.replace("said", "säid").encode("latin-1"), "text/plain; charset=iso-8859-1"),
    record("https://fish.example/1", PAGE.encode(), day=2),
    record("https://fish.example/5", PAGE.encode(), kind="resource"),
    record("https://fish.example/6", BODY.encode(), "text/plain", kind="conversion"),
]  # fmt: skip


def packed_each(parts: list[bytes]) -> bytes:
    return b"".join(map(gzip.compress, parts))


def packed_whole(parts: list[bytes]) -> bytes:
    return gzip.compress(b"".join(parts))


@pytest.mark.parametrize("pack", [b"".join, packed_each, packed_whole])
def test_the_pages_of_a_web_archive_are_documents(pack: Callable[[list[bytes]], bytes]) -> None:
    found = reading(pack(ARCHIVE), "a.warc.gz")
    assert found.unread == ()
    assert [shown(document.link) for document in found.documents] == [
        f"https://fish.example/{number} [web archive]" for number in (1, 2, 3, 4, 1, 5, 6)
    ]
    assert [document.blocks[0].text for document in found.documents] == [
        BODY, BODY, "The price", BODY.replace("said", "säid"), BODY, BODY, BODY,
    ]  # fmt: skip
    first = found.documents[0]
    assert first.date is None
    assert "fetched 2025-05-01T14:05:09Z from https://fish.example/1" in [line.text for line in first.set_aside]
    assert len({document.id for document in found.documents}) == 7


def test_a_page_that_is_no_answer_is_left_out() -> None:
    gone = record("https://fish.example/1", PAGE.encode()).replace(b"200 OK", b"404 No")
    assert [entry.reason for entry in reading(gone, "a.warc").unread] == [
        "there is no web page in it; archive pages of HTML or text"
    ]


@pytest.mark.parametrize("share", [0.33, 0.55, 0.88, 0.99])
def test_of_a_damaged_archive_the_sound_pages_are_read(share: float) -> None:
    pages = [record(f"https://fish.example/{number}", PAGE.encode()) for number in range(10)]
    for data in (b"".join(pages), packed_each(pages)):
        found = reading(data[: int(len(data) * share)], "a.warc")
        assert len(found.documents) >= int(share * 10)
        assert found.unread[-1].reason.endswith("all that is sound was read")


def test_an_archive_that_unpacks_without_end_is_stopped() -> None:
    rules = Rules(limits=Limits(megabytes=1))
    bomb = record("https://fish.example/1", PAGE.encode()) + record("https://fish.example/2", b" " * 30_000_000)
    found = reading(gzip.compress(bomb), "a.warc.gz", rules)
    assert len(found.documents) == 1
    assert "unpacks to more" in found.unread[-1].reason
    inner = record("https://fish.example/2", gzip.compress(b" " * 3_000_000), "text/html\r\nContent-Encoding: gzip")
    assert "larger than 1 MB" in reading(inner, "a.warc", rules).unread[0].reason


def test_packed_bytes_that_are_no_archive_are_refused() -> None:
    found = reading(gzip.compress(b"hello"), "a.gz")
    assert found.unread[0].reason.startswith("it is no web archive")


@settings(max_examples=60)
@given(random_=st.randoms(use_true_random=False))
def test_no_damage_to_an_archive_is_a_mistake_of_ours(random_: random.Random) -> None:
    found = reading(damaged(b"".join(ARCHIVE), random_), "a.warc")
    assert "please report" not in " ".join(entry.reason for entry in found.unread)


def test_without_the_extra_an_archive_says_what_to_install() -> None:
    code = (
        "import sys; sys.modules['warcio'] = None\n"
        "from generator.read import read\nfrom generator.settings import Rules\nfrom tests.helpers import seed\n"
        "print(read(seed(b'WARC/1.0', 'a.warc'), Rules()).unread[0].reason)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert ran.stdout.strip() == "web archives need an extra; pip install 'dossier[warc]'"


def test_a_letter_forwarded_within_a_mail_stays_whole() -> None:
    inner = "---------- Forwarded message ----------\nFrom: Ola <ola@fish.example>\nDate: Mon, 5 May 2025\nSubject: Cod"
    found = reading(f"Subject: Herring\nDate: Tue, 6 May 2025 10:00 +0000\n\n{inner}\n\nThe cod is here.", "a.eml")
    text = " ".join(block.text for block in found.documents[0].blocks)
    assert "Date: Mon, 5 May 2025" in text
    assert "Subject: Cod" in text
