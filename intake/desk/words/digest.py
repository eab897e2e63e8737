"""The preview of the digest."""

from intake.desk.words import Plural, Table

WORDS: Table = {
    "title": ("The digest, as it is sent", "Le bulletin, tel qu’il est envoyé"),
    "lead": (
        "Every day at {at} ({zone}). Nothing is sent from this page.",
        "Chaque jour à {at} ({zone}). Rien n’est envoyé depuis cette page.",
    ),
    "readers": (
        Plural("{n} person gets it:", "{n} people get it:"),
        Plural("{n} personne le reçoit :", "{n} personnes le reçoivent :"),
    ),
    "date": ("Day", "Jour"),
    "language": ("Language", "Langue"),
    "show": ("Show", "Montrer"),
    "subject": ("Subject:", "Objet :"),
    "frame": ("The mail", "Le message"),
    "as_text": ("The same as plain text", "Le même en texte seul"),
}
