CREATE TABLE `proposals` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`topic_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`version` integer NOT NULL,
	`content` text NOT NULL,
	`budget_fen` integer,
	`funding` text NOT NULL,
	`handler` text NOT NULL,
	`due_on` text,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	PRIMARY KEY(`community_id`, `id`),
	FOREIGN KEY (`community_id`,`topic_id`) REFERENCES `topics`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `proposals_version` ON `proposals` (`community_id`,`topic_id`,`ordinal`,`version`);--> statement-breakpoint
CREATE TABLE `topic_issues` (
	`community_id` text NOT NULL,
	`topic_id` text NOT NULL,
	`issue_id` text NOT NULL,
	PRIMARY KEY(`community_id`, `topic_id`, `issue_id`),
	FOREIGN KEY (`community_id`,`topic_id`) REFERENCES `topics`(`community_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`community_id`,`issue_id`) REFERENCES `issues`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `topic_issues_issue` ON `topic_issues` (`community_id`,`issue_id`);--> statement-breakpoint
CREATE TABLE `topics` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`year` integer NOT NULL,
	`sequence` integer NOT NULL,
	`title` text NOT NULL,
	`background` text NOT NULL,
	`state` text NOT NULL,
	`outcome` text,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`version` integer NOT NULL,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `topics_number` ON `topics` (`community_id`,`year`,`sequence`);--> statement-breakpoint
CREATE INDEX `topics_state` ON `topics` (`community_id`,`state`);--> statement-breakpoint
CREATE TABLE `attendance_events` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`participant_id` text NOT NULL,
	`kind` text NOT NULL,
	`means` text NOT NULL,
	`at` integer NOT NULL,
	`by_name` text NOT NULL,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `attendance_events_meeting` ON `attendance_events` (`community_id`,`meeting_id`,`at`);--> statement-breakpoint
