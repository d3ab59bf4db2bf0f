package io.github.ecsmedic.notify;

/** A sink that takes digests too. */
public interface DigestSink {
    /**
     * Tells it. It returns when the digest was accepted.
     *
     * @throws SinkException when it was not accepted, or when that is not known
     */
    void tell(Digest digest);
}
