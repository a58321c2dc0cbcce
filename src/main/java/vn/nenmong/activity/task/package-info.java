/// Tasks that cells gave their members, until they are done.
@org.jspecify.annotations.NullMarked
package vn.nenmong.activity.task;
