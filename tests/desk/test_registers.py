"""The registers, the page of a mail, letting it in, the complaint pack, the digest's preview."""

import io
import re
from dataclasses import replace
from zipfile import ZipFile

import pytest

from intake.desk.app import desk as build_desk
from intake.desk.foreign import legible
from intake.jobs import staff
from tests.desk.conftest import PASSWORD, Browse, Desk, account


def late(desk: Desk, vacancy: str = "tosci") -> list[int]:
    return [
        row.id for row in desk.messages(vacancy) if row.verdict and row.verdict.outcome == "refused"
    ]


@pytest.mark.parametrize(
    ("register", "outcome"),
    [("refused", "refused"), ("held", "held"), ("enquiries", "enquiry"), ("ignored", "ignored")],
)
def test_every_mail_of_an_outcome_is_reachable_from_its_register(
    desk: Desk, register: str, outcome: str
) -> None:
    client = desk.as_("hr")
    for vacancy in ("tosci", "environment", "stce"):
        shown = client.get(f"/v/{vacancy}/{register}").text
        for row in desk.messages(vacancy):
            assert row.verdict
            assert (f'href="/m/{row.id}"><bdi>' in shown) == (row.verdict.outcome == outcome)


def test_a_mail_shows_its_evidence_in_both_languages(desk: Desk) -> None:
    number = late(desk)[0]
    shown = desk.as_("hr").get(f"/m/{number}").text
    assert "2026-02-08 23:00:00 UTC" in shown
    assert "Every other late mail of this vacancy" in shown
    assert all(f'href="/m/{other}"' in shown for other in late(desk) if other != number)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", ("Its format is not read here: save and open it.", "It is empty: ask for it again")),
        ("fr", ("Son format n’est pas lu ici", "Il est vide\u00a0: demandez un nouvel envoi.")),
    ],
)
def test_why_a_document_is_not_read_is_told_in_words(
    desk: Desk, language: str, told: tuple[str, str]
) -> None:
    staff.set_language(desk.bench, "hr@example.org", language)
    client = desk.as_("hr")
    for reason, words in zip(("unsupported", "empty"), told, strict=True):
        number = next(
            row.id
            for row in desk.messages()
            if row.message and any(one.reason == reason for one in row.message.documents)
        )
        shown = client.get(f"/m/{number}").text
        assert words in shown
        assert not re.search(rf">\s*{reason}\s*<", shown)


def test_who_lets_a_mail_in_says_why_and_the_finding_stays(desk: Desk) -> None:
    number, client = late(desk)[0], desk.as_("recruiter")
    form = {"code": "our_failure", "why": "Our <server> was down.", "seen": "0"}
    assert client.post(f"/m/{number}/admit", data=form).headers["location"] == f"/m/{number}"
    shown = client.get(f"/m/{number}").text
    assert "Our &lt;server&gt; was down." in shown
    assert "Refused: late" in shown
    assert f'href="/m/{number}"' not in client.get("/v/tosci/refused").text
    assert f'href="/m/{number}"' in client.get("/v/tosci/refused?shown=all").text
    assert client.post(f"/m/{number}/admit", data=form).status_code == 409


def test_without_a_reason_nothing_happens(desk: Desk) -> None:
    number, client = late(desk)[0], desk.as_("recruiter")
    for form in ({"code": "other", "why": " ", "seen": "0"}, {"code": "pity", "why": "x"}):
        assert client.post(f"/m/{number}/admit", data=form).status_code == 422
    assert number in late(desk)


def test_two_persons_where_the_vacancy_asks_for_them(desk: Desk) -> None:
    vacancies = tuple(replace(one, second_person=True) for one in desk.bench.vacancies)
    room = replace(desk.room, bench=replace(desk.bench, vacancies=vacancies))
    desk.app = build_desk(room)
    number = late(desk)[0]
    first, second = desk.as_("recruiter"), desk.as_("hr")
    form = {"code": "other", "why": "The network was down.", "seen": "0"}
    first.post(f"/m/{number}/admit", data=form)
    assert second.post(f"/m/{number}/admit", data=form).status_code == 409
    assert "Confirm, and let it in" in second.get(f"/m/{number}").text
    assert "Confirm, and let it in" not in first.get(f"/m/{number}").text
    assert first.post(f"/m/{number}/admit", data=form | {"seen": "1"}).status_code == 422
    assert second.post(f"/m/{number}/admit", data=form | {"seen": "1"}).status_code == 303
    assert number not in [row.id for row in desk.messages("tosci") if not row.admitted]


