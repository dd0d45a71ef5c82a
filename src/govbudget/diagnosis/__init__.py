"""Why a relation fails: causes that are proved by the other relations of the document.

A cause is named only if it makes every relation concerned hold and no other cause of its kind does; where several variants
do, only what they have in common is said.

Rows whose figures stand one column off fail by themselves, and make other relations fail: sums down the columns, totals left blank,
economic subjects in the column of others. Such a relation has these rows as its cause if it holds once their figures are put where
they belong, and if nothing that its rule states fails then that did not fail before: the rule states its relations of the repaired table again.
"""

from govbudget.diagnosis._causes import Diagnosis
from govbudget.diagnosis._shifts import Shift, ShiftedRows, gathered, repaired, shift_of, shifts_of

__all__ = ["Diagnosis", "Shift", "ShiftedRows", "gathered", "repaired", "shift_of", "shifts_of"]
