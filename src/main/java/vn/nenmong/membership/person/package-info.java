@org.jspecify.annotations.NullMarked
package vn.nenmong.membership.person;
