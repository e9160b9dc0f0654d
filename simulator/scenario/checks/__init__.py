"""The rules that a scenario and a landscape must keep, and the remarks that do not stop it. A rule a function."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from simulator.scenario.checks import appearance, attention, coverage, decisions, graph, ground, limits, times
from simulator.scenario.checks.parts import Parts, landscape_parts, scenario_parts
from simulator.scenario.mistakes import Mistake
from simulator.scenario.model import Scenario

__all__ = [
    "Parts",
    "landscape_mistakes",
    "landscape_parts",
    "landscape_remarks",
    "scenario_mistakes",
    "scenario_parts",
    "scenario_remarks",
]

Rule = Callable[[Parts], Iterator[Mistake]]

SCENARIO_RULES: tuple[Rule, ...] = (
    times.every_round_ends_after_it_begins,
    times.rounds_follow_one_another,
    times.every_meeting_is_within_its_round,
    times.nothing_begins_after_the_end,
    times.every_kern_inject_has_a_moment,
    decisions.a_default_has_a_deadline,
    decisions.every_decision_is_opened,
    decisions.every_cost_runs_from_low_to_high,
    graph.effects_hang_on_time_and_decisions_only,
    graph.injects_with_effects_hang_on_time_and_decisions_only,
    graph.defaults_that_touch_the_graph_open_by_time_and_decisions_only,
    graph.every_cut_link_exists,
    graph.every_jump_started_group_exists,
)

LANDSCAPE_RULES: tuple[Rule, ...] = (
    ground.no_group_asks_more_than_it_has,
    ground.no_member_stands_twice_in_a_group,
    ground.no_node_needs_itself,
    ground.no_attack_spreads_to_where_it_is,
)

APPEARANCE_REMARKS: tuple[Rule, ...] = (appearance.every_inject_can_appear, appearance.every_decision_can_open)

SCENARIO_REMARKS: tuple[Callable[[Scenario, Parts], Iterator[Mistake]], ...] = (
    attention.no_role_waits_too_long,
    attention.every_meeting_is_undisturbed,
    coverage.every_claimed_question_is_tested,
    coverage.every_tested_question_is_claimed,
    coverage.every_goal_is_practised,
    coverage.every_clock_can_start,
    coverage.every_clock_can_be_met,
    coverage.every_cost_is_used,
    coverage.every_action_is_used,
    coverage.every_effect_has_an_effect,
)

LANDSCAPE_REMARKS: tuple[Rule, ...] = (
    limits.every_process_has_limits,
    limits.every_limit_is_decided,
    limits.every_target_lies_within_the_limit,
    limits.what_can_be_hit_can_be_mended,
)


def scenario_mistakes(parts: Parts) -> list[Mistake]:
    """Every rule of a scenario that is broken."""
    return [mistake for rule in SCENARIO_RULES for mistake in rule(parts)]


def landscape_mistakes(parts: Parts) -> list[Mistake]:
    """Every rule of a landscape that is broken."""
    return [mistake for rule in LANDSCAPE_RULES for mistake in rule(parts)]


def scenario_remarks(scenario: Scenario, parts: Parts) -> list[Mistake]:
    """What deserves a look in a scenario without mistakes."""
    first = [remark for rule in APPEARANCE_REMARKS for remark in rule(parts)]
    return [*first, *(remark for rule in SCENARIO_REMARKS for remark in rule(scenario, parts))]


def landscape_remarks(parts: Parts) -> list[Mistake]:
    """What deserves a look in a landscape without mistakes."""
    return [remark for rule in LANDSCAPE_REMARKS for remark in rule(parts)]
