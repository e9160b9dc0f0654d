"""The dependency map as a tree: what a node needs, and what hangs on it. Opens as far as one looks."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.widgets import Tree
from textual.widgets.tree import TreeNode

from simulator.plain import plain

if TYPE_CHECKING:
    from tui.widgets.overview import Overview

DEEPEST = 12
"""Levels below the node itself; deeper is not shown."""


class DependencyMap(Tree[str]):
    """Two branches: downward to what the node needs, upward to what needs it. A circle is named and not opened again."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select_cursor", "Open of sluit", id="map.open"),
        Binding("space", "toggle_node", "Open of sluit", id="map.toggle", show=False),
        Binding("up", "cursor_up", "Omhoog", id="map.up", show=False),
        Binding("down", "cursor_down", "Omlaag", id="map.down", show=False),
        Binding("right", "open_branch", "Open", id="map.right", show=False),
        Binding("left", "close_branch", "Sluit", id="map.left", show=False),
        Binding("pagedown", "page_down", "Bladzijde omlaag", id="map.page-down", show=False),
        Binding("pageup", "page_up", "Bladzijde omhoog", id="map.page-up", show=False),
    ]

    def __init__(self, overview: Overview, node: str) -> None:
        self._rows = {row.id: row for row in overview.board.rows}
        self._needs = {
            each.id: tuple(dict.fromkeys(of for need in each.needs for of in need.of))
            for each in overview.setting.landscape.nodes
        }
        self._dependents: dict[str, list[str]] = {each: [] for each in self._needs}
        for each, needs in self._needs.items():
            for needed in needs:
                self._dependents[needed].append(each)
        super().__init__(self._label(node), node, id="map")
        self.guide_depth = 3

    def on_mount(self) -> None:
        node = self.root.data or ""
        for words, key, beside in (("heeft nodig", "needs", self._needs), ("hier hangt van af", "dependents", self._dependents)):
            if beside[node]:
                branch = self.root.add(Text(words, style="italic"), data="", expand=True)
                for each in beside[node]:
                    self._grow(branch, each, key)
        self.root.expand()

    @property
    def current(self) -> str:
        """The node under the cursor; empty on a branch."""
        return (self.cursor_node.data or "") if self.cursor_node else ""

    def on_tree_node_expanded(self, event: Tree.NodeExpanded[str]) -> None:
        branch = event.node
        if branch.children or not branch.data or branch is self.root:
            return
        key = self._direction(branch)
        for each in self._beside(key)[branch.data]:
            self._grow(branch, each, key)

    def _grow(self, branch: TreeNode[str], node: str, key: str) -> None:
        above = self._above(branch)
        if node in above:
            branch.add_leaf(self._label(node).append(" ↻ kring", style="italic"), data=node)
        elif len(above) >= DEEPEST or not self._beside(key)[node]:
            branch.add_leaf(self._label(node), data=node)
        else:
            branch.add(self._label(node), data=node)

    def _beside(self, key: str) -> dict[str, tuple[str, ...]] | dict[str, list[str]]:
        return self._needs if key == "needs" else self._dependents

    def _direction(self, branch: TreeNode[str]) -> str:
        while branch.parent is not None and branch.parent is not self.root:
            branch = branch.parent
        return "needs" if str(branch.label) == "heeft nodig" else "dependents"

    @staticmethod
    def _above(branch: TreeNode[str]) -> set[str]:
        found: set[str] = set()
        walk: TreeNode[str] | None = branch
        while walk is not None:
            found.add(walk.data or "")
            walk = walk.parent
        return found - {""}

    def _label(self, node: str) -> Text:
        row = self._rows.get(node)
        return Text(f"{row.sign} {plain(row.name)}" if row else plain(node))

    def action_open_branch(self) -> None:
        """Open the branch under the cursor."""
        if self.cursor_node is not None:
            self.cursor_node.expand()

    def action_close_branch(self) -> None:
        """Close the branch under the cursor, or go up to its parent."""
        node = self.cursor_node
        if node is None:
            return
        if node.is_expanded and node.children:
            node.collapse()
        elif node.parent is not None:
            self.move_cursor(node.parent)
