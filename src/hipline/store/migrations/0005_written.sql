-- How often each part of what is told was written: who keeps it in hand reads again only what is new. The database counts by itself,
-- so that no program can forget to. Numbers only ever grow.

CREATE TABLE written (
  part TEXT PRIMARY KEY,
  times BIGINT NOT NULL
);
INSERT INTO written (part, times) VALUES
  ('profile', 0), ('runs', 0), ('check_ins', 0), ('check_ins_changed', 0), ('advice', 0), ('circuits', 0);

CREATE TRIGGER runner_added AFTER INSERT ON runner BEGIN UPDATE written SET times = times + 1 WHERE part = 'profile'; END;
CREATE TRIGGER runner_changed AFTER UPDATE ON runner BEGIN UPDATE written SET times = times + 1 WHERE part = 'profile'; END;
CREATE TRIGGER runner_removed AFTER DELETE ON runner BEGIN UPDATE written SET times = times + 1 WHERE part = 'profile'; END;
CREATE TRIGGER race_added AFTER INSERT ON race BEGIN UPDATE written SET times = times + 1 WHERE part = 'profile'; END;
CREATE TRIGGER race_changed AFTER UPDATE ON race BEGIN UPDATE written SET times = times + 1 WHERE part = 'profile'; END;
CREATE TRIGGER race_removed AFTER DELETE ON race BEGIN UPDATE written SET times = times + 1 WHERE part = 'profile'; END;
CREATE TRIGGER ache_added AFTER INSERT ON ache BEGIN UPDATE written SET times = times + 1 WHERE part = 'profile'; END;
CREATE TRIGGER ache_changed AFTER UPDATE ON ache BEGIN UPDATE written SET times = times + 1 WHERE part = 'profile'; END;
CREATE TRIGGER ache_removed AFTER DELETE ON ache BEGIN UPDATE written SET times = times + 1 WHERE part = 'profile'; END;

CREATE TRIGGER run_added AFTER INSERT ON run BEGIN UPDATE written SET times = times + 1 WHERE part = 'runs'; END;
CREATE TRIGGER run_changed AFTER UPDATE ON run BEGIN UPDATE written SET times = times + 1 WHERE part = 'runs'; END;
CREATE TRIGGER run_removed AFTER DELETE ON run BEGIN UPDATE written SET times = times + 1 WHERE part = 'runs'; END;
CREATE TRIGGER run_source_added AFTER INSERT ON run_source BEGIN UPDATE written SET times = times + 1 WHERE part = 'runs'; END;
CREATE TRIGGER run_source_changed AFTER UPDATE ON run_source BEGIN UPDATE written SET times = times + 1 WHERE part = 'runs'; END;
CREATE TRIGGER run_source_removed AFTER DELETE ON run_source BEGIN UPDATE written SET times = times + 1 WHERE part = 'runs'; END;
CREATE TRIGGER told_of_run_added AFTER INSERT ON told_of_run BEGIN UPDATE written SET times = times + 1 WHERE part = 'runs'; END;
CREATE TRIGGER told_of_run_changed AFTER UPDATE ON told_of_run BEGIN UPDATE written SET times = times + 1 WHERE part = 'runs'; END;
CREATE TRIGGER told_of_run_removed AFTER DELETE ON told_of_run BEGIN UPDATE written SET times = times + 1 WHERE part = 'runs'; END;

-- A check-in and its answers come in one transaction, so that the check-in counts for all of it.
CREATE TRIGGER check_in_added AFTER INSERT ON check_in BEGIN UPDATE written SET times = times + 1 WHERE part = 'check_ins'; END;
CREATE TRIGGER check_in_changed AFTER UPDATE ON check_in BEGIN UPDATE written SET times = times + 1 WHERE part = 'check_ins_changed'; END;
CREATE TRIGGER check_in_removed AFTER DELETE ON check_in BEGIN UPDATE written SET times = times + 1 WHERE part = 'check_ins_changed'; END;
CREATE TRIGGER check_in_answer_changed AFTER UPDATE ON check_in_answer
  BEGIN UPDATE written SET times = times + 1 WHERE part = 'check_ins_changed'; END;
CREATE TRIGGER check_in_answer_removed AFTER DELETE ON check_in_answer
  BEGIN UPDATE written SET times = times + 1 WHERE part = 'check_ins_changed'; END;

CREATE TRIGGER advice_added AFTER INSERT ON advice BEGIN UPDATE written SET times = times + 1 WHERE part = 'advice'; END;
CREATE TRIGGER advice_changed AFTER UPDATE ON advice BEGIN UPDATE written SET times = times + 1 WHERE part = 'advice'; END;
CREATE TRIGGER advice_removed AFTER DELETE ON advice BEGIN UPDATE written SET times = times + 1 WHERE part = 'advice'; END;

CREATE TRIGGER circuit_entry_added AFTER INSERT ON circuit_entry BEGIN UPDATE written SET times = times + 1 WHERE part = 'circuits'; END;
CREATE TRIGGER circuit_entry_changed AFTER UPDATE ON circuit_entry
  BEGIN UPDATE written SET times = times + 1 WHERE part = 'circuits'; END;
CREATE TRIGGER circuit_entry_removed AFTER DELETE ON circuit_entry
  BEGIN UPDATE written SET times = times + 1 WHERE part = 'circuits'; END;
