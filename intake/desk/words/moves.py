"""Moving applications to another stage, together or one by one."""

from intake.desk.words import Plural, Table

WORDS: Table = {
    "title": ("Move what is ticked", "Déplacer la sélection"),
    "all": ("Tick all on this page", "Tout cocher sur cette page"),
    "none": ("Tick none", "Tout décocher"),
    "tick": ("Tick {who}", "Cocher {who}"),
    "ticked": (Plural("{n} ticked", "{n} ticked"), Plural("{n} cochée", "{n} cochées")),
    "why": (
        "Why (kept with your name; needed to decline)",
        "Pourquoi (conservé avec votre nom ; requis pour écarter)",
    ),
    "to": ("Move to", "Passer à"),
    "done": (
        Plural("{n} application moved to “{to}”.", "{n} applications moved to “{to}”."),
        Plural(
            "{n} candidature passée à «\u00a0{to}\u00a0».",
            "{n} candidatures passées à «\u00a0{to}\u00a0».",
        ),
    ),
    "undone": (
        Plural("Taken back: {n} application is where it was.", "Taken back: {n} applications."),
        Plural("Annulé : {n} candidature rétablie.", "Annulé : {n} candidatures rétablies."),
    ),
    "no_reason": ("No reason was given.", "Aucun motif n’a été donné."),
    "taken_back": ("Taken back.", "Annulé."),
}
