"""Every event as one Dutch line."""

from __future__ import annotations

from typing import assert_never

from simulator.consequences.interventions import Kind
from simulator.consequences.trajectory import CauseKind
from simulator.exercise import events as e
from simulator.exercise.setting import Setting, trajectory
from simulator.exercise.state import State
from simulator.insight import wording as w
from simulator.insight.decisions import own_effect
from simulator.insight.wording_causes import change_sentence
from simulator.insight.wording_evaluation import evaluation_line


def event_line(setting: Setting, state: State, event: e.Event) -> str:
    """What happened, in a sentence. `state` names what the event points at: any state from the event on will do."""
    match event:
        case e.ExerciseCreated() | e.RoleAssigned() | e.ExerciseStarted() | e.ExercisePaused() | e.ExerciseResumed():
            return _stage(setting, event)
        case (
            e.TimeJumped() | e.RealityDeclared() | e.RealityCleared() | e.ExerciseEnded() | e.RoundStarted() | e.BobStepStarted()
        ):
            return _course(setting, event)
        case e.InjectOffered() | e.InjectDelivered() | e.InjectHeld() | e.InjectImprovised():
            return _inject(setting, state, event)
        case e.DecisionOpened() | e.DecisionTaken() | e.DecisionDetailed() | e.DecisionDefaulted() | e.DecisionWithdrawn():
            return _decision(setting, state, event)
        case e.EffectScheduled() | e.EffectCancelled() | e.EffectSkipped():
            return _effect(setting, state, event)
        case e.Intervened():
            return intervention_line(setting, state, event)
        case e.NodeReported() | e.NodeChanged():
            return _node(setting, state, event)
        case e.ClockStarted() | e.ClockMet() | e.ClockMissed():
            return _clock(setting, state, event)
        case e.CostBooked() | e.ActionAssigned() | e.ActionDone() | e.ObservationNoted() | e.WordsEntered():
            return _paper(setting, state, event)
        case _:
            return evaluation_line(setting, state, event)


def _stage(
    setting: Setting,
    event: e.ExerciseCreated | e.RoleAssigned | e.ExerciseStarted | e.ExercisePaused | e.ExerciseResumed,
) -> str:
    match event:
        case e.ExerciseCreated():
            return f"De oefening {w.quoted(setting.scenario.title)} is klaargezet."
        case e.RoleAssigned():
            return f"Rol {w.role_name(setting, event.role)}: {w.ATTENDANCE[event.attendance]}."
        case e.ExerciseStarted():
            return "De oefening is begonnen."
        case e.ExercisePaused():
            return "De tijd is stilgezet."
        case e.ExerciseResumed():
            return f"De tijd loopt: {event.factor} min oefentijd per echte minuut."
        case _:
            assert_never(event)


def _course(
    setting: Setting,
    event: e.TimeJumped | e.RealityDeclared | e.RealityCleared | e.ExerciseEnded | e.RoundStarted | e.BobStepStarted,
) -> str:
    match event:
        case e.TimeJumped():
            return f"Sprong in de tijd van {w.moment(setting, event.start)} naar {w.moment(setting, event.to)}."
        case e.RealityDeclared():
            return "OEFENING GESTOPT - DIT IS ECHT."
        case e.RealityCleared():
            return "De echte melding is voorbij; de oefening kan verder."
        case e.ExerciseEnded():
            return "De oefening is afgelopen."
        case e.RoundStarted():
            title = setting.rounds[event.round].title if event.round in setting.rounds else event.round
            return f"Ronde {w.quoted(title)} begint."
        case e.BobStepStarted():
            return f"Het team begint aan de stap {event.step}."
        case _:
            assert_never(event)


def _inject(
    setting: Setting, state: State, event: e.InjectOffered | e.InjectDelivered | e.InjectHeld | e.InjectImprovised
) -> str:
    title = w.quoted(w.inject_title(setting, state, event.inject))
    match event:
        case e.InjectOffered():
            return f"Bericht {title} kan nu gegeven worden."
        case e.InjectDelivered():
            inject = setting.injects.get(event.inject)
            to = f" aan {w.listed(w.role_names(setting, inject.to))}" if inject else ""
            by = f" ({w.CHANNELS[inject.channel]}, van {w.role_name(setting, inject.from_)})" if inject else ""
            return f"Bericht {title}{to}{by}."
        case e.InjectHeld():
            return f"Bericht {title} is vastgehouden."
        case e.InjectImprovised():
            return f"Geïmproviseerd bericht {w.quoted(event.title)} aan {w.listed(w.role_names(setting, event.to))}."
        case _:
            assert_never(event)


def _decision(
    setting: Setting,
    state: State,
    event: e.DecisionOpened | e.DecisionTaken | e.DecisionDetailed | e.DecisionDefaulted | e.DecisionWithdrawn,
) -> str:
    match event:
        case e.DecisionOpened():
            until = f"; besluit nodig voor {w.moment(setting, event.deadline)}" if event.deadline >= 0 else ""
            return f"Op tafel: {w.quoted(w.decision_title(setting, event.decision))}{until}."
        case e.DecisionTaken():
            return _taken(setting, event)
        case e.DecisionDetailed():
            return f"Aangevuld: {_record_title(setting, state, event.record)}."
        case e.DecisionDefaulted():
            option = setting.option(event.decision, event.option)
            what = f" Daardoor geldt: {w.quoted(option.text)}." if option else ""
            return f"Niemand besloot op tijd over {w.quoted(w.decision_title(setting, event.decision))}.{what}"
        case e.DecisionWithdrawn():
            why = f", omdat: {event.reason.rstrip('.')}" if event.reason else ""
            return f"Ingetrokken: {_record_title(setting, state, event.record)}{why}."
        case _:
            assert_never(event)


def _taken(setting: Setting, event: e.DecisionTaken) -> str:
    option = setting.option(event.decision, event.option)
    what = w.quoted(option.text if option else event.words or event.option)
    by = w.role_name(setting, event.by) if event.by else "nog aan te vullen wie"
    effect = own_effect(setting, event)
    about = f" over {w.quoted(w.decision_title(setting, event.decision))}" if event.decision else ""
    own = " in eigen woorden" if not option else ""
    return f"Besluit{about}{own}: {what} ({by}){f', gevolg: {effect}' if effect else ''}."


def _record_title(setting: Setting, state: State, record: str) -> str:
    taken = state.records[record].taken if record in state.records else None
    if taken is None:
        return f"besluit {record}"
    return f"besluit over {w.quoted(w.decision_title(setting, taken.decision))}" if taken.decision else "eigen besluit"


def _effect(setting: Setting, state: State, event: e.EffectScheduled | e.EffectCancelled | e.EffectSkipped) -> str:
    if isinstance(event, e.EffectScheduled):
        return f"Een gevolg van {w.source(setting, state, event.cause)} komt om {w.moment(setting, event.due)}."
    of = w.source(setting, state, event.effect.rpartition("/")[0])
    match event:
        case e.EffectCancelled():
            return f"Een gepland gevolg gaat niet door ({of})."
        case e.EffectSkipped():
            return f"Een gevolg bleef uit, want de voorwaarde gold niet ({of})."
        case _:
            assert_never(event)


