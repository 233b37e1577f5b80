-- Made when the tables are full. No list of pending keys: each of the many look-ups of a search
-- would read it to its end.
CREATE INDEX search_entry_words_keys ON search_entry_words USING gin (keys) WITH (fastupdate = off);
CREATE INDEX search_entry_words_names ON search_entry_words USING gin (names) WITH (fastupdate = off);
CREATE INDEX search_section_words_entry ON search_section_words (entry_id);
-- Phrases: sections that hold all their words are few.
CREATE INDEX search_section_words_words ON search_section_words USING gin (words) WITH (fastupdate = off);
