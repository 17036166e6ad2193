package pawl.kernel.plugin;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.FieldRefEntry;
import java.lang.classfile.constantpool.InvokeDynamicEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.MethodTypeEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import pawl.kernel.plugin.ClassUse.Lambda;
import pawl.kernel.plugin.ClassUse.Member;

/** Reads a class file's constant pool and the heads of its members; its code is not looked at. */
final class ClassUseReader {
    private static final ClassFile CLASS_FILE = ClassFile.of();
    private static final String LAMBDA_FACTORY = "java/lang/invoke/LambdaMetafactory";

    private final List<String> types = new ArrayList<>();
    private final List<Member> members = new ArrayList<>();
    private final List<Lambda> lambdas = new ArrayList<>();

    private ClassUseReader() {}

    /** @throws IllegalArgumentException when these bytes are no class file */
    static ClassUse read(byte[] bytes) {
        ClassModel model = CLASS_FILE.parse(bytes);
        ClassUseReader reader = new ClassUseReader();
        for (PoolEntry entry : model.constantPool()) {
            reader.add(entry);
        }
        return new ClassUse(facts(model), reader.types, reader.members, reader.lambdas);
    }

    private static TypeFacts facts(ClassModel model) {
        Map<String, Integer> own = new TreeMap<>();
        for (MethodModel method : model.methods()) {
            own.put(
                    TypeFacts.methodKey(
                            method.methodName().stringValue(),
                            method.methodType().stringValue()),
                    method.flags().flagsMask());
        }
        for (FieldModel field : model.fields()) {
            own.put(
                    TypeFacts.fieldKey(
                            field.fieldName().stringValue(), field.fieldType().stringValue()),
                    field.flags().flagsMask());
        }
        return new TypeFacts(
                model.thisClass().asInternalName(),
                model.flags().flagsMask(),
                model.superclass().map(ClassEntry::asInternalName),
                model.interfaces().stream().map(ClassEntry::asInternalName).toList(),
                own);
    }

    private void add(PoolEntry entry) {
        if (entry instanceof ClassEntry type) {
            elementType(type.asInternalName()).ifPresent(types::add);
        } else if (entry instanceof MemberRefEntry member) {
            String name = member.name().stringValue();
            String descriptor = member.type().stringValue();
            boolean isField = member instanceof FieldRefEntry;
            members.add(new Member(
                    member.owner().asInternalName(),
                    isField ? TypeFacts.fieldKey(name, descriptor) : TypeFacts.methodKey(name, descriptor)));
        } else if (entry instanceof InvokeDynamicEntry dynamic) {
            addLambda(dynamic);
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

    private void addLambda(InvokeDynamicEntry dynamic) {
        var factory = dynamic.bootstrap().bootstrapMethod().reference().owner();
        String descriptor = dynamic.type().stringValue();
        String made = descriptor.substring(descriptor.indexOf(')') + 1);
        if (factory.asInternalName().equals(LAMBDA_FACTORY)
                && made.startsWith("L")
                && dynamic.bootstrap().arguments().getFirst() instanceof MethodTypeEntry type) {
            String key = TypeFacts.methodKey(
                    dynamic.name().stringValue(), type.descriptor().stringValue());
            lambdas.add(new Lambda(made.substring(1, made.length() - 1), key));
        }
    }
}
