package io.github.ecsmedic.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.aws.AccountOnTheWire;
import io.github.ecsmedic.aws.FakeAws.Asked;
import io.github.ecsmedic.catalogue.CauseRows.Row;
import io.github.ecsmedic.cause.CauseRule;
import io.github.ecsmedic.cause.Condition;
import io.github.ecsmedic.check.Check;
import io.github.ecsmedic.check.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the catalogue declares, which is what the CDK app allows, is what goes over the wire: no more and no less. */
class RecordedCallsTest {
    private static final Catalogue FULL = Catalogue.full();

    /**
     * Operations that are allowed under other names than their own, or by more than one.
     *
     * <p>Amazon EFS looks at the mount target's network interface, and Route 53 at the VPC, in the caller's name (their
     * API references, DescribeMountTargetSecurityGroups and ListHostedZonesByVPC).
     */
    private static final Map<String, Set<String>> ALLOWED_BY = Map.of(
            "monitoring:GetMetricData", Set.of("cloudwatch:GetMetricData"),
            "elasticfilesystem:DescribeMountTargetSecurityGroups",
                    Set.of(
                            "elasticfilesystem:DescribeMountTargetSecurityGroups",
                            "ec2:DescribeNetworkInterfaceAttribute"),
            "route53:ListHostedZonesByVPC", Set.of("route53:ListHostedZonesByVPC", "ec2:DescribeVpcs"));

    @Test
    void diagnoses_ofAllScenes_useExactlyWhatTheCatalogueDeclares() {
        SortedSet<String> used = new TreeSet<>();
        Scenes.all().forEach(scene -> {
            AccountOnTheWire wire = AccountOnTheWire.of(scene.account());
            scene.in(wire);
            used.addAll(actions(wire));
        });

        assertThat(used).isEqualTo(FULL.readActions());
    }

    static Stream<Row> rows() {
        return CauseRows.all();
    }

    /** Of those checks by which the row's cause is proven. */
    @ParameterizedTest
    @MethodSource("rows")
    void check_alone_usesNoMoreThanItDeclares(Row row) {
        List<String> undeclared = new ArrayList<>();
        for (Check check : checks(row.cause())) {
            Stream.of(recorded(check, row.failure(), row.broken()), recorded(check, row.almost(), row.near()))
                    .flatMap(Set::stream)
                    .filter(action -> !check.actions().contains(action))
                    .distinct()
                    .forEach(action -> undeclared.add(check.id() + " uses " + action));
        }

        assertThat(undeclared).isEmpty();
    }

    private static Stream<CauseRule> causes(String id) {
        return FULL.causes().stream().filter(cause -> cause.id().equals(id));
    }

    private static List<Check> checks(String cause) {
        List<String> asked = causes(cause)
                .flatMap(rule -> rule.conditions().stream())
                .map(Condition::check)
                .toList();
        return FULL.checks().stream()
                .filter(check -> asked.contains(check.id()))
                .toList();
    }

    private static Set<String> recorded(Check check, Failure failure, FakeAccount account) {
        AccountOnTheWire wire = AccountOnTheWire.of(account);
        wire.ask(read -> check.run(failure.in(read)));
        return actions(wire);
    }

    private static Set<String> actions(AccountOnTheWire wire) {
        Set<String> actions = new TreeSet<>();
        wire.asked().stream()
                .map(Asked::operation)
                .forEach(operation -> actions.addAll(ALLOWED_BY.getOrDefault(operation, Set.of(operation))));
        return actions;
    }
}
