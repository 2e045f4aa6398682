-- CreateEnum
CREATE TYPE "WayInKind" AS ENUM ('email');

-- CreateEnum
CREATE TYPE "OperatorKind" AS ENUM ('mno', 'mvno', 'brand', 'group');

-- CreateEnum
CREATE TYPE "Sells" AS ENUM ('prepaid', 'subscription', 'gone', 'unknown');

-- CreateEnum
CREATE TYPE "SubjectKind" AS ENUM ('network', 'channel', 'payment', 'law', 'numbering');

-- CreateEnum
CREATE TYPE "Confidence" AS ENUM ('high', 'medium', 'low', 'unverified');

-- CreateEnum
CREATE TYPE "FactKind" AS ENUM ('period', 'money', 'code', 'phone', 'url', 'email', 'name', 'count', 'yesNo', 'text');

-- CreateEnum
CREATE TYPE "FactStatus" AS ENUM ('current', 'withdrawn');

-- CreateEnum
CREATE TYPE "GuideTask" AS ENUM ('understand', 'topUp', 'keep', 'data', 'trouble');

-- CreateEnum
CREATE TYPE "PostKind" AS ENUM ('question', 'answer', 'comment', 'experience', 'guide');

-- CreateEnum
CREATE TYPE "Outcome" AS ENUM ('worked', 'workedAfterTrouble', 'failed', 'paidNotCredited');

-- AlterTable
-- Nobody could have an account before this; whoever was put in by hand keeps a handle of their own.
ALTER TABLE "Member" ADD COLUMN     "handleSkeleton" TEXT;
UPDATE "Member" SET "handleSkeleton" = lower("handle") || '-' || right("id"::text, 12);
ALTER TABLE "Member" ALTER COLUMN "handleSkeleton" SET NOT NULL;

-- AlterTable
ALTER TABLE "Event" ADD COLUMN     "postId" INTEGER;

