/// What members undertake in following Ho Chi Minh's example, and what came of it.
@org.jspecify.annotations.NullMarked
package vn.nenmong.activity.example;
