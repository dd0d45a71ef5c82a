"""Rows of cells → performance forms and their indicators."""
