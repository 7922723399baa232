"""The doors: command line, REPL and, later, HTTP. Each only renders an `Answer`."""
