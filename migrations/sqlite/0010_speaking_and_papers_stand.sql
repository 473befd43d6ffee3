-- What somebody asked for the word on stays, and one speaks at a time; where ballots are taken only widens; whoever got a
-- paper stays written. A paper marked as back, or as missing, by mistake is put right while nothing was read: the paper is
-- out again, and its voter off the roll; that and nothing else may leave the roll.
CREATE TRIGGER `speaking_requests_matter_stands` BEFORE UPDATE OF `meeting_id`, `agenda_item_id`, `motion_id`, `participant_id`, `kind`, `requested_at` ON `speaking_requests` BEGIN SELECT RAISE(ABORT, 'what was asked for stands'); END;
--> statement-breakpoint
CREATE UNIQUE INDEX IF NOT EXISTS `speaking_requests_one_speaker` ON `speaking_requests` (`community_id`, `meeting_id`) WHERE `state` = 'speaking';
--> statement-breakpoint
CREATE TRIGGER `rounds_medium_widens` BEFORE UPDATE OF `medium` ON `rounds` WHEN NOT (NEW.`medium` = OLD.`medium` OR NEW.`medium` = 'paper' OR (OLD.`medium` = 'tablet' AND NEW.`medium` = 'mixed')) BEGIN SELECT RAISE(ABORT, 'where ballots are taken only widens'); END;
--> statement-breakpoint
CREATE TRIGGER `paper_handed_to_stands` BEFORE UPDATE OF `handed_to_id` ON `paper_ballots` BEGIN SELECT RAISE(ABORT, 'whom a paper was handed to stands'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS `settled_paper_stands`;
--> statement-breakpoint
CREATE TRIGGER `settled_paper_stands` BEFORE UPDATE OF `participant_id`, `state` ON `paper_ballots` WHEN OLD.`state` <> 'issued' AND NOT (OLD.`state` IN ('returned', 'missing') AND NEW.`state` = 'issued' AND NEW.`participant_id` = OLD.`participant_id` AND EXISTS (SELECT 1 FROM `rounds` WHERE `rounds`.`community_id` = OLD.`community_id` AND `rounds`.`id` = OLD.`round_id` AND `rounds`.`state` = 'open') AND NOT EXISTS (SELECT 1 FROM `paper_entries` WHERE `paper_entries`.`community_id` = OLD.`community_id` AND `paper_entries`.`round_id` = OLD.`round_id`)) BEGIN SELECT RAISE(ABORT, 'what became of a paper stands'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS `roll_entries_no_delete`;
--> statement-breakpoint
CREATE TRIGGER `roll_entries_no_delete` BEFORE DELETE ON `roll_entries` WHEN NOT (OLD.`channel` = 'paper' AND EXISTS (SELECT 1 FROM `rounds` WHERE `rounds`.`community_id` = OLD.`community_id` AND `rounds`.`id` = OLD.`round_id` AND `rounds`.`state` = 'open') AND NOT EXISTS (SELECT 1 FROM `paper_entries` WHERE `paper_entries`.`community_id` = OLD.`community_id` AND `paper_entries`.`round_id` = OLD.`round_id`) AND EXISTS (SELECT 1 FROM `paper_ballots` WHERE `paper_ballots`.`community_id` = OLD.`community_id` AND `paper_ballots`.`round_id` = OLD.`round_id` AND `paper_ballots`.`participant_id` = OLD.`participant_id` AND `paper_ballots`.`state` = 'issued')) BEGIN SELECT RAISE(ABORT, 'roll_entries is append-only'); END;
