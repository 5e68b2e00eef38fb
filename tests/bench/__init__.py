"""Timings, as ratios against something in the same run. `make bench` prints them; no test asserts them."""
