DROP INDEX `documents_subject`;--> statement-breakpoint
CREATE INDEX `documents_subject` ON `documents` (`community_id`,`subject_kind`,`subject_id`,`created_at`,`id`);