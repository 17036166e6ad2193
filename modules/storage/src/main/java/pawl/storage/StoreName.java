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

    /** What a name in the store means; empty where it is none of these, to the letter. */
    static Optional<StoreName> parse(String text) {
        return StoreNameParser.parse(text);
    }
}
