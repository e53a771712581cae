/** What the user sees and how it answers events; draws on Lanterna's {@code TextGraphics}, nothing else of Lanterna. */
package coreloom.view;
