"""The log."""

from intake.desk.words import Plural, Table

WORDS: Table = {
    "title": ("Log", "Journal"),
    "changes": ("Changes", "Modifications"),
    "readings": ("Readings", "Consultations"),
    "lead": (
        "Every change, each sealed with the one before it. “intake verify” checks the seals.",
        "Chaque modification, scellée avec la précédente. « intake verify » contrôle les sceaux.",
    ),
    "lead_readings": (
        "Who opened which dossier, or found it by a search, and when.",
        "Qui a ouvert quel dossier, ou l’a trouvé par une recherche, et quand.",
    ),
    "subject": ("Application, mail, account or vacancy", "Candidature, courrier, compte ou poste"),
    "subject_hint": ("a7, m12, u3 or a vacancy’s id", "a7, m12, u3 ou l’identifiant d’un poste"),
    "show": ("Show", "Afficher"),
    "everything": ("Show everything", "Tout afficher"),
    "number": ("No.", "N°"),
    "when": ("When", "Quand"),
    "who": ("Who", "Qui"),
    "what": ("What", "Quoi"),
    "about": ("About", "Objet"),
    "details": ("Details", "Détails"),
    "path": ("Page", "Page"),
    "older": ("Older", "Plus anciennes"),
    "nothing": (
        "Nothing is written here. Look for another subject, or show everything.",
        "Rien n’est noté ici. Cherchez un autre objet, ou affichez tout.",
    ),
    "nothing_read": (
        "Nobody has opened a dossier yet. Each reading will stand here.",
        "Personne n’a encore ouvert de dossier. Chaque consultation figurera ici.",
    ),
    "sealed": (
        Plural("{n} row, sealed by", "{n} rows, sealed by"),
        Plural("{n} ligne, scellée par", "{n} lignes, scellées par"),
    ),
}
