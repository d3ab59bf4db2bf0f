package io.github.ecsmedic.model;

/**
 * What a read of the account brought: a fact with the call it came from, or the reason why it is not known.
 *
 * <p>A read that failed, was refused, ran out of time or came back empty is {@link Unknown}, never a value that looks
 * like "there is none".
 */
public sealed interface Answer<T> {
    /**
     * A fact. {@code source} is the call it came from, e.g. {@code ec2:DescribeSubnets}; of a fact that another diagnosis
     * of the same batch has read a while ago it says that too: {@code ec2:DescribeSubnets, read 41 s ago}.
     */
    record Known<T>(T value, String source) implements Answer<T> {}

    /**
     * No fact.
     *
     * @param fault what went wrong: {@code AccessDenied}, {@code Throttled}, {@code time}, {@code empty answer} …
     * @param operation the call that did not answer, e.g. {@code ec2:DescribeNetworkAcls}
     */
    record Unknown<T>(String fault, String operation) implements Answer<T> {
        /** The form in which it is told: {@code AccessDenied: ec2:DescribeNetworkAcls}. */
        public String why() {
            return fault + ": " + operation;
        }

        /** The same ignorance about something that would have been derived from it. */
        public <U> Unknown<U> as() {
            return new Unknown<>(fault, operation);
        }
    }
}
