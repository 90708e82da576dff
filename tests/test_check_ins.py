"""The server is killed while households check in: what was answered is there, once, and the chain holds."""

from bench._phones import Server, ground, kept, load


def test_what_was_answered_before_the_kill_is_there_after_it(tmp_path, monkeypatch):
    monkeypatch.setenv("LIANGXING_DATA", str(tmp_path))
    town = ground("", homes=300)
    with Server("") as server:
        whole = load(server.port, town, 60, 3)
        cut = load(server.port, town, 140, 4, first=60, kill=server, after=0.6)
    with Server(""):
        numbers, newest = kept("")
    assert len(whole.answered) == 60
    assert 0 < len(cut.answered) < 140
    assert not (whole.answered.keys() | cut.answered.keys()) - numbers.keys()
    assert set(numbers.values()) == {1}
    assert set(newest.values()) == {"safe", "help"}
