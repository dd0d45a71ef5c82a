"""Hypothesis profiles of the suite: no deadlines anywhere; the same examples everywhere, others with `--hypothesis-profile=explore`."""

import os

from hypothesis import settings

settings.register_profile("default", derandomize=True, deadline=None)
settings.register_profile("explore", derandomize=False, deadline=None, max_examples=1000)
try:
    settings.register_profile("ci", settings.get_profile("ci"), deadline=None)
except KeyError:  # a hypothesis older than its own "ci" profile
    settings.register_profile("ci", derandomize=True, deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "default")
