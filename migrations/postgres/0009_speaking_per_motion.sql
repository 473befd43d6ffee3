ALTER TABLE "paper_ballots" ADD COLUMN "handed_to_id" text;--> statement-breakpoint
ALTER TABLE "round_challenges" ADD COLUMN "raised_by_id" text;--> statement-breakpoint
ALTER TABLE "speaking_requests" ADD COLUMN "motion_id" text;