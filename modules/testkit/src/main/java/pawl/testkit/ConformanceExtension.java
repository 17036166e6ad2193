package pawl.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestWatcher;
import pawl.testkit.CaseOutcome.Result;

/** Leaves out what does not apply, and reports the outcome of each case; made by JUnit. */
public final class ConformanceExtension implements BeforeEachCallback, TestWatcher {
    private static final Namespace NAMESPACE = Namespace.create(ConformanceExtension.class);

    public ConformanceExtension() {}

    @Override
    public void beforeEach(ExtensionContext context) {
        ConformanceContract contract = (ConformanceContract) context.getRequiredTestInstance();
        reports(context).begin(contract);
        for (String id : contract.notApplicable().keySet()) {
            boolean isCase = Arrays.stream(contract.getClass().getMethods())
                    .map(method -> method.getAnnotation(ConformanceCase.class))
                    .anyMatch(numbered -> numbered != null && numbered.id().equals(id));
            if (!isCase) {
                fail("notApplicable() names " + id + ", which is no case of this contract");
            }
        }
        ConformanceCase numbered = context.getRequiredTestMethod().getAnnotation(ConformanceCase.class);
        if (numbered != null && contract.notApplicable().containsKey(numbered.id())) {
            String reason = contract.notApplicable().get(numbered.id());
            if (!numbered.mayNotApply()) {
                fail(numbered.id() + " applies to every plugin; remove it from notApplicable()");
            }
            if (reason.isBlank()) {
                fail(numbered.id() + " is said not to apply, without a reason");
            }
            Assumptions.abort("not applicable: " + reason);
        }
    }

    @Override
    public void testSuccessful(ExtensionContext context) {
        report(context, Result.PASSED, "");
    }

    @Override
    public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
        String message = messageOf(cause);
        report(context, Result.FAILED, message.strip().lines().findFirst().orElse(""));
    }

    @Override
    public void testAborted(ExtensionContext context, @Nullable Throwable cause) {
        String message = messageOf(cause);
        report(
                context,
                Result.NOT_APPLICABLE,
                message.replace("Assumption failed: ", "").replace("not applicable: ", ""));
    }

    @Override
    public void testDisabled(ExtensionContext context, Optional<String> reason) {
        report(context, Result.NOT_RUN, reason.orElse("disabled"));
    }

    private static String messageOf(@Nullable Throwable cause) {
        if (cause == null) {
            return "for no reason given";
        }
        String message = cause.getMessage();
        return message == null ? cause.toString() : message;
    }

    private static void report(ExtensionContext context, Result result, String detail) {
        ConformanceCase numbered = context.getRequiredTestMethod().getAnnotation(ConformanceCase.class);
        Optional<Object> instance = context.getTestInstance();
        if (numbered != null && instance.isPresent()) {
            reports(context)
                    .add(
                            (ConformanceContract) instance.get(),
                            new CaseOutcome(numbered.id(), numbered.says(), result, detail));
        }
    }

    /** Kept with the run, not with a class: JUnit closes it when the run ends, and then it is written. */
    private static ConformanceReports reports(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(ConformanceReports.class, _ -> new ConformanceReports(), ConformanceReports.class);
    }
}
