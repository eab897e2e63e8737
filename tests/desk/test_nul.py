"""PostgreSQL keeps no NUL in a text: who sends one gets an answer all the same."""

from pathlib import Path

from intake.store.engine import Engine
from tests.desk.test_speed import crowded


def test_a_nul_in_what_is_sent_is_nothing(engine: Engine, tmp_path: Path) -> None:
    with crowded(engine, tmp_path, 60) as site:
        for path in (
            "/search?q=%00customs",
            "/v/tosci/queue?q=%00p",
            "/v/tosci/queue?stage=%00",
            "/audit/readings?subject=%00a1",
        ):
            assert site.client.get(path).status_code == 200, path
        one = f"/a/{site.names['application']}"
        same = {"Sec-Fetch-Site": "same-origin"}
        noted = site.client.post(f"{one}/note", data={"text": "Call\0ed her"}, headers=same)
        assert noted.status_code in (200, 303)
        assert "Called her" in site.client.get(one).text
