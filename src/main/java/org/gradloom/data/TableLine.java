package org.gradloom.data;

import java.util.List;

/**
 * One line of a table.
 *
 * @param number in the file, from 1
 * @param fields without outer blanks, one for each column
 */
record TableLine(int number, List<String> fields) {}
