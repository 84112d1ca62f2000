/**
 * Go's template language, https://pkg.go.dev/text/template, as far as names are made with it: text
 * in, tree of actions, text out. Its input is a structure of texts, numbers, lists, maps and times;
 * it knows nothing of processes.
 */
@NullMarked
package ratelab.exporter.template;

import org.jspecify.annotations.NullMarked;
