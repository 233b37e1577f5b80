-- What a search calls: matching entries ranked by BM25 (k1 1.2, b 0.75).

DROP FUNCTION IF EXISTS search_matches, search_phrase, search_holding, search_idf,
  search_lexemes, search_term, search_beginning, search_occurrences, search_together,
  search_held CASCADE;

-- The words of a term in their order. PL/pgSQL where a function is called word by word: it keeps
-- its plans.
CREATE FUNCTION search_lexemes(term text) RETURNS text[]
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE AS $$
BEGIN
  RETURN (SELECT array_agg(lexeme ORDER BY place)
    FROM unnest(search_vector(term)), unnest(positions) AS place);
END $$;

-- Words that stand together.
CREATE FUNCTION search_together(lexemes text[]) RETURNS tsquery
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT array_to_string(ARRAY(SELECT quote_literal(word) FROM unnest(lexemes) AS word), ' <-> ')::tsquery
$$;

-- How rare something is; what stands in most entries says almost nothing, but never harms.
CREATE FUNCTION search_idf(entries float8, found float8) RETURNS float8
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT greatest(1e-6, ln(greatest(1, entries - found + 0.5) / (found + 0.5)))
$$;

-- The planner takes reading a long column for nothing, so these may not read whole tables.
-- Where a phrase stands and how often, a heading or title counting more: in these entries, or all.
CREATE FUNCTION search_phrase(phrase tsquery, ids bigint[] DEFAULT NULL)
RETURNS TABLE (entry_id bigint, length integer, frequency float8)
LANGUAGE plpgsql STABLE
SET enable_seqscan = off
SET jit = off AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT w.entry_id, w.length, sum(held.number)::float8 FROM (
    SELECT entry_id, 10 * (ts_filter(names, '{a}') @@ phrase)::integer
      + 4 * (ts_filter(names, '{b}') @@ phrase)::integer
      + 2 * (ts_filter(names, '{c}') @@ phrase)::integer AS number
    FROM search_entry_words WHERE names @@ phrase AND (ids IS NULL OR entry_id = ANY (ids))
    UNION ALL
    SELECT entry_id, count(*)
    FROM search_section_words WHERE words @@ phrase AND (ids IS NULL OR entry_id = ANY (ids))
    GROUP BY entry_id
  ) AS held JOIN search_entry_words w USING (entry_id)
  GROUP BY w.entry_id HAVING sum(held.number) > 0;
END $$;

-- The entries that hold a term: one word, or words that stand together.
CREATE FUNCTION search_term(lexemes text[]) RETURNS bigint[]
LANGUAGE plpgsql STABLE
SET enable_seqscan = off
SET jit = off AS $$
BEGIN
  IF cardinality(lexemes) > 1 THEN
    RETURN ARRAY(SELECT entry_id FROM search_phrase(search_together(lexemes)));
  END IF;
  RETURN ARRAY(SELECT entry_id FROM search_entry_words WHERE keys && search_keys(lexemes[1]));
END $$;

-- How often a word or phrase occurs in a section, in the heading twice as much. ts_rank adds
-- 1/i² for the i-th occurrence and divides by π²/6; that is undone here. Headings come first.
CREATE FUNCTION search_occurrences(words tsvector, wanted tsquery) RETURNS float8
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN numnode(wanted) > 1 THEN 1 ELSE
    0.60792711 / greatest(1e-4, 1.0000001 - ts_rank('{1,1,1,1}', words, wanted))
    + 0.60792711 / greatest(1e-4, 1.0000001 - ts_rank('{0,0,0,1}', words, wanted)) - 1.10792711 END
$$;

-- How many entries hold a term. Of common words it is known; counting them takes long.
CREATE FUNCTION search_held(lexemes text[]) RETURNS bigint
LANGUAGE plpgsql STABLE
SET enable_seqscan = off
SET jit = off AS $$
BEGIN
  IF cardinality(lexemes) > 1 THEN RETURN cardinality(search_term(lexemes)); END IF;
  RETURN coalesce(
    (SELECT number FROM search_common_words WHERE key = search_key(lexemes[1])),
    (SELECT count(*) FROM search_entry_words WHERE keys && search_keys(lexemes[1])));
END $$;

