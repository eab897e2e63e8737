# ruff: noqa: E501 - sentences are easier to read on one line
"""Words from which English documents of invented people are put together."""

HEADINGS = {
    "profile": [
        "PROFILE",
        "Summary",
        "Professional Summary",
        "About me",
        "Objective",
        "Career objective",
        "Personal statement",
    ],
    "experience": [
        "WORK EXPERIENCE",
        "Professional Experience",
        "Employment History",
        "Experience",
        "CAREER HISTORY",
        "Relevant experience",
        "Employment record",
        "PROFESSIONAL BACKGROUND",
    ],
    "education": [
        "EDUCATION",
        "Education and Training",
        "Academic Background",
        "Qualifications",
        "Academic qualifications",
        "STUDIES",
    ],
    "skills": [
        "SKILLS",
        "Core competencies",
        "Technical Skills",
        "Key skills",
        "IT skills",
        "Computer skills",
        "Areas of expertise",
    ],
    "languages": ["LANGUAGES", "Language skills", "Languages"],
    "interests": ["Interests", "Hobbies and interests", "Activities", "Volunteering"],
    "references": ["References", "REFEREES", "Referees"],
    "publications": ["Publications", "Selected publications"],
    "certificates": [
        "Certifications",
        "Training",
        "Courses and certificates",
        "Professional development",
    ],
}
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "September",
    "October",
    "November",
]
SHORT_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Sep", "Oct", "Nov"]
PRESENT = ["present", "Present", "to date", "now", "current", "today"]
JOBS = [
    "Trade Compliance Analyst",
    "Customs Officer",
    "Senior Inspector",
    "Project Coordinator",
    "Risk Manager",
    "Programme Assistant",
    "Policy Adviser",
    "Software Engineer",
    "Data Analyst",
    "Accountant",
    "Head of Section",
    "Legal Counsel",
    "Logistics Specialist",
    "Intern",
    "Teacher of English",
    "Communications Officer",
    "Nurse",
    "Warehouse Supervisor",
]
EMPLOYERS = [
    "Revenue Authority of Zambia",
    "Harbour Logistics Ltd",
    "Ministry of Finance, Accra",
    "Northwind Consulting",
    "European Freight Forum",
    "Port of Rotterdam",
    "Agence française de développement",
    "Red Cross",
    "University of Leeds",
    "Kestrel Software GmbH",
    "Border Force",
    "Ville de Genève",
    "OECD",
    "Banco de Lisboa",
    "Lakeside School",
]
DUTIES = [
    "Managed a team of 12 inspectors and a budget of EUR 1.2 million",
    "Drafted guidelines on the valuation of imported goods",
    "Coordinated technical assistance missions in 14 countries",
    "Developed a risk engine in Python, Docker and Kubernetes",
    "Reported monthly to the steering committee",
    "Led the roll-out of the single window for traders",
    "Trained more than 300 officers on post-clearance audit",
    "Analysed seizure data and prepared dashboards in Power BI",
    "Organised workshops and drafted minutes of meetings",
    "Negotiated data-exchange agreements with partner administrations",
    "Responsible for monitoring and evaluation of donor-funded projects",
    "Reviewed licences for dual-use goods",
    "Maintained the case management system (SQL, Java, Linux)",
    "Prepared year-end accounts and liaised with external auditors",
    "Supervised interns and planned the weekly rota",
]
DEGREES = [
    "MSc in International Trade Law",
    "BA in Economics",
    "LLM, Public International Law",
    "Bachelor of Science in Computer Science",
    "Master of Public Administration",
    "Diploma in Customs Studies",
    "PhD in Political Science",
    "High school certificate",
    "MBA",
]
SCHOOLS = [
    "University of Nairobi",
    "London School of Economics",
    "Université libre de Bruxelles",
    "University of Canberra",
    "Sciences Po Paris",
    "Technical University of Munich",
    "Universidad de Salamanca",
    "College of Europe, Bruges",
]
SKILLS = [
    "MS Office",
    "Excel",
    "SQL",
    "Python",
    "ASYCUDA World",
    "risk analysis",
    "public speaking",
    "drafting",
    "teamwork",
    "negotiation",
    "project management",
    "PRINCE2",
    "SAP",
    "report writing",
    "Power BI",
    "driving licence B",
]
LANGUAGE_LINES = [
    "English (native), French (B2)",
    "English: fluent; Spanish: intermediate",
    "Mother tongue: English. Other: French C1, Arabic A2",
    "French – working knowledge; English – proficient",
]
INTERESTS = [
    "Running, chess, photography",
    "Volunteer firefighter; hiking",
    "Choir, gardening and long-distance cycling",
]
PROFILES = [
    "Customs professional with over ten years of experience in trade facilitation and enforcement.",
    "I am a motivated analyst with a strong background in data and a passion for public service.",
    "Results-driven lawyer, fluent in two official languages, seeking a challenging position in an international organisation.",
    "Economist. Eight years in ministries and development banks. Available immediately.",
]
PERSONAL = [
    "Nationality: {nation}",
    "Date of birth: {day} {month} {birth}",
    "Address: {street}",
    "Marital status: single",
    "Phone: {phone}",
    "E-mail: {email}",
    "LinkedIn: linkedin.com/in/{handle}",
]
NATIONS = ["Kenyan", "British", "Belgian", "Japanese", "Brazilian", "Moroccan"]
STREETS = [
    "14 Mill Lane, Leeds LS2 9JT",
    "Rue du Marché 30, 1210 Bruxelles",
    "Flat 3, 27 Garden Road, Nairobi",
    "12 avenue de la République, 75011 Paris",
]
TITLES = [
    "CURRICULUM VITAE",
    "Curriculum Vitae",
    "Resume",
    "CV",
    "Curriculum vitae of {name}",
    "",
    "",
    "",
]
SALUTATIONS = [
    "Dear Sir or Madam,",
    "Dear Hiring Manager,",
    "Dear Members of the Selection Committee,",
    "To whom it may concern,",
    "Dear Ms Okafor,",
    "Dear Sir/Madam",
    "Dear Recruitment Team,",
    "Hello,",
]
OPENINGS = [
    "I am writing to apply for the position of {post} as advertised on your website.",
    "With great interest I read your notice for the post of {post}, and I would like to submit my application.",
    "Please accept this letter as an expression of my interest in the position of {post}.",
    "It is with enthusiasm that I put myself forward for the role of {post}.",
    "I wish to be considered for the vacancy of {post} in your organisation.",
    "The post of {post} is exactly the challenge I have been looking for.",
]
REASONS = [
    "Over the last nine years I have worked in the customs administration of my country, where I led the reform of the risk department.",
    "During my time at {employer} I learned to work under pressure and to explain difficult matters to people of all backgrounds.",
    "My studies of trade law gave me a sound grasp of the conventions that your organisation maintains.",
    "What attracts me to your organisation is its mission: to make honest trade simple and smuggling hard.",
    "I am convinced that my experience in training officers in fourteen countries would be of use to your members.",
    "In my present position I draft guidelines, prepare meetings and report to donors; I enjoy all three.",
    "I speak English and French every day at work and have begun to learn Spanish.",
    "As you will see from my resume, I have managed projects of more than two million euros.",
    "I believe that my skills match the requirements of the post, and I am eager to learn what I do not yet know.",
    "Last year my team reduced clearance times by a third, an achievement of which I am proud.",
    "I was responsible for liaison with the port authority, and my work there taught me patience.",
    "Moving to Brussels would be no difficulty for me and my family.",
]
CLOSINGS = [
    "I would welcome the opportunity to discuss my application in an interview.",
    "Thank you for considering my application; I look forward to hearing from you.",
    "I am available for an interview at your convenience.",
    "I hope to have the chance to tell you more in person.",
]
SIGNOFFS = [
    "Yours sincerely,",
    "Yours faithfully,",
    "Kind regards,",
    "Best regards,",
    "Sincerely,",
    "Respectfully yours,",
]
POSTS = [
    "Technical Officer",
    "Policy Officer",
    "Programme Manager",
    "Administrative Assistant",
    "Environmental Adviser",
    "Data Specialist",
]
LETTER_TITLES = [
    "Motivation letter",
    "COVER LETTER",
    "Re: application for {post}",
    "Subject: {post}",
    "Letter of motivation",
    "Application for the post of {post}",
    "",
    "",
    "",
    "",
]
