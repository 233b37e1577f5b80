from django.urls import path

from courses.views import badges, certificates, checks, learning, quizzes, record, results, sharing
from courses.views.leads import asking, cohorts, coverage, people

app_name = "courses"

urlpatterns = [
    path("learning/", learning.my_learning, name="learning"),
    path("learning/record/", record.record, name="record"),
    path("learning/record/add/<slug:activity>/", record.add_entry, name="add_entry"),
    path("learning/record/files/<slug:form>/", record.record_file, name="record_file"),
    path("learning/record/<int:entry_id>/", record.change_entry, name="record_entry"),
    path("learning/record/<int:entry_id>/remove/", record.remove, name="remove_entry"),
    path("learning/enrol/<int:course_id>/", learning.start_course, name="start"),
    path("learning/lessons/<int:lesson_id>/done/", learning.finish_lesson, name="finish"),
    path(
        "learning/lessons/<int:lesson_id>/check/<int:question_id>/",
        checks.check,
        name="check_answer",
    ),
    path("learning/courses/<int:course_id>/quiz/", quizzes.quiz_start, name="quiz"),
    path("learning/quizzes/<slug:code>/", quizzes.resume, name="resume"),
    path("learning/quizzes/<slug:code>/check/", results.check, name="check"),
    path("learning/quizzes/<slug:code>/submit/", results.submit, name="submit"),
    path("learning/quizzes/<slug:code>/result/", results.result, name="result"),
    path("learning/quizzes/<slug:code>/<int:order>/", quizzes.question, name="question"),
    path("learning/people/", people.people, name="people"),
    path("learning/people/file/", people.people_file, name="people_file"),
    path("learning/people/<int:person_id>/", people.person, name="person"),
    path("learning/people/<int:person_id>/ask/", asking.ask_person, name="ask_person"),
    path("learning/asked/<int:assignment_id>/end/", asking.end_asking, name="end_asking"),
    path("learning/cohorts/", cohorts.cohorts, name="cohorts"),
    path("learning/cohorts/new/", cohorts.new_cohort, name="new_cohort"),
    path("learning/cohorts/<int:cohort_id>/", cohorts.cohort, name="cohort"),
    path("learning/cohorts/<int:cohort_id>/add/", cohorts.add, name="add_to_cohort"),
    path("learning/cohorts/<int:cohort_id>/ask/", asking.ask_cohort, name="ask_cohort"),
    path("learning/cohorts/<int:cohort_id>/change/", cohorts.change_cohort, name="change_cohort"),
    path("learning/cohorts/<int:cohort_id>/end/", cohorts.end_cohort, name="end_cohort"),
    path("learning/cohorts/<int:cohort_id>/share/", sharing.share, name="share_results"),
    path(
        "learning/cohorts/<int:cohort_id>/people/<int:person_id>/remove/",
        cohorts.remove,
        name="remove_from_cohort",
    ),
    path("learning/coverage/", coverage.coverage, name="coverage"),
    path("learning/coverage/file/", coverage.coverage_file, name="coverage_file"),
    path("certificates/", certificates.check_certificate, name="check_certificate"),
    path("certificates/<slug:code>/", certificates.certificate, name="certificate"),
    path("certificates/<slug:code>/badge/", badges.badge, name="badge"),
    path(".well-known/jwks.json", badges.badge_keys, name="badge_keys"),
    path("certificates/<slug:code>/pdf/", certificates.certificate_pdf, name="certificate_pdf"),
]
