package io.github.ecsmedic.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.NatDrops;
import io.github.ecsmedic.model.Answer;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NatMetricsTest {
    private static final String METRICS = "cloudwatch:GetMetricData";
    private static final String ASKED = "monitoring:GetMetricData";
    private static final Instant FROM = Instant.parse("2026-11-20T03:00:00Z");
    private static final Instant TO = Instant.parse("2026-11-20T03:15:00Z");

    private final FakeAws aws = new FakeAws();

    @Test
    void drops_overTwoPages_areSummedUp() {
        aws.on(
                ASKED,
                metrics(result("ports", 1, 2) + result("packets", 0), "<NextToken>more</NextToken>"),
                metrics(result("packets", 5), ""));

        assertThat(drops()).isEqualTo(new Answer.Known<>(new NatDrops(3, 5), METRICS));
        assertThat(aws.asked().getFirst().body())
                .contains("AWS/NATGateway", "NatGatewayId", "nat-1", "ErrorPortAllocation", "PacketsDropCount", "Sum")
                .contains("StartTime=2026-11-20T03:00:00Z", "EndTime=2026-11-20T03:15:00Z");
    }

    @Test
    void drops_withoutADataPoint_areUnknown() {
        aws.on(ASKED, metrics(result("ports") + result("packets", 5), ""));

        assertThat(drops()).isEqualTo(new Answer.Unknown<>("empty answer", METRICS));
    }

    @Test
    void drops_withAnEmptyAnswer_areUnknown() {
        aws.on(ASKED, "<GetMetricDataResponse xmlns=\"http://monitoring.amazonaws.com/doc/2010-08-01/\"/>");

        assertThat(drops()).isEqualTo(new Answer.Unknown<>("empty answer", METRICS));
    }

    private Answer<NatDrops> drops() {
        return aws.account().networks().natDrops("nat-1", FROM, TO);
    }

    private static String metrics(String results, String more) {
        return "<GetMetricDataResponse xmlns=\"http://monitoring.amazonaws.com/doc/2010-08-01/\"><GetMetricDataResult>"
                + "<MetricDataResults>" + results + "</MetricDataResults>" + more
                + "</GetMetricDataResult></GetMetricDataResponse>";
    }

    private static String result(String id, int... values) {
        StringBuilder members = new StringBuilder();
        for (int value : values) {
            members.append("<member>").append(value).append("</member>");
        }
        return "<member><Id>" + id + "</Id><Values>" + members + "</Values></member>";
    }
}
