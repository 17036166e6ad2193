"""Reads a log or a snapshot of Pawl, written from docs/format.md alone; Python 3 and its standard library.

Prints one line for the header and one for each record, or for each region of a snapshot, as tab-separated name=value pairs.
Exits with 1 and a line on standard error at the first thing that is wrong.
"""

import hashlib
import struct
import sys
from decimal import Decimal

HEADER_BYTES = 4096
RECORD_BYTES = 64
SNAPSHOT_HEADER_BYTES = 512
TICKS_PER_DAY = 345_600

FLAGS = ["TAKER_SOLD", "OFF_BOOK", "AGGREGATE", "LATE", "ROUNDED", "LONG_LIQUIDATED", "SETTLED", "WITH_FUNDING",
         "WITH_INDEX", "SAMPLED", "BACKFILLED", "UNORDERED_ID"]
AGGREGATE, WITH_FUNDING, WITH_INDEX = 4, 128, 256
MACHINES = {1: "TOKEN", 2: "CLUSTER", 3: "EVENT"}
STATES = {1: "BUILD", 2: "PRESSURE", 3: "FRAGILE", 4: "TRIGGER_READY", 5: "UNWIND", 6: "COOLDOWN"}
CLUSTER_STATES = {1: "CLUSTER_CALM", 2: "CLUSTER_HEATING", 3: "CLUSTER_FRAGILE", 4: "CLUSTER_UNWIND", 5: "CLUSTER_COOLDOWN"}
PHASES = {0: "NOT_BEGUN", 1: "EVENT_PREP", 2: "EVENT_START", 3: "EVENT_MID", 4: "EVENT_END", 5: "EVENT_POST"}
REASONS = {1: "THRESHOLD", 2: "DISSIPATED", 3: "SCHEDULED", 4: "COLLAPSED"}
MEASURES = {1: "HEAT", 2: "RELEASE", 3: "CALM", 4: "FRAGILE_SHARE", 5: "READY_SHARE", 6: "UNWIND_SHARE", 7: "SETTLED_SHARE",
            8: "CALM_SHARE", 9: "COLLAPSE_SHARE", 10: "TIME"}


def crc32c_table():
    table = []
    for value in range(256):
        for _ in range(8):
            value = value >> 1 ^ (0x82F63B78 if value & 1 else 0)
        table.append(value)
    return table


CRC32C_TABLE = crc32c_table()


def crc32c(data):
    value = 0xFFFFFFFF
    for byte in data:
        value = value >> 8 ^ CRC32C_TABLE[(value ^ byte) & 0xFF]
    return value ^ 0xFFFFFFFF


def require(condition, message):
    if not condition:
        sys.exit(message)


def text(field):
    return field.split(b"\0", 1)[0].decode()


def decimal(mantissa, exponent):
    return format(Decimal(mantissa).scaleb(exponent) if exponent else Decimal(mantissa), "f")


def require_version(data):
    version = struct.unpack_from("<HHH", data, 8)
    require(version[0] == 1, "format version %d.%d.%d, expected 1.x" % version)
    return version


def print_line(fields):
    print("\t".join("%s=%s" % field for field in fields))


