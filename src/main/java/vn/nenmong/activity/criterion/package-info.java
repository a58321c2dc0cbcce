/// By which the cells of a commune judge their own meetings.
@org.jspecify.annotations.NullMarked
package vn.nenmong.activity.criterion;
