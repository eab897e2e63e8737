"""What a document is: a CV, a motivation letter, both, or something else; by its words first.

`words/` holds the words, one table a language; `shape` prepares a text, `cv`, `letter` and
`other` look for their signs in it, `naming` reads the file's name, `decision` weighs them, and
`joined` asks it of the parts of a file that may hold two papers.
"""

from intake.reading.role.decision import Role, letter_in_body
from intake.reading.role.joined import role_of

__all__ = ["Role", "letter_in_body", "role_of"]
