package vn.nenmong.kernel.web;

import io.nayuki.qrcodegen.QrCode;

/// A QR code, drawn on the server: nothing of it leaves the page.
///
/// @param side of the square, in modules
/// @param path data of an SVG path whose unit is one module
public record QrPicture(int side, String path) {

  public static QrPicture of(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
        }
      }
    }
    return new QrPicture(code.size, path.toString());
  }
}
