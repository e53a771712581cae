/** How throughput grows with the number of workers: curves, and the two laws that are fitted to them. */
package coreloom.history.scaling;
