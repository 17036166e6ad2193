package pawl.kernel.seal;

import java.util.List;

/**
 * What a sealed day's check says.
 *
 * @param operator whose checkpoints these are, by their own word; {@code unsigned} where nobody signed them
 * @param isSigned whether the day's checkpoint has a signature; by whom is known only where a key was asked
 */
public record SealVerdict(long epochDay, String operator, boolean isSigned, List<SealFinding> findings) {
    public SealVerdict {
        findings = List.copyOf(findings);
    }
}
