"""The keys that are commands, and their help."""

from intake.desk.words import Table

WORDS: Table = {
    "title": ("Keyboard", "Clavier"),
    "close": ("Close", "Fermer"),
    "lead": (
        "Keys do nothing while you write in a field, nor together with Ctrl, Alt or Meta. "
        "Whatever a key does, a button or a link does too.",
        "Les touches sont sans effet quand vous écrivez dans un champ, ou avec Ctrl, Alt ou Méta. "
        "Tout ce que fait une touche, un bouton ou un lien le fait aussi.",
    ),
    "in_list": ("In a list", "Dans une liste"),
    "on_application": ("On an application", "Sur une candidature"),
    "everywhere": ("Everywhere", "Partout"),
    "next": ("next", "suivante"),
    "previous": ("previous", "précédente"),
    "tick": ("tick, or untick", "cocher ou décocher"),
    "open": ("open", "ouvrir"),
    "shortlist": (
        "shortlist what is ticked, else this one",
        "présélectionner (cochées, ou celle-ci)",
    ),
    "decline": (
        "decline them: say why, then Enter",
        "les écarter : dire pourquoi, puis Entrée",
    ),
    "shortlist_it": ("shortlist", "présélectionner"),
    "decline_it": ("decline: say why, then Enter", "écarter : dire pourquoi, puis Entrée"),
    "undo": ("undo the last move", "annuler le dernier déplacement"),
    "search": ("search", "rechercher"),
    "shown": ("these keys", "ces touches"),
    "overview": ("overview", "vue d’ensemble"),
    "queue": ("review queue of this vacancy", "file d’examen de ce poste"),
    "leave": ("leave a field, close this", "quitter un champ, fermer"),
    "then": ("then", "puis"),
    "or": ("or", "ou"),
    "enter": ("Enter", "Entrée"),
    "escape": ("Esc", "Échap"),
    "are_on": ("Single keys are on.", "Les touches simples sont actives."),
    "are_off": ("Single keys are off.", "Les touches simples sont désactivées."),
    "turn_on": ("Turn them on", "Les activer"),
    "turn_off": ("Turn them off", "Les désactiver"),
    "say_why": (
        "Say why, then press Enter to decline.",
        "Dites pourquoi, puis Entrée pour écarter.",
    ),
    "nothing": (
        "Go to an application with j or k first, or tick some.",
        "Allez d’abord à une candidature avec j ou k, ou cochez-en.",
    ),
    "cannot": ("Not from this stage.", "Impossible depuis cette étape."),
}
