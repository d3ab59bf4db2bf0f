package io.github.ecsmedic.account;

import io.github.ecsmedic.check.Failure;
import java.time.Instant;

/** Tasks that could not start for their network, with the texts in which ECS tells it. */
public final class StartTexts {
    public static final String HUB_IMAGE = "nginx:1.27";

    private static final String LOGIN =
            "ResourceInitializationError: unable to pull secrets or registry auth: The task cannot pull registry auth"
                    + " from Amazon ECR: There is a connection issue between the task and Amazon ECR. Check your task"
                    + " network configuration. RequestError: send request failed caused by: Post"
                    + " \"https://api.ecr.us-east-1.amazonaws.com/\": ";

    private static final Instant STOPPED = Instant.parse("2026-11-20T03:05:00Z");

    private StartTexts() {}

    /** The login to ECR was sent to this address and timed out. */
    public static Failure login(String address) {
        return loginThat(timedOut(address));
    }

    /** The login's host has no address. */
    public static Failure loginUnresolved() {
        return loginThat(unresolved("api.ecr.us-east-1.amazonaws.com"));
    }

    /** The login to ECR failed; {@code end} is how the text ends. */
    public static Failure loginThat(String end) {
        return task(Failure.ECR_IMAGE, LOGIN + end);
    }

    /** The end of a text about an address that did not answer; an IPv6 address stands in brackets. */
    public static String timedOut(String address) {
        return "dial tcp " + address + ":443: i/o timeout";
    }

    /** The end of a text about a name that Amazon's resolver did not find. */
    public static String unresolved(String host) {
        return "dial tcp: lookup " + host + " on 10.0.0.2:53: no such host";
    }

    /** The layers of an ECR image were asked of this address in vain. */
    public static Failure layers(String address) {
        return layersThat(timedOut(address));
    }

    /** The layers of an ECR image could not be had; {@code end} is how the text ends. */
    public static Failure layersThat(String end) {
        return task(
                Failure.ECR_IMAGE,
                "CannotPullContainerError: ref pull has been retried 5 time(s): failed to copy: httpReadSeeker: failed"
                        + " open: failed to do request: Get"
                        + " \"https://111122223333.dkr.ecr.us-east-1.amazonaws.com/v2/team/api/blobs/sha256:0a1b\": "
                        + end);
    }

    /** Docker Hub did not answer at this address. */
    public static Failure dockerHub(String address) {
        return dockerHubThat(timedOut(address));
    }

    /** Docker Hub's host has no address. */
    public static Failure dockerHubUnresolved() {
        return dockerHubThat(unresolved("registry-1.docker.io"));
    }

    /** The manifest of an image of Docker Hub could not be had; {@code end} is how the text ends. */
    public static Failure dockerHubThat(String end) {
        return task(
                HUB_IMAGE,
                "CannotPullContainerError: failed to resolve ref docker.io/library/nginx:1.27: failed to do request:"
                        + " Head \"https://registry-1.docker.io/v2/library/nginx/manifests/1.27\": " + end);
    }

    /** CloudWatch Logs did not answer; {@code end} is how the text ends. */
    public static Failure logs(String end) {
        return task(
                Failure.ECR_IMAGE,
                "ResourceInitializationError: failed to validate logger args: create stream has been retried 1 time(s):"
                        + " failed to create Cloudwatch log stream: RequestError: send request failed caused by: Post"
                        + " \"https://logs.us-east-1.amazonaws.com/\": " + end);
    }

    /** The manifest of an ECR image could not be had; {@code end} is how the text ends. */
    public static Failure manifest(String end) {
        return task(
                Failure.ECR_IMAGE,
                "CannotPullContainerError: failed to resolve ref " + Failure.ECR_IMAGE + ": failed to do request: Head"
                        + " \"https://111122223333.dkr.ecr.us-east-1.amazonaws.com/v2/team/api/manifests/7\": " + end);
    }

    private static Failure task(String image, String text) {
        return Failure.of("")
                .image(image)
                .reason(text)
                .container("app", null, "")
                .stoppedAt(STOPPED);
    }
}
