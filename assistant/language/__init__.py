"""Writing: numerals, scripts, pinyin, look-alike characters."""
