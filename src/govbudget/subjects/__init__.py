"""National subject codes (政府收支分类科目): codes, charts by year, how well each row is known, and the economic crosswalk."""

from govbudget.subjects._charts import Chart, ChartError, Grade, Subject, UnknownSubjectError, chart_of
from govbudget.subjects._codes import Classification, Level, SubjectCode, SubjectCodeError, classification_of
from govbudget.subjects._crosswalk import Crosswalk, Kind, Pair, Payer, crosswalk, payer_of
from govbudget.subjects._loading import (
    birth_certificate,
    chart,
    history,
    read_chart,
    rows_of,
    search,
    subject,
)
from govbudget.subjects._names import Agreement, agreement, name_key
from govbudget.subjects._procurement import (
    ProcurementCatalogue,
    ProcurementCategory,
    ProcurementCodeError,
    procurement_catalogue,
    procurement_code,
)

__all__ = [
    "Agreement",
    "Chart",
    "ChartError",
    "Classification",
    "Crosswalk",
    "Grade",
    "Kind",
    "Level",
    "Pair",
    "Payer",
    "ProcurementCatalogue",
    "ProcurementCategory",
    "ProcurementCodeError",
    "Subject",
    "SubjectCode",
    "SubjectCodeError",
    "UnknownSubjectError",
    "agreement",
    "birth_certificate",
    "chart",
    "chart_of",
    "classification_of",
    "crosswalk",
    "history",
    "name_key",
    "payer_of",
    "procurement_catalogue",
    "procurement_code",
    "read_chart",
    "rows_of",
    "search",
    "subject",
]
