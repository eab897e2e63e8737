"""Single keys as commands: what they do, when they do nothing, and that they can be turned off."""

import pytest
from playwright.sync_api import Page, expect

from intake.desk.guards import POLICY
from intake.jobs.decide import decide
from tests.desk.conftest import Browse, Desk
from tests.desk.looks import violations

QUEUE = "/v/tosci/queue"


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.getAttribute('href') || ''"))


def ticks(page: Page) -> int:
    return page.locator("input[name=chosen]:checked").count()


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_j_and_k_go_through_the_rows_with_a_focus_that_is_seen(browse: Browse, desk: Desk) -> None:
    page, rows = browse("recruiter", QUEUE), desk.applications("tosci")
    press(page, "j")
    assert focused(page) == f"/a/{rows[0].id}"
    press(page, "j", "j", "k")
    assert focused(page) == f"/a/{rows[1].id}"
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    assert page.evaluate("document.activeElement.tagName") == "A"
    with page.expect_navigation():
        press(page, "o")
    assert page.url.endswith(f"/a/{rows[1].id}")
    for key, row in (("j", rows[2]), ("k", rows[1])):
        with page.expect_navigation():
            press(page, key)
        assert page.url.endswith(f"/a/{row.id}")
    with page.expect_navigation():
        press(page, "g", "q")
    assert page.url.endswith(QUEUE)
    with page.expect_navigation():
        press(page, "g", "o")
    expect(page.locator("h1")).to_have_text("Overview")


def test_x_ticks_and_s_moves_what_is_ticked_and_u_takes_it_back(browse: Browse, desk: Desk) -> None:
    page, (first, second, *_) = browse("recruiter", QUEUE), desk.applications("tosci")
    press(page, "s")
    expect(page.locator("#said")).to_contain_text("j or k first")
    press(page, "j", "x", "j", "x", "x", "x")
    assert ticks(page) == 2
    press(page, "s", "s")
    page.locator("#flash", has_text="2 applications moved").wait_for()
    assert focused(page) == f"/a/{second.id}"
    found = {row.id: row.stage for row in desk.applications("tosci")}
    assert (found[first.id], found[second.id]) == ("shortlisted", "shortlisted")
    press(page, "u")
    page.locator("#flash", has_text="Taken back").wait_for()
    assert {row.stage for row in desk.applications("tosci")} == {"new"}


def test_d_asks_why_and_escape_leaves_it(browse: Browse, desk: Desk) -> None:
    page = browse("recruiter", QUEUE)
    press(page, "j", "d")
    assert page.evaluate("document.activeElement.name") == "why"
    press(page, "s", "x", "Enter")  # an s and an x in the reason, and a reason that is there
    page.locator("#flash", has_text="moved to “Declined”").wait_for()
    [row] = [one for one in desk.applications("tosci") if one.stage == "declined"]
    assert row.decisions[-1].why == "sx"
    press(page, "j", "d", "Escape")
    assert ticks(page) == 1
    assert focused(page) != ""
    page.locator("[name=why]").focus()
    press(page, "y", "Enter")
    page.wait_for_timeout(200)
    assert len([one for one in desk.applications("tosci") if one.stage == "declined"]) == 1


@pytest.mark.parametrize("held", ["Control", "Alt", "Meta"])
def test_keys_do_nothing_together_with_others(browse: Browse, held: str) -> None:
    page = browse("recruiter", QUEUE)
    press(page, "j")
    page.evaluate("addEventListener('keydown', event => event.preventDefault())")  # of the browser
    before = focused(page)
    for key in ("j", "x", "s", "o"):
        page.keyboard.press(f"{held}+{key}")
    page.wait_for_timeout(100)
    assert (focused(page), ticks(page), page.url.endswith(QUEUE)) == (before, 0, True)


def test_slash_goes_to_the_search_and_letters_are_letters_there(browse: Browse) -> None:
    page = browse("recruiter", QUEUE)
    press(page, "/")
    page.keyboard.type("jxsd?")
    assert page.locator("input[type=search]").first.input_value() == "jxsd?"
    assert ticks(page) == 0
    press(page, "Escape", "j")
    assert focused(page).startswith("/a/")


