-- Which digest covers a withdrawal or a release is never changed.
CREATE TRIGGER `archive_digest_statements_no_update` BEFORE UPDATE ON `archive_digest_statements` BEGIN SELECT RAISE(ABORT, 'archive_digest_statements is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `archive_digest_statements_no_delete` BEFORE DELETE ON `archive_digest_statements` BEGIN SELECT RAISE(ABORT, 'archive_digest_statements is append-only'); END;
