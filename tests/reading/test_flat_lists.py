"""The indicators of projects without cell borders: read from widths, rows and gaps, or left aside."""

from hypothesis import given

from flat_lists import TITLE, made_projects, printed, shapes
from govbudget import read_text


def read(text):
    """The form of the projects of a text."""
    tables = read_text(text).tables
    return tables[-1] if tables and tables[-1].title == TITLE else None


def is_part(found, whole):
    """Whether all that was found is there in the same order, with groups that are the same where they are told."""
    rest = iter(whole)
    return all(any(one[1:] == other[1:] and one[0] in ("", other[0]) for other in rest) for one in found)


@given(made_projects(), shapes())
def test_what_is_read_of_a_flattened_form_is_what_was_printed(projects, shape):
    """Every indicator that is read was printed so in its project, of the group that is told; nothing is read twice."""
    table = read(printed(projects, shape))
    assert [one.code[-4:] for one in table.form.projects] == [f"{i:04}" for i in range(len(projects))]
    for made, project in zip(projects, table.form.projects, strict=True):
        found = [
            (*one.levels, one.name, one.target) for one in table.form.indicators if one.project is project
        ]
        assert is_part(found, made.listed()), (found, made.listed())
        assert project.name == made.name or (made.name.startswith(project.name) and len(table.problems) > 1)
