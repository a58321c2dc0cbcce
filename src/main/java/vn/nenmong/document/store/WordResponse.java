package vn.nenmong.document.store;

import java.util.Map;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ResponseStatusException;

/// A Word file as it is handed out.
public final class WordResponse {

  private static final MediaType WORD =
      MediaType.parseMediaType(
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

  private WordResponse() {}

  /// @param paper name and file; 404 for none
  public static ResponseEntity<byte[]> of(Optional<Map.Entry<String, byte[]>> paper) {
    return paper
        .map(found -> of(found.getKey(), found.getValue()))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

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
