"""One application's page: what it shows, what it hides, and what people do on it."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from intake.desk.auth.visitor import cookie_name
from intake.desk.foreign import LOCKED
from intake.jobs import decide
from intake.jobs.replay import replay
from intake.store import remarks
from intake.store.rows import ApplicationRow
from intake.triage.message import Address, Document, DocumentKind, Message
from intake.triage.vacancy import Vacancy
from tests.desk.conftest import Browse, Desk
from tests.support.crowd import arrive

SAFE_FILE = {"x-content-type-options": "nosniff", "content-type": "application/octet-stream"}


def _with_pdf(desk: Desk) -> ApplicationRow:
    """An application of the recruiter's with a PDF that has pages."""
    return next(
        row
        for row in desk.applications("tosci")
        if any(one.media_type == "application/pdf" for one in row.application.documents)
    )


def _paper(row: ApplicationRow, page: str) -> tuple[str, str]:
    """The addresses of a document's first page and of its original."""
    found = re.search(r'src="(/m/\d+/d/[0-9a-f]{64})/p/1"', page)
    assert found
    return f"{found.group(1)}/p/1", found.group(1)


@pytest.mark.parametrize("vacancy", ["tosci", "acip"])
def test_every_application_of_the_samples_has_its_page(desk: Desk, vacancy: str) -> None:
    client = desk.as_("recruiter")
    for row in desk.applications(vacancy):
        answer = client.get(f"/a/{row.id}")
        assert answer.status_code == 200, row.id
        assert f"a{row.id}" in answer.text
        for check in row.application.checks:
            assert check.name not in ("cv",) or "CV" in answer.text


def test_pages_are_pictures_and_originals_are_only_saved(desk: Desk) -> None:
    client, row = desk.as_("recruiter"), _with_pdf(desk)
    picture, original = _paper(row, client.get(f"/a/{row.id}").text)
    png = client.get(picture)
    assert png.content.startswith(b"\x89PNG")
    assert png.headers["content-security-policy"] == LOCKED
    saved = client.get(original)
    assert saved.content.startswith(b"%PDF")
    assert saved.headers["content-disposition"].startswith("attachment; filename=")
    assert "filename*=UTF-8''" in saved.headers["content-disposition"]
    assert "sandbox" in saved.headers["content-security-policy"]
    assert {name: saved.headers[name] for name in SAFE_FILE} == SAFE_FILE
    assert client.get(picture.replace("/p/1", "/p/999")).status_code == 404
    assert client.get(original[:-64] + "0" * 64).status_code == 404


def test_who_may_not_see_a_dossier_sees_none_of_its_parts(desk: Desk) -> None:
    row = _with_pdf(desk)
    parts = (f"/a/{row.id}", *_paper(row, desk.as_("recruiter").get(f"/a/{row.id}").text))
    other = next(one for one in desk.applications() if one.vacancy not in ("tosci", "acip"))
    for part in parts:
        assert desk.as_("panel").get(part).status_code == 404
        assert desk.as_("auditor").get(part).status_code == 403
        assert desk.stranger().get(part).status_code == 303
    assert desk.as_("recruiter").get(f"/a/{other.id}").status_code == 404


def test_the_words_that_a_finding_quotes_are_marked(desk: Desk) -> None:
    client = desk.as_("recruiter")
    assert any("<mark>" in client.get(f"/a/{row.id}").text for row in desk.applications("tosci"))


def test_a_long_text_is_shown_by_its_beginning(desk: Desk) -> None:
    endless = Document(
        "x.txt", "text/plain", "f" * 64, 1, text="begins " + "word " * 200_000 + "finishes"
    )
    mail = Message(
        sender=Address("Ada Long", "ada@example.org"), body="b" * 30_000, documents=(endless,)
    )
    before = max(one.uid for one in desk.messages("tosci"))
    arrive(desk.bench, "tosci", [mail], [desk.clock.now - timedelta(days=60)], first=before + 1)
    row = next(one for one in desk.applications("tosci") if "Ada" in one.application.candidate.name)
    page = desk.as_("recruiter").get(f"/a/{row.id}").text
    assert "begins" in page
    assert "finishes" not in page
    assert page.count("The rest is in the original.") == 2
    assert len(page) < 100_000


