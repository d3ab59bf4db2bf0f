package io.github.ecsmedic.check;

import io.github.ecsmedic.model.Subject;

/** An image of Docker Hub, and where Amazon ECR has the same one. */
record HubImage(String text) {
    private static final String OFFICIAL = "library/";

    /** e.g. {@code nginx:1.27 (the same is public.ecr.aws/docker/library/nginx:1.27)}. */
    String withEquivalent(Subject subject) {
        return text + " (the same is " + equivalent(subject) + ")";
    }

    /** ECR Public holds the official images by their tags; all others come through a pull-through cache only. */
    private String equivalent(Subject subject) {
        ImageReference image = ImageReference.parse(text);
        if (image.path().startsWith(OFFICIAL) && !image.tag().isEmpty()) {
            return "public.ecr.aws/docker/" + image.path() + ":" + image.tag();
        }
        String end = image.tag().isEmpty() ? "@" + image.digest() : ":" + image.tag();
        return subject.account() + ".dkr.ecr." + subject.region() + ".amazonaws.com/docker-hub/" + image.path() + end
                + " once a pull-through cache exists";
    }
}
