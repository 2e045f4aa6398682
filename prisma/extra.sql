-- What the schema language cannot say: CHECKs, partial indexes, triggers. A migration that changes this file repeats the change;
-- `npm run db:drift` compares the two.

CREATE UNIQUE INDEX "Suspension_one_in_force" ON "Suspension" ("memberId") WHERE "liftedAt" IS NULL;

ALTER TABLE "Feedback" ADD CONSTRAINT "Feedback_text_length" CHECK (char_length("text") BETWEEN 1 AND 4000);
ALTER TABLE "Feedback" ADD CONSTRAINT "Feedback_page_is_local" CHECK ("page" ~ '^/' AND "page" !~ '^//');

ALTER TABLE "Draft" ADD CONSTRAINT "Draft_one_owner" CHECK (num_nonnulls("memberId", "guestHash") = 1);
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_size" CHECK (octet_length("sealed") <= 65536);

ALTER TABLE "Event" ADD CONSTRAINT "Event_codes_is_object" CHECK (jsonb_typeof("codes") = 'object');

CREATE FUNCTION "event_is_append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Event is append-only';
END
$$;
CREATE TRIGGER "Event_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "Event"
  FOR EACH STATEMENT EXECUTE FUNCTION "event_is_append_only"();
