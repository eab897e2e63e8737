"""The review queue."""

from intake.desk.words import Plural, Table

WORDS: Table = {
    "title": ("Review queue", "File d’examen"),
    "found": (
        Plural("{n} application", "{n} applications"),
        Plural("{n} candidature", "{n} candidatures"),
    ),
    "lead": (
        "By receipt, the first at the top: the order says nothing about anybody.",
        "Par ordre de réception, la première en haut : l’ordre ne dit rien de personne.",
    ),
    "show": ("Show", "Montrer"),
    "all": ("All stages", "Toutes les étapes"),
    "both": ("Complete or not", "Complètes ou non"),
    "complete_yes": ("Complete", "Complètes"),
    "complete_no": ("Something is missing", "Il manque quelque chose"),
    "candidate": ("Candidate", "Candidat"),
    "received": ("Received", "Reçue"),
    "documents": ("Documents", "Documents"),
    "stage": ("Stage", "Étape"),
    "complete": ("complete", "complète"),
    "missing": ("to look at: {what}", "à voir : {what}"),
    "nameless": ("No name given", "Sans nom"),
    "hidden": ("Candidate a{number}", "Candidature a{number}"),
    "empty": (
        "No application is like this. Choose other stages, or wait for the next poll.",
        "Aucune candidature de ce genre. Choisissez d’autres étapes, ou attendez la prochaine "
        "relève.",
    ),
}
