-- What the pages in the browser keep: ids of what was sent (a second time adds nothing), how they are to look and sound, and the
-- runner's own moves of planned days.

CREATE TABLE page_id (
  runner_id TEXT NOT NULL,
  id TEXT NOT NULL,          -- a UUID made by the page
  at_ms BIGINT NOT NULL,
  PRIMARY KEY (runner_id, id)
);

CREATE TABLE page_settings (
  runner_id TEXT PRIMARY KEY,
  document TEXT NOT NULL     -- JSON
);

-- A move is never changed: the latest one that stands can be taken back.
CREATE TABLE plan_move (
  plan_move_id INTEGER PRIMARY KEY AUTOINCREMENT,
  runner_id TEXT NOT NULL,
  day TEXT NOT NULL,
  to_day TEXT NOT NULL,
  at_ms BIGINT NOT NULL,
  undone_at_ms BIGINT
);
CREATE INDEX plan_move_by_runner ON plan_move (runner_id, plan_move_id);
