"""绩效自评: fills in, checks, prints and exports performance self-evaluation forms."""
