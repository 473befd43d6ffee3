-- What was done in the chamber stays: every wording, every turn at the clock, every change of a ballot, every count by hand;
-- how a round was opened; what was answered, signed or read twice.
INSERT INTO `motion_versions` (`community_id`, `motion_id`, `version`, `content`, `effect`, `conditions`, `options`, `amendment_id`, `at`, `by_name`) SELECT `community_id`, `id`, `version`, `content`, `effect`, `conditions`, `options`, NULL, `created_at`, `created_by` FROM `motions`;
--> statement-breakpoint
UPDATE `rounds` SET `publicity` = 'secret' WHERE `secret` = 1;
--> statement-breakpoint
CREATE TRIGGER `item_moves_no_update` BEFORE UPDATE ON `item_moves` BEGIN SELECT RAISE(ABORT, 'item_moves is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `item_moves_no_delete` BEFORE DELETE ON `item_moves` BEGIN SELECT RAISE(ABORT, 'item_moves is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `signatures_no_update` BEFORE UPDATE ON `signatures` BEGIN SELECT RAISE(ABORT, 'signatures is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `signatures_no_delete` BEFORE DELETE ON `signatures` BEGIN SELECT RAISE(ABORT, 'signatures is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `speaking_turn_events_no_update` BEFORE UPDATE ON `speaking_turn_events` BEGIN SELECT RAISE(ABORT, 'speaking_turn_events is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `speaking_turn_events_no_delete` BEFORE DELETE ON `speaking_turn_events` BEGIN SELECT RAISE(ABORT, 'speaking_turn_events is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `motion_versions_no_update` BEFORE UPDATE ON `motion_versions` BEGIN SELECT RAISE(ABORT, 'motion_versions is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `motion_versions_no_delete` BEFORE DELETE ON `motion_versions` BEGIN SELECT RAISE(ABORT, 'motion_versions is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `recommendations_no_update` BEFORE UPDATE ON `recommendations` BEGIN SELECT RAISE(ABORT, 'recommendations is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `recommendations_no_delete` BEFORE DELETE ON `recommendations` BEGIN SELECT RAISE(ABORT, 'recommendations is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `ballot_corrections_no_update` BEFORE UPDATE ON `ballot_corrections` BEGIN SELECT RAISE(ABORT, 'ballot_corrections is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `ballot_corrections_no_delete` BEFORE DELETE ON `ballot_corrections` BEGIN SELECT RAISE(ABORT, 'ballot_corrections is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `hand_counts_no_update` BEFORE UPDATE ON `hand_counts` BEGIN SELECT RAISE(ABORT, 'hand_counts is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `hand_counts_no_delete` BEFORE DELETE ON `hand_counts` BEGIN SELECT RAISE(ABORT, 'hand_counts is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `meeting_proxies_no_delete` BEFORE DELETE ON `meeting_proxies` BEGIN SELECT RAISE(ABORT, 'meeting_proxies is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `speaking_requests_no_delete` BEFORE DELETE ON `speaking_requests` BEGIN SELECT RAISE(ABORT, 'speaking_requests is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `dissents_no_delete` BEFORE DELETE ON `dissents` BEGIN SELECT RAISE(ABORT, 'dissents is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `round_challenges_no_delete` BEFORE DELETE ON `round_challenges` BEGIN SELECT RAISE(ABORT, 'round_challenges is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `round_corrections_no_delete` BEFORE DELETE ON `round_corrections` BEGIN SELECT RAISE(ABORT, 'round_corrections is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `paper_ballots_no_delete` BEFORE DELETE ON `paper_ballots` BEGIN SELECT RAISE(ABORT, 'paper_ballots is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `paper_entries_no_delete` BEFORE DELETE ON `paper_entries` BEGIN SELECT RAISE(ABORT, 'paper_entries is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `round_officers_no_delete` BEFORE DELETE ON `round_officers` BEGIN SELECT RAISE(ABORT, 'round_officers is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `rounds_manner_stands` BEFORE UPDATE OF `motion_id`, `ordinal`, `secret`, `publicity`, `means`, `has_codes`, `public_key` ON `rounds` BEGIN SELECT RAISE(ABORT, 'how a round was opened stands'); END;
--> statement-breakpoint
CREATE TRIGGER `answered_challenge_stands` BEFORE UPDATE ON `round_challenges` WHEN OLD.`answered_at` IS NOT NULL BEGIN SELECT RAISE(ABORT, 'an answered challenge stands'); END;
--> statement-breakpoint
CREATE TRIGGER `signed_correction_stands` BEFORE UPDATE ON `round_corrections` WHEN OLD.`signed_at` IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a signed correction stands'); END;
--> statement-breakpoint
CREATE TRIGGER `read_paper_stands` BEFORE UPDATE OF `participant_id`, `choice`, `verdict` ON `paper_entries` WHEN OLD.`verdict` IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a paper read twice alike stands'); END;
--> statement-breakpoint
CREATE TRIGGER `settled_paper_stands` BEFORE UPDATE OF `participant_id`, `state` ON `paper_ballots` WHEN OLD.`state` <> 'issued' BEGIN SELECT RAISE(ABORT, 'what became of a paper stands'); END;
--> statement-breakpoint
CREATE TRIGGER `ended_request_stands` BEFORE UPDATE ON `speaking_requests` WHEN OLD.`state` IN ('done', 'withdrawn') BEGIN SELECT RAISE(ABORT, 'an ended speech stands'); END;
--> statement-breakpoint
CREATE UNIQUE INDEX IF NOT EXISTS `paper_ballots_one_each` ON `paper_ballots` (`community_id`, `round_id`, `participant_id`) WHERE `state` IN ('issued', 'returned');
