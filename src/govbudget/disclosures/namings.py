"""Names of economic subjects as texts and tables print them: whether one is known, and the codes that bear it."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from govbudget.subjects import Classification, name_key, rows_of
from govbudget.vocabulary import naming_words

_SHORTEST = 4
"""Of a name that a text cuts short so many characters stand there."""


def naming_key(name: str) -> str:
    """Return the form in which listed names are compared: that of subjects, 其它 as 其他, without a final 支出.

    Args:
        name: A name as printed.

    >>> naming_key("其它工资福利支出"), naming_key("维修（护）费")
    ('其他工资福利', '维修(护)费')
    """
    return naming_words().folded(name_key(name)).removesuffix("支出")


def codes_of(key: str) -> frozenset[str]:
    """Return the departmental codes that bear a name in any edition.

    Args:
        key: What `naming_key` returns.
    """
    return _codes().get(key, frozenset())


@functools.lru_cache(maxsize=8192)
def is_known(key: str) -> bool:
    """Tell whether a name, or the beginning of one, is that of an economic subject in any edition, or otherwise in use.

    Args:
        key: What `naming_key` returns.

    >>> [is_known(key) for key in ("奖金", "机关事业单位基本养老", "资金")]
    [True, True, False]
    """
    return key in _names() or (len(key) >= _SHORTEST and any(one.startswith(key) for one in _names()))


@functools.cache
def _codes() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in rows_of(Classification.DEPARTMENTAL_ECONOMIC):
        for name in (row.name, *row.also):
            found.setdefault(naming_key(name), set()).add(row.code.value)
    return {key: frozenset(codes) for key, codes in found.items()}


@functools.cache
def _names() -> frozenset[str]:
    others = (name for row in rows_of(Classification.GOVERNMENTAL_ECONOMIC) for name in (row.name, *row.also))
    return frozenset((*_codes(), *map(naming_key, others), *map(naming_key, naming_words().usual)))
