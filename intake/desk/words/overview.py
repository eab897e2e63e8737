"""The overview."""

from intake.desk.words import Plural, Table

WORDS: Table = {
    "title": ("Overview", "Vue d’ensemble"),
    "none": ("There is no vacancy for your account", "Aucun poste pour votre compte"),
    "none_text": (
        "Your administrator can name vacancies in your account: intake user change.",
        "Votre administrateur peut ajouter des postes à votre compte : intake user change.",
    ),
    "reconcile": (
        "{server} on the server, {accounted} accounted for, {missing} missing",
        "{server} sur le serveur, {accounted} comptabilisés, {missing} manquants",
    ),
    "as_of": ("as of", "au"),
    "never_read": (
        "The mailboxes have not all been read yet; the sum follows with the first complete poll.",
        "Les boîtes n’ont pas encore toutes été lues ; le total suivra la première relève.",
    ),
    "left": ("{span} left", "encore {span}"),
    "ago": ("closed {span} ago", "clos depuis {span}"),
    "deadline": ("Deadline", "Échéance"),
    "applications": (
        Plural("application", "applications"),
        Plural("candidature", "candidatures"),
    ),
    "complete": (Plural("complete", "complete"), Plural("complète", "complètes")),
    "incomplete": (Plural("incomplete", "incomplete"), Plural("incomplète", "incomplètes")),
    "shortlisted": (
        Plural("shortlisted", "shortlisted"),
        Plural("présélectionnée", "présélectionnées"),
    ),
    "back": (
        Plural("back from waiting", "back from waiting"),
        Plural("de retour d’attente", "de retour d’attente"),
    ),
    "held": (Plural("held", "held"), Plural("retenu", "retenus")),
    "refused": (
        Plural("refused (late)", "refused (late)"),
        Plural("refusé (tardif)", "refusés (tardifs)"),
    ),
    "enquiries": (Plural("enquiry", "enquiries"), Plural("question", "questions")),
    "ignored": (Plural("ignored", "ignored"), Plural("ignoré", "ignorés")),
    "waiting": (
        Plural("{n} mail waits for its verdict", "{n} mails wait for their verdict"),
        Plural("{n} courrier attend son verdict", "{n} courriers attendent leur verdict"),
    ),
    "arrivals": ("Arrivals per day", "Arrivées par jour"),
    "in_time": ("in time", "à temps"),
    "unclear": ("unclear", "incertain"),
    "late": ("late", "tardif"),
    "cutoff": ("deadline", "échéance"),
    "quiet_days": ("No applications in these days.", "Aucune candidature ces jours-là."),
    "mailbox_ok": ("Mailbox read", "Boîte relevée"),
    "mailbox_unread": ("Mailbox not read", "Boîte non relevée"),
    "mailbox_last": ("last read", "dernière relève"),
    "mailbox_never": ("never read yet", "jamais relevée"),
    "mailbox_unwatched": ("Mailbox not watched", "Boîte non surveillée"),
}