def intervention_line(setting: Setting, state: State, event: e.Intervened) -> str:
    """What was done to the graph."""
    node, other = w.quoted(w.node_name(setting, event.node)), w.quoted(w.node_name(setting, event.other))
    why = f" Reden: {event.reason.rstrip('.')}." if event.reason else ""
    lines = {
        Kind.HIT: f"De aanval raakt {node}.",
        Kind.ISOLATE: f"{node} wordt losgekoppeld.",
        Kind.RECONNECT: f"{node} wordt weer aangesloten.",
        Kind.CUT: f"De verbinding van {node} met {other} wordt verbroken.",
        Kind.RESTORE: f"De verbinding van {node} met {other} wordt hersteld.",
        Kind.START_FALLBACK: f"De noodprocedure van {node} wordt opgezet.",
        Kind.STOP_FALLBACK: f"De noodprocedure van {node} wordt gestopt.",
        Kind.ADD_CREW: f"Er komen mensen bij in herstelploeg {w.quoted(w.crew_name(setting, event.other))}: {event.amount}.",
        Kind.SET_PRIORITY: f"{node} krijgt {'voorrang' if event.amount > 0 else 'geen voorrang'} bij herstel.",
        Kind.CLEAR: f"{node} is onderzocht{_cleared(setting, state, event)}.",
        Kind.JUMP_START: f"Noodstart van {node}, voor {w.span(event.amount)}.",
        Kind.SET: f"De oefenleider zet {node} met de hand {'aan' if event.amount else 'uit'}.",
    }
    return f"{lines[Kind(event.kind)]}{why}"


def _cleared(setting: Setting, state: State, event: e.Intervened) -> str:
    """Clearing what was not hit, or was repaired, changes nothing."""
    done = state.done.get(event.id)
    if done is None or event.node not in setting.nodes:
        return " en vrijgegeven voor herstel"
    hit = trajectory(setting, state.interventions).is_hit_at(event.node, done.intervention.minute)
    return " en vrijgegeven voor herstel" if hit else "; er was niets om vrij te geven"


def _node(setting: Setting, state: State, event: e.NodeReported | e.NodeChanged) -> str:
    match event:
        case e.NodeReported():
            name = w.quoted(w.node_name(setting, event.node))
            return f"Bekend geworden: {name} {w.level(event.level)} ({w.source(setting, state, event.source)})."
        case e.NodeChanged():
            kind = CauseKind(event.cause)
            because, done = event.because, event.intervention
            return change_sentence(setting, state, event.node, event.served, kind, because, done, event.group)
        case _:
            assert_never(event)


def _clock(setting: Setting, state: State, event: e.ClockStarted | e.ClockMet | e.ClockMissed) -> str:
    clock = setting.clocks.get(event.clock)
    title = w.quoted(clock.title if clock else event.clock)
    match event:
        case e.ClockStarted():
            return f"De klok {title} gaat lopen; uiterlijk {w.moment(setting, event.due)}."
        case e.ClockMet():
            running = state.clocks.get(event.clock)
            late = running is not None and event.at > running.due
            return f"De klok {title} is {'te laat ' if late else ''}gestopt om {w.moment(setting, event.at)}."
        case e.ClockMissed():
            return f"De termijn van de klok {title} is verstreken."
        case _:
            assert_never(event)


def _paper(
    setting: Setting,
    state: State,
    event: e.CostBooked | e.ActionAssigned | e.ActionDone | e.ObservationNoted | e.WordsEntered,
) -> str:
    match event:
        case e.CostBooked():
            cost = setting.costs.get(event.cost)
            return f"Kosten: {cost.title}, {w.euros(cost.low, cost.high)}." if cost else f"Kosten: {event.cost}."
        case e.ActionAssigned():
            until = f", uiterlijk {w.moment(setting, event.due)}" if event.due >= 0 else ""
            return f"Actie voor {w.role_name(setting, event.owner)}{until}: {event.text}"
        case e.ActionDone():
            return f"Actie gedaan: {state.actions[event.action].assigned.text if event.action in state.actions else event.action}"
        case e.ObservationNoted():
            about = ", ".join(filter(None, (event.question, w.role_name(setting, event.role) if event.role else "")))
            if event.confidential:
                return f"Vertrouwelijke waarneming{f' ({about})' if about else ''}; de tekst staat alleen in het oefenbestand."
            return f"Waarneming{f' ({about})' if about else ''}: {event.text}"
        case e.WordsEntered():
            about = f" over {w.quoted(w.decision_title(setting, event.decision))}" if event.decision else ""
            return f"{w.role_name(setting, event.role)} schreef{about}: {event.text}"
        case _:
            assert_never(event)
