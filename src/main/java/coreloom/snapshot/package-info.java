/** What was true at one instant, as read: immutable, cumulative, with units; and the ports through which the rooms meet. */
package coreloom.snapshot;
