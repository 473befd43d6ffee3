CREATE TABLE `blocked_proposals` (
	`community_id` text NOT NULL,
	`topic_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`reason` text NOT NULL,
	`blocked_at` integer NOT NULL,
	`recorded_by` text NOT NULL,
	PRIMARY KEY(`community_id`, `topic_id`, `ordinal`),
	FOREIGN KEY (`community_id`,`topic_id`) REFERENCES `topics`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `fieldworks` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`topic_id` text NOT NULL,
	`done_on` text NOT NULL,
	`place` text NOT NULL,
	`participants` text NOT NULL,
	`findings` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	PRIMARY KEY(`community_id`, `id`),
	FOREIGN KEY (`community_id`,`topic_id`) REFERENCES `topics`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `fieldworks_topic` ON `fieldworks` (`community_id`,`topic_id`,`done_on`);--> statement-breakpoint
CREATE TABLE `chases` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`task_id` text NOT NULL,
	`year` integer NOT NULL,
	`sequence` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`level` text NOT NULL,
	`days_late` integer NOT NULL,
	`demand` text NOT NULL,
	`reply_due_on` text NOT NULL,
	`reply` text NOT NULL,
	`replied_at` integer,
	`replied_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	PRIMARY KEY(`community_id`, `id`),
	FOREIGN KEY (`community_id`,`task_id`) REFERENCES `tasks`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `chases_number` ON `chases` (`community_id`,`year`,`sequence`);--> statement-breakpoint
CREATE UNIQUE INDEX `chases_ordinal` ON `chases` (`community_id`,`task_id`,`ordinal`);--> statement-breakpoint
CREATE TABLE `task_reports` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`task_id` text NOT NULL,
	`kind` text NOT NULL,
	`note` text NOT NULL,
	`quantity_done` integer,
	`reported_at` integer NOT NULL,
	`reported_by` text NOT NULL,
	PRIMARY KEY(`community_id`, `id`),
	FOREIGN KEY (`community_id`,`task_id`) REFERENCES `tasks`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `task_reports_task` ON `task_reports` (`community_id`,`task_id`,`reported_at`);--> statement-breakpoint
CREATE TABLE `tasks` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`year` integer NOT NULL,
	`sequence` integer NOT NULL,
	`resolution_id` text,
	`item_ordinal` integer,
	`issue_id` text,
	`topic_id` text,
	`content` text NOT NULL,
	`quantity_total` integer,
	`quantity_done` integer NOT NULL,
	`unit` text NOT NULL,
	`handler` text NOT NULL,
	`handler_person_id` text,
	`due_on` text NOT NULL,
	`state` text NOT NULL,
	`reason` text NOT NULL,
	`signed_for_at` integer,
	`done_at` integer,
	`inspected_at` integer,
	`inspected_by` text NOT NULL,
	`recheck_on` text,
	`rechecked_at` integer,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`version` integer NOT NULL,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tasks_number` ON `tasks` (`community_id`,`year`,`sequence`);--> statement-breakpoint
CREATE UNIQUE INDEX `tasks_item` ON `tasks` (`community_id`,`resolution_id`,`item_ordinal`);--> statement-breakpoint
CREATE INDEX `tasks_state` ON `tasks` (`community_id`,`state`,`due_on`);--> statement-breakpoint
CREATE INDEX `tasks_handler` ON `tasks` (`community_id`,`handler_person_id`);--> statement-breakpoint
CREATE INDEX `tasks_issue` ON `tasks` (`community_id`,`issue_id`);--> statement-breakpoint
CREATE INDEX `tasks_topic` ON `tasks` (`community_id`,`topic_id`);--> statement-breakpoint
CREATE TABLE `satisfactions` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`issue_id` text NOT NULL,
	`answer_id` text NOT NULL,
	`level` text NOT NULL,
	`comment` text NOT NULL,
	`means` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`recorded_by` text NOT NULL,
	PRIMARY KEY(`community_id`, `id`),
	FOREIGN KEY (`community_id`,`issue_id`) REFERENCES `issues`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `satisfactions_answer` ON `satisfactions` (`community_id`,`answer_id`);--> statement-breakpoint
CREATE INDEX `satisfactions_issue` ON `satisfactions` (`community_id`,`issue_id`);--> statement-breakpoint
CREATE TABLE `notices` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`edition_id` text NOT NULL,
	`place` text NOT NULL,
	`posted_on` text NOT NULL,
	`until` text NOT NULL,
	`days_demanded` integer NOT NULL,
	`article` text NOT NULL,
	`ended_on` text,
	`end_reason` text NOT NULL,
	`posted_by` text NOT NULL,
	`ended_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer NOT NULL,
	PRIMARY KEY(`community_id`, `id`),
	FOREIGN KEY (`community_id`,`edition_id`) REFERENCES `public_editions`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notices_edition` ON `notices` (`community_id`,`edition_id`);--> statement-breakpoint
CREATE INDEX `notices_until` ON `notices` (`community_id`,`until`);--> statement-breakpoint
CREATE TABLE `objections` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`notice_id` text NOT NULL,
	`follow_code` text NOT NULL,
	`name` text NOT NULL,
	`phone` text NOT NULL,
	`content` text NOT NULL,
	`means` text NOT NULL,
	`received_at` integer NOT NULL,
	`due_on` text NOT NULL,
	`answer` text NOT NULL,
	`answered_at` integer,
	`answered_by` text NOT NULL,
	PRIMARY KEY(`community_id`, `id`),
	FOREIGN KEY (`community_id`,`notice_id`) REFERENCES `notices`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `objections_follow_code` ON `objections` (`community_id`,`follow_code`);--> statement-breakpoint
CREATE INDEX `objections_notice` ON `objections` (`community_id`,`notice_id`,`received_at`);--> statement-breakpoint
CREATE TABLE `public_editions` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`version` integer NOT NULL,
	`state` text NOT NULL,
	`year` integer,
	`sequence` integer,
	`inner` text NOT NULL,
	`marks` text NOT NULL,
	`author_account_id` text NOT NULL,
	`author_name` text NOT NULL,
	`released_at` integer,
	`released_by` text,
	`reason` text NOT NULL,
	`created_at` integer NOT NULL,
	`revision` integer NOT NULL,
	PRIMARY KEY(`community_id`, `id`),
	FOREIGN KEY (`community_id`,`meeting_id`) REFERENCES `meetings`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `public_editions_version` ON `public_editions` (`community_id`,`kind`,`subject_id`,`version`);--> statement-breakpoint
CREATE UNIQUE INDEX `public_editions_number` ON `public_editions` (`community_id`,`year`,`sequence`);--> statement-breakpoint
CREATE INDEX `public_editions_meeting` ON `public_editions` (`community_id`,`meeting_id`);--> statement-breakpoint
CREATE TABLE `document_withdrawals` (
	`community_id` text NOT NULL,
	`document_id` text NOT NULL,
	`reason` text NOT NULL,
	`withdrawn_at` integer NOT NULL,
	`withdrawn_by` text NOT NULL,
	PRIMARY KEY(`community_id`, `document_id`),
	FOREIGN KEY (`community_id`,`document_id`) REFERENCES `documents`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `topics` ADD `proposal_ordinal` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `topics` ADD `return_on` text;--> statement-breakpoint
ALTER TABLE `motions` ADD `effect` text DEFAULT 'agreed' NOT NULL;--> statement-breakpoint
ALTER TABLE `motions` ADD `conditions` text;--> statement-breakpoint
ALTER TABLE `motions` ADD `return_on` text;--> statement-breakpoint
ALTER TABLE `issues` ADD `handler` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `issues` ADD `answer_due_on` text;--> statement-breakpoint
ALTER TABLE `issues` ADD `merged_into_id` text;--> statement-breakpoint
ALTER TABLE `issues` ADD `follow_code` text;--> statement-breakpoint
ALTER TABLE `issues` ADD `reopened_count` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `issues_follow_code` ON `issues` (`community_id`,`follow_code`);--> statement-breakpoint
CREATE INDEX `issues_merged_into` ON `issues` (`community_id`,`merged_into_id`);--> statement-breakpoint
ALTER TABLE `communities` ADD `board_indexable` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `photos` ADD `stage` text;--> statement-breakpoint
ALTER TABLE `photos` ADD `is_public` integer DEFAULT false NOT NULL;