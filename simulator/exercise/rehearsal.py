"""Play without a screen: a script of commands, or nobody at all. Pure: the same script and seed give the same events."""

from __future__ import annotations

from collections.abc import Iterator

from simulator import MODEL_VERSION, __version__
from simulator.errors import CommandRefused
from simulator.exercise import commands as c
from simulator.exercise.decide import decide
from simulator.exercise.evaluation import commands as ec
from simulator.exercise.evaluation.events import Certainty
from simulator.exercise.events import Attendance, Bob, ExerciseCreated, Stamped
from simulator.exercise.evolve import evolve
from simulator.exercise.setting import Setting
from simulator.exercise.settle import settle
from simulator.exercise.state import State
from simulator.scenario.model import ALL
from simulator.scenario.script import Decide, PictureLine, Script, Step


def created(setting: Setting, exercise: str) -> Stamped:
    """The first event of every exercise."""
    event = ExerciseCreated(
        exercise=exercise,
        scenario=setting.scenario.id,
        landscape=setting.landscape.id,
        seed=setting.seed,
        model=MODEL_VERSION,
        program=__version__,
    )
    return Stamped(minute=0, event=event)


def rehearse(setting: Setting, script: Script) -> tuple[Stamped, ...]:
    """The whole exercise as the script plays it. CommandRefused names the step that could not be done."""
    end = setting.scenario.end if script.end is None else script.end
    return tuple(_played(setting, script.id, sorted(script.steps, key=lambda step: step.at), end))


def forecast(setting: Setting) -> tuple[Stamped, ...]:
    """The scenario as it goes when nobody decides anything, up to the horizon."""
    return tuple(_played(setting, "vooruitblik", [], setting.horizon))


def _played(setting: Setting, name: str, steps: list[Step], end: int) -> Iterator[Stamped]:
    state = State()
    first = created(setting, name)
    yield first
    state = evolve(state, first)
    for stamped in decide(setting, state, c.Start()):
        yield stamped
        state = evolve(state, stamped)
    for step in steps:
        settled = settle(setting, state, step.at)
        yield from settled.stamped
        for stamped in _step(setting, settled.state, step):
            yield stamped
            settled = settled._replace(state=evolve(settled.state, stamped))
        state = settled.state
    settled = settle(setting, state, end)
    yield from settled.stamped
    yield from decide(setting, settled.state, c.End())


def _step(setting: Setting, state: State, step: Step) -> tuple[Stamped, ...]:
    if step.round in state.rounds:
        return ()
    try:
        return decide(setting, state, command_of(state, step))
    except CommandRefused as refused:
        raise CommandRefused(f"Stap op minuut {step.at} kan niet: {refused}") from refused


def command_of(state: State, step: Step) -> c.Command:
    """The command that a step of a script stands for."""
    if step.attend:
        return c.AssignRole(role=step.attend.role, attendance=Attendance(step.attend.attendance))
    if step.decide:
        return _decide(step.decide)
    if step.withdraw:
        record = state.standing(step.withdraw)
        return c.WithdrawDecision(record=record.taken.record if record else step.withdraw, reason="volgens het script")
    if step.improvise:
        to = () if step.improvise.to == ALL else tuple(step.improvise.to)
        return c.ImproviseInject(title=step.improvise.title, text=step.improvise.text, to=to)
    if step.report:
        return c.ReportNode(node=step.report.node, level=step.report.level, role=step.report.by)
    if step.observe:
        return c.NoteObservation(text=step.observe.text, question=step.observe.question or "", role=step.observe.role or "")
    if step.set_node:
        return c.SetNode(node=step.set_node.node, up=step.set_node.up, reason=step.set_node.reason)
    return _evaluation(step) or _simple(step)


def _decide(step: Decide) -> c.Decide:
    return c.Decide(
        decision=step.decision or "",
        option=step.option or "",
        words=step.words or "",
        effect=step.effect,
        target=step.target or "",
        by=step.by,
        motivation=step.motivation or "",
        owner=step.owner or "",
        due=-1 if step.due is None else step.due,
        decided_at=step.decided_at,
        act=step.act or "",
    )


def _evaluation(step: Step) -> c.Command | None:
    """The steps about what the team thinks and says."""
    if step.predict:
        return ec.Predict(nodes=step.predict.nodes, within=step.predict.within, by=step.predict.by or "")
    if step.picture:
        return ec.WritePicture(role=step.picture.role, lines=tuple(_line(line) for line in step.picture.lines))
    if step.estimate:
        named = step.estimate
        return ec.EstimateCost(
            category=named.category, low=named.low, high=named.high, booked=named.booked or "", coverage=named.coverage or ""
        )
    if step.answer:
        return ec.AnswerQuestion(to=step.answer.inject, text=step.answer.text, by=step.answer.by)
    if step.claim:
        return ec.TickClaim(inject=step.claim.inject, claim=step.claim.claim)
    return None


def _line(line: PictureLine) -> ec.PictureLine:
    return ec.PictureLine(text=line.text, certainty=Certainty(line.kind), node=line.node or "", works=line.works)


def _simple(step: Step) -> c.Command:
    """The steps that are one id or word."""
    table: tuple[c.Command | None, ...] = (
        c.DeliverInject(inject=step.deliver) if step.deliver else None,
        c.HoldInject(inject=step.hold) if step.hold else None,
        c.NextRound() if step.round else None,
        c.StartBobStep(step=Bob(step.bob)) if step.bob else None,
        c.StartClock(clock=step.start_clock) if step.start_clock else None,
        c.MeetClock(clock=step.meet_clock) if step.meet_clock else None,
        c.AddCrew(crew=step.add_crew) if step.add_crew else None,
        c.SetPriority(node=step.set_priority) if step.set_priority else None,
        c.MarkActionDone(action=step.action_done) if step.action_done else None,
    )
    return next(command for command in table if command is not None)
