"""Whatever is sent: clear words, nothing lost, nothing half in, and memory stays bounded."""

import tracemalloc
import zipfile
from io import BytesIO

import pytest
from openpyxl import Workbook

from liangxing.evidence.channels.workbook.accept import accept, rehearse
from liangxing.evidence.models import Piece
from liangxing.ledger.models import Entry
from liangxing.ledger.verify import verify
from liangxing.records.tables import guards
from liangxing.register.models import Building, Household, Organisation, Resident

HEADER = ["户号", "楼号", "登记日期"]


@pytest.fixture
def send(tmp_path, who):
    """Send a file with this content under this name, and give what became of it."""

    def sending(content, name="t.xlsx", **how):
        path = tmp_path / "sent"
        path.write_bytes(content)
        return accept([(path, name)], **who, **how)

    return sending


def book(*sheets):
    """An .xlsx with sheets of rows."""
    made, kept = Workbook(), BytesIO()
    made.remove(made.active)
    for name, rows in sheets:
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    made.save(kept)
    return kept.getvalue()


def households(*rows):
    return book(("家庭", [HEADER, *rows]))


def words(outcome):
    """Everything that is said of an outcome."""
    lines = [w for sheet in outcome.read.sheets for line in sheet.lines for w in sheet.words(line)]
    return " ".join([*outcome.read.refused, *lines])


WHOLE = households(["12-1", "12", "2012.9.1"])


