package io.github.ecsmedic.mend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.ecsmedic.fix.GroupSize;
import io.github.ecsmedic.fix.GroupSize.Size;
import io.github.ecsmedic.fix.Request;
import io.github.ecsmedic.fix.ServiceSetting;
import io.github.ecsmedic.fix.ServiceSetting.Definition;
import io.github.ecsmedic.fix.ServiceSetting.DesiredCount;
import io.github.ecsmedic.fix.ServiceSetting.GracePeriod;
import io.github.ecsmedic.fix.ServiceSetting.NewDeployment;
import io.github.ecsmedic.fix.ServiceSetting.Rollout;
import io.github.ecsmedic.fix.ServiceSetting.Strategy;
import io.github.ecsmedic.fix.ServiceSetting.Strategy.Share;
import io.github.ecsmedic.fix.ServiceUpdate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a fix sends, and the same altered in one point: IAM would let it pass. */
class ShapeTest {
    private static final Share SPOT = new Share("FARGATE_SPOT", 1, 0);
    private static final Share BASE = new Share("FARGATE", 1, 1);

    private static boolean allowed(String fix, Request request) {
        return Shape.allows(new Situation(fix, request).plan(), request);
    }

    private static Request update(@Nullable ServiceSetting from, ServiceSetting to) {
        return new ServiceUpdate("us-east-1", "prod", "api", from, to);
    }

    private static Request size(Size from, Size to) {
        return new GroupSize("us-east-1", "hosts", from, to);
    }

    static Stream<Arguments> right() {
        return Stream.of(
                arguments("force-new-deployment", update(null, new NewDeployment())),
                arguments("roll-back-task-definition", update(new Definition("api:7"), new Definition("api:6"))),
                arguments("extend-grace-period", update(new GracePeriod(60), new GracePeriod(600))),
                arguments(
                        "enable-circuit-breaker",
                        update(new Rollout(200, 100, false, false), new Rollout(200, 100, true, true))),
                arguments(
                        "fix-deployment-percent",
                        update(new Rollout(100, 100, true, false), new Rollout(200, 100, true, false))),
                arguments("lower-desired-count", update(new DesiredCount(6), new DesiredCount(1))),
                arguments("add-fargate-base", update(new Strategy(List.of(SPOT)), new Strategy(List.of(BASE, SPOT)))),
                arguments("raise-capacity", size(new Size(4, 4), new Size(5, 5))),
                arguments("raise-capacity", size(new Size(4, 2), new Size(4, 3))),
                arguments("raise-capacity", size(new Size(4, null), new Size(5, null))));
    }

    static Stream<Arguments> altered() {
        return Stream.of(
                        Stream.of(
                                arguments("force-new-deployment", update(null, new DesiredCount(0))),
                                arguments("force-new-deployment", update(null, new Definition("api:6")))),
                        Stream.of(
                                arguments("roll-back-task-definition", update(null, new Definition("api:6"))),
                                arguments(
                                        "roll-back-task-definition",
                                        update(new Definition("api:7"), new Definition("api:7"))),
                                arguments(
                                        "roll-back-task-definition",
                                        update(new Definition("api:7"), new Definition("shell:1"))),
                                arguments(
                                        "roll-back-task-definition",
                                        update(new Definition("api:7"), new Definition("api")))),
                        Stream.of(
                                arguments("extend-grace-period", update(new GracePeriod(60), new GracePeriod(601))),
                                arguments("extend-grace-period", update(new GracePeriod(60), new GracePeriod(60))),
                                arguments("extend-grace-period", update(new GracePeriod(60), new GracePeriod(0)))),
                        Stream.of(
                                arguments(
                                        "enable-circuit-breaker",
                                        update(new Rollout(200, 100, false, false), new Rollout(200, 0, true, true))),
                                arguments(
                                        "enable-circuit-breaker",
                                        update(
                                                new Rollout(200, 100, true, true),
                                                new Rollout(200, 100, false, false)))),
                        Stream.of(
                                arguments(
                                        "fix-deployment-percent",
                                        update(new Rollout(100, 100, true, true), new Rollout(200, 0, true, true))),
                                arguments(
                                        "fix-deployment-percent",
                                        update(new Rollout(100, 100, true, true), new Rollout(200, 100, false, true))),
                                arguments(
                                        "fix-deployment-percent",
                                        update(new Rollout(200, 100, true, true), new Rollout(100, 100, true, true)))),
                        Stream.of(
                                arguments("lower-desired-count", update(new DesiredCount(6), new DesiredCount(0))),
                                arguments("lower-desired-count", update(new DesiredCount(6), new DesiredCount(7))),
                                arguments("lower-desired-count", update(null, new DesiredCount(1)))),
                        Stream.of(
                                arguments(
                                        "add-fargate-base",
                                        update(new Strategy(List.of(SPOT)), new Strategy(List.of(SPOT)))),
                                arguments(
                                        "add-fargate-base",
                                        update(new Strategy(List.of(SPOT)), new Strategy(List.of(BASE)))),
                                arguments(
                                        "add-fargate-base",
                                        update(
                                                new Strategy(List.of(SPOT)),
                                                new Strategy(List.of(new Share("FARGATE", 1, 50), SPOT)))),
                                arguments(
                                        "add-fargate-base",
                                        update(new Strategy(List.of(SPOT)), new Strategy(List.of())))),
                        Stream.of(
                                arguments("raise-capacity", size(new Size(4, 4), new Size(6, 5))),
                                arguments("raise-capacity", size(new Size(4, 4), new Size(5, 0))),
                                arguments("raise-capacity", size(new Size(4, 4), new Size(0, 5))),
                                arguments("raise-capacity", size(new Size(4, null), new Size(4, null))),
                                arguments("raise-capacity", size(new Size(4, null), new Size(5, 5)))))
                .flatMap(all -> all);
    }

    @ParameterizedTest
    @MethodSource("right")
    void request_ofItsFix_mayBeSent_andOfNoOther(String fix, Request request) {
        assertThat(allowed(fix, request)).isTrue();
        assertThat(right().map(row -> row.get()[0].toString())
                        .filter(other -> !other.equals(fix))
                        .filter(other -> allowed(other, request)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("altered")
    void request_thatIsAltered_mayNotBeSent(String fix, Request request) {
        assertThat(allowed(fix, request)).isFalse();
    }

    @Test
    void request_toAnotherServiceOrCluster_mayNotBeSent() {
        for (ServiceUpdate other : List.of(
                new ServiceUpdate("us-east-1", "prod", "web", null, new NewDeployment()),
                new ServiceUpdate("us-east-1", "other", "api", null, new NewDeployment()),
                new ServiceUpdate("us-east-1", "prod", "", null, new NewDeployment()))) {
            assertThat(allowed("force-new-deployment", other))
                    .as(other.toString())
                    .isFalse();
        }
    }

    @Test
    void fix_thatIsNotListed_sendsNothing() {
        assertThat(allowed("raise-memory", update(null, new NewDeployment()))).isFalse();
    }
}
