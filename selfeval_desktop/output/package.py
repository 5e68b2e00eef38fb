"""The upload package: one .zip with every form as PDF, spreadsheet and data, the 汇总表, a 核对单 and a manifest."""

from pathlib import Path, PurePosixPath

from selfeval_desktop.app.collector import without_collector
from selfeval_desktop.app.errors import BadFormFile, ReadBackMismatch
from selfeval_desktop.app.paper.outputs import FormOutput
from selfeval_desktop.app.paper.packages import Package, ReadBackEntry, WrittenPackage
from selfeval_desktop.app.paper.size_limits import refuse_excess_text, refuse_long_cells
from selfeval_desktop.app.ports.documents import Printout, Progress, ignore_progress
from selfeval_desktop.app.ports.session import Templates
from selfeval_desktop.codec import form_json, manifests
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.output import read_back
from selfeval_desktop.output.files import zip_bytes
from selfeval_desktop.output.pdf.pages import pages_of
from selfeval_desktop.output.pdf.writer import PdfFile, pdf_bytes
from selfeval_desktop.output.xlsx import xlsx_bytes
from selfeval_desktop.storage.file.atomic_write import write_files_atomically


def write_package(package: Package, target: Path, progress: Progress = ignore_progress) -> WrittenPackage:
    """Write the .zip, after everything in it was made, read back and compared; see `PackageWriter`.

    `progress` is called before each form and each 汇总表.
    """
    for output in package.forms:
        refuse_excess_text(output.printout.sheet)
        refuse_long_cells(output.printout.sheet)
    work = _PackageBuilder(package.templates)
    total = len(package.forms) + len(package.summaries)
    with without_collector():
        for done, output in enumerate(package.forms):
            progress(done, total)
            work.add_form(output)
        for done, summary in enumerate(package.summaries, start=len(package.forms)):
            progress(done, total)
            work.add_summary(summary)
        progress(total, total)
        sheet = package.lists.lay_out_read_back(work.entries)
        files = work.package_files(Printout(sheet.title, sheet, package.list_paper))
        data = zip_bytes(files)
    write_files_atomically({target: data})
    return WrittenPackage(target, len(files), sum(entry.cells for entry in work.entries))


class _PackageBuilder:
    """The files so far, and what was compared in them."""

    def __init__(self, templates: Templates) -> None:
        self.entries: list[ReadBackEntry] = []
        self._templates = templates
        self._files: dict[str, bytes] = {}
        self._codes: dict[str, str] = {}

    def add_form(self, output: FormOutput) -> None:
        """A folder with the form's PDF, spreadsheet and data. ReadBackMismatch."""
        form, printout = output.form, output.printout
        folder = PurePosixPath(printout.name)
        code = printout.imprint.code if printout.imprint else ""
        cells = self._add_sheet(printout, folder)
        path = str(folder / f"{printout.name}.json")
        data = form_json.write_forms([form])
        self._read_back_json(data, form, path)
        self._files[path] = data
        self._codes |= {str(folder / f"{printout.name}.{ending}"): code for ending in ("pdf", "xlsx", "json")}
        self.entries.append(
            ReadBackEntry(form.project_name, form.unit, form.year, output.evaluation.score_total, code, cells)
        )

    def add_summary(self, printout: Printout) -> None:
        """A 汇总表 as PDF and spreadsheet. ReadBackMismatch."""
        cells = self._add_sheet(printout, PurePosixPath())
        self.entries.append(ReadBackEntry(printout.name, "", None, None, "", cells))

    def package_files(self, read_back_list: Printout) -> dict[str, bytes]:
        """All files by path, the manifests first."""
        files = {f"{read_back_list.name}.pdf": pdf_bytes([read_back_list]), **self._files}
        known = manifests.list_packed_files(files, self._codes)
        return {
            "manifest.txt": manifests.manifest_text(known),
            "manifest.json": manifests.manifest_json(known),
            **files,
        }

    def _read_back_json(self, data: bytes, form: Form, path: str) -> None:
        try:
            read = form_json.read_forms(data, path=Path(path), templates=self._templates)
        except BadFormFile as error:
            raise ReadBackMismatch(path, error.place, "", error.found) from error
        if read != (form,):
            raise ReadBackMismatch(path, "", "", "")

    def _add_sheet(self, printout: Printout, folder: PurePosixPath) -> int:
        """PDF and spreadsheet, each read back; how many cells were compared in each of them."""
        pages, pdf = pages_of(printout), PdfFile()
        pdf.add_form(printout.sheet, pages)
        paper, table = (str(folder / f"{printout.name}.{ending}") for ending in ("pdf", "xlsx"))
        self._files[paper] = pdf.finish_file()
        self._files[table] = xlsx_bytes([printout])
        read_back.read_back_pdf(self._files[paper], printout, pages, paper)
        return read_back.read_back_xlsx(self._files[table], printout, table)
