package io.github.ecsmedic.check;

import io.github.ecsmedic.account.FakeAccount;

/** Tables of verdicts. */
final class Verdicts {
    private Verdicts() {}

    /** One verdict: {@code says} is the fault, {@code passed}, or why it does not apply or is not known. */
    record Row(Check check, String name, Failure failure, FakeAccount account, String says) {
        String verdict() {
            return switch (check.run(failure.in(account))) {
                case CheckResult.Failed failed -> failed.fault();
                case CheckResult.Passed _ -> "passed";
                case CheckResult.NotApplicable(String why) -> "n/a: " + why;
                case CheckResult.Inconclusive(String why) -> "open: " + why;
            };
        }

        @Override
        public String toString() {
            return check.id() + ": " + name;
        }
    }
}
