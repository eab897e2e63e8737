"""Taking a queue and its documents away."""

from intake.desk.words import Plural, Table

WORDS: Table = {
    "title": ("Take away", "Exporter"),
    "lead": (
        "The whole queue, by receipt. What you take holds personal data and leaves the desk’s "
        "protection: that you took it is written in the log.",
        "Toute la file, par ordre de réception. Ce que vous emportez contient des données "
        "personnelles et sort de la protection du bureau : c’est inscrit au journal.",
    ),
    "lead_chosen": (
        "The queue as you narrowed it, in its order. What you take holds personal data and leaves "
        "the desk’s protection: that you took it is written in the log.",
        "La file telle que vous l’avez affinée, dans son ordre. Ce que vous emportez contient des "
        "données personnelles et sort de la protection du bureau : c’est inscrit au journal.",
    ),
    "all": ("Take the whole queue", "Exporter toute la file"),
    "empty_chosen": (
        "Nobody is left in this choice. Take the whole queue, or choose anew there.",
        "Personne ne correspond à ce choix. Exportez toute la file, ou affinez-la autrement.",
    ),
    "found": (
        Plural("{n} application", "{n} applications"),
        Plural("{n} candidature", "{n} candidatures"),
    ),
    "xlsx": ("Excel table", "Tableau Excel"),
    "xlsx_text": (
        "One line per application, to sort and filter (.xlsx).",
        "Une ligne par candidature, à trier et filtrer (.xlsx).",
    ),
    "csv": ("CSV table", "Tableau CSV"),
    "csv_text": (
        "The same for other programs (.csv, UTF-8, commas). A ' stands before texts that a "
        "spreadsheet would take for a formula.",
        "Le même pour d’autres programmes (.csv, UTF-8, virgules). Un ' précède les textes qu’un "
        "tableur prendrait pour une formule.",
    ),
    "zip": ("Documents", "Documents"),
    "zip_text": (
        "The current version of each document, named by receipt number and candidate (.zip). "
        "Unsafe and broken files stay out; a README in it lists them with the reason.",
        "La version actuelle de chaque document, nommée par numéro de réception et candidat "
        "(.zip). Les fichiers dangereux ou endommagés n’y sont pas ; un README les énumère avec "
        "la raison.",
    ),
    "take": ("Save", "Enregistrer"),
    "empty": (
        "Nobody has applied yet: there is nothing to take away. Come back after the next poll.",
        "Personne n’a encore postulé : il n’y a rien à exporter. Revenez après la prochaine "
        "relève.",
    ),
    "reference": ("Reference", "Référence"),
    "name": ("Name", "Nom"),
    "email": ("E-mail", "Courriel"),
    "received": ("Received ({zone})", "Reçue ({zone})"),
    "receipts": ("Receipt numbers", "Numéros de réception"),
    "stage": ("Stage", "Étape"),
    "complete": ("Complete", "Complète"),
    "missing": ("To look at", "À voir"),
    "flags": ("Flags", "Signalements"),
    "documents": ("Documents", "Documents"),
    "languages": ("Languages of documents", "Langues des documents"),
    "decided_at": ("Decided ({zone})", "Décidée ({zone})"),
    "decided_by": ("Decided by", "Décidée par"),
    "why": ("Reason", "Motif"),
    "yes": ("yes", "oui"),
    "no": ("no", "non"),
    "stepped_aside": ("you stepped aside", "vous vous êtes récusé"),
}
