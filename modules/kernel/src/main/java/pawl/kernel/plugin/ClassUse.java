package pawl.kernel.plugin;

import java.util.List;

/**
 * One class of a plugin, and all that its code links to.
 *
 * @param types internal names of classes, in the order of its constant pool
 * @param members of classes, its own too
 * @param lambdas objects that its code makes of interfaces
 */
record ClassUse(TypeFacts facts, List<String> types, List<Member> members, List<Lambda> lambdas) {

    /** @param key as {@link TypeFacts} has it */
    record Member(String owner, String key) {}

    /** @param key of the one method that it implements */
    record Lambda(String type, String key) {}
}
