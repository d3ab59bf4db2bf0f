package io.github.ecsmedic.incident;

/**
 * How far the audit of a place has come.
 *
 * @param place account and region, as in {@link Fingerprint#place()}
 * @param sequence of the last record, 0 when there is none
 * @param hash of the last record, {@code ""} when there is none
 * @param copied up to which sequence number the second place has them
 */
public record AuditHead(String place, long sequence, String hash, long copied) {
    /** Of a place without records. */
    public static AuditHead none(String place) {
        return new AuditHead(place, 0, "", 0);
    }

    /** How many records the second place lacks. */
    public long lag() {
        return sequence - copied;
    }
}
