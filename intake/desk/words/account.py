"""One's own account, and everybody's."""

from intake.desk.words import Table

WORDS: Table = {
    "title": ("My account", "Mon compte"),
    "email": ("E-mail address", "Adresse e-mail"),
    "role": ("Role", "Rôle"),
    "sees": ("Vacancies", "Postes"),
    "all": ("all", "tous"),
    "none": ("none", "aucun"),
    "password": ("Change the password", "Changer le mot de passe"),
    "old": ("Present password", "Mot de passe actuel"),
    "new": ("New password", "Nouveau mot de passe"),
    "again": ("New password once more", "Nouveau mot de passe, encore une fois"),
    "hint": (
        "{shortest} characters or more. Four words that do not belong together are easy to "
        "remember.",
        "{shortest} caractères ou plus. Quatre mots sans rapport sont faciles à retenir.",
    ),
    "save": ("Change the password", "Changer le mot de passe"),
    "elsewhere": (
        "You sign in through your organisation’s own service; the desk keeps no password of yours.",
        "Vous vous connectez par le service de votre organisation ; "
        "le bureau ne garde aucun mot de passe.",
    ),
    "wrong": (
        "The present password is not right. Nothing was changed.",
        "Le mot de passe actuel n’est pas correct. Rien n’a été modifié.",
    ),
    "too_many": (
        "There were too many attempts. Wait a quarter of an hour, then try again.",
        "Il y a eu trop de tentatives. Attendez un quart d’heure, puis réessayez.",
    ),
    "weak": (
        "The new password is too short, or easy to guess. Take four words that do not belong "
        "together.",
        "Le nouveau mot de passe est trop court ou facile à deviner. Prenez quatre mots sans "
        "rapport.",
    ),
    "differ": (
        "The new password was not written the same way twice. Nothing was changed.",
        "Le nouveau mot de passe n’a pas été écrit deux fois pareil. Rien n’a été modifié.",
    ),
    "visits": ("Where you are signed in", "Où vous êtes connecté"),
    "since": ("Since", "Depuis"),
    "last": ("last used", "dernière activité"),
    "here": ("this browser", "ce navigateur"),
    "end_others": ("Sign out everywhere else", "Se déconnecter partout ailleurs"),
    "everybody": ("Accounts", "Comptes"),
    "everybody_lead": (
        "New accounts, roles and vacancies are set with “intake user” on the server.",
        "Les comptes, rôles et postes se règlent avec « intake user » sur le serveur.",
    ),
    "name": ("Name", "Nom"),
    "seen": ("Last here", "Dernière visite"),
    "never": ("never", "jamais"),
    "state": ("State", "État"),
    "is_open": ("open", "ouvert"),
    "is_closed": ("closed", "fermé"),
    "close": ("Close", "Fermer"),
    "open": ("Open", "Ouvrir"),
    "closed": ("The account of {name} is closed.", "Le compte de {name} est fermé."),
    "opened": ("The account of {name} is open.", "Le compte de {name} est ouvert."),
}
