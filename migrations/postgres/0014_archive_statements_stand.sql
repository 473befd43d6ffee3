-- Which digest covers a withdrawal or a release is never changed.
CREATE TRIGGER "archive_digest_statements_stand" BEFORE UPDATE OR DELETE ON "archive_digest_statements" FOR EACH ROW EXECUTE FUNCTION refuse_change();
