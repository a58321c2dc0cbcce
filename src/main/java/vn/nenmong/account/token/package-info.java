/// Tokens by which other programs ask at `/api`: made, listed, revoked; and how they ask.
@org.jspecify.annotations.NullMarked
package vn.nenmong.account.token;
