"""Measurements, side by side in one run; each is a script. Nothing here is a test."""
