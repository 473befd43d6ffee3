-- What was written stays: the audit log, printed sheets, named ballots, and the result of a closed round.
CREATE TRIGGER `audit_entries_no_update` BEFORE UPDATE ON `audit_entries` BEGIN SELECT RAISE(ABORT, 'audit_entries is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_entries_no_delete` BEFORE DELETE ON `audit_entries` BEGIN SELECT RAISE(ABORT, 'audit_entries is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `documents_no_update` BEFORE UPDATE ON `documents` BEGIN SELECT RAISE(ABORT, 'documents is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `documents_no_delete` BEFORE DELETE ON `documents` BEGIN SELECT RAISE(ABORT, 'documents is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `named_ballots_no_update` BEFORE UPDATE ON `named_ballots` BEGIN SELECT RAISE(ABORT, 'named_ballots is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `named_ballots_no_delete` BEFORE DELETE ON `named_ballots` BEGIN SELECT RAISE(ABORT, 'named_ballots is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `roll_entries_no_update` BEFORE UPDATE ON `roll_entries` BEGIN SELECT RAISE(ABORT, 'roll_entries is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `roll_entries_no_delete` BEFORE DELETE ON `roll_entries` BEGIN SELECT RAISE(ABORT, 'roll_entries is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `opened_ballots_no_update` BEFORE UPDATE ON `opened_ballots` BEGIN SELECT RAISE(ABORT, 'opened_ballots is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `opened_ballots_no_delete` BEFORE DELETE ON `opened_ballots` BEGIN SELECT RAISE(ABORT, 'opened_ballots is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `rounds_result_stands` BEFORE UPDATE OF `result`, `roll`, `secret`, `rule_hash` ON `rounds` WHEN OLD.`result` IS NOT NULL AND OLD.`result` <> 'null' BEGIN SELECT RAISE(ABORT, 'the result of a closed round stands'); END;
