package pawl.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import pawl.kernel.contract.Durability;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** When logs are forced to disk. */
final class DurabilityOption {
    @Option(
            names = "--durability",
            paramLabel = "WHEN",
            converter = Converter.class,
            description = {
                "When committed ticks are forced to disk: tick (each before it counts), second (each second, beside"
                        + " the engine) or system (when the day and when the run ends).",
                "Unless said, second for run and system for replay."
            })
    private Optional<Durability> durability = Optional.empty();

    Durability orElse(Durability usual) {
        return durability.orElse(usual);
    }

    /** Small letters only. */
    static final class Converter implements ITypeConverter<Durability> {
        @Override
        public Durability convert(String text) {
            return Arrays.stream(Durability.values())
                    .filter(durability -> name(durability).equals(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("'" + text + "' is no durability; there are "
                            + Arrays.stream(Durability.values())
                                    .map(DurabilityOption::name)
                                    .collect(Collectors.joining(", "))));
        }
    }

    /** As it is typed and printed. */
    static String name(Durability durability) {
        return durability.name().toLowerCase(Locale.ROOT);
    }
}
