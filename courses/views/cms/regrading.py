"""Where a trainer has answers marked again after mending a question."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.widgets import Button
from wagtail.snippets.views.snippets import EditView

from courses.models import Question, QuestionVersion
from courses.services.regrading import Plan, earlier_versions, plan_regrade, regrade
from courses.wording import regrade_facts
from hub.core.missing import found
from hub.core.numbers import row_id
from hub.core.personal_details.validators import validate_without_details

EDIT = "wagtailsnippets_courses_question:edit"
REGRADE = "wagtailsnippets_courses_question:regrade"


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


class RegradeView(PermissionCheckedMixin, WagtailAdminTemplateMixin, FormView):
    """Tells first what would become of each result: counts, never whose."""

    model = Question
    page_title = gettext_lazy("Mark answers again")
    template_name = "courses/cms/regrade.html"
    permission_required = "change"
    header_icon = "rotate"
    form_class = RegradeForm
    _show_breadcrumbs = True

    @cached_property
    def question(self) -> Question:
        readable: QuerySet[Question] = Question.objects.readable_by(self.request.reader)
        return found(
            readable.select_related("current").filter(pk=row_id(self.kwargs["pk"])).first()
        )

    @cached_property
    def plans(self) -> list[tuple[QuestionVersion, Plan]]:
        """For each earlier version what marking by the present one would do."""
        plans = [
            (one, plan_regrade(from_version=one, to_version=self.question.current))
            for one in earlier_versions(self.question)
        ]
        return [(one, plan) for one, plan in plans if plan.changes or plan.open]

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        above = {"url": reverse(EDIT, args=[self.question.pk]), "label": str(self.question)}
        return [*super().get_breadcrumbs_items(), above, {"url": "", "label": self.page_title}]

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


class QuestionEditView(EditView):
    @cached_property
    def header_more_buttons(self) -> list[Button]:
        address = reverse(REGRADE, args=[self.object.pk])
        again = Button(_("Mark answers again"), url=address, icon_name="rotate", priority=30)
        return [*super().header_more_buttons, again]
