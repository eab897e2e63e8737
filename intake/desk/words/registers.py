"""The registers: refused, held, enquiries, ignored."""

from intake.desk.words import Plural, Table

WORDS: Table = {
    "tabs": ("Lists of this vacancy", "Listes de ce poste"),
    "queue": ("Queue", "File d’examen"),
    "refused": ("Refused", "Refusés"),
    "held": ("Held", "Retenus"),
    "enquiries": ("Enquiries", "Questions"),
    "ignored": ("Ignored", "Ignorés"),
    "mails": (Plural("{n} mail", "{n} mails"), Plural("{n} message", "{n} messages")),
    "refused_lead": (
        "Received after the deadline. Nothing was deleted or answered; a person can let each in.",
        "Reçus après la date limite. Rien n’a été supprimé ni répondu ; une personne peut admettre "
        "chacun.",
    ),
    "held_lead": (
        "Intake could not decide by itself: a person looks, and lets it in or leaves it out.",
        "Intake n’a pas pu décider seul : une personne regarde, et l’admet ou non.",
    ),
    "enquiries_lead": (
        "Questions to you, the oldest first. Answer them from the mailbox.",
        "Des questions pour vous, la plus ancienne d’abord. Répondez depuis la boîte aux lettres.",
    ),
    "ignored_lead": (
        "Automatic mail and exact repeats. They are kept, in case one of them matters.",
        "Messages automatiques et répétitions exactes. Ils sont conservés, au cas où.",
    ),
    "refused_empty": (
        "Nobody was late. There is nothing to do here.",
        "Personne n’est en retard. Il n’y a rien à faire ici.",
    ),
    "held_empty": (
        "Nothing waits for a person. There is nothing to do here.",
        "Rien n’attend une personne. Il n’y a rien à faire ici.",
    ),
    "enquiries_empty": ("No questions came.", "Aucune question n’est arrivée."),
    "ignored_empty": ("Nothing was ignored.", "Rien n’a été ignoré."),
    "only_out": ("Show only what is still out", "Ne montrer que ce qui reste dehors"),
    "with_in": ("Show also what was let in", "Montrer aussi ce qui a été admis"),
    "unjudged": (
        Plural("{n} mail is still waiting to be read.", "{n} mails are still waiting to be read."),
        Plural("{n} message attend encore sa lecture.", "{n} messages attendent leur lecture."),
    ),
    "ref": ("Receipt", "Reçu n°"),
    "who": ("From and subject", "De et objet"),
    "received": ("Received", "Reçu"),
    "state": ("Now", "Maintenant"),
    "why_refused": ("Late by", "Retard"),
    "why_held": ("Why", "Pourquoi"),
    "why_enquiries": ("Age", "Ancienneté"),
    "why_ignored": ("Why", "Pourquoi"),
    "pages": ("Pages", "Pages"),
    "page": ("Page {number} of {pages}", "Page {number} sur {pages}"),
    "earlier": ("← Earlier", "← Précédents"),
    "later": ("Later →", "Suivants →"),
}
