"""The line of a key is found wherever TOML lets it stand."""

import tomllib

import pytest

from intake.settings.source import key_lines

TEXT = '''# a remark with = and [brackets]
title = "a # b [c] = d"

names = [
  "one",        # ] not the end
  "two = 2",
]
"quoted key" = 1
text = """
[not.a.table]
key = "no"
"""
literal = \'\'\'x = 1
[y]\'\'\'

  [mailbox]     # spaced
  address = "a@example.org"
  inline = { host = "h", list = [1, 2] }

[a.b]
c.d = 1

[[many]]
x = 1
'''


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        (("title",), 2),
        (("names",), 4),
        (("quoted key",), 8),
        (("text",), 9),
        (("literal",), 13),
        (("mailbox",), 16),
        (("mailbox", "address"), 17),
        (("mailbox", "inline"), 18),
        (("a", "b"), 20),
        (("a", "b", "c", "d"), 21),
        (("many",), 23),
    ],
)
def test_each_key_has_its_line(keys: tuple[str, ...], line: int) -> None:
    tomllib.loads(TEXT)
    assert key_lines(TEXT)[keys] == line


def test_what_looks_like_a_key_inside_a_value_is_none() -> None:
    found = key_lines(TEXT)
    assert ("not", "a", "table") not in found
    assert ("key",) not in found
    assert ("x",) not in found
