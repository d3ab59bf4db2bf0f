package io.github.ecsmedic.diagnose;

import io.github.ecsmedic.account.Account;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Diagnosis.NotChecked;
import java.util.List;
import java.util.stream.Stream;

/** Reads that brought nothing although no check failed over it: a verdict may say less for want of them. */
final class OtherFacts {
    private static final String NAME = "other-facts";
    private static final String ACCOUNT = "account";

    private OtherFacts() {}

    /** Where nothing of the account can be read, that stands in place of all that was not read for it. */
    static Outcome told(Outcome outcome, Account account) {
        return account.barred().isPresent() && outcome instanceof Outcome.Diagnosed(Diagnosis diagnosis)
                ? new Outcome.Diagnosed(diagnosis.withNotChecked(
                        List.of(new NotChecked(ACCOUNT, account.barred().get()))))
                : outcome;
    }

    /** The diagnosis with every read in vain among what was not checked. */
    static Diagnosis named(Diagnosis diagnosis, Account account) {
        List<NotChecked> more = account.unread().stream()
                .map(Answer.Unknown::why)
                .filter(why ->
                        diagnosis.notChecked().stream().noneMatch(n -> n.why().contains(why)))
                .map(why -> new NotChecked(NAME, why))
                .toList();
        return diagnosis.withNotChecked(
                Stream.concat(diagnosis.notChecked().stream(), more.stream()).toList());
    }
}