class Log:
    def __init__(self, data):
        require(len(data) >= HEADER_BYTES, "the file ends inside its header")
        require(data[:8] == b"PAWL-LOG", "no log")
        self.version = require_version(data)
        require(struct.unpack_from("<I", data, 4092)[0] == crc32c(data[:4092]), "header: bad checksum")
        header_bytes, self.kind, record_bytes = struct.unpack_from("<HBB", data, 14)
        require(header_bytes == HEADER_BYTES and record_bytes == RECORD_BYTES, "header: bad sizes")
        self.price, self.quantity, self.mark, self.rate = struct.unpack_from("<bbbb", data, 18)
        plugin_count, self.epoch_day = struct.unpack_from("<Hq", data, 22)
        self.token = text(data[32:96])
        self.configuration = data[96:128].hex()
        self.synthetic = struct.unpack_from("<I", data, 128)[0] & 1
        self.plugins = [self.plugin(data[256 + 128 * i:384 + 128 * i]) for i in range(plugin_count)]
        self.data = data

    @staticmethod
    def plugin(entry):
        return "%d:%s:%s:%s" % (entry[0], text(entry[8:72]), text(entry[72:96]), entry[96:128].hex())

    def header_fields(self):
        yield "version", "%d.%d.%d" % self.version
        yield "kind", self.kind
        yield "token", self.token
        yield "epochDay", self.epoch_day
        yield "exponents", "%d,%d,%d,%d" % (self.price, self.quantity, self.mark, self.rate)
        yield "configuration", self.configuration
        yield "synthetic", "true" if self.synthetic else "false"
        yield "plugins", ",".join(self.plugins)

    def records(self):
        last_tick = -1
        for sequence, offset in enumerate(range(HEADER_BYTES, len(self.data), RECORD_BYTES)):
            record = self.data[offset:offset + RECORD_BYTES]
            require(len(record) == RECORD_BYTES, "byte %d: the file ends inside a record" % offset)
            place = struct.pack("<Qq", sequence, self.epoch_day)
            found, tick = struct.unpack_from("<IQ", record, 4)
            require(found == crc32c(place + record[:4] + record[8:]), "byte %d: bad checksum" % offset)
            require(tick >= last_tick and tick // TICKS_PER_DAY == self.epoch_day, "byte %d: bad tick" % offset)
            last_tick = tick
            if record[0] in TYPES and not (record[0] in (39, 41) and self.version[1] == 0):
                yield self.fields(sequence, tick, record)
            else:
                require(self.version[1] > 1, "byte %d: unknown type %d" % (offset, record[0]))

    def fields(self, sequence, tick, record):
        name, payload_fields = TYPES[record[0]]
        yield from [("sequence", sequence), ("tick", tick), ("tickStartMs", tick * 250), ("type", name)]
        if record[0] < 32:
            flags = struct.unpack_from("<H", record, 2)[0]
            words = struct.unpack_from("<6q", record, 16)
            yield "venueIndex", record[1]
            yield "flags", ",".join(FLAGS[bit] for bit in range(len(FLAGS)) if flags >> bit & 1)
            yield "exchangeTimeMs", words[0]
            yield from payload_fields(self, flags, *words[1:])
        else:
            yield from payload_fields(self, record)

    def trade(self, flags, last_id, price, quantity, first_id, aggregate_id):
        yield "price", decimal(price, self.price)
        yield "quantity", decimal(quantity, self.quantity)
        yield "firstTradeId", first_id
        yield "lastTradeId", last_id
        if flags & AGGREGATE:
            yield "aggregateId", aggregate_id

    def book_ticker(self, _, update_id, bid_price, bid_quantity, ask_price, ask_quantity):
        yield "updateId", update_id
        yield "bidPrice", decimal(bid_price, self.price)
        yield "bidQuantity", decimal(bid_quantity, self.quantity)
        yield "askPrice", decimal(ask_price, self.price)
        yield "askQuantity", decimal(ask_quantity, self.quantity)

    def mark_price(self, flags, _, mark, index, rate, next_time):
        yield "markPrice", decimal(mark, self.mark)
        if flags & WITH_INDEX:
            yield "indexPrice", decimal(index, self.mark)
        if flags & WITH_FUNDING:
            yield "fundingRate", decimal(rate, self.rate)
            yield "nextFundingTimeMs", next_time

    def liquidation(self, _, __, average, filled, price, quantity):
        yield "averagePrice", decimal(average, self.mark)
        yield "filledQuantity", decimal(filled, self.quantity)
        yield "orderPrice", decimal(price, self.mark)
        yield "orderQuantity", decimal(quantity, self.quantity)

    def open_interest(self, _, __, open_interest, *___):
        yield "openInterest", decimal(open_interest, self.quantity)

    def funding(self, _, __, rate, time, interval, ___):
        yield "fundingRate", decimal(rate, self.rate)
        yield "fundingTimeMs", time
        yield "fundingIntervalMinutes", interval

    def gap(self, _, __, first, last, *___):
        yield "firstMissingId", first
        yield "lastMissingId", last

    def feed_state(self, _, __, stream, before, after, cause):
        yield "stream", TYPES[stream][0] if stream in TYPES and stream < 32 else stream
        yield "from", FEED_STATES.get(before, before)
        yield "to", FEED_STATES.get(after, after)
        yield "cause", FEED_CAUSES.get(cause, cause)

    def clock_step(self, _, __, step, ahead, *___):
        yield "stepMs", step
        yield "aheadMs", ahead

    def feed_count(self, _, __, stream, frames, connects, breaks):
        yield "stream", TYPES[stream][0] if stream in TYPES and stream < 32 else stream
        yield "frames", frames
        yield "connects", connects
        yield "breaks", breaks

    def back_pressure(self, _, __, held, queued, *___):
        yield "heldMs", held
        yield "mostQueuedBytes", queued

    def adapter_change(self, _, __, *words):
        yield "adapter", "".join("%016x" % (word & (1 << 64) - 1) for word in words)


def cluster_transition(_, record):
    measure, threshold, base, tier_factor, phase_factor = struct.unpack_from("<5d", record, 16)
    cluster, before, after, reason, kind, held = struct.unpack_from("<H4BH", record, 56)
    yield "cluster", cluster
    yield "from", CLUSTER_STATES[before]
    yield "to", CLUSTER_STATES[after]
    yield "reason", REASONS[reason]
    yield "measureKind", MEASURES[kind]
    yield "measure", repr(measure)
    yield "threshold", repr(threshold)
    yield "base", repr(base)
    yield "tierFactor", repr(tier_factor)
    yield "phaseFactor", repr(phase_factor)
    yield "heldTicks", held


def cluster_shares(_, record):
    names = ("fragileShare", "readyShare", "unwindShare", "baselineFactor", "sizeFactor")
    shares = [(name, repr(value)) for name, value in zip(names, struct.unpack_from("<5d", record, 16))]
    cluster, live, members = struct.unpack_from("<3H", record, 56)
    return [("cluster", cluster)] + shares + [("liveMembers", live), ("members", members)]


def event_phase(log, record):
    measure, threshold, reference, scheduled, key = struct.unpack_from("<2d2qQ", record, 16)
    event, before, after, reason, kind, held = struct.unpack_from("<H4BH", record, 56)
    yield "event", event
    yield "from", PHASES[before]
    yield "to", PHASES[after]
    yield "reason", REASONS[reason]
    yield "measureKind", MEASURES[kind]
    yield "measure", repr(measure)
    yield "threshold", repr(threshold)
    yield "referencePrice", decimal(reference, log.price)
    yield "scheduledMs", scheduled
    yield "eventKey", "%016x" % key
    yield "heldTicks", held


def configuration_change(_, record):
    return [("configuration", record[16:48].hex())]


def transition(_, record):
    measure, threshold, base, tier_factor, phase_factor = struct.unpack_from("<5d", record, 16)
    machine, before, after, reason, kind, tier, held = struct.unpack_from("<6BH", record, 56)
    yield "machine", MACHINES[machine]
    yield "from", STATES[before]
    yield "to", STATES[after]
    yield "reason", REASONS[reason]
    yield "measureKind", MEASURES[kind]
    yield "measure", repr(measure)
    yield "threshold", repr(threshold)
    yield "base", repr(base)
    yield "tierFactor", repr(tier_factor)
    yield "phaseFactor", repr(phase_factor)
    yield "tier", tier
    yield "heldTicks", held


def tier_change(_, record):
    return [("fromTier", record[16]), ("toTier", record[17])]


def outage(_, record):
    return zip(("firstMissingTick", "lastMissingTick"), struct.unpack_from("<2Q", record, 16))


def stream_states(_, record):
    return [("venueIndex", record[1]), ("streamStates", "%016x" % struct.unpack_from("<Q", record, 16))]


def tick_commit(log, record):
    yield from zip(("records", "tokens", "recordsOfDay", "checksumSum"), struct.unpack_from("<4q", record, 16))
    if log.version[1] > 0:
        last_frame_tick, running_hash = struct.unpack_from("<2Q", record, 48)
        yield "lastFrameTick", last_frame_tick
        yield "runningHash", "%016x" % running_hash


def adapter_state(_, record):
    words = struct.unpack_from("<6Q", record, 16)
    yield "venueIndex", record[1]
    yield "failureLevel", words[0]
    yield "adapterFlags", words[1]
    yield "adapter", "".join("%016x" % word for word in words[2:])


FEED_STATES = {1: "UNKNOWN", 2: "BACKFILL", 3: "SYNCHRONIZED", 4: "GAP_FILL", 5: "STALE"}
FEED_CAUSES = dict(enumerate((
    "DATA", "NO_DATA_AFTER_ACKNOWLEDGEMENT", "SILENT", "CONNECTION_BROKEN", "REFUSED", "POLL_FAILED", "BANNED",
    "GAP_FOUND", "GAP_REPAIRED", "GAP_UNREPAIRED", "STOPPED", "ADAPTER_FAILED",
    "ADAPTER_CHANGED"), 1))

TYPES = {
    1: ("TRADE", Log.trade),
    2: ("BOOK_TICKER", Log.book_ticker),
    3: ("MARK_PRICE", Log.mark_price),
    4: ("LIQUIDATION", Log.liquidation),
    5: ("OPEN_INTEREST", Log.open_interest),
    6: ("FUNDING", Log.funding),
    7: ("GAP", Log.gap),
    8: ("FEED_STATE", Log.feed_state),
    9: ("CLOCK_STEP", Log.clock_step),
    10: ("FEED_COUNT", Log.feed_count),
    11: ("BACK_PRESSURE", Log.back_pressure),
    12: ("ADAPTER_CHANGE", Log.adapter_change),
    32: ("TRANSITION", transition),
    33: ("TIER_CHANGE", tier_change),
    34: ("OUTAGE", outage),
    35: ("CLUSTER_TRANSITION", cluster_transition),
    36: ("CLUSTER_SHARES", cluster_shares),
    37: ("EVENT_PHASE", event_phase),
    38: ("CONFIGURATION_CHANGE", configuration_change),
    39: ("STREAM_STATES", stream_states),
    40: ("TICK", tick_commit),
    41: ("ADAPTER_STATE", adapter_state),
}


def print_log(data):
    log = Log(data)
    print_line(log.header_fields())
    for fields in log.records():
        print_line(fields)


def print_snapshot(data):
    version = require_version(data)
    require(hashlib.sha256(data[:-32]).digest() == data[-32:], "bad hash")
    tick, epoch_day, log_records, words, region_count = struct.unpack_from("<QqqIH", data, 16)
    require(len(data) == SNAPSHOT_HEADER_BYTES + 8 * words + 32, "bad size")
    print_line([
        ("version", "%d.%d.%d" % version),
        ("token", text(data[48:112])),
        ("tick", tick),
        ("epochDay", epoch_day),
        ("logRecords", log_records),
        ("configuration", data[112:144].hex()),
        ("plugins", data[144:176].hex()),
        ("words", words),
    ])
    for i in range(region_count):
        entry = data[176 + 24 * i:200 + 24 * i]
        first, length = struct.unpack_from("<II", entry, 16)
        state = struct.unpack_from("<%dQ" % length, data, SNAPSHOT_HEADER_BYTES + 8 * first)
        print_line([("region", text(entry[:16])), ("words", ",".join("%016x" % word for word in state))])


def main():
    sys.stdout.reconfigure(encoding="utf-8")
    with open(sys.argv[1], "rb") as file:
        data = file.read()
    if data[:8] == b"PAWLSNAP":
        print_snapshot(data)
    else:
        print_log(data)


main()
