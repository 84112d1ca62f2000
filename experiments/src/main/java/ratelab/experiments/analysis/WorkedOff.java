package ratelab.experiments.analysis;

/**
 * Requests and whom they were worked off for.
 *
 * @param sent requests sent
 * @param answered requests answered to a client that still waited
 * @param timedOut requests given up by their client
 * @param handled requests the target worked on
 * @param forNobody requests whose work ended after their client had gone
 * @param evidence how that was decided, in words
 */
public record WorkedOff(
    long sent, long answered, long timedOut, long handled, long forNobody, String evidence) {}