def test_an_objection_leaves_it_out(desk: Desk) -> None:
    vacancies = tuple(replace(one, second_person=True) for one in desk.bench.vacancies)
    desk.app = build_desk(replace(desk.room, bench=replace(desk.bench, vacancies=vacancies)))
    number, client = late(desk)[0], desk.as_("recruiter")
    client.post(f"/m/{number}/admit", data={"code": "other", "why": "why", "seen": "0"})
    desk.as_("hr").post(f"/m/{number}/object", data={"why": "Others were late as well."})
    shown = client.get(f"/m/{number}").text
    assert "Others were late as well." in shown
    assert "Propose to let it in" in shown


@pytest.mark.parametrize("role", ["panel", "auditor"])
def test_those_who_may_not_are_refused(desk: Desk, role: str) -> None:
    number, client = late(desk)[0], desk.as_(role)
    assert client.get("/v/tosci/refused").status_code == 403
    assert client.get(f"/m/{number}").status_code in (403, 404)
    assert client.post(f"/m/{number}/admit", data={}).status_code == 403
    assert client.post(f"/m/{number}/complaint").status_code == 403
    assert client.get("/digest").status_code == 403


def test_the_vacancy_of_others_does_not_exist(desk: Desk) -> None:
    client = desk.as_("recruiter")
    assert client.get("/v/stce/refused").status_code == 404
    other = late(desk, "stce")[0]
    assert client.get(f"/m/{other}").status_code == 404
    assert client.post(f"/m/{other}/admit", data={"code": "other", "why": "x"}).status_code == 404
    assert client.post(f"/m/{other}/complaint").status_code == 404


def test_the_complaint_pack_is_one_click(desk: Desk) -> None:
    number, client = late(desk)[0], desk.as_("recruiter")
    answer = client.post(f"/m/{number}/complaint")
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert f"mails/m{number}.eml" in ZipFile(io.BytesIO(answer.content)).namelist()
    application = desk.applications("tosci")[0].id
    pack = ZipFile(io.BytesIO(client.post(f"/a/{application}/complaint").content))
    assert "case.fr.txt" in pack.namelist()


@pytest.mark.parametrize("subject", ["a", "m"])
def test_a_complaint_pack_tells_hr_alone_of_a_relative(desk: Desk, subject: str) -> None:
    row = next(one for one in desk.applications() if "declared_relative" in one.application.flags)
    staff.change(desk.bench, account("recruiter", vacancies=(row.vacancy,)), who="The test")
    number = row.id if subject == "a" else row.application.messages[0]
    sentence = next(
        finding.evidence
        for mail in desk.messages(row.vacancy)
        if mail.id in row.application.messages and mail.verdict
        for finding in mail.verdict.findings
        if finding.flag == "declared_relative"
    )
    for role, told in (("hr", True), ("recruiter", False)):
        answer = desk.as_(role).post(f"/{subject}/{number}/complaint")
        pack = ZipFile(io.BytesIO(answer.content))
        for name in ("case.en.txt", "case.fr.txt", "case.json"):
            text = pack.read(name).decode()
            assert ("declared_relative" in text) == told, name
            assert (sentence in text.replace('\\"', '"')) == told, name
        assert ("not made for HR" in pack.read("README.en.txt").decode()) == (not told)
        assert ("pas été établi pour les RH" in pack.read("README.fr.txt").decode()) == (not told)


def test_an_original_is_a_download_and_nothing_else(desk: Desk) -> None:
    answer = desk.as_("hr").get(f"/m/{late(desk)[0]}/raw")
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "no-store"


def test_the_digest_is_previewed_in_either_language(desk: Desk) -> None:
    client = desk.as_("recruiter")
    assert "Ouvrir" not in client.get("/digest").text
    french = client.get("/digest?language=fr&date=2026-02-09")
    assert "9 février 2026" in french.text
    mail = client.get("/digest/mail?language=fr&date=2026-02-09")
    assert "sandbox" in mail.headers["content-security-policy"]
    assert "script-src" not in mail.headers["content-security-policy"]
    other = next(one for one in desk.bench.vacancies if one.id == "stce")
    assert other.title not in mail.text
    for day in ("2099-01-01", "tomorrow", "0001-01-01"):
        assert client.get(f"/digest?date={day}").status_code == 404


def test_a_link_in_the_digest_lands_where_it_says_after_signing_in(
    desk: Desk, browse: Browse
) -> None:
    number = late(desk)[0]
    page = browse("", f"/m/{number}")
    page.fill("input[name=email]", "recruiter@example.org")
    page.fill("input[name=password]", PASSWORD)
    page.click("main button")
    page.wait_for_url(f"**/m/{number}")
    assert "When it came" in page.inner_text("main")


def test_text_that_turns_round_reads_straight() -> None:
    assert legible("cv\u202efdp.exe\r\nnext\0", 100) == "cvfdp.exe\nnext"
    assert legible("long", 2) == "lo…"
