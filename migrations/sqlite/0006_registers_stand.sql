-- What was written stays: routings, studies, steps of the chain, recusals, papers set aside, consents and blottings;
-- a checked rule; the roll and the result of a poll.
CREATE TRIGGER `routings_no_update` BEFORE UPDATE ON `routings` BEGIN SELECT RAISE(ABORT, 'routings is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `routings_no_delete` BEFORE DELETE ON `routings` BEGIN SELECT RAISE(ABORT, 'routings is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `party_reviews_no_update` BEFORE UPDATE ON `party_reviews` BEGIN SELECT RAISE(ABORT, 'party_reviews is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `party_reviews_no_delete` BEFORE DELETE ON `party_reviews` BEGIN SELECT RAISE(ABORT, 'party_reviews is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `chain_records_no_update` BEFORE UPDATE ON `chain_records` BEGIN SELECT RAISE(ABORT, 'chain_records is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `chain_records_no_delete` BEFORE DELETE ON `chain_records` BEGIN SELECT RAISE(ABORT, 'chain_records is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `recusals_no_update` BEFORE UPDATE ON `recusals` BEGIN SELECT RAISE(ABORT, 'recusals is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `recusals_no_delete` BEFORE DELETE ON `recusals` BEGIN SELECT RAISE(ABORT, 'recusals is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `poll_set_aside_no_update` BEFORE UPDATE ON `poll_set_aside` BEGIN SELECT RAISE(ABORT, 'poll_set_aside is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `poll_set_aside_no_delete` BEFORE DELETE ON `poll_set_aside` BEGIN SELECT RAISE(ABORT, 'poll_set_aside is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `consents_no_update` BEFORE UPDATE ON `consents` BEGIN SELECT RAISE(ABORT, 'consents is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `consents_no_delete` BEFORE DELETE ON `consents` BEGIN SELECT RAISE(ABORT, 'consents is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `blottings_no_update` BEFORE UPDATE ON `blottings` BEGIN SELECT RAISE(ABORT, 'blottings is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `blottings_no_delete` BEFORE DELETE ON `blottings` BEGIN SELECT RAISE(ABORT, 'blottings is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `poll_voters_no_delete` BEFORE DELETE ON `poll_voters` BEGIN SELECT RAISE(ABORT, 'poll_voters is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `poll_ballots_no_delete` BEFORE DELETE ON `poll_ballots` BEGIN SELECT RAISE(ABORT, 'poll_ballots is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `poll_counts_no_delete` BEFORE DELETE ON `poll_counts` BEGIN SELECT RAISE(ABORT, 'poll_counts is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `checked_rule_stands` BEFORE UPDATE OF `changes`, `rule`, `rule_hash`, `basis`, `drafted_by_account_id` ON `rulebook_versions` WHEN OLD.`state` <> 'draft' BEGIN SELECT RAISE(ABORT, 'a checked rule stands'); END;
--> statement-breakpoint
CREATE TRIGGER `poll_roll_stands` BEFORE UPDATE OF `ordinal`, `name`, `person_ids`, `unit_ids`, `unit_labels`, `area_cm2` ON `poll_voters` BEGIN SELECT RAISE(ABORT, 'the roll of a poll stands'); END;
--> statement-breakpoint
CREATE TRIGGER `poll_result_stands` BEFORE UPDATE OF `result` ON `polls` WHEN OLD.`result` IS NOT NULL AND OLD.`result` <> 'null' BEGIN SELECT RAISE(ABORT, 'the result of a closed poll stands'); END;
--> statement-breakpoint
CREATE TRIGGER `poll_announcement_stands` BEFORE UPDATE OF `preset`, `topic_id`, `proposal_id`, `estate_id`, `title`, `question`, `options`, `seats`, `office`, `scope`, `electors`, `rule_snapshot`, `rule_hash`, `announced_on`, `opens_on`, `closes_on`, `counters`, `scrutineers` ON `polls` WHEN OLD.`state` <> 'draft' BEGIN SELECT RAISE(ABORT, 'what was announced of a poll stands'); END;
--> statement-breakpoint
CREATE TRIGGER `poll_count_stands` BEFORE UPDATE OF `option_keys`, `seats`, `issued`, `returned`, `invalid`, `none`, `abstain`, `votes`, `result` ON `poll_counts` WHEN OLD.`checked_at` IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a checked count stands'); END;
--> statement-breakpoint
CREATE TRIGGER `poll_ballots_stand` BEFORE UPDATE ON `poll_ballots` WHEN (SELECT `state` FROM `polls` WHERE `polls`.`community_id` = OLD.`community_id` AND `polls`.`id` = OLD.`poll_id`) <> 'open' BEGIN SELECT RAISE(ABORT, 'the ballots of a closed poll stand'); END;
