package io.github.ecsmedic.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ImageReferenceTest {
    static Stream<Arguments> references() {
        String ecr = "111122223333.dkr.ecr.eu-west-1.amazonaws.com";
        return Stream.of(
                Arguments.of("nginx", new ImageReference("docker.io", "library/nginx", "latest", "")),
                Arguments.of("nginx:1.27", new ImageReference("docker.io", "library/nginx", "1.27", "")),
                Arguments.of("team/app:2", new ImageReference("docker.io", "team/app", "2", "")),
                Arguments.of("docker.io/nginx", new ImageReference("docker.io", "library/nginx", "latest", "")),
                Arguments.of("index.docker.io/team/app", new ImageReference("docker.io", "team/app", "latest", "")),
                Arguments.of(ecr + "/a/b/c:7", new ImageReference(ecr, "a/b/c", "7", "")),
                Arguments.of(ecr + "/app@sha256:ab", new ImageReference(ecr, "app", "", "sha256:ab")),
                Arguments.of(ecr + "/app:1@sha256:ab", new ImageReference(ecr, "app", "1", "sha256:ab")),
                Arguments.of("localhost/app", new ImageReference("localhost", "app", "latest", "")),
                Arguments.of("localhost:5000/app:1", new ImageReference("localhost:5000", "app", "1", "")),
                Arguments.of(
                        "registry.example.com:443/x/y",
                        new ImageReference("registry.example.com:443", "x/y", "latest", "")),
                Arguments.of(
                        "public.ecr.aws/docker/library/nginx:1",
                        new ImageReference("public.ecr.aws", "docker/library/nginx", "1", "")));
    }

    @ParameterizedTest
    @MethodSource("references")
    void reference_isReadAsDockerDoes(String text, ImageReference expected) {
        assertThat(ImageReference.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "111122223333.dkr.ecr.us-east-1.amazonaws.com/app, us-east-1, 111122223333",
        "111122223333.dkr.ecr-fips.us-gov-west-1.amazonaws.com/app, us-gov-west-1, 111122223333",
        "111122223333.dkr.ecr.cn-north-1.amazonaws.com.cn/app, cn-north-1, 111122223333",
        "111122223333.dkr-ecr.eu-west-1.on.aws/app, eu-west-1, 111122223333",
        "public.ecr.aws/app, '', ''",
        "11112222333.dkr.ecr.us-east-1.amazonaws.com/app, '', ''",
        "nginx, '', ''"
    })
    void ecrHost_tellsRegionAndAccount(String text, String region, String account) {
        ImageReference image = ImageReference.parse(text);

        assertThat(image.region()).isEqualTo(region);
        assertThat(image.account()).isEqualTo(account);
        assertThat(image.ecr()).isEqualTo(!region.isEmpty());
    }
}
