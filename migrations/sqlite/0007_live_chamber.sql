CREATE TABLE `dissents` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`motion_id` text NOT NULL,
	`participant_id` text,
	`held_by` text NOT NULL,
	`opinion` text NOT NULL,
	`explanation` text NOT NULL,
	`explained_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`recorded_by` text NOT NULL,
	`version` integer NOT NULL,
	PRIMARY KEY(`community_id`, `id`),
	FOREIGN KEY (`community_id`,`motion_id`) REFERENCES `motions`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `dissents_motion` ON `dissents` (`community_id`,`motion_id`);--> statement-breakpoint
CREATE TABLE `motion_versions` (
	`community_id` text NOT NULL,
	`motion_id` text NOT NULL,
	`version` integer NOT NULL,
	`content` text NOT NULL,
	`effect` text NOT NULL,
	`conditions` text,
	`options` text,
	`amendment_id` text,
	`at` integer NOT NULL,
	`by_name` text NOT NULL,
	PRIMARY KEY(`community_id`, `motion_id`, `version`),
	FOREIGN KEY (`community_id`,`motion_id`) REFERENCES `motions`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `recommendations` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`motion_id` text NOT NULL,
	`body` text NOT NULL,
	`stance` text NOT NULL,
	`reason` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`recorded_by` text NOT NULL,
	PRIMARY KEY(`community_id`, `id`),
	FOREIGN KEY (`community_id`,`motion_id`) REFERENCES `motions`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `recommendations_motion` ON `recommendations` (`community_id`,`motion_id`);--> statement-breakpoint
CREATE TABLE `hand_counts` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`round_id` text NOT NULL,
	`counter_id` text NOT NULL,
	`for_count` integer NOT NULL,
	`against_count` integer NOT NULL,
	`abstain_count` integer NOT NULL,
	`counted_at` integer NOT NULL,
	`entered_by` text NOT NULL,
	PRIMARY KEY(`community_id`, `id`),
	FOREIGN KEY (`community_id`,`round_id`) REFERENCES `rounds`(`community_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`community_id`,`counter_id`) REFERENCES `participants`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `hand_counts_round` ON `hand_counts` (`community_id`,`round_id`);--> statement-breakpoint
