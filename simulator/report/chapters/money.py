"""Chapter: what it costs, in what category, and where that is booked."""

from __future__ import annotations

from simulator.insight import wording as w
from simulator.report.document import Block, Chapter, Prose, Table
from simulator.report.evidence import Evidence


def chapter(evidence: Evidence) -> Chapter:
    costs, harm = evidence.costs, evidence.harm
    horizon = w.span(evidence.setting.horizon)
    blocks: list[Block] = [
        Prose(
            text="Alle bedragen zijn schattingen, van laag tot hoog. Uitval telt mee als wat stilstand en noodprocedures "
            f"kosten. Tot het einde van de oefening komt dat op {w.euros(costs.low, costs.high)}."
        ),
        Prose(
            text=f"Na de oefening loopt de rekening door. Doorgerekend tot {horizon} na het begin, als niemand nog iets "
            f"anders doet: {w.euros(harm.cost_low, harm.cost_high)}."
        ),
    ]
    if costs.rows:
        booked = tuple(
            (row.title, row.category, w.euro(row.low), w.euro(row.high), row.booked or "nog niet bepaald", row.because)
            for row in costs.rows
        )
        low, high = sum(row.low for row in costs.rows), sum(row.high for row in costs.rows)
        head = ("Kosten", "Soort", "Laag", "Hoog", "Waar geboekt", "Volgt uit")
        total = ("Samen", "", w.euro(low), w.euro(high), "", "")
        blocks.append(Table(caption="Geboekte kosten", head=head, rows=booked, numeric=frozenset({2, 3}), total=total))
        parts = tuple((each.category, w.euro(each.low), w.euro(each.high)) for each in costs.categories)
        rows = (*parts, ("Uitval en noodprocedures (model)", w.euro(costs.outage), w.euro(costs.outage)))
        whole = ("Samen", w.euro(costs.low), w.euro(costs.high))
        caption = "Kosten tot het einde van de oefening, per soort"
        blocks.append(Table(caption=caption, head=("Soort", "Laag", "Hoog"), rows=rows, numeric=frozenset({1, 2}), total=whole))
    else:
        blocks.append(Prose(text="Er zijn geen losse kosten geboekt."))
    return Chapter(anchor="kosten", title="Wat het kost", blocks=tuple(blocks))
