"""Links that stand in place of files: shown to people, never followed."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from intake.triage.words import Phrases, sentences

_SHARES = (
    "drive.google.com",
    "docs.google.com",
    "drive.usercontent.google.com",
    "photos.app.goo.gl",
    "dropbox.com",
    "db.tt",
    "onedrive.live.com",
    "1drv.ms",
    "sharepoint.com",
    "wetransfer.com",
    "we.tl",
    "icloud.com",
    "box.com",
    "mega.nz",
    "mega.co.nz",
    "mediafire.com",
    "swisstransfer.com",
    "transfernow.net",
    "fromsmash.com",
    "grosfichiers.com",
    "pcloud.com",
    "pcloud.link",
    "sendgb.com",
    "terabox.com",
    "drive.proton.me",
    "disk.yandex.ru",
    "disk.yandex.com",
    "yadi.sk",
    "cloud.mail.ru",
    "pan.baidu.com",
    "workdrive.zoho.com",
    "sync.com",
    "tresorit.com",
    "kdrive.infomaniak.com",
    "filesender.org",
    "send-anywhere.com",
    "jumpshare.com",
    "scribd.com",
    "issuu.com",
    "canva.com",
)
_FILE_ENDINGS = (".pdf", ".docx", ".doc", ".odt", ".rtf", ".zip")

OFFERS_FILES = Phrases(
    "(my|our|all|both|the) … (cv|resume|curriculum|letter|documents|files|dossier|portfolio)",
    "(mon|ma|mes|tous|les) … (cv|curriculum|lettre|documents|fichiers|dossier|portfolio)",
    "(cv|resume|curriculum|letter|documents|files|dossier|lettre|fichiers) … (link|available|"
    "download|here|below|online|lien|disponible*|télécharg*|ici|suivant|adresse|ligne)",
    "(link|download|lien|télécharg*) … (cv|resume|curriculum|application|documents|letter|files|"
    "dossier|candidature|lettre)",
)


def share_link(links: Iterable[str]) -> str | None:
    """The first link that leads to a file share, or to a file itself."""
    return next((link for link in links if _leads_to_files(link)), None)


def _leads_to_files(link: str) -> bool:
    try:
        parts = urlsplit(link)
        host = (parts.hostname or "").casefold()
    except ValueError:  # not an address at all: what it leads to cannot be said
        return False
    shared = any(host == share or host.endswith(f".{share}") for share in _SHARES)
    return shared or parts.path.casefold().endswith(_FILE_ENDINGS)


def offered_link(body: str, links: Iterable[str]) -> str | None:
    """The first link that a text offers as the place of its writer's files.

    The sentence that holds the link, or the one before it, speaks of them.
    """
    every = sentences(body)
    for before, one in zip(("", *every), every, strict=False):
        link = next((link for link in links if link in one), None)
        if link and any(OFFERS_FILES.match(text) for text in (one.replace(link, " "), before)):
            return link
    return None
