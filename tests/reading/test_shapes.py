"""The shapes of published tables: every entry of the data is sound."""

from govbudget.vocabulary import ColumnRole, shapes, vocabulary


def test_every_title_names_a_kind():
    """A title that named none could not tell what a table of the shape is."""
    for shape in shapes().shapes:
        assert all(vocabulary().table_kind(title) for title in shape.titles)
        assert shape.kinds


def test_every_shape_has_labels_or_figures_in_the_order_of_its_columns():
    """Columns of codes stand before those of names, and figures follow labels, or there are no labels at all."""
    for shape in shapes().shapes:
        roles = [column.role for column in shape.columns]
        assert not roles[-1].is_label
        assert roles[0].is_label or not any(role.is_label for role in roles)
        assert all(role in ColumnRole for role in roles)


def test_no_two_shapes_read_alike():
    """The headings run together tell one shape from another."""
    patterns = [tuple(column.own.pattern for column in shape.columns) for shape in shapes().shapes]
    assert len(patterns) == len(set(patterns))
    assert shapes().edition == 2026
