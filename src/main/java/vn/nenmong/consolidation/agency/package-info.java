/// Schools, the health station, offices and enterprises of a commune, and the cells they have.
@org.jspecify.annotations.NullMarked
package vn.nenmong.consolidation.agency;
