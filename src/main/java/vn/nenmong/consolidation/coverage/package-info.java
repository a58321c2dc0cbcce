/// Where the base of the Party is thin: villages and agencies of a commune, or of all communes, by
/// how cells cover them, as a table and a picture.
@org.jspecify.annotations.NullMarked
package vn.nenmong.consolidation.coverage;
