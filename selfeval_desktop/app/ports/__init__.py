"""What the program needs from the world, as Protocols, with the values that they give; `bootstrap` hands in the real ones."""
