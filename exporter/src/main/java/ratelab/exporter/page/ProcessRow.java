package ratelab.exporter.page;

import java.util.OptionalDouble;
import ratelab.exporter.group.ProcessState;

/** A process of an opened group, with what it used of late; absent before its second reading. */
record ProcessRow(
    ProcessState process,
    OptionalDouble cores,
    OptionalDouble readBytesPerSecond,
    OptionalDouble writtenBytesPerSecond) {}
