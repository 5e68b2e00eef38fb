"""The sentences people read, made from codes and figures."""
