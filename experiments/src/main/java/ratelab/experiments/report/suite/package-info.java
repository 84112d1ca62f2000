/**
 * The combined report of many runs: one table, a row a run, and the runs' own reports behind it.
 */
package ratelab.experiments.report.suite;
