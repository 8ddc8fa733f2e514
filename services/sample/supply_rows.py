"""What the sample's office keeps: articles with price and monthly need, and what is given out at festivals."""

from __future__ import annotations

_DL, _JD = "武汉得力办公设备有限公司", "京东五星电器集团武汉有限公司"
_NF, _LB = "农夫山泉武汉配送中心", "武汉安泰劳保用品有限公司"
# kind, name, specification, unit, low-stock line, price of one, issued a month (thousandths of the needs of all), supplier
ARTICLES = (
    ("office", "A4复印纸", "70g 500张", "包", "10", "19.80", 16, _DL),
    ("office", "A3复印纸", "70g 500张", "包", "4", "38.50", 3, _DL),
    ("office", "硒鼓", "CF228A", "支", "2", "268.00", 2, _DL),
    ("office", "签字笔", "0.5mm 黑", "支", "20", "1.60", 26, _DL),
    ("office", "档案盒", "A4 55mm", "个", "10", "6.80", 9, _DL),
    ("office", "文件夹", "A4 双夹", "个", "10", "5.20", 6, _DL),
    ("office", "订书钉", "24/6", "盒", "5", "2.10", 4, _DL),
    ("office", "绘图纸", "A1 卷 36寸", "卷", "3", "86.00", 4, _DL),
    ("office", "凭证封面", "212×125", "包", "2", "24.00", 1, _DL),
    ("water", "桶装水", "18.9L", "桶", "5", "22.00", 24, _NF),
    ("water", "瓶装水", "550ml×24", "箱", "3", "36.00", 7, _NF),
    ("cards", "名片", "300g 铜版 100张", "盒", "0", "28.00", 2, _DL),
    ("spare_parts", "鼠标", "罗技 M185", "个", "3", "69.00", 2, _JD),
    ("spare_parts", "键盘", "罗技 K120", "个", "2", "79.00", 1, _JD),
    ("spare_parts", "网线", "六类", "米", "50", "2.80", 30, _JD),
    ("spare_parts", "5号电池", "南孚", "节", "20", "2.50", 22, _JD),
    ("spare_parts", "无人机桨叶", "M350 原装", "对", "2", "320.00", 1, _JD),
    ("spare_parts", "固态硬盘", "1T 移动", "个", "1", "529.00", 1, _JD),
    ("protection", "安全帽", "ABS 透气", "顶", "5", "32.00", 2, _LB),
    ("protection", "反光背心", "测绘标识", "件", "5", "25.00", 3, _LB),
    ("protection", "劳保鞋", "防砸 防滑", "双", "2", "168.00", 2, _LB),
    ("protection", "手套", "点胶", "副", "20", "2.20", 18, _LB),
    ("protection", "防暑降温用品", "藿香正气水 风油精", "份", "0", "46.00", 0, _LB),
    ("benefits", "中秋月饼礼盒", "广式 8 枚", "份", "0", "128.00", 0, "武汉仟吉食品有限公司"),
    ("benefits", "季度福利", "粮油洗护组合", "份", "0", "98.00", 0, "中百仓储江夏店"),
)  # fmt: skip
# which departments use articles of a kind, with their shares in the month's need
USERS = {
    "office": (("02", 3), ("03", 2), ("06", 2), ("07", 1)),
    "water": (("02", 4), ("06", 3), ("04", 2), ("05", 2)),
    "cards": (("07", 1),),
    "spare_parts": (("06", 2), ("04", 1)),
    "protection": (("04", 3), ("05", 2)),
}
SHORT = ("硒鼓", "A3复印纸", "反光背心")  # what has run short by today
SITE = ("瓶装水", "手套", "反光背心")  # also kept at the project's site
