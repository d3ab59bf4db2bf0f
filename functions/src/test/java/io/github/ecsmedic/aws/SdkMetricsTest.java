package io.github.ecsmedic.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.model.Answer;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SdkMetricsTest {
    private static final String METRICS = "cloudwatch:GetMetricData";
    private static final String ASKED = "monitoring:GetMetricData";
    private static final Instant FROM = Instant.parse("2026-11-20T03:00:00Z");
    private static final Instant TO = Instant.parse("2026-11-20T03:05:00Z");

    private final FakeAws aws = new FakeAws();

    @Test
    void memoryUsed_ofAFamily_isTheMost() {
        aws.on(
                ASKED,
                metrics("<member><Id>most</Id><Values><member>410.5</member><member>505</member></Values></member>"));

        assertThat(aws.account().metrics().memoryUsed("prod", "api", FROM, TO))
                .isEqualTo(new Answer.Known<>(Optional.of(505.0), METRICS));
        assertThat(aws.asked().getFirst().body())
                .contains("ContainerInsights", "MemoryUtilized", "Maximum", "ClusterName", "TaskDefinitionFamily");
    }

    @Test
    void responseTime_ofATargetGroup_isAskedByTheEndsOfItsArns() {
        aws.on(ASKED, metrics("<member><Id>most</Id><Values><member>7.5</member></Values></member>"));

        assertThat(aws.account()
                        .metrics()
                        .responseTime(
                                "arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/front/b1",
                                "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/api/a1",
                                FROM,
                                TO))
                .isEqualTo(new Answer.Known<>(Optional.of(7.5), METRICS));
        assertThat(aws.asked().getFirst().body())
                .contains("TargetResponseTime", "=app/front/b1", "=targetgroup/api/a1");
    }

    @Test
    void figures_thatNobodyWrites_areKnownToBeNone() {
        aws.on(ASKED, metrics("<member><Id>most</Id><Values/></member>"));

        assertThat(aws.account().metrics().memoryUsed("prod", "api", FROM, TO))
                .isEqualTo(new Answer.Known<>(Optional.empty(), METRICS));
    }

    @Test
    void figures_withoutAResult_areUnknown() {
        aws.on(ASKED, metrics(""));

        assertThat(aws.account().metrics().memoryUsed("prod", "api", FROM, TO))
                .isEqualTo(new Answer.Unknown<>("empty answer", METRICS));
    }

    private static String metrics(String results) {
        return "<GetMetricDataResponse xmlns=\"http://monitoring.amazonaws.com/doc/2010-08-01/\"><GetMetricDataResult>"
                + "<MetricDataResults>" + results
                + "</MetricDataResults></GetMetricDataResult></GetMetricDataResponse>";
    }
}
