/** What makes a backlog end in time: fewer requests wait, or fewer of those are worked off. */
@NullMarked
package ratelab.sampleapp.cure;

import org.jspecify.annotations.NullMarked;
