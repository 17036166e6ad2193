package pawl.kernel.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import pawl.kernel.contract.VerificationFinding;
import pawl.storage.StorageFormatException;

/** What is found, in the order in which it is. One thread. */
final class Findings {
    private static final int MOST_LISTED = 1_000;

    private final List<VerificationFinding> damage = new ArrayList<>();
    private final List<VerificationFinding> uncommitted = new ArrayList<>();
    private final List<String> needed = new ArrayList<>();
    private final List<String> seals = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private long unlistedDamage;

    void damage(VerificationFinding finding) {
        if (damage.size() < MOST_LISTED) {
            damage.add(finding);
        } else {
            unlistedDamage++;
        }
    }

    void damage(String file, long offset, String what) {
        damage(new VerificationFinding(file, offset, what));
    }

    void damage(String file, long offset, long tick, String what) {
        damage(new VerificationFinding(file, offset, OptionalLong.of(tick), what));
    }

    /** What a reader of the file says is wrong with it. */
    void damage(StorageFormatException problem) {
        damage(problem.name(), problem.offset(), text(problem));
    }

    void uncommitted(String file, long offset, String what) {
        uncommitted.add(new VerificationFinding(file, offset, what));
    }

    /** What was not committed when it was looked at is so now. */
    void engineIsWriting(long lastTick) {
        uncommitted.clear();
        tell("an engine is writing there; this is of what was committed at the start, up to tick " + lastTick);
    }

    void need(String what) {
        if (!needed.contains(what)) {
            needed.add(what);
        }
    }

    void seal(String line) {
        seals.add(line);
    }

    void tell(String line) {
        told.add(line);
    }

    boolean isSound() {
        return damage.isEmpty();
    }

    List<VerificationFinding> damage() {
        return damage;
    }

    long unlistedDamage() {
        return unlistedDamage;
    }

    List<VerificationFinding> uncommitted() {
        return uncommitted;
    }

    List<String> needed() {
        return needed;
    }

    List<String> seals() {
        return seals;
    }

    List<String> told() {
        return told;
    }

    /** Without the file and the offset, which a finding has by themselves. */
    private static String text(StorageFormatException problem) {
        String place = problem.name() + " at byte " + problem.offset() + ": ";
        String message = String.valueOf(problem.getMessage());
        return message.startsWith(place) ? message.substring(place.length()) : message;
    }
}
