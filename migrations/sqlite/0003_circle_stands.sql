-- What was written stays: withdrawals, reports of works, what proposers said, and the marks of a released edition.
CREATE TRIGGER `document_withdrawals_no_update` BEFORE UPDATE ON `document_withdrawals` BEGIN SELECT RAISE(ABORT, 'document_withdrawals is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `document_withdrawals_no_delete` BEFORE DELETE ON `document_withdrawals` BEGIN SELECT RAISE(ABORT, 'document_withdrawals is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `task_reports_no_update` BEFORE UPDATE ON `task_reports` BEGIN SELECT RAISE(ABORT, 'task_reports is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `task_reports_no_delete` BEFORE DELETE ON `task_reports` BEGIN SELECT RAISE(ABORT, 'task_reports is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `satisfactions_no_update` BEFORE UPDATE ON `satisfactions` BEGIN SELECT RAISE(ABORT, 'satisfactions is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `satisfactions_no_delete` BEFORE DELETE ON `satisfactions` BEGIN SELECT RAISE(ABORT, 'satisfactions is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `released_edition_stands` BEFORE UPDATE OF `inner`, `marks`, `author_account_id`, `year`, `sequence`, `released_at`, `released_by` ON `public_editions` WHEN OLD.`state` <> 'draft' BEGIN SELECT RAISE(ABORT, 'a released edition stands'); END;
