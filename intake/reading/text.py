"""Words out of plain text in any charset and out of HTML.  [only importer of selectolax]"""

import codecs
import re
import unicodedata
from collections.abc import Iterator

from charset_normalizer import from_bytes
from selectolax.lexbor import LexborHTMLParser, LexborNode

from intake.reading.extract import MAX_TEXT, Extract, Unread
from intake.triage.message import Unreadable

MAX_HTML = 256 * 1024
"""Characters of HTML that are parsed once style, script and comments are cut: nesting costs."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FOREIGN = ["cp1251", "koi8_r", "cp1256", "cp1253", "gb18030", "big5", "shift_jis"]
_LATIN = {  # the charsets of Latin letters, with the letters that tell each from the others
    "cp1252": "éèàçêâîôûëïüùœæÉÈÀÇÊöäßÖÄÜñÑóíáúìòãõÃÕåøÅØ’‘“”–—…€«»°·•®©\xa0",
    "mac_roman": "éèàçêâîôûëïüùœæÉÈÀÇÊöäßÖÄÜñÑóíáúìòãõÃÕåøÅØ’‘“”–—…€«»°·•®©\xa0",
    "cp1250": "ąćęłńóśźżĄĆĘŁŃÓŚŹŻěščřžýáíéůúďťňĚŠČŘŽőűăâîşţ’‘“”–—…€«»°·•®©\xa0",
}
# NUL and the other controls are no words and no database takes them; soft hyphens, zero-width
# marks and byte order marks break words apart.
_UNSEEN = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\u00ad\u200b\u2060\ufeff\ufffe\uffff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
_QUOTE, _UNQUOTE = "\x0e", "\x0f"  # where quoted mail begins and ends, while HTML is walked
_BLOCKS = {
    *("address", "article", "aside", "blockquote", "center", "dd", "div", "dl", "dt", "fieldset"),
    *("figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main"),
    *("nav", "ol", "p", "pre", "section", "table", "tr", "ul"),
}
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)")
_DEEPEST = 1000
_OFTEN_OPEN = {
    *("area", "base", "br", "col", "hr", "img", "input", "link", "meta", "param", "wbr", "body"),
    *("p", "li", "td", "th", "tr", "dd", "dt", "option", "tbody", "html", "head", "o"),
}
_SILENT = {
    *("head", "script", "style", "template", "noscript", "title", "object", "svg", "iframe"),
    *("select", "-comment", "-doctype"),
}


def read(data: bytes) -> Extract:
    """The words of a text file, in whatever charset it is.

    Raises:
        Unread: EMPTY without a word in it, UNSUPPORTED when it is no text at all.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise Unread(Unreadable.EMPTY, "The file has no words in it.")
    decoded = decode(data)
    if _is_noise(decoded[:5000]):
        raise Unread(Unreadable.UNSUPPORTED, "The file is no text; a person must look.")
    return Extract(clean(decoded))


def read_html(data: bytes) -> Extract:
    """The words of an HTML file.

    Raises:
        Unread: EMPTY when nothing in it is shown.
    """
    text = html_to_text(decode(data, _declared_in_html(data)))
    if not text:
        raise Unread(Unreadable.EMPTY, "The page has no words in it.")
    return Extract(text)


def decode(data: bytes, charset: str | None = None) -> str:
    """Bytes to characters: by byte order mark, as declared, as UTF-8, or as its letters suggest."""
    for bom, name in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(name, "replace")
    for claimed in (charset, "utf-8", _wide(data)):
        text = _strictly(data, claimed)
        if text is not None:
            return text
    # An undefined byte must not cost the whole file.
    return data.decode(_likeliest(data[:100_000]), "replace")


def clean(text: str) -> str:
    """Text as the rest of the house may hold it: NFC, no controls, plain newlines, bounded."""
    text = text[: 2 * MAX_TEXT].replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n")
    text = _SURROGATES.sub("\ufffd", _UNSEEN.sub("", text)).translate(_LIGATURES)
    text = re.sub(r"[^\S\n]+\n", "\n", unicodedata.normalize("NFC", text))
    return re.sub(r"\n{4,}", "\n\n\n", text).strip()[:MAX_TEXT]


def html_to_text(html: str) -> str:
    """What a person sees of an HTML text, as plain text; quoted mail keeps its `> `."""
    tree = LexborHTMLParser(_trimmed(html))
    root = tree.body or tree.root
    if root is None:
        return ""
    shown = re.sub(r"\n\s*\n\s*", "\n\n", "".join(_pieces(root)))
    return clean("\n".join(_quoted_lines(shown)))


def html_links(html: str) -> tuple[str, ...]:
    """The http(s) addresses that an HTML text links to, in order, once each; never followed."""
    tree = LexborHTMLParser(_trimmed(html))
    found = (node.attributes.get("href") or "" for node in tree.css("a[href]"))
    return tuple(dict.fromkeys(link for link in found if link.lower().startswith("http")))


