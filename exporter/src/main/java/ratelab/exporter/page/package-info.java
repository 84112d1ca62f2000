/**
 * The page that shows which group uses the CPU and the memory: a short history of the scans, one
 * JSON document, one HTML file. Nothing here runs unless a scan is made or somebody looks.
 */
@NullMarked
package ratelab.exporter.page;

import org.jspecify.annotations.NullMarked;
