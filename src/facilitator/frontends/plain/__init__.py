"""Plain mode: lines in, lines out; the only place that prints (A1)."""
