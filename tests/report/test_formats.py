"""HTML and Markdown: whole, self-contained, and text of strangers stays text."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from simulator.exercise import commands as c
from simulator.report.document import Cover, Points, Report
from simulator.report.html import to_html
from simulator.report.markdown import text, to_markdown
from tests.insight.builders import LANDSCAPE, SCENARIO, setting
from tests.report.builders import STEPS, Page, report

HOSTILE = "<script>alert(1)</script> [klik](http://kwaad.example) ![p](x) `c` |a| **b** <b>x</b> {{ 7*7 }} &lt; www.kwaad.example"


def hostile() -> Report:
    """Hostile text in every place where a stranger writes."""
    nodes: list[dict[str, Any]] = [{**node, "name": f"{node['name']} {HOSTILE}"} for node in LANDSCAPE["nodes"]]
    roles = [{**role, "name": f"{role['name']} {HOSTILE}"} for role in SCENARIO["roles"]]
    injects = [{**inject, "title": f"# {HOSTILE}", "text": HOSTILE} for inject in SCENARIO["injects"]]
    written = {"title": f"# {HOSTILE}", "summary": HOSTILE, "roles": roles, "injects": injects, "questions": [HOSTILE]}
    steps: tuple[tuple[int, c.Command], ...] = (
        *STEPS,
        (50, c.Decide(words=HOSTILE, motivation=HOSTILE, owner="ciso", by="ciso")),
        (51, c.NoteObservation(text=f"1. {HOSTILE}")),
        (52, c.AddAction(text=HOSTILE, owner="ciso")),
        (53, c.ImproviseInject(title=HOSTILE, text=HOSTILE)),
        (54, c.SetNode(node="servers", up=True, reason=HOSTILE)),
    )
    return report(setting(written, {"title": HOSTILE, "nodes": nodes}), steps)


def test_the_page_is_whole_and_has_landmarks_headings_and_table_heads() -> None:
    page = Page(to_html(report()))
    assert page.of("html") == [{"lang": "nl"}]
    assert len(page.of("h1")) == len(page.of("main")) == len(page.of("nav")) == 1
    assert len(page.of("h2")) == len(report().chapters)
    assert {attrs["scope"] for attrs in page.of("th")} == {"col", "row"}
    assert len(page.of("caption")) == len(page.of("table"))
    ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    for attrs in page.of("a"):
        assert attrs["href"].removeprefix("#") in ids


def test_the_drawing_has_a_title_and_words_for_who_cannot_see_it() -> None:
    page = Page(to_html(report()))
    ids = {attrs["id"] for _, attrs in page.tags if "id" in attrs}
    for attrs in page.of("svg"):
        assert attrs["role"] == "img"
        assert set(attrs["aria-labelledby"].split()) <= ids


def test_the_page_asks_nothing_of_elsewhere_and_runs_no_script() -> None:
    html = to_html(report())
    page = Page(html)
    assert not page.of("script")
    assert not re.search(r"""(?:src|href|action)\s*=\s*["'](?!#)""", html)
    assert "url(" not in html.replace("url(#arcering", "")
    assert "@import" not in html
    assert "style=" not in re.sub(r"<meta[^>]*>", "", html)
    policy = next(attrs["content"] for attrs in page.of("meta") if attrs.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'")


def test_the_policy_allows_only_the_pages_own_style() -> None:
    html = to_html(report())
    [style] = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in html.replace("&#43;", "+")


def test_text_of_strangers_is_only_text_in_html() -> None:
    page, ours = Page(to_html(hostile())), Page(to_html(report()))
    assert {tag for tag, _ in page.tags} == {tag for tag, _ in ours.tags}
    assert "<script>alert(1)</script>" in page.text
    assert "{{ 7*7 }}" in page.text
    assert not [attrs for _, attrs in page.tags if any(name.startswith("on") for name in attrs)]


def markdown_tokens(told: str) -> list[Token]:
    """As a reader with tables, strike-through and links out of bare addresses sees it."""
    tokens = MarkdownIt("gfm-like").parse(told)
    return [inner for token in tokens for inner in (token, *(token.children or ()))]


def test_text_of_strangers_makes_no_link_picture_code_or_html_in_markdown() -> None:
    kinds = {token.type for token in markdown_tokens(to_markdown(hostile()))}
    assert kinds == {token.type for token in markdown_tokens(to_markdown(report()))}
    assert not kinds & {"link_open", "image", "code_inline", "html_inline", "html_block", "s_open"}


def test_text_of_strangers_adds_no_heading_and_breaks_no_row() -> None:
    tokens = markdown_tokens(to_markdown(hostile()))
    chapters = [token for token in tokens if token.type == "heading_open" and token.tag == "h2"]
    assert len(chapters) == len(report().chapters)
    rows = [line for line in to_markdown(hostile()).splitlines() if line.startswith("|")]
    cells = sum(token.type in ("th_open", "td_open") for token in tokens)
    assert cells == sum(len(re.findall(r"(?<!\\)\|", row)) - 1 for row in rows if not row.startswith("| ---"))


STEERING = "voor\x1b]52;c;ZXZpbA==\x07\x9b31m\u202ena\x00"


def planted(told: Report, words: str) -> Report:
    """The report with a text in it that no scenario may hold."""
    first, *others = told.chapters
    cover: Cover = replace(told.cover, title=words, facts=((words, words),))
    return replace(told, cover=cover, chapters=(replace(first, title=words, blocks=(Points(items=(words,)),)), *others))


@pytest.mark.parametrize("written", [to_html, to_markdown])
def test_characters_that_steer_a_terminal_never_come_out(written: Any) -> None:
    out = written(planted(report(), STEERING))
    assert "na" in out
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", out)


@given(st.text(max_size=80))
def test_any_text_stays_one_line_of_markdown_without_structure(words: str) -> None:
    line = text(words)
    assert "\n" not in line
    assert not re.search(r"(?<!\\)(?:\\\\)*[<|`\[\]*_]", line)
    assert not re.match(r"[#+=-]|\d+[.)](\s|$)", line)


@settings(deadline=None)  # the first page compiles the template
@given(st.text(max_size=60))
def test_any_title_leaves_the_page_whole(words: str) -> None:
    page = Page(to_html(planted(SMALL, words)))
    assert len(page.of("h1")) == 1


SMALL = report(steps=(), until=60)


def test_the_same_log_gives_the_same_page() -> None:
    assert to_html(report()) == to_html(report())
    assert to_markdown(report()) == to_markdown(report())
