/** Turns neighbouring snapshots into rates, keeps a bounded row of them, finds what explains them. */
package coreloom.history;
