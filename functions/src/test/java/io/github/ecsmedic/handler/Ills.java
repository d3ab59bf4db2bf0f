package io.github.ecsmedic.handler;

import io.github.ecsmedic.fix.EnableVpcDns;
import io.github.ecsmedic.fix.ExtendGracePeriod;
import io.github.ecsmedic.fix.ForceNewDeployment;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Seen;
import io.github.ecsmedic.mend.Mode;
import io.github.ecsmedic.mend.OptIn;
import io.github.ecsmedic.mend.Plans;
import io.github.ecsmedic.mend.Standing;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Faults of one service, {@code api} in {@code prod}, that the fakes of fixes can cure. */
final class Ills {
    static final Plans PLANS =
            new Plans(List.of(new EnableVpcDns(), new ForceNewDeployment(), new ExtendGracePeriod()));

    static final String ANEW = "force-new-deployment";
    static final String LONGER = "extend-grace-period";
    static final String DNS = "enable-vpc-dns";

    static final Map<String, String> OPTED_IN = Map.of(OptIn.MODE_TAG, "auto", OptIn.FIXES_TAG, ANEW + " " + LONGER);

    private Ills() {}

    static Standing standing(boolean dryRun) {
        return new Standing(new OptIn(Mode.NOTIFY, Set.of()), Set.of("U1", "U2"), Set.of(DNS), dryRun);
    }

    static Cause digestGone() {
        return cause("image.digest_expired", Resources.of("image", "registry.example.com/api"));
    }

    static Cause startsTooSlowly() {
        return cause(
                "health.start_period_too_short",
                Resources.of("target-group", "tg-1", "grace-period", "60s", "boot-time", "90s"));
    }

    static Cause dnsOff() {
        return cause(
                "dns.vpc_attributes_off",
                Resources.of(
                        "vpc", "vpc-0aa1",
                        "dns-attribute-off", "enableDnsSupport",
                        "dns-attribute-off", "enableDnsHostnames"));
    }

    /** One of the attributes could not be read. */
    static Cause namesOff() {
        return cause(
                "dns.vpc_attributes_off", Resources.of("vpc", "vpc-0aa1", "dns-attribute-off", "enableDnsHostnames"));
    }

    private static Cause cause(String id, Resources resources) {
        return new Cause(id, Certainty.PROVEN, "It is so", resources, List.of());
    }

    static Diagnosis diagnosis(Cause cause, int deployment) {
        return diagnosis("api", cause, deployment);
    }

    static Diagnosis diagnosis(String service, Cause cause, int deployment) {
        return diagnosis(cause, deployment, Seen.service(service));
    }

    static Diagnosis diagnosis(Cause cause, int deployment, Subject subject) {
        return Seen.deployed(Seen.diagnosis(subject, "app.unhealthy", cause), "ecs-svc/" + deployment);
    }

    static Incident incident(Cause cause) {
        return Seen.incident("i-1", 0, diagnosis(cause, 1));
    }
}
