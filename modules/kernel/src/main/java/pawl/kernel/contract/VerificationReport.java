package pawl.kernel.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a data folder was found to be.
 *
 * @param firstTick of those committed
 * @param lastTick of those committed
 * @param ticks that are committed
 * @param records of all tokens' logs
 * @param files that were judged
 * @param bytes of them
 * @param damage files that are not what an engine wrote, in the order in which they were looked at
 * @param unlistedDamage how much more of it there is than is listed
 * @param difference the first place where running the inputs again gives something else
 * @param ticksRunAgain with the same bytes
 * @param snapshotsProven snapshots whose state running the inputs again gave
 * @param needed what is not here and would be needed to judge
 * @param uncommitted what lies behind the last tick that all tokens committed
 * @param seals what was found of each seal, a line each
 * @param told what takes no part in the answer, a line each
 */
public record VerificationReport(
        OptionalLong firstTick,
        OptionalLong lastTick,
        long ticks,
        long records,
        long files,
        long bytes,
        List<VerificationFinding> damage,
        long unlistedDamage,
        Optional<VerificationFinding> difference,
        long ticksRunAgain,
        long snapshotsProven,
        List<String> needed,
        List<VerificationFinding> uncommitted,
        List<String> seals,
        List<String> told) {

    /** The answer. The first that applies is given. */
    public enum Verdict {
        /** Bytes are not what was written, or files are missing, foreign or in another's place. */
        DAMAGED(PawlException.Kind.BAD_DATA.exitCode()),
        /** Sound bytes; the inputs, run again, give other decisions or another state. */
        DIFFERS(PawlException.Kind.CHECK_FAILED.exitCode()),
        /** A plugin or configuration that the logs name is not here. */
        CANNOT_JUDGE(PawlException.Kind.CANNOT_JUDGE.exitCode()),
        /** All that is committed is right, and something lies behind it that is not committed. */
        UNCOMMITTED(PawlException.Kind.CHECK_FAILED.exitCode()),
        /** Everything is as the inputs, the configuration and the plugins give it. */
        VERIFIED(0);

        private final int exitCode;

        Verdict(int exitCode) {
            this.exitCode = exitCode;
        }

        public int exitCode() {
            return exitCode;
        }
    }

    public VerificationReport {
        damage = List.copyOf(damage);
        needed = List.copyOf(needed);
        uncommitted = List.copyOf(uncommitted);
        seals = List.copyOf(seals);
        told = List.copyOf(told);
    }

    /** The same with more lines told. */
    public VerificationReport telling(List<String> lines) {
        List<String> all = new ArrayList<>(told);
        all.addAll(lines);
        return new VerificationReport(
                firstTick,
                lastTick,
                ticks,
                records,
                files,
                bytes,
                damage,
                unlistedDamage,
                difference,
                ticksRunAgain,
                snapshotsProven,
                needed,
                uncommitted,
                seals,
                all);
    }

    public Verdict verdict() {
        if (!damage.isEmpty()) {
            return Verdict.DAMAGED;
        }
        if (difference.isPresent()) {
            return Verdict.DIFFERS;
        }
        if (!needed.isEmpty()) {
            return Verdict.CANNOT_JUDGE;
        }
        return uncommitted.isEmpty() ? Verdict.VERIFIED : Verdict.UNCOMMITTED;
    }
}
