package io.github.ecsmedic.check;

import static io.github.ecsmedic.account.FakeAccount.TABLE;
import static io.github.ecsmedic.account.FakeAccount.small;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.incident.Loop;
import io.github.ecsmedic.incident.Loop.Image;
import io.github.ecsmedic.incident.Loop.Pulls;
import io.github.ecsmedic.incident.Loop.Registry;
import io.github.ecsmedic.incident.Loop.Way;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartPullsTest {
    private static final Subject API = new Subject("111122223333", "us-east-1", "prod", "api", "", "");
    private static final String SCOPE = "service/prod/api";
    private static final String IMAGE = "111122223333.dkr.ecr.us-east-1.amazonaws.com/team/api:7";

    private static FakeAccount fargate() {
        FakeAccount account = small();
        return account.definition(FakeAccount.definition(FakeAccount.container("app", IMAGE)));
    }

    private static Loop ecr(Long bytes, Way way, String through) {
        return new Loop(SCOPE, Pulls.ALL, List.of(new Image(IMAGE, Registry.ECR, bytes, way, through)));
    }

    @Test
    void layers_behindNat_comeThroughIt() {
        assertThat(StartPulls.of(API, fargate().behindNat())).isEqualTo(ecr(40_000_000L, Way.NAT_GATEWAY, "nat-0aa1"));
    }

    @Test
    void layers_withGatewayEndpoint_comeThroughThat() {
        Loop loop = StartPulls.of(API, fargate().behindNat().s3Gateway(TABLE));
        assertThat(loop.images()).singleElement().satisfies(image -> {
            assertThat(image.way()).isEqualTo(Way.GATEWAY_ENDPOINT);
            assertThat(image.through()).startsWith("vpce-");
        });
    }

    @Test
    void layers_gatewayOfAnotherTable_stillComeThroughNat() {
        assertThat(StartPulls.of(API, fargate().behindNat().s3Gateway("rtb-0other")))
                .isEqualTo(ecr(40_000_000L, Way.NAT_GATEWAY, "nat-0aa1"));
    }

    @Test
    void layers_withInterfaceEndpoint_comeThroughThat() {
        assertThat(StartPulls.of(API, fargate().behindNat().withEndpoints("s3")).images())
                .map(Image::way)
                .containsExactly(Way.INTERFACE_ENDPOINT);
    }

    @Test
    void size_thatEcrDoesNotTell_isNotKnown() {
        assertThat(StartPulls.of(API, fargate().behindNat().unknown("ecr:DescribeImages", "AccessDenied")))
                .isEqualTo(ecr(null, Way.NAT_GATEWAY, "nat-0aa1"));
    }

    @Test
    void routes_thatCannotBeRead_leaveTheWayUntold() {
        assertThat(StartPulls.of(API, fargate().behindNat().unknown("ec2:DescribeRouteTables", "AccessDenied")))
                .isEqualTo(ecr(40_000_000L, Way.UNTOLD, ""));
    }

    @Test
    void image_ofDockerHub_countsByAddress() {
        FakeAccount account = small().definition(FakeAccount.definition(FakeAccount.container("web", "nginx:1.27")));
        assertThat(StartPulls.of(API, account.behindNat()))
                .isEqualTo(new Loop(
                        SCOPE,
                        Pulls.ALL,
                        List.of(new Image("nginx:1.27", Registry.DOCKER_HUB, null, Way.NAT_GATEWAY, "nat-0aa1"))));
    }

    @Test
    void service_thatCannotBeRead_isUntold() {
        assertThat(StartPulls.of(API, small().unknown("ecs:DescribeServices", "AccessDenied")))
                .isEqualTo(new Loop(SCOPE, Pulls.UNTOLD, List.of()));
    }
}
