package vn.nenmong.document.annual;

final class Scratch {
  public static void main(String[] a) throws Exception {
    java.nio.file.Files.write(
        java.nio.file.Path.of("/tmp/paperx/made.docx"), ReportModelTest.paper(MadeFacts.figures()));
  }

  private Scratch() {}
}
