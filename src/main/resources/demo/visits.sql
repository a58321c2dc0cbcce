-- What the workbook of the made-up commune has no sheet for. All of it is invented.

insert into visit_interval (commune_id, months, period)
select id, 3, '[2016-01-01,)' from organization where code = 'NATONG' and id = commune_id;

insert into cell_visit (commune_id, cell_id, person_id, day, found, agreed, next_day, account)
select o.commune_id, o.id, c.person_id, cast(told.day as date), told.found, told.agreed,
  cast(told.next_day as date), 'vanphong'
from (values
  ('CB01', '2016-03-05', 'Chi bộ họp đúng kỳ; nội dung còn dài, chưa có phần học tập.', 'Đưa phần học tập vào đầu buổi họp; bí thư chuẩn bị trước ba ngày.', '2016-06-05'),
  ('CB01', '2016-06-05', 'Đã có phần học tập trong các buổi họp. Mô hình vườn ao chuồng thêm ba hộ làm theo.', 'Họp chuyên đề về nhân rộng mô hình trong quý III.', '2016-09-05'),
  ('CB01', '2016-09-05', 'Họp chuyên đề về mô hình ngày 25/8, bà con đến xem đông.', 'Lập danh sách hộ đăng ký làm vụ tới.', '2016-12-05'),
  ('CB01', '2016-12-05', 'Mười hộ đăng ký; thiếu giống cá.', 'Đề nghị khuyến nông xã giúp giống; kiểm điểm cuối năm trước 20/12.', '2017-03-05'),
  ('CB02', '2016-03-12', 'Sổ nghị quyết ghi đủ; biên bản còn thiếu chữ ký thư ký.', 'Bổ sung chữ ký; dùng mẫu biên bản của Đảng ủy.', null),
  ('CB02', '2016-06-18', 'Biên bản đã theo mẫu. Đường vào bản sạt sau mưa.', 'Vận động mỗi hộ hai ngày công sửa đường.', null),
  ('CB02', '2016-09-24', 'Đường đã đi lại được. Chi bộ bàn việc xóa nhà tạm.', 'Phân công đảng viên giúp bốn hộ dựng nhà trước Tết.', null),
  ('CB03', '2016-04-02', 'Chi bộ giới thiệu hai quần chúng đi học lớp nhận thức.', 'Cử đảng viên giúp đỡ từng người.', '2016-07-02'),
  ('CB03', '2016-07-02', 'Hai quần chúng đã học xong lớp.', 'Hoàn thiện hồ sơ trong quý IV.', '2016-10-10'),
  ('CB03', '2016-10-10', 'Một hồ sơ đã đủ, một hồ sơ còn chờ xác nhận.', 'Gửi hồ sơ đủ lên Đảng ủy; họp chi bộ tháng 11 xét tiếp.', '2017-01-10'),
  ('CB04', '2016-03-20', 'Bản còn nhiều hộ nghèo; chi bộ chưa có nghị quyết về giảm nghèo.', 'Ra nghị quyết chuyên đề giảm nghèo trong quý II.', '2016-06-20'),
  ('CB04', '2016-06-25', 'Đã ra nghị quyết chuyên đề, giao mỗi đảng viên giúp một hộ.', 'Sáu tháng sơ kết một lần.', '2016-12-25'),
  ('CB05', '2016-04-09', 'Ruộng hai vụ đạt kế hoạch; mương bị vỡ một đoạn.', 'Huy động bản sửa mương trước vụ mùa.', null),
  ('CB05', '2016-07-16', 'Mương đã sửa. Sinh hoạt thêm chuyên đề bảo vệ rừng.', 'Ký cam kết bảo vệ rừng với từng hộ.', null),
  ('CB05', '2016-10-15', 'Tất cả các hộ đã ký cam kết.', 'Nêu kết quả trong hội nghị cuối năm.', '2017-01-15'),
  ('CB06', '2016-03-26', 'Đảng viên cao tuổi đi họp xa, buổi tối khó đi.', 'Chuyển giờ họp sang chiều Chủ nhật đầu tháng.', null),
  ('CB06', '2016-08-20', 'Giờ họp mới thuận hơn, dự họp đông hơn.', 'Giữ giờ này; chuẩn bị nội dung chuyên đề quý IV.', null),
  ('CB07', '2016-05-07', 'Bản giáp biên, chi bộ phối hợp với đồn biên phòng đều.', 'Mỗi quý họp chung với tổ công tác biên phòng một lần.', '2016-08-07'),
  ('CB07', '2016-08-13', 'Đã họp chung; bà con nắm quy định qua lại biên giới.', 'Tuyên truyền thêm trong lễ hội cuối năm.', '2016-11-20'),
  ('CB07', '2016-11-19', 'Công tác tuyên truyền đã làm ở ba nhóm hộ.', 'Đánh giá trong kiểm điểm cuối năm.', '2017-02-19'),
  ('CB08', '2016-04-16', 'Phòng họp chung với nhà văn hóa bản, thiếu tủ hồ sơ.', 'Văn phòng Đảng ủy cấp một tủ hồ sơ.', '2016-07-16'),
  ('CB08', '2016-07-17', 'Đã có tủ; sổ sách xếp theo năm.', 'Chuyển sổ các năm trước về cùng một chỗ.', '2016-10-16'),
  ('CB08', '2016-10-16', 'Sổ sách gọn; nghị quyết tháng 9 chưa giao người làm.', 'Nghị quyết nào cũng ghi người làm và ngày xong.', '2017-01-16'),
  ('CB09', '2016-05-14', 'Chi bộ bàn trồng cỏ nuôi bò.', 'Mời cán bộ khuyến nông dự buổi họp tháng 6.', null),
  ('CB09', '2016-10-08', 'Năm hộ đã trồng cỏ.', 'Thăm mô hình ở bản bên trong tháng 12.', '2017-01-08'),
  ('CB10', '2016-05-21', 'Sóng điện thoại yếu, giấy mời họp đến chậm.', 'Thống nhất ngày họp cố định mùng 5 hằng tháng.', null),
  ('CB10', '2016-11-05', 'Họp cố định nên không còn sót người.', 'Làm tiếp như vậy trong năm 2017.', '2017-02-05'),
  ('CB11', '2016-06-03', 'Chi bộ cơ quan họp ghép với giao ban, thời gian bị ngắn.', 'Tách buổi họp chi bộ khỏi giao ban.', '2016-09-03'),
  ('CB11', '2016-09-03', 'Đã tách buổi họp; thảo luận nhiều hơn.', 'Mỗi quý chọn một chuyên đề cải cách hành chính.', '2016-12-10'),
  ('CB11', '2016-12-10', 'Chuyên đề quý IV đã làm xong.', 'Chọn chuyên đề năm 2017 trong tháng 1.', '2017-03-10'),
  ('CB12', '2016-05-28', 'Trường gắn việc học tập với chuyên môn tốt.', 'Giới thiệu giáo viên trẻ đi học lớp nhận thức.', null),
  ('CB12', '2016-11-12', 'Hai giáo viên trẻ đã đi học.', 'Phân công đảng viên giúp đỡ.', '2017-02-12'),
  ('CB13', '2016-04-23', 'Hồ sơ chi bộ đầy đủ.', 'Chia sẻ cách làm sổ với chi bộ bạn.', null),
  ('CB13', '2016-10-22', 'Đã chia sẻ với hai chi bộ.', 'Tiếp tục trong học kỳ sau.', '2017-01-22'),
  ('CB14', '2016-05-12', 'Học sinh bỏ học sau Tết đã trở lại lớp.', 'Chi bộ phối hợp với các bản trước kỳ nghỉ.', '2016-11-12'),
  ('CB14', '2016-11-11', 'Các bản đã cử người phối hợp.', 'Theo dõi sau Tết.', '2017-03-11'),
  ('CB15', '2016-06-11', 'Trạm tổ chức tiêm chủng lưu động đủ các bản.', 'Báo lịch trước cho bí thư các bản.', '2016-12-11'),
  ('CB15', '2016-12-11', 'Lịch tiêm chủng đến các bản trước một tuần.', 'Giữ cách làm này.', '2017-06-11'),
  ('CB16', '2016-06-24', 'Huấn luyện dân quân đạt kế hoạch.', 'Kết hợp huấn luyện với giúp dân sửa đường.', '2016-12-24'),
  ('CB16', '2016-12-20', 'Đã giúp hai bản sửa đường.', 'Lập kế hoạch năm 2017.', '2017-03-20')
) as told (code, day, found, agreed, next_day)
join organization root on root.code = 'NATONG' and root.id = root.commune_id
join organization o on o.commune_id = root.id and o.code = told.code
join charge c on c.cell_id = o.id and c.period @> cast(told.day as date);
