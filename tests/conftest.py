"""Hypothesis profiles of the suite: no deadlines anywhere, and hypothesis's own "ci" profile where CI is set."""

import os

from hypothesis import settings

settings.register_profile("default", deadline=None)
try:
    settings.register_profile("ci", settings.get_profile("ci"), deadline=None)
except KeyError:  # a hypothesis older than its own "ci" profile
    settings.register_profile("ci", derandomize=True, deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "default")
