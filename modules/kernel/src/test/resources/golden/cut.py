"""cut.py CAPTURE OUT FROM/TO...: the frames of a Pawl capture (docs/capture-format.md) that arrived in those spans of UTC time."""
import struct
import sys
from datetime import datetime, timezone


def nanoseconds(time):
    return int(datetime.fromisoformat(time).replace(tzinfo=timezone.utc).timestamp()) * 10**9


spans = [tuple(map(nanoseconds, span.split("/"))) for span in sys.argv[3:]]
capture = open(sys.argv[1], "rb").read()
at = struct.unpack_from("<H", capture, 14)[0]
kept = bytearray(capture[:at])
while at < len(capture):
    record = capture[at : at + 8 + struct.unpack_from("<I", capture, at)[0]]
    at += len(record)
    is_frame, is_end = record[8] == 2, record[8] == 3
    arrival = struct.unpack_from("<q", record, 12)[0] if is_frame else 0
    if not is_end and (not is_frame or any(start <= arrival < end for start, end in spans)):
        kept += record
open(sys.argv[2], "wb").write(kept)
