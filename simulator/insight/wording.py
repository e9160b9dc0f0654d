"""The one place for Dutch words: times, durations, money, levels, and the closed sets of the model.

Plain text only: whoever shows it makes it safe for its own medium.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from simulator.exercise.events import Attendance, Bob
from simulator.exercise.setting import Setting
from simulator.exercise.state import Phase, State
from simulator.scenario.landscape import Basis, Limit, NodeKind
from simulator.scenario.model import ALL, Channel, DecisionKind, InjectKind, Regime

DAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
WHOLE_DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MINUTES_A_DAY = 24 * 60
HOURS_IN_WORDS = 96
"""Up to here a duration is told in hours, as legal terms are (72 u); from here in days."""


def moment(setting: Setting, minute: int) -> str:
    """Exercise time as the story's clock shows it: 'ma 09:40', from the second day on 'di 08:15 (dag 2)'."""
    day, rest = divmod(setting.scenario.start + minute, MINUTES_A_DAY)
    name = DAYS[(WHOLE_DAYS.index(setting.scenario.day) + day) % 7]
    later = f" (dag {day + 1})" if day else ""
    return f"{name} {rest // 60:02d}:{rest % 60:02d}{later}"


def span(minutes: int) -> str:
    """A duration, whatever its sign: '40 min', '3 u 20 min', '5 dagen 3 u' (minutes are dropped from days on)."""
    minutes = abs(minutes)
    hours, rest = divmod(minutes, 60)
    if hours >= HOURS_IN_WORDS:
        days, hours = divmod(hours, 24)
        return f"{days} dagen" + (f" {hours} u" if hours else "")
    if not hours:
        return f"{rest} min"
    return f"{hours} u" + (f" {rest} min" if rest else "")


def left(minutes: int) -> str:
    """Time to a term: 'nog 40 min', 'nu', or '40 min over tijd'."""
    if minutes > 0:
        return f"nog {span(minutes)}"
    return f"{span(minutes)} over tijd" if minutes else "nu"


def number(amount: int) -> str:
    """Thousands apart by a dot, as Dutch has it: 1.250.000."""
    return f"{amount:,}".replace(",", ".")


def euro(amount: int) -> str:
    """'€ 120.000', with a space that does not break."""
    return f"€\u00a0{number(amount)}"


