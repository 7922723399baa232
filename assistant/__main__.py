"""`python -m assistant` is the command `gongkai`."""

from assistant.front.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
