package vn.nenmong.document.store;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// A Word file as it is handed out.
public final class WordResponse {

  private static final MediaType WORD =
      MediaType.parseMediaType(
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

  private WordResponse() {}

  /// @param name without its ending
  public static ResponseEntity<byte[]> of(String name, byte[] file) {
    String safe = name.replaceAll("[^A-Za-z0-9._-]", "-");
    return ResponseEntity.ok()
        .contentType(WORD)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(safe + ".docx").build().toString())
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .body(file);
  }
}
