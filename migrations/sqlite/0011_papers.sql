CREATE TABLE `claims` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`year` integer NOT NULL,
	`sequence` integer NOT NULL,
	`issue_id` text NOT NULL,
	`resource_id` text,
	`claimant` text NOT NULL,
	`content` text NOT NULL,
	`state` text NOT NULL,
	`claimed_on` text NOT NULL,
	`due_on` text NOT NULL,
	`progress` text NOT NULL,
	`done_on` text,
	`end_reason` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`version` integer NOT NULL,
	PRIMARY KEY(`community_id`, `id`),
	FOREIGN KEY (`community_id`,`issue_id`) REFERENCES `issues`(`community_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`community_id`,`resource_id`) REFERENCES `resources`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `claims_number` ON `claims` (`community_id`,`year`,`sequence`);--> statement-breakpoint
CREATE INDEX `claims_issue` ON `claims` (`community_id`,`issue_id`);--> statement-breakpoint
CREATE TABLE `resources` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`year` integer NOT NULL,
	`sequence` integer NOT NULL,
	`organization_id` text,
	`provider` text NOT NULL,
	`content` text NOT NULL,
	`contact_name` text NOT NULL,
	`contact_phone` text NOT NULL,
	`until` text,
	`end_reason` text NOT NULL,
	`ended_at` integer,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`version` integer NOT NULL,
	PRIMARY KEY(`community_id`, `id`),
	FOREIGN KEY (`community_id`,`organization_id`) REFERENCES `organizations`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `resources_number` ON `resources` (`community_id`,`year`,`sequence`);--> statement-breakpoint
CREATE TABLE `minutes_confirmations` (
	`community_id` text NOT NULL,
	`minutes_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`remark` text NOT NULL,
	`confirmed_at` integer NOT NULL,
	`confirmed_by` text NOT NULL,
	PRIMARY KEY(`community_id`, `minutes_id`),
	FOREIGN KEY (`community_id`,`minutes_id`) REFERENCES `minutes`(`community_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`community_id`,`meeting_id`) REFERENCES `meetings`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `minutes_confirmations_meeting` ON `minutes_confirmations` (`community_id`,`meeting_id`);--> statement-breakpoint
CREATE TABLE `archive_digest_entries` (
	`community_id` text NOT NULL,
	`document_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`file_hash` text NOT NULL,
	PRIMARY KEY(`community_id`, `document_id`),
	FOREIGN KEY (`community_id`,`sequence`) REFERENCES `archive_digests`(`community_id`,`sequence`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`community_id`,`document_id`) REFERENCES `documents`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `archive_digest_entries_sequence` ON `archive_digest_entries` (`community_id`,`sequence`,`document_id`);--> statement-breakpoint
CREATE TABLE `archive_digests` (
	`community_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`at` integer NOT NULL,
	`document_count` integer NOT NULL,
	`previous_digest` text NOT NULL,
	`digest` text NOT NULL,
	`signature` text NOT NULL,
	`public_key` text NOT NULL,
	PRIMARY KEY(`community_id`, `sequence`)
);
--> statement-breakpoint
CREATE TABLE `document_jobs` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`format` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`title` text NOT NULL,
	`state` text NOT NULL,
	`pages_done` integer NOT NULL,
	`pages_total` integer NOT NULL,
	`document_id` text,
	`failure` text,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`finished_at` integer,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
DROP INDEX `documents_version`;--> statement-breakpoint
ALTER TABLE `documents` ADD `format` text DEFAULT 'pdf' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `documents_version` ON `documents` (`community_id`,`kind`,`subject_id`,`format`,`version`);