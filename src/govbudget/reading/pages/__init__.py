"""Lines, blocks and what the lines around a table say: the ground every reader stands on."""
