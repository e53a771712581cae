/** The same numbers outside of the dashboard: charts as text and as SVG. */
package coreloom.export;
