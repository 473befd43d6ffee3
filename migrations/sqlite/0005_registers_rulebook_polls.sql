CREATE TABLE `chain_records` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`topic_id` text NOT NULL,
	`proposal_ordinal` integer NOT NULL,
	`step` text NOT NULL,
	`held_on` text NOT NULL,
	`until` text,
	`place` text NOT NULL,
	`entitled` integer,
	`present` integer,
	`in_favour` integer,
	`against` integer,
	`abstained` integer,
	`content` text NOT NULL,
	`meeting_id` text,
	`recorded_at` integer NOT NULL,
	`recorded_by` text NOT NULL,
	PRIMARY KEY(`community_id`, `id`),
	FOREIGN KEY (`community_id`,`topic_id`) REFERENCES `topics`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `chain_records_topic` ON `chain_records` (`community_id`,`topic_id`,`proposal_ordinal`,`step`);--> statement-breakpoint
CREATE TABLE `party_reviews` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`topic_id` text NOT NULL,
	`proposal_ordinal` integer NOT NULL,
	`held_on` text NOT NULL,
	`organization` text NOT NULL,
	`entitled` integer NOT NULL,
	`present` integer NOT NULL,
	`opinion` text NOT NULL,
	`summary` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`recorded_by` text NOT NULL,
	PRIMARY KEY(`community_id`, `id`),
	FOREIGN KEY (`community_id`,`topic_id`) REFERENCES `topics`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `party_reviews_topic` ON `party_reviews` (`community_id`,`topic_id`,`proposal_ordinal`);--> statement-breakpoint
CREATE TABLE `routings` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`topic_id` text NOT NULL,
	`proposal_ordinal` integer NOT NULL,
	`answers` text NOT NULL,
	`procedure` text NOT NULL,
	`is_important` integer NOT NULL,
	`why` text NOT NULL,
	`article` text NOT NULL,
	`routed_at` integer NOT NULL,
	`routed_by` text NOT NULL,
	PRIMARY KEY(`community_id`, `id`),
	FOREIGN KEY (`community_id`,`topic_id`) REFERENCES `topics`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `routings_topic` ON `routings` (`community_id`,`topic_id`,`proposal_ordinal`);--> statement-breakpoint
