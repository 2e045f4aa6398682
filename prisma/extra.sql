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

ALTER TABLE "SignInChallenge" ADD CONSTRAINT "SignInChallenge_attempts" CHECK ("attempts" BETWEEN 0 AND 5);

ALTER TABLE "Fact" ADD CONSTRAINT "Fact_one_subject" CHECK (num_nonnulls("operatorId", "subjectId") = 1);
ALTER TABLE "Fact" ADD CONSTRAINT "Fact_shown_has_source" CHECK ("confidence" NOT IN ('high', 'medium') OR ("sourceUrl" IS NOT NULL AND "text" IS NOT NULL));
ALTER TABLE "Fact" ADD CONSTRAINT "Fact_unknown_is_a_question" CHECK ("confidence" IN ('high', 'medium') OR "question" IS NOT NULL);
ALTER TABLE "Fact" ADD CONSTRAINT "Fact_unverified_says_nothing" CHECK ("confidence" <> 'unverified' OR ("text" IS NULL AND "value" IS NULL));

ALTER TABLE "Post" ADD CONSTRAINT "Post_has_its_text" CHECK (("kind" = 'guide') = ("markdown" IS NULL) AND num_nonnulls("markdown", "html", "renderer") IN (0, 3));
ALTER TABLE "Post" ADD CONSTRAINT "Post_title_where_it_belongs" CHECK (("kind" IN ('question', 'guide')) = ("title" IS NOT NULL));
ALTER TABLE "Post" ADD CONSTRAINT "Post_locale" CHECK ("locale" IN ('zh', 'en', 'fr', 'nl'));
ALTER TABLE "Post" ADD CONSTRAINT "Post_size" CHECK (char_length("title") <= 300 AND char_length("markdown") <= 20000 AND octet_length("html") <= 800000);

ALTER TABLE "Vote" ADD CONSTRAINT "Vote_value" CHECK ("value" IN (1, -1));
ALTER TABLE "Question" ADD CONSTRAINT "Question_answerCount" CHECK ("answerCount" >= 0);
ALTER TABLE "Experience" ADD CONSTRAINT "Experience_month_is_first" CHECK (extract(day FROM "month") = 1);
ALTER TABLE "Flag" ADD CONSTRAINT "Flag_one_target" CHECK (num_nonnulls("postId") = 1);
ALTER TABLE "Flag" ADD CONSTRAINT "Flag_decided" CHECK (num_nonnulls("decidedAt", "decidedById", "isUpheld") IN (0, 3));
ALTER TABLE "Removal" ADD CONSTRAINT "Removal_lifted" CHECK (num_nonnulls("liftedAt", "liftedById", "liftReason") IN (0, 3));
CREATE UNIQUE INDEX "Flag_one_open" ON "Flag" ("postId", "memberId") WHERE "decidedAt" IS NULL;
CREATE UNIQUE INDEX "Removal_one_in_force" ON "Removal" ("postId") WHERE "liftedAt" IS NULL;

ALTER TABLE "Starter" ADD CONSTRAINT "Starter_locale" CHECK ("locale" IN ('zh', 'en', 'fr', 'nl'));

