"""The geometry of the charts."""

from rashomon.dossier.chart import Point, choose_scale, draw_chart, read_day


def point(
    number: int, day: str | None, value: float | None, low: float | None, high: float | None, origin: str | None
) -> Point:
    """A point with what the chart looks at."""
    return Point(number, day, value, low, high, origin, str(value), True, "asserted", f"#p=d:{number}-9", "said")


def test_two_days_make_a_chart_over_time() -> None:
    """Later is further right, more is further up, and one origin's readings are joined."""
    chart = draw_chart([point(1, "2022-05-03", 12, 12, 12, "A"), point(2, "2022-05-04", 17, 17, 17, "A")])
    assert chart is not None
    first, second = chart.marks
    assert chart.over_time
    assert first.x < second.x
    assert first.y > second.y
    assert len(chart.threads) == 1


def test_one_day_makes_rows_by_origin() -> None:
    """Without two days there is no time to show; origins stand in rows, each named once."""
    points = [
        point(1, "2022-05-03", 12, 12, None, "A"),
        point(2, "2022-05-03", 17, 17, 17, "B"),
        point(3, None, 15, 15, 15, "A"),
    ]
    chart = draw_chart(points)
    assert chart is not None
    assert not chart.over_time
    assert [label.text for label in chart.rows] == ["A", "B"]
    assert [mark.point.number for mark in chart.marks] == [1, 3, 2]


def test_an_open_range_has_an_arrow_and_an_exact_number_no_bar() -> None:
    """“Over 12” is drawn with an open end, 17 as a dot alone, and a pure range as a bar alone."""
    points = [point(1, None, 12, 12, None, "A"), point(2, None, 17, 17, 17, "B"), point(3, None, None, 10, 20, "C")]
    chart = draw_chart(points)
    assert chart is not None
    open_end, exact, pure = chart.marks
    assert open_end.arrow is not None
    assert (exact.bar, exact.dot) == (None, True)
    assert (pure.arrow, pure.dot) == (None, False)
    assert pure.bar is not None


def test_readings_without_a_number_or_day_are_counted_not_guessed() -> None:
    """What cannot be placed is left out of the drawing and said beside it."""
    points = [
        point(1, "2022-05-03", 1, 1, 1, "A"),
        point(2, "2022-05-04", 2, 2, 2, "A"),
        point(3, "2022-05", 3, 3, 3, "A"),
    ]
    chart = draw_chart([*points, point(4, "2022-05-05", None, None, None, "A")])
    assert chart is not None
    assert (len(chart.marks), chart.left_out) == (2, 2)


def test_a_single_number_is_no_chart() -> None:
    """One reading needs no drawing."""
    assert draw_chart([point(1, "2022-05-03", 12, 12, 12, "A")]) is None
    assert draw_chart([]) is None


def test_scales_hold_what_they_are_given() -> None:
    """Every number has a place inside the scale, also when all are the same, zero, or far apart."""
    for numbers in ([5.0], [0.0], [150.0, 164.0], [2.0, 8000.0], [0.1, 0.3], [1e9, 3e9], [-5.0, 5.0]):
        scale = choose_scale(numbers, 0, 100)
        assert all(0 <= scale.at(number) <= 100 for number in numbers), numbers
        assert 2 <= len(scale.ticks) <= 7, (numbers, scale.ticks)
    assert choose_scale([2.0, 8000.0], 0, 100).log


def test_a_day_is_read_only_where_there_is_one() -> None:
    """Months, weeks and nonsense have no day."""
    assert read_day("2022-01-10T09:41") == read_day("2022-01-10") is not None
    assert [read_day(day) for day in ("2022-01", "2022", "2022-W01", "2022-13-01", None, "")] == [None] * 6
