"""The whole demonstration, in one transaction: all of it is there, or none."""

from hub.demo.loader.areas import load_areas
from hub.demo.loader.cohorts import load_cohorts
from hub.demo.loader.content import read
from hub.demo.loader.course import (
    load_courses,
    load_pathways,
    load_quizzes,
    load_sampler,
)
from hub.demo.loader.directory import load_directory
from hub.demo.loader.forum import load_forum
from hub.demo.loader.glossary import load_glossary
from hub.demo.loader.guidance import load_guidance, load_practice
from hub.demo.loader.home import load_home, load_themes
from hub.demo.loader.interventions import load_interventions, load_referrals
from hub.demo.loader.judgements import load_judgements
from hub.demo.loader.learning import load_learning
from hub.demo.loader.legislation import load_legislation
from hub.demo.loader.local import load_local
from hub.demo.loader.pages import Shelf, pages_with_facts
from hub.demo.loader.policy import load_policy
from hub.demo.loader.sharing import load_shared
from hub.demo.loader.support import load_support
from hub.demo.loader.tools import load_tools
from hub.demo.loader.usefulness import load_usefulness
from hub.demo.loader.working_groups import load_working_groups
from hub.demo.loader.workshops import load_workshops
from hub.demo.people import load_people
from search.sync.capture import capture

# Pages first, so that bodies, forum and start page can point at any of them.
PAGE_LOADERS = (
    load_themes,
    load_glossary,
    load_legislation,
    load_policy,
    load_practice,
    load_interventions,
    load_referrals,
    load_tools,
    load_guidance,
    load_local,
    load_courses,
    load_pathways,
    load_sampler,
)


def load_everything() -> int:
    """Adds what is missing and gives the number of pages that were."""
    with capture():
        people = load_people()
        load_directory(read("directory"), people)
        shelf = Shelf(people, load_working_groups(read("working_groups")["groups"], people))
        for load in PAGE_LOADERS:
            load(shelf)
        shelf.tie()
        load_quizzes(shelf)
        load_cohorts(shelf, people, read("cohorts")["cohorts"])
        load_workshops(shelf, people)
        load_learning(shelf, people)
        load_home(shelf, read("home"))
        load_forum(shelf, people, read("forum"))
        load_support(shelf, people, read("support")["requests"])
        load_shared(shelf, people, read("sharing")["examples"])
        load_areas(people, read("areas"))
        load_usefulness(shelf, read("usefulness")["pages"])
    # Behind the capture, whose end writes the entries that judgements name.
    load_judgements(addresses())
    return len(shelf.made)


def addresses() -> dict[str, str]:
    """Fact id to address, for every page that came from a fact."""
    return {page.fact_id: page.url for page in pages_with_facts() if page.live}
