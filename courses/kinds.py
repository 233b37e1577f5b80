from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from courses.models import CoursePage, LessonPage, PathwayPage, Refresher, Workshop
from courses.resting import register as register_questions
from courses.services.refreshing import SERIES
from hub.access.audit.words import name_actions
from hub.access.registry import Card
from hub.notices.series import Series, register_series
from hub.pages.kinds import page_kind

name_actions({"certificate.revoked": _("Certificate: revoked")})

page_kind(
    CoursePage,
    label=_("Course"),
    plural=_("Courses"),
    icon="graduation-cap",
    order=70,
    parts={Workshop: lambda workshop: [workshop.course]},
)
page_kind(PathwayPage, label=_("Pathway"), plural=_("Pathways"), icon="route", order=72)
page_kind(LessonPage, label=_("Lesson"), plural=_("Lessons"), icon="graduation-cap", order=75)
name_actions(
    {
        "cohort.made": _("Cohort of learners: made"),
        "cohort.person_added": _("Cohort of learners: person added"),
        "cohort.person_removed": _("Cohort of learners: person removed"),
        "cohort.removed": _("Cohort of learners: removed"),
        "course.assigned": _("Course: asked for by a day"),
        "course.unassigned": _("Course: not asked for any more"),
        "learning.cohort_viewed": _("Learning of a cohort: seen"),
        "learning.people_exported": _("Learning of people led: taken away as a table"),
        "learning.people_viewed": _("Learning of people led: seen"),
        "learning.person_viewed": _("Learning of one person: seen by their lead"),
        "extra_time.ended": _("Extra time in quizzes: ended"),
        "extra_time.given": _("Extra time in quizzes: given or changed"),
        "question.regraded": _("Question: answers marked again"),
        "sign_off.given": _("Course: somebody signed off"),
        "sign_off.refused": _("Course: somebody not signed off yet"),
        "sign_off.taken_back": _("Course: sign-off taken back"),
        "workshop.attendance_marked": _("Workshop: attendance marked"),
        "workshop.cancelled": _("Workshop: cancelled"),
        "remark.dealt_with": _("Remark on a lesson: dealt with"),
        "remark.reopened": _("Remark on a lesson: open again"),
    }
)
register_questions()
register_series(
    Series(
        name=SERIES,
        readable=lambda reader: Refresher.objects.filter(person_id=reader.user_id),
        card=lambda refresher: Card(
            SERIES, gettext("Five short questions a week"), reverse("courses:refresh")
        ),
        effect=_("Your weekly questions stop. What you answered is kept."),
        undo=_("Changed your mind? Start them again under “Your learning”."),
    )
)
