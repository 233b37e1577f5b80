"""Where a trainer has answers marked again after mending a question."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView

from courses.models import QuestionVersion
from courses.services.regrading import Plan, earlier_versions, plan_regrade, regrade
from courses.views.cms.questions import REGRADE, AboutQuestion
from courses.wording import regrade_facts
from hub.core.personal_details.validators import validate_without_details


class RegradeForm(forms.Form):
    version = forms.TypedChoiceField(
        label=gettext_lazy("Which answers"),
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose the version that was wrong")},
    )
    reason = forms.CharField(
        label=gettext_lazy("What was wrong"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        validators=[validate_without_details],
        error_messages={"required": gettext_lazy("Say what was wrong")},
        help_text=gettext_lazy(
            "Learners read this beside their result, so say it plainly. It is kept with your name."
        ),
    )


class RegradeView(AboutQuestion, FormView):
    """Tells first what would become of each result: counts, never whose."""

    page_title = gettext_lazy("Mark answers again")
    template_name = "courses/cms/regrade.html"
    header_icon = "rotate"
    form_class = RegradeForm

    @cached_property
    def plans(self) -> list[tuple[QuestionVersion, Plan]]:
        """For each earlier version what marking by the present one would do."""
        plans = [
            (one, plan_regrade(from_version=one, to_version=self.question.current))
            for one in earlier_versions(self.question)
        ]
        return [(one, plan) for one, plan in plans if plan.changes or plan.open]

    def get_form(self, form_class: Any = None) -> RegradeForm:
        form: RegradeForm = super().get_form(form_class)
        form.fields["version"].choices = [
            (one.pk, _("Version %(n)s: %(words)s") % {"n": one.number, "words": one.stem})
            for one, _plan in self.plans
        ]
        if len(self.plans) == 1:
            form.fields["version"].initial = self.plans[0][0].pk
        return form

    def form_valid(self, form: RegradeForm) -> HttpResponse:
        version = next(v for v, _plan in self.plans if v.pk == form.cleaned_data["version"])
        _record, plan = regrade(
            question=self.question,
            from_version=version,
            to_version=self.question.current,
            reason=form.cleaned_data["reason"],
            by_id=self.request.user.pk,
        )
        messages.success(self.request, _("Marked again: %s") % "; ".join(regrade_facts(plan)))
        return redirect(REGRADE, self.question.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        plans = [(version, regrade_facts(plan)) for version, plan in self.plans]
        before = self.question.regrades.select_related("from_version", "to_version", "by")
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"plans": plans, "question": self.question, "regrades": before}
