"""Tables as an extractor leaves them → whole tables: cut ones joined, glued ones parted."""
