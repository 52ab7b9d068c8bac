"""A small letter that keeps every rule, and what makes it break each of them."""

from __future__ import annotations

from collections.abc import Mapping

from plugins.newsletter.lint.facts import Facts

FACTS = Facts(
    file="content/lettres/2026-s48.md",
    url="https://villeneuve.example",
    online="https://villeneuve.example/lettre/2026-s48/",
    tag="campagne=2026-s48",
    leave="stop@villeneuve.example",
    postal="1 rue du Pont, 99100 Villeneuve",
    reason="Vous l'avez demandée.",
)
PREHEADER = "Samedi on épluche, dimanche on pédale, jeudi on écoute."
PICTURE = '<img src="https://villeneuve.example/lettre/images/soupe.jpg" alt="Une marmite" width="552" height="310" style="border:0">'
PUSH = (
    '<table role="presentation"><tr><td bgcolor="#1f3a5f" height="44" style="background-color:#1f3a5f; font-family:Arial; font-size:16px">'
    '<a href="https://villeneuve.example/agenda/?campagne=2026-s48" style="color:#ffffff; line-height:44px">Voir tout l’agenda</a></td></tr></table>'
)
DATA = '<table><tr><th style="color:#23211e; font-family:Arial; font-size:16px">Heure</th></tr></table>'
CELL = "color:#23211e; font-family:Arial; font-size:16px; padding:8px 24px"
FINE = f"""<!DOCTYPE html>
<html lang="fr">
<head><title>Une soupe</title><style>@media (max-width: 480px) {{ .card {{ padding: 16px !important; }} }}</style></head>
<body>
<div lang="fr">
<div style="display:none; font-size:1px">{PREHEADER}</div>
<table role="presentation" width="100%" bgcolor="#f2efe9"><tr><td align="center">
<!--[if mso]><table role="presentation" width="600" align="center"><tr><td><![endif]-->
<table role="presentation" width="600" bgcolor="#ffffff" style="width:100%; max-width:600px">
<tr><td style="{CELL}"><a href="https://villeneuve.example/lettre/2026-s48/?campagne=2026-s48" style="color:#0b4f8a">Voir en ligne</a></td></tr>
<tr><td style="{CELL}"><h1>Une soupe, et après ?</h1><p>Bonjour.</p></td></tr>
<tr><td style="{CELL}">{PICTURE}</td></tr>
<tr><td style="{CELL}"><h2>L’agenda</h2><h3>Samedi</h3></td></tr>
<tr><td style="{CELL}">{PUSH}{DATA}</td></tr>
<tr><td style="{CELL}"><p>1 rue du Pont, 99100 Villeneuve. Vous l’avez demandée.</p>
<p><a href="mailto:stop@villeneuve.example" style="color:#0b4f8a">Ne plus la recevoir</a>, ou écrire à stop@villeneuve.example</p></td></tr>
</table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr></table>
</div>
</body>
</html>
"""
BONJOUR = "<p>Bonjour.</p>"
WRONG: Mapping[str, tuple[tuple[str, str], ...]] = {
    "poids": ((BONJOUR, "<p>Bonjour.</p>\n" * 5500),),
    "lignes": (("Bonjour.", "a" * 1000),),
    "feuille de style": (
        ("</style>", "@import 'x.css';</style>"),
        ("</style>", "/* le soir */</style>"),
        ("</style>", ".a { color: #000000; }\n" * 400 + "</style>"),
    ),
    "langue": (('<html lang="fr">', "<html>"), ('<div lang="fr">', "<div>")),
    "accroche": (
        (f'<div style="display:none; font-size:1px">{PREHEADER}</div>', ""),
        (PREHEADER, "Trop courte."),
        (PREHEADER, PREHEADER * 2),
    ),
    "ordre des titres": (("<h2>L’agenda</h2>", ""), ("<h2>L’agenda</h2>", "<h1>L’agenda</h1>"), ("<h2>L’agenda</h2>", "<h2>L’agenda</h2><h2></h2>")),
    "tableaux": (('<table role="presentation"><tr><td bgcolor', "<table><tr><td bgcolor"), ("<table><tr><th", '<table role="presentation"><tr><th')),
    "une colonne": (
        (f"{PICTURE}</td>", f'{PICTURE}</td><td style="{CELL}">À côté</td>'),
        ('width="600" bgcolor', 'width="640" bgcolor'),
        ("<p>Bonjour", '<p style="padding:8px">Bonjour'),
    ),
    "tableau d'Outlook": (("<!--[if mso]></td></tr></table><![endif]-->", ""), ("max-width:600px", "width:100%")),
    "boutons": (('height="44"', 'height="30"'), ("line-height:44px", "line-height:24px")),
    "voir en ligne": (("Voir en ligne", "Bonjour à tous"), ("/lettre/2026-s48/?", "/lettre/2026-s47/?")),
    "se désabonner": (("mailto:stop@", "mailto:autre@"), ("écrire à stop@villeneuve.example", "écrire")),
    "mentions du pied": (("1 rue du Pont, ", ""), ("Vous l’avez demandée.", "")),
    "habillage": (
        (f'<tr><td style="{CELL}"><h1>', "<tr><td><h1>"),
        ('<table role="presentation" width="100%"', f'<p style="{CELL[:-17]}">Bonjour.</p><table role="presentation" width="100%"'),
        ("font-family:Arial; font-size:16px; padding", "padding"),
    ),
    "contraste": (("color:#ffffff; line-height", "color:#777777; line-height"),),
    "contraste inversé": (("<p>Bonjour", '<p style="background-color:#767676; color:#ffffff">Bonjour'),),
    "contraste en négatif": (("<p>Bonjour", '<p style="background-color:#353351; color:#0efd32">Bonjour'),),
    "corps": (("<p>Bonjour", '<p style="font-size:14px">Bonjour'),),
    "texte des images": (('alt="Une marmite" ', ""), ('alt="Une marmite"', 'alt=""'), ('alt="Une marmite"', 'alt="IMG_2034.jpg"')),
    "taille des images": (
        ('width="552" ', ""),
        ('height="310"', 'height="auto"'),
        ('width="552"', 'width="900"'),
        ('width="552" height="310"', 'width="1" height="1"'),
    ),
    "format des images": (
        ("soupe.jpg", "soupe.webp"),
        ("soupe.jpg", "soupe.svg"),
        ("https://villeneuve.example/lettre/images/soupe.jpg", "data:image/png;base64,AAAA"),
    ),
    "adresse des images": (('src="https:', 'src="http:'), ('src="https://villeneuve.example/', 'src="https://ailleurs.example/')),
    "ancres": (("Bonjour.", '<a href="#agenda" style="color:#0b4f8a">Aller à l’agenda</a>'),),
    "liens entiers": (("Bonjour.", '<a href="/agenda/" style="color:#0b4f8a">Aller à l’agenda</a>'),),
    "campagne": (("/agenda/?campagne=2026-s48", "/agenda/"), ("/agenda/?campagne=2026-s48", "/agenda/?campagne=2026-s48&amp;qui=12")),
    "texte des liens": (
        ("Voir tout l’agenda", "Cliquez ici"),
        ("Voir tout l’agenda", "https://villeneuve.example/agenda/"),
        ("Voir tout l’agenda", ""),
    ),
    "couleurs": (("border:0", "border:1px solid black"), ('bgcolor="#f2efe9"', 'bgcolor="#fff"'), ("padding: 16px", "color: rgb(0,0,0)")),
    "unités": (("padding:8px 24px", "padding:8px 2em"), ("padding: 16px", "padding: 1rem")),
    "css": (
        ("border:0", "border-radius:4px"),
        ("border:0", "display:flex"),
        ("border:0", "display:grid"),
        ("border:0", "position:absolute"),
        ("border:0", "width:calc(1px)"),
        ("border:0", "width:var(--x)"),
        ("border:0", "float:left"),
        ("border:0", "--x:0"),
    ),
    "balises": (
        (BONJOUR, f"<section>{BONJOUR}</section>"),
        (BONJOUR, "<p>Bonjour.<script>alert(1)</script></p>"),
        ("<p>Bonjour", '<p onclick="x()">Bonjour'),
        ("<p>Bonjour", '<p aria-hidden="true">Bonjour'),
    ),
}
"""By the name of the rule: what is put in the place of what."""
ALSO = {"accroche": {"voir en ligne"}, "tableau d'Outlook": {"css"}}
"""Rules that a letter cannot help breaking too."""
