-- The circuit's log. A line is never overwritten: the latest one of a day and exercise that was not taken back counts.
-- Yes is 1 and no is 0; NULL is not said.

ALTER TABLE circuit_entry ADD COLUMN at_ms BIGINT; -- when it was noted; NULL in lines older than this table's columns
ALTER TABLE circuit_entry ADD COLUMN undone_at_ms BIGINT;
ALTER TABLE circuit_entry ADD COLUMN pinching BIGINT CHECK (pinching IN (0, 1));
ALTER TABLE circuit_entry ADD COLUMN stopped_early BIGINT CHECK (stopped_early IN (0, 1));
ALTER TABLE circuit_entry ADD COLUMN rounds BIGINT;
ALTER TABLE circuit_entry ADD COLUMN repetitions BIGINT;
ALTER TABLE circuit_entry ADD COLUMN band_brand TEXT;
ALTER TABLE circuit_entry ADD COLUMN band_colour TEXT;
ALTER TABLE circuit_entry ADD COLUMN band_rest_cm DOUBLE PRECISION;
ALTER TABLE circuit_entry ADD COLUMN band_stretched_cm DOUBLE PRECISION;
ALTER TABLE circuit_entry ADD COLUMN band_doubled BIGINT CHECK (band_doubled IN (0, 1));
CREATE INDEX circuit_entry_by_day ON circuit_entry (runner_id, day);
