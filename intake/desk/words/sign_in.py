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
    "away": (
        "Sign in with your organisation’s account",
        "Se connecter avec le compte de l’organisation",
    ),
    "unknown": (
        "Your organisation’s service knows you, but there is no open account for you here. "
        "Ask your administrator to make one with your e-mail address.",
        "Le service de votre organisation vous connaît, mais il n’y a pas de compte ouvert pour "
        "vous ici. Demandez à votre administrateur d’en créer un avec votre adresse e-mail.",
    ),
    "service": (
        "The sign-in service did not let you in, or did not answer. Begin again; if it stays, tell "
        "your administrator.",
        "Le service de connexion ne vous a pas admis, ou n’a pas répondu. Recommencez ; si cela "
        "persiste, prévenez votre administrateur.",
    ),
    "signed_out": ("You are signed out.", "Vous êtes déconnecté."),
}
