"""The printers of this computer."""

from dataclasses import dataclass

from PySide6.QtPrintSupport import QPrinter, QPrinterInfo


@dataclass(frozen=True, slots=True)
class Printers:
    """Asks the system, which may be slow for each printer: ask about one only when it is chosen."""

    def printer_names(self) -> tuple[str, ...]:
        """All that are installed, the system's own choice first."""
        chosen = QPrinterInfo.defaultPrinterName()
        return tuple(sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: (name != chosen, name)))

    def prints_both_sides(self, name: str) -> bool:
        """Whether the printer prints both sides by itself."""
        modes = QPrinterInfo.printerInfo(name).supportedDuplexModes()
        return QPrinter.DuplexMode.DuplexLongSide in modes

    def open_printer(self, name: str) -> QPrinter:
        """The printer, ready to be set up."""
        return QPrinter(QPrinterInfo.printerInfo(name), QPrinter.PrinterMode.HighResolution)
