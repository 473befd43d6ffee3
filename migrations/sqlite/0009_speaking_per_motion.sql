ALTER TABLE `paper_ballots` ADD `handed_to_id` text;--> statement-breakpoint
ALTER TABLE `round_challenges` ADD `raised_by_id` text;--> statement-breakpoint
ALTER TABLE `speaking_requests` ADD `motion_id` text;