"""What the first and the last signs of a line say about it."""

import re

LETTER = re.compile(r"[^\W\d_]")
RIGHT_TO_LEFT = re.compile("[\u05d0-\u05f2\u0620-\u064a\u0671-\u06d3\u06d5\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
BULLET = re.compile("[•‣▪▫■□●○◦◆◇➢➤✓✔❖·∙\uf0b7\uf0a7\uf076\uf0d8](?=\\s|$)\\s*")
DASH = re.compile(r"[-–](?=\s|$)\s*")
NUMBER = re.compile(r"\(?(\d{1,3}|[a-zA-Z]|[ivxlc]{1,7})[.)](?=\s|$)\s*")
LABEL = re.compile(
    rf"(?:{BULLET.pattern}|{DASH.pattern}|{NUMBER.pattern}|\d{{1,3}}(?:\.\d{{1,3}}){{0,5}}\.?|\[\w{{1,9}}\])$"
)
ENDS = re.compile(r"[.!?…:。！？؟۔][\"'”’»)\]]{0,3}\d{0,3}$")
HYPHEN = re.compile("\\w[-\u2010\u00ad]$")
LEADERS = re.compile(r"(?:\.\s?){4}\s*\w{1,6}$|…\s*\w{1,6}$")


def is_item(text: str) -> bool:
    """Say whether a text opens with the sign or the number of an item of a list."""
    return any(sign.match(text) for sign in (BULLET, DASH, NUMBER))
