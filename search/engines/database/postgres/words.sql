-- What the text index of PostgreSQL is made of: how text becomes words, two tables, and the
-- triggers that keep them equal to the rows. Everything here is made anew when this file changes.

DROP TABLE IF EXISTS search_entry_words, search_section_words, search_common_words;
DROP FUNCTION IF EXISTS search_entry_changed, search_entry_moved, search_section_changed CASCADE;
DROP FUNCTION IF EXISTS search_words_of_entry, search_words_of_section, search_vector,
  search_levels, search_fold, search_key, search_keys, search_share, search_size;
DROP TEXT SEARCH CONFIGURATION IF EXISTS search_words;
DROP TEXT SEARCH DICTIONARY IF EXISTS search_stem;

-- Porter's stemmer, as in SQLite, and no stopwords: "stop and search" has to be a phrase.
CREATE TEXT SEARCH DICTIONARY search_stem (TEMPLATE = snowball, LANGUAGE = porter);
CREATE TEXT SEARCH CONFIGURATION search_words (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION search_words
  ALTER MAPPING FOR asciiword, word, numword WITH search_stem;

-- Letters and digits with spaces between, without accents: PostgreSQL's parser would keep
-- addresses, signs and hyphens together. What is left of a possessive is a word of its own.
CREATE FUNCTION search_fold(text text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT regexp_replace(
    CASE WHEN octet_length(text) = char_length(text) THEN text
         ELSE regexp_replace(normalize(text, NFKD), '[\u0300-\u036f]', '', 'g') END,
    '[^[:alnum:]]+', ' ', 'g')
$$;

-- At most 100,000 characters: a vector holds no position beyond its 16,383rd word.
CREATE FUNCTION search_vector(text text) RETURNS tsvector
LANGUAGE sql STABLE STRICT PARALLEL SAFE AS $$
  SELECT to_tsvector('search_words', search_fold(left(text, 100000)))
$$;

-- How often a word may occur, weighted by field, as sixteen levels: beyond the last it matters no more.
CREATE FUNCTION search_levels() RETURNS float8[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT '{1,2,3,4,5,6,8,10,12,15,19,24,32,45,70,120}'::float8[]
$$;

-- A word as a number whose last four bits are free for its level.
CREATE FUNCTION search_key(lexeme text) RETURNS bigint
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT hashtextextended(lexeme, 0) & -16
$$;

CREATE FUNCTION search_keys(lexeme text) RETURNS bigint[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT array_agg(search_key(lexeme) + level) FROM generate_series(0, 15) AS level
$$;

-- `length` counts words; `keys` says in ascending order which words occur and how often; `names`
-- has title, other names and summary with positions, for phrases and beginnings. Who may read it
-- and what it is filtered by stand here as in search_entry: to join that took half of a search.
CREATE TABLE search_entry_words (
  entry_id bigint PRIMARY KEY,
  rule_id bigint NOT NULL,
  labels_id bigint NOT NULL,
  expires_at timestamptz,
  date date,
  length integer NOT NULL,
  keys bigint[] NOT NULL,
  names tsvector NOT NULL
);
-- A search reads the row of every match but neither keys nor names, so both long columns
-- lie elsewhere. PostgreSQL moves them out of rows above 2 KB alone: short arrays are
-- stretched to 247 keys, which is just too long for the row and still one piece there.
ALTER TABLE search_entry_words
  ALTER keys SET STORAGE EXTERNAL, ALTER names SET STORAGE EXTERNAL,
  SET (toast_tuple_target = 128);

-- How many entries hold each word that many hold, and under 0 how many there are at all. Counted
-- now and then, since counting takes long; what isn't listed is counted when it is asked for.
CREATE TABLE search_common_words (
  key bigint PRIMARY KEY,
  number bigint NOT NULL,
  counted_at timestamptz NOT NULL DEFAULT now()
);

-- Of a hundred pages, how many make about a hundred in all: a sample of ten thousand entries.
CREATE FUNCTION search_share() RETURNS float8
LANGUAGE sql STABLE AS $$
  SELECT least(100, 100.0 * 100 * 8192 / greatest(1, pg_relation_size('search_entry_words')))
$$;

-- How many entries there are and how long they are on average.
CREATE FUNCTION search_size(OUT entries float8, OUT length float8)
LANGUAGE plpgsql STABLE AS $$
DECLARE
  share float8 := search_share();
BEGIN
  SELECT count(*) * 100 / share, greatest(1, avg(w.length)) INTO entries, length
  FROM search_entry_words w TABLESAMPLE SYSTEM (share) REPEATABLE (0);
END $$;

-- Heading with weight A, text with D.
CREATE TABLE search_section_words (
  section_id bigint PRIMARY KEY,
  entry_id bigint NOT NULL,
  length integer NOT NULL,
  words tsvector NOT NULL
);

-- Each field in pieces of 100,000 characters, because a vector holds one megabyte at most.
CREATE FUNCTION search_words_of_entry(title text, aliases text, summary text, body text)
RETURNS TABLE (length integer, keys bigint[], names tsvector)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  WITH folded AS MATERIALIZED (
    SELECT weight, search_fold(text) AS text
    FROM (VALUES (title, 10), (aliases, 4), (summary, 2), (body, 1)) AS field (text, weight)
  ), counted AS (
    SELECT lexeme, sum(weight * cardinality(positions)) AS frequency
    FROM folded, generate_series(0, length(text) / 100000) AS piece,
      unnest(to_tsvector('search_words', substr(text, piece * 100000 + 1, 100000)))
    GROUP BY lexeme
  ), keyed AS (
    SELECT array_agg(key ORDER BY key) AS keys
    FROM counted,
      LATERAL (SELECT search_key(lexeme) + width_bucket(frequency, search_levels()) - 1) AS one (key)
  )
  SELECT
    (SELECT sum(cardinality(string_to_array(btrim(text), ' '))) FROM folded)::integer,
    coalesce(keys || array_fill(keys[cardinality(keys)], ARRAY[greatest(0, 247 - cardinality(keys))]), '{}'),
    setweight(search_vector(title), 'A') || setweight(search_vector(aliases), 'B')
      || setweight(search_vector(summary), 'C')
  FROM keyed
$$;

CREATE FUNCTION search_words_of_section(heading text, text text)
RETURNS TABLE (length integer, words tsvector)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT
    cardinality(string_to_array(btrim(search_fold(heading || ' ' || text)), ' ')),
    setweight(search_vector(heading), 'A') || search_vector(text)
$$;

CREATE FUNCTION search_entry_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'TRUNCATE' THEN
    TRUNCATE search_entry_words;
  ELSIF TG_OP = 'DELETE' THEN
    DELETE FROM search_entry_words WHERE entry_id = OLD.entry_id;
  ELSE
    INSERT INTO search_entry_words
    SELECT id, rule_id, labels_id, expires_at, date, words.*
    FROM search_entry, search_words_of_entry(NEW.title, NEW.aliases, NEW.summary, NEW.body) AS words
    WHERE id = NEW.entry_id
    ON CONFLICT (entry_id) DO UPDATE
    SET length = EXCLUDED.length, keys = EXCLUDED.keys, names = EXCLUDED.names;
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION search_entry_moved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE search_entry_words
  SET (rule_id, labels_id, expires_at, date) = (NEW.rule_id, NEW.labels_id, NEW.expires_at, NEW.date)
  WHERE entry_id = NEW.id;
  RETURN NULL;
END $$;

CREATE FUNCTION search_section_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'TRUNCATE' THEN
    TRUNCATE search_section_words;
  ELSIF TG_OP = 'DELETE' THEN
    DELETE FROM search_section_words WHERE section_id = OLD.id;
  ELSE
    INSERT INTO search_section_words
    SELECT NEW.id, NEW.entry_id, * FROM search_words_of_section(NEW.heading, NEW.text)
    ON CONFLICT (section_id) DO UPDATE
    SET entry_id = EXCLUDED.entry_id, length = EXCLUDED.length, words = EXCLUDED.words;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER search_entry_added AFTER INSERT ON search_entrytext
  FOR EACH ROW EXECUTE FUNCTION search_entry_changed();
CREATE TRIGGER search_entry_changed AFTER UPDATE ON search_entrytext FOR EACH ROW
  WHEN ((OLD.title, OLD.aliases, OLD.summary, OLD.body)
        IS DISTINCT FROM (NEW.title, NEW.aliases, NEW.summary, NEW.body))
  EXECUTE FUNCTION search_entry_changed();
CREATE TRIGGER search_entry_gone AFTER DELETE ON search_entrytext
  FOR EACH ROW EXECUTE FUNCTION search_entry_changed();
CREATE TRIGGER search_entry_emptied AFTER TRUNCATE ON search_entrytext
  FOR EACH STATEMENT EXECUTE FUNCTION search_entry_changed();

CREATE TRIGGER search_entry_moved AFTER UPDATE ON search_entry FOR EACH ROW
  WHEN ((OLD.rule_id, OLD.labels_id, OLD.expires_at, OLD.date)
        IS DISTINCT FROM (NEW.rule_id, NEW.labels_id, NEW.expires_at, NEW.date))
  EXECUTE FUNCTION search_entry_moved();

CREATE TRIGGER search_section_added AFTER INSERT ON search_entrysection
  FOR EACH ROW EXECUTE FUNCTION search_section_changed();
CREATE TRIGGER search_section_changed AFTER UPDATE ON search_entrysection FOR EACH ROW
  WHEN ((OLD.heading, OLD.text) IS DISTINCT FROM (NEW.heading, NEW.text))
  EXECUTE FUNCTION search_section_changed();
CREATE TRIGGER search_section_gone AFTER DELETE ON search_entrysection
  FOR EACH ROW EXECUTE FUNCTION search_section_changed();
CREATE TRIGGER search_section_emptied AFTER TRUNCATE ON search_entrysection
  FOR EACH STATEMENT EXECUTE FUNCTION search_section_changed();