ALTER TABLE "Member" ADD CONSTRAINT "Member_locale" CHECK ("locale" IN ('zh', 'en', 'fr', 'nl'));
ALTER TABLE "Follow" ADD CONSTRAINT "Follow_one_target" CHECK (num_nonnulls("postId", "operatorId", "guideId", "followedId") = 1);
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_mailed" CHECK (num_nonnulls("letterId", "mailedAt") IN (0, 2));
ALTER TABLE "Job" ADD CONSTRAINT "Job_failed" CHECK (num_nonnulls("failedAt", "failure") IN (0, 2));
CREATE INDEX "Notification_mail_due" ON "Notification" ("mailDueAt") WHERE "mailDueAt" IS NOT NULL;
CREATE INDEX "Notification_unread" ON "Notification" ("memberId") WHERE "readAt" IS NULL;
CREATE INDEX "Job_due" ON "Job" ("dueAt") WHERE "failedAt" IS NULL;
-- Accepted, taken back and accepted again is one piece of news.
CREATE UNIQUE INDEX "Notification_accepted_once" ON "Notification" ("memberId", "postId") WHERE "kind" = 'answerAccepted';
ALTER TABLE "KnownDevice" ADD CONSTRAINT "KnownDevice_locale" CHECK ("locale" IN ('zh', 'en', 'fr', 'nl'));
ALTER TABLE "KnownDevice" ADD CONSTRAINT "KnownDevice_is_coarse" CHECK (char_length("browser") <= 40 AND char_length("system") <= 40);
ALTER TABLE "Session" ADD CONSTRAINT "Session_is_coarse" CHECK (char_length("browser") <= 40 AND char_length("system") <= 40);
ALTER TABLE "Profile" ADD CONSTRAINT "Profile_name_and_its_look" CHECK (num_nonnulls("name", "nameSkeleton") IN (0, 2));
ALTER TABLE "Profile" ADD CONSTRAINT "Profile_has_its_text" CHECK (num_nonnulls("markdown", "html", "renderer") IN (0, 3));
ALTER TABLE "Profile" ADD CONSTRAINT "Profile_languages" CHECK ("languages" <@ ARRAY['zh', 'en', 'fr', 'nl']);
ALTER TABLE "Profile" ADD CONSTRAINT "Profile_size" CHECK (char_length("name") <= 30 AND char_length("markdown") <= 600 AND octet_length("html") <= 40000);
ALTER TABLE "Avatar" ADD CONSTRAINT "Avatar_size" CHECK (octet_length("webp") <= 200000);
ALTER TABLE "Member" ADD CONSTRAINT "Member_reputation" CHECK ("reputation" >= 0);
ALTER TABLE "ReputationEntry" ADD CONSTRAINT "ReputationEntry_not_from_oneself" CHECK ("byId" <> "memberId");
ALTER TABLE "ReputationEntry" ADD CONSTRAINT "ReputationEntry_points" CHECK ("points" <> 0);
-- All that a member's sum is made of, so that it is counted from the index alone.
CREATE INDEX "ReputationEntry_in_force" ON "ReputationEntry" ("memberId", "day") INCLUDE ("points", "cause") WHERE "reversedAt" IS NULL;
ALTER TABLE "Flair" ADD CONSTRAINT "Flair_operator" CHECK (("kind" = 'operatorStaff') = ("operatorId" IS NOT NULL));
ALTER TABLE "Flair" ADD CONSTRAINT "Flair_reasons" CHECK (char_length("reason") <= 500 AND char_length("withdrawReason") <= 500);
ALTER TABLE "Flair" ADD CONSTRAINT "Flair_withdrawn" CHECK (num_nonnulls("withdrawnAt", "withdrawnById", "withdrawReason") IN (0, 3));
CREATE UNIQUE INDEX "Flair_one_in_force" ON "Flair" ("memberId", "kind", "operatorId") NULLS NOT DISTINCT WHERE "withdrawnAt" IS NULL;
ALTER TABLE "Passkey" ADD CONSTRAINT "Passkey_is_coarse" CHECK (char_length("browser") <= 40 AND char_length("system") <= 40);
ALTER TABLE "Passkey" ADD CONSTRAINT "Passkey_size" CHECK (char_length("credentialId") <= 1400 AND octet_length("publicKey") <= 4096 AND cardinality("transports") <= 8);
ALTER TABLE "AuthenticatorApp" ADD CONSTRAINT "AuthenticatorApp_waits_or_is_proven" CHECK (num_nonnulls("provenAt", "expiresAt") = 1);
CREATE UNIQUE INDEX "AuthenticatorApp_one_proven" ON "AuthenticatorApp" ("memberId") WHERE "provenAt" IS NOT NULL;
CREATE UNIQUE INDEX "AuthenticatorApp_one_waiting" ON "AuthenticatorApp" ("memberId") WHERE "provenAt" IS NULL;
ALTER TABLE "RecoveryCode" ADD CONSTRAINT "RecoveryCode_used" CHECK (num_nonnulls("usedAt", "usedBySessionId") IN (0, 2));

