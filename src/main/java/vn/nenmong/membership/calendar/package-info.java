/// What is due, in the calendar of a phone: counts and links, no names.
@org.jspecify.annotations.NullMarked
package vn.nenmong.membership.calendar;
