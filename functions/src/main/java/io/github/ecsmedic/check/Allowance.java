package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Deployments.Listed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.model.Answer.Known;
import java.util.List;
import java.util.function.Supplier;

/**
 * How many calls are left for a question beside an exit code, for which a person waits: twelve in all, and the fewer the
 * more the comparison of revisions takes.
 *
 * <p>It is reckoned, not counted, so that the same failure is always asked the same.
 */
final class Allowance {
    /** Without a deployment: task definition, service, log and the list of deployments. */
    private static final int ALONE = 8;

    /** With one that ended well: that deployment, its revisions and the definition before too. */
    private static final int SETTLED = 5;

    /** With one that did not: also the stopped tasks. */
    private static final int COMPARED = 3;

    private int left;

    private Allowance(int left) {
        this.left = left;
    }

    static Allowance of(Inquiry inquiry) {
        String service = inquiry.subject().service();
        if (service.isEmpty()) {
            return new Allowance(ALONE);
        }
        return inquiry.account().deployments().deployments(inquiry.subject().cluster(), service)
                        instanceof Known<List<Listed>>(List<Listed> listed, String _)
                ? new Allowance(
                        listed.isEmpty() ? ALONE : listed.getFirst().status().equals("SUCCESSFUL") ? SETTLED : COMPARED)
                : new Allowance(ALONE);
    }

    /** Whether so many more may be sent; then they are taken as sent. */
    boolean take(int calls) {
        if (calls > left) {
            return false;
        }
        left -= calls;
        return true;
    }

    /** The answer, or that it was not asked; {@code what} would be looked at by so many calls. */
    CheckResult ask(int calls, String what, Supplier<CheckResult> question) {
        return take(calls) ? question.get() : new Inconclusive(left(what));
    }

    /** Why something was not looked at. */
    static String left(String what) {
        return "not asked, so that the answer does not wait for it: " + what;
    }
}
