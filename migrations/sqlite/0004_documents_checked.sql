CREATE INDEX `documents_file` ON `documents` (`community_id`,`file_hash`);--> statement-breakpoint
CREATE INDEX `documents_number` ON `documents` (`community_id`,`number`);