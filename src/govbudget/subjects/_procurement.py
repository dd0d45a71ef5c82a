"""The government procurement catalogue (政府采购品目分类目录): a letter and up to eight digits."""

from __future__ import annotations

import functools
import re

from attrs import frozen

from govbudget.exceptions import FigureError
from govbudget.subjects._loading import data_lines
from govbudget.subjects._names import agreement

_CODE = re.compile(r"([ABC])\s*([0-9]{0,8})\Z")
_WIDE = {0xFF10 + digit: str(digit) for digit in range(10)} | {0xFF21 + i: "ABC"[i] for i in range(3)}


class ProcurementCodeError(FigureError):
    """A text that is not a code of the procurement catalogue."""


def procurement_code(text: str) -> str:
    """Return a code in full length, such as A02010500 for "A020105" or "a 020105".

    Args:
        text: The code as printed: A (货物), B (工程) or C (服务) and an even number of digits, two for every level.

    Raises:
        ProcurementCodeError: It is no such code.
    """
    match = _CODE.match(text.strip().translate(_WIDE).upper()) if isinstance(text, str) else None
    if match is None or len(match[2]) % 2:
        raise ProcurementCodeError(
            text,
            "not a procurement code",
            "give a letter and 2 to 8 digits such as A020105",
            zh="不是政府采购品目编码；请给出字母和 2 至 8 位数字，如 A020105",
        )
    return match[1] + (match[2].ljust(8, "0") if match[2] else "")


@frozen
class ProcurementCategory:
    """A category of the catalogue.

    Args:
        code: The code in full length; the three classes are single letters.
        name: The official name.
    """

    code: str
    name: str

    @property
    def level(self) -> int:
        """How deep it stands: 0 for goods, works and services, 1 to 4 below."""
        return (len(self.code[1:].rstrip("0")) + 1) // 2


@frozen(eq=False)
class ProcurementCatalogue:
    """One edition of the catalogue, indexed by code.

    Args:
        edition: The year of the edition.
        categories: All categories by code.
    """

    edition: int
    categories: dict[str, ProcurementCategory]

    def __len__(self) -> int:
        return len(self.categories)

    def __contains__(self, code: object) -> bool:
        try:
            return procurement_code(str(code)) in self.categories
        except ProcurementCodeError:
            return False

    def get(self, code: str) -> ProcurementCategory | None:
        """Return the category of a code, short or in full length, or None.

        Args:
            code: A code as printed.

        Raises:
            ProcurementCodeError: It is no code.
        """
        return self.categories.get(procurement_code(code))

    def path(self, code: str) -> tuple[str, ...]:
        """Return the names from the class down to a code, as far as they are known.

        Args:
            code: A code as printed.
        """
        full = procurement_code(code)
        steps = [full[0], *(full[:length].ljust(9, "0") for length in (3, 5, 7, 9))]
        return tuple(
            self.categories[step].name
            for step in dict.fromkeys(steps)
            if step in self.categories and step <= full
        )

    def search(self, name: str) -> tuple[ProcurementCategory, ...]:
        """Return the categories of a name, however it is spelt.

        Args:
            name: A name as printed, perhaps truncated.
        """
        rows = ((agreement(name, row.name), row) for row in self.categories.values())
        return tuple(row for found, row in sorted(rows, key=lambda pair: pair[0].value) if found.is_same)


@functools.cache
def procurement_catalogue(edition: int = 2022) -> ProcurementCatalogue:
    """Return an edition of the catalogue; only that of 2022 (in use from about 2023) is known.

    Args:
        edition: The year of the edition.

    Raises:
        FigureError: The edition is not known.

    >>> procurement_catalogue().path("A020105")[:2]
    ('货物', '设备')
    """
    if edition != 2022:
        raise FigureError(
            edition,
            "an edition of the procurement catalogue that is not known",
            "use 2022",
            zh="没有这一版政府采购品目目录；请用 2022",
        )
    rows = (line.split("\t") for line in data_lines("procurement.tsv"))
    return ProcurementCatalogue(edition, {code: ProcurementCategory(code, name) for code, name in rows})
