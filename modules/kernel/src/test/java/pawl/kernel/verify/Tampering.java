package pawl.kernel.verify;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import pawl.kernel.toy.HeapLogStore;
import pawl.storage.LogHeader;
import pawl.storage.RecordView;

/** Ways to damage a folder that leave each byte that is still there what it was. Each names the file that it did it to. */
enum Tampering {
    CUT_LOG_BETWEEN_RECORDS {
        @Override
        List<String> apply(HeapLogStore store, SplittableRandom random) throws Exception {
            String name = any(store, "logs", random);
            byte[] bytes = store.bytes(name);
            int records = (bytes.length - LogHeader.HEADER_BYTES) / RecordView.BYTES;
            cut(store, name, LogHeader.HEADER_BYTES + random.nextInt(records) * RecordView.BYTES);
            return List.of(name);
        }
    },
    CUT_TICK_LOG_BETWEEN_RECORDS {
        @Override
        List<String> apply(HeapLogStore store, SplittableRandom random) throws Exception {
            String name = any(store, "ticks", random);
            int records = (store.bytes(name).length - LogHeader.HEADER_BYTES) / RecordView.BYTES;
            cut(store, name, LogHeader.HEADER_BYTES + random.nextInt(1, records) * RecordView.BYTES);
            return List.of(name);
        }
    },
    CUT_ANYWHERE {
        @Override
        List<String> apply(HeapLogStore store, SplittableRandom random) throws Exception {
            String name = any(store, FOLDERS.get(random.nextInt(FOLDERS.size())), random);
            int length = store.bytes(name).length;
            // At a record's end it is one of the others, where no name can be told for sure.
            int cut = random.nextInt(length);
            cut(store, name, cut % RecordView.BYTES == 0 ? cut + 1 : cut);
            return List.of(name);
        }
    },
    EMPTY {
        @Override
        List<String> apply(HeapLogStore store, SplittableRandom random) throws Exception {
            String name = any(store, FOLDERS.get(random.nextInt(FOLDERS.size())), random);
            cut(store, name, 0);
            return List.of(name);
        }
    },
    REMOVE {
        @Override
        List<String> apply(HeapLogStore store, SplittableRandom random) {
            String name = any(store, FOLDERS.get(random.nextInt(FOLDERS.size())), random);
            store.delete(name);
            return List.of(name);
        }
    },
    SWAP_FILES {
        @Override
        List<String> apply(HeapLogStore store, SplittableRandom random) throws Exception {
            List<String> names =
                    store.list(List.of("logs", "snapshots", "seals").get(random.nextInt(3)));
            String name = names.get(random.nextInt(names.size()));
            String other = names.get((names.indexOf(name) + 1 + random.nextInt(names.size() - 1)) % names.size());
            byte[] bytes = store.bytes(name);
            put(store, name, store.bytes(other));
            put(store, other, bytes);
            return List.of(name, other);
        }
    },
    COPY_OVER_ANOTHER {
        @Override
        List<String> apply(HeapLogStore store, SplittableRandom random) throws Exception {
            List<String> names = store.names();
            String name = names.get(random.nextInt(names.size()));
            String other = names.get((names.indexOf(name) + 1 + random.nextInt(names.size() - 1)) % names.size());
            put(store, name, store.bytes(other));
            return List.of(name);
        }
    },
    RENAME {
        @Override
        List<String> apply(HeapLogStore store, SplittableRandom random) throws Exception {
            String name = any(store, FOLDERS.get(random.nextInt(FOLDERS.size())), random);
            String renamed = OTHER_NAMES.get(random.nextInt(OTHER_NAMES.size()));
            put(store, renamed, store.bytes(name));
            store.delete(name);
            return List.of(renamed);
        }
    },
    ADD_A_COPY_OR_FOREIGN_FILE {
        @Override
        List<String> apply(HeapLogStore store, SplittableRandom random) throws Exception {
            String name = OTHER_NAMES.get(random.nextInt(OTHER_NAMES.size()));
            byte[] foreign = new byte[random.nextInt(200)];
            random.nextBytes(foreign);
            String original = any(store, FOLDERS.get(random.nextInt(FOLDERS.size())), random);
            put(store, name, random.nextBoolean() ? foreign : store.bytes(original));
            return List.of(name);
        }
    },
    APPEND_RECORDS_AGAIN {
        @Override
        List<String> apply(HeapLogStore store, SplittableRandom random) throws Exception {
            String name = any(store, random.nextBoolean() ? "logs" : "ticks", random);
            byte[] bytes = store.bytes(name);
            int records = (bytes.length - LogHeader.HEADER_BYTES) / RecordView.BYTES;
            int again = random.nextInt(1, Math.min(records, 9) + 1) * RecordView.BYTES;
            byte[] longer = Arrays.copyOf(bytes, bytes.length + again);
            System.arraycopy(bytes, bytes.length - again, longer, bytes.length, again);
            put(store, name, longer);
            return List.of(name);
        }
    },
    REMOVE_A_RECORD {
        @Override
        List<String> apply(HeapLogStore store, SplittableRandom random) throws Exception {
            String name = any(store, random.nextBoolean() ? "logs" : "ticks", random);
            byte[] bytes = store.bytes(name);
            int records = (bytes.length - LogHeader.HEADER_BYTES) / RecordView.BYTES;
            int at = LogHeader.HEADER_BYTES + random.nextInt(records) * RecordView.BYTES;
            byte[] shorter = Arrays.copyOf(bytes, bytes.length - RecordView.BYTES);
            System.arraycopy(bytes, at + RecordView.BYTES, shorter, at, shorter.length - at);
            put(store, name, shorter);
            return List.of(name);
        }
    },
    SWAP_RECORDS {
        @Override
        List<String> apply(HeapLogStore store, SplittableRandom random) throws Exception {
            String name = any(store, random.nextBoolean() ? "logs" : "ticks", random);
            byte[] bytes = store.bytes(name);
            int records = (bytes.length - LogHeader.HEADER_BYTES) / RecordView.BYTES;
            int first = LogHeader.HEADER_BYTES + random.nextInt(records - 1) * RecordView.BYTES;
            byte[] record = Arrays.copyOfRange(bytes, first, first + RecordView.BYTES);
            System.arraycopy(bytes, first + RecordView.BYTES, bytes, first, RecordView.BYTES);
            System.arraycopy(record, 0, bytes, first + RecordView.BYTES, RecordView.BYTES);
            put(store, name, bytes);
            return List.of(name);
        }
    },
    BLANK_BYTES {
        @Override
        List<String> apply(HeapLogStore store, SplittableRandom random) throws Exception {
            String name = any(store, FOLDERS.get(random.nextInt(FOLDERS.size())), random);
            byte[] bytes = store.bytes(name);
            int first = random.nextInt(bytes.length);
            while (bytes[first] == 0) {
                first = (first + 1) % bytes.length;
            }
            Arrays.fill(bytes, first, Math.min(bytes.length, first + random.nextInt(1, 300)), (byte) 0);
            put(store, name, bytes);
            return List.of(name);
        }
    };

