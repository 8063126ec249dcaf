"""Which paragraph style a role is written in, and read from."""

from __future__ import annotations

from speechgen.document import Role

STYLES = {
    Role.TITLE: "Title",
    Role.SUBTITLE: "Subtitle",
    Role.SPEAKER: "Speaker",
    Role.UNIT: "Unit",
    Role.SPEECH_DATE: "SpeechDate",
    Role.NOTE: "Note",
    Role.SALUTATION: "Salutation",
    Role.HEADING_1: "Heading1",
    Role.HEADING_2: "Heading2",
    Role.HEADING_3: "Heading3",
    Role.HEADING_4: "Heading4",
    Role.BODY: "",  # Normal: a paragraph without a style
    Role.STAGE: "StageDirection",
    Role.CAPTION: "Caption",
    Role.UNIT_LINE: "UnitLine",
    Role.ATTACHMENT_NOTE: "AttachmentNote",
    Role.ATTACHMENT_LABEL: "AttachmentLabel",
    Role.ATTENDANCE: "Attendance",
    Role.SIGNATURE: "Signature",
    Role.SIGN_DATE: "Date",
}
"""Style ids: the style's name without its spaces."""

LEAD = "Lead"
"""Character style of a run-in lead."""

LABEL = "Label"
"""Character style of a label before a list: 出席："""

TABLE = "SpeechTable"
TABLE_HEAD = "TableHead"
TABLE_TEXT = "TableText"
TABLE_NUMBER = "TableNumber"