def test_the_clocks_tell_the_time_of_the_organisation_with_utc_on_hover(desk: Desk) -> None:
    page = desk.as_("recruiter").get(f"/a/{desk.applications('tosci')[0].id}").text
    clocks = re.findall(r'<dl class="clock-list">.*?</dl>', page, re.DOTALL)
    cutoff = '<time datetime="2026-02-08T23:00:00Z" title="2026-02-08 23:00:00 UTC">'
    assert clocks
    for one in clocks:
        assert f"{cutoff}2026-02-09 00:00:00 CET</time>" in one
        assert "UTC" not in re.sub(r"<[^>]*>", "", one)


def test_a_stage_is_moved_once_and_an_old_page_is_told(desk: Desk) -> None:
    client, row = desk.as_("recruiter"), _with_pdf(desk)
    form = {"stage": "shortlisted", "why": "Ten years of it.", "version": str(row.version)}
    assert client.post(f"/a/{row.id}/stage", data=form).headers["location"] == f"/a/{row.id}"
    late = client.post(f"/a/{row.id}/stage", data={**form, "stage": "declined"})
    assert late.status_code == 409
    page = client.get(f"/a/{row.id}").text
    assert "Ten years of it." in page
    assert desk.as_("panel").get(f"/a/{row.id}").status_code == 200


def test_notes_assignee_and_waiting_are_shown(desk: Desk) -> None:
    client, row = desk.as_("recruiter"), _with_pdf(desk)
    day = (desk.clock.now + timedelta(days=4)).date().isoformat()
    client.post(f"/a/{row.id}/note", data={"text": "<script>alert(1)</script>"})
    client.post(f"/a/{row.id}/assign", data={**desk.seen(row.id), "to": "recruiter@example.org"})
    client.post(
        f"/a/{row.id}/wait", data={**desk.seen(row.id), "until": day, "text": "her diploma"}
    )
    page = client.get(f"/a/{row.id}").text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert" not in page
    assert "with Robin recruiter" in page
    assert "her diploma" in page
    assert (
        client.post(f"/a/{row.id}/wait", data={**desk.seen(row.id), "until": "soon"}).status_code
        == 422
    )
    assert client.post(f"/a/{row.id}/note", data={"text": " "}).status_code == 422


def test_only_those_who_may_read_it_can_be_given_an_application(desk: Desk) -> None:
    client, row = desk.as_("recruiter"), _with_pdf(desk)
    page = client.get(f"/a/{row.id}").text
    choices = re.findall(r'<option value="(\w+)@example.org"', page)
    assert choices == ["admin", "hr", "panel", "recruiter"]
    for other in ("auditor@example.org", "nobody@example.net", "Robin recruiter"):
        assert (
            client.post(f"/a/{row.id}/assign", data={**desk.seen(row.id), "to": other}).status_code
            == 422
        )
    client.post(f"/a/{row.id}/assign", data={**desk.seen(row.id), "to": "hr@example.org"})
    assert "with Robin hr" in client.get(f"/a/{row.id}").text
    client.post(f"/a/{row.id}/assign", data={**desk.seen(row.id), "to": ""})
    assert "with Robin hr" not in client.get(f"/a/{row.id}").text


def test_what_waited_comes_back_on_its_day_by_itself(desk: Desk) -> None:
    client, row = desk.as_("recruiter"), _with_pdf(desk)
    day = desk.room.today + timedelta(days=1)
    form = {**desk.seen(row.id), "until": day.isoformat(), "text": "her <b>diploma</b>"}
    assert client.post(f"/a/{row.id}/wait", data=form).status_code == 303
    assert "waits until" in client.get(f"/a/{row.id}").text
    assert 'id="back"' not in client.get("/v/tosci/queue").text
    assert "back from waiting" not in client.get("/").text
    desk.clock.now += timedelta(days=1)  # past midnight in Brussels, and an hour more
    client = desk.as_("recruiter")
    queue = client.get("/v/tosci/queue").text
    assert f'<a href="/a/{row.id}">' in queue[queue.index('id="back"') :]
    assert "her &lt;b&gt;diploma&lt;/b&gt;" in queue
    assert 'href="/v/tosci/queue#back"' in client.get("/").text
    assert "back: waited until" in client.get(f"/a/{row.id}").text
    assert "Back from waiting for the candidate" in desk.as_("hr").get("/digest/mail").text
    assert 'id="back"' not in desk.as_("panel").get("/v/tosci/queue").text
    client.post(f"/a/{row.id}/wait", data={**desk.seen(row.id), "until": ""})
    assert 'id="back"' not in client.get("/v/tosci/queue").text


