"""Print every figure as a table: `make bench`."""

from tests.benchmarks import documents, exports, records
from tests.benchmarks.table import print_table


def main() -> None:
    """Measure and print; nothing here passes or fails."""
    print_table([*documents.figures(), *exports.figures(), *records.figures()])


main()
