"""Which reports are about one event, and when an undated one was published."""

from rashomon.stories.dating import infer_dates
from rashomon.stories.grouping import StoryGroup, group_stories

__all__ = ["StoryGroup", "group_stories", "infer_dates"]
