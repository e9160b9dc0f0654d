"""`python -m simulator`: the door without a screen."""

import sys

from simulator.cli import main

if __name__ == "__main__":
    sys.exit(main())
