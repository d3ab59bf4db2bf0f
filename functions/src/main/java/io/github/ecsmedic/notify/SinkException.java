package io.github.ecsmedic.notify;

/** A message that was not accepted; the text says what to do about it and holds no secret. */
public final class SinkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean addressRefused;

    public SinkException(String text) {
        this(text, false);
    }

    /** {@code addressRefused} is whether the place itself is gone, so that its address has to be looked up again. */
    public SinkException(String text, boolean addressRefused) {
        super(text);
        this.addressRefused = addressRefused;
    }

    public boolean addressRefused() {
        return addressRefused;
    }
}
