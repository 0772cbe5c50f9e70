-- What is kept of each runner. Every table carries runner_id.
-- Instants are milliseconds since 1970 UTC (…_ms), days are text as 2026-11-22, unknown is NULL and never 0.
-- A document is JSON that is always read whole.

CREATE TABLE runner (
  runner_id TEXT PRIMARY KEY,
  document  TEXT NOT NULL
);

CREATE TABLE race (
  runner_id TEXT PRIMARY KEY,
  document  TEXT NOT NULL
);

CREATE TABLE ache (
  runner_id TEXT PRIMARY KEY,
  document  TEXT NOT NULL
);

CREATE TABLE import (
  import_id       INTEGER PRIMARY KEY AUTOINCREMENT,
  runner_id       TEXT NOT NULL,
  at_ms           BIGINT NOT NULL,
  program_version TEXT NOT NULL,
  undone_at_ms    BIGINT
);
CREATE INDEX import_by_runner ON import (runner_id, import_id);

CREATE TABLE import_file (
  import_file_id INTEGER PRIMARY KEY AUTOINCREMENT,
  runner_id      TEXT NOT NULL,
  import_id      BIGINT NOT NULL REFERENCES import (import_id) ON DELETE CASCADE,
  name           TEXT NOT NULL,
  verdict        TEXT NOT NULL CHECK (verdict IN ('run', 'other_sport', 'not_an_activity', 'duplicate', 'salvaged', 'refused')),
  format         TEXT NOT NULL,
  code           TEXT NOT NULL,
  reason         TEXT NOT NULL,
  content_hash   TEXT NOT NULL,
  records        BIGINT NOT NULL,
  distance_m     DOUBLE PRECISION,
  warnings       TEXT NOT NULL -- document: a list of sentences
);
CREATE INDEX import_file_by_import ON import_file (import_id);

CREATE TABLE run (
  run_id                  INTEGER PRIMARY KEY AUTOINCREMENT,
  runner_id               TEXT NOT NULL,
  import_id               BIGINT NOT NULL REFERENCES import (import_id),
  kind                    TEXT NOT NULL,
  start_ms                BIGINT NOT NULL,
  file_offset_s           BIGINT,
  day                     TEXT NOT NULL,
  sport                   TEXT NOT NULL,
  elapsed_s               DOUBLE PRECISION NOT NULL,
  moving_s                DOUBLE PRECISION,
  distance_m              DOUBLE PRECISION,
  ascent_m                DOUBLE PRECISION,
  descent_m               DOUBLE PRECISION,
  heart_rate_mean_bpm     DOUBLE PRECISION,
  heart_rate_max_bpm      DOUBLE PRECISION,
  cadence_strides_per_min DOUBLE PRECISION,
  session_rpe             DOUBLE PRECISION,
  feel                    DOUBLE PRECISION,
  walk_share              DOUBLE PRECISION,
  records                 BIGINT NOT NULL
);
CREATE INDEX run_by_start ON run (runner_id, start_ms);

-- One run's series is one value: compressed columns (store/series.hpp), never a row per record.
CREATE TABLE run_series (
  run_id    BIGINT PRIMARY KEY REFERENCES run (run_id) ON DELETE CASCADE,
  runner_id TEXT NOT NULL,
  series    BLOB NOT NULL
);

CREATE TABLE run_source (
  run_id       BIGINT NOT NULL REFERENCES run (run_id) ON DELETE CASCADE,
  runner_id    TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  import_id    BIGINT NOT NULL REFERENCES import (import_id),
  PRIMARY KEY (run_id, content_hash)
);
CREATE INDEX run_source_by_hash ON run_source (runner_id, content_hash);

-- What the runner told of a run, by the moment the run began: it outlives the file and its import.
CREATE TABLE told_of_run (
  runner_id TEXT NOT NULL,
  start_ms  BIGINT NOT NULL,
  document  TEXT NOT NULL,
  PRIMARY KEY (runner_id, start_ms)
);

CREATE TABLE check_in (
  check_in_id INTEGER PRIMARY KEY AUTOINCREMENT,
  runner_id   TEXT NOT NULL,
  at_ms       BIGINT NOT NULL,
  day         TEXT NOT NULL,
  moment      TEXT NOT NULL CHECK (moment IN ('morning', 'after_run', 'other'))
);
CREATE INDEX check_in_by_time ON check_in (runner_id, at_ms);

CREATE TABLE check_in_answer (
  check_in_id BIGINT NOT NULL REFERENCES check_in (check_in_id),
  runner_id   TEXT NOT NULL,
  position    BIGINT NOT NULL,
  fact        TEXT NOT NULL,
  form        TEXT NOT NULL CHECK (form IN ('skipped', 'yes_no', 'number')),
  value       DOUBLE PRECISION, -- yes is 1 and no is 0; NULL where skipped
  PRIMARY KEY (check_in_id, position)
);

CREATE TABLE advice (
  advice_id INTEGER PRIMARY KEY AUTOINCREMENT,
  runner_id TEXT NOT NULL,
  at_ms     BIGINT NOT NULL,
  day       TEXT NOT NULL,
  who       TEXT NOT NULL,
  verdict   TEXT NOT NULL CHECK (verdict IN ('may_run', 'may_exercise', 'not_yet')),
  limits    TEXT NOT NULL
);

CREATE TABLE circuit_entry (
  circuit_entry_id INTEGER PRIMARY KEY AUTOINCREMENT,
  runner_id        TEXT NOT NULL,
  day              TEXT NOT NULL,
  exercise         TEXT NOT NULL,
  sets             BIGINT NOT NULL,
  hold_left_s      DOUBLE PRECISION,
  hold_right_s     DOUBLE PRECISION,
  band             TEXT NOT NULL,
  effort           DOUBLE PRECISION,
  pain             BIGINT
);

CREATE TABLE decision (
  decision_id     INTEGER PRIMARY KEY AUTOINCREMENT,
  runner_id       TEXT NOT NULL,
  at_ms           BIGINT NOT NULL,
  day             TEXT NOT NULL,
  document        TEXT NOT NULL,
  content_hash    TEXT NOT NULL,
  program_version TEXT NOT NULL
);
CREATE INDEX decision_by_time ON decision (runner_id, at_ms);
