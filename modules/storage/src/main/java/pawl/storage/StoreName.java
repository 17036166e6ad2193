package pawl.storage;

import java.time.LocalDate;
import java.util.Optional;

/** The names under which an engine keeps its files in a store, and what each means. */
public sealed interface StoreName {
    /** The folder of the tokens' logs. */
    String LOGS = "logs";

    /** The folder of the tick logs. */
    String TICKS = "ticks";

    /** The folder of the snapshots. */
    String SNAPSHOTS = "snapshots";

    /** The folder of the configurations that the headers name. */
    String CONFIGURATION = "configuration";

    /** The folder of the checkpoints of sealed days. */
    String SEALS = "seals";

    /** The name as the store has it. */
    String text();

    /** The log of a token and UTC day. */
    record TokenLog(String tokenName, long epochDay) implements StoreName {
        /** @throws IllegalArgumentException when the day is before 1970 or after 9999 */
        public TokenLog {
            StoreNameParser.requireDay(epochDay);
        }

        @Override
        public String text() {
            return LOGS + "/" + NameEscape.escape(tokenName) + "/" + LocalDate.ofEpochDay(epochDay) + ".log";
        }
    }

    /** The tick log of a UTC day. */
    record TickLog(long epochDay) implements StoreName {
        /** @throws IllegalArgumentException when the day is before 1970 or after 9999 */
        public TickLog {
            StoreNameParser.requireDay(epochDay);
        }

        @Override
        public String text() {
            return TICKS + "/" + LocalDate.ofEpochDay(epochDay) + ".log";
        }
    }

    /** A token's state after a tick. */
    record Snapshot(String tokenName, long tick) implements StoreName {
        @Override
        public String text() {
            return SNAPSHOTS + "/" + NameEscape.escape(tokenName) + "/" + tick + ".snapshot";
        }
    }

    /** A configuration under its hash. */
    record Configuration(String sha256) implements StoreName {
        @Override
        public String text() {
            return CONFIGURATION + "/" + sha256 + ".json";
        }
    }

    /** A checkpoint of a sealed UTC day. */
    sealed interface Seal extends StoreName {
        long epochDay();
    }

    /** That of the day itself; it is written last, and a day that has it is sealed. */
    record DaySeal(long epochDay) implements Seal {
        /** @throws IllegalArgumentException when the day is before 1970 or after 9999 */
        public DaySeal {
            StoreNameParser.requireDay(epochDay);
        }

        @Override
        public String text() {
            return SEALS + "/" + LocalDate.ofEpochDay(epochDay) + ".checkpoint";
        }
    }

    /** That of a token's log of the day. */
    record TokenSeal(String tokenName, long epochDay) implements Seal {
        /** @throws IllegalArgumentException when the day is before 1970 or after 9999 */
        public TokenSeal {
            StoreNameParser.requireDay(epochDay);
        }

        @Override
        public String text() {
            return SEALS + "/" + LocalDate.ofEpochDay(epochDay) + "/" + tokenPart(tokenName) + ".checkpoint";
        }
    }

    /** That of the day's tick log. */
    record TickSeal(long epochDay) implements Seal {
        /** No token is written so. */
        public static final String PART = "_ticks";

        /** @throws IllegalArgumentException when the day is before 1970 or after 9999 */
        public TickSeal {
            StoreNameParser.requireDay(epochDay);
        }

        @Override
        public String text() {
            return SEALS + "/" + LocalDate.ofEpochDay(epochDay) + "/" + PART + ".checkpoint";
        }
    }

    /** A token's name as one part of a name in the store. */
    static String tokenPart(String tokenName) {
        return NameEscape.escape(tokenName);
    }

    /** The token whose name is written so as one part of a name in the store; empty where none is. */
    static Optional<String> tokenName(String part) {
        return NameEscape.unescape(part);
    }

    /** What a name in the store means; empty where it is none of these, to the letter. */
    static Optional<StoreName> parse(String text) {
        return StoreNameParser.parse(text);
    }
}
