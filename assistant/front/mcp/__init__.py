"""The door for language models, `gongkai mcp` (extra `mcp`): the Model Context Protocol, by its official SDK."""
