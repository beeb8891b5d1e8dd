"""The words of RTF: its characters, character sets, and the groups whose text is no text of the document."""

from types import MappingProxyType

SIGNS = MappingProxyType({
    "tab": "\t", "line": "\n", "page": " ", "column": " ", "softline": " ", "softpage": " ", "nestcell": " ",
    "emdash": "—", "endash": "–", "emspace": " ", "enspace": " ", "qmspace": " ", "bullet": "•", "lquote": "‘",
    "rquote": "’", "ldblquote": "“", "rdblquote": "”", "zwj": "\u200d", "zwnj": "\u200c",
    "~": "\xa0", "_": "\u2011", "{": "{", "}": "}", "\\": "\\", "\t": " ",
})  # fmt: skip
ENDS = frozenset({"par", "sect", "\n", "\r"})  # of a paragraph
# The character sets of fonts, by the number that Windows gives them; those missing here are the document's own.
CHARSETS = MappingProxyType({
    77: "mac_roman", 83: "mac_greek", 85: "gb2312", 86: "mac_romanian", 88: "cp874", 89: "mac_latin2", 128: "cp932",
    129: "cp949", 130: "johab", 134: "gbk", 136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255",
    178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
})  # fmt: skip
CODE_PAGES = MappingProxyType({"mac": "mac_roman", "pc": "cp437", "pca": "cp850"})
# Groups that hold settings, pictures, or what stands elsewhere too; of groups marked by `\\*` all but ENTERED.
SKIPPED = frozenset({
    "colortbl", "filetbl", "revtbl", "listtable", "listoverridetable", "listlevel", "leveltext", "levelnumbers", "pict",
    "nonshppict", "shprslt", "sp", "nonesttables", "objdata", "objclass", "objname", "atnid", "atnauthor", "atntime",
    "atndate", "atnref", "atnparent", "atnicn", "atrfstart", "atrfend", "bkmkstart", "bkmkend", "rxe", "ftnsep",
    "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "private", "template", "falt", "panose", "fontemb", "fname",
    "datafield", "formfield", "themedata", "colorschememapping", "datastore", "latentstyles", "pnseclvl", "hlinkbase",
    "nextfile", "stextflow", "staticval", "linkval", "propname", "xmlnstbl", "rsidtbl", "generator", "userprops",
})  # fmt: skip
ENTERED = frozenset({"shpinst", "shppict", "do", "dptxbxtext", "shptxt", "ud", "result"})
MARGINS = frozenset({
    "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf", "annotation",
})  # fmt: skip
NOTES = frozenset({"footnote"})
BOXES = frozenset({"shptxt", "dptxbxtext"})
STREAMS = NOTES | BOXES | MARGINS  # groups with paragraphs of their own
MARKS = frozenset({"listtext", "pntext"})
HIDDEN = frozenset({"xe", "tc"})
INFO = frozenset({
    "title", "subject", "author", "manager", "company", "operator", "category", "keywords", "comment", "doccomm",
})  # fmt: skip
