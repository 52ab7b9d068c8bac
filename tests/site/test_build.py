"""The whole job on the real content: what is built, what is refused, and that nothing good is ever lost."""

from pathlib import Path

import pytest

from tests.site.building import OTHER_TOWN, Built, copy_site, digests, run

WRONG_EVENT = "---\ntitre: Fête\ndebut: 31/02/2027 14h\nlieux: ors\n---\nTexte.\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a site of one's own to break."""
    return copy_site(tmp_path / "site")


def test_the_build_says_in_french_what_it_made(romans: Built) -> None:
    """A good build ends with counts and the place of the site, and says nothing else."""
    lines = romans.said.strip().splitlines()
    assert lines[0].startswith("Site construit : ")
    assert all(word in lines[0] for word in ("événements", "articles", "émissions", "pages"))
    assert lines[1].startswith("Il est dans output/")
    assert len(lines) == 2


def test_the_content_is_as_rich_as_promised(romans: Built) -> None:
    """The first content holds the season that the residents were promised."""
    output = romans.output
    assert len(list(output.glob("agenda/20*/*/*/*/evenement.ics"))) >= 60
    assert len(list(output.glob("maisons/*/index.html"))) == 4
    assert len(list(output.glob("projets/*/index.html"))) >= 8
    assert len(list(output.glob("le-fil/*/*/index.html"))) == 15
    assert len(list(output.glob("actualites/*/index.html"))) == 8
    assert len(list(output.glob("la-bobine/2*/*/index.html"))) == 8


@pytest.mark.parametrize(
    "path",
    [
        "index.html", "agenda/index.html", "agenda/aujourd-hui/index.html", "agenda/ce-week-end/index.html", "agenda/2026/11/index.html",
        "agenda.ics", "agenda/a-venir.ics", "agenda/maisons/ors.ics", "agenda/thematiques/culture.ics", "agenda/publics/familles.ics",
        "agenda/evenements.json", "agenda/texte/index.html", "agenda/repondeur.txt", "agenda/radio.txt",
        "maisons/index.html", "projets/index.html", "le-fil/index.html", "actualites/index.html", "flux.xml",
        "la-bobine/index.html", "la-bobine/podcast.xml", "lettre/index.html", "lettre/2026-s48/index.html", "recherche/index.html",
        "accessibilite/index.html", "confidentialite/index.html", "mentions-legales/index.html", "404.html", "sitemap.xml", "robots.txt",
    ],
)  # fmt: skip
def test_the_addresses_of_the_contract_exist(path: str, romans: Built) -> None:
    """Addresses that people have written down are always there."""
    assert (romans.output / path).is_file()


def test_the_mail_is_built_outside_the_public_folder(romans: Built) -> None:
    """The letter's files are for the sender: under build/, never under output/."""
    letter = romans.folder / "build/lettres/2026-s48"
    assert {path.suffix for path in letter.iterdir()} == {".html", ".txt", ".eml"}
    assert not list(romans.output.rglob("*.eml"))


def test_same_content_and_day_give_the_same_bytes(romans: Built, tmp_path: Path) -> None:
    """Pelican itself, in another folder, another zone, another language and another hash seed gives the same bytes as `inv build`."""
    other = copy_site(tmp_path / "other")
    built = run(other, "pelican", "content", "-s", "pelicanconf.py", TZ="Pacific/Auckland", LC_ALL="C", PYTHONHASHSEED="7", PYTHONUTF8="0")
    assert built.status == 0, built.said
    assert digests(built.output) == digests(romans.output)
    assert digests(other / "build/lettres") == digests(romans.folder / "build/lettres")


def test_a_second_run_changes_nothing(site: Path) -> None:
    """Building again without a change leaves every file with its bytes and its time stamp."""
    run(site, "invoke", "build")
    before = {path: path.stat().st_mtime_ns for path in (site / "output").rglob("*") if path.is_file()}
    again = run(site, "invoke", "build")
    assert "(rien n'a changé depuis la dernière fois)" in again.said
    assert {path: path.stat().st_mtime_ns for path in (site / "output").rglob("*") if path.is_file()} == before


def test_a_wrong_file_stops_the_publication(site: Path) -> None:
    """With errors the command lists all of them in French, exits with 1, and the last good site stays to the byte."""
    run(site, "invoke", "build")
    before = digests(site / "output")
    (site / "content/evenements/2027/fete.md").write_text(WRONG_EVENT, "utf-8")
    (site / "content/pages/vide.md").write_text("", "utf-8")
    built = run(site, "invoke", "build")
    assert built.status == 1
    assert "content/evenements/2027/fete.md\n  erreur, ligne 3, debut : « 31/02/2027 14h » n'existe pas : février 2027 a 28 jours." in built.said
    assert "  erreur, ligne 4, lieux : La clé « lieux » n'existe pas.\n      → Vouliez-vous écrire « lieu » ?" in built.said
    assert "content/pages/vide.md\n  erreur, ligne 1 : Le fichier est vide." in built.said
    assert "3 erreurs dans 2 fichiers." in built.said
    assert "Traceback" not in built.said
    assert digests(site / "output") == before


def test_pelican_itself_refuses_wrong_content_too(site: Path) -> None:
    """`pelican content` has the same exit status and the same messages as `inv build`, without an English line."""
    (site / "content/evenements/2027/fete.md").write_text(WRONG_EVENT, "utf-8")
    built = run(site, "pelican", "content", "-s", "pelicanconf.py")
    assert built.status == 1
    assert "2 erreurs dans 1 fichier." in built.said
    assert not built.output.exists()