def about(amount: int) -> str:
    """A number as one remembers it: '2,7 miljoen', '62.000', '840'."""
    if amount >= 999_500:
        tenths = (amount + 50_000) // 100_000
        whole, rest = divmod(tenths, 10)
        return f"{number(whole)},{rest} miljoen" if rest else f"{number(whole)} miljoen"
    if amount >= 10_000:
        return number((amount + 500) // 1000 * 1000)
    return number(amount)


def euros(low: int, high: int) -> str:
    """A range: '€ 80.000 tot € 120.000', or one amount when both are the same."""
    return euro(low) if low == high else f"{euro(low)} tot {euro(high)}"


def about_euros(low: int, high: int) -> str:
    """A range as one remembers it: '€ 2,7 miljoen tot € 3 miljoen'."""
    least, most = about(low), about(high)
    return f"€\u00a0{least}" if least == most else f"€\u00a0{least} tot €\u00a0{most}"


def count(amount: int, one: str, more: str) -> str:
    """'1 bericht', '2 berichten', 'geen berichten'."""
    if amount == 0:
        return f"geen {more}"
    return f"{amount} {one if amount == 1 else more}"


def sign(served: int) -> str:
    """● works, ◐ works partly, ○ is down."""
    if served >= 100:
        return "●"
    return "◐" if served > 0 else "○"


def level(served: int) -> str:
    """'werkt', 'werkt deels (60%)' or 'ligt plat'."""
    if served >= 100:
        return "werkt"
    return f"werkt deels ({served}%)" if served > 0 else "ligt plat"


def quoted(text: str) -> str:
    """A name within a sentence."""
    return f"‘{text}’"


def listed(words: tuple[str, ...], joint: str = "en") -> str:
    """'a, b en c'."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {joint} {words[-1]}"


def some(words: tuple[str, ...], most: int) -> str:
    """The first few, and how many more: 'a, b, c en 4 andere'."""
    if len(words) <= most:
        return listed(words)
    return f"{', '.join(words[:most])} en {len(words) - most} andere"


def sentence(text: str) -> str:
    """With a capital in front and a full stop behind."""
    text = text.strip()
    stop = "" if text.endswith((".", "!", "?")) else "."
    return f"{text[:1].upper()}{text[1:]}{stop}"


def node_name(setting: Setting, node: str) -> str:
    """The node's own name; its id when the landscape does not know it."""
    return setting.nodes[node].name if node in setting.nodes else node


def crew_name(setting: Setting, crew: str) -> str:
    return setting.crews[crew].name if crew in setting.crews else crew


def role_name(setting: Setting, role: str) -> str:
    """The role's name, never a person's; what was written when it is no role of the scenario."""
    if role == ALL:
        return "iedereen"
    return setting.roles[role].name if role in setting.roles else role


def role_names(setting: Setting, roles: tuple[str, ...] | str) -> tuple[str, ...]:
    """Names of the receivers of an inject."""
    if isinstance(roles, str):
        roles = tuple(part.strip() for part in roles.split(",") if part.strip())
    return tuple(role_name(setting, role) for role in roles)


def decision_title(setting: Setting, decision: str) -> str:
    """The dilemma's title; 'eigen besluit' for one that no dilemma asked for."""
    if not decision:
        return "eigen besluit"
    return setting.decisions[decision].title if decision in setting.decisions else decision


def inject_title(setting: Setting, state: State, inject: str) -> str:
    """The title of an inject of the scenario, or of an improvised one."""
    if inject in setting.injects:
        return setting.injects[inject].title
    return state.improvised[inject].inject.title if inject in state.improvised else inject


def source(setting: Setting, state: State, told_by: str) -> str:
    """Where something came from: `inject:<id>`, `role:<id>`, `record:<id>`, `default:<id>` or `hand`, in words."""
    kind, _, name = told_by.partition(":")
    match kind:
        case "inject":
            return f"bericht {quoted(inject_title(setting, state, name))}"
        case "role":
            return f"melding van {role_name(setting, name)}"
        case "record":
            taken = state.records[name].taken if name in state.records else None
            return f"besluit {quoted(decision_title(setting, taken.decision))}" if taken and taken.decision else "eigen besluit"
        case "terug":
            return f"teruggedraaid: {source(setting, state, name)}"
        case "default":
            return f"niemand besloot over {quoted(decision_title(setting, name))}"
        case _:
            return "de oefenleider"


def basis_words(basis: Basis) -> str:
    """Who set a limit."""
    match basis:
        case Basis.BESLUIT:
            return "vastgesteld door de gemeente"
        case Basis.INSCHATTING:
            return "inschatting"
        case Basis.VOORBEELD:
            return "voorbeeldwaarde, niet door uw gemeente vastgesteld"
        case _:
            assert_never(basis)


def limit_words(limit: Limit) -> str:
    """'8 u (voorbeeldwaarde, niet door uw gemeente vastgesteld)'."""
    return f"{span(limit.time)} ({basis_words(limit.basis)})"


def legal_basis(basis: str, verified: bool) -> str:
    """A legal basis that no lawyer checked says so."""
    return basis if verified or "te verifiëren" in basis else f"{basis} (te verifiëren)"


KINDS: Mapping[NodeKind, str] = {
    NodeKind.UTILITY: "nutsvoorziening",
    NodeKind.SUPPLIER: "leverancier",
    NodeKind.ICT: "ICT",
    NodeKind.PROCESS: "proces",
    NodeKind.EFFECT: "gevolg in de samenleving",
}
CHANNELS: Mapping[Channel, str] = {
    Channel.TELEFOON: "telefoon",
    Channel.MAIL: "mail",
    Channel.MONDELING: "mondeling",
    Channel.SMS: "sms",
    Channel.MEDIA: "media",
    Channel.SOCIAAL: "sociale media",
    Channel.BRIEF: "brief",
    Channel.SYSTEEM: "systeemmelding",
}
PHASES: Mapping[Phase, str] = {
    Phase.CREATED: "nog niet begonnen",
    Phase.RUNNING: "de tijd loopt",
    Phase.PAUSED: "de tijd staat stil",
    Phase.REALITY: "gestopt: dit is echt",
    Phase.ENDED: "afgelopen",
}
STEPS: Mapping[Bob, str] = {
    Bob.BEELDVORMING: "beeldvorming: wat weten we?",
    Bob.OORDEELSVORMING: "oordeelsvorming: wat betekent het?",
    Bob.BESLUITVORMING: "besluitvorming: wat gaan we doen?",
}
DECISION_KINDS: Mapping[DecisionKind, str] = {
    DecisionKind.BESLUIT: "besluit",
    DecisionKind.ADVIES: "advies",
    DecisionKind.MELDING: "melding",
    DecisionKind.UITVOERING: "uitvoering",
}
INJECT_KINDS: Mapping[InjectKind, str] = {InjectKind.KERN: "kern", InjectKind.RESERVE: "reserve"}
ATTENDANCE: Mapping[Attendance, str] = {
    Attendance.AANWEZIG: "aanwezig",
    Attendance.AFWEZIG: "afwezig",
    Attendance.VERVANGER: "door een vervanger",
    Attendance.TELEFOON: "per telefoon",
    Attendance.TEGENSPEL: "gespeeld door het tegenspel",
}
REGIMES: Mapping[Regime, str] = {
    Regime.WBNI: "Wbni (voor de Cyberbeveiligingswet)",
    Regime.CBW: "Cyberbeveiligingswet",
}
OWN_EFFECTS: Mapping[str, str] = {
    "isolate": "loskoppelen",
    "fallback": "noodprocedure starten",
    "crew": "extra mensen",
    "priority": "voorrang bij herstel",
    "none": "",
    "": "",
}