CREATE TABLE `attendances` (
	`community_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`participant_id` text NOT NULL,
	`presence` text NOT NULL,
	`first_arrived_at` integer,
	`left_at` integer,
	`reason` text NOT NULL,
	PRIMARY KEY(`community_id`, `meeting_id`, `participant_id`),
	FOREIGN KEY (`community_id`,`participant_id`) REFERENCES `participants`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `motions` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`agenda_item_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`content` text NOT NULL,
	`proposal_id` text,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`version` integer NOT NULL,
	PRIMARY KEY(`community_id`, `id`),
	FOREIGN KEY (`community_id`,`meeting_id`) REFERENCES `meetings`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `motions_ordinal` ON `motions` (`community_id`,`meeting_id`,`ordinal`);--> statement-breakpoint
CREATE TABLE `named_ballots` (
	`community_id` text NOT NULL,
	`round_id` text NOT NULL,
	`participant_id` text NOT NULL,
	`choice` text NOT NULL,
	PRIMARY KEY(`community_id`, `round_id`, `participant_id`),
	FOREIGN KEY (`community_id`,`round_id`) REFERENCES `rounds`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `opened_ballots` (
	`community_id` text NOT NULL,
	`round_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`choice` text NOT NULL,
	PRIMARY KEY(`community_id`, `round_id`, `ordinal`),
	FOREIGN KEY (`community_id`,`round_id`) REFERENCES `rounds`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `roll_entries` (
	`community_id` text NOT NULL,
	`round_id` text NOT NULL,
	`participant_id` text NOT NULL,
	`channel` text NOT NULL,
	`request_key` text NOT NULL,
	PRIMARY KEY(`community_id`, `round_id`, `participant_id`),
	FOREIGN KEY (`community_id`,`round_id`) REFERENCES `rounds`(`community_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`community_id`,`participant_id`) REFERENCES `participants`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `rounds` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`motion_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`secret` integer NOT NULL,
	`state` text NOT NULL,
	`public_key` text,
	`opened_at` integer NOT NULL,
	`closed_at` integer,
	`proclaimed_at` integer,
	`annulled_at` integer,
	`annul_reason` text NOT NULL,
	`result` text,
	`roll` text,
	`rule_hash` text NOT NULL,
	PRIMARY KEY(`community_id`, `id`),
	FOREIGN KEY (`community_id`,`motion_id`) REFERENCES `motions`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rounds_ordinal` ON `rounds` (`community_id`,`motion_id`,`ordinal`);--> statement-breakpoint
CREATE INDEX `rounds_meeting` ON `rounds` (`community_id`,`meeting_id`,`state`);--> statement-breakpoint
CREATE TABLE `sealed_ballots` (
	`community_id` text NOT NULL,
	`round_id` text NOT NULL,
	`id` text NOT NULL,
	`sealed` blob NOT NULL,
	PRIMARY KEY(`community_id`, `round_id`, `id`),
	FOREIGN KEY (`community_id`,`round_id`) REFERENCES `rounds`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `speeches` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`agenda_item_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`participant_id` text NOT NULL,
	`stance` text NOT NULL,
	`gist` text NOT NULL,
	`at` integer NOT NULL,
	`version` integer NOT NULL,
	PRIMARY KEY(`community_id`, `id`),
	FOREIGN KEY (`community_id`,`participant_id`) REFERENCES `participants`(`community_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`community_id`,`agenda_item_id`) REFERENCES `agenda_items`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `speeches_ordinal` ON `speeches` (`community_id`,`meeting_id`,`agenda_item_id`,`ordinal`);--> statement-breakpoint
CREATE TABLE `agenda_items` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`title` text NOT NULL,
	`topic_id` text,
	`proposal_id` text,
	`handling` text NOT NULL,
	`minutes` integer NOT NULL,
	PRIMARY KEY(`community_id`, `id`),
	FOREIGN KEY (`community_id`,`meeting_id`) REFERENCES `meetings`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `agenda_items_ordinal` ON `agenda_items` (`community_id`,`meeting_id`,`ordinal`);--> statement-breakpoint
CREATE INDEX `agenda_items_topic` ON `agenda_items` (`community_id`,`topic_id`);--> statement-breakpoint
CREATE TABLE `meetings` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`year` integer NOT NULL,
	`sequence` integer,
	`title` text NOT NULL,
	`preset` text NOT NULL,
	`state` text NOT NULL,
	`venue_id` text,
	`starts_at` integer,
	`ends_at` integer,
	`chair_person_id` text,
	`recorder_person_id` text,
	`rule_snapshot` text,
	`rule_hash` text,
	`reasons` text NOT NULL,
	`convened_at` integer,
	`check_in_opened_at` integer,
	`started_at` integer,
	`closed_at` integer,
	`end_reason` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`version` integer NOT NULL,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `meetings_number` ON `meetings` (`community_id`,`preset`,`year`,`sequence`);--> statement-breakpoint
CREATE INDEX `meetings_time` ON `meetings` (`community_id`,`starts_at`);--> statement-breakpoint
CREATE INDEX `meetings_state` ON `meetings` (`community_id`,`state`);--> statement-breakpoint
CREATE TABLE `participants` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`person_id` text NOT NULL,
	`name` text NOT NULL,
	`standing` text NOT NULL,
	`capacity` text NOT NULL,
	`organization` text NOT NULL,
	`code_version` integer NOT NULL,
	`notified` integer NOT NULL,
	PRIMARY KEY(`community_id`, `id`),
	FOREIGN KEY (`community_id`,`meeting_id`) REFERENCES `meetings`(`community_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`community_id`,`person_id`) REFERENCES `persons`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `participants_person` ON `participants` (`community_id`,`meeting_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `participants_by_person` ON `participants` (`community_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `venues` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`address` text NOT NULL,
	`capacity` integer,
	`version` integer NOT NULL,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `venues_name` ON `venues` (`community_id`,`name`);--> statement-breakpoint
CREATE TABLE `answers` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`issue_id` text NOT NULL,
	`kind` text NOT NULL,
	`content` text NOT NULL,
	`means` text NOT NULL,
	`resolved` integer NOT NULL,
	`answered_at` integer NOT NULL,
	`answered_by` text NOT NULL,
	PRIMARY KEY(`community_id`, `id`),
	FOREIGN KEY (`community_id`,`issue_id`) REFERENCES `issues`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `answers_issue` ON `answers` (`community_id`,`issue_id`,`answered_at`);--> statement-breakpoint
CREATE TABLE `issues` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`year` integer NOT NULL,
	`sequence` integer NOT NULL,
	`channel` text NOT NULL,
	`title` text NOT NULL,
	`content` text NOT NULL,
	`place` text NOT NULL,
	`grid_id` text,
	`reporter_name` text NOT NULL,
	`reporter_phone` text NOT NULL,
	`reported_on` text NOT NULL,
	`collector_name` text NOT NULL,
	`source_number` text NOT NULL,
	`note` text NOT NULL,
	`extra` text NOT NULL,
	`state` text NOT NULL,
	`triage` text,
	`triage_reason` text NOT NULL,
	`supporter_count` integer NOT NULL,
	`search_text` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`version` integer NOT NULL,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `issues_number` ON `issues` (`community_id`,`year`,`sequence`);--> statement-breakpoint
CREATE INDEX `issues_state` ON `issues` (`community_id`,`state`,`triage`);--> statement-breakpoint
CREATE INDEX `issues_source_number` ON `issues` (`community_id`,`source_number`);--> statement-breakpoint
CREATE TABLE `supports` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`issue_id` text NOT NULL,
	`name` text NOT NULL,
	`phone` text NOT NULL,
	`content` text NOT NULL,
	`reported_on` text NOT NULL,
	`source_number` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	PRIMARY KEY(`community_id`, `id`),
	FOREIGN KEY (`community_id`,`issue_id`) REFERENCES `issues`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `supports_issue` ON `supports` (`community_id`,`issue_id`);--> statement-breakpoint
CREATE INDEX `supports_source_number` ON `supports` (`community_id`,`source_number`);--> statement-breakpoint
CREATE TABLE `accounts` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`person_id` text NOT NULL,
	`login_name` text NOT NULL,
	`phone` text,
	`password_hash` text NOT NULL,
	`must_change_password` integer NOT NULL,
	`disabled_at` integer,
	`created_at` integer NOT NULL,
	`version` integer NOT NULL,
	PRIMARY KEY(`community_id`, `id`),
	FOREIGN KEY (`community_id`,`person_id`) REFERENCES `persons`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_login_name` ON `accounts` (`login_name`);--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_phone` ON `accounts` (`phone`);--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_person` ON `accounts` (`community_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `communities` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`short_name` text NOT NULL,
	`subdistrict` text NOT NULL,
	`contact_phone` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `communities_slug` ON `communities` (`slug`);--> statement-breakpoint
CREATE TABLE `delegates` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`person_id` text NOT NULL,
	`delegation` text NOT NULL,
	`organization` text NOT NULL,
	`since` text NOT NULL,
	`until` text,
	`version` integer NOT NULL,
	PRIMARY KEY(`community_id`, `id`),
	FOREIGN KEY (`community_id`,`person_id`) REFERENCES `persons`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `delegates_person` ON `delegates` (`community_id`,`person_id`,`delegation`);--> statement-breakpoint
CREATE TABLE `grids` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`parent_id` text,
	`leader_person_id` text,
	`scope` text NOT NULL,
	`version` integer NOT NULL,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `grids_name` ON `grids` (`community_id`,`name`);--> statement-breakpoint
CREATE TABLE `memberships` (
	`community_id` text NOT NULL,
	`account_id` text NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`community_id`, `account_id`, `role`)
);
--> statement-breakpoint
CREATE INDEX `memberships_account` ON `memberships` (`account_id`);--> statement-breakpoint
CREATE TABLE `persons` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`phone` text,
	`gender` text NOT NULL,
	`address` text NOT NULL,
	`organization` text NOT NULL,
	`grid_id` text,
	`note` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer NOT NULL,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `persons_phone` ON `persons` (`community_id`,`phone`);--> statement-breakpoint
CREATE INDEX `persons_name` ON `persons` (`community_id`,`name`);--> statement-breakpoint
CREATE TABLE `representatives` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`resident_group` text NOT NULL,
	`since` text NOT NULL,
	`until` text,
	`version` integer NOT NULL,
	PRIMARY KEY(`community_id`, `id`),
	FOREIGN KEY (`community_id`,`person_id`) REFERENCES `persons`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `representatives_person` ON `representatives` (`community_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`community_id` text NOT NULL,
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text,
	`meeting_id` text,
	`participant_id` text,
	`device` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE INDEX `sessions_account` ON `sessions` (`community_id`,`account_id`);--> statement-breakpoint
CREATE INDEX `sessions_participant` ON `sessions` (`community_id`,`participant_id`);--> statement-breakpoint
CREATE TABLE `minutes` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`state` text NOT NULL,
	`year` integer,
	`sequence` integer,
	`wording` text NOT NULL,
	`approved_at` integer,
	`approved_by` text,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`version` integer NOT NULL,
	PRIMARY KEY(`community_id`, `id`),
	FOREIGN KEY (`community_id`,`meeting_id`) REFERENCES `meetings`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `minutes_meeting` ON `minutes` (`community_id`,`meeting_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `minutes_number` ON `minutes` (`community_id`,`year`,`sequence`);--> statement-breakpoint
CREATE TABLE `resolutions` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`round_id` text NOT NULL,
	`state` text NOT NULL,
	`year` integer,
	`sequence` integer,
	`wording` text NOT NULL,
	`approved_at` integer,
	`approved_by` text,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`version` integer NOT NULL,
	PRIMARY KEY(`community_id`, `id`),
	FOREIGN KEY (`community_id`,`meeting_id`) REFERENCES `meetings`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `resolutions_round` ON `resolutions` (`community_id`,`round_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `resolutions_number` ON `resolutions` (`community_id`,`year`,`sequence`);--> statement-breakpoint
CREATE INDEX `resolutions_meeting` ON `resolutions` (`community_id`,`meeting_id`);--> statement-breakpoint
CREATE TABLE `audit_entries` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`at` integer NOT NULL,
	`action` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`actor_person_id` text,
	`actor_name` text NOT NULL,
	`detail` text NOT NULL,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `audit_entries_subject` ON `audit_entries` (`community_id`,`subject_kind`,`subject_id`,`at`);--> statement-breakpoint
CREATE INDEX `audit_entries_at` ON `audit_entries` (`community_id`,`at`);--> statement-breakpoint
CREATE TABLE `documents` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`version` integer NOT NULL,
	`number` text,
	`title` text NOT NULL,
	`file_name` text NOT NULL,
	`media_type` text NOT NULL,
	`content` blob NOT NULL,
	`file_hash` text NOT NULL,
	`facts_hash` text NOT NULL,
	`facts` text NOT NULL,
	`template` text NOT NULL,
	`template_version` integer NOT NULL,
	`fonts_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `documents_version` ON `documents` (`community_id`,`kind`,`subject_id`,`version`);--> statement-breakpoint
CREATE UNIQUE INDEX `documents_facts` ON `documents` (`community_id`,`kind`,`subject_id`,`facts_hash`,`template`,`template_version`,`fonts_hash`);--> statement-breakpoint
CREATE INDEX `documents_subject` ON `documents` (`community_id`,`subject_kind`,`subject_id`);--> statement-breakpoint
CREATE TABLE `import_rows` (
	`community_id` text NOT NULL,
	`import_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`sheet` text NOT NULL,
	`row_number` integer NOT NULL,
	`status` text NOT NULL,
	`values` text NOT NULL,
	`extra` text NOT NULL,
	`reasons` text NOT NULL,
	`existing_id` text,
	`choice` text,
	PRIMARY KEY(`community_id`, `import_id`, `ordinal`),
	FOREIGN KEY (`community_id`,`import_id`) REFERENCES `imports`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `import_rows_status` ON `import_rows` (`community_id`,`import_id`,`status`);--> statement-breakpoint
CREATE TABLE `imports` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`file_name` text NOT NULL,
	`file_hash` text NOT NULL,
	`content` blob NOT NULL,
	`rows_done` integer NOT NULL,
	`rows_total` integer NOT NULL,
	`failure` text,
	`recognized` text,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`confirmed_at` integer,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `imports_kind` ON `imports` (`community_id`,`kind`,`created_at`);--> statement-breakpoint
CREATE TABLE `number_series` (
	`community_id` text NOT NULL,
	`kind` text NOT NULL,
	`year` integer NOT NULL,
	`last` integer NOT NULL,
	PRIMARY KEY(`community_id`, `kind`, `year`)
);
--> statement-breakpoint
CREATE TABLE `photos` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`media_type` text NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`content` blob NOT NULL,
	`file_hash` text NOT NULL,
	`caption` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `photos_subject` ON `photos` (`community_id`,`subject_kind`,`subject_id`);--> statement-breakpoint
CREATE TABLE `attempt_counts` (
	`bucket` text NOT NULL,
	`window_start` integer NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`bucket`, `window_start`)
);
