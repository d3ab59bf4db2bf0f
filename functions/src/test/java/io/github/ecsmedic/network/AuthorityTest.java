package io.github.ecsmedic.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.HostedZone;
import io.github.ecsmedic.account.ResolverRule;
import io.github.ecsmedic.model.Answer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorityTest {
    private static final String HOST = "a.b.example.com";

    /** Domains separated by blanks; a rule's begins with its type, {@code .} is the root. */
    @ParameterizedTest
    @CsvSource({
        "'', '', '', nobody",
        "example.com, '', '', zone example.com",
        "example.com b.example.com, '', '', zone b.example.com",
        "example.net ple.com, '', '', nobody",
        "example.com, '', b.example.com, endpoint b.example.com",
        "b.example.com, '', example.com, zone b.example.com",
        "example.com, '', example.com, endpoint example.com",
        "'', FORWARD:., '', rule .",
        "'', FORWARD:com FORWARD:example.com, '', rule example.com",
        "'', FORWARD:com SYSTEM:example.com, '', nobody",
        "'', SYSTEM:com FORWARD:example.com, '', rule example.com",
        "example.com, FORWARD:., '', zone example.com",
        "example.com, FORWARD:example.com, '', rule example.com",
        "example.com, FORWARD:b.example.com, '', rule b.example.com",
        "'', FORWARD:., a.b.example.com, endpoint a.b.example.com",
        "'', FORWARD:a.b.example.com, a.b.example.com, rule a.b.example.com",
        "com, FORWARD:example.com SYSTEM:b.example.com, '', zone com"
    })
    void authority_ofZonesRulesAndEndpoints_isTheMostSpecific(
            String zones, String rules, String endpoints, String expected) {
        Authority authority = Authority.over(
                HOST,
                words(zones).map(AuthorityTest::zone).toList(),
                words(rules).map(AuthorityTest::rule).toList(),
                words(endpoints).toList());

        assertThat(
                        switch (authority) {
                            case Authority.OfZone(HostedZone zone) -> "zone " + zone.name();
                            case Authority.OfRule(ResolverRule rule) ->
                                "rule " + (rule.domain().isEmpty() ? "." : rule.domain());
                            case Authority.OfEndpoint(String domain) -> "endpoint " + domain;
                            case Authority.OfPublic() -> "nobody";
                        })
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Example.COM., example.com",
        "'\\052.example.com.', *.example.com",
        "., ''",
        "*.example.com, *.example.com"
    })
    void name_asWritten_isCompared(String written, String name) {
        assertThat(DnsName.of(written)).isEqualTo(name);
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.split(" ", -1)).filter(word -> !word.isEmpty());
    }

    private static HostedZone zone(String name) {
        return new HostedZone("Z-" + name, name, "", new Answer.Known<>(List.of(), "test"));
    }

    private static ResolverRule rule(String word) {
        String[] parts = word.split(":", -1);
        return new ResolverRule("r-" + word, DnsName.of(parts[1]), parts[0], List.of(), "");
    }
}
