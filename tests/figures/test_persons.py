"""Persons who are told of one by one."""

from collections.abc import Callable

import pytest

from rashomon.model import Figure

Read = Callable[..., tuple[Figure, ...]]

# text, killed, injured: the largest standing figure of each, 0 where there is none
TOLD = [
    ("John Doe, 23, was shot and killed. He was a student.", 1, 0),
    ("A man was shot to death and his wife wounded.", 1, 1),
    ("Jane Roe, 21, and Tom Poe, 22, were killed. Roe was a student.", 2, 0),
    ("A 24-year-old man was shot on Friday. The victim, Tom Poe, died in hospital.", 1, 0),
    ("A man was shot. Another man was also shot.", 0, 2),
    ("A 19-year-old was shot in the leg. A 24-year-old woman was grazed by a bullet.", 0, 2),
    ("Two men and a woman were killed.", 3, 0),
    ("Three people were shot, one fatally.", 1, 2),
    ("Three people were shot and two of them died.", 2, 1),
    ("Four people were shot in Hull. All survived.", 0, 4),
    ("Two people were killed on Monday. Tom Poe, 23, died at the scene and Ann Roe, 30, died in hospital.", 2, 0),
    ("The man shot his wife before turning the gun on himself. Both were pronounced dead.", 2, 0),
    ("Police found the body of a woman in the yard.", 1, 0),
    ("A clerk was shot in the arm and is expected to survive.", 0, 1),
    ("A professor was seriously injured and her husband killed.", 1, 1),
    ("The officer was wounded. The suspect was shot and killed.", 1, 1),
    ("Ann Roe, 81, died of cancer in May.", 0, 0),
    ("He tried to kill his neighbour.", 0, 0),
    ("He threatened to shoot the officer.", 0, 0),
    ("Gunmen shot at a deputy and fled.", 0, 0),
    ("The clerk was not injured.", 0, 0),
    ("It was unclear whether the robber was injured.", 0, 0),
    ("There were no reports of injuries.", 0, 0),
    ("Neither officer was wounded.", 0, 0),
    ("She thought he had been shot.", 0, 0),
    ("Officers executed a search warrant at the house.", 0, 0),
    # A name that lives is not the dead man told of before.
    ("The suspect is dead. Ann Roe was shot in the arm. Roe survived the attack. Tom Poe was pronounced dead.", 1, 1),
    # The officer hurt on duty is not the man who was killed.
    ("A man was shot dead. The officer was taken to the hospital. The suspect, 45, was pronounced dead.", 1, 1),
    # A pronoun far from any mention means the last of its fate.
    ("Tom Poe, 25, was shot dead. Another man was wounded. The club shut. It rained. Fans mourned his death.", 1, 1),
    # A double name and its last part are one person, unless one lives.
    ("Kyle Brown-Roe, 22, was killed. Police found Roe dead.", 1, 0),
    ("Jane Moses-Roe, 46, was shot and survived. Officers found that Greg Roe, 57, had committed suicide.", 1, 1),
    ("Two men were shot. They found two men with gunshot wounds. Tom Poe died. Lee Roe is in serious condition.", 1, 1),
    ("Customer shot at party. A teenager shot another customer on Friday.", 0, 1),
    ("A man was shot and killed. The bullet exited his body.", 1, 0),
    ("A man was taken to a hospital for evaluation.", 0, 0),
    ("Four people had arrived after suffering minor injuries.", 0, 4),
    ("A man is accused of shooting two boys and a woman.", 0, 3),
    ("Police say a man fatally shot his mother's fiance before turning the gun on himself.", 2, 0),
    ("A robber was shot dead. Two robbers fled and a third was fatally shot by the owner, police said.", 1, 0),
    ("One man was shot in the arm, and a second was grazed by a bullet.", 0, 2),
    ("One man died. Ann Roe is in serious condition. Two other men were wounded.", 1, 2),
    ("The town saw 49 homicides so far this year. Of those, 17 were in May.", 0, 0),
    ("A gunman shot at 17- and 26-year-old brothers.", 0, 0),
    ("The committee was killed off by the mayor in a vote.", 0, 0),
]


def largest(figures: tuple[Figure, ...], quantity: str) -> float:
    return max((f.value for f in figures if f.quantity == quantity and f.value is not None), default=0)


@pytest.mark.parametrize(("text", "killed", "injured"), TOLD, ids=[text for text, _, _ in TOLD])
def test_persons_are_counted_once(text: str, killed: int, injured: int, read: Read) -> None:
    """Names, descriptions and pronouns of one person count one; what did not happen counts nobody."""
    figures = read(text)
    assert (largest(figures, "killed"), largest(figures, "injured")) == (killed, injured)


def test_named_persons_are_parts_of_their_sum(read: Read) -> None:
    """The sum says how it was made, and each person points to it."""
    figures = read("Jane Roe, 21, and Tom Poe, 22, were killed.")
    total = next(figure for figure in figures if figure.value == 2)
    assert total.qualifier == "named one by one"
    assert [figure.part_of for figure in figures if figure.value == 1] == [total.id, total.id]


def test_a_mixed_total_keeps_its_groups(read: Read) -> None:
    """ "Two men and a woman" are three, with two groups."""
    figures = read("Two men and a woman were killed.")
    total = next(figure for figure in figures if figure.value == 3)
    assert {figure.group: figure.part_of for figure in figures} == {"man": total.id, "woman": total.id, None: None}


def test_an_older_death_is_elsewhere(read: Read) -> None:
    """A relative killed years before is no victim of this event."""
    figures = read("Tom Poe, 23, was shot and killed on Monday. His brother was killed six years ago.")
    assert sorted(figure.quantity for figure in figures if figure.value == 1) == ["killed", "killed_elsewhere"]


def test_forecast_persons_are_not_counted(read: Read) -> None:
    """ "Will be killed" is no person killed."""
    assert largest(read("He was told that he would be killed."), "killed") == 0
