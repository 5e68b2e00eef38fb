"""绩效自评: fills in, checks, prints and exports performance self-evaluation forms."""

__version__ = "0.1.0"
