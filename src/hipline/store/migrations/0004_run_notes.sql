-- What the runner wrote about a run in the program or log that it came from.
ALTER TABLE run ADD COLUMN note TEXT NOT NULL DEFAULT '';
