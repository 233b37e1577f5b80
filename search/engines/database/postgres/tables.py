"""The text index of PostgreSQL: made by the SQL beside this module, filled from the rows.

Not in a migration, so that it can be made anew whenever what it is made of changes.
"""

from hashlib import sha256
from pathlib import Path

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

FOLDER = Path(__file__).parent
WORDS, INDEXES, MATCHING = (
    (FOLDER / f"{name}.sql").read_text(encoding="utf-8")
    for name in ("words", "indexes", "matching")
)
BATCH = 1000

# What the rows need, and what there is of it, in a database or its schema.
PRESENT = """
SELECT to_regclass('search_entrytext') IS NOT NULL, to_regclass('search_entrysection') IS NOT NULL,
  obj_description(to_regclass('search_entry_words')),
  obj_description(to_regclass('search_section_words')),
  obj_description(to_regclass('search_common_words')),
  (SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'O'
   AND tgrelid IN (to_regclass('search_entry'), to_regclass('search_entrytext'),
     to_regclass('search_entrysection'))),
  to_regclass('search_entry_words_keys') IS NOT NULL
  AND to_regclass('search_entry_words_names') IS NOT NULL
  AND to_regclass('search_section_words_entry') IS NOT NULL
  AND to_regclass('search_section_words_words') IS NOT NULL,
  current_setting('server_version_num')::integer / 10000
"""
TRIGGERS = 9
# A row that somebody changes meanwhile waits, and its trigger has the last word.
FILL_ENTRIES = """
INSERT INTO search_entry_words
SELECT entry_id, rule_id, labels_id, expires_at, date, words.* FROM (
  SELECT * FROM search_entrytext JOIN search_entry ON id = entry_id
  WHERE entry_id > %s ORDER BY entry_id LIMIT %s FOR SHARE
) AS entry, search_words_of_entry(title, aliases, summary, body) AS words
ON CONFLICT (entry_id) DO UPDATE
SET (rule_id, labels_id, expires_at, date, length, keys, names) = (
  EXCLUDED.rule_id, EXCLUDED.labels_id, EXCLUDED.expires_at, EXCLUDED.date,
  EXCLUDED.length, EXCLUDED.keys, EXCLUDED.names
)
RETURNING entry_id
"""
FILL_SECTIONS = """
INSERT INTO search_section_words
SELECT id, entry_id, words.* FROM (
  SELECT * FROM search_entrysection WHERE id > %s ORDER BY id LIMIT %s FOR SHARE
) AS section, search_words_of_section(heading, text) AS words
ON CONFLICT (section_id) DO UPDATE
SET entry_id = EXCLUDED.entry_id, length = EXCLUDED.length, words = EXCLUDED.words
RETURNING section_id
"""
# Words that more than a thousand entries hold. A word may stand in an array more than once.
COUNT_COMMON_WORDS = """
DELETE FROM search_common_words;
WITH sample AS MATERIALIZED (
  SELECT keys FROM search_entry_words TABLESAMPLE SYSTEM (search_share()) REPEATABLE (0)
), held AS (
  SELECT key, count(*) * entries / (SELECT count(*) FROM sample) AS number
  FROM search_size(), sample,
    LATERAL (SELECT DISTINCT key & -16 FROM unnest(keys) AS key) AS word (key)
  GROUP BY key, entries
)
INSERT INTO search_common_words
SELECT key, number FROM held WHERE number > 1000 UNION ALL SELECT 0, entries FROM search_size()
ON CONFLICT DO NOTHING
"""
COUNTED_TODAY = """
SELECT EXISTS (SELECT FROM search_common_words WHERE counted_at > now() - interval '1 day')
"""


def made_of(version: int) -> str:
    """Changes with the definitions, and with PostgreSQL, whose hash and stemmer may change."""
    return sha256(f"{version}{WORDS}{INDEXES}".encode()).hexdigest()


def ensure_tables(using: str, *, anew: bool = False) -> None:
    """Makes what is missing or differs; `anew` fills it again while others write.

    Making it takes one transaction, in which nobody else can write entries.
    """
    with connections[using].cursor() as cursor:
        cursor.execute(PRESENT)
        has_entries, has_sections, *made, triggers, indexed, version = cursor.fetchone()
        if not (has_entries and has_sections):
            return
        wanted = made_of(version)
        if set(made) != {wanted} or triggers != TRIGGERS or not indexed:
            with transaction.atomic(using=using):
                make(cursor, wanted)
        elif anew:
            fill(cursor)
        matching = sha256(MATCHING.encode()).hexdigest()
        cursor.execute("SELECT obj_description(to_regproc('search_matches'), 'pg_proc')")
        if cursor.fetchone() != (matching,):
            with transaction.atomic(using=using):
                cursor.execute(MATCHING)
                cursor.execute(f"COMMENT ON FUNCTION search_matches IS '{matching}'")


def make(cursor: CursorWrapper, wanted: str) -> None:
    cursor.execute(WORDS)
    fill(cursor)
    cursor.execute(INDEXES)
    for table in ("search_entry_words", "search_section_words", "search_common_words"):
        cursor.execute(f"COMMENT ON TABLE {table} IS '{wanted}'")


def fill(cursor: CursorWrapper) -> None:
    """A thousand rows at a time; about 3 ms for an entry with three sections."""
    for statement in (FILL_ENTRIES, FILL_SECTIONS):
        last = -1
        while True:
            cursor.execute(statement, [last, BATCH])
            ids = [pk for (pk,) in cursor.fetchall()]
            if not ids:
                break
            last = max(ids)
    count_common_words(cursor)


def count_common_words(cursor: CursorWrapper) -> None:
    """Reads about ten thousand entries, which takes a second or two."""
    cursor.execute(COUNT_COMMON_WORDS)


def count_daily(using: str) -> str:
    with connections[using].cursor() as cursor:
        cursor.execute(COUNTED_TODAY)
        if cursor.fetchone() == (True,):
            return "done today"
        count_common_words(cursor)
    return "done"