def _strictly(data: bytes, charset: str | None) -> str | None:
    if charset is None:
        return None
    if charset.lower().replace("_", "-") in {"iso-8859-1", "latin-1", "latin1"}:
        charset = "cp1252"  # as browsers do: who says Latin-1 means Windows' superset of it
    try:
        return data.decode(charset, "strict")
    except (LookupError, ValueError):
        return None


def _likeliest(data: bytes) -> str:
    """The charset in which the bytes beyond ASCII come out as letters that people write."""
    beyond = sum(byte > 127 for byte in data)
    # A library that guesses well for whole foreign scripts calls short French text Chinese.
    if 2 * beyond > sum(chr(byte).isalpha() for byte in data if byte < 128):
        found = from_bytes(data, cp_isolation=_FOREIGN).best()
        return found.encoding if found else "cp1252"
    scores = {name: _known(data.decode(name, "replace"), own) for name, own in _LATIN.items()}
    return max(scores, key=lambda name: scores[name])


def _known(text: str, letters: str) -> int:
    return sum(1 if char in letters else -1 for char in text if ord(char) > 127)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark shows as every other byte being NUL."""
    head = data[:2000]
    if len(head) < 8 or head.count(0) < len(head) // 4:
        return None
    return "utf-16-le" if head[1::2].count(0) > head[0::2].count(0) else "utf-16-be"


def _is_noise(sample: str) -> bool:
    """Controls and undecodable bytes, as programs and pictures have them, or no word at all."""
    odd = sum(
        char == "\ufffd" or (char < " " and char not in "\t\n\r\f\x1a\x1b") for char in sample
    )
    return odd > 0.04 * len(sample) or not any(char.isalnum() for char in sample)


def _declared_in_html(data: bytes) -> str | None:
    found = re.search(rb"charset\s*=\s*[\"']?\s*([\w.:-]+)", data[:4096], re.IGNORECASE)
    return found.group(1).decode("ascii") if found else None


def _trimmed(html: str) -> str:
    for start, end in (("<!--", "-->"), ("<style", "</style>"), ("<script", "</script>")):
        html = _without(html, start, end)
    html = re.sub(r"data:[\w/+.-]{0,80};base64,[A-Za-z0-9+/=\s]{0,10000000}", "", html)
    return _shallow(html[:MAX_HTML])


def _shallow(html: str) -> str:
    """Cut where tags nest deeper than any mail's: the parser's time grows with the depth."""
    depth = 0
    for tag in _TAG.finditer(html):
        if tag.group(2).lower() not in _OFTEN_OPEN:
            depth += -1 if tag.group(1) else 1
        if depth > _DEEPEST:
            return html[: tag.start()]
    return html


def _without(html: str, start: str, end: str) -> str:
    """All that stands between the two marks, cut; searched forward only, to stay linear."""
    folded, kept, at = html.lower(), [], 0
    if len(folded) != len(html):  # a letter that grows when folded would shift every place
        return html
    while (begin := folded.find(start, at)) >= 0:
        close = folded.find(end, begin)
        if close < 0:
            break
        kept.append(html[at:begin])
        at = close + len(end)
    return "".join([*kept, html[at:]])


def _pieces(root: LexborNode) -> Iterator[str]:
    """Text, line breaks and quote marks of a tree, walked without recursion: it may be deep."""
    stack: list[LexborNode | str] = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            yield node
        elif node.tag == "-text":
            yield re.sub(r"[\s\x0e\x0f]+", " ", node.text(deep=False))
        elif node.tag == "br":
            yield "\n"
        elif not _is_hidden(node):
            before, after = _around(node)
            yield before
            stack.append(after)
            stack.extend(reversed(list(_children(node))))


def _children(node: LexborNode) -> Iterator[LexborNode]:
    child = node.child
    while child is not None:
        yield child
        child = child.next


def _around(node: LexborNode) -> tuple[str, str]:
    if _is_quote(node):
        return f"\n\n{_QUOTE}", f"{_UNQUOTE}\n\n"
    if node.tag in {"td", "th"}:
        return "", "\t"
    if node.tag == "li":
        return "\n- ", ""
    if node.tag in {"p", "ul", "ol", "table", "h1", "h2", "h3", "h4"}:
        return "\n\n", "\n\n"
    return ("\n", "\n") if node.tag in _BLOCKS else ("", "")


def _is_hidden(node: LexborNode) -> bool:
    if node.tag in _SILENT:
        return True
    style = (node.attributes.get("style") or "").replace(" ", "").lower()
    return "display:none" in style or "hidden" in node.attributes


def _is_quote(node: LexborNode) -> bool:
    """Mail programs mark the mail they quote; a bare blockquote is only an indent."""
    marks = f"{node.attributes.get('type') or ''} {node.attributes.get('class') or ''}".lower()
    return node.tag == "blockquote" and ("cite" in marks or "quote" in marks)


def _quoted_lines(text: str) -> Iterator[str]:
    depth = 0
    for line in text.split("\n"):
        depth += line.count(_QUOTE)
        words = re.sub(r"[^\S\t]+", " ", line.replace(_QUOTE, "").replace(_UNQUOTE, "")).strip()
        yield "> " * min(depth, 5) + words
        depth -= line.count(_UNQUOTE)
