# ruff: noqa: E501 - sentences are easier to read on one line
"""Papers that applicants add, and that are neither CV nor motivation letter."""

PAPERS = {
    "diploma": [
        (
            "en",
            "This is to certify that\n{name}\nhas been awarded the degree of\nMaster of Laws\nwith distinction by the University of Nairobi\non this day, 12 June 2011\nThe Vice-Chancellor        The Registrar",
        ),
        (
            "en",
            "UNIVERSITY OF CANBERRA\nThe Council, on the recommendation of the Academic Board, hereby confers upon\n{name}\nthe degree of Bachelor of Economics\nGiven under the seal of the University\nVice-Chancellor\nRegistrar",
        ),
        (
            "en",
            "CERTIFICATE OF COMPLETION\nThis certificate is presented to {name}\nfor successfully completing the 40-hour course Project Management Fundamentals\nDate: 14 March 2022    Certificate No. 88-1203\nTraining director",
        ),
        (
            "fr",
            "RÉPUBLIQUE FRANÇAISE\nMinistère de l'Enseignement supérieur et de la Recherche\nDIPLÔME DE MASTER\nVu le code de l'éducation, vu les procès-verbaux du jury, le diplôme de master est délivré à\n{name}\nné le 4 mars 1985 au titre de l'année universitaire 2008-2009\nLe président de l'université        Le recteur d'académie",
        ),
        (
            "fr",
            "ATTESTATION DE RÉUSSITE\nLe doyen de la faculté de droit soussigné atteste que {name} a subi avec succès les épreuves de la licence en droit, session de juin 2010, mention bien.\nFait à Dakar, le 2 juillet 2010, pour servir et valoir ce que de droit.",
        ),
        (
            "fr",
            "CERTIFICAT DE FORMATION\nIl est certifié que {name} a suivi avec succès le stage intitulé Analyse de risques, du 3 au 14 mai 2019.\nDurée : 70 heures\nLe directeur de la formation",
        ),
    ],
    "employment": [
        (
            "en",
            "TO WHOM IT MAY CONCERN\n\nCERTIFICATE OF EMPLOYMENT\n\nThis is to certify that {name} was employed by Harbour Logistics Ltd as Trade Compliance Analyst from 3 March 2015 to 30 June 2019. Duties included classification and licence applications. This certificate is issued at the request of the employee.\n\nHuman Resources Manager",
        ),
        (
            "fr",
            "ATTESTATION DE TRAVAIL\n\nNous soussignés, Société générale de transit, attestons que {name} a été employé(e) dans notre société en qualité d'analyste du 3 mars 2015 au 30 juin 2019. Il nous quitte libre de tout engagement.\n\nEn foi de quoi la présente attestation lui est délivrée pour servir et valoir ce que de droit.\n\nLe directeur des ressources humaines",
        ),
    ],
    "reference": [
        (
            "en",
            "To whom it may concern,\n\nIt is my pleasure to recommend {name} for a position in your organisation. I have known {first} for six years, first as her lecturer and then as supervisor of her thesis. She is diligent, careful and well liked by her colleagues. She has an excellent command of trade law, and her work on origin rules was among the best I have read. I recommend her without reservation and would be glad to answer any questions.\n\nYours sincerely,\nProfessor Helen Marsh\nFaculty of Law",
        ),
        (
            "en",
            "Dear Sir or Madam,\n\nRe: Letter of recommendation for {name}\n\nI am writing in support of {name}'s application. As head of the risk department I supervised him from 2015 to 2020. During this time he led three projects and always met his deadlines. He works well with others and his reports are clear. I am confident that he will be an asset to your team.\n\nSincerely,\nPeter Hall\nHead of Department",
        ),
        (
            "fr",
            "Lettre de recommandation\n\nMadame, Monsieur,\n\nC'est avec plaisir que je recommande {name}, qui a travaillé sous ma direction de 2014 à 2019 en qualité d'inspecteur. Il a fait preuve de rigueur, de discrétion et d'un grand sens du service public. Ses collègues appréciaient sa disponibilité. Je ne doute pas qu'il saura répondre à vos attentes et je le recommande sans réserve.\n\nVeuillez agréer, Madame, Monsieur, l'expression de mes salutations distinguées.\n\nJean Rivière\nChef de division",
        ),
        (
            "fr",
            "À qui de droit,\n\nJe soussignée, professeure à la faculté de droit, certifie avoir encadré le mémoire de {name}. Elle s'est montrée sérieuse et curieuse ; son travail a obtenu la mention très bien. J'appuie vivement sa candidature et reste à votre disposition pour tout renseignement.\n\nCordialement,\nHélène Marchand",
        ),
    ],
    "passport": [
        (
            "en",
            "PASSPORT\nType P  Code GBR  Passport No. 533401207\nSurname\n{last}\nGiven names\n{first}\nNationality BRITISH CITIZEN\nDate of birth 12 MAY 1986  Sex F  Place of birth LEEDS\nDate of issue 02 FEB 2019  Date of expiry 02 FEB 2029\nP<GBR{upper}<<{upper_first}<<<<<<<<<<<<<<<<<<<<",
        ),
        (
            "fr",
            "RÉPUBLIQUE FRANÇAISE\nCARTE NATIONALE D'IDENTITÉ N° 880692310285\nNom : {last}\nPrénom(s) : {first}\nSexe : F   Né(e) le : 13.08.1986   à : LYON\nTaille : 1,66 m\nIDFRA{upper}<<<<<<<<<<<<<<<<<<<<<<",
        ),
    ],
    "notice": [
        (
            "en",
            "VACANCY NOTICE\n{post}\n\n1. Introduction\nThe organisation is looking to recruit an official who will support its members.\n\n2. Main responsibilities\n- Prepare documents and meetings\n- Provide technical assistance to members\n- Manage assigned staff\n\n3. Education\nA university degree or an equivalent combination of education and experience.\n\n4. Experience and essential qualifications\nAt least 7 years of relevant experience. Excellent drafting skills.\n\n5. Languages\nFluency in English or French; Spanish would be an asset.\n\n6. How to apply\nInterested candidates should send a CV and a motivation letter no later than 8 February 2026. Only short-listed candidates will be contacted. The successful applicant will serve a probationary period of six months.",
        ),
        (
            "en",
            "Job description: {post}\nLocation: Brussels    Grade: A3    Contract: fixed term, five years\n\nWe are seeking a {post} to join our growing team.\n\nKey responsibilities\nYou will coordinate projects, draft reports and advise our partners.\n\nRequirements\nThe ideal candidate has a master's degree, five years of professional experience and strong analytical skills.\n\nWe offer a competitive salary and 30 days of paid leave. Applications close on 31 March. We are an equal opportunity employer.",
        ),
        (
            "fr",
            "AVIS DE VACANCE\n{post}\n\n1. Introduction\nL'organisation recherche une personne chargée d'appuyer ses membres.\n\n2. Principales responsabilités\n- Préparer les documents et les réunions\n- Fournir une assistance technique\n\n3. Formation\nDiplôme universitaire ou expérience équivalente.\n\n4. Expérience et qualifications requises\nAu moins 7 ans d'expérience pertinente.\n\n5. Langues\nMaîtrise du français ou de l'anglais.\n\n6. Procédure de candidature\nLes candidats intéressés sont invités à envoyer un CV et une lettre de motivation au plus tard le 8 février 2026. Seuls les candidats présélectionnés seront contactés. Le candidat retenu effectuera une période d'essai de six mois.",
        ),
    ],
    "transcript": [
        (
            "en",
            "ACADEMIC TRANSCRIPT\nStudent: {name}   Student ID 20081234\nProgramme: Bachelor of Economics\n\nCourse code   Course title   Credits   Grade\nECO101   Microeconomics   6   A\nECO102   Macroeconomics   6   B+\nSTA110   Statistics   5   A-\nLAW201   Business law   4   B\n\nTotal credits: 180   Cumulative GPA: 3.62\nRegistrar",
        ),
        (
            "fr",
            "RELEVÉ DE NOTES ET RÉSULTATS\nÉtudiant : {name}   N° étudiant 20081234\nLicence 3 Droit, session 1\n\nUnité d'enseignement   Note/20   Crédits ECTS   Résultat\nDroit international public   14,5   6   Admis\nDroit des affaires   12   5   Admis\nÉconomie   15   4   Admis\n\nMoyenne générale : 13,82   Mention : assez bien",
        ),
    ],
    "publications": [
        (
            "en",
            "LIST OF PUBLICATIONS\n{name}\n\nPeer-reviewed articles\n{last}, A. (2019). Origin rules and small states. Journal of World Trade, 12(3), 44-61. doi:10.1000/182\n{last}, A. and Hall, P. (2017). Risk engines in practice. Customs Journal, 8(1), 3-19.\n{last}, A. (2015). The price of delay. In: Marsh, H. (ed.), Trade and Time. Leeds: Mill Press, pp. 101-130.\n\nConference papers\n{last}, A. (2014). Measuring clearance times. Proceedings of the Border Forum, Accra.",
        ),
        (
            "fr",
            "LISTE DES PUBLICATIONS\n{name}\n\nArticles dans des revues à comité de lecture\n{last}, A. (2019). Les règles d'origine. Revue du commerce mondial, vol. 12, n° 3, p. 44-61.\n{last}, A. et Hall, P. (2017). Moteurs de risque. Revue douanière, vol. 8, p. 3-19.\n\nCommunications\n{last}, A. (2014). Mesurer les délais. Actes du colloque des frontières, Accra.",
        ),
    ],
    "note": [
        (
            "en",
            "Dear colleagues,\n\nPlease find attached my CV, my motivation letter and copies of my diplomas for the position of {post}.\n\nBest regards,\n{name}",
        ),
        (
            "en",
            "Hello, attached you will find the documents for my application. Thank you for confirming receipt. {name}, +32 470 12 34 56",
        ),
        (
            "fr",
            "Madame, Monsieur,\n\nVeuillez trouver ci-joint mon CV et ma lettre de motivation pour le poste de {post}. Je vous en souhaite bonne réception.\n\nCordialement,\n{name}",
        ),
    ],
    "form": [
        (
            "en",
            "DECLARATION OF RELATIVES\nI, the undersigned {name}, declare that I am not related to any member of the staff of the organisation.\nDate and signature",
        ),
        (
            "en",
            "Portfolio\nSelected photographs, 2015\nHarbour at dawn. Silver print, 40 x 50 cm.\nMarket, Accra. Digital print.\nContact sheet on request.",
        ),
        (
            "fr",
            "EXTRAIT DU CASIER JUDICIAIRE\nBulletin n° 3\nNom : {last}   Prénoms : {first}\nNÉANT\nLe magistrat chargé du service",
        ),
        (
            "en",
            "INVOICE No. 2019-114\nHarbour Logistics Ltd\nDescription  Quantity  Unit price  Total\nConsulting  3 days  EUR 450  EUR 1,350\nVAT 21 %  EUR 283.50\nPayment within 30 days to IBAN BE00 0000 0000 0000",
        ),
    ],
}