def test_a_corrected_document_stays_so_after_a_replay(desk: Desk) -> None:
    client, row = desk.as_("recruiter"), _with_pdf(desk)
    page = client.get(f"/a/{row.id}").text
    mail, sha256 = re.findall(r'name="mail" value="(\d+)"><input[^>]*value="([0-9a-f]{64})"', page)[
        0
    ]
    form = {"mail": mail, "document": sha256, "kinds": "other", "why": "It is a diploma."}
    form |= desk.seen(row.id)
    assert client.post(f"/a/{row.id}/document", data=form).status_code == 303
    assert "Robin recruiter said so" in client.get(f"/a/{row.id}").text
    replay(desk.bench, "tosci", apply=True)
    assert "Robin recruiter said so" in client.get(f"/a/{row.id}").text
    elsewhere = next(one for one in desk.messages("acip") if one.message)
    assert (
        client.post(
            f"/a/{row.id}/document",
            data={**form, **desk.seen(row.id), "mail": str(elsewhere.id)},
        ).status_code
        == 422
    )


def test_an_enquiry_is_no_enquiry_where_a_person_says_so(desk: Desk) -> None:
    client = desk.as_("recruiter")
    mail = next(
        one
        for vacancy in ("tosci", "acip")
        for one in desk.messages(vacancy)
        if one.verdict and one.verdict.kind == "enquiry"
    )
    form = {"kind": "application", "was": "enquiry", "why": "She applies in her own words."}
    assert f'action="/m/{mail.id}/kind"' in client.get(f"/m/{mail.id}").text
    assert client.post(f"/m/{mail.id}/kind", data=form).status_code == 303
    assert "says that it is of the kind application" in client.get(f"/m/{mail.id}").text
    assert (
        client.post(
            f"/m/{mail.id}/kind", data={**form, "was": "application", "why": ""}
        ).status_code
        == 422
    )
    late = desk.as_("hr").post(f"/m/{mail.id}/kind", data={**form, "kind": "automatic"})
    assert late.status_code == 409
    assert f'href="/m/{mail.id}"' in late.text


def test_who_steps_aside_sees_the_application_no_more(desk: Desk) -> None:
    client, row = desk.as_("recruiter"), _with_pdf(desk)
    picture, _ = _paper(row, client.get(f"/a/{row.id}").text)
    assert client.post(f"/a/{row.id}/recuse", data={"text": "A cousin."}).status_code == 303
    assert client.get(f"/a/{row.id}").status_code == 403
    assert client.get(picture).status_code == 403
    assert client.post(f"/a/{row.id}/note", data={"text": "Still."}).status_code == 403
    assert desk.as_("hr").get(f"/a/{row.id}").status_code == 200
    with desk.reading() as session:
        assert remarks.standings(session, [row.id])[row.id].recused == {"recruiter@example.org"}
    form = {"person": "recruiter@example.org"}
    assert client.post(f"/a/{row.id}/back", data=form).status_code == 403
    assert desk.as_("hr").post(f"/a/{row.id}/back", data=form).status_code == 303
    assert desk.as_("hr").post(f"/a/{row.id}/back", data=form).status_code == 422
    assert client.get(f"/a/{row.id}").status_code == 200


def test_a_declared_relative_is_shown_to_hr_alone(desk: Desk) -> None:
    row = next(one for one in desk.applications() if "declared_relative" in one.application.flags)
    assert "declares a relative" in desk.as_("hr").get(f"/a/{row.id}").text
    if row.vacancy in ("tosci", "acip"):
        assert "declares a relative" not in desk.as_("recruiter").get(f"/a/{row.id}").text


@pytest.fixture
def blind(desk: Desk) -> Desk:
    def hide(one: Vacancy) -> Vacancy:
        return replace(one, blind=True)

    vacancies = tuple(hide(one) for one in desk.bench.vacancies)
    object.__setattr__(desk.bench, "vacancies", vacancies)
    return desk


