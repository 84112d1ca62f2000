package ratelab.exporter.proc.files;

import java.util.Arrays;

/** Those entries of a directory whose names are numbers; filled again and again. */
public final class NumberedEntries {
  private int[] numbers = new int[256];
  private long[] inodes = new long[256];
  private int size;

  void clear() {
    size = 0;
  }

  void add(int number, long inode) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * size);
      inodes = Arrays.copyOf(inodes, 2 * size);
    }
    numbers[size] = number;
    inodes[size] = inode;
    size++;
  }

  public int size() {
    return size;
  }

  public int number(int index) {
    return numbers[index];
  }

  public int[] numbers() {
    return Arrays.copyOf(numbers, size);
  }

  /** In the order of the numbers; 0 where unknown. */
  public long[] inodes() {
    return Arrays.copyOf(inodes, size);
  }

  /** Ascending; the kernel lists processes so anyway, threads and plain directories often not. */
  void sort() {
    if (isAscending()) return;
    long[] keys = new long[size];
    for (int i = 0; i < size; i++) keys[i] = ((long) numbers[i] << Integer.SIZE) | i;
    Arrays.sort(keys);
    long[] unsorted = inodes();
    for (int i = 0; i < size; i++) {
      numbers[i] = (int) (keys[i] >> Integer.SIZE);
      inodes[i] = unsorted[(int) keys[i]];
    }
  }

  private boolean isAscending() {
    for (int i = 1; i < size; i++) {
      if (numbers[i - 1] > numbers[i]) return false;
    }
    return true;
  }
}
