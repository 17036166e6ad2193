package pawl.kernel.plugin;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pawl.kernel.plugin.ClassUse.Lambda;
import pawl.kernel.plugin.ClassUse.Member;

/**
 * Reads a class file (JVMS 4) as far as links go: its constant pool, the heads of its members, and what its lambdas implement. It runs at
 * every start, so it makes fewer objects, of fewer classes, than the JDK's own reader.
 */
final class ClassUseReader {
    private static final int MAGIC = 0xcafebabe;
    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int CLASS = 7;
    private static final int FIELD = 9;
    private static final int INTERFACE_METHOD = 11;
    private static final int METHOD_HANDLE = 15;
    private static final int METHOD_TYPE = 16;
    private static final int INVOKE_DYNAMIC = 18;
    /** Of each kind of entry after its tag; none of 0 is allowed. */
    private static final int[] ENTRY_BYTES = {0, 0, 0, 4, 4, 8, 8, 2, 2, 4, 4, 4, 4, 0, 0, 3, 2, 4, 4, 2, 2};

    private static final String LAMBDA_FACTORY = "java/lang/invoke/LambdaMetafactory";

    private final byte[] bytes;
    private int position;
    /** Where each entry's tag stands; 0 for those that there are none of. */
    private final int[] pool;
    /** Texts of the pool that were asked for. */
    private final String[] names;

    private ClassUseReader(byte[] classFile) {
        bytes = classFile;
        require(u4(0) == MAGIC, "it is no class file");
        position = 8; // after the version, which the virtual machine judges
        pool = new int[u2()];
        names = new String[pool.length];
        for (int i = 1; i < pool.length; i++) {
            int tag = bytes[position];
            require(tag > 0 && tag < ENTRY_BYTES.length, "its constant pool has a " + tag);
            pool[i] = position;
            int length = tag == UTF8 ? 2 + u2(position + 1) : ENTRY_BYTES[tag];
            require(length > 0, "its constant pool has a " + tag);
            position += 1 + length;
            i += tag == LONG || tag == DOUBLE ? 1 : 0;
        }
    }

    /** @throws IllegalArgumentException when these bytes are no class file */
    static ClassUse read(byte[] classFile) {
        try {
            return new ClassUseReader(classFile).read();
        } catch (IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("it is no whole class file", e);
        }
    }

    private ClassUse read() {
        int flags = u2();
        String name = className(u2());
        int superclass = u2();
        List<String> interfaces = new ArrayList<>();
        for (int left = u2(); left > 0; left--) {
            interfaces.add(className(u2()));
        }
        Map<String, Integer> own = new HashMap<>();
        readMembers(":", own);
        readMembers("", own);
        Optional<String> above = superclass == 0 ? Optional.empty() : Optional.of(className(superclass));
        TypeFacts facts = new TypeFacts(name, flags, above, interfaces, own);
        ClassUse use = new ClassUse(facts, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        int[] bootstraps = bootstraps();
        for (int i = 1; i < pool.length; i++) {
            if (pool[i] != 0) {
                addEntry(i, bootstraps, use);
            }
        }
        return use;
    }

    private void readMembers(String separator, Map<String, Integer> members) {
        for (int left = u2(); left > 0; left--) {
            int flags = u2();
            members.put(text(u2()) + separator + text(u2()), flags);
            for (int attributes = u2(); attributes > 0; attributes--) {
                u2();
                skip();
            }
        }
    }

    /** Where each bootstrap method of the class stands. */
    private int[] bootstraps() {
        for (int attributes = u2(); attributes > 0; attributes--) {
            if (!text(u2()).equals("BootstrapMethods")) {
                skip();
                continue;
            }
            position += 4;
            int[] places = new int[u2()];
            for (int i = 0; i < places.length; i++) {
                places[i] = position;
                position += 4 + 2 * u2(position + 2);
            }
            return places;
        }
        return new int[0];
    }

    private void addEntry(int index, int[] bootstraps, ClassUse use) {
        int tag = bytes[pool[index]];
        int first =
                tag == CLASS || (tag >= FIELD && tag <= INTERFACE_METHOD) || tag == INVOKE_DYNAMIC ? operand(index) : 0;
        if (tag == CLASS) {
            elementType(text(first)).ifPresent(use.types()::add);
        } else if (tag == INVOKE_DYNAMIC) {
            lambda(index, bootstraps).ifPresent(use.lambdas()::add);
        } else if (first != 0 && !isOfJdk(operand(first))) {
            int nameAndType = u2(pool[index] + 3);
            String separator = tag == FIELD ? ":" : "";
            String key = text(operand(nameAndType)) + separator + text(u2(pool[nameAndType] + 3));
            use.members().add(new Member(className(first), key));
        }
    }

    /** Empty for an array of primitives. */
    private static Optional<String> elementType(String name) {
        if (!name.startsWith("[")) {
            return Optional.of(name);
        }
        String element = name.substring(name.lastIndexOf('[') + 1);
        return element.startsWith("L") ? Optional.of(element.substring(1, element.length() - 1)) : Optional.empty();
    }

    private Optional<Lambda> lambda(int index, int[] bootstraps) {
        int bootstrap = bootstraps[operand(index)];
        int handle = u2(bootstrap);
        require(bytes[pool[handle]] == METHOD_HANDLE, "a bootstrap method is no method");
        int factory = u2(pool[handle] + 2);
        int nameAndType = u2(pool[index] + 3);
        String descriptor = text(u2(pool[nameAndType] + 3));
        String made = descriptor.substring(descriptor.indexOf(')') + 1);
        boolean isLambda = className(operand(factory)).equals(LAMBDA_FACTORY) && made.startsWith("L");
        if (!isLambda || u2(bootstrap + 2) == 0 || bytes[pool[u2(bootstrap + 4)]] != METHOD_TYPE) {
            return Optional.empty();
        }
        String key = text(operand(nameAndType)) + text(operand(u2(bootstrap + 4)));
        return Optional.of(new Lambda(made.substring(1, made.length() - 1), key));
    }

    /** Most links are to the JDK, and of no interest: its names start with {@code java/}. */
    private boolean isOfJdk(int text) {
        int at = pool[text] + 3;
        return bytes[at] == 'j'
                && bytes[at + 1] == 'a'
                && bytes[at + 2] == 'v'
                && bytes[at + 3] == 'a'
                && bytes[at + 4] == '/';
    }

    private int u2() {
        position += 2;
        return u2(position - 2);
    }

    private int u2(int at) {
        return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
    }

    private int u4(int at) {
        return (u2(at) << 16) | u2(at + 2);
    }

    private int operand(int index) {
        return u2(pool[index] + 1);
    }

    private String className(int index) {
        return text(operand(index));
    }

    private String text(int index) {
        String known = names[index];
        if (known == null) {
            int at = pool[index];
            require(at != 0 && bytes[at] == UTF8, "its constant pool lacks a text at " + index);
            known = new String(bytes, at + 3, u2(at + 1), StandardCharsets.UTF_8);
            names[index] = known;
        }
        return known;
    }

    /** Over an attribute, from its length on. */
    private void skip() {
        int length = u4(position);
        require(length >= 0 && length <= bytes.length - position - 4, "an attribute goes beyond its end");
        position += 4 + length;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
