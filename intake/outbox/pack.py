"""The texts in the ZIPs that people take away, in English and French."""

from datetime import UTC, datetime, timedelta, tzinfo
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from intake.outbox.compose import tidy
from intake.outbox.words import harmless

LONG = 2000
"""Characters of a foreign line that are shown."""


def tell(name: str, language: str, zone: tzinfo, case: object) -> str:
    """One text of the pack.

    Args:
        name: `readme` or `case` of a complaint, `papers` of an export.
        language: `en` or `fr`.
        case: what the job has gathered.
    """

    def moment(at: datetime | None) -> str:
        if at is None:
            return "-"
        return f"{at.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC ({_local(at, zone)})"

    template = _templates().get_template(f"{name}.{language}.txt")
    return tidy(template.render(case=case, moment=moment))


def _local(at: datetime, zone: tzinfo) -> str:
    local = at.astimezone(zone)
    offset = local.strftime("%z")
    return f"{local:%Y-%m-%d %H:%M:%S} {offset[:3]}:{offset[3:]}"


def _line(text: object) -> str:
    """Foreign text on one line, so that it cannot pass for a line of ours."""
    return harmless(str(text or ""), LONG)


def _span(span: timedelta) -> str:
    """Days and h:mm:ss, without a sign."""
    return str(abs(span)).partition(".")[0]


@cache
def _templates() -> Environment:
    environment = Environment(  # noqa: S701 - plain text, not HTML
        loader=PackageLoader("intake.outbox", "templates/pack"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(line=_line, span=_span)
    return environment
