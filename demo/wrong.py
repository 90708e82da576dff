"""A workbook whose lines are wrong, one of each sort: the demonstration shows how they come back."""

from __future__ import annotations

from .tables import Table

TITLE = ("这张表故意写错，看系统怎么说",)
GOOD_LINES = 1  # a line that is there already, so that good and wrong stand side by side


def tables() -> list[Table]:
    """Sheets of wrong lines; the note in each last column says what is wrong with it, for whoever reads the file."""
    households = [
        ("JQ-1-1-101", "JQ-1", "2010.6.1", "这一行是对的，早已登记"),
        ("ZZ-1-1-101", "ZZ-1", "2012.3.1", "没有这栋楼"),
        ("JQ-1-9-901", "JQ-1", "1899.3.1", "年份太早"),
        ("JQ-1-9-902", "JQ-1", "2099年1月1日", "日子还没到"),
        ("", "JQ-1", "2012.3.1", "没有户号"),
        ("JQ-1-9-903", "JQ-1", "不记得", "不是日期"),
        ("JQ-1-9-904", "JQ-1", "2012.2.30", "没有这一天"),
    ]
    residents = [
        ("JQ-1-1-101-8", "JQ-1-1-101", "谭试错", "女", "11010519491231002Y", "2012.3.1", "身份证号校验位不对"),
        ("JQ-1-1-101-9", "JQ-1-1-101", "谭试错", "不明", "", "2012.3.1", "性别不在选项里"),
    ]
    organisations = [("QY98", "校验错误有限公司", "楼宇企业", "91430199MA9DEM0010", "2012.3.1", "信用代码校验位不对")]
    bins = [
        ("X1", "没有这条路", "2008版", "2012.7.1", "没有这条路"),
        ("X2", "玉兰路", "1999版", "2012.7.1", "没有这个版本"),
        ("X3", "玉兰路", "2008版", "", "没有日期"),
    ]
    parking = [
        ("X1", "玉兰路", "30余", "2012.11.1", "不是确切的数"),
        ("X2", "玉兰路", "-5", "2012.11.1", "少于零"),
        ("X3", "玉兰路", "十来个", "2012.11.1", "不是数"),
        ("X4", "玉兰路", "2.5", "2012.11.1", "半个车位"),
    ]
    polls = [("XJ-X", "2012.3.1", "户代表", 100, 120, "是", "投票的比有权投票的还多")]
    return [
        Table("家庭", ["户号", "楼号", "登记日期", "故意写错的地方"], households, title=TITLE),
        Table("居民", ["人员编号", "户号", "居民姓名", "性别", "身份证号", "登记日期", "故意写错的地方"], residents),
        Table("单位", ["编号", "单位名称", "单位性质", "信用代码", "入驻日期", "故意写错的地方"], organisations),
        Table("分类垃圾箱", ["箱号", "路名", "标志标准", "配置日期", "故意写错的地方"], bins),
        Table("增设停车位", ["车位编号", "路名", "车位数", "启用日期", "故意写错的地方"], parking),
        Table("选举", ["选举编号", "选举日", "投票方式", "应投票数", "已投票数", "秘密写票", "故意写错的地方"], polls),
    ]