-- Hits first: the best matching entries with their best sections. Then, without an id, how many
-- match of each kind and labels. `weights` say how often a term was asked. An entry matches that
-- holds one of `finding`; the other terms lift the best of these. `labels`
-- narrow the hits only; an access rule that isn't among `rules` hides an entry altogether.
CREATE FUNCTION search_matches(
  terms text[], weights float8[], finding text[], required text[], excluded text[],
  left_out bigint[], rules bigint[],
  labels bigint[], since date, until date, moment timestamptz, newest boolean,
  most integer
) RETURNS TABLE (
  id bigint, kind varchar, object_id bigint, labels_id bigint, score float8,
  section_id bigint, section_score float8, number bigint
)
LANGUAGE plpgsql STABLE
SET jit = off
SET work_mem = '64MB'
SET effective_io_concurrency = 0
SET plan_cache_mode = auto
SET enable_mergejoin = off
AS $$
#variable_conflict use_column
DECLARE
  size record := search_size();
  -- Phrases are looked for in so many of the best, lifting words in three times as many.
  reach integer := greatest(most, 200);
  term record;
  lexemes text[] := '{}';
  lexeme_weights float8[] := '{}';
  finds boolean[] := '{}';
  lifting bigint[];
  lifting_weights float8[];
  lifted_most float8;
  phrases tsquery[] := '{}';
  phrase_weights float8[] := '{}';
  together tsquery[] := '{}';
  together_weights float8[] := '{}';
  exact_ids bigint[] := '{}';
  exact_scores float8[] := '{}';
  required_ids bigint[];
  excluded_ids bigint[] := left_out;
  ids bigint[];
BEGIN
  FOR term IN SELECT search_lexemes(t) AS words FROM unnest(required) AS t LOOP
    CONTINUE WHEN term.words IS NULL;
    ids := search_term(term.words);
    required_ids := CASE WHEN required_ids IS NULL THEN ids ELSE
      ARRAY(SELECT unnest(required_ids) INTERSECT SELECT unnest(ids)) END;
  END LOOP;
  FOR term IN SELECT search_lexemes(t) AS words FROM unnest(excluded) AS t LOOP
    excluded_ids := excluded_ids || search_term(term.words);
  END LOOP;

  SELECT coalesce(array_agg(lexeme), '{}'),
    coalesce(array_agg(weight * search_idf(size.entries, number)), '{}'),
    coalesce(array_agg(found), '{}')
  INTO lexemes, lexeme_weights, finds
  FROM (
    SELECT words[1] AS lexeme, sum(weight) AS weight, bool_or(term = ANY (finding)) AS found
    FROM unnest(terms, weights) AS asked (term, weight), search_lexemes(term) AS words
    WHERE cardinality(words) = 1 GROUP BY 1
  ) AS single, LATERAL (SELECT search_held(ARRAY[lexeme]) AS number) AS counted;

  SELECT coalesce(array_agg(search_key(lexeme)), '{}'), coalesce(array_agg(2.2 * weight), '{}'),
    coalesce(sum(2.2 * weight), 0)
  INTO lifting, lifting_weights, lifted_most
  FROM unnest(lexemes, lexeme_weights, finds) AS word (lexeme, weight, found) WHERE NOT found;

  -- A phrase of which some word is asked alone as well only lifts what matches anyway.
  FOR term IN
    SELECT words, weight, words && lexemes OR term <> ALL (finding) AS lifts,
      search_together(words) AS query
    FROM unnest(terms, weights) AS asked (term, weight), search_lexemes(term) AS words
    WHERE cardinality(words) > 1
  LOOP
    together := together || term.query;
    together_weights := together_weights || term.weight;
    IF term.lifts THEN
      phrases := phrases || term.query;
      phrase_weights := phrase_weights || term.weight;
    ELSE
      WITH found AS MATERIALIZED (
        SELECT * FROM search_phrase(term.query)
      )
      SELECT exact_ids || coalesce(array_agg(entry_id), '{}'),
        exact_scores || coalesce(array_agg(
          term.weight * search_idf(size.entries, (SELECT count(*) FROM found))
          * 2.2 * frequency / (frequency + 0.3 + 0.9 * length / size.length)), '{}')
      INTO exact_ids, exact_scores FROM found;
    END IF;
  END LOOP;

  -- Only this is worth a plan of its own.
  PERFORM set_config('plan_cache_mode', 'force_custom_plan', true);

  RETURN QUERY
  WITH asked AS MATERIALIZED (
    SELECT ARRAY[search_key(lexeme) + level - 1] AS key, levels[level] AS frequency,
      weight * 2.2 * levels[level] AS weight
    FROM unnest(lexemes, lexeme_weights, finds) AS word (lexeme, weight, found),
      search_levels() AS levels, generate_series(1, 16) AS level
    WHERE found
  ), open AS NOT MATERIALIZED (
    -- What may not be read goes before anything is added up.
    SELECT * FROM search_entry_words w
    WHERE w.rule_id = ANY (rules) AND (w.expires_at IS NULL OR w.expires_at > moment)
      AND (since IS NULL OR w.date >= since) AND (until IS NULL OR w.date <= until)
      AND (required_ids IS NULL OR w.entry_id = ANY (required_ids))
      AND w.entry_id <> ALL (excluded_ids)
  ), parts AS (
    SELECT w.entry_id, w.labels_id, w.date,
      a.weight / (a.frequency + 0.3 + 0.9 / size.length * w.length) AS part
    FROM asked a JOIN open w ON w.keys @> a.key
    UNION ALL
    SELECT w.entry_id, w.labels_id, w.date, found.part
    FROM unnest(exact_ids, exact_scores) AS found (entry_id, part) JOIN open w USING (entry_id)
  ), hits AS MATERIALIZED (
    SELECT p.entry_id AS id, p.labels_id, p.date, sum(p.part) AS score
    FROM parts p GROUP BY p.entry_id, p.labels_id, p.date
  ), best AS MATERIALIZED (
    SELECT h.* FROM hits h
    WHERE labels IS NULL OR h.labels_id = ANY (labels)
    ORDER BY CASE WHEN NOT newest THEN h.score END DESC,
      CASE WHEN newest THEN h.date END DESC NULLS LAST, CASE WHEN newest THEN -h.id ELSE h.id END
    LIMIT CASE WHEN newest OR lifted_most = 0 THEN reach ELSE 3 * reach END
  ), raised AS MATERIALIZED (
    -- Only where the other words could still change who is among the first.
    SELECT b.id, b.date, b.score + coalesce((
      SELECT sum(a.weight * f.frequency / (f.frequency + 0.3 + 0.9 * w.length / size.length))
      FROM (SELECT length, keys[1:] AS keys FROM search_entry_words WHERE entry_id = b.id OFFSET 0) AS w,
        unnest(lifting, lifting_weights) AS a (key, weight),
        LATERAL (SELECT w.keys[width_bucket(a.key + 15, w.keys)] AS key) AS held,
        LATERAL (SELECT (search_levels())[(held.key & 15) + 1] AS frequency) AS f
      WHERE held.key & -16 = a.key
    ), 0) AS score
    FROM best b
    WHERE newest OR b.score + lifted_most
      >= coalesce((SELECT score FROM best ORDER BY score DESC OFFSET reach - 1 LIMIT 1), 0)
  ), first AS MATERIALIZED (
    SELECT * FROM raised
    ORDER BY CASE WHEN NOT newest THEN score END DESC,
      CASE WHEN newest THEN date END DESC NULLS LAST, CASE WHEN newest THEN -id ELSE id END
    LIMIT reach
  ), lifted AS MATERIALIZED (
    SELECT f.entry_id, sum(p.weight * f.idf
      * 2.2 * f.frequency / (f.frequency + 0.3 + 0.9 * f.length / size.length)) AS score
    FROM unnest(phrases, phrase_weights) AS p (query, weight), LATERAL (
      SELECT *, search_idf(size.entries, count(*) OVER ()) AS idf
      FROM search_phrase(p.query, ARRAY(SELECT b.id FROM first b))
    ) AS f GROUP BY f.entry_id
  ), shown AS MATERIALIZED (
    SELECT *, row_number() OVER (
      ORDER BY CASE WHEN NOT newest THEN score END DESC,
        CASE WHEN newest THEN date END DESC NULLS LAST, CASE WHEN newest THEN -id ELSE id END
    ) AS place
    FROM (
      SELECT b.id, b.date, b.score + coalesce(l.score, 0) AS score
      FROM first b LEFT JOIN lifted l ON l.entry_id = b.id
    ) AS ranked ORDER BY place LIMIT most
  ), wanted AS MATERIALIZED (
    SELECT to_tsquery('simple', quote_literal(lexeme)) AS query, weight
    FROM unnest(lexemes, lexeme_weights) AS word (lexeme, weight)
    UNION ALL
    SELECT query, weight * ln(size.entries + 1)
    FROM unnest(together, together_weights) AS phrase (query, weight)
  ), own AS MATERIALIZED (
    SELECT s.*, avg(length) OVER () AS average FROM search_section_words s
    WHERE entry_id = ANY (ARRAY(SELECT h.id FROM shown h))
  ), sections AS MATERIALIZED (
    SELECT DISTINCT ON (entry_id) entry_id, section_id, part FROM (
      SELECT s.entry_id, s.section_id,
        sum(q.weight * 2.2 * o.n / (o.n + 0.3 + 0.9 * s.length / s.average)) AS part
      FROM own s JOIN wanted q ON s.words @@ q.query,
        LATERAL (SELECT search_occurrences(s.words, q.query) AS n) AS o
      GROUP BY s.entry_id, s.section_id
    ) AS parts ORDER BY entry_id, part DESC, section_id
  )
  (SELECT h.id, e.kind, e.object_id, e.labels_id, h.score, s.section_id, coalesce(s.part, 0), 0::bigint
   FROM shown h JOIN search_entry e USING (id) LEFT JOIN sections s ON s.entry_id = h.id ORDER BY h.place)
  UNION ALL
  SELECT NULL, NULL, NULL, h.labels_id, NULL, NULL, NULL, count(*) FROM hits h GROUP BY h.labels_id;
END $$;

-- Titles and other names that hold all of these words, of which the last is a beginning.
CREATE FUNCTION search_beginning(words text[]) RETURNS tsquery
LANGUAGE sql STABLE AS $$
  SELECT string_agg(
    quote_literal(lexeme) || CASE WHEN place = cardinality(words) THEN ':*AB' ELSE ':AB' END, ' & '
  )::tsquery
  FROM unnest(words) WITH ORDINALITY AS asked (word, place),
    unnest(search_lexemes(word)) AS lexeme
$$;
