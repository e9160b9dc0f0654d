"""The keys of the console, the most used first; the key bar shows as many as fit, in this order."""

from __future__ import annotations

from textual.binding import Binding

PANES = (
    ("draaiboek", "1", "Draaiboek"),
    ("board", "2", "Onderdelen"),
    ("decisions", "3", "Besluiten"),
    ("clocks", "4", "Klokken"),
    ("log", "5", "Log"),
)
"""Name, key and title of each part of the console."""

MAIN = (
    Binding("space", "ask('time')", "Start/pauze", id="console.time"),
    Binding("d", "ask('deliver')", "Geef bericht", id="console.deliver"),
    Binding("h", "ask('hold')", "Houd vast", id="console.hold"),
    Binding("enter", "choose", "Open", id="console.choose"),
    Binding("w", "open('own-words')", "Eigen woorden", id="console.own-words"),
    Binding("y", "open('why')", "Waarom?", id="console.why"),
    Binding("t", "open('what-if')", "Wat als?", id="console.what-if"),
    Binding("k", "open('report')", "Maak bekend", id="console.report"),
    Binding("o", "open('observation')", "Waarneming", id="console.observation"),
    Binding("e", "open('details')", "Vul aan", id="console.details"),
    Binding("c", "open('clock')", "Klok", id="console.clock"),
    Binding("r", "open('round')", "Ronde", id="console.round"),
    Binding("b", "open('bob')", "BOB", id="console.bob"),
    Binding("j", "open('jump')", "Spring", id="console.jump"),
    Binding("i", "open('improvise')", "Improviseer", id="console.improvise"),
    Binding("m", "open('map')", "Kaart", id="console.map"),
    Binding("u", "open('withdraw')", "Trek in", id="console.withdraw"),
    Binding("s", "open('set-node')", "Zet zelf", id="console.set-node"),
    Binding("p", "open('priority')", "Voorrang", id="console.priority"),
    Binding("v", "open('crew')", "Versterking", id="console.crew"),
    Binding("a", "open('actions')", "Acties", id="console.actions"),
    Binding("g", "open('prediction')", "Voorspelling", id="console.prediction"),
    Binding("f", "open('picture')", "Beeld", id="console.picture"),
    Binding("l", "open('estimate')", "Raming", id="console.estimate"),
    Binding("x", "open('answer')", "Antwoord raad", id="console.answer"),
    Binding("plus,equals_sign", "ask('faster')", "Sneller", id="console.faster"),
    Binding("minus", "ask('slower')", "Trager", id="console.slower"),
    Binding("f8", "open('end')", "Beëindig", id="console.end"),
    Binding("n", "debrief", "Nabespreking", id="console.debrief"),
    Binding("q", "app.leave", "Sluit", id="console.leave"),
)
"""What the key bar shows."""

STOP = Binding("f10,ctrl+x", "stop", "Dit is echt!", id="console.stop", priority=True)
"""Stops the exercise everywhere, from any dialog and any field."""

EXPLAIN = Binding("f1", "app.explain", "Uitleg", id="console.explain")

PANE_KEYS = tuple(
    Binding(key, f"show('{pane}')", f"Naar {title.lower()}", id=f"console.pane-{pane}", show=False) for pane, key, title in PANES
)

BINDINGS = (*MAIN, STOP, EXPLAIN, *PANE_KEYS)
