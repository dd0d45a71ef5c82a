"""The cattrs hooks of the library's values, and the pieces that all shapes share."""

from __future__ import annotations

import enum
from typing import Any

from cattrs import Converter

from govbudget.amounts import Amount, parse_amount
from govbudget.exceptions import FigureError, Notice
from govbudget.intervals import Figure
from govbudget.locations import Location
from govbudget.percentages import Percentage, parse_percentage
from govbudget.subjects import SubjectCode
from govbudget.targets import Target, parse_target


def register_hooks(converter: Converter) -> Converter:
    """Teach a cattrs converter of one's own the values of the library: each becomes text and is read back from it.

    Args:
        converter: The converter; it is changed and returned.

    >>> from govbudget import Amount
    >>> converter = register_hooks(Converter())
    >>> converter.unstructure(Amount("4242.00", "万元")), converter.structure("4242.00万元", Amount)
    ('4242.00万元', Amount(coefficient=424200, decimals=2, unit=<Unit.WAN_YUAN: '万元'>))
    """
    converter.register_unstructure_hook(Figure, str)
    converter.register_unstructure_hook(SubjectCode, str)
    converter.register_unstructure_hook(Target, str)
    converter.register_structure_hook(Target, lambda text, _: parse_target(text))
    converter.register_structure_hook(Amount, lambda text, _: _present(parse_amount(text), text))
    converter.register_structure_hook(Percentage, lambda text, _: _present(parse_percentage(text), text))
    converter.register_structure_hook(SubjectCode, lambda text, _: SubjectCode.parse(text))
    return converter


def _present(figure: Any, text: str) -> Any:
    if figure is None:
        raise FigureError(
            text, "nothing is printed", "use a field that may be None", zh="没有印出的数；该字段请允许为 None"
        )
    return figure


plain_converter = register_hooks(Converter())
plain_converter.register_unstructure_hook(enum.Enum, lambda member: member.value)


def location_data(place: Location) -> dict[str, Any]:
    return {"table": place.table, "row": place.row, "column": place.column, "line": place.line}


def notice_data(notice: Notice) -> dict[str, str]:
    return {"zh": notice.zh, "en": notice.en}


plain_converter.register_unstructure_hook(Location, location_data)
plain_converter.register_unstructure_hook(Notice, notice_data)
plain_converter.register_structure_hook(Notice, lambda data, _: Notice(data["zh"], data["en"]))
