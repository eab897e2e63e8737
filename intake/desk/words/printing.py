"""Lists on paper."""

from intake.desk.words import Plural, Table

WORDS: Table = {
    "print": ("Print", "Imprimer"),
    "lead": (
        "The whole list on one page, for paper. Print it with your browser (Ctrl+P).",
        "Toute la liste sur une page, pour le papier. Imprimez-la avec votre navigateur (Ctrl+P).",
    ),
    "now": ("Print now", "Imprimer"),
    "back": ("Back to the list", "Retour à la liste"),
    "order": ("Order", "Ordre"),
    "by_receipt": ("by receipt", "par ordre de réception"),
    "by_name": ("by name", "par ordre alphabétique"),
    "printed": ("Printed {moment} by {who}", "Imprimé le {moment} par {who}"),
    "confidential": (
        "Personal data: keep it safe, and destroy it when it is no longer needed.",
        "Données personnelles : à conserver en lieu sûr et à détruire après usage.",
    ),
    "applications": (
        Plural("{n} application", "{n} applications"),
        Plural("{n} candidature", "{n} candidatures"),
    ),
    "mails": (Plural("{n} mail", "{n} mails"), Plural("{n} message", "{n} messages")),
    "reference": ("No.", "N°"),
    "notes": ("Notes", "Notes"),
    "empty": (
        "Nothing is on this list: there is nothing to print. Go back and choose another.",
        "Cette liste est vide : il n’y a rien à imprimer. Revenez et choisissez-en une autre.",
    ),
}
