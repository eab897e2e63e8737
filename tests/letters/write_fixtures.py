"""Writes fixtures/emails anew, the same bytes every time: run it with `python -m`."""

import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from tests.letters.stories import Scene, Story
from tests.letters.vacancies import acip, environment, policy_officer, rules, stce, tosci

FOLDER = Path(__file__).resolve().parents[2] / "fixtures" / "emails"
SCENES = (tosci, environment, stce, policy_officer, acip, rules)


def scenes() -> list[Scene]:
    """Every vacancy with its stories, told anew."""
    return [module.scene() for module in SCENES]


def toml(value: Any) -> str:
    """A value as TOML; tables inline."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {toml(entry)}" for key, entry in value.items()) + " }"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(toml, value)) + "]"
    return _string(value) if isinstance(value, str) else str(value)


def _string(text: str) -> str:
    safe = text.replace("\\", "\\\\").replace('"', '\\"')
    return (
        '"' + re.sub(r"[\x00-\x1f\x7f]", lambda found: f"\\u{ord(found.group()):04x}", safe) + '"'
    )


def story_toml(story: Story) -> str:
    """What is expected of one mail, for people and for the test."""
    expected = dict(story.expected)
    tables = {key: expected.pop(key, None) for key in ("checks", "application")}
    documents = expected.pop("documents", None)
    rows = [f"about = {toml(story.about)}", "", "[delivery]", f"internal = {toml(story.internal)}"]
    rows += [f"folder = {toml(story.folder)}", f"listed = {toml(story.listed)}"]
    rows += ["imported = true"] if story.imported else []
    rows += ["", "[expected]", *(f"{key} = {toml(value)}" for key, value in expected.items())]
    rows += ["documents = []"] if documents == [] else []
    for name, table in tables.items():
        if table is not None:
            rows += [
                "",
                f"[expected.{name}]",
                *(f"{key} = {toml(value)}" for key, value in table.items()),
            ]
    for document in documents or ():
        rows += [
            "",
            "[[expected.documents]]",
            *(f"{key} = {toml(value)}" for key, value in document.items()),
        ]
    return "\n".join(rows) + "\n"


def polls_toml(scene: Scene) -> str:
    """The moments at which the mailbox is read."""
    rows = [f"about = {toml(scene.about)}", f"folders = {toml(list(scene.folders))}"]
    for poll in scene.polls:
        rows += ["", "[[polls]]", f"name = {toml(poll.name)}", f"at = {toml(poll.at)}"]
        rows += ["fails = true"] if poll.fails else []
    return "\n".join(rows) + "\n"


def write(scene: Scene, folder: Path) -> None:
    """Replace the generated files of one vacancy."""
    folder.mkdir(parents=True, exist_ok=True)
    for stale in (*folder.glob("*.eml"), *folder.glob("*.toml")):
        if stale.name != "vacancy.toml":
            stale.unlink()
    (folder / "polls.toml").write_text(polls_toml(scene), encoding="utf-8")
    for story in scene.stories:
        (folder / f"{story.name}.eml").write_bytes(story.raw)
        (folder / f"{story.name}.toml").write_text(story_toml(story), encoding="utf-8")


def main() -> None:
    """Write all of them, and say how many."""
    for scene in scenes():
        write(scene, FOLDER / scene.vacancy)
        print(f"{scene.vacancy}: {len(scene.stories)} mails")


if __name__ == "__main__":
    main()
