/**
 * The laboratory bench in the page: the recorded samples, and the controls with which a reader
 * evaluates them anew. What is done with them is in the scripts.
 */
package ratelab.experiments.report.bench;
