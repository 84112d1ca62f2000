package ratelab.experiments.cli;

/**
 * One part of the machine.
 *
 * @param name what was looked for
 * @param found whether it is there
 * @param text what it is, or what it would add and how to get it
 */
record Finding(String name, boolean found, String text) {}
