package io.github.ecsmedic.smallvpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.catalogue.Catalogue;
import io.github.ecsmedic.check.Failure;
import io.github.ecsmedic.diagnose.Diagnoser;
import io.github.ecsmedic.diagnose.Outcome;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Diagnosis.Hop;
import io.github.ecsmedic.model.Subject;
import io.github.ecsmedic.smallvpc.NaivePacket.Fate;
import io.github.ecsmedic.smallvpc.NaivePacket.Fault;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The engine and a naive evaluator look at the same small VPCs, and must agree. */
class RandomVpcTest {
    private static final int SIZE = 10_000;
    private static final long SEED = Long.getLong("vpc.seed", 20_261_120L);
    private static final int OFTEN = 50;

    /** Hops at which packets stop, and causes, of which enough must have been drawn. */
    private static final Set<String> OUTCOMES = Set.of(
            "arrives",
            "beyond",
            "hidden",
            "name",
            "security-group",
            "network-acl",
            "return",
            "route-table",
            "target",
            "service",
            "instance",
            "internet-gateway",
            "nat-gateway",
            "nat-route-table",
            "nat-acl",
            "public-access",
            "endpoint-acl",
            "endpoint-security-group",
            "dns.endpoint_private_dns_off",
            "dns.firewall_block",
            "dns.private_zone_shadows",
            "dns.resolver_rule",
            "dns.vpc_attributes_off",
            "network.acl_denied",
            "network.blackhole_route",
            "network.endpoint_ingress_denied",
            "network.endpoint_missing",
            "network.endpoint_unavailable",
            "network.internet_gateway_detached",
            "network.nat_unavailable",
            "network.nat_without_internet",
            "network.no_public_ip",
            "network.no_route",
            "network.public_access_blocked",
            "network.s3_gateway_missing",
            "network.s3_gateway_not_associated",
            "network.task_egress_denied");

    private static final Set<String> SPARE = Set.of(
            "network.path_unknown",
            "dns.vpc_attributes_off",
            "dns.endpoint_private_dns_off",
            "network.endpoint_unavailable");
    private static final Subject SUBJECT =
            new Subject(FakeAccount.ID, FakeAccount.REGION, "prod", "api", Failure.TASK, "api:42");

    private final Diagnoser diagnoser = Catalogue.full().diagnoser();
    private final Map<String, Integer> seen = new ConcurrentHashMap<>();

    @Test
    void engine_inSmallVpcsDrawnAtRandom_agreesWithTheNaiveEvaluator() {
        Map<Long, String> disagreements = new ConcurrentSkipListMap<>();
        LongStream.range(SEED, SEED + SIZE).parallel().forEach(seed -> {
            String says = disagreement(Draw.of(seed));
            if (!says.isEmpty()) {
                disagreements.put(seed, says);
            }
        });

        assertThat(disagreements)
                .as(() -> "-Dvpc.seed=" + disagreements.keySet().iterator().next() + " draws first\n"
                        + Draw.of(disagreements.keySet().iterator().next()))
                .isEmpty();
        assertThat(seen.entrySet().stream()
                        .filter(each -> each.getValue() >= OFTEN)
                        .map(Map.Entry::getKey))
                .containsAll(OUTCOMES);
    }

    private String disagreement(SmallVpc vpc) {
        Fate fate = NaivePacket.of(vpc);
        String address = NaiveNames.of(vpc).address();
        boolean hidden = vpc.hidden && !address.isEmpty();
        Failure failure = hidden
                ? vpc.errand.hidden()
                : address.isEmpty() ? vpc.errand.unresolved() : vpc.errand.timedOut(address);
        if (vpc.instance != null) {
            failure.onInstance();
        }
        Diagnosis diagnosis =
                diagnoser.diagnose(SUBJECT, failure.task(), vpc.account()) instanceof Outcome.Diagnosed(Diagnosis d)
                        ? d
                        : null;
        count(vpc, fate);
        return hidden ? unsound(fate, diagnosis) : different(fate, diagnosis);
    }

    private void count(SmallVpc vpc, Fate fate) {
        String outcome = fate.unsure()
                ? "unsure"
                : vpc.hidden
                        ? "hidden"
                        : !fate.faults().isEmpty()
                                ? fate.faults().getFirst().stop().replaceAll(" .*", "")
                                        + (fate.faults().getFirst().partly() ? " partly" : "")
                                : fate.beyond().isEmpty() ? "arrives" : "beyond";
        seen.merge(outcome, 1, Integer::sum);
        fate.causes().forEach(cause -> seen.merge(cause, 1, Integer::sum));
    }

    private static String different(Fate fate, Diagnosis diagnosis) {
        List<Cause> causes = diagnosis.causes();
        String told =
                causes.stream().map(c -> c.id() + " " + c.certainty().word()).toList() + " at " + stop(diagnosis)
                        + " not passed "
                        + diagnosis.path().stream()
                                .filter(h -> !h.verdict().equals("passed"))
                                .toList();
        if (fate.unsure()) {
            return "";
        }
        if (fate.arrives()) {
            boolean quiet = causes.getFirst().id().equals("unknown") && open(diagnosis);
            return quiet ? "" : "arrives, told " + told;
        }
        if (fate.faults().isEmpty()) {
            boolean said = fate.spare()
                    ? SPARE.contains(causes.getFirst().id())
                    : causes.getFirst().id().equals("network.path_unknown")
                            && shown(diagnosis, "failed").isEmpty();
            said = said && shown(diagnosis, "inconclusive").contains(fate.beyond());
            return said && unsound(fate, diagnosis).isEmpty() ? "" : "leaves by " + fate.beyond() + ", told " + told;
        }
        Fault first = fate.faults().getFirst();
        Set<String> named = new HashSet<>(first.causes());
        named.retainAll(causes.stream().map(Cause::id).toList());
        boolean right = (fate.causes().contains(causes.getFirst().id())
                        || (fate.spare() && SPARE.contains(causes.getFirst().id())))
                && !named.isEmpty()
                && first.stop().equals(stop(diagnosis));
        return right && unsound(fate, diagnosis).isEmpty()
                ? ""
                : fate.faults() + " " + fate.beyond() + ", told " + told;
    }

    /** Whether something is proven, or fails on the path, that does not stop the packet. */
    private static String unsound(Fate fate, Diagnosis diagnosis) {
        List<String> wrong = diagnosis.causes().stream()
                .filter(cause -> cause.certainty() == Certainty.PROVEN)
                .map(Cause::id)
                .filter(id -> !fate.causes().contains(id))
                .toList();
        return wrong.isEmpty() ? "" : "proven wrongly " + wrong + " where " + fate;
    }

    private static boolean open(Diagnosis diagnosis) {
        return diagnosis.path().stream().allMatch(hop -> hop.verdict().equals("passed"));
    }

    private static String stop(Diagnosis diagnosis) {
        return shown(diagnosis, "failed").stream().findFirst().orElse("");
    }

    private static List<String> shown(Diagnosis diagnosis, String verdict) {
        return diagnosis.path().stream()
                .filter(hop -> hop.verdict().equals(verdict))
                .map(RandomVpcTest::named)
                .toList();
    }

    private static String named(Hop hop) {
        return hop.hop() + " " + hop.id();
    }
}
