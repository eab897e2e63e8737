"""Search."""

from intake.desk.words import Plural, Table

WORDS: Table = {
    "title": ("Search", "Recherche"),
    "words": ("Names, subjects, file names, text", "Noms, objets, fichiers, textes"),
    "in": ("Where", "Où"),
    "everywhere": ("All my vacancies", "Tous mes postes"),
    "go": ("Search", "Chercher"),
    "how": (
        "All words must be in one mail; the beginning of a word is enough, and capitals and "
        "accents do not matter. What is found stands in order of receipt.",
        "Tous les mots doivent être dans un même message ; le début d’un mot suffit, les "
        "majuscules et les accents ne comptent pas. Les résultats suivent l’ordre de réception.",
    ),
    "found": (
        Plural("{n} mail", "{n} mails"),
        Plural("{n} message", "{n} messages"),
    ),
    "none": (
        "No mail that you may read holds all these words. Try fewer words, or only the beginning "
        "of one.",
        "Aucun message ouvert à votre compte ne contient tous ces mots. Essayez moins de mots, ou "
        "seulement le début de l’un d’eux.",
    ),
    "nothing": (
        "There is no word in this to look for: write letters or numbers.",
        "Aucun mot à chercher : écrivez des lettres ou des chiffres.",
    ),
    "application": ("Application a{number}", "Candidature a{number}"),
    "mail": ("Mail m{number}", "Message m{number}"),
    "at_name": ("Sender", "Expéditeur"),
    "at_subject": ("Subject", "Objet"),
    "at_file": ("File name", "Nom du fichier"),
    "at_text": ("In the document", "Dans le document"),
    "at_body": ("In the mail", "Dans le message"),
    "at_quoted": ("In quoted mail", "Dans le message cité"),
}
