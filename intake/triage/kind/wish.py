"""What a person wants with a mail: to withdraw, to add, to ask or to apply.

Judged on the subject and the new text, never on quoted mail; what is attached is not read here,
but with files a mail withdraws in plain words alone.
"""

from intake.triage.kind.mail import Mail
from intake.triage.kind.spelling import set_right
from intake.triage.kind.unwithdrawn import (
    ASKS_TO_WITHDRAW,
    DENIED,
    HINDERED,
    NOT_WITHDRAWING,
    ONLY_WONDERS,
    SAID_MYSELF,
    STANDS_BY,
    SUPPOSED,
    TOLD_BY_OTHERS,
    TOLD_OF_MINE,
    WONDERS,
)
from intake.triage.kind.withdrawing import (
    PLAINLY,
    SPEAKS_OF_IT,
    WITHDRAWAL_SUBJECTS,
    WITHDRAWS,
)
from intake.triage.kind.wording import (
    ADDS,
    APPLYING_SUBJECTS,
    ASKING_SUBJECTS,
    ASKS,
    COURTESIES,
    INTENDS,
    LETTER_TITLES,
    REPLACES,
    WISHES_TO_APPLY,
)
from intake.triage.links import offered_link
from intake.triage.message import Document
from intake.triage.words import Phrases, quote, sentences, words

_ASKS_MORE = Phrases(
    "(when|what|how|whether|which|where|who|why|quand|comment|quel*|où|pourquoi|qui)"
)


def withdrawn(mail: Mail) -> str | None:
    """The sentence in which the candidate withdraws, or None.

    A denial, a condition, what others say, or the exchange of one version for another is no
    withdrawal; who stands by the application does not withdraw in the same mail. Who sends
    a CV and has sent nothing before has nothing to withdraw here: such words tell of elsewhere.
    """
    replacing = mail.papers and REPLACES.find(mail.new_text)
    if replacing or (mail.has_cv and mail.application is None) or STANDS_BY.find(mail.new_text):
        return None
    said = sentences(mail.new_text)
    for sentence, after in zip(said, (*said[1:], ""), strict=False):
        if _withdraws(set_right(sentence), plainly=bool(mail.files)) and not DENIED.match(after):
            return f"The candidate withdraws: {quote(sentence)}."
    meant = all(_is_meant(sentence) for sentence in said if SPEAKS_OF_IT.match(sentence))
    if WITHDRAWAL_SUBJECTS.match(set_right(mail.subject)) and not mail.files and meant:
        return f"The subject announces a withdrawal: {quote(mail.message.subject)}."
    return None


def _withdraws(sentence: str, *, plainly: bool) -> bool:
    """Whether a sentence withdraws; in plain words where other things come with it."""
    hindered = plainly or HINDERED.match(sentence) or TOLD_OF_MINE.match(sentence)
    if hindered and not PLAINLY.match(sentence):
        return False
    return bool(WITHDRAWS.match(sentence)) and _is_meant(sentence)


def _is_meant(sentence: str) -> bool:
    if NOT_WITHDRAWING.match(sentence) or SUPPOSED.match(sentence) or DENIED.match(sentence):
        return False
    if TOLD_BY_OTHERS.match(sentence) and not SAID_MYSELF.match(sentence):
        return False
    if ASKS_TO_WITHDRAW.match(sentence) and not ONLY_WONDERS.match(sentence):
        return True
    return not (WONDERS.match(sentence) or sentence.rstrip().endswith("?"))


def added(mail: Mail) -> str | None:
    """Why the mail adds to an application, or None: by thread, by sender, or by its words.

    A mail that alone holds all that is asked for is an application, whoever sent it before.
    """
    if mail.is_full:
        return None
    words_of_adding = ADDS.find(mail.new_text)
    if mail.application is None:
        said = words_of_adding if mail.files or mail.papers else None
        return said and f"It says that it adds to an application: {quote(said)}."
    if _only_asks(mail) or not (mail.files or mail.papers or _speaks_of_it(mail)):
        return None
    return _why_added(mail, words_of_adding)


def _speaks_of_it(mail: Mail) -> bool:
    """Without a file: it still adds where it says so, applies again, or says nothing at all."""
    return bool(ADDS.match(mail.new_text) or mail.applying) or mail.is_silent


