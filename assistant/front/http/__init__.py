"""The web service `gongkai serve` (extra `serve`): the same answers over HTTP."""