CREATE TABLE `recusals` (
	`community_id` text NOT NULL,
	`motion_id` text NOT NULL,
	`participant_id` text NOT NULL,
	`reason` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`recorded_by` text NOT NULL,
	PRIMARY KEY(`community_id`, `motion_id`, `participant_id`),
	FOREIGN KEY (`community_id`,`motion_id`) REFERENCES `motions`(`community_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`community_id`,`participant_id`) REFERENCES `participants`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `building_assignments` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`building_id` text NOT NULL,
	`person_id` text NOT NULL,
	`duty` text NOT NULL,
	`poll_id` text,
	`since` text NOT NULL,
	`until` text,
	`version` integer NOT NULL,
	PRIMARY KEY(`community_id`, `id`),
	FOREIGN KEY (`community_id`,`building_id`) REFERENCES `buildings`(`community_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`community_id`,`person_id`) REFERENCES `persons`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `building_assignments_person` ON `building_assignments` (`community_id`,`building_id`,`person_id`,`duty`,`since`);--> statement-breakpoint
CREATE INDEX `building_assignments_by_person` ON `building_assignments` (`community_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `buildings` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`estate_id` text NOT NULL,
	`name` text NOT NULL,
	`grid_id` text,
	`resident_group_id` text,
	`note` text NOT NULL,
	`version` integer NOT NULL,
	PRIMARY KEY(`community_id`, `id`),
	FOREIGN KEY (`community_id`,`estate_id`) REFERENCES `estates`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `buildings_name` ON `buildings` (`community_id`,`estate_id`,`name`);--> statement-breakpoint
CREATE TABLE `estates` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`address` text NOT NULL,
	`developer_id` text,
	`property_company_id` text,
	`note` text NOT NULL,
	`version` integer NOT NULL,
	PRIMARY KEY(`community_id`, `id`),
	FOREIGN KEY (`community_id`,`developer_id`) REFERENCES `organizations`(`community_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`community_id`,`property_company_id`) REFERENCES `organizations`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `estates_name` ON `estates` (`community_id`,`name`);--> statement-breakpoint
CREATE TABLE `unit_owners` (
	`community_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`person_id` text,
	`organization_id` text,
	`share_part` integer,
	`share_whole` integer,
	PRIMARY KEY(`community_id`, `unit_id`, `ordinal`),
	FOREIGN KEY (`community_id`,`unit_id`) REFERENCES `units`(`community_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`community_id`,`person_id`) REFERENCES `persons`(`community_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`community_id`,`organization_id`) REFERENCES `organizations`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `unit_owners_person` ON `unit_owners` (`community_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `units` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`building_id` text NOT NULL,
	`label` text NOT NULL,
	`kind` text NOT NULL,
	`area_cm2` integer NOT NULL,
	`area_source` text NOT NULL,
	`holding` text NOT NULL,
	`note` text NOT NULL,
	`version` integer NOT NULL,
	PRIMARY KEY(`community_id`, `id`),
	FOREIGN KEY (`community_id`,`building_id`) REFERENCES `buildings`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `units_label` ON `units` (`community_id`,`building_id`,`label`);--> statement-breakpoint
CREATE TABLE `blottings` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`person_id` text NOT NULL,
	`reason` text NOT NULL,
	`places` text NOT NULL,
	`blotted_at` integer NOT NULL,
	`blotted_by` text NOT NULL,
	PRIMARY KEY(`community_id`, `id`),
	FOREIGN KEY (`community_id`,`person_id`) REFERENCES `persons`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `blottings_person` ON `blottings` (`community_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `bodies` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`estate_id` text,
	`note` text NOT NULL,
	`version` integer NOT NULL,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `bodies_name` ON `bodies` (`community_id`,`name`);--> statement-breakpoint
CREATE TABLE `body_terms` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`body_id` text NOT NULL,
	`person_id` text NOT NULL,
	`post` text NOT NULL,
	`chosen_how` text NOT NULL,
	`basis` text NOT NULL,
	`poll_id` text,
	`since` text NOT NULL,
	`until` text,
	`version` integer NOT NULL,
	PRIMARY KEY(`community_id`, `id`),
	FOREIGN KEY (`community_id`,`body_id`) REFERENCES `bodies`(`community_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`community_id`,`person_id`) REFERENCES `persons`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `body_terms_person` ON `body_terms` (`community_id`,`body_id`,`person_id`,`since`);--> statement-breakpoint
CREATE INDEX `body_terms_by_person` ON `body_terms` (`community_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `consents` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`given` integer NOT NULL,
	`means` text NOT NULL,
	`said_on` text NOT NULL,
	`note` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`recorded_by` text NOT NULL,
	PRIMARY KEY(`community_id`, `id`),
	FOREIGN KEY (`community_id`,`person_id`) REFERENCES `persons`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `consents_person` ON `consents` (`community_id`,`person_id`,`kind`);--> statement-breakpoint
CREATE TABLE `organizations` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`contact_name` text NOT NULL,
	`contact_phone` text NOT NULL,
	`address` text NOT NULL,
	`note` text NOT NULL,
	`version` integer NOT NULL,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organizations_name` ON `organizations` (`community_id`,`name`);--> statement-breakpoint
CREATE TABLE `resident_groups` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`households` integer,
	`leader_person_id` text,
	`scope` text NOT NULL,
	`version` integer NOT NULL,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `resident_groups_name` ON `resident_groups` (`community_id`,`name`);--> statement-breakpoint
CREATE TABLE `poll_ballots` (
	`community_id` text NOT NULL,
	`poll_id` text NOT NULL,
	`voter_id` text NOT NULL,
	`answer` text NOT NULL,
	`proxy_name` text NOT NULL,
	`note` text NOT NULL,
	`returned_on` text NOT NULL,
	`entered_at` integer NOT NULL,
	`entered_by` text NOT NULL,
	`entered_by_account_id` text NOT NULL,
	`checked_at` integer,
	`checked_by` text,
	`version` integer NOT NULL,
	PRIMARY KEY(`community_id`, `poll_id`, `voter_id`),
	FOREIGN KEY (`community_id`,`poll_id`,`voter_id`) REFERENCES `poll_voters`(`community_id`,`poll_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `poll_counts` (
	`community_id` text NOT NULL,
	`poll_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`option_keys` text NOT NULL,
	`seats` integer NOT NULL,
	`issued` integer NOT NULL,
	`returned` integer NOT NULL,
	`invalid` integer NOT NULL,
	`none` integer NOT NULL,
	`abstain` integer NOT NULL,
	`votes` text NOT NULL,
	`entered_at` integer NOT NULL,
	`entered_by` text NOT NULL,
	`entered_by_account_id` text NOT NULL,
	`checked_at` integer,
	`checked_by` text,
	`result` text,
	`version` integer NOT NULL,
	PRIMARY KEY(`community_id`, `poll_id`, `ordinal`),
	FOREIGN KEY (`community_id`,`poll_id`) REFERENCES `polls`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `poll_set_aside` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`poll_id` text NOT NULL,
	`voter_id` text NOT NULL,
	`answer` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`by_name` text NOT NULL,
	PRIMARY KEY(`community_id`, `id`),
	FOREIGN KEY (`community_id`,`poll_id`) REFERENCES `polls`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `poll_set_aside_poll` ON `poll_set_aside` (`community_id`,`poll_id`);--> statement-breakpoint
CREATE TABLE `poll_voters` (
	`community_id` text NOT NULL,
	`poll_id` text NOT NULL,
	`id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`name` text NOT NULL,
	`person_ids` text NOT NULL,
	`unit_labels` text NOT NULL,
	`unit_ids` text NOT NULL,
	`area_cm2` integer NOT NULL,
	`delivered_on` text,
	`delivery_means` text,
	`delivered_to` text NOT NULL,
	`delivered_by` text NOT NULL,
	PRIMARY KEY(`community_id`, `poll_id`, `id`),
	FOREIGN KEY (`community_id`,`poll_id`) REFERENCES `polls`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `poll_voters_ordinal` ON `poll_voters` (`community_id`,`poll_id`,`ordinal`);--> statement-breakpoint
CREATE TABLE `polls` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`year` integer NOT NULL,
	`sequence` integer,
	`preset` text NOT NULL,
	`topic_id` text,
	`proposal_id` text,
	`estate_id` text,
	`title` text NOT NULL,
	`question` text NOT NULL,
	`state` text NOT NULL,
	`options` text,
	`seats` integer NOT NULL,
	`office` text,
	`scope` text,
	`electors` integer,
	`rule_snapshot` text,
	`rule_hash` text,
	`announced_on` text,
	`opens_on` text,
	`closes_on` text,
	`counters` text NOT NULL,
	`scrutineers` text NOT NULL,
	`announced_at` integer,
	`closed_at` integer,
	`proclaimed_at` integer,
	`end_reason` text NOT NULL,
	`result` text,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`version` integer NOT NULL,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `polls_number` ON `polls` (`community_id`,`year`,`sequence`);--> statement-breakpoint
CREATE INDEX `polls_state` ON `polls` (`community_id`,`state`);--> statement-breakpoint
CREATE INDEX `polls_topic` ON `polls` (`community_id`,`topic_id`);--> statement-breakpoint
CREATE TABLE `rulebook_versions` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`preset` text NOT NULL,
	`estate_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`state` text NOT NULL,
	`changes` text NOT NULL,
	`rule` text NOT NULL,
	`rule_hash` text NOT NULL,
	`basis` text NOT NULL,
	`drafted_at` integer NOT NULL,
	`drafted_by` text NOT NULL,
	`drafted_by_account_id` text NOT NULL,
	`checked_at` integer,
	`checked_by` text,
	`checked_by_account_id` text,
	`enabled_at` integer,
	`enabled_by` text,
	`ended_at` integer,
	`version` integer NOT NULL,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rulebook_versions_ordinal` ON `rulebook_versions` (`community_id`,`preset`,`estate_id`,`ordinal`);--> statement-breakpoint
CREATE INDEX `rulebook_versions_state` ON `rulebook_versions` (`community_id`,`preset`,`state`);--> statement-breakpoint
ALTER TABLE `motions` ADD `options` text;--> statement-breakpoint
ALTER TABLE `motions` ADD `seats` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `meetings` ADD `body_id` text;--> statement-breakpoint
ALTER TABLE `delegates` ADD `chosen_how` text;--> statement-breakpoint
ALTER TABLE `grids` ADD `kind` text DEFAULT 'basic' NOT NULL;--> statement-breakpoint
ALTER TABLE `persons` ADD `pinyin` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `persons` ADD `initials` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `persons` ADD `stroke_key` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `persons` ADD `blotted_at` integer;--> statement-breakpoint
CREATE INDEX `persons_initials` ON `persons` (`community_id`,`initials`);--> statement-breakpoint
CREATE INDEX `persons_pinyin` ON `persons` (`community_id`,`pinyin`);--> statement-breakpoint
CREATE INDEX `persons_stroke_key` ON `persons` (`community_id`,`stroke_key`);