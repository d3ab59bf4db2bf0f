package io.github.ecsmedic.aws;

import java.util.List;

/** Cuts lists into pages as AWS does; a token is where the next page begins. {@code size} is the most of any page. */
record Pages(int size) {
    /** One page of a list, and the token of the next, {@code ""} for the last. */
    record Page<T>(List<T> items, String next) {}

    <T> Page<T> of(List<T> all, String token, int most) {
        int from = token.isEmpty() ? 0 : Integer.parseInt(token.substring("page-".length()));
        int length = most > 0 ? Math.min(size, most) : size;
        int to = Math.min(all.size(), from + length);
        return new Page<>(all.subList(from, to), to < all.size() ? "page-" + to : "");
    }
}
