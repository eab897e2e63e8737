"""A mail's HTML made harmless, for a frame that runs nothing and fetches nothing.

[only importer of nh3]
"""

from collections.abc import Sequence

import nh3

from intake.reading.walk import Piece

LONGEST = 1_000_000
"""Characters of HTML that are shown."""

# No link, picture, style or form: nothing that could leave the frame or look like the desk.
_TAGS = set(
    "p br div span b strong i em u s small sub sup h1 h2 h3 h4 h5 h6 ul ol li dl dt dd "
    "blockquote pre code hr table thead tbody tfoot tr td th caption center font".split()
)
_ATTRIBUTES = {"td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"}, "*": {"dir", "lang"}}
_CUT = {"script", "style", "title", "svg", "math", "template", "noscript", "iframe", "object"}


def formatted(pieces: Sequence[Piece]) -> str:
    """The HTML pieces of a mail's text, cleaned; empty where it has none."""
    html = "\n".join(piece.text for piece in pieces if piece.kind == "html")[:LONGEST]
    return nh3.clean(
        html,
        tags=_TAGS,
        clean_content_tags=_CUT,
        attributes=_ATTRIBUTES,
        strip_comments=True,
        link_rel=None,
        url_schemes=set(),
    )
