"""How views fetch what an address of leads and cohorts names. Not yours is as if not there."""

from courses.models import Assignment, Cohort, CohortMember
from courses.scope import Scope, scope_of
from hub.access.readers import Reader
from hub.core.missing import found, require
from hub.users.models import User


def access_scope(reader: Reader) -> Scope:
    """Whom this session leads. Raises Http404 for who leads nobody."""
    scope = scope_of(reader)
    require(bool(scope))
    return scope


def access_learner(reader: Reader, person_id: int) -> User:
    """Somebody of one's own area or organisation."""
    people = access_scope(reader).people().select_related("listing")
    return found(people.filter(pk=person_id).first())


def access_cohort(reader: Reader, cohort_id: int) -> Cohort:
    """A cohort of one's own area or organisation."""
    cohorts = Cohort.objects.within(access_scope(reader))
    rows = cohorts.select_related("area", "organisation", "keeper__listing")
    return found(rows.filter(pk=cohort_id).first())


def access_asked(reader: Reader, assignment_id: int) -> Assignment:
    """What a cohort or somebody of one's own area or organisation is asked to do."""
    scope = access_scope(reader)
    rows = Assignment.objects.within(scope).select_related("course", "cohort", "person__listing")
    return found(rows.filter(pk=assignment_id).first())


def access_membership(reader: Reader, cohort_id: int) -> CohortMember:
    """One's own place in a cohort."""
    require(reader.is_signed_in)
    mine = CohortMember.objects.filter(person_id=reader.user_id, cohort_id=cohort_id)
    return found(mine.select_related("cohort").first())
