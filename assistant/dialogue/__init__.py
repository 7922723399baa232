"""What a turn takes from the turns before it."""
