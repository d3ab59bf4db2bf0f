package io.github.ecsmedic.account;

import io.github.ecsmedic.check.Failure;
import java.time.Instant;

/** Tasks that could not start for their network, with the texts in which ECS tells it. */
final class StartTexts {
    static final String HUB_IMAGE = "nginx:1.27";

    private static final String LOGIN =
            "ResourceInitializationError: unable to pull secrets or registry auth: The task cannot pull registry auth"
                    + " from Amazon ECR: There is a connection issue between the task and Amazon ECR. Check your task"
                    + " network configuration. RequestError: send request failed caused by: Post"
                    + " \"https://api.ecr.us-east-1.amazonaws.com/\": dial tcp";

    private static final Instant STOPPED = Instant.parse("2026-11-20T03:05:00Z");

    private StartTexts() {}

    /** The login to ECR was sent to this address and timed out. */
    static Failure login(String address) {
        return task(Failure.ECR_IMAGE, LOGIN + " " + address + ":443: i/o timeout");
    }

    /** The login's host has no address. */
    static Failure loginUnresolved() {
        return task(Failure.ECR_IMAGE, LOGIN + ": lookup api.ecr.us-east-1.amazonaws.com on 10.0.0.2:53: no such host");
    }

    /** The layers of an ECR image were asked of this address in vain. */
    static Failure layers(String address) {
        return task(
                Failure.ECR_IMAGE,
                "CannotPullContainerError: ref pull has been retried 5 time(s): failed to copy: httpReadSeeker: failed"
                        + " open: failed to do request: Get"
                        + " \"https://111122223333.dkr.ecr.us-east-1.amazonaws.com/v2/team/api/blobs/sha256:0a1b\":"
                        + " dial tcp " + address + ":443: i/o timeout");
    }

    /** Docker Hub did not answer at this address. */
    static Failure dockerHub(String address) {
        return hub("dial tcp " + address + ":443: i/o timeout");
    }

    /** Docker Hub's host has no address. */
    static Failure dockerHubUnresolved() {
        return hub("dial tcp: lookup registry-1.docker.io on 10.0.0.2:53: no such host");
    }

    /** CloudWatch Logs could not be reached; the text names no address. */
    static Failure logs() {
        return task(
                Failure.ECR_IMAGE,
                "ResourceInitializationError: failed to validate logger args: create stream has been retried 1 time(s):"
                        + " failed to create Cloudwatch log stream: RequestError: send request failed caused by: Post"
                        + " \"https://logs.us-east-1.amazonaws.com/\": dial tcp 192.0.2.61:443: i/o timeout");
    }

    private static Failure hub(String end) {
        return task(
                HUB_IMAGE,
                "CannotPullContainerError: failed to resolve ref docker.io/library/nginx:1.27: failed to do request:"
                        + " Head \"https://registry-1.docker.io/v2/library/nginx/manifests/1.27\": " + end);
    }

    private static Failure task(String image, String text) {
        return Failure.of("")
                .image(image)
                .reason(text)
                .container("app", null, "")
                .stoppedAt(STOPPED);
    }
}
