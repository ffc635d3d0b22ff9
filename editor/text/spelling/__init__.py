"""Spelling: dictionaries of this computer, asked in a process of its own.

Nothing here starts by being imported: a `Speller` finds its dictionaries and starts its process
when it is first asked.
"""

from editor.text.spelling.accepted import AcceptedWords, accepted_words
from editor.text.spelling.adding import add_dictionary
from editor.text.spelling.dictionaries import Dictionary, find_dictionaries
from editor.text.spelling.process import Process
from editor.text.spelling.speller import Speller, open_speller

__all__ = [
    "AcceptedWords",
    "Dictionary",
    "Process",
    "Speller",
    "accepted_words",
    "add_dictionary",
    "find_dictionaries",
    "open_speller",
]
