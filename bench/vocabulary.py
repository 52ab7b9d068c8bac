"""The words of the invented town: everyday French, no person and no place that exists."""

from __future__ import annotations

HOUSES = {"nord": "Maison du Nord", "lac": "Maison du Lac", "tilleuls": "Maison des Tilleuls", "atelier": "L'Atelier commun"}
VENUES = {
    "salle-verte": "Salle verte",
    "halle": "Halle du marché",
    "mediatheque": "Médiathèque",
    "jardin-rond": "Jardin rond",
    "theatre-de-poche": "Théâtre de poche",
}
PROJECTS = {
    "four-a-pain": "Le four à pain",
    "repair-velo": "Vélos remis en selle",
    "potager": "Le potager partagé",
    "passe-spectacle": "Passe-spectacle",
}
PAGES = {
    "recherche": "Chercher sur le site",
    "accessibilite": "Accessibilité",
    "confidentialite": "Vos données",
    "mentions-legales": "Mentions légales",
    "contact": "Nous contacter",
}
THEMES = {
    "cuisine": "Cuisine et goûter",
    "spectacle": "Spectacles",
    "echange": "Échange et partage",
    "velo": "Vélo",
    "jardin": "Jardin",
    "parole": "Parole et débat",
    "jeu": "Jeu",
    "langue": "Langues",
}
AUDIENCES = {"tous": "Tout le monde", "enfants": "Enfants", "familles": "Familles", "jeunes": "Jeunes", "adultes": "Adultes", "aines": "Aînés"}
COLORS = ("#c2410c", "#1d4ed8", "#007a5a", "#7a2a6e")

ACTIVITIES = (
    "Atelier couture", "Soupe partagée", "Café des parents", "Jeux de société", "Cours de français", "Réparation de vélos", "Chorale ouverte",
    "Lecture à voix haute", "Jardinage collectif", "Ciné-goûter", "Permanence numérique", "Marche du matin", "Troc de graines",
    "Cercle de parole", "Bal de quartier", "Gymnastique douce", "Aide aux devoirs", "Peinture sur bois", "Repas de saison", "Concert acoustique",
    "Théâtre d'objets", "Bricolage en famille", "Tricot et bavardage", "Bourse aux livres", "Débat du soir", "Veillée de contes",
    "Initiation aux échecs", "Fête des voisins",
)  # fmt: skip
TOUCHES = (
    "du printemps", "pour débuter", "entre voisins", "à quatre mains", "au fil des saisons", "en plein air", "du dimanche", "sous les arbres",
    "pas à pas", "avec les enfants", "à la bonne heure", "de la rentrée", "sans se presser", "autour du four", "en musique",
    "d'ici et d'ailleurs",
)  # fmt: skip

SUBJECTS = (
    "Le groupe du mardi", "Une équipe de bénévoles", "L'atelier", "La table du fond", "Chaque famille", "Le comité des fêtes", "Une voisine",
    "La cuisine", "Tout le quartier", "Le petit groupe", "L'accueil", "La salle entière", "Un habitant", "La classe d'à côté", "Le jardin",
    "Cette rencontre", "La commission culture", "Une poignée de curieux", "L'équipe", "Le cercle des lecteurs",
)  # fmt: skip
VERBS = (
    "prépare", "partage", "raconte", "répare", "invente", "découvre", "propose", "accueille", "fabrique", "transmet", "prête", "rassemble",
    "dessine", "apprend", "imagine", "range", "décore", "présente", "essaie", "note",
)  # fmt: skip
OBJECTS = (
    "une soupe de saison", "des histoires anciennes", "un vieux vélo", "quelques recettes", "un jeu de cartes", "la grande table",
    "des bocaux vides", "un carnet de chants", "les outils du garage", "une nappe à carreaux", "des boutures", "un film court",
    "des idées simples", "le plan du quartier", "une pièce de tissu", "des photos d'école", "un goûter", "la liste des envies",
    "un morceau de musique", "des mots nouveaux",
)  # fmt: skip
COMPLEMENTS = (
    "avec les enfants", "sans se presser", "pour le plaisir", "autour d'un café", "devant la porte", "avant la tombée du jour",
    "avec ce qu'il y a", "dans la bonne humeur", "à tour de rôle", "pour les jours de pluie", "à deux pas de chez soi", "comme chaque année",
    "depuis l'automne dernier", "avec un peu d'aide", "au milieu des rires", "pour qui passe par là", "sans rien acheter",
    "à la lumière des lampions", "du matin jusqu'au soir", "avec patience",
)  # fmt: skip
OPENINGS = ("Ce jour-là,", "Ensuite,", "Souvent,", "Par beau temps,", "En hiver,", "Parfois,", "Au début,", "Cette fois,")
HEADINGS = (
    "Comment cela commence", "Ce que l'on apporte", "Pour venir", "Et après ?", "Qui fait quoi", "Une matinée ordinaire", "Ce qui reste à faire",
)  # fmt: skip
ALTS = (
    "Une table couverte de légumes", "Des vélos contre un mur", "Un jardin après la pluie", "Des chaises en cercle", "Un four allumé",
    "Des livres ouverts",
)  # fmt: skip
