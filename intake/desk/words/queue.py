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
    "lead_name": (
        "By name, as people look it up: the order says nothing about anybody.",
        "Par nom, pour s’y retrouver : l’ordre ne dit rien de personne.",
    ),
    "filters": ("Narrow the list", "Affiner la liste"),
    "back": (
        Plural("{n} application is back", "{n} applications are back"),
        Plural("{n} candidature est de retour", "{n} candidatures sont de retour"),
    ),
    "back_day": ("waited for the candidate until {date}", "attente du candidat jusqu’au {date}"),
    "back_wrote": (
        "the candidate has written (put aside until {date})",
        "le candidat a écrit (mise de côté jusqu’au {date})",
    ),
    "show": ("Show", "Montrer"),
    "any_stage": ("Any stage", "Toutes étapes"),
    "any_complete": ("Complete or not", "Complètes ou non"),
    "any_missing": ("Any check", "Tous contrôles"),
    "any_language": ("Any language", "Toutes langues"),
    "any_flag": ("Any flag", "Tous signalements"),
    "any_new": ("New or not", "Nouvelles ou non"),
    "any_assigned": ("With anybody", "Suivie ou non"),
    "any_order": ("By receipt", "Par réception"),
    "search": ("Words in the mail", "Mots dans les messages"),
    "by_stage": ("Stage", "Étape"),
    "by_complete": ("Documents", "Documents"),
    "by_missing": ("To look at", "À voir"),
    "by_language": ("Language", "Langue"),
    "by_flag": ("Flag", "Signalement"),
    "by_assigned": ("Works on it", "Suivie par"),
    "assigned_me": ("Me", "Moi"),
    "with": ("with {who}", "suivie par {who}"),
    "waits": ("waits until {date}", "en attente jusqu’au {date}"),
    "by_new": ("Since my last visit", "Depuis ma dernière visite"),
    "by_order": ("Order", "Ordre"),
    "by_q": ("Words", "Mots"),
    "complete_yes": ("Complete", "Complètes"),
    "complete_no": ("Incomplete", "Incomplètes"),
    "new_yes": ("New or changed", "Du nouveau"),
    "order_name": ("By name", "Par nom"),
    "chosen": ("Chosen", "Choisi"),
    "remove": ("Remove “{what}”", "Retirer « {what} »"),
    "clear": ("Show all", "Tout montrer"),
    "where": ("See where in the mails", "Voir où, dans les messages"),
    "candidate": ("Candidate", "Candidat"),
    "received": ("Received", "Reçue"),
    "documents": ("Documents", "Documents"),
    "languages": ("Languages", "Langues"),
    "stage": ("Stage", "Étape"),
    "complete": ("complete", "complète"),
    "missing": ("to look at: {what}", "à voir : {what}"),
    "new": ("new", "nouvelle"),
    "changed": ("changed", "modifiée"),
    "nameless": ("No name given", "Sans nom"),
    "hidden": ("Candidate a{number}", "Candidature a{number}"),
    "aside": (
        Plural(
            "You stepped aside from {n} application; it is not in this list.",
            "You stepped aside from {n} applications; they are not in this list.",
        ),
        Plural(
            "Vous vous êtes récusé pour {n} candidature, absente de cette liste.",
            "Vous vous êtes récusé pour {n} candidatures, absentes de cette liste.",
        ),
    ),
    "empty": (
        "No application has come yet. Mail appears here by itself after each poll of the mailbox; "
        "look at the registers for mail that is no application.",
        "Aucune candidature pour l’instant. Le courrier paraît ici de lui-même après chaque relève "
        "de la boîte ; voyez les registres pour les autres messages.",
    ),
    "empty_panel": (
        "No application has been shortlisted yet. You will find those here that are.",
        "Aucune candidature n’est encore présélectionnée. Vous trouverez ici celles qui le seront.",
    ),
    "empty_chosen": (
        "No application is like this. Remove one of the choices above, or show all.",
        "Aucune candidature de ce genre. Retirez l’un des choix ci-dessus, ou montrez tout.",
    ),
}