CREATE TABLE `paper_ballots` (
	`community_id` text NOT NULL,
	`round_id` text NOT NULL,
	`serial` integer NOT NULL,
	`participant_id` text NOT NULL,
	`state` text NOT NULL,
	`issued_by` text NOT NULL,
	PRIMARY KEY(`community_id`, `round_id`, `serial`),
	FOREIGN KEY (`community_id`,`round_id`) REFERENCES `rounds`(`community_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`community_id`,`participant_id`) REFERENCES `participants`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `paper_ballots_voter` ON `paper_ballots` (`community_id`,`round_id`,`participant_id`);--> statement-breakpoint
CREATE TABLE `paper_entries` (
	`community_id` text NOT NULL,
	`round_id` text NOT NULL,
	`sheet` integer NOT NULL,
	`participant_id` text,
	`choice` text,
	`sealed` blob,
	`verdict` text,
	`differences` integer NOT NULL,
	`entered_by` text NOT NULL,
	`entered_by_account_id` text NOT NULL,
	`checked_by` text NOT NULL,
	`version` integer NOT NULL,
	PRIMARY KEY(`community_id`, `round_id`, `sheet`),
	FOREIGN KEY (`community_id`,`round_id`) REFERENCES `rounds`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `round_officers` (
	`community_id` text NOT NULL,
	`round_id` text NOT NULL,
	`participant_id` text NOT NULL,
	`office` text NOT NULL,
	`named_at` integer NOT NULL,
	`named_by` text NOT NULL,
	`withdrawn_at` integer,
	PRIMARY KEY(`community_id`, `round_id`, `participant_id`),
	FOREIGN KEY (`community_id`,`round_id`) REFERENCES `rounds`(`community_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`community_id`,`participant_id`) REFERENCES `participants`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `ballot_corrections` (
	`community_id` text NOT NULL,
	`round_id` text NOT NULL,
	`participant_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`choice` text NOT NULL,
	`request_key` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`community_id`, `round_id`, `participant_id`, `ordinal`),
	FOREIGN KEY (`community_id`,`round_id`) REFERENCES `rounds`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ballot_corrections_key` ON `ballot_corrections` (`community_id`,`round_id`,`request_key`);--> statement-breakpoint
CREATE TABLE `round_challenges` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`round_id` text NOT NULL,
	`participant_id` text NOT NULL,
	`ground` text NOT NULL,
	`raised_at` integer NOT NULL,
	`means` text NOT NULL,
	`answer` text NOT NULL,
	`answered_at` integer,
	`answered_by` text NOT NULL,
	PRIMARY KEY(`community_id`, `id`),
	FOREIGN KEY (`community_id`,`round_id`) REFERENCES `rounds`(`community_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`community_id`,`participant_id`) REFERENCES `participants`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `round_challenges_round` ON `round_challenges` (`community_id`,`round_id`);--> statement-breakpoint
CREATE TABLE `round_corrections` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`round_id` text NOT NULL,
	`kind` text NOT NULL,
	`wrong` text NOT NULL,
	`right_text` text NOT NULL,
	`drawn_up_at` integer NOT NULL,
	`drawn_up_by` text NOT NULL,
	`drawn_up_by_account_id` text NOT NULL,
	`signed_at` integer,
	`signed_by` text NOT NULL,
	`withdrawn_at` integer,
	PRIMARY KEY(`community_id`, `id`),
	FOREIGN KEY (`community_id`,`round_id`) REFERENCES `rounds`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `round_corrections_round` ON `round_corrections` (`community_id`,`round_id`);--> statement-breakpoint
CREATE TABLE `speaking_requests` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`agenda_item_id` text NOT NULL,
	`participant_id` text NOT NULL,
	`kind` text NOT NULL,
	`stance` text NOT NULL,
	`means` text NOT NULL,
	`state` text NOT NULL,
	`beyond_limit` integer DEFAULT false NOT NULL,
	`requested_at` integer NOT NULL,
	`version` integer NOT NULL,
	PRIMARY KEY(`community_id`, `id`),
	FOREIGN KEY (`community_id`,`agenda_item_id`) REFERENCES `agenda_items`(`community_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`community_id`,`participant_id`) REFERENCES `participants`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `speaking_requests_item` ON `speaking_requests` (`community_id`,`meeting_id`,`agenda_item_id`);--> statement-breakpoint
CREATE TABLE `speaking_turn_events` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`request_id` text NOT NULL,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	`by_name` text NOT NULL,
	PRIMARY KEY(`community_id`, `id`),
	FOREIGN KEY (`community_id`,`request_id`) REFERENCES `speaking_requests`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `speaking_turn_events_meeting` ON `speaking_turn_events` (`community_id`,`meeting_id`);--> statement-breakpoint
CREATE TABLE `item_moves` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`agenda_item_id` text NOT NULL,
	`at` integer NOT NULL,
	`by_name` text NOT NULL,
	PRIMARY KEY(`community_id`, `id`),
	FOREIGN KEY (`community_id`,`agenda_item_id`) REFERENCES `agenda_items`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `item_moves_meeting` ON `item_moves` (`community_id`,`meeting_id`);--> statement-breakpoint
CREATE TABLE `meeting_proxies` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`principal_id` text NOT NULL,
	`holder_id` text NOT NULL,
	`letter` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`recorded_by` text NOT NULL,
	`revoked_at` integer,
	`revoked_by` text NOT NULL,
	PRIMARY KEY(`community_id`, `id`),
	FOREIGN KEY (`community_id`,`principal_id`) REFERENCES `participants`(`community_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`community_id`,`holder_id`) REFERENCES `participants`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meeting_proxies_meeting` ON `meeting_proxies` (`community_id`,`meeting_id`);--> statement-breakpoint
CREATE TABLE `signatures` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`participant_id` text NOT NULL,
	`purpose` text NOT NULL,
	`statement` text NOT NULL,
	`content_hash` text NOT NULL,
	`strokes` text NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`signed_at` integer NOT NULL,
	`device` text NOT NULL,
	`signature_hash` text NOT NULL,
	PRIMARY KEY(`community_id`, `id`),
	FOREIGN KEY (`community_id`,`participant_id`) REFERENCES `participants`(`community_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `signatures_hash` ON `signatures` (`community_id`,`signature_hash`);--> statement-breakpoint
CREATE INDEX `signatures_meeting` ON `signatures` (`community_id`,`meeting_id`);--> statement-breakpoint
ALTER TABLE `motions` ADD `kind` text DEFAULT 'matter' NOT NULL;--> statement-breakpoint
ALTER TABLE `motions` ADD `amends_motion_id` text;--> statement-breakpoint
ALTER TABLE `motions` ADD `amends_version` integer;--> statement-breakpoint
ALTER TABLE `motions` ADD `standing` text DEFAULT 'standing' NOT NULL;--> statement-breakpoint
ALTER TABLE `motions` ADD `standing_reason` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `motions` ADD `mover_id` text;--> statement-breakpoint
ALTER TABLE `motions` ADD `escalate_to` text;--> statement-breakpoint
ALTER TABLE `opened_ballots` ADD `code` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `roll_entries` ADD `cast_by_id` text;--> statement-breakpoint
ALTER TABLE `roll_entries` ADD `helper_name` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `rounds` ADD `means` text DEFAULT 'ballots' NOT NULL;--> statement-breakpoint
ALTER TABLE `rounds` ADD `publicity` text DEFAULT 'open' NOT NULL;--> statement-breakpoint
ALTER TABLE `rounds` ADD `medium` text DEFAULT 'tablet' NOT NULL;--> statement-breakpoint
ALTER TABLE `rounds` ADD `has_codes` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `rounds` ADD `last_call_at` integer;--> statement-breakpoint
ALTER TABLE `rounds` ADD `countdown_until` integer;--> statement-breakpoint
ALTER TABLE `rounds` ADD `voting_ended_at` integer;--> statement-breakpoint
ALTER TABLE `speeches` ADD `request_id` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `helper_name` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `sessions` ADD `helper_reason` text DEFAULT '' NOT NULL;