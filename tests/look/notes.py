# SPDX-FileCopyrightText: The Demarche developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A notebook to look at, and the states of its page."""
import datetime
import hashlib
import json
import os
import pathlib

SYNTAX = "urn:demarche:notebook:fragment"

# What a note is on, its text, tags, colour, private or not, how many days ago.
NOTES = [
    ("pair=china+north-korea", "Does the thaw outlast the border closure? *Compare* trade figures.", ["check"], "amber", False, 1),
    ("t=2016/2017", "Sanctions and anger grew side by side. Good contrast for stop 4.", ["speaker"], "amber", False, 1),
    ("actor=china", "Who in Beijing would have to agree?\n- party\n- army\n- trade", ["question"], "purple", False, 3),
    ("paragraph=bandow-2020/7", "Who counts four meetings, and **which** ones?", ["question"], "green", True, 5),
    ("geo=21.9,151.0", "Which sea route do fuel deliveries take?", ["check", "question"], "orange", False, 6),
    ("event=no-longer-there", "Show the photograph of the parade.", ["speaker"], "grey", False, 9),
]


def prepare(dossier):
    """Writes the notebook where the program looks for it; where that is."""
    source = json.loads(pathlib.Path(dossier).read_text(encoding="utf-8"))["id"]
    now = datetime.datetime.now(datetime.timezone.utc)
    items = []
    for number, (fragment, text, tags, colour, private, days) in enumerate(NOTES):
        when = (now - datetime.timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%SZ")
        items.append({
            "id": f"urn:uuid:00000000-0000-4000-8000-{number:012}", "type": "Annotation", "created": when, "modified": when,
            "creator": {"type": "Person", "name": "Ana"}, "motivation": "commenting",
            "body": [{"type": "TextualBody", "value": text, "format": "text/markdown", "purpose": "commenting"}]
                    + [{"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in tags],
            "target": {"source": source, "selector": {"type": "FragmentSelector", "conformsTo": SYNTAX, "value": fragment}},
            "demarche:colour": colour} | ({"demarche:private": True} if private else {}))
    page = {"@context": ["http://www.w3.org/ns/anno.jsonld", {"demarche": "urn:demarche:notebook:"}],
            "id": "urn:uuid:00000000-0000-4000-8000-0000000000ff", "type": "AnnotationPage", "demarche:version": 1, "demarche:dossier": source, "items": items}
    folder = pathlib.Path(os.environ["XDG_DATA_HOME"]) / "org.demarche.Demarche" / "notebooks"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / (hashlib.sha256(source.encode()).hexdigest() + ".json")
    path.write_text(json.dumps(page), encoding="utf-8")
    return path


def look(desktop, picture, press):
    """Lists, narrows, writes and asks what is to leave. press (DESKTOP, NAME) clicks a button."""
    desktop.keys("ctrl+shift+m")
    picture("notes")
    press(desktop, "Filter")
    picture("notes-filter-menu")
    desktop.keys("Escape")
    press(desktop, "Search in notes")
    desktop.run("xdotool", "type", "fuel")
    picture("notes-narrowed")
    desktop.run("xdotool", "type", " nowhere")
    picture("notes-nothing")
    press(desktop, "Show all notes")
    press(desktop, "Export notes")
    picture("notes-export")
    desktop.keys("Escape")
    desktop.keys("ctrl+m")
    desktop.run("xdotool", "type", "Is the step possible while tariffs are on the same table?")
    picture("notes-written")
    desktop.keys("Escape")
