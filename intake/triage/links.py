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
_PROFILES = (
    "linkedin.com",
    "facebook.com",
    "instagram.com",
    "x.com",
    "twitter.com",
    "youtube.com",
    "xing.com",
    "orcid.org",
    "researchgate.net",
)
_FILE_ENDINGS = (".pdf", ".docx", ".doc", ".odt", ".rtf", ".zip")

OFFERS_FILES = Phrases(
    "(my|our|all|both|the) … (cv|resume|curriculum|letter|documents|files|dossier|portfolio)",
    "(mon|ma|mes|tous|les) … (cv|curriculum|lettre|documents|fichiers|dossier|portfolio)",
    "(cv|resume|curriculum|letter|documents|files|dossier|lettre|fichiers) … (link|available|"
    "download|here|below|online|lien|disponible*|télécharg*|ici|suivant|adresse|ligne)",
    "(file|files|attachment|attachments) … (big|large|heavy|size|limit)",
    "(fichier|fichiers|pièce|pièces) … (volumineu*|lourd*|gros|grosses|taille)",
    "(use|follow|click|open|see|via|through) (on )?(the|this|my)( following)? (link|url|address)",
    "(utilis*|cliqu*|suiv*|via|par) (sur )?(le|ce) lien",
    "(link|download|lien|télécharg*) … (cv|resume|curriculum|application|documents|letter|files|"
    "dossier|candidature|lettre)",
)

SHARES_FILES = Phrases(
    "(shared|shares|sharing|invited you|invites you|sent you|sends you|uploaded|transferred) … "
    "(folder|folders|file|files|document|documents|directory|item|items)",
    "(folder|file|files|document|documents|directory) … "
    "(shared|uploaded|stored|waiting for you|ready for you|been sent)",
    "(view|open|access|see|get|download|browse) (the |this |your |shared |all )?"
    "(folder|file|files|document|documents)",
    "(a partagé|partage|a envoyé|vous envoie|a déposé|vous invite) … "
    "(dossier|dossiers|fichier|fichiers|document|documents|répertoire)",
    "(dossier|fichier|fichiers|document|documents) … (partagé*|déposé*|transféré*|vous attend*)",
    "(ouvrir|consulter|télécharger|voir|accéder) … (dossier|fichier|fichiers|document|documents)",
)
"""The words of services that share files, whatever their name."""


def share_link(links: Iterable[str]) -> str | None:
    """The first link that leads to a file share."""
    return next((link for link in links if _is_on(link, _SHARES)), None)


def file_link(links: Iterable[str]) -> str | None:
    """The first link that leads to a file share, or to a file itself."""
    return next((link for link in links if _is_on(link, _SHARES) or _names_a_file(link)), None)


def _is_on(link: str, hosts: Iterable[str]) -> bool:
    try:
        host = (urlsplit(link).hostname or "").casefold()
    except ValueError:  # not an address at all: what it leads to cannot be said
        return False
    return any(host == one or host.endswith(f".{one}") for one in hosts)


def _names_a_file(link: str) -> bool:
    return link.split("?")[0].split("#")[0].casefold().endswith(_FILE_ENDINGS)


def offered_link(body: str, links: Iterable[str]) -> str | None:
    """The first link that a text offers as the place of its writer's files.

    The sentence that holds the link, or the one before it, speaks of them. Where a page shows
    its links under other words, it is enough that the text shares files.
    """
    every, links = sentences(body), tuple(links)
    for before, one in zip(("", *every), every, strict=False):
        link = next((link for link in links if link in one), None)
        if link and _offers(one.replace(link, " ")):
            return link
        if link and _offers(before) and not _is_on(link, _PROFILES):
            return link
    hidden = (link for link in links if link not in body and not _is_on(link, _PROFILES))
    return next(hidden, None) if SHARES_FILES.find(body) else None


def _offers(text: str) -> bool:
    return bool(OFFERS_FILES.match(text) or SHARES_FILES.match(text))
