"""The templates (the only importer of jinja2): what they show is escaped unless it is marked as Safe."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass

import jinja2

from generator import yaml_file
from generator.interface import Interface
from generator.locales import direction
from generator.model import Page
from generator.render import escape, linked

_DESCRIPTION = 200  # characters; what search engines and previews of links show


@dataclass(frozen=True, slots=True)
class Head:
    """What stands over a page: where it goes, its title, its language, and a description that may be empty."""

    path: str
    title: str
    language: str
    description: str


def page(head: Head, view: object, template: str, words: Interface) -> Page:
    """Return a page: front matter, and a template filled with a view.

    Args:
        head: What goes into the front matter, as plain text.
        view: What the template shows, under the name `page`.
        template: Its file, without `.md.j2`.
        words: What the template says by itself, under the names `say`, `fill` and `count`.
    """
    matter = {"title": escape.as_html(head.title), "lang": head.language, "dir": direction(head.language)}
    if head.description:
        matter["description"] = escape.as_html(shorten(head.description))
    body = (
        _environment()
        .get_template(f"{template}.md.j2")
        .render(page=view, say=words.text, fill=words.filled, count=words.counted)
    )
    return Page(head.path, f"{front_matter(matter)}\n{_tidy(body)}")


def fragment(view: object, template: str, words: Interface) -> str:
    """Return a piece of HTML: a template, its file without `.j2`, filled with a view under the name `page`."""
    return _environment().get_template(f"{template}.j2").render(page=view, say=words.text)


def front_matter(pairs: Mapping[str, str]) -> str:
    """Return front matter; Material prints its values as HTML, so they come escaped for that."""
    return f"---\n{yaml_file.dump({key: str(value) for key, value in pairs.items()})}---\n"


def shorten(text: str) -> str:
    """Return a description: cut at a word, with dots."""
    if len(text) <= _DESCRIPTION:
        return text
    return f"{text[:_DESCRIPTION].rsplit(maxsplit=1)[0]} …"


def _tidy(body: str) -> str:
    """Leave one blank line where the template has several, and one line end at the close."""
    lines: list[str] = []
    fence = ""
    for line in body.strip("\n").split("\n"):
        bare = line.rstrip() if not fence else line
        if bare.startswith("```"):
            fence = "" if bare == fence else fence or bare
        if bare or fence or (lines and lines[-1]):
            lines.append(bare)
    return "\n".join(lines) + "\n"


@functools.cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("generator.render"),
        autoescape=False,  # noqa: S701 - Markdown is escaped by `finalize`, HTML by the filter `html`
        finalize=escape.shown,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "html": escape.as_html,
        "spoken": escape.spoken,
        "start": escape.start,
        "inner": escape.inner,
        "label": escape.label,
        "cell": escape.cell,
        "heading": escape.heading,
        "code": escape.code,
        "address": escape.address,
        "path": escape.path,
        "lines": linked.lines,
        "rows": linked.rows,
        "numbers": linked.numbers,
        "first_number": linked.first_number,
        "linked": linked.text,
        "linked_cell": linked.cell,
    }
    return environment
