CREATE TABLE `archive_digest_statements` (
	`community_id` text NOT NULL,
	`kind` text NOT NULL,
	`statement_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`community_id`, `kind`, `statement_id`),
	FOREIGN KEY (`community_id`,`sequence`) REFERENCES `archive_digests`(`community_id`,`sequence`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `archive_digest_statements_sequence` ON `archive_digest_statements` (`community_id`,`sequence`,`kind`,`statement_id`);--> statement-breakpoint
DROP INDEX `documents_facts`;--> statement-breakpoint
CREATE INDEX `documents_filed` ON `documents` (`community_id`,`created_at`,`kind`);--> statement-breakpoint
CREATE INDEX `documents_facts` ON `documents` (`community_id`,`kind`,`subject_id`,`facts_hash`,`template`,`template_version`,`fonts_hash`);