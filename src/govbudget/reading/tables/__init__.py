"""Rows of cells → a table with a tree of columns and a tree of rows."""