def test_check_writes_nothing(site: Path) -> None:
    """`inv check` tells whether the content is good and builds nothing."""
    built = run(site, "invoke", "check")
    assert built.status == 0
    assert built.said.endswith("Le contenu est bon à publier.\n")
    assert "erreur" not in built.said
    assert not built.output.exists()


def test_only_a_check_asks_about_what_is_not_wrong(site: Path) -> None:
    """`inv check` tells of an event without a price; a build does not, or its doubts would soon be read by nobody."""
    (site / "content/evenements/2027/fete.md").write_text("---\ntitre: Fête\ndebut: 12/06/2027 14h\n---\nTexte.\n", "utf-8")
    doubt = "content/evenements/2027/fete.md\n  attention, acces : On ne sait pas comment on entre."
    assert doubt in run(site, "invoke", "check").said
    assert doubt not in run(site, "invoke", "build").said


def test_two_files_with_one_address_are_named_both(site: Path) -> None:
    """When two texts would have the same address, each is named, so that one of them can be renamed."""
    text = "---\ntitre: Fête\ndebut: 12/06/2027 14h\n---\nTexte.\n"
    (site / "content/evenements/2027/fete.md").write_text(text, "utf-8")
    (site / "content/evenements/2026/fete.md").write_text(text, "utf-8")
    built = run(site, "invoke", "check")
    assert built.status == 1
    assert "content/evenements/2027/fete.md" in built.said
    assert "« content/evenements/2026/fete.md » ont la même adresse : /agenda/2027/06/12/fete/" in built.said


def test_a_link_to_no_page_is_an_error(site: Path) -> None:
    """A link to an address of the site that no page has is refused with the nearest address."""
    (site / "content/pages/essai.md").write_text("---\ntitre: Essai\n---\nVoir [l'agenda](/agendas/).\n", "utf-8")
    built = run(site, "invoke", "check")
    assert built.status == 1
    assert "erreur, ligne 4 : Le lien « /agendas/ » ne mène à aucune page.\n      → Vouliez-vous « /agenda/ » ?" in built.said


def test_a_draft_stays_at_home(site: Path) -> None:
    """Neither a draft's page nor a picture that only it shows is ever in the public folder."""
    picture = site / "content/images/secret.jpg"
    picture.write_bytes((site / "content/images/themes/culture.jpg").read_bytes())
    draft = "---\ntitre: Projet secret\nstatut: brouillon\nimage: images/secret.jpg\nimage-alt: un dessin\n---\nMot de passe.\n"
    (site / "content/pages/secret.md").write_text(draft, "utf-8")
    for conf in ("build", "publish"):
        assert run(site, "invoke", conf).status == 0
        assert not [path for path in (site / "output").rglob("*") if "secret" in path.name]


@pytest.mark.parametrize("day", ["demain", "31/02/2026", "2026"])
def test_a_wrong_build_date_is_wrong_use(day: str, site: Path) -> None:
    """A BUILD_DATE that is not a date is told in French and exits with 2."""
    built = run(site, "invoke", "build", BUILD_DATE=day)
    assert built.status == 2
    assert built.said.startswith("BUILD_DATE : ")


def test_a_breakdown_leaves_the_site_and_a_note(site: Path) -> None:
    """When the generator itself breaks, the last site stays, writers get one French sentence, the details go to a file."""
    run(site, "invoke", "build")
    before = digests(site / "output")
    template = site / "theme/templates/event.html"
    template.write_text(template.read_text("utf-8") + "{{ misspelt }}", "utf-8")
    (site / "theme/templates/base.html").write_text("{{ misspelt }}", "utf-8")
    built = run(site, "invoke", "build")
    assert built.status == 3
    assert "build/panne.txt" in built.said
    assert "Traceback" not in built.said
    assert "misspelt" in (site / "build/panne.txt").read_text("utf-8")
    assert digests(site / "output") == before


def test_a_piece_that_does_not_load_stops_the_build(site: Path) -> None:
    """Pelican goes on without a plugin that fails to load; we do not publish a site with a part missing."""
    (site / "plugins/podcast/plugin.py").write_text("raise ImportError('no')\n", "utf-8")
    built = run(site, "invoke", "build")
    assert built.status == 3
    assert "plugins.podcast.plugin" in built.said
    assert not built.output.exists()


def test_a_library_that_is_missing_stops_the_build_at_once(site: Path) -> None:
    """Some are imported only where they are used, yet each run tells of one that is not there, and what to do."""
    plugin = site / "plugins/build/plugin.py"
    plugin.write_text(plugin.read_text("utf-8").replace('"feedgen"', '"absente"'), "utf-8")
    built = run(site, "pelican", "content", "-s", "pelicanconf.py")
    assert built.status == 3
    assert "absente. Relancez « make site »." in built.said
    assert not built.output.exists()


def test_another_town_needs_only_its_content_and_settings(tmp_path: Path) -> None:
    """A second town builds from its own content and settings, and no word of Romans is in its output."""
    built = run(OTHER_TOWN, "pelican", "content", "-s", "pelicanconf.py", "-o", str(tmp_path / "output"))
    assert built.status == 0, built.said
    texts = [path.read_bytes() for path in (tmp_path / "output").rglob("*") if path.is_file()]
    assert len(texts) > 20
    for word in ("Romans", "Bobine", "Saint-Nicolas", "Accorderie", "maisonsdequartier", "Coopération", "tic-tac", "Passeport"):
        assert not [text for text in texts if word.encode() in text], word
