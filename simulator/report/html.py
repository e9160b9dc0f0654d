"""A report as one self-contained HTML page: no script, no address of elsewhere."""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files

from simulator.plain import plain
from simulator.report import gantt
from simulator.report.document import Block, Gantt, Report


def to_html(report: Report) -> str:
    """The whole page. Every text is escaped; the only style that may run is the page's own."""
    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    def shown(value: object) -> object:
        return plain(value) if isinstance(value, str) and not isinstance(value, Markup) else value

    def drawings(block: Gantt) -> tuple[Markup, ...]:
        return tuple(Markup(gantt.svg(block, layout)) for layout in (gantt.WIDE, gantt.NARROW))

    environment = Environment(autoescape=True, undefined=StrictUndefined, finalize=shown, trim_blocks=True, lstrip_blocks=True)
    environment.filters["drawings"] = drawings
    environment.filters["kind"] = _kind
    style = _file("report.css")
    page = environment.from_string(_file("report.html.j2"))
    return page.render(report=report, style=Markup(style), style_hash=_digest(style))


def _kind(block: Block) -> str:
    return type(block).__name__


def _file(name: str) -> str:
    return files("simulator.report").joinpath(name).read_text(encoding="utf-8")


def _digest(style: str) -> str:
    """What the content security policy knows the style by."""
    return base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
