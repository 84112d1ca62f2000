/**
 * Ratelab in other people's tests: {@link ratelab.experiments.junit.RatelabExtension} plays a
 * scenario against a service, {@link ratelab.experiments.junit.RatelabAssertions} says what its
 * CPU-rate curve must look like. JUnit and AssertJ come from the test's own class path.
 */
package ratelab.experiments.junit;