-- CreateTable
CREATE TABLE "WayIn" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "kind" "WayInKind" NOT NULL,
    "address" TEXT NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WayIn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInChallenge" (
    "id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "next" TEXT,
    "linkHash" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "browserHash" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "provenAt" TIMESTAMPTZ(3),
    "memberId" UUID,
    "joinedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SignInChallenge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Letter" (
    "id" UUID NOT NULL,
    "template" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AdministratorInvitation" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "claimedAt" TIMESTAMPTZ(3),
    "claimedById" UUID,

    CONSTRAINT "AdministratorInvitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Operator" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "alsoKnownAs" TEXT[],
    "kind" "OperatorKind" NOT NULL,
    "group" TEXT,
    "sells" "Sells" NOT NULL,
    "summary" JSONB NOT NULL,
    "position" INTEGER NOT NULL,
    "networkId" UUID,
    "contentHash" TEXT NOT NULL,
    "editedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Operator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Subject" (
    "id" UUID NOT NULL,
    "kind" "SubjectKind" NOT NULL,
    "slug" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "verdict" JSONB,
    "position" INTEGER NOT NULL,
    "contentHash" TEXT NOT NULL,
    "editedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Subject_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Fact" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "operatorId" UUID,
    "subjectId" UUID,
    "topic" TEXT NOT NULL,
    "kind" "FactKind" NOT NULL,
    "value" JSONB,
    "qualifier" TEXT,
    "text" JSONB,
    "question" JSONB,
    "note" JSONB,
    "sourceUrl" TEXT,
    "alsoUrls" TEXT[],
    "readOn" DATE,
    "compiledOn" DATE NOT NULL,
    "confidence" "Confidence" NOT NULL,
    "status" "FactStatus" NOT NULL DEFAULT 'current',
    "position" INTEGER NOT NULL,
    "contentHash" TEXT NOT NULL,
    "editedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Fact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Term" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "term" JSONB NOT NULL,
    "meaning" JSONB NOT NULL,
    "isAttested" BOOLEAN NOT NULL,
    "position" INTEGER NOT NULL,
    "contentHash" TEXT NOT NULL,
    "editedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Term_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SeedDifference" (
    "id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "proposed" JSONB NOT NULL,
    "noticedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SeedDifference_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Guide" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "task" "GuideTask" NOT NULL,
    "parts" JSONB NOT NULL,
    "phrases" TEXT[],
    "related" TEXT[],
    "factKeys" TEXT[],
    "verifiedOn" DATE NOT NULL,
    "reviewDays" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "contentHash" TEXT NOT NULL,
    "editedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Guide_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GuideStep" (
    "id" UUID NOT NULL,
    "guideId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "GuideStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GuideVersion" (
    "postId" INTEGER NOT NULL,
    "guideId" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "words" JSONB NOT NULL,

    CONSTRAINT "GuideVersion_pkey" PRIMARY KEY ("postId")
);

-- CreateTable
CREATE TABLE "GuideOperator" (
    "guideId" UUID NOT NULL,
    "operatorId" UUID NOT NULL,

    CONSTRAINT "GuideOperator_pkey" PRIMARY KEY ("guideId","operatorId")
);

-- CreateTable
CREATE TABLE "Post" (
    "id" SERIAL NOT NULL,
    "kind" "PostKind" NOT NULL,
    "authorId" UUID NOT NULL,
    "operatorId" UUID,
    "locale" TEXT NOT NULL,
    "translationOfId" INTEGER,
    "title" TEXT,
    "markdown" TEXT,
    "html" TEXT,
    "renderer" INTEGER,
    "score" INTEGER NOT NULL DEFAULT 0,
    "postedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Question" (
    "postId" INTEGER NOT NULL,
    "answerCount" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Question_pkey" PRIMARY KEY ("postId")
);

-- CreateTable
CREATE TABLE "Answer" (
    "postId" INTEGER NOT NULL,
    "questionId" INTEGER NOT NULL,

    CONSTRAINT "Answer_pkey" PRIMARY KEY ("postId")
);

-- CreateTable
CREATE TABLE "Comment" (
    "postId" INTEGER NOT NULL,
    "onId" INTEGER NOT NULL,

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("postId")
);

-- CreateTable
CREATE TABLE "Acceptance" (
    "questionId" INTEGER NOT NULL,
    "answerId" INTEGER NOT NULL,
    "acceptedById" UUID NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Acceptance_pkey" PRIMARY KEY ("questionId")
);

-- CreateTable
CREATE TABLE "Experience" (
    "postId" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "payment" TEXT NOT NULL,
    "outcome" "Outcome" NOT NULL,
    "month" DATE NOT NULL,

    CONSTRAINT "Experience_pkey" PRIMARY KEY ("postId")
);

-- CreateTable
CREATE TABLE "Vote" (
    "id" UUID NOT NULL,
    "postId" INTEGER NOT NULL,
    "memberId" UUID NOT NULL,
    "value" INTEGER NOT NULL,
    "castAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Vote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Flag" (
    "id" UUID NOT NULL,
    "postId" INTEGER,
    "memberId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "text" TEXT,
    "raisedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedById" UUID,
    "isUpheld" BOOLEAN,

    CONSTRAINT "Flag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Removal" (
    "id" UUID NOT NULL,
    "postId" INTEGER NOT NULL,
    "removedById" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "note" TEXT,
    "removedAt" TIMESTAMPTZ(3) NOT NULL,
    "liftedAt" TIMESTAMPTZ(3),
    "liftedById" UUID,
    "liftReason" TEXT,

    CONSTRAINT "Removal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "WayIn_memberId_idx" ON "WayIn"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "WayIn_kind_address_key" ON "WayIn"("kind", "address");

-- CreateIndex
CREATE UNIQUE INDEX "SignInChallenge_linkHash_key" ON "SignInChallenge"("linkHash");

-- CreateIndex
CREATE UNIQUE INDEX "SignInChallenge_browserHash_key" ON "SignInChallenge"("browserHash");

-- CreateIndex
CREATE INDEX "SignInChallenge_expiresAt_idx" ON "SignInChallenge"("expiresAt");

-- CreateIndex
CREATE INDEX "SignInChallenge_address_idx" ON "SignInChallenge"("address");

-- CreateIndex
CREATE INDEX "Letter_dueAt_idx" ON "Letter"("dueAt");

-- CreateIndex
CREATE INDEX "Letter_expiresAt_idx" ON "Letter"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "AdministratorInvitation_tokenHash_key" ON "AdministratorInvitation"("tokenHash");

-- CreateIndex
CREATE INDEX "AdministratorInvitation_claimedById_idx" ON "AdministratorInvitation"("claimedById");

-- CreateIndex
CREATE UNIQUE INDEX "Operator_slug_key" ON "Operator"("slug");

-- CreateIndex
CREATE INDEX "Operator_networkId_idx" ON "Operator"("networkId");

-- CreateIndex
CREATE UNIQUE INDEX "Subject_slug_key" ON "Subject"("slug");

-- CreateIndex
CREATE INDEX "Subject_kind_position_idx" ON "Subject"("kind", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Fact_key_key" ON "Fact"("key");

-- CreateIndex
CREATE INDEX "Fact_operatorId_idx" ON "Fact"("operatorId");

-- CreateIndex
CREATE INDEX "Fact_subjectId_idx" ON "Fact"("subjectId");

-- CreateIndex
CREATE UNIQUE INDEX "Term_slug_key" ON "Term"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "SeedDifference_what_key_key" ON "SeedDifference"("what", "key");

-- CreateIndex
CREATE UNIQUE INDEX "Guide_slug_key" ON "Guide"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "GuideStep_guideId_key_key" ON "GuideStep"("guideId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "GuideVersion_guideId_locale_key" ON "GuideVersion"("guideId", "locale");

-- CreateIndex
CREATE INDEX "GuideOperator_operatorId_idx" ON "GuideOperator"("operatorId");

-- CreateIndex
CREATE INDEX "Post_authorId_idx" ON "Post"("authorId");

-- CreateIndex
CREATE INDEX "Post_operatorId_idx" ON "Post"("operatorId");

-- CreateIndex
CREATE INDEX "Post_translationOfId_idx" ON "Post"("translationOfId");

-- CreateIndex
CREATE INDEX "Post_kind_id_idx" ON "Post"("kind", "id" DESC);

-- CreateIndex
CREATE INDEX "Answer_questionId_idx" ON "Answer"("questionId");

-- CreateIndex
CREATE INDEX "Comment_onId_idx" ON "Comment"("onId");

-- CreateIndex
CREATE UNIQUE INDEX "Acceptance_answerId_key" ON "Acceptance"("answerId");

-- CreateIndex
CREATE INDEX "Acceptance_acceptedById_idx" ON "Acceptance"("acceptedById");

-- CreateIndex
CREATE INDEX "Vote_memberId_idx" ON "Vote"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "Vote_postId_memberId_key" ON "Vote"("postId", "memberId");

-- CreateIndex
CREATE INDEX "Flag_postId_idx" ON "Flag"("postId");

-- CreateIndex
CREATE INDEX "Flag_memberId_idx" ON "Flag"("memberId");

-- CreateIndex
CREATE INDEX "Flag_decidedById_idx" ON "Flag"("decidedById");

-- CreateIndex
CREATE INDEX "Removal_postId_idx" ON "Removal"("postId");

-- CreateIndex
CREATE INDEX "Removal_removedById_idx" ON "Removal"("removedById");

-- CreateIndex
CREATE INDEX "Removal_liftedById_idx" ON "Removal"("liftedById");

-- CreateIndex
CREATE UNIQUE INDEX "Member_handleSkeleton_key" ON "Member"("handleSkeleton");

-- CreateIndex
CREATE INDEX "Event_postId_idx" ON "Event"("postId");

-- AddForeignKey
ALTER TABLE "WayIn" ADD CONSTRAINT "WayIn_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AdministratorInvitation" ADD CONSTRAINT "AdministratorInvitation_claimedById_fkey" FOREIGN KEY ("claimedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Operator" ADD CONSTRAINT "Operator_networkId_fkey" FOREIGN KEY ("networkId") REFERENCES "Subject"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Fact" ADD CONSTRAINT "Fact_operatorId_fkey" FOREIGN KEY ("operatorId") REFERENCES "Operator"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Fact" ADD CONSTRAINT "Fact_subjectId_fkey" FOREIGN KEY ("subjectId") REFERENCES "Subject"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GuideStep" ADD CONSTRAINT "GuideStep_guideId_fkey" FOREIGN KEY ("guideId") REFERENCES "Guide"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GuideVersion" ADD CONSTRAINT "GuideVersion_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GuideVersion" ADD CONSTRAINT "GuideVersion_guideId_fkey" FOREIGN KEY ("guideId") REFERENCES "Guide"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GuideOperator" ADD CONSTRAINT "GuideOperator_guideId_fkey" FOREIGN KEY ("guideId") REFERENCES "Guide"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GuideOperator" ADD CONSTRAINT "GuideOperator_operatorId_fkey" FOREIGN KEY ("operatorId") REFERENCES "Operator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Post" ADD CONSTRAINT "Post_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Post" ADD CONSTRAINT "Post_operatorId_fkey" FOREIGN KEY ("operatorId") REFERENCES "Operator"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Post" ADD CONSTRAINT "Post_translationOfId_fkey" FOREIGN KEY ("translationOfId") REFERENCES "Post"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_onId_fkey" FOREIGN KEY ("onId") REFERENCES "Post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Acceptance" ADD CONSTRAINT "Acceptance_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("postId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Acceptance" ADD CONSTRAINT "Acceptance_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "Answer"("postId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Acceptance" ADD CONSTRAINT "Acceptance_acceptedById_fkey" FOREIGN KEY ("acceptedById") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Experience" ADD CONSTRAINT "Experience_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vote" ADD CONSTRAINT "Vote_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vote" ADD CONSTRAINT "Vote_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Flag" ADD CONSTRAINT "Flag_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Flag" ADD CONSTRAINT "Flag_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Flag" ADD CONSTRAINT "Flag_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Removal" ADD CONSTRAINT "Removal_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Removal" ADD CONSTRAINT "Removal_removedById_fkey" FOREIGN KEY ("removedById") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Removal" ADD CONSTRAINT "Removal_liftedById_fkey" FOREIGN KEY ("liftedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- prisma/extra.sql
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
