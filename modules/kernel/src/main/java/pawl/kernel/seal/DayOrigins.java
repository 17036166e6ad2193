package pawl.kernel.seal;

import java.time.LocalDate;
import pawl.storage.StoreName;

/** The origins of a day's checkpoints: whose trees they are, and of what. */
record DayOrigins(String operator, long epochDay) {
    /** The operator of days that nobody signed. */
    static final String UNSIGNED = "unsigned";

    String day() {
        return operator + "/" + LocalDate.ofEpochDay(epochDay);
    }

    String ticks() {
        return day() + "/" + StoreName.TickSeal.PART;
    }

    String token(String name) {
        return day() + "/" + StoreName.tokenPart(name);
    }
}
