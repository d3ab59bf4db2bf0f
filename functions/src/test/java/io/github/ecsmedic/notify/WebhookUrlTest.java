package io.github.ecsmedic.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookUrlTest {
    private static final String LOCAL = "http://localhost:5000";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.slack.com/services/T0/B0/x",
                "https://hooks.slack.com:443/services/T0/B0/x",
                "https://hooks.slack-gov.com/services/T0/B0/x",
                "https://hooks.slack.com/workflows/T0/A0/1/x",
                " https://hooks.slack.com/services/T0/B0/x\n"
            })
    void address_ofSlack_isAccepted(String url) {
        assertThat(WebhookUrl.of(url, ""))
                .hasToString("web hook at " + WebhookUrl.of(url, "").uri().getHost());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "http://hooks.slack.com/services/x",
                "https://hooks.slack.com",
                "https://hooks.slack.com:8443/services/x",
                "https://hooks.slack.com:80/x",
                "https://hooks.slack.com.evil.example.com/x",
                "https://evil.example.com/hooks.slack.com",
                "https://evil.example.com/?hooks.slack.com",
                "https://evil.example.com#hooks.slack.com",
                "https://hooks.slack.com@evil.example.com/x",
                "https://hooks.slack.com:443@evil.example.com/x",
                "https://user@hooks.slack.com/x",
                "https://user:pw@hooks.slack.com/x",
                "https://xhooks.slack.com/x",
                "https://slack.com/x",
                "https://hooks.slack.com./x",
                "https://HOOKS.SLACK.COM.EVIL/x",
                "https://hooks\u3002slack.com/x",
                "https://hooks.slack\u2024com/x",
                "https://169.254.169.254/latest/meta-data",
                "http://169.254.169.254/latest/meta-data",
                "http://[fd00:ec2::254]/latest",
                "https://[::1]/x",
                "https://127.0.0.1/x",
                "https://localhost/x",
                "https://2130706433/x",
                "http://0x7f.1/x",
                "http://127.1/x",
                "https://0/x",
                "file:///etc/passwd",
                "ftp://hooks.slack.com/x",
                "gopher://hooks.slack.com/x",
                "jar:https://hooks.slack.com/x!/",
                "javascript:alert(1)",
                "//hooks.slack.com/x",
                "/services/x",
                "https:/hooks.slack.com/x",
                "https:hooks.slack.com/x",
                "https://hooks.slack.com\\@evil.example.com/x",
                "https://hooks.slack.com%2eevil.example.com/x",
                "https://hooks.slack.com/x y",
                "https://hooks.slack.com/x\r\nHost: evil",
                "https://hooks.slack.com/services/x#y",
                "http://10.0.0.1/x"
            })
    void address_elsewhere_isRefusedWithoutQuotingIt(String url) {
        for (String endpoint : new String[] {"", LOCAL}) {
            assertThatThrownBy(() -> WebhookUrl.of(url, endpoint))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasNoCause()
                    .hasMessage("The Slack web hook is not an address of Slack. Store a URL like"
                            + " https://hooks.slack.com/services/… in the secret.");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8080/hook, http://localhost:5000, true",
        "http://localhost:8080/hook, http://127.0.0.1:5000, true",
        "http://[::1]:8080/hook, http://localhost:5000, true",
        "http://127.0.0.1:8080/hook, '', false",
        "http://127.0.0.1:8080/hook, https://ecs.us-east-1.amazonaws.com, false",
        "http://127.0.0.1:8080/hook, http://127.0.0.1.evil.example.com, false",
        "http://10.0.0.1:8080/hook, http://localhost:5000, false"
    })
    void loopback_onlyBesideAnEmulatedAws_isAccepted(String url, String endpoint, boolean accepted) {
        if (accepted) {
            assertThat(WebhookUrl.of(url, endpoint).uri()).hasToString(url);
        } else {
            assertThatThrownBy(() -> WebhookUrl.of(url, endpoint)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
