"""Start Bayan: the window, or one of its commands (see `python main.py --help`)."""

import sys

from editor.app import main

if __name__ == "__main__":
    sys.exit(main())
