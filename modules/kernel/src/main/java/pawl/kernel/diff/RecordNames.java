package pawl.kernel.diff;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import pawl.api.storage.StorageException;
import pawl.kernel.contract.LogRecord;
import pawl.kernel.diff.TickOfRun.LoggedRecord;
import pawl.kernel.inspect.FsmNames;
import pawl.kernel.inspect.RecordTexts;
import pawl.storage.LogRecords;
import pawl.storage.RecordFields;
import pawl.storage.RecordType;
import pawl.storage.RecordView;
import pawl.storage.StorageFormatException;
import pawl.storage.StoreName;

/** One run's records as named values. */
final class RecordNames {
    private final ComparedRun run;
    private final Map<String, FsmNames> names = new TreeMap<>();

    RecordNames(ComparedRun run) {
        this.run = run;
    }

    LogRecord logRecord(LoggedRecord record) throws StorageException, StorageFormatException {
        return new LogRecord(
                record.log().name(),
                record.log().header().tokenName(),
                record.view().sequence(),
                values(record));
    }

    private SequencedMap<String, Object> values(LoggedRecord record) throws StorageException, StorageFormatException {
        if (record.isKnown()) {
            FsmNames inForce = of(configuration(record));
            return RecordTexts.values(new RecordFields(record.log().header(), inForce).of(record.view()));
        }
        SequencedMap<String, Object> values = new LinkedHashMap<>();
        values.put("sequence", record.view().sequence());
        values.put("tick", record.view().tick());
        values.put("type", "UNKNOWN");
        values.putAll(RecordComparison.words(record.view()));
        return values;
    }

    private FsmNames of(String configurationSha256) throws StorageException {
        FsmNames known = names.get(configurationSha256);
        if (known == null) {
            known = FsmNames.of(run.store(), configurationSha256);
            names.put(configurationSha256, known);
        }
        return known;
    }

    /**
     * The configuration that the record was written under. A change moves the positions of events alone, so its record is looked for
     * only where an event is to be named and the folder has two configurations.
     */
    private String configuration(LoggedRecord record) throws StorageException, StorageFormatException {
        LogRecords log = record.log();
        boolean mayHaveChanged = record.view().type() == RecordType.EVENT_PHASE
                && run.store().list(StoreName.CONFIGURATION).size() > 1;
        for (long sequence = record.view().sequence() - 1; mayHaveChanged && sequence >= 0; sequence--) {
            RecordView before = log.record(sequence);
            if (log.isKnown(before) && before.type() == RecordType.CONFIGURATION_CHANGE) {
                return before.configurationSha256();
            }
        }
        return log.header().identity().configurationSha256();
    }
}
