"""Alerts for tests, whole and with one thing wrong."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from liangxing.rooms.safety.cap.message import Area, Info, Message, Resource

CHINA = timezone(timedelta(hours=8))
SENT = datetime(2026, 7, 1, 8, 0, tzinfo=CHINA)
NOW = datetime(2026, 7, 1, 0, 10, tzinfo=UTC)  # ten minutes later


def info(language="zh-CN", **changes) -> Info:
    told = {
        "categories": ("Met",), "event": "暴雨" if language == "zh-CN" else "Rainstorm", "urgency": "Expected",
        "severity": "Severe", "certainty": "Likely", "language": language, "responses": ("Shelter", "Avoid"),
        "expires": SENT + timedelta(hours=6), "headline": "暴雨橙色预警", "instruction": "不要去地下车库。",
        "areas": (Area("长沙市开福区", geocodes=(("GB/T 2260", "430105"),)),),
    }  # fmt: skip
    return Info(**{**told, **changes})


def alert(**changes) -> Message:
    told = {
        "identifier": "43010541600000_20260701080000", "sender": "qxj@example.gov.cn", "sent": SENT,
        "status": "Actual", "kind": "Alert", "scope": "Public", "infos": (info(), info("en-US")),
    }  # fmt: skip
    return Message(**{**told, **changes})


def about(*others: Message) -> tuple[str, ...]:
    return tuple(str(other.name) for other in others)


def two_languages() -> Message:
    """Every element there is."""
    full = info(
        audience="住在低处的人", event_codes=(("SAME", "FFW"),), effective=SENT, onset=SENT + timedelta(minutes=30),
        sender_name="气象台", description="三小时内雨量将达 50 毫米。", web="https://example.org/", contact="12345 转 6",
        parameters=(("level", "orange"),), resources=(Resource("雷达图", "image/png", 12, "a.png", "aGVsbG8=", "ab"),),
        areas=(Area("低洼处", ("28.1,112.9 28.2,112.9 28.2,113.0 28.1,112.9",), ("28.1,112.9 1.5",), (), 1, 2),),
    )  # fmt: skip
    return alert(source="雷达", note="第一次", incidents="a b", codes=("x", "y"), infos=(full, info("en-US")))
