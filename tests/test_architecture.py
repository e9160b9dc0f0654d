"""The house keeps its shape: no screen in the simulator, no cycle, no endless file, no error swallowed, no markup from text."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("simulator", "tui")
CEILING = 400
"""Lines; 150 is the habit."""

DOORS = {"simulator/cli/__init__.py", "tui/app.py", "tui/terminal.py"}
"""Where a bug becomes a line for a person, or leaves its thread: nowhere else may everything be caught."""

TEXT_DOOR = "tui/text.py"
"""The one place that may hand a template on; what calls it may give literals only, which its types cannot enforce."""


def sources(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def module_of(path: Path) -> str:
    return name_of(path).removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=name_of(path))


def imported_at_load(path: Path, modules: set[str]) -> set[str]:
    """Our own modules that this one imports when it is loaded: not those inside functions or for types only."""
    found: set[str] = set()
    for node in _run_at_load(parsed(path).body):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            inside = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= inside & modules or {node.module}
    return found & modules - {module_of(path)}


def _run_at_load(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            yield from _run_at_load(node.orelse)
            continue
        yield node
        for part in ("body", "orelse", "finalbody"):
            yield from _run_at_load(getattr(node, part, []))


def test_the_whole_simulator_loads_without_a_screen() -> None:
    load_all = (
        "import importlib, pkgutil, sys, simulator\n"
        "for module in pkgutil.walk_packages(simulator.__path__, 'simulator.'):\n"
        "    if not module.name.endswith('__main__'): importlib.import_module(module.name)\n"
        "print(sorted({name.split('.')[0] for name in sys.modules} & {'tui', 'textual', 'rich'}))\n"
    )
    done = subprocess.run([sys.executable, "-c", load_all], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_command_line_loads_nothing_heavy_before_a_command_is_run() -> None:
    load_door = (
        "import sys\nfrom simulator.cli.commands import build_parser\nbuild_parser()\n"
        "print(sorted({name.split('.')[0] for name in sys.modules} & {'pydantic', 'networkx', 'yaml', 'jinja2', 'numpy'}))\n"
    )
    done = subprocess.run([sys.executable, "-c", load_door], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_no_file_is_longer_than_the_ceiling() -> None:
    lengths = {name_of(path): len(path.read_text("utf-8").splitlines()) for path in sources(*PACKAGES, "tests", "benchmarks")}
    assert {name: lines for name, lines in lengths.items() if lines > CEILING} == {}


def test_no_modules_import_each_other_in_a_circle() -> None:
    files = {module_of(path): path for path in sources(*PACKAGES)}
    graph = {module: imported_at_load(path, set(files)) for module, path in files.items()}
    assert sum(map(len, graph.values())) > len(graph) // 2, "the imports were not found at all"
    TopologicalSorter(graph).prepare()  # raises CycleError, which names the circle


def test_rules_do_not_import_each_other() -> None:
    rules = {module_of(path) for path in sources("simulator/exercise/rules")} - {"simulator.exercise.rules"}
    assert rules
    for path in sources("simulator/exercise/rules"):
        if path.name != "__init__.py":
            assert not imported_at_load(path, rules), name_of(path)


def catches_everything(handler: ast.ExceptHandler) -> bool:
    caught = ast.unparse(handler.type) if handler.type else "Exception"
    raises_again = any(isinstance(node, ast.Raise) and node.exc is None for node in ast.walk(handler))
    return ("Exception" in caught.split(".") or "BaseException" in caught) and not raises_again


def handlers() -> Iterator[tuple[str, ast.ExceptHandler]]:
    for path in sources(*PACKAGES):
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.ExceptHandler):
                yield f"{name_of(path)}:{node.lineno}", node


def test_only_the_doors_catch_everything() -> None:
    found = [place for place, handler in handlers() if catches_everything(handler)]
    assert [place for place in found if place.rpartition(":")[0] not in DOORS] == []
    assert found, "not even the door was found"


def test_no_error_is_swallowed_by_a_bare_pass() -> None:
    assert [place for place, handler in handlers() if all(isinstance(node, ast.Pass) for node in handler.body)] == []


def constants(tree: ast.Module) -> set[str]:
    """Names that the module gives a literal text, once and at its top."""
    given = [
        (node.targets[0] if isinstance(node, ast.Assign) else node.target, node.value)
        for node in tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign)
    ]
    return {
        name.id for name, value in given if isinstance(name, ast.Name) and name.id.isupper() and value and is_ours(value, set())
    }


def is_ours(node: ast.expr, known: set[str]) -> bool:
    """Whether it is text that was written down here."""
    if isinstance(node, ast.IfExp):
        return is_ours(node.body, known) and is_ours(node.orelse, known)
    return (isinstance(node, ast.Constant) and isinstance(node.value, str)) or (isinstance(node, ast.Name) and node.id in known)


def markup_from_text(tree: ast.Module) -> Iterator[int]:
    """Lines where text that is not written there itself is read as markup."""
    known = constants(tree)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = ast.unparse(node.func)
        if called.endswith(("from_markup", "framed")) and node.args and not is_ours(node.args[0], known):
            yield node.lineno
        if any(word.arg == "markup" and ast.unparse(word.value) == "True" for word in node.keywords):
            yield node.lineno


def test_only_literals_of_ours_are_read_as_markup() -> None:
    trees = {name_of(path): parsed(path) for path in sources("tui") if name_of(path) != TEXT_DOOR}
    assert {name: lines for name, tree in trees.items() if (lines := list(markup_from_text(tree)))} == {}


def test_the_search_for_markup_finds_a_planted_one() -> None:
    planted = """
KOP = "[b]$x[/]"
Content.from_markup(f"[b]{naam}[/]")
Static(tekst, markup=True)
framed(tekst)
framed(KOP, x=tekst)
framed(KOP + tekst)
"""
    assert list(markup_from_text(ast.parse(planted))) == [3, 4, 5, 7]


def test_every_module_says_what_it_is() -> None:
    assert [name_of(path) for path in sources(*PACKAGES) if not ast.get_docstring(parsed(path))] == []