    private static final List<String> FOLDERS = List.of("logs", "logs", "ticks", "snapshots", "configuration", "seals");
    private static final List<String> OTHER_NAMES = List.of(
            "logs/AAA/2022-01-09.log.bak",
            "logs/AAA/2022-02-30.log",
            "logs/ZZZ/2022-01-08.log",
            "logs/AAA/2021-12-31.log",
            "logs/notes.txt",
            "ticks/AAA/2022-01-09.log",
            "ticks/2021-12-31.log",
            "snapshots/AAA/012.snapshot",
            "snapshots/AAA/12.snapshot",
            "snapshots/12.snapshot",
            "configuration/pawl.json",
            "configuration/" + "a".repeat(64) + ".json",
            "other/file",
            "README");

    /** Does it, and gives the file that it did it to, or the two of which each is in the other's place. */
    abstract List<String> apply(HeapLogStore store, SplittableRandom random) throws Exception;

    private static String any(HeapLogStore store, String folder, SplittableRandom random) {
        List<String> names = store.list(folder);
        return names.get(random.nextInt(names.size()));
    }

    private static void cut(HeapLogStore store, String name, int length) throws Exception {
        store.replace(name, store.bytes(name), 0, length);
    }

    private static void put(HeapLogStore store, String name, byte[] bytes) throws Exception {
        store.replace(name, bytes, 0, bytes.length);
    }
}
