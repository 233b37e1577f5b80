from courses.models.attempt import Attempt, AttemptItem
from courses.models.catching_up import CatchUp
from courses.models.certificate import Certificate
from courses.models.check import CheckAnswer, LessonQuestion
from courses.models.cohort import Assignment, Cohort, CohortMember
from courses.models.learning import Enrolment, LessonView
from courses.models.pages import CourseIndexPage, CoursePage, LessonPage, ModulePage
from courses.models.pathway import PathwayPage, PathwayStep
from courses.models.prerequisite import Prerequisite
from courses.models.question import Question, QuestionTag, QuestionVersion
from courses.models.quiz import ExtraTime, Quiz, QuizDraw, QuizQuestion
from courses.models.record import RecordEntry
from courses.models.refresher import Refresher, RefresherItem
from courses.models.regrade import Regrade, RegradedAttempt
from courses.models.remark import LessonRemark
from courses.models.survey import SurveyAnswer
from courses.models.workshop import Booking, SignOff, Workshop

__all__ = [
    "Assignment",
    "Attempt",
    "AttemptItem",
    "Booking",
    "CatchUp",
    "Certificate",
    "CheckAnswer",
    "Cohort",
    "CohortMember",
    "CourseIndexPage",
    "CoursePage",
    "Enrolment",
    "ExtraTime",
    "LessonPage",
    "LessonQuestion",
    "LessonRemark",
    "LessonView",
    "ModulePage",
    "PathwayPage",
    "PathwayStep",
    "Prerequisite",
    "Question",
    "QuestionTag",
    "QuestionVersion",
    "Quiz",
    "QuizDraw",
    "QuizQuestion",
    "RecordEntry",
    "Refresher",
    "RefresherItem",
    "Regrade",
    "RegradedAttempt",
    "SignOff",
    "SurveyAnswer",
    "Workshop",
]
