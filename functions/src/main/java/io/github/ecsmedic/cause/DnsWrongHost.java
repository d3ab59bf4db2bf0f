package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.answers;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.check.Leg;
import java.util.List;

/** Nobody can resolve a name that does not exist. */
public final class DnsWrongHost implements CauseRule {
    @Override
    public String id() {
        return "dns.wrong_host";
    }

    @Override
    public String meaning() {
        return "The host name itself is wrong: a value that was not set, no region of AWS, or a typing error";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return Leg.of(inquiry).isPresent() || inquiry.seen().label().equals("logging.bad_config");
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("wrong-host"), answers("stated-cause"));
    }

    @Override
    public String summary(Proof proof) {
        return Unreached.because(proof, "the host name is wrong", reason(proof));
    }

    private static String reason(Proof proof) {
        String fact = proof.evidence("wrong-host").getFirst().fact();
        return "The host name " + proof.resources("wrong-host").first("host") + " is wrong: " + fact;
    }
}
