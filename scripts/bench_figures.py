"""What a measurement comes to: a ratio against a baseline, or a value in its own unit."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One ratio, with what it was made of, in milliseconds or megabytes."""

    key: str
    ours: float
    baseline: float
    target: float
    unit: str

    @property
    def ratio(self) -> float:
        """How many times the baseline."""
        return self.ours / self.baseline

    def row(self) -> str:
        """Return a row of the table."""
        mark = "" if self.ratio <= self.target else "  over"
        return (
            f"{self.key:22}{self.ours:>7.2f} {self.unit}{self.baseline:>7.2f} {self.unit}"
            f"{self.ratio:>8.2f}{self.target:>8.1f}{mark}"
        )

    def as_json(self) -> dict[str, object]:
        """Return the ratio, flat."""
        return {"value": round(self.ratio, 3), "unit": "ratio", "target": self.target}


@dataclass(frozen=True)
class Absolute:
    """One value in its own unit; `target` is None where no requirement names one."""

    key: str
    value: float
    target: float | None
    unit: str

    def row(self) -> str:
        """Return a row of the table; the baseline and the ratio stay empty."""
        aim = "" if self.target is None else f"{self.target:.1f}"
        mark = "" if self.target is None or self.value <= self.target else "  over"
        return f"{self.key:22}{self.value:>7.2f} {self.unit:11}{'':7}{aim:>9}{mark}"

    def as_json(self) -> dict[str, object]:
        """Return the value, flat."""
        return {"value": round(self.value, 3), "unit": self.unit, "target": self.target}


def p99(values: list[float]) -> float:
    """Return the value that 99 of 100 do not pass."""
    return sorted(values)[min(len(values) - 1, int(len(values) * 0.99))]
