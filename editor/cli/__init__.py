"""The command line: show, check, fix, import, export and house. Scripts rely on its words.

Exit codes: 0; 1 when `check` reports an error or `house check` a fault; 2 for bad input or usage,
with one clear sentence on stderr. What is imported here is imported when it is needed, so that
each command starts fast.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import NoReturn

from editor.messages import BayanError, say
from editor.release.languages import LANGUAGES

COMMANDS = {
    "show": ("outlines", "show"),
    "check": ("reports", "check_release"),
    "fix": ("documents", "fix"),
    "import": ("documents", "import_text"),
    "export": ("exporting", "run"),
    "house": ("houses", "run"),
    "dictionary": ("dictionaries", "run"),
}
"""The module and the function of each command."""
FORMATS = ("pdf", "docx", "html", "txt", "md", "shaped")
PROFILES = ("default", "strict", "suggestions")


class UsageError(BayanError):
    """The command line could not be understood."""


class Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one sentence instead of printing its usage."""

    def error(self, message: str) -> NoReturn:
        """Report a fault in the arguments."""
        raise UsageError("cli.usage", detail=message, command=self.prog)


def run(arguments: Sequence[str], language: str) -> int:
    """Run one command and return its exit code.

    Args:
        arguments: What stands after the program's name, the command first.
        language: The language of the interface, for everything that is said to a person.
    """
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)  # a test's stream may have none
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        options = _parser(language).parse_args(arguments)
        return _dispatch(options, language)
    except BayanError as error:
        print(error.sentence(language), file=sys.stderr)
        return 2
    except BrokenPipeError:
        # The reader of a pipe has seen enough; nothing is wrong, and nothing more can be said.
        sys.stderr.close()
        return 0


def _dispatch(options: argparse.Namespace, language: str) -> int:
    module, function = COMMANDS[options.command]
    # Each command starts fast: what the others need is not imported.
    code: int = getattr(import_module(f"editor.cli.{module}"), function)(options, language)
    return code


def _parser(language: str) -> Parser:
    def words(name: str) -> str:
        return say(f"cli.help.{name}", language)

    parser = Parser(prog="main.py", description=words("program"))
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, *, several: bool = False) -> Parser:
        sub: Parser = commands.add_parser(name, help=words(name), description=words(name))
        if several:
            sub.add_argument("files", type=Path, nargs="+", metavar="FILE", help=words("files"))
        else:
            sub.add_argument("file", type=Path, metavar="FILE", help=words("file"))
        sub.add_argument("--house", default="oic", metavar="NAME", help=words("house"))
        return sub

    def output(sub: Parser, *names: str, **settings: object) -> None:
        sub.add_argument(*names, dest="out", type=Path, **settings)  # type: ignore[arg-type]
        sub.add_argument("--force", action="store_true", help=words("force"))

    command("show").add_argument("--json", action="store_true", help=words("json"))
    check = command("check")
    check.add_argument("--json", action="store_true", help=words("json"))
    check.add_argument(
        "--profile", action="append", choices=PROFILES, help=words("profile"), dest="profiles"
    )
    output(command("fix"), "-o", "--output", required=True, metavar="OUT", help=words("output"))
    output(command("import"), "-o", "--output", required=True, metavar="OUT", help=words("output"))
    export = command("export", several=True)
    export.add_argument(
        "--to", action="append", required=True, choices=FORMATS, help=words("to"), dest="formats"
    )
    export.add_argument("--lang", action="append", choices=sorted(LANGUAGES), help=words("lang"))
    output(export, "--out", default=None, metavar="DIR", help=words("folder"))
    export.add_argument("--width", type=_columns, metavar="COLUMNS", help=words("width"))
    export.add_argument("--despite", metavar="REASON", help=words("despite"))
    _add_house(commands, words)
    _add_dictionary(commands, words)
    return parser


def _columns(value: str) -> int:
    """The width of a line of text."""
    if not value.isascii() or not value.isdigit() or not 20 <= int(value) <= 1000:
        raise argparse.ArgumentTypeError(value)
    return int(value)


def _add_house(commands: "argparse._SubParsersAction[Parser]", words: Callable[[str], str]) -> None:
    """`house new`, `house check` and `house preview`."""
    house = commands.add_parser("house", help=words("houses"), description=words("houses"))
    actions = house.add_subparsers(dest="action", required=True, metavar="ACTION")

    def action(name: str) -> Parser:
        help_ = words(f"house_{name}")
        sub: Parser = actions.add_parser(name, help=help_, description=help_)
        return sub

    new = action("new")
    new.add_argument("name", metavar="NAME", help=words("new_name"))
    new.add_argument(
        "--from", dest="origin", default="ministry", metavar="HOUSE", help=words("origin")
    )
    new.add_argument("--out", type=Path, default=None, metavar="DIR", help=words("house_place"))
    check = action("check")
    preview = action("preview")
    for sub in (check, preview):
        sub.add_argument("house", metavar="NAME|PATH", help=words("house_or_path"))
    check.add_argument("--json", action="store_true", help=words("json"))
    preview.add_argument("--out", type=Path, default=None, metavar="DIR", help=words("previews"))
    preview.add_argument("--force", action="store_true", help=words("force"))


def _add_dictionary(
    commands: "argparse._SubParsersAction[Parser]", words: Callable[[str], str]
) -> None:
    """`dictionary list`, `add`, `accept` and `forget`."""
    dictionary = commands.add_parser(
        "dictionary", help=words("dictionary"), description=words("dictionary")
    )
    actions = dictionary.add_subparsers(dest="action", required=True, metavar="ACTION")

    def action(name: str) -> Parser:
        help_ = words(f"dictionary_{name}")
        sub: Parser = actions.add_parser(name, help=help_, description=help_)
        return sub

    action("list")
    add = action("add")
    add.add_argument("file", type=Path, metavar="FILE", help=words("dictionary_file"))
    add.add_argument("--lang", choices=sorted(LANGUAGES), help=words("dictionary_lang"))
    for name in ("accept", "forget"):
        sub = action(name)
        sub.add_argument("words", nargs="+", metavar="WORD", help=words("words"))
        sub.add_argument("--house", default="oic", metavar="NAME", help=words("house"))
