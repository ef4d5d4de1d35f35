-- A sentence that thousands of reports share (要坚持…) must not be compared with all of them: the search for copies takes its earliest
-- occurrences, which this order gives without a sort.
drop index indicators.sentence_text;
create index sentence_text on indicators.sentence (text_hash, sentence_id);