@pytest.mark.parametrize(("locale", "title"), [("en", "Keyboard"), ("fr", "Clavier")])
def test_the_help_is_a_dialog_in_both_languages(
    browse: Browse, desk: Desk, locale: str, title: str
) -> None:
    desk.as_("recruiter").post("/language", data={"language": locale, "next": "/"})
    page = browse("recruiter", QUEUE)
    press(page, "?")
    dialog = page.get_by_role("dialog", name=title)
    expect(dialog).to_be_visible()
    for key in ("j", "k", "x", "s", "d", "u", "/", "?", "g"):
        expect(dialog.locator("kbd", has_text=key).first).to_be_visible()
    press(page, "j", "x")
    assert ticks(page) == 0  # the list behind it is out of reach
    press(page, "Escape")
    expect(dialog).to_be_hidden()


def test_an_account_turns_them_off_and_it_is_remembered(browse: Browse, desk: Desk) -> None:
    page = browse("recruiter", QUEUE)
    press(page, "?")
    page.get_by_role("button", name="Turn them off").click()
    page.locator("body:not([data-keys])").wait_for()
    press(page, "j", "?", "s")
    assert focused(page) == ""
    expect(page.get_by_role("dialog")).to_be_hidden()
    elsewhere = browse("recruiter", QUEUE)
    press(elsewhere, "j")
    assert focused(elsewhere) == ""
    page.get_by_role("link", name="Keyboard").click()
    page.get_by_role("dialog").get_by_role("button", name="Turn them on").click()
    page.locator("body[data-keys]").wait_for()
    press(page, "j")
    assert focused(page).startswith("/a/")


def test_without_javascript_the_keys_stand_on_ones_own_page(browse: Browse) -> None:
    page = browse("recruiter", QUEUE, java_script_enabled=False)
    page.get_by_role("link", name="Keyboard").click()
    expect(page.locator("#keys-here kbd").first).to_be_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_what_moving_shows_is_in_nobodys_way(browse: Browse, desk: Desk, theme: str) -> None:
    page, row = browse("recruiter", QUEUE, color_scheme=theme), desk.applications("tosci")[1]
    press(page, "j", "x", "j", "?")
    assert violations(page) == []
    press(page, "Escape", "d")
    assert violations(page) == []
    press(page, "Escape", "s")
    page.locator("#flash form").wait_for()
    assert violations(page) == []
    decide(desk.bench, row.id, "in_review", who="Ada Admin", why="I read it.")
    press(page, "j", "s")
    page.get_by_text("Ada Admin made it").wait_for()
    assert violations(page) == []


def test_the_policy_is_as_strict_as_before(desk: Desk) -> None:
    answer = desk.as_("recruiter").get(QUEUE)
    assert answer.headers["content-security-policy"] == POLICY
    assert "unsafe" not in POLICY


def test_the_next_one_is_that_of_the_list_that_was_chosen(desk: Desk) -> None:
    client, rows = desk.as_("recruiter"), desk.applications("tosci")
    whole = [row.id for row in rows if row.application.complete]
    queue = client.get(f"{QUEUE}?complete=yes").text
    assert f'href="/a/{whole[0]}?complete=yes"' in queue
    page = client.get(f"/a/{whole[1]}?complete=yes").text
    assert f'rel="prev" href="/a/{whole[0]}?complete=yes"' in page
    assert f'rel="next" href="/a/{whole[2]}?complete=yes"' in page
    assert f'href="{QUEUE}?complete=yes" data-queue' in page
    first, last = (client.get(f"/a/{row.id}").text for row in (rows[0], rows[-1]))
    assert ('rel="prev"' in first, 'rel="next"' in first) == (False, True)
    assert ('rel="prev"' in last, 'rel="next"' in last) == (True, False)
    client.post(f"/a/{rows[1].id}/recuse", data={"text": ""})
    assert f'rel="next" href="/a/{rows[2].id}"' in client.get(f"/a/{rows[0].id}").text


def test_what_is_mine_to_work_on_can_be_chosen(desk: Desk) -> None:
    client, (first, second, *_) = desk.as_("recruiter"), desk.applications("tosci")
    for row, to in ((first, "recruiter"), (second, "recruiter"), (second, "hr")):
        client.post(f"/a/{row.id}/assign", data={**desk.seen(row.id), "to": f"{to}@example.org"})
    mine = client.get(f"{QUEUE}?assigned=me").text
    assert mine.count("data-row") == 1
    assert f'href="/a/{first.id}?assigned=me"' in mine
    assert "with Robin hr" in client.get(QUEUE).text