@pytest.mark.parametrize(("content", "name", "said"), [
    (WHOLE[: len(WHOLE) // 2], "cut.xlsx", "损坏"),
    (b"", "empty.xlsx", "空的"),
    (b"MZ\x90\x00" + b"\0" * 500, "tool.xlsx", "程序"),
    (b"%PDF-1.7 ...", "paper.xlsx", "文稿"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old.xls", "损坏"),
    (b"<html><table><tr><td>x</td></tr></table></html>", "page.xls", "网页"),
    (b"\x81\x30\xff\xff\xfe\x00a,b\n", "odd.csv", "编码"),
    (b"a\x00b,c\n", "zero.csv", "编码"),
])  # fmt: skip
def test_what_is_no_table_is_said_to_be_none(send, content, name, said):
    outcome = send(content, name)
    assert said in words(outcome)
    assert name in words(outcome)
    assert outcome.kept == 0
    assert not Piece.objects.exists()


def test_a_packed_file_that_is_no_workbook(send):
    kept = BytesIO()
    with zipfile.ZipFile(kept, "w") as packed:
        packed.writestr("photo.txt", "x")
    assert "压缩包" in words(send(kept.getvalue()))


def test_a_zip_bomb_is_refused_by_what_it_holds_and_fills_no_memory(send, monkeypatch):
    monkeypatch.setattr(guards, "UNPACKED_MAX", 20 << 20)
    kept = BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr("xl/worksheets/sheet1.xml", b"0" * (64 << 20))
    tracemalloc.start()
    outcome = send(kept.getvalue())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "解压后" in words(outcome)
    assert peak < 16 << 20


def test_a_workbook_behind_a_password(send, tmp_path):
    import msoffcrypto

    office, locked = msoffcrypto.OfficeFile(BytesIO(WHOLE)), BytesIO()
    office.encrypt("secret", locked)
    assert "密码" in words(send(locked.getvalue()))


def test_a_million_empty_rows_are_passed_over(send, home):
    kept = Workbook(write_only=True)
    sheet = kept.create_sheet("家庭")
    sheet.append(HEADER)
    sheet.append(["12-9", "12", "2012.9.1"])
    for _ in range(60_000):
        sheet.append([])
    sheet.append(["12-10", "12", "2012.9.1"])
    made = BytesIO()
    kept.save(made)
    outcome = send(made.getvalue())
    assert outcome.kept == 2


def test_the_last_row_that_a_sheet_can_have_is_read(send, home):
    kept = Workbook()
    sheet = kept.active
    sheet.title = "家庭"
    for column, text in enumerate(HEADER, 1):
        sheet.cell(1, column, text)
    for column, text in enumerate(["12-9", "12", "2012.9.1"], 1):
        sheet.cell(1_048_576, column, text)
    made = BytesIO()
    kept.save(made)
    outcome = send(made.getvalue())
    assert outcome.kept == 1
    assert outcome.read.sheets[0].lines[0].number == 1_048_576


def test_a_sheet_without_the_needed_column_says_which(send):
    said = words(send(book(("家庭", [["户号", "登记日期"], ["1", "2012.1.1"]]))))
    assert "缺一列" in said
    assert "楼号" in said
    assert "第 1 行" in said


def test_two_columns_under_one_header_are_not_guessed(send):
    said = words(send(book(("家庭", [["户号", "户编号", "楼号", "登记日期"], ["1", "2", "12", "2012.1.1"]]))))
    assert "两列" in said
    assert "户编号" in said


def test_a_table_that_nobody_knows(send):
    assert "没有一行" in words(send(book(("x", [["甲", "乙"], [1, 2]]))))


@pytest.mark.parametrize(("row", "said"), [
    (["12-1", "99", "2012.9.1"], "没有楼栋“99”"),
    (["12-1", "12", "1899.9.1"], "1900"),
    (["12-1", "12", "2999.1.1"], "还没有到"),
    (["12-1", "12", "2012.13.1"], "2012.13.1"),
    (["", "12", "2012.9.1"], "必填"),
    (["12-1" * 20, "12", "2012.9.1"], "40"),
])  # fmt: skip
def test_a_wrong_line_is_named_and_the_good_ones_are_kept(send, home, row, said):
    outcome = send(households(["12-8", "12", "2012.9.1"], row))
    assert outcome.kept == 1
    assert said in words(outcome)
    assert Household.objects.known().filter(code="12-8").exists()
    assert outcome.wrong[:2] == b"PK"


@pytest.mark.parametrize(
    ("count", "said"), [("-5", "大于或等于"), ("30余", "不是准数"), ("99999999", "32767"), ("三十", "整数")]
)
def test_a_count_that_is_none(send, count, said):
    rows = [["车位编号", "车位数", "启用日期"], ["1", count, "2012.1.1"]]
    assert said in words(send(book(("增设停车位", rows))))


def test_wrong_check_digits(send, home):
    people = [
        ["人员编号", "户号", "姓名", "身份证号", "登记日期"],
        ["1", "12-301", "谭小满", "430103199001011236", "2012.1.1"],
    ]
    assert "身份证号校验不过" in words(send(book(("居民", people))))
    firms = [
        ["编号", "单位名称", "单位性质", "信用代码", "登记日期"],
        ["1", "某公司", "楼宇企业", "91430100MA4L00000X", "2012.1.1"],
    ]
    assert "统一社会信用代码" in words(send(book(("单位", firms))))


def test_a_formula_is_neither_run_nor_sent_back_as_one(send, home):
    outcome = send(households(["=cmd|' /C calc'!A0", "12", "2012.9.1"], ["@SUM(1)", "99", "2012.9.1"]))
    from openpyxl import load_workbook

    sheet = load_workbook(BytesIO(outcome.wrong)).active
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert [cell.value for cell in cells if cell.data_type == "f"] == []


def test_a_hundred_thousand_errors_are_counted_and_do_not_fill_the_memory(send, home):
    lines = "\n".join(f"x{n},99,2012.9.1" for n in range(100_000))
    outcome = send((",".join(HEADER) + "\n" + lines).encode(), "errors.csv", kind="register.household")
    assert outcome.read.counts() == {"bad": 100_000}
    assert outcome.kept == 0


def test_rare_characters_in_names_stay_as_they_are(send, home):
    people = [
        ["人员编号", "户号", "姓名", "登记日期"],
        ["1", "12-301", "𠮷㛃", "2012.1.1"],
        ["2", "12-301", "欧阳·阿依", "2012.1.1"],
    ]
    assert send(book(("居民", people))).kept == 2
    assert set(Resident.objects.known().values_list("name", flat=True)) == {"𠮷㛃", "欧阳·阿依"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_csv_in_the_encodings_that_are_met(send, home, encoding):
    text = "户号,楼号,登记日期\n12-7,12,2012年9月1日\n"
    outcome = send(text.encode(encoding), "t.csv")
    assert (outcome.kept, outcome.read.refused) == (1, [])


def test_the_same_file_twice_adds_nothing(send, home, jinhui):
    content = households(["12-7", "12", "2012.9.1"], ["12-8", "12", 41153])
    assert send(content).kept == 2
    before = Entry.objects.count()
    assert send(content).kept == 0
    assert Entry.objects.count() == before
    assert verify(jinhui) is None


def test_an_interrupted_import_leaves_nothing(send, home, monkeypatch):
    def stop(*args, **kwargs):
        raise KeyboardInterrupt

    monkeypatch.setattr("liangxing.evidence.channels.workbook.accept.keep", stop)
    with pytest.raises(KeyboardInterrupt):
        send(households(["12-7", "12", "2012.9.1"]))
    assert not Household.objects.filter(code="12-7").exists()


def test_a_line_may_refer_to_one_of_the_same_import(send):
    content = book(
        ("家庭", [HEADER, ["9-1", "9", "2012.9.1"]]), ("楼栋", [["楼栋编号", "登记日期"], ["9", "2012.9.1"]])
    )
    assert send(content).kept == 2
    assert Household.objects.known().get().building_id == Building.objects.known().get().fact


def test_a_rehearsal_keeps_nothing_and_says_what_only_the_database_refuses(tmp_path, who, home):
    path = tmp_path / "sent"
    path.write_bytes(households(["12-7", "12", "2012.9.1"]))
    assert rehearse([(path, "t.xlsx")], **who).counts() == {"new": 1}
    assert not Household.objects.filter(code="12-7").exists()
    path.write_bytes(book(("家庭", [[*HEADER, "截止"], ["12-7", "12", "2012.9.1", "2012.8.1"]])))
    outcome = accept([(path, "t.xlsx")], **who)
    assert outcome.kept == 0
    assert "结束早于开始" in words(outcome)


def test_a_table_without_a_column_leaves_what_was_known(send, home):
    firms = [["编号", "单位名称", "单位性质", "联系人", "登记日期"], ["1", "某公司", "楼宇企业", "谭小满", "2012.1.1"]]
    send(book(("单位", firms)))
    send(book(("单位", [["编号", "单位名称", "单位性质", "登记日期"], ["1", "某某公司", "楼宇企业", "2012.1.1"]])))
    kept = Organisation.objects.known().get()
    assert (kept.name, kept.contact) == ("某某公司", "谭小满")