def test_the_blind_view_hides_who_it_is_until_shortlisting(blind: Desk) -> None:
    client, row = blind.as_("recruiter"), _with_pdf(blind)
    whose = row.application.candidate
    seen = blind.as_("hr").get(f"/a/{row.id}").text
    picture, original = _paper(row, seen)
    page = client.get(f"/a/{row.id}").text
    assert whose.name in seen
    assert f"<h1>Candidate a{row.id}</h1>" in page
    for part in (*whose.name.split(), whose.email):
        assert part not in page
    mail = original.partition("/d/")[0]
    for one in (picture, original, mail, f"{mail}/raw", f"{mail}/formatted"):
        assert client.get(one).status_code == 404
    decide.decide(blind.bench, row.id, "shortlisted", who="R", why="why")
    assert whose.name in client.get(f"/a/{row.id}").text
    assert client.get(picture).status_code == 200


HIDING = """1
2
3
4
5
6
Mathilde Fournier worked as an analyst. Amélie, 我叫王小明。
See MathildeFournierCV.pdf; Mr FOURNIER; Li Na; an end of it."""


def _told_by_another_mail(desk: Desk) -> ApplicationRow:
    """Whose name only a CV, its file and a second mail tell."""
    cv = Document(
        "MathildeFournierCV.pdf",
        "text/plain",
        "e" * 64,
        1,
        kinds=(DocumentKind.CV,),
        why="“MathildeFournierCV.pdf” has the heading “Experience”.",
        text=HIDING,
        notes=("MathildeFournierCV.pdf has the ending of another sort.",),
        candidate_name="Mathilde Fournier",
    )
    names = ("Amelie", "王小明", "Li Na")
    mails = [
        Message(
            sender=Address(name, "mf84@example.org"),
            documents=(replace(cv, sha256=str(number) * 64),),
            body=HIDING,
        )
        for number, name in enumerate(names)
    ]
    first = max(one.uid for one in desk.messages("tosci")) + 1
    moments = [desk.clock.now - timedelta(days=60, minutes=-minute) for minute in range(3)]
    arrive(desk.bench, "tosci", mails, moments, first=first)
    return next(
        one
        for one in desk.applications("tosci")
        if one.application.candidate.email == "mf84@example.org"
    )


def test_no_place_of_a_blind_dossier_names_anybody(blind: Desk) -> None:
    row, client = _told_by_another_mail(blind), blind.as_("recruiter")
    assert len(row.application.messages) == 3
    blind.as_("hr").post(f"/a/{row.id}/note", data={"text": "Mathilde called."})
    blind.as_("hr").post(f"/a/{row.id}/wait", data={"until": "2030-01-01", "text": "Amélie's CV"})
    page, seen = client.get(f"/a/{row.id}").text, blind.as_("hr").get(f"/a/{row.id}").text
    for part in ("Mathilde", "FOURNIER", "MathildeFournierCV.pdf", "Amélie", "王小明", "Li Na"):
        assert part in seen
        assert part not in page, part
    for part in ("worked as an analyst", "我叫", "has the heading", "an end of it", " called."):
        assert part in page
    for word in ("analyst", "mathilde", "fournier", "王小明", "amelie"):
        answer = client.get("/search", params={"q": word}).text
        assert (f"a{row.id}" in answer) == (word == "analyst"), word
        if word == "analyst":
            for part in ("Mathilde", "FOURNIER", "Amélie", "王小明", "Li Na"):
                assert part not in answer


def test_a_recruiter_reads_and_notes_in_a_browser_without_scripts(
    browse: Browse, desk: Desk
) -> None:
    row = _with_pdf(desk)
    page = browse("recruiter", f"/a/{row.id}", java_script_enabled=False)
    assert cookie_name(desk.room) == "intake"
    picture = page.locator(".paper-pages img").first
    picture.scroll_into_view_if_needed()
    expect(picture).to_be_visible()
    page.get_by_label("New note").fill("Speaks three languages.")
    page.get_by_role("button", name="Keep the note").click()
    expect(page.locator(".note").filter(has_text="Speaks three languages.")).to_be_visible()
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= page.viewport_size["width"]  # type: ignore[index]
