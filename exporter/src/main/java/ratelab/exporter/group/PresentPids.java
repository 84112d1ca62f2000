package ratelab.exporter.group;

import ratelab.exporter.proc.Listing;

/** Which pids a listing holds; asked once for each process known, without making a set of them. */
record PresentPids(Listing listing) {
  boolean contains(int pid) {
    return indexOf(pid) >= 0;
  }

  /** The listing's number for a process; 0 where there is none. */
  long inodeOf(int pid) {
    int index = indexOf(pid);
    return index < 0 ? 0 : listing.inode(index);
  }

  private int indexOf(int pid) {
    int low = 0;
    int high = listing.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int found = listing.pid(middle);
      if (found == pid) return middle;
      if (found < pid) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }
}
