package vn.nenmong.access;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.nenmong.kernel.time.Today;

/// The accounts of the demo, one a role. They sign in only while the program runs in demo mode.
@Component
public class DemoAccounts {

  /// What all of them have; known to everyone, and good for nothing outside the demo.
  public static final String PASSWORD = "nen-mong-2016";

  private final AddAccount addAccount;
  private final AccountRepository accounts;
  private final Today today;

  DemoAccounts(AddAccount addAccount, AccountRepository accounts, Today today) {
    this.addAccount = addAccount;
    this.accounts = accounts;
    this.today = today;
  }

  /// Makes those that are not there yet.
  ///
  /// @param commune path of the commune, for which all but one are
  /// @param cell path of the cell whose secretary the last one is
  @Transactional
  public List<NewAccount> make(String commune, String cell) {
    List<NewAccount> made =
        List.of(
            new NewAccount("vanphong", "Văn phòng Đảng ủy", Role.CLERK, commune, true),
            new NewAccount("bithu", "Bí thư Đảng ủy", Role.SECRETARY, commune, true),
            new NewAccount(
                "capuy", "Cấp ủy viên phụ trách chi bộ", Role.COMMITTEE_MEMBER, cell, true),
            new NewAccount("kiemtra", "Ủy ban Kiểm tra", Role.INSPECTION, commune, true),
            new NewAccount("captren", "Ban Tổ chức cấp trên", Role.BOARD, commune, true),
            new NewAccount("quantri", "Quản trị tài khoản", Role.ADMINISTRATOR, commune, true),
            new NewAccount("chibo", "Bí thư chi bộ", Role.CELL_SECRETARY, cell, true),
            new NewAccount("dangvien", "Một đảng viên", Role.MEMBER, commune, true));
    made.forEach(account -> addAccount.run(Viewer.COMMAND_LINE, account, PASSWORD));
    accounts.grantOwnRecord("dangvien", commune, cell, today.realDate());
    return made;
  }
}
