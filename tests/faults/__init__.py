"""Faults made on purpose, over every command that writes: what reliability promises, and whether it was kept.

`make faults` tries them all and prints the claim; the tests of this folder try some of them.
"""
