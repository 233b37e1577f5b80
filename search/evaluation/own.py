"""Asks the hub's own judged searches as somebody signed out would, of the live rows."""

from django.conf import settings

from search.engines.current import current_engine
from search.evaluation.judged import Judged, ask, mean_ndcg
from search.models import Evaluation, JudgedQuery


def evaluate_own() -> Evaluation | None:
    """Adds one evaluation; None where nothing is judged. Some 20 ms for each search."""
    engine = current_engine()
    every = JudgedQuery.objects.prefetch_related("things")
    judged = [Judged(item.query, item.grades()) for item in every]
    outcomes = [ask(item, engine) for item in judged if item.grades]
    if not outcomes:
        return None
    return Evaluation.objects.create(
        engine=settings.SEARCH_ENGINE,
        ndcg=mean_ndcg(outcomes),
        figures={outcome.judged.text: outcome.ndcg for outcome in outcomes},
    )
