"""Why something cannot be done: the rules by the keys that `UnlawfulMove` carries."""

from intake.desk.words import Table

WORDS: Table = {
    "anothers_move": (
        "Another person made this move. Move the application yourself, and say why.",
        "Une autre personne a fait ce changement. Déplacez vous-même la candidature et dites "
        "pourquoi.",
    ),
    "cannot_become": (
        "From “{now}” an application cannot go to “{to}”. Choose one of the stages on its page.",
        "Une candidature ne peut pas passer de « {now} » à « {to} ». Choisissez l’une des étapes "
        "proposées sur sa page.",
    ),
    "cannot_join": (
        "{first} and {second} cannot be joined. Choose two different applications of one vacancy.",
        "{first} et {second} ne peuvent pas être réunies. Choisissez deux candidatures "
        "différentes à un même poste.",
    ),
    "closed": (
        "{which} is closed: its mail is now in {now_in}. Nothing was changed. Go on there.",
        "{which} est close : son courrier est désormais dans {now_in}. Rien n’a été modifié. "
        "Continuez là.",
    ),
    "closed_empty": (
        "{which} is closed: none of its mail counts any more. Nothing was changed. Where that is "
        "wrong, correct the mail on its own page.",
        "{which} est close : aucun de ses messages ne compte plus. Rien n’a été modifié. Si c’est "
        "une erreur, corrigez le message sur sa page.",
    ),
    "correction_without_reason": (
        "A correction needs a reason. Nothing was changed. Say in a few words why.",
        "Une correction demande un motif. Rien n’a été modifié. Dites pourquoi en quelques mots.",
    ),
    "empty_note": (
        "The note is empty; nothing was kept. Write it, and send it again.",
        "La note est vide ; rien n’a été conservé. Écrivez-la, puis renvoyez-la.",
    ),
    "let_in_before": (
        "{mail} was let in before. Nothing needs to be done.",
        "{mail} a déjà été admis. Il n’y a rien à faire.",
    ),
    "long_text": (
        "The text is too long; nothing was kept. Write at most {most} characters.",
        "Le texte est trop long ; rien n’a été conservé. Écrivez au plus {most} caractères.",
    ),
    "nameless": (
        "Nobody signs this. Nothing was changed. Have your administrator give your account a name.",
        "Personne ne signe. Rien n’a été modifié. Faites donner un nom à votre compte par votre "
        "administrateur.",
    ),
    "no_date": (
        "That is not a date. Nothing was changed. Write it as 2026-02-08.",
        "Ce n’est pas une date. Rien n’a été modifié. Écrivez-la ainsi : 2026-02-08.",
    ),
    "no_number": (
        "A number is missing or is none. Nothing was changed. Load the page again.",
        "Un numéro manque ou n’en est pas un. Rien n’a été modifié. Rechargez la page.",
    ),
    "no_sender": (
        "{which} names no sender to join with, so the two stay apart. Say so in a note.",
        "{which} ne nomme aucun expéditeur ; les deux restent séparées. Indiquez-le dans une note.",
    ),
    "no_such_choice": (
        "There is no such choice. Nothing was changed. Load the page again, and choose.",
        "Ce choix n’existe pas. Rien n’a été modifié. Rechargez la page, puis choisissez.",
    ),
    "nobody_aside": (
        "Nobody of that name stepped aside. Load the page again.",
        "Personne de ce nom ne s’est récusé. Rechargez la page.",
    ),
    "none_chosen": (
        "No application is ticked; nothing was moved. Go back, and tick those you want to move.",
        "Aucune candidature n’est cochée ; rien n’a été déplacé. Revenez en arrière et cochez "
        "celles à déplacer.",
    ),
    "not_in_it": (
        "{mail} does not lie in {which}. Nothing was changed. Load the page again.",
        "{mail} ne fait pas partie de {which}. Rien n’a été modifié. Rechargez la page.",
    ),
    "not_out": (
        "Only refused and held mail can be let in, and this one is neither.",
        "Seuls les messages refusés ou en suspens peuvent être admis ; celui-ci n’est ni l’un "
        "ni l’autre.",
    ),
    "not_proposed": (
        "Nobody has proposed to let {mail} in. Nothing needs to be done.",
        "Personne n’a proposé d’admettre {mail}. Il n’y a rien à faire.",
    ),
    "not_their_vacancy": (
        "They may not read this vacancy. Nothing was changed. Choose somebody who may.",
        "Cette personne n’a pas accès à ce poste. Rien n’a été modifié. Choisissez quelqu’un "
        "qui y a accès.",
    ),
    "not_your_vacancy": (
        "You do not work on that vacancy. Nothing was changed. Ask somebody who does.",
        "Vous ne travaillez pas sur ce poste. Rien n’a été modifié. Adressez-vous à quelqu’un "
        "qui y travaille.",
    ),
    "nothing_joined": (
        "Nothing was joined with {which}, so there is nothing to take apart.",
        "Rien n’a été réuni avec {which} : il n’y a rien à séparer.",
    ),
    "nothing_to_take_back": (
        "There is nothing to take back. Load the page again.",
        "Il n’y a rien à annuler. Rechargez la page.",
    ),
    "own_account": (
        "You cannot close your own account. Ask another administrator.",
        "Vous ne pouvez pas fermer votre propre compte. Adressez-vous à un autre administrateur.",
    ),
    "past_day": (
        "{day} is not a day to come. Nothing was changed. Choose a day from tomorrow on.",
        "Le {day} n’est pas à venir. Rien n’a été modifié. Choisissez un jour à partir de demain.",
    ),
    "same_person": (
        "{who} has proposed to let this mail in. Another person confirms it: this vacancy asks "
        "for two.",
        "{who} a proposé d’admettre ce message. Une autre personne confirme : ce poste en "
        "demande deux.",
    ),
    "some_cannot_become": (
        "{which} cannot go to “{to}” from where it is; nothing was moved. Leave it out, and move "
        "the others.",
        "{which} ne peut pas passer à « {to} » ; rien n’a été déplacé. Laissez-la de côté et "
        "déplacez les autres.",
    ),
    "there_already": (
        "{which} is in {vacancy} already. Nothing needs to be done.",
        "{which} concerne déjà {vacancy}. Il n’y a rien à faire.",
    ),
    "unjudged": (
        "{mail} has not been judged yet. It will be at the next poll; try again then.",
        "{mail} n’a pas encore été examiné. Il le sera à la prochaine relève ; réessayez alors.",
    ),
    "unreadable_mail": (
        "{mail} could not be read, so nothing in it can be weighed. Where it is an application, "
        "let it in.",
        "{mail} n’a pas pu être lu : rien ne peut y être examiné. Si c’est une candidature, "
        "admettez-la.",
    ),
    "without_reason": (
        "A decision needs a reason. Nothing was changed. Go back, and say why.",
        "Une décision demande un motif. Rien n’a été modifié. Revenez en arrière et dites "
        "pourquoi.",
    ),
}
