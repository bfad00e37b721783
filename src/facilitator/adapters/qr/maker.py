"""A code's modules, from the qrcode library; drawing them is the front end's work (T1)."""

from collections.abc import Sequence

QUIET_ZONE = 4
LARGEST_VERSION = 15


class QrCodeMaker:
    """ports.outside.CodeMaker."""

    def modules(self, target: str) -> Sequence[Sequence[bool]] | None:
        """Return rows of modules, dark is True, quiet zone of 4 included; None when too long.

        ECC M, or L when that saves a version.
        """
        from qrcode.constants import ERROR_CORRECT_L, ERROR_CORRECT_M  # noqa: PLC0415  on need
        from qrcode.exceptions import DataOverflowError  # noqa: PLC0415
        from qrcode.main import QRCode  # noqa: PLC0415

        made = []
        for level in (ERROR_CORRECT_M, ERROR_CORRECT_L):
            code = QRCode(error_correction=level, border=QUIET_ZONE)
            code.add_data(target)
            try:
                code.make(fit=True)
            except (DataOverflowError, ValueError):
                continue
            made.append(code)
        fitting = [code for code in made if code.version <= LARGEST_VERSION]
        if not fitting:
            return None
        best = min(fitting, key=lambda code: code.version)
        return tuple(tuple(bool(one) for one in row) for row in best.get_matrix())
