/** What the repeats of one lane say together: mean, sigma, outliers, and which lanes can be told apart. */
package coreloom.history.repeats;
