"""Text that kept the columns of the page as spaces → rows."""
