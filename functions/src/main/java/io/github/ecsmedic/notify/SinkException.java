package io.github.ecsmedic.notify;

/** A message that was not accepted; the text says what to do about it and holds no secret. */
public final class SinkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SinkException(String text) {
        super(text);
    }
}
