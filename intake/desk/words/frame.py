"""What stands around every screen, and the pages that tell of trouble."""

from intake.desk.words import Table

WORDS: Table = {
    "skip": ("Skip to the content", "Aller au contenu"),
    "desk": ("Review desk", "Bureau des candidatures"),
    "main_navigation": ("Main", "Principale"),
    "vacancies": ("Vacancies", "Postes"),
    "overview": ("Overview", "Accueil"),
    "digest": ("Digest", "Bulletin"),
    "audit": ("Log", "Journal"),
    "accounts": ("Accounts", "Comptes"),
    "account": ("My account", "Mon compte"),
    "sign_out": ("Sign out", "Déconnexion"),
    "language": ("Language", "Langue"),
    "undo": ("Undo", "Annuler"),
    "done": ("Done", "Fait"),
    "colon": (":", " :"),
    "quoted": ("“{what}”", "« {what} »"),
    "utc": ("UTC", "UTC"),
    "back": ("Back to the overview", "Retour à la vue d’ensemble"),
    "again": ("Look at it as it is now", "Voir l’état actuel"),
    "error_400": ("This request makes no sense", "Cette demande n’a pas de sens"),
    "error_400_text": (
        "The desk could not read what the browser sent. Nothing was changed.",
        "Le bureau n’a pas pu lire ce que le navigateur a envoyé. Rien n’a été modifié.",
    ),
    "wrong_host": (
        "The desk does not answer under the name by which it was asked for. "
        "Open it at the address that your administrator gave you.",
        "Le bureau ne répond pas sous le nom par lequel il a été demandé. "
        "Ouvrez-le à l’adresse donnée par votre administrateur.",
    ),
    "cross_site": (
        "This form comes from another site, or your browser does not say from where. "
        "Nothing was changed. Open the desk itself, and send the form from there.",
        "Ce formulaire vient d’un autre site, ou votre navigateur ne dit pas d’où il vient. "
        "Rien n’a été modifié. Ouvrez le bureau lui-même et envoyez le formulaire de là.",
    ),
    "error_401": ("You are signed out", "Vous êtes déconnecté"),
    "error_401_text": (
        "Your visit has ended, and nothing was changed. Sign in and send the form again.",
        "Votre session est terminée et rien n’a été modifié. "
        "Connectez-vous et renvoyez le formulaire.",
    ),
    "error_403": ("Not with this account", "Pas avec ce compte"),
    "error_403_text": (
        "Your role does not allow this. Nothing was changed. "
        "Ask your administrator if you need it.",
        "Votre rôle ne le permet pas. Rien n’a été modifié. "
        "Adressez-vous à votre administrateur si vous en avez besoin.",
    ),
    "error_404": ("Nothing here", "Rien ici"),
    "error_404_text": (
        "There is no such page, or it is not for your account.",
        "Cette page n’existe pas, ou n’est pas ouverte à votre compte.",
    ),
    "error_409": ("This has changed meanwhile", "Ceci a changé entre-temps"),
    "error_409_text": (
        "Nothing was changed by you. Look at it as it is now, and decide again.",
        "Vous n’avez rien modifié. Voyez l’état actuel, puis décidez à nouveau.",
    ),
    "error_405": ("Not in this way", "Pas de cette façon"),
    "error_405_text": (
        "This address is not used like that. Nothing was changed.",
        "Cette adresse ne s’utilise pas ainsi. Rien n’a été modifié.",
    ),
    "error_413": ("Too much at once", "Trop à la fois"),
    "error_413_text": (
        "The form is too large. Nothing was changed. Send less of it at once.",
        "Le formulaire est trop grand. Rien n’a été modifié. Envoyez-en moins à la fois.",
    ),
    "error_422": ("This cannot be done", "Ce n’est pas possible"),
    "error_422_text": (
        "Nothing was changed. Go back, and choose something else.",
        "Rien n’a été modifié. Revenez en arrière et choisissez autre chose.",
    ),
    "error_500": ("A fault of ours", "Une erreur de notre part"),
    "error_500_text": (
        "The mail and everything decided so far are safe. Try again; if it stays, "
        "tell your administrator what you did and when.",
        "Le courrier et toutes les décisions sont en sécurité. Réessayez ; si cela persiste, "
        "dites à votre administrateur ce que vous faisiez et quand.",
    ),
    "error_503": ("The store cannot be used now", "Le stockage est indisponible"),
    "error_503_text": (
        "Nothing is lost. Try again in a minute; if it stays, tell your administrator.",
        "Rien n’est perdu. Réessayez dans une minute ; si cela persiste, "
        "prévenez votre administrateur.",
    ),
    "who_changed": (
        "{who} made it “{to}” on {moment}: {why}",
        "{who} l’a mis à « {to} » le {moment} : {why}",
    ),
    "who_decided": (
        "{who} decided about it on {moment}: {why}",
        "{who} s’est prononcé le {moment} : {why}",
    ),
    "mail_changed": (
        "New mail, a correction or a word on who works on it and when changed it on {moment}.",
        "Un nouveau message, une correction ou un mot sur son suivi l’a modifiée le {moment}.",
    ),
    "version_of": ("Intake {version}", "Intake {version}"),
    "stage_new": ("New", "Nouvelle"),
    "stage_in_review": ("In review", "En examen"),
    "stage_shortlisted": ("Shortlisted", "Présélectionnée"),
    "stage_declined": ("Declined", "Écartée"),
    "stage_withdrawn": ("Withdrawn", "Retirée"),
    "role_admin": ("Administrator", "Administrateur"),
    "role_hr": ("HR", "RH"),
    "role_recruiter": ("Recruiter", "Recruteur"),
    "role_panel": ("Panel", "Jury"),
    "role_auditor": ("Auditor", "Auditeur"),
}
