"""The sign-in page."""

from intake.desk.words import Table

WORDS: Table = {
    "title": ("Sign in", "Connexion"),
    "lead": ("The review desk of {organisation}", "Le bureau des candidatures de {organisation}"),
    "email": ("E-mail address", "Adresse e-mail"),
    "password": ("Password", "Mot de passe"),
    "button": ("Sign in", "Se connecter"),
    "or": ("or", "ou"),
    "refused": (
        "The address and the password do not belong together. Try again, or ask your "
        "administrator for a new password.",
        "L’adresse et le mot de passe ne correspondent pas. Réessayez, ou demandez un nouveau "
        "mot de passe à votre administrateur.",
    ),
    "too_many": (
        "There were too many attempts. Wait a quarter of an hour, then try again.",
        "Il y a eu trop de tentatives. Attendez un quart d’heure, puis réessayez.",
    ),
    "signed_out": ("You are signed out.", "Vous êtes déconnecté."),
}
