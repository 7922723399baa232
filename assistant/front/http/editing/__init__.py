"""The editor's desk (`gongkai desk`): what was asked in vain, and what a person makes of it, in pages."""
