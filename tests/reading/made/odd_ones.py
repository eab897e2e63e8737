# ruff: noqa: E501 - sentences are easier to read on one line
"""Documents written by hand, each odd in its own way, with what a person would call them."""

ODD_ONES: list[tuple[str, str, str]] = [
    # sort, file name, text
    (
        "cv",
        "",
        "Dates and names only\nPriya Raman\n+91 98450 12345 | priya@example.org\n2019-2025 Senior Associate, Kumar & Sons, Chennai\n2015-2019 Associate, Lakshmi Exports\n2012-2015 Clerk, Port Trust\n2009-2012 B.Com, University of Madras\nTamil, English, Hindi",
    ),
    (
        "cv",
        "",
        "P E R S O N A L   D E T A I L S\nSamuel Osei\nAccra, Ghana\nW O R K   E X P E R I E N C E\nGhana Revenue Authority\nSenior Collector\nJan 2017 - Present\nE D U C A T I O N\nUniversity of Ghana, BSc Accounting, 2012",
    ),
    (
        "cv",
        "",
        "Alex Turner\nProduct designer in Ghent\n\nWhat I do\nI design tools for people who move goods.\n\nWhere I have worked\nKestrel Software, Ghent, 2020 to now\nNorthwind, Antwerp, 2016 to 2020\n\nEducation\nKASK Ghent, Master of Arts, 2015\n\nTools\nFigma, Sketch, pen and paper",
    ),
    (
        "cv",
        "",
        "CURRICULUM VITAE\n\n1. Family name: Bello\n2. First names: Ibrahim\n3. Date of birth: 12.04.1979\n4. Nationality: Nigerian\n5. Civil status: married\n6. Education: Institution (Date from - Date to)  Degree(s) or Diploma(s) obtained\nAhmadu Bello University 1998 - 2002  BSc Economics\n7. Language skills: (1 - excellent; 5 - basic)\nEnglish 1 1 1\nHausa 1 1 1\n8. Membership of professional bodies: none\n9. Other skills: computer literate\n10. Present position: consultant\n11. Years within the firm: 6\n12. Key qualifications: customs reform\n13. Professional experience\nDate from - Date to  Location  Company  Position  Description\n2015 - 2021 Abuja  Trade Hub  Team leader",
    ),
    (
        "cv",
        "",
        "Personal profile\nI am an experienced customs lawyer and I am motivated to contribute to an international organisation. My experience covers litigation and policy, and I believe that clear rules help everyone. I have worked in three countries.\n\nCareer\nPartner, Marsh LLP (2018-)\nAssociate, Hall & Co (2010-2018)\n\nQualifications\nLLM, Leeds, 2009\n\nI hereby declare that the above is true to the best of my knowledge.\n\nYours faithfully,\nDiana Frost",
    ),
    (
        "cv",
        "",
        "RESUME\nOBJECTIVE: To obtain the position of Technical Officer\nEXPERIENCE: Ten years in freight forwarding with Harbour Logistics\nEDUCATION: BA History\nSKILLS: French, Excel, patience\nREFERENCES: available upon request",
    ),
    (
        "cv",
        "",
        "Name  Li Wei\nTelephone  +86 10 5555 0199\nEmail  liwei@example.org\n\nEmployment\nGeneral Administration of Customs, Beijing\n2011-present, Deputy Director, Origin Division\nNegotiated rules of origin in four agreements\n\nEducation\nPeking University, LLB 2008\nUniversity of Canberra, LLM 2010\n\nPublications\nLi W., Origin in Asia, Journal of World Trade, 2018, vol. 4, pp. 3-19\nLi W., Cumulation, Proceedings of the Border Forum 2016\n\nAwards\nBest thesis 2010",
    ),
    (
        "cv",
        "",
        "Thomas Meyer\nWerdegang\n2014 - heute  Referent, Bundesministerium\n2010 - 2014  Anwalt, Kanzlei Roth\nStudium\n2004 - 2010  Rechtswissenschaften, Bonn\nSprachen\nDeutsch, Englisch, Französisch",
    ),
    (
        "cv",
        "",
        "Fatou SARR\n32 ans, célibataire\nSicap Amitié, Dakar\n77 555 12 34\n\nDOMAINES DE COMPÉTENCES\nTransit, déclaration en douane, SYDONIA\n\nCURSUS\n2016 : Maîtrise en droit des affaires\n2012 : Baccalauréat\n\nPARCOURS\nDepuis 2019 : déclarante, Transit Sahel\n2017-2019 : assistante, Port autonome\n\nDIVERS\nPermis B, lecture, natation",
    ),
    (
        "cv",
        "",
        "ÉTAT CIVIL\nNom et prénoms : KONÉ Adama\nDate et lieu de naissance : 3 mai 1980 à Bouaké\nNationalité : ivoirienne\nSituation matrimoniale : marié, 3 enfants\n\nÉTUDES ET DIPLÔMES\n2005 : Cycle supérieur, ENA, Abidjan\n2003 : Maîtrise d'économie\n\nEMPLOIS OCCUPÉS\n2012 à ce jour : chef de bureau, Direction des douanes\n2006 à 2012 : vérificateur\n\nDÉCORATIONS\nChevalier de l'ordre du mérite, 2018",
    ),
    (
        "cv",
        "",
        "Julie Martin – Consultante conformité\njulie.martin@example.org – Bruxelles\n\nCe que j'ai fait\nSenior Manager, Big Four, Bruxelles (2018–2025) : compliance, due diligence, data analytics, stakeholder management\nManager, Freight Forum (2012–2018) : project management, change management\n\nFormation\nSolvay Brussels School, Master, 2011\n\nLangues\nFrançais, anglais, néerlandais",
    ),
    (
        "cv",
        "cv.pdf",
        "Harold Finch\nGardener and handyman\n20 years of experience with private gardens and small parks\nPruning, planting, irrigation, tools maintenance\nClean driving record, flexible hours\nPhone 0123 555 019",
    ),
    (
        "letter",
        "",
        "I saw the post of Data Specialist on your site and knew at once that I had to write. For eight years I have counted ships, containers and the hours they wait, and I would love to count them for you. I taught myself statistics at night while working on the docks by day; my colleagues call me stubborn, and they mean it kindly. I would bring that to your team. May I tell you more in an interview?\n\nTom Becker",
    ),
    (
        "letter",
        "",
        "Dear Sir,\n\nI wish to apply for the above post. I have ten years' experience as a customs officer and speak French and English. I am hard-working and honest.\n\nYours faithfully,\nJ. Banda",
    ),
    (
        "letter",
        "",
        "Madame, Monsieur,\n\nJe postule au poste d'assistante. J'ai cinq ans d'expérience en secrétariat, je parle trois langues et j'aime le travail bien fait. Je suis libre de suite.\n\nCordialement,\nN. Petit",
    ),
    (
        "letter",
        "",
        "APPLICATION FOR THE POST OF TECHNICAL OFFICER\n\nDear Members of the Panel,\n\nMy experience\nSince 2014 I have worked in the risk department of my administration. I built its first scoring engine and trained its users.\n\nMy education\nI hold a master's degree in statistics, which taught me to distrust averages.\n\nMy motivation\nYour organisation sets the standards that I apply every day. I would be proud to help to write them, and I am convinced that the field needs a voice at the table.\n\nI look forward to meeting you.\n\nYours sincerely,\nKofi Annor",
    ),
    (
        "letter",
        "",
        "Objet : poste de chargée de communication\n\nMonsieur le Secrétaire général,\n\nJournaliste pendant dix ans puis porte-parole d'une ville de cent mille habitants, je sais dire simplement des choses compliquées. C'est ce que demande votre annonce, et c'est ce que j'aime faire. J'ai écrit des discours, géré des crises, formé des élus. Votre mission me parle : le commerce honnête a besoin d'être raconté.\n\nJe serais heureuse d'en parler avec vous.\n\nVeuillez croire, Monsieur le Secrétaire général, à ma haute considération.\n\nClaire Dumas",
    ),
    (
        "letter",
        "",
        "To: The Head of Human Resources\nFrom: Maria Rossi\nDate: 4 February 2026\nSubject: Motivation for the position of Policy Officer (grade A3)\n\nThe vacancy notice asks for seven years of experience in trade policy. I have eleven. It asks for drafting skills: I have drafted two laws and more speeches than I care to count. It asks for French, which I speak at home.\n\nBut what motivates me is the subject itself. I grew up in a border town, where a closed gate meant no bread. I have wanted open and honest borders ever since.\n\nMaria Rossi",
    ),
    (
        "letter",
        "",
        "Statement of Motivation\n\nI became interested in environmental crime in 2012, when my team opened a container of ivory. Since then I have built a network of officers in nine countries. I wish to join the organisation because a network needs a centre. My strengths are patience and languages; my weakness is that I answer mails at night. I am ready to move at once.",
    ),
    (
        "letter",
        "Letter.docx",
        "Dear Recruiter, your work on integrity is close to my heart. In Kampala I ran a hotline for traders who were asked for bribes: 400 calls a month, 90 cases in court. I want to use what I learned there in your programme. Best wishes, Sarah Namuli",
    ),
    (
        "letter",
        "",
        "Dear Madam,\n\nThank you for the notice of 3 January. Attached you will find my CV, and here I would like to say why I apply for the post of accountant. I have kept the books of a harbour for twelve years. I have never missed a closing. In 2021 I led the move to a new system, and my staff of four stayed with me through it. I believe that I could do the same for your office, where, as I understand, a similar change is planned.\n\nI look forward to hearing from you.\n\nKind regards,\nAnna Lind",
    ),
    (
        "both",
        "",
        "Dear Hiring Manager,\n\nI am applying for the role of Logistics Specialist. For six years I have run a warehouse in Mombasa, and I want to put this experience to wider use. My CV follows below.\n\nI look forward to your reply, and I remain at your disposal for an interview at any time, by telephone or in person.\n\nKind regards,\nJoseph Kamau\n\nJoseph Kamau\nWork experience\n2019 - present  Warehouse manager, Mombasa Freight\n2014 - 2019  Storekeeper, Coast Millers\nEducation\n2010 - 2013  Diploma in Logistics, Technical University of Mombasa\nLanguages\nEnglish, Swahili",
    ),
    (
        "both",
        "candidature.pdf",
        "Awa Diop\nMadame, Monsieur,\nVotre offre pour le poste de responsable de programme correspond exactement à mon parcours. J'ai dirigé pendant sept ans un programme de formation de douaniers dans six pays, et je souhaite mettre cette expérience au service de votre organisation. Rigoureuse et disponible, je saurai m'adapter rapidement.\nJe vous prie d'agréer mes salutations distinguées.\nCURRICULUM VITAE\nExpérience\n2018 – 2025 Coordonnatrice, Programme régional\n2014 – 2018 Chargée de projet, ONG Passerelle\nFormation\n2013 Master en gestion de projets, Dakar",
    ),
    (
        "other",
        "",
        "To whom it may concern\n\nMr John Banda worked in our company from 2012 to 2018 as a storekeeper. He was punctual and honest. He left of his own will and we wish him well.\n\nThe Manager, Coast Millers",
    ),
    (
        "other",
        "",
        "Dear Selection Committee,\n\nI write with enthusiasm to support Ms Grace Mensah's application for the position of Technical Officer. I was her director for five years. Grace joined my unit as a junior analyst and left it as its deputy head. She writes clearly, she listens, and she does not panic. In my thirty years of service I have met few officers of her quality. I recommend her most warmly.\n\nYours sincerely,\nKwame Boateng, former Commissioner",
    ),
    (
        "other",
        "motivation.pdf",
        "DIPLOMA SUPPLEMENT\n1. Information identifying the holder of the qualification\nFamily name: Rossi  Given name: Maria\n2. Information identifying the qualification\nMaster of Laws\n3. Level of qualification: second cycle\nGrading scheme: 18 to 30\nTotal credits: 120 ECTS",
    ),
    (
        "other",
        "CV.pdf",
        "CERTIFICAT DE TRAVAIL\nJe soussigné, directeur de Transit Sahel, certifie que Madame Fatou Sarr a été employée en qualité de déclarante du 2 mai 2019 au 30 juin 2024. Elle nous quitte libre de tout engagement. En foi de quoi ce certificat lui est délivré pour servir et valoir ce que de droit.",
    ),
    (
        "other",
        "",
        "IELTS Test Report Form\nCandidate number 004512  Centre KE010\nFamily name KAMAU\nFirst name JOSEPH\nDate of birth 04/06/1989\nListening 7.5  Reading 8.0  Writing 6.5  Speaking 7.0\nOverall band score 7.5\nThis certificate is issued by the test centre.",
    ),
    (
        "other",
        "",
        "Bonjour,\n\nVous trouverez en pièces jointes mon CV, ma lettre ainsi que la copie de mes diplômes. Je reste à votre disposition pour tout complément d'information.\n\nBien cordialement,\nPaul Roy",
    ),
    (
        "other",
        "",
        "Good morning,\nMy name is Ravi Menon. Kindly find attached my CV and cover letter for your perusal.\nThanks and regards,\nRavi",
    ),
    (
        "other",
        "",
        "Chapter 3. The valuation of goods\n3.1 Introduction\nThe transaction value is the price actually paid or payable. This chapter discusses the adjustments that the agreement allows, and the reasons for which customs may doubt a declared value.\n3.2 Royalties\nRoyalties are added where they are a condition of the sale.",
    ),
    (
        "other",
        "",
        "JOB ADVERTISEMENT\nProject Coordinator (m/f)\nWe are a small non-profit organisation and we are looking for a coordinator.\nYour profile: degree in economics, three years of experience, good English.\nWe offer: a friendly team, 26 days of leave.\nSend your CV and letter of motivation to jobs@example.org by 15 March.",
    ),
]
