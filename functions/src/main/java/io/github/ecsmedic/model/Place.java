package io.github.ecsmedic.model;

/** Where something happened: an account and a region. */
public record Place(String account, String region) {
    /** As people and keys name it. */
    @Override
    public String toString() {
        return account + "/" + region;
    }
}
