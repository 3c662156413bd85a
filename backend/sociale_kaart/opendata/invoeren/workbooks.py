"""Files to take along: the rows that did not go in, with why, and an empty one to begin with."""

import io
from collections.abc import Iterable, Sequence

from openpyxl import Workbook

from sociale_kaart.opendata.exporter import text_cell
from sociale_kaart.opendata.invoeren import choices
from sociale_kaart.opendata.spreadsheet import SHEET
from sociale_kaart.taxonomie.vocabulary import Vocabulary

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FAULTS_HEAD = "Wat er mis is"
_LONGEST_CELL = 32_767
_COLUMNS = (
    "externId", "titel", "samenvatting", "beschrijving", "soort", "ambities", "themas",
    "doelgroepen", "openVoor", "aanmelden", "kosten", "kostenToelichting", "vormen", "niveau",
    "contact.naam", "contact.telefoon", "contact.email", "contact.website", "locatie.naam",
    "locatie.straat", "locatie.postcode", "locatie.plaats", "werkgebied", "momenten.rrule",
    "momenten.begin", "momenten.eind", "momenten.van", "momenten.tot",
)  # fmt: skip
_EXAMPLE = {
    "externId": "1",
    "titel": "Voorbeeld: koffie op dinsdag",
    "samenvatting": "Drink koffie met je buren. Iedereen is welkom.",
    "soort": "Ontmoetingsplek",
    "ambities": "Contact en meedoen",
    "themas": "Contact en ontmoeten",
    "doelgroepen": "Ouderen, Vrijwilligers en actieve bewoners",
    "openVoor": "Iedereen is welkom",
    "aanmelden": "Je kunt gewoon binnenlopen",
    "kosten": "Gratis",
    "vormen": "Binnenlopen",
    "contact.telefoon": "038 000 12 34",
    "contact.email": "koffie@example.org",
    "locatie.naam": "Buurthuis De Proef",
    "locatie.postcode": "8031 ZX",
    "werkgebied": "De hele stad",
    "momenten.rrule": "dinsdag",
    "momenten.van": "10:00",
    "momenten.tot": "12:00",
}


def fault_workbook(heads: Sequence[str], rows: Iterable[tuple[Sequence[str], str]]) -> bytes:
    """The rows as they were sent, each with a last cell that says what is wrong.

    Every cell is text, also one that looks like a formula. Somebody mends the rows, and can send
    this very file again.
    """
    book = Workbook(write_only=True)
    sheet = book.create_sheet(SHEET)
    sheet.append([text_cell(sheet, head) for head in (*heads, FAULTS_HEAD)])
    for cells, faults in rows:
        padded = [*cells[: len(heads)], *[""] * (len(heads) - len(cells))]
        texts = [*padded, faults]
        sheet.append([text_cell(sheet, text[:_LONGEST_CELL]) for text in texts])
    return _bytes_of(book)


def template_workbook(vocabulary: Vocabulary) -> bytes:
    """The usual columns with one example, and on a second sheet what can be chosen in each."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(SHEET)
    sheet.append([text_cell(sheet, name) for name in _COLUMNS])
    sheet.append([text_cell(sheet, _EXAMPLE.get(name, "")) for name in _COLUMNS])
    options = book.create_sheet("keuzes")
    options.append([text_cell(options, text) for text in ("kolom", "kies uit")])
    for name in _COLUMNS:
        if name in choices.FIELDS:
            for label in choices.choices_of(name, vocabulary).labels.values():
                options.append([text_cell(options, text) for text in (name, label)])
    return _bytes_of(book)


def _bytes_of(book: Workbook) -> bytes:
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()
