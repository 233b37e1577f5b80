"""SAFETY.md T9: members learn nowhere who wrote an anonymous post."""

import ast
from pathlib import Path

import pytest
from django.core import mail

from hub.access.readers import reader_for
from hub.forum.authorship import asker_id_of, author_id_of, may_choose_answer, may_edit
from hub.forum.models import HiddenAuthor
from hub.forum.services import accept_answer, edit_post, hide_post
from hub.notices.models import Notice
from tests.factories.forum import first_post, moderator, question, reply
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db
HUB = Path(__file__).resolve().parents[4]
# Where the models are listed, the one access function and the person's own copy.
KNOW = {
    "hub/forum/models/__init__.py",
    "hub/forum/authorship.py",
    "hub/forum/personal_records.py",
}


def names_hidden_authors(path: Path) -> bool:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    names |= {
        alias.name for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) for alias in n.names
    }
    strings = {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant)}
    return bool({"HiddenAuthor", "hiddenauthor"} & (names | strings))


def test_one_module_reads_hidden_authors() -> None:
    sources = [p for top in ("hub", "search", "courses") for p in (HUB / top).rglob("*.py")]
    sources = [path for path in sources if "migrations" not in path.parts]
    knowing = {str(path.relative_to(HUB)) for path in sources if names_hidden_authors(path)}
    assert knowing == KNOW


def test_an_anonymous_question_names_nobody() -> None:
    person = UserFactory()
    thread = question(author=person, anonymous=True)
    assert (thread.author, first_post(thread).author) == (None, None)
    assert asker_id_of(thread) == author_id_of(first_post(thread)) == person.pk


def test_an_anonymous_reply_names_nobody() -> None:
    person = UserFactory()
    post = reply(question(), author=person, anonymous=True)
    assert post.author is None
    assert author_id_of(post) == person.pk


def test_what_is_signed_has_no_hidden_author() -> None:
    reply(question())
    assert not HiddenAuthor.objects.exists()


def test_the_same_form_sent_twice_is_posted_once() -> None:
    person = UserFactory()
    thread = question(author=person, anonymous=True)
    assert question(author=person, space=thread.space, anonymous=True) == thread
    first = reply(thread, author=person, anonymous=True)
    assert reply(thread, author=person, anonymous=True) == first


def test_the_same_words_under_a_name_and_without_are_two_questions() -> None:
    person = UserFactory()
    thread = question(author=person)
    assert question(author=person, space=thread.space, anonymous=True) != thread


def test_the_asker_hears_of_an_answer_and_others_of_no_name() -> None:
    asker, other = UserFactory(name="Ash Asker"), UserFactory(name="Olu Other")
    thread = question(author=asker, anonymous=True)
    reply(thread, author=other, anonymous=True)
    (notice,) = Notice.objects.all()
    assert notice.person == asker
    assert "Anonymous replied" in notice.text
    assert not any("Olu" in message.subject + message.body for message in mail.outbox)


def test_the_asker_hears_nothing_of_their_own_answer() -> None:
    asker = UserFactory()
    thread = question(author=asker, anonymous=True)
    reply(thread, author=asker, anonymous=True)
    assert not Notice.objects.exists()


def test_the_writer_edits_and_chooses_and_nobody_else() -> None:
    asker = UserFactory()
    thread = question(author=asker, anonymous=True)
    for person, may in ((asker, True), (UserFactory(), False)):
        assert may_edit(reader_for(person), first_post(thread)) is may
        assert may_choose_answer(reader_for(person), thread) is may


def test_an_edit_leaves_it_anonymous() -> None:
    asker = UserFactory()
    thread = question(author=asker, anonymous=True)
    post = edit_post(post=first_post(thread), editor=asker, body="Clearer.", version=1)
    assert post.author is None
    assert author_id_of(post) == asker.pk


def test_an_accepted_or_hidden_post_is_told_to_its_writer() -> None:
    writer = UserFactory()
    thread = question()
    post = reply(thread, author=writer, anonymous=True)
    accept_answer(post=post, by=thread.author)
    assert "was accepted" in Notice.objects.get(person=writer).text
    hide_post(post=post, by=moderator(), reason="It names a street.")
    assert "A moderator hid" in Notice.objects.get(person=writer).text


@pytest.mark.parametrize("asks", [True, False])
@pytest.mark.parametrize("answers", [True, False])
def test_a_post_is_the_askers_only_where_that_tells_no_name(asks: bool, answers: bool) -> None:
    asker = UserFactory()
    thread = question(author=asker, anonymous=asks)
    assert reply(thread, author=asker, anonymous=answers).by_asker is (asks == answers)
    assert reply(thread, anonymous=answers).by_asker is False
