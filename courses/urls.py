from django.urls import path

from courses.views import badges, certificates, checks, learning, quizzes, record, results

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
    path("certificates/", certificates.check_certificate, name="check_certificate"),
    path("certificates/<slug:code>/", certificates.certificate, name="certificate"),
    path("certificates/<slug:code>/badge/", badges.badge, name="badge"),
    path(".well-known/jwks.json", badges.badge_keys, name="badge_keys"),
    path("certificates/<slug:code>/pdf/", certificates.certificate_pdf, name="certificate_pdf"),
]
