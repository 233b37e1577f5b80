"""Why a service refused. Each message is plain enough to show to the person who caused it."""

from django.utils.translation import gettext_lazy as _


class QuizRefused(Exception):
    """The attempt stays as it was."""

    message = _("That didn't work. Start again from the course.")

    def __str__(self) -> str:
        return str(self.message)


class LessonRefused(Exception):
    """The lesson isn't done yet."""

    message = _("This lesson isn't done yet.")

    def __str__(self) -> str:
        return str(self.message)


class ReadOn(LessonRefused):
    message = _("Take a little longer: the end of the lesson says how long.")


class QuestionsMissing(LessonRefused):
    message = _("Answer the questions at the end first.")


class LessonsMissing(QuizRefused):
    message = _("Finish the lessons first. The course page shows which are still to do.")


class CourseNotStarted(QuizRefused):
    message = _("Start the course first. Then practise as you like.")


class CoursesMissing(QuizRefused):
    message = _("Another course comes first. The course page shows which.")


class NoAttemptsLeft(QuizRefused):
    message = _("You have used all your attempts at this quiz.")


class TooSoon(QuizRefused):
    message = _("Read the lessons again first. The quiz page says from when you can try again.")


class QuizClosed(QuizRefused):
    message = _("This quiz is closed.")


class AnswerStands(QuizRefused):
    message = _("You have seen what is right, so this answer stands.")


class TimeIsUp(QuizRefused):
    message = _("The time is up. What you answered before counts.")


class AlreadyPassed(QuizRefused):
    message = _("You have passed this quiz, and it need not be renewed yet.")


class QuizIsEmpty(QuizRefused):
    message = _("This quiz has no questions yet.")


class AlreadySubmitted(QuizRefused):
    message = _("These answers are handed in, so they can't change any more.")


class OutOfTurn(QuizRefused):
    message = _("Answer the questions in their order. You can change answers before you hand in.")


class ForeignAnswer(QuizRefused):
    message = _("Choose from the answers to this question.")


class SavedElsewhere(QuizRefused):
    message = _(
        "You saved another answer in another tab or on another device. Press “Save and continue” "
        "to keep what you see here, or reload the page to see the other."
    )


class WorkshopRefused(Exception):
    """Nothing was booked, given up or marked."""

    message = _("That didn't work. Start again from the workshop.")

    def __str__(self) -> str:
        return str(self.message)


class BookingClosed(WorkshopRefused):
    message = _("Booking is closed for this workshop. The course page shows other dates.")


class WorkshopBegun(WorkshopRefused):
    message = _("This workshop has begun, so nothing can be given up any more.")


class OwnWorkshop(WorkshopRefused):
    message = _("You give this workshop, so you need no seat in it.")


class NotYet(WorkshopRefused):
    message = _("Attendance can be marked from the day of the workshop on.")


class WorkshopCancelled(WorkshopRefused):
    message = _("This workshop is cancelled.")


class CertificateStands(WorkshopRefused):
    message = _("A certificate rests on it by now, so it stays. Revoke the certificate first.")


class OwnSignOff(WorkshopRefused):
    message = _("Nobody signs themselves off. Ask another trainer.")


class MomentIsOver(Exception):
    """A form that was shown before the course was finished, or three months before."""

    message = _("Time has moved on since you opened this. Here is what we ask now.")

    def __str__(self) -> str:
        return str(self.message)


class NotDue(QuizRefused):
    message = _("This question isn't due yet.")


class WeekIsFull(QuizRefused):
    message = _("That was your fifth question of this week. The next come on Monday.")


class RefresherStopped(QuizRefused):
    message = _("You stopped your weekly questions. Start them again to answer.")
