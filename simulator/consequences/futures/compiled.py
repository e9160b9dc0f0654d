"""The kernel compiled, when numba is there: the very functions that run without it, given arrays instead of lists."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from hashlib import blake2b
from importlib.util import find_spec
from types import FunctionType, ModuleType
from typing import Any

from simulator.consequences.futures import acts, ahead, chance, heaps, instants, layout, moves, putting_back, recovery, tally
from simulator.consequences.futures.packing import signed

MODULES: tuple[ModuleType, ...] = (layout, ahead, chance, heaps, tally, moves, recovery, acts, putting_back, instants)
ENTRY = instants.play_cells
INSIDE = {"nogil": True, "no_cpython_wrapper": True, "no_cfunc_wrapper": True, "forceinline": True}
"""How all but the entry are compiled: called by the kernel only, and without calls it is half as fast again."""


@cache
def is_compiled() -> bool:
    """Whether numba is there and fits. Without it the same bits come, some hundred times as slow. Imports it: half a second."""
    if find_spec("numba") is None:
        return False
    try:
        import numba
    except ImportError:  # Installed beside a numpy that it cannot work with: as good as not installed.
        return False
    return bool(numba.njit)


@cache
def compiled_kernel(*, looks_ahead: bool = False) -> Callable[..., int]:
    """The compiled entry. The first time ever takes some ten seconds; then it is kept beside the code, or in the user's cache.

    Integers wrap in compiled code, so there a constant of 64 bits gets a sign. `looks_ahead` is for more cells than caches
    hold; with fewer it is slower.
    """
    from numba import int64, njit

    constants = {key: signed(value) for module in MODULES for key, value in vars(module).items() if isinstance(value, int)}
    functions = {key: value for module in MODULES for key, value in vars(module).items() if isinstance(value, FunctionType)}
    constants["LOOKS_AHEAD"] = int(looks_ahead)
    inside: dict[str, Any] = {"__name__": __name__, **constants, "address_of": _address_of(), "fetch": _fetch()}
    for key, function in functions.items():
        if function not in (ENTRY, instants.address_of, ahead.fetch):
            inside[key] = njit(**INSIDE)(FunctionType(function.__code__, inside, key))
    entry = FunctionType(ENTRY.__code__, inside, ENTRY.__name__)
    # What is kept must not outlive a change in any of the functions, and numba looks at the file of the entry only.
    entry.__qualname__ = f"{ENTRY.__name__}_{_digest(functions, constants)}"
    entry.__module__ = ENTRY.__module__
    cells = int64[::1]
    signature = int64(cells, int64, int64, int64, int64, cells, cells, int64, int64)
    try:
        kernel: Callable[..., int] = njit(signature, nogil=True, cache=True)(entry)
    except RuntimeError:  # There is no folder to keep it in.
        kernel = njit(signature, nogil=True)(entry)
    return kernel


def _address_of() -> Any:
    """`address_of`, for compiled code."""
    from numba import types
    from numba.extending import intrinsic

    def address_of(_: object, array: Any) -> tuple[Any, Callable[..., Any]]:
        def code(context: Any, builder: Any, signature: Any, values: Any) -> Any:
            return context.make_array(signature.args[0])(context, builder, values[0]).data

        return types.CPointer(array.dtype)(array), code

    return intrinsic(address_of)


def _fetch() -> Any:
    """`fetch`, for compiled code."""
    from llvmlite import ir
    from numba import types
    from numba.extending import intrinsic

    def fetch(_: object, cells: Any, at: Any) -> tuple[Any, Callable[..., Any]]:
        def code(context: Any, builder: Any, signature: Any, values: Any) -> Any:
            byte, word = ir.IntType(8).as_pointer(), ir.IntType(32)
            place = builder.bitcast(builder.gep(values[0], [values[1]]), byte)
            kind = ir.FunctionType(ir.VoidType(), [byte, word, word, word])
            call = builder.module.declare_intrinsic("llvm.prefetch", [byte], kind)
            builder.call(call, [place, word(1), word(3), word(1)])
            return context.get_dummy_value()

        return types.none(cells, at), code

    return intrinsic(fetch)


def _digest(functions: dict[str, FunctionType], constants: dict[str, int]) -> str:
    text = [repr((INSIDE, sorted(constants.items())))]
    for key in sorted(functions):
        code = functions[key].__code__
        text.append(repr((key, code.co_code, code.co_consts, code.co_names, code.co_varnames)))
    return blake2b("\n".join(text).encode(), digest_size=8).hexdigest()
