"""Profiles: how much a house or a person asks of a release.

Every release is checked by the rules of the default profile, which report what is wrong. The
others add to it, one by one or together: ``strict`` what a careful desk looks at before a release
goes out, ``suggestions`` what could be said better.
"""

from enum import StrEnum


class Profile(StrEnum):
    """A set of rules that is on or off as a whole; each rule belongs to one."""

    DEFAULT = "default"
    STRICT = "strict"
    SUGGESTIONS = "suggestions"
