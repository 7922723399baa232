"""Gongkai: answers questions about government information-disclosure reports, and proves them."""
