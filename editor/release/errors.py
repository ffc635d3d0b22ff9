"""What can go wrong with the record, as errors of ours."""

from editor.messages import BayanError


class RecordError(BayanError):
    """An edit that the record cannot take; it is left as it was."""


class DamagedUpdateError(RecordError):
    """Bytes that are no update of a record, or no longer one."""


class MissingUpdatesError(RecordError):
    """An update that builds on others which this record has not seen.

    Bring the record up to date first: `Draft.state_vector` on this side, `Draft.updates_since` on
    the other.
    """
