package pawl.venue;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the venue does wrong, and when. Every time in it is market time.
 *
 * <p>A failing name lookup is not among the faults: it happens before a client reaches any venue.
 */
public final class FaultScript {
    private static final FaultScript NONE = new FaultScript(List.of());

    private final List<Fault> faults;

    private FaultScript(List<Fault> faults) {
        this.faults = List.copyOf(faults);
    }

    /** A venue that behaves. */
    public static FaultScript none() {
        return NONE;
    }

    /** @throws FaultScriptException with the first thing that is wrong with it, or why it cannot be read */
    public static FaultScript read(Path file) throws FaultScriptException {
        String name = file.toString();
        try {
            return parse(name, Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new FaultScriptException(name, "not UTF-8");
        } catch (IOException e) {
            throw new FaultScriptException(name, "cannot be read: " + e);
        }
    }

    /**
     * Reads a script that is no file.
     *
     * @param name what to call it in messages
     */
    public static FaultScript parse(String name, String yaml) throws FaultScriptException {
        return new FaultScript(FaultScriptReader.read(name, yaml));
    }

    /** How many faults it lists, each counted once however often it comes. */
    public int size() {
        return faults.size();
    }

    List<Fault> faults() {
        return faults;
    }
}
