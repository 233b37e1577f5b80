"""The access checks that the mutation run takes away, one at a time.

Each names a piece of source, what stands in its place without the check, and tests that should
notice beyond the matrix. Add a line with each new check; the piece must occur once in its file.
"""

from dataclasses import dataclass

MATRIX = "tests/matrix/test_every_address.py"
CMS = "tests/matrix/test_cms.py"
GATE = "tests/hub/users/test_staff_gate.py"
WALK = "tests/walk/test_closed_content.py"
DIRECTORY = "tests/hub/directory"
CMS_WALK = "tests/walk/test_cms.py"


@dataclass(frozen=True, slots=True)
class Check:
    name: str
    file: str
    piece: str
    without: str = ""
    tests: tuple[str, ...] = (MATRIX,)


CHECKS = (
    Check(
        "a page asks its rule",
        "hub/access/wagtail_hooks.py",
        "if not request.reader.may_read(wanted):\n            raise Http404",
        "if False:\n            raise Http404",
    ),
    Check(
        "a document asks its collection",
        "hub/access/wagtail_hooks.py",
        "    if not request.reader.may_read(wanted):\n        raise Http404",
    ),
    Check(
        "a stored file asks its collection",
        "hub/pages/views/media.py",
        "not request.reader.may_read(wanted) or ",
    ),
    Check(
        "a space is read by its rule",
        "hub/forum/access.py",
        "Space.objects.readable_by(reader).select_related",
        "Space.objects.select_related",
    ),
    Check(
        "a thread is opened by the rule of its space",
        "hub/forum/access.py",
        "Thread.objects.open_to(reader).select_related",
        "Thread.objects.select_related",
    ),
    Check(
        "a post is opened by the rule of its space",
        "hub/forum/access.py",
        "Post.objects.open_to(reader).select_related",
        "Post.objects.select_related",
    ),
    Check(
        "reports are for moderators",
        "hub/forum/access.py",
        "    require(is_moderator(reader))\n",
    ),
    Check(
        "a moderator handles reports of spaces they read",
        "hub/forum/access.py",
        "Report.objects.readable_by(reader).filter",
        "Report.objects.filter",
    ),
    Check(
        "moderators hide posts",
        "hub/forum/views/hiding.py",
        "    require(is_moderator(request.reader))\n"
        "    post = access_post(post_id, request.reader)\n    note_reading",
        "    post = access_post(post_id, request.reader)\n    note_reading",
    ),
    Check(
        "moderators show posts again",
        "hub/forum/views/hiding.py",
        "    require(is_moderator(request.reader))\n"
        "    post = access_post(post_id, request.reader)\n    unhide",
        "    post = access_post(post_id, request.reader)\n    unhide",
    ),
    Check(
        "the list of reports is for moderators",
        "hub/forum/views/reports.py",
        "    require(is_moderator(request.reader))\n",
    ),
    Check(
        "the asker accepts an answer",
        "hub/forum/views/answers.py",
        "    require(may_choose_answer(request.reader, post.thread))\n",
    ),
    Check(
        "the asker takes an acceptance back",
        "hub/forum/views/answers.py",
        "    require(may_choose_answer(request.reader, thread))\n",
    ),
    Check(
        "who wrote a post edits it",
        "hub/forum/views/editing.py",
        "    require(may_edit(request.reader, post))\n",
    ),
    Check(
        "a moderator of an area is none of the hub",
        "hub/access/readers.py",
        "            and (held.area_id is None or held.area_id == area_id)\n",
    ),
    Check(
        "hidden threads are for moderators",
        "hub/forum/models/thread.py",
        "return readable if is_moderator(reader) else readable.visible()",
        "return readable",
        ("tests/hub/forum",),
    ),
    Check(
        "hidden posts are for moderators",
        "hub/forum/models/post.py",
        "return posts if is_moderator(reader) else posts.visible()",
        "return posts",
        ("tests/hub/forum",),
    ),
    Check(
        "a notice is for one person",
        "hub/notices/access.py",
        "Notice.objects.filter(person_id=reader.user_id)",
        "Notice.objects.all()",
    ),
    Check(
        "a subscription is of one person",
        "hub/notices/access.py",
        "Subscription.objects.filter(person_id=reader.user_id)",
        "Subscription.objects.all()",
    ),
    Check(
        "a copy of somebody's data is for that person",
        "hub/mydata/access.py",
        "DataCopy.objects.of(reader.user_id).ready",
        "DataCopy.objects.ready",
    ),
    Check(
        "an attempt is of one person",
        "courses/access.py",
        "Attempt.objects.of(reader.user_id).select_related",
        "Attempt.objects.select_related",
    ),
    Check(
        "a course is started by those who may read it",
        "courses/access.py",
        "readable_pages(CoursePage.objects.filter(id=course_id), reader)",
        "CoursePage.objects.filter(id=course_id)",
    ),
    Check(
        "a lesson is finished by those who may read it",
        "courses/access.py",
        "readable_pages(LessonPage.objects.filter(id=lesson_id), reader)",
        "LessonPage.objects.filter(id=lesson_id)",
    ),
    Check(
        "powers need a second factor",
        "hub/access/readers.py",
        "[row for row in rows if second_factor or row.role in EVERYDAY_ROLES]",
        "rows",
    ),
    Check(
        "sensitive things need a second factor",
        "hub/access/readers.py",
        "{PUBLIC, MEMBER, SECOND_FACTOR} if second_factor else {PUBLIC, MEMBER}",
        "{PUBLIC, MEMBER, SECOND_FACTOR}",
    ),
    Check(
        "the CMS needs a second factor",
        "hub/users/middleware.py",
        "    if not complete:\n        return to_second_step(request, request.get_full_path())\n",
        tests=(GATE,),
    ),
    Check(
        "the CMS is for staff",
        "hub/users/middleware.py",
        "    if not request.user.has_perm(CMS_PERMISSION):\n        raise Http404\n",
        tests=(CMS, GATE),
    ),
    Check(
        "a session from another door is ended",
        "hub/users/middleware.py",
        "    if request.user.is_authenticated and not by_allauth:\n        logout(request)\n",
        tests=(GATE,),
    ),
    Check(
        "Wagtail's own sign-in is closed",
        "hub/users/closed_doors.py",
        '    path("cms/login/", sign_in),\n    path("_util/login/", sign_in),\n',
        tests=("tests/hub/users",),
    ),
    Check(
        "the CMS hides closed pages",
        "hub/access/middleware.py",
        "if ids and named.hides_any(ids, request.reader):",
        "if False:",
        tests=(WALK, CMS_WALK),
    ),
    Check(
        "all pages of a list are changed only by who may read all",
        "hub/access/middleware.py",
        "names_every_page(request) and PAGES.hides_any(None, request.reader)",
        "False",
        ("tests/hub/access",),
    ),
    Check(
        "what lies below a page is changed with it by who may read it",
        "hub/access/subtrees.py",
        "if hides_any_below(page, request.reader):",
        "if False:",
        ("tests/hub/access/test_subtrees.py",),
    ),
    Check(
        "a quiz is written for a course that its author may read",
        "courses/cms.py",
        'self.fields["course"].queryset = readable_or_draft(CoursePage.objects.all(), reader)',
        "pass",
        ("tests/courses/test_cms.py",),
    ),
    Check(
        "staff work with the files that they may read",
        "hub/access/policy.py",
        "return readable_media(items, reader_for(user))",
        "return items",
        (CMS_WALK,),
    ),
    Check(
        "one file is changed by who may read it",
        "hub/access/policy.py",
        "return allowed and may_read_media(instance, reader_for(user))",
        "return allowed",
        ("tests/hub/access",),
    ),
    Check(
        "names of collections are as closed as their files",
        "hub/access/policy.py",
        "return readable_collections(found, reader_for(user))",
        "return found",
        (CMS_WALK,),
    ),
    Check(
        "a closed page gives nobody else a permission",
        "hub/pages/models/guarded.py",
        "user if may_read else AnonymousUser()",
        "user",
        (CMS_WALK,),
    ),
    Check(
        "a quiz is as closed as its course in the CMS",
        "courses/querysets/questions.py",
        'return self.filter(course__in=readable_or_draft(pages("CoursePage"), reader))',
        "return self.all()",
        (CMS_WALK,),
    ),
    Check(
        "a question is as closed as its quizzes in the CMS",
        "courses/querysets/questions.py",
        "return self.filter(Q(quizzes__quiz__course__in=courses) | unasked).distinct()",
        "return self.all()",
        (CMS_WALK,),
    ),
    Check(
        "a quiz takes in only questions that its author may read",
        "courses/cms.py",
        'form.fields["question"].queryset = Question.objects.readable_by(reader)',
        "pass",
        ("tests/courses/test_cms.py",),
    ),
    Check(
        "the report of page types names no closed page",
        "hub/users/cms/reports.py",
        "if last and not may_read_page(last, self.request.reader):",
        "if False:",
        (CMS_WALK,),
    ),
    Check(
        "the log names no closed thing",
        "hub/users/cms/reports.py",
        "if queryset.model is not ModelLogEntry:",
        "if True:",
        (CMS_WALK,),
    ),
    Check(
        "locked pages are shown to who may read them",
        "hub/users/cms/reports.py",
        "return readable_or_draft(super().get_queryset(), self.request.reader)",
        "return super().get_queryset()",
        ("tests/hub/users/test_cms_reports.py",),
    ),
    Check(
        "the pages behind the CMS's interface are changed by its screens alone",
        "hub/users/closed_doors.py",
        '    re_path(r"^cms/api/main/pages/\\d+/action/.*$", no_such_page),\n',
        tests=("tests/hub/users/test_closed_doors.py",),
    ),
    Check(
        "choosers and the explorer hide closed pages",
        "hub/access/wagtail_hooks.py",
        "return readable_or_draft(pages, request.reader)",
        "return pages",
        (WALK, "tests/hub/access"),
    ),
    Check(
        "a page is closed with its files",
        "hub/groups/cms/privacy.py",
        "        if names:\n",
        "        if False:\n",
        ("tests/hub/pages/test_files_in_use.py",),
    ),
    Check(
        "a page moves with its files",
        "hub/access/wagtail_hooks.py",
        'hooks.register("before_move_page", closing.move_with_files)\n',
        "",
        ("tests/hub/pages/test_files_in_use.py",),
    ),
    Check(
        "many pages move with their files",
        "hub/access/wagtail_hooks.py",
        'hooks.register("before_bulk_action", closing.move_many_with_files)\n',
        "",
        ("tests/hub/pages/test_files_in_use.py",),
    ),
    Check(
        "a section is marked with its files",
        "hub/pages/forms.py",
        '            if wider:\n                self.add_error("marking"',
        '            if False:\n                self.add_error("marking"',
        ("tests/hub/pages/test_files_in_use.py",),
    ),
    Check(
        "a file of a closed page stays in a closed collection",
        "hub/pages/models/media.py",
        "if changes_place(item) and is_used_by_fewer(item, item.collection):",
        "if False:",
        ("tests/hub/pages/test_files_in_use.py",),
    ),
    Check(
        "many files of closed pages stay in closed collections",
        "hub/pages/files_in_use.py",
        "if any(is_used_by_fewer(item, collection) for item in things):",
        "if False:",
        ("tests/hub/pages/test_files_in_use.py",),
    ),
    Check(
        "an open page links to no closed file",
        "hub/pages/open_links.py",
        "if pk not in shown",
        "if False",
        ("tests/hub/pages/test_open_links.py",),
    ),
    Check(
        "an open page shows no closed file",
        "hub/pages/templatetags/open_links.py",
        'return bool(file) and may_read_media(file, getattr(request, "reader", ANONYMOUS))',
        "return bool(file)",
        ("tests/hub/pages/test_open_links.py",),
    ),
    Check(
        "search asks the database again",
        "search/query/finding.py",
        "results = readable(engine.search(query, reader), reader)",
        "results = engine.search(query, reader)",
        ("tests/search/test_access.py", "tests/search/query"),
    ),
    Check(
        "links to closed pages lose their address",
        "hub/pages/open_links.py",
        "target.live and reader.may_read(rule(*clauses_for_path(target.path, restrictions)))",
        "target.live",
        ("tests/hub/pages",),
    ),
    Check(
        "an account is for who is signed in",
        "hub/users/views.py",
        "@login_required\n@require_safe\ndef account",
        "@require_safe\ndef account",
    ),
    Check(
        "memberships end",
        "hub/access/models/membership.py",
        ".filter(Q(ends_on=None) | Q(ends_on__gte=day))",
        tests=("tests/hub/access",),
    ),
    Check(
        "a staff role in one area leads to no group of the CMS",
        "hub/access/groups.py",
        "    return reader.tokens - powers | held",
        "    return reader.tokens | held",
        (GATE,),
    ),
    Check(
        "the list of leads is for verified practitioners",
        "hub/directory/views/leads.py",
        "    require_practitioner(request.reader)\n",
    ),
    Check(
        "the list of colleagues is for verified practitioners",
        "hub/directory/views/people.py",
        "    require_practitioner(request.reader)\n",
    ),
    Check(
        "somebody's entry is for verified practitioners",
        "hub/directory/access.py",
        "    require_practitioner(reader)\n",
    ),
    Check(
        "only those have an entry who are shown",
        "hub/directory/access.py",
        "with_entries(shown_people())",
        "with_entries(User.objects.all())",
    ),
    Check(
        "nobody writes to themselves",
        "hub/directory/access.py",
        "    require(person_id != reader.user_id)\n",
        tests=(DIRECTORY,),
    ),
    Check(
        "a conversation is of two people",
        "hub/directory/access.py",
        "Conversation.objects.of(reader.user_id).with_people()",
        "Conversation.objects.with_people()",
    ),
    Check(
        "whose verification ended is shown no longer",
        "hub/directory/people.py",
        '(is_active=True, pk__in=verified.values("person"))',
        "(is_active=True)",
        (DIRECTORY,),
    ),
    Check(
        "nobody is listed who didn't choose it",
        "hub/directory/people.py",
        "return verified_people().filter(listing__is_listed=True)",
        "return verified_people()",
        (DIRECTORY,),
    ),
    Check(
        "only the verified go on writing",
        "hub/directory/views/messages.py",
        "may_answer = is_verified(request.reader)",
        "may_answer = True",
        (DIRECTORY,),
    ),
    Check(
        "nobody writes to somebody who stopped it",
        "hub/directory/services/messages.py",
        "Conversation.objects.between(person.pk, by.pk).stopped()",
        "Conversation.objects.none()",
        (DIRECTORY,),
    ),
    Check(
        "nobody goes on writing to somebody who left",
        "hub/directory/services/messages.py",
        "return verified_people().filter(pk=person.pk).exists() and not stopped.exists()",
        "return not stopped.exists()",
        (DIRECTORY,),
    ),
    Check(
        "a place is of the group that the address names",
        "hub/groups/access.py",
        "group.places.select_related",
        "Membership.objects.select_related",
        (MATRIX, "tests/hub/groups"),
    ),
    Check(
        "a request is to the group that the address names",
        "hub/groups/access.py",
        "group.requests.select_related",
        "JoinRequest.objects.select_related",
        (MATRIX, "tests/hub/groups"),
    ),
    Check(
        "an invitation is bound to its address",
        "hub/groups/access.py",
        "Invitation.objects.to(confirmed_addresses(reader)).exclude",
        "Invitation.objects.exclude",
        (MATRIX, "tests/hub/groups"),
    ),
    Check(
        "outsiders don't know a private group",
        "hub/groups/models/working_group.py",
        ".filter(Q(is_private=False) | mine)",
        "",
        (MATRIX, "tests/hub/groups"),
    ),
    Check(
        "a lead decides in their own areas",
        "hub/users/models/verification_request.py",
        "return waiting.filter(area__in=lead_areas(reader))",
        "return waiting",
        (MATRIX, "tests/hub/users/verification"),
    ),
    Check(
        "nobody decides about themselves",
        "hub/users/models/verification_request.py",
        ".exclude(person_id=reader.user_id)",
        "",
        (MATRIX, "tests/hub/users/verification"),
    ),
    Check(
        "a course that closed since keeps its title out of a copy",
        "courses/personal_records.py",
        'if row.pop("course_id") in open_ids else',
        'if row.pop("course_id") else',
        ("tests/hub/mydata/test_copies.py",),
    ),
    Check(
        "mail asks for access at the moment of sending",
        "hub/notices/readable.py",
        "with_readability(notices, reader_for(person)) if readable]",
        "with_readability(notices, reader_for(person))]",
        ("tests/hub/notices", "tests/canaries/test_mail_and_copies.py"),
    ),
)
