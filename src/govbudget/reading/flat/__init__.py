"""Text that lost its cell borders → rows, with the lost blanks recovered by exact arithmetic."""
