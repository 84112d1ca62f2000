package ratelab.sampleapp;

/** How a command line ended that did not start a server. */
record Outcome(int status, String out, String err) {}
