# ruff: noqa: E501 - sentences are easier to read on one line
"""Words from which French documents of invented people are put together."""

HEADINGS = {
    "profile": [
        "PROFIL",
        "À propos",
        "Résumé",
        "Objectif professionnel",
        "Présentation",
        "Profil professionnel",
    ],
    "experience": [
        "EXPÉRIENCES PROFESSIONNELLES",
        "Expérience professionnelle",
        "Parcours professionnel",
        "EXPERIENCE PROFESSIONNELLE",
        "Expériences",
        "Carrière",
    ],
    "education": [
        "FORMATION",
        "Formations",
        "Études et diplômes",
        "Formation académique",
        "DIPLÔMES",
        "Cursus universitaire",
        "Parcours scolaire et universitaire",
    ],
    "skills": [
        "COMPÉTENCES",
        "Compétences informatiques",
        "Compétences clés",
        "Informatique",
        "Savoir-faire",
        "Aptitudes",
    ],
    "languages": ["LANGUES", "Langues", "Connaissances linguistiques", "Compétences linguistiques"],
    "interests": [
        "Centres d'intérêt",
        "Loisirs",
        "Intérêts",
        "Activités extra-professionnelles",
        "Divers",
    ],
    "references": ["Références", "RÉFÉRENCES", "Personnes de référence"],
    "publications": ["Publications", "Travaux et publications"],
    "certificates": ["Certifications", "Stages et formations", "Formations complémentaires"],
}
MONTHS = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "septembre",
    "octobre",
    "novembre",
]
SHORT_MONTHS = ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "sept.", "oct.", "nov."]
PRESENT = ["aujourd'hui", "à ce jour", "présent", "actuellement", "en cours"]
JOBS = [
    "Inspecteur des douanes",
    "Chargée de mission",
    "Analyste conformité",
    "Cheffe de projet",
    "Développeur full stack",
    "Assistante de direction",
    "Conseiller juridique",
    "Responsable logistique",
    "Comptable",
    "Stagiaire",
    "Data scientist",
    "Product owner",
    "Consultante indépendante",
    "Contrôleur de gestion",
    "Enseignant",
    "Adjointe administrative",
    "Business developer",
]
EMPLOYERS = [
    "Direction générale des douanes, Dakar",
    "Cabinet Rivière & Associés",
    "Ministère des Finances",
    "Port autonome d'Abidjan",
    "Northwind Consulting",
    "Commission européenne",
    "Société générale de transit",
    "Croix-Rouge",
    "Start-up Kestrel",
    "Freight Forum Europe",
    "Université de Yaoundé",
    "OCDE",
    "Mairie de Lyon",
    "Harbour Logistics Ltd",
]
DUTIES = [
    "Encadrement d'une équipe de 12 agents et gestion d'un budget de 1,2 M€",
    "Rédaction de lignes directrices sur la valeur en douane",
    "Coordination de missions d'assistance technique dans 14 pays",
    "Mise en place d'un pipeline CI/CD avec Docker, Kubernetes, Python et Jenkins",
    "Reporting mensuel au comité de pilotage",
    "Déploiement du guichet unique auprès des opérateurs",
    "Formation de plus de 300 agents au contrôle a posteriori",
    "Analyse des données de saisies, tableaux de bord Power BI",
    "Organisation d'ateliers et rédaction de comptes rendus",
    "Négociation d'accords d'échange de données",
    "Suivi-évaluation de projets financés par des bailleurs",
    "Développement front-end : React, TypeScript, Node.js, Agile, Scrum, sprint planning",
    "Business development, lead generation, key account management, benchmarking",
    "Tenue de la comptabilité et relations avec les commissaires aux comptes",
    "Accueil, standard, gestion des agendas et des déplacements",
]
DEGREES = [
    "Master 2 Droit international économique",
    "Licence d'économie",
    "Diplôme de l'École nationale des douanes",
    "Doctorat en science politique",
    "Baccalauréat série S",
    "BTS Commerce international",
    "Ingénieur en informatique",
    "Master en administration publique",
    "MBA, Business School of Lyon",
]
SCHOOLS = [
    "Université Cheikh Anta Diop, Dakar",
    "Sciences Po Paris",
    "Université libre de Bruxelles",
    "École nationale d'administration",
    "Université Paris 1 Panthéon-Sorbonne",
    "HEC Liège",
    "London School of Economics",
    "INSA Toulouse",
]
SKILLS = [
    "Pack Office",
    "Excel",
    "SQL",
    "Python",
    "SYDONIA World",
    "analyse de risques",
    "rédaction",
    "travail en équipe",
    "Git",
    "négociation",
    "gestion de projet",
    "SAP",
    "Permis B",
    "Power BI",
    "sens de l'organisation",
    "Photoshop",
    "Machine Learning",
]
LANGUAGE_LINES = [
    "Français : langue maternelle ; anglais : courant",
    "Anglais (C1), espagnol (B1), français natif",
    "Français bilingue – Anglais professionnel – Arabe notions",
]
INTERESTS = [
    "Course à pied, échecs, photographie",
    "Bénévole à la Croix-Rouge ; randonnée",
    "Chorale, jardinage, cinéma",
]
PROFILES = [
    "Professionnelle des douanes forte de dix ans d'expérience en facilitation des échanges.",
    "Rigoureux et motivé, je souhaite mettre mes compétences au service d'une organisation internationale.",
    "Juriste bilingue à la recherche d'un poste à responsabilités.",
    "Économiste, huit ans en ministère et en banque de développement. Disponible immédiatement.",
]
PERSONAL = [
    "Nationalité : {nation}",
    "Né(e) le {day} {month} {birth}",
    "Adresse : {street}",
    "Situation de famille : célibataire",
    "Tél. : {phone}",
    "Courriel : {email}",
    "LinkedIn : linkedin.com/in/{handle}",
]
NATIONS = ["sénégalaise", "française", "belge", "camerounaise", "canadienne", "marocaine"]
STREETS = [
    "12 avenue de la République, 75011 Paris",
    "Rue du Marché 30, 1210 Bruxelles",
    "Sicap Liberté 3, Dakar",
    "4 chemin des Vignes, 1200 Genève",
]
TITLES = ["CURRICULUM VITAE", "Curriculum Vitae", "CV", "Curriculum vitae de {name}", "", "", ""]
SALUTATIONS = [
    "Madame, Monsieur,",
    "Mesdames, Messieurs,",
    "Monsieur le Directeur,",
    "Madame la Directrice des ressources humaines,",
    "Cher Monsieur,",
    "Bonjour,",
    "Madame,",
]
OPENINGS = [
    "C'est avec un grand intérêt que j'ai pris connaissance de votre avis de vacance pour le poste de {post}.",
    "Par la présente, je me permets de vous adresser ma candidature au poste de {post}.",
    "J'ai l'honneur de poser ma candidature à l'emploi de {post} au sein de votre organisation.",
    "Votre annonce pour le poste de {post} a retenu toute mon attention.",
    "Actuellement en fonction à {employer}, je souhaite vous soumettre ma candidature comme {post}.",
    "Vivement intéressé par le poste de {post}, je vous présente ici mes motivations.",
]
REASONS = [
    "Depuis neuf ans, je travaille dans l'administration des douanes de mon pays, où j'ai conduit la réforme du service des risques.",
    "Mon passage à {employer} m'a appris à travailler sous pression et à expliquer des questions difficiles à des publics variés.",
    "Mes études de droit m'ont donné une solide maîtrise des conventions que votre organisation administre.",
    "Ce qui m'attire dans votre organisation, c'est sa mission : rendre simple le commerce honnête.",
    "Je suis convaincue que mon expérience de formatrice dans quatorze pays serait utile à vos membres.",
    "Dans mon poste actuel, je rédige des notes, prépare des réunions et rends compte aux bailleurs.",
    "Je parle chaque jour français et anglais dans mon travail et j'apprends l'espagnol.",
    "Comme vous le verrez dans mon curriculum vitae, j'ai géré des projets de plus de deux millions d'euros.",
    "Mes compétences répondent aux exigences du poste et j'ai à cœur d'apprendre ce que j'ignore encore.",
    "L'an dernier, mon équipe a réduit d'un tiers les délais de dédouanement, ce dont je suis fier.",
    "Rigoureuse, organisée et dotée d'un bon esprit d'équipe, je saurai m'adapter à vos méthodes.",
    "M'installer à Bruxelles ne poserait aucune difficulté à ma famille.",
]
CLOSINGS = [
    "Je me tiens à votre disposition pour un entretien au cours duquel je pourrai vous exposer mes motivations.",
    "Dans l'attente de votre réponse, je reste à votre disposition pour tout renseignement complémentaire.",
    "Je serais heureux de vous rencontrer pour vous en dire davantage.",
    "En vous remerciant de l'attention que vous porterez à ma candidature,",
]
SIGNOFFS = [
    "Je vous prie d'agréer, Madame, Monsieur, l'expression de mes salutations distinguées.",
    "Veuillez agréer, Madame, Monsieur, l'assurance de ma considération distinguée.",
    "Cordialement,",
    "Bien à vous,",
    "Respectueusement,",
    "Je vous prie de croire, Madame, Monsieur, à l'assurance de mes sentiments les meilleurs.",
]
POSTS = [
    "administrateur technique",
    "chargé de politique",
    "responsable de programme",
    "assistante administrative",
    "conseiller environnement",
    "spécialiste des données",
]
LETTER_TITLES = [
    "Lettre de motivation",
    "Objet : candidature au poste de {post}",
    "LETTRE DE MOTIVATION",
    "Objet : {post}",
    "Candidature spontanée",
    "",
    "",
    "",
]
