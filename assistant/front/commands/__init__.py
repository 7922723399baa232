"""The commands of `gongkai`, a module each, named as the command: `declare` its words, `run` it."""
