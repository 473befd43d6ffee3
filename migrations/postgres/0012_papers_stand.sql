-- A signed digest, what it covers and a confirmation are never changed; offers and claims are ended, not deleted.
CREATE TRIGGER "archive_digests_stand" BEFORE UPDATE OR DELETE ON "archive_digests" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "archive_digest_entries_stand" BEFORE UPDATE OR DELETE ON "archive_digest_entries" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "minutes_confirmations_stand" BEFORE UPDATE OR DELETE ON "minutes_confirmations" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "resources_stay" BEFORE DELETE ON "resources" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "claims_stay" BEFORE DELETE ON "claims" FOR EACH ROW EXECUTE FUNCTION refuse_change();
