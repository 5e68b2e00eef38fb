"""Writes the parts that come on standard input, as JSON, to standard output, as CycloneDX 1.6. Run by parts.py."""

import json
import sys

from cyclonedx.model import AttachedText
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import DisjunctiveLicense
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from cyclonedx.spdx import is_supported_id


def component(part: dict[str, str]) -> Component:
    """A part with its licence: an SPDX id where it is one, else its name."""
    text = AttachedText(content=part["text"])
    key = "id" if is_supported_id(part["licence"]) else "name"
    licence = DisjunctiveLicense(**{key: part["licence"]}, text=text)
    return Component(type=ComponentType.LIBRARY, name=part["name"], version=part["version"] or None, licenses=[licence])


def main() -> None:
    told = json.load(sys.stdin)
    bom = Bom(components=[component(part) for part in told["parts"]])
    bom.metadata.component = Component(type=ComponentType.APPLICATION, name="selfeval-desktop",
                                       version=told["version"], licenses=[DisjunctiveLicense(id="Apache-2.0")])  # fmt: skip
    sys.stdout.write(make_outputter(bom, OutputFormat.JSON, SchemaVersion.V1_6).output_as_string(indent=1))


if __name__ == "__main__":
    main()