def _why_added(mail: Mail, said: str | None) -> str:
    earlier = mail.application
    assert earlier is not None  # noqa: S101 - asked only where there is an earlier mail
    quoted = f" It says: {quote(said)}." if said else ""
    if earlier.is_by(mail.message.candidate):
        return f"The same candidate applied before, in m{earlier.id}.{quoted}"
    return f"It answers m{earlier.id}, an application from another address.{quoted}"


def asked(mail: Mail) -> str | None:
    """The question that the mail asks, or None where it brings documents or applies."""
    if not _only_asks(mail):
        return None
    question = _question(mail)
    beside = f" What is attached ({_names(mail.files)}) is no application document."
    return f"It asks: {quote(question or '')}.{beside if mail.files else ''}"


def _only_asks(mail: Mail) -> bool:
    """Whether it asks, brings neither CV nor letter, and does not apply in so many words."""
    if _brings(mail) or _question(mail) is None:
        return False
    adds = mail.application is not None and mail.files and ADDS.match(mail.new_text)
    return not (mail.applying or adds)


def _brings(mail: Mail) -> bool:
    """Whether a paper is attached, or the mail's own text is the letter of somebody who applies."""
    attached = [one for one in mail.papers if not one.in_body]
    return bool(attached) or (bool(mail.papers) and _letter_applies(mail))


def _letter_applies(mail: Mail) -> bool:
    """Words about oneself may lead to a question; a letter also says what one wants."""
    said = INTENDS.match(mail.new_text) or WISHES_TO_APPLY.match(mail.new_text)
    titled = LETTER_TITLES.begins(mail.message.body)
    return bool(said or titled or APPLYING_SUBJECTS.match(mail.subject))


def _question(mail: Mail) -> str | None:
    if ASKING_SUBJECTS.match(mail.subject):
        return mail.message.subject
    asking = [one for one in sentences(mail.message.body) if ASKS.match(one)]
    ends = (one for one in sentences(mail.new_text) if one.rstrip(" \"'»”)").endswith(("?", "？")))
    asking += [one for one in ends if words(one)]
    if WISHES_TO_APPLY.find(mail.message.body):
        asking = [one for one in asking if not _is_courtesy(one)]
    return next(iter(asking), None)


def _is_courtesy(sentence: str) -> bool:
    """Whether it asks no more than whether the mail arrived, or is enough."""
    found = COURTESIES.match(sentence)
    return found is not None and not _ASKS_MORE.match(found.string[found.end() :])


def applied(mail: Mail) -> str | None:
    """Why the mail is an application: it brings documents, or it says that it applies."""
    if mail.papers:
        return f"It brings {_papers(mail)}."
    said = mail.applying
    if said is None and not mail.files:
        said = _intention(mail)
    if said is not None:
        return f"It says that it applies: {quote(said)}.{_nothing_attached(mail)}"
    if mail.files:
        return f"It brings documents: {_names(mail.files)}."
    link = offered_link(mail.message.body, mail.message.links)
    if link is not None:
        return f"It offers its documents behind a link: {quote(link)}."
    if mail.is_silent and mail.application is None:
        return "It says nothing at all and brings nothing: a person should look."
    return None


def _intention(mail: Mail) -> str | None:
    """Words of applying in a mail of somebody who has not applied before."""
    if mail.application is not None:
        return None
    if APPLYING_SUBJECTS.match(mail.subject):
        return mail.message.subject
    return INTENDS.find(mail.new_text)


def said_nothing(mail: Mail) -> str:
    """What remains: no documents, no wish to apply; a person should read it."""
    text = mail.message.body or mail.message.subject
    if mail.application is not None:
        return f"The candidate writes, and adds no document: {quote(text)}."
    return f"It brings no documents and does not say that it applies: {quote(text)}."


def _papers(mail: Mail) -> str:
    return "; ".join(_told(paper) for paper in mail.papers[:3])


def _told(paper: Document) -> str:
    if not paper.readable:
        return f"{quote(paper.filename)}, which could not be read"
    if not paper.kinds:
        return f"{quote(paper.filename)}, which is named as one"
    what = " and ".join(kind.value.replace("_", " ") for kind in paper.kinds)
    return f"{quote(paper.filename)}, a {what}"


def _names(files: tuple[Document, ...]) -> str:
    return ", ".join(quote(one.filename or "a file without a name") for one in files[:3])


def _nothing_attached(mail: Mail) -> str:
    return "" if mail.files else " Nothing is attached."