ALTER TABLE "WayIn" ADD CONSTRAINT "WayIn_one_name" CHECK (("kind" = 'email') = ("address" IS NOT NULL) AND num_nonnulls("address", "subject") = 1);
CREATE UNIQUE INDEX "WayIn_one_of_each_provider" ON "WayIn" ("memberId", "kind") WHERE "kind" <> 'email';
ALTER TABLE "ProviderVisit" ADD CONSTRAINT "ProviderVisit_link_has_member" CHECK ("kind" <> 'email' AND (NOT "isLink" OR "memberId" IS NOT NULL));
ALTER TABLE "NewAddress" ADD CONSTRAINT "NewAddress_attempts" CHECK ("attempts" BETWEEN 0 AND 5);
ALTER TABLE "SignInChallenge" ADD CONSTRAINT "SignInChallenge_one_name" CHECK (("kind" = 'email') = ("subject" IS NULL) AND ("kind" = 'email' OR ("address" = '' AND "provenAt" IS NOT NULL)));
ALTER TABLE "Follow" ADD CONSTRAINT "Follow_not_oneself" CHECK ("followedId" <> "memberId");
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_about" CHECK (num_nonnulls("postId", "homeId") IN (0, 2) AND num_nonnulls("homeId", "operatorId") <= 1);
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_of_the_member" CHECK (("kind"::text IN ('badge', 'level')) = (num_nonnulls("homeId", "operatorId") = 0));
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_pushed" CHECK (num_nonnulls("pushId", "pushedAt") IN (0, 2));
CREATE INDEX "Notification_push_due" ON "Notification" ("pushDueAt") WHERE "pushDueAt" IS NOT NULL;
-- Votes on a post are one piece of news, which grows.
CREATE UNIQUE INDEX "Notification_votes_once" ON "Notification" ("memberId", "postId") WHERE "mark" IS NOT NULL;
ALTER TABLE "Reach" ADD CONSTRAINT "Reach_quiet" CHECK (num_nonnulls("quietFrom", "quietTo") IN (0, 2) AND "quietFrom" BETWEEN 0 AND 23 AND "quietTo" BETWEEN 0 AND 23 AND "quietFrom" <> "quietTo");
ALTER TABLE "Letter" ADD CONSTRAINT "Letter_failed" CHECK ("failedAt" IS NULL OR "failure" IS NOT NULL);
ALTER TABLE "Letter" ADD CONSTRAINT "Letter_open" CHECK ("open" BETWEEN 0 AND 2);
ALTER TABLE "Member" ADD CONSTRAINT "Member_erased_has_left" CHECK ("erasedAt" IS NULL OR "leftAt" IS NOT NULL);
ALTER TABLE "Member" ADD CONSTRAINT "Member_erased_is_nobody" CHECK ("erasedAt" IS NULL OR ("role" = 'member' AND "handle" = 'erased-' || "id"));
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_locale" CHECK ("locale" IN ('zh', 'en', 'fr', 'nl'));
ALTER TABLE "Export" ADD CONSTRAINT "Export_locale" CHECK ("locale" IN ('zh', 'en', 'fr', 'nl'));
ALTER TABLE "Export" ADD CONSTRAINT "Export_made" CHECK (num_nonnulls("madeAt", "bytes") IN (0, 2) AND num_nonnulls("madeAt", "failedAt") <= 1);
ALTER TABLE "ExportPart" ADD CONSTRAINT "ExportPart_size" CHECK (octet_length("bytes") <= 1000000);
