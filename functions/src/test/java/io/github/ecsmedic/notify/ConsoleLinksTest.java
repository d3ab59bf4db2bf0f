package io.github.ecsmedic.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.model.LogTail;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleLinksTest {
    private static final String TASK = "arn:aws:ecs:us-east-1:111122223333:task/prod/3f1c2a9be47d4f0c8a6b5d1e9f203a44";

    @Test
    void links_ofTaskWithLog_areEncoded() {
        Subject subject = new Subject("111122223333", "eu-west-3", "my prod", "a/b&c", TASK, "api:42");
        assertThat(ConsoleLinks.of(new Diagnoses.Draft(subject, "app.exit_nonzero")
                        .log(new LogTail("/ecs/api", "api/web/$LATEST[1]", List.of("x")))
                        .done()))
                .containsExactly(
                        new ConsoleLinks.Link(
                                "Service",
                                "https://eu-west-3.console.aws.amazon.com/ecs/v2/clusters/my%20prod/services/a%2Fb%26c/health?region=eu-west-3"),
                        new ConsoleLinks.Link(
                                "Task",
                                "https://eu-west-3.console.aws.amazon.com/ecs/v2/clusters/my%20prod/tasks/3f1c2a9be47d4f0c8a6b5d1e9f203a44/configuration?region=eu-west-3"),
                        new ConsoleLinks.Link(
                                "Log",
                                "https://eu-west-3.console.aws.amazon.com/cloudwatch/home?region=eu-west-3#logsV2:log-groups/log-group/"
                                        + "$252Fecs$252Fapi/log-events/api$252Fweb$252F$2524LATEST$255B1$255D"));
    }

    @Test
    void links_ofNetworkCause_leadToItsObjects() {
        assertThat(ConsoleLinks.of(Diagnoses.dockerHub()).stream().map(ConsoleLinks.Link::label))
                .containsExactly(
                        "Service",
                        "Task",
                        "vpc-0d4e5f60718293a4b",
                        "subnet-0b2c3d4e5f6071829",
                        "nat-0f60718293a4b5c6d");
    }

    @ParameterizedTest
    @CsvSource({
        "cn-north-1, https://cn-north-1.console.amazonaws.cn/",
        "us-gov-west-1, https://us-gov-west-1.console.amazonaws-us-gov.com/",
        "ap-southeast-2, https://ap-southeast-2.console.aws.amazon.com/"
    })
    void host_ofRegion_isThatOfItsPartition(String region, String host) {
        Subject subject = new Subject("111122223333", region, "prod", "api", "", "");
        assertThat(ConsoleLinks.of(new Diagnoses.Draft(subject, "unknown.generic").done()))
                .singleElement()
                .satisfies(link -> assertThat(link.url()).startsWith(host));
    }

    @Test
    void region_thatIsNone_givesNoLink() {
        Subject subject = new Subject("111122223333", "evil.example.com/", "prod", "api", TASK, "");
        assertThat(ConsoleLinks.of(new Diagnoses.Draft(subject, "unknown.generic").done()))
                .isEmpty();
    }
}
