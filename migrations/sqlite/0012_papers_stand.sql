-- A signed digest, what it covers and a confirmation are never changed; offers and claims are ended, not deleted.
CREATE TRIGGER `archive_digests_no_update` BEFORE UPDATE ON `archive_digests` BEGIN SELECT RAISE(ABORT, 'archive_digests is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `archive_digests_no_delete` BEFORE DELETE ON `archive_digests` BEGIN SELECT RAISE(ABORT, 'archive_digests is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `archive_digest_entries_no_update` BEFORE UPDATE ON `archive_digest_entries` BEGIN SELECT RAISE(ABORT, 'archive_digest_entries is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `archive_digest_entries_no_delete` BEFORE DELETE ON `archive_digest_entries` BEGIN SELECT RAISE(ABORT, 'archive_digest_entries is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `minutes_confirmations_no_update` BEFORE UPDATE ON `minutes_confirmations` BEGIN SELECT RAISE(ABORT, 'minutes_confirmations is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `minutes_confirmations_no_delete` BEFORE DELETE ON `minutes_confirmations` BEGIN SELECT RAISE(ABORT, 'minutes_confirmations is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `resources_no_delete` BEFORE DELETE ON `resources` BEGIN SELECT RAISE(ABORT, 'resources is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `claims_no_delete` BEFORE DELETE ON `claims` BEGIN SELECT RAISE(ABORT, 'claims is append-only'); END;
