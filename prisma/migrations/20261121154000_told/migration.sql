-- CreateEnum
CREATE TYPE "Channel" AS ENUM ('inbox', 'mail', 'push');

-- CreateEnum
CREATE TYPE "Frequency" AS ENUM ('never', 'daily', 'weekly');

-- AlterEnum
ALTER TYPE "NotificationKind" ADD VALUE 'mention';
ALTER TYPE "NotificationKind" ADD VALUE 'memberPosted';
ALTER TYPE "NotificationKind" ADD VALUE 'votesReached';
ALTER TYPE "NotificationKind" ADD VALUE 'factChanged';
ALTER TYPE "NotificationKind" ADD VALUE 'flagUpheld';
ALTER TYPE "NotificationKind" ADD VALUE 'flagDismissed';

-- AlterTable
ALTER TABLE "Member" ADD COLUMN     "seenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- AlterTable
ALTER TABLE "WayIn" ADD COLUMN     "refusedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Letter" ADD COLUMN     "failedAt" TIMESTAMPTZ(3),
ADD COLUMN     "failure" TEXT,
ADD COLUMN     "open" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Event" ADD COLUMN     "factId" UUID;

-- AlterTable
ALTER TABLE "Follow" ADD COLUMN     "followedId" UUID;

-- AlterTable
ALTER TABLE "Notification" ADD COLUMN     "isListed" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "mark" INTEGER,
ADD COLUMN     "operatorId" UUID,
ADD COLUMN     "pushDueAt" TIMESTAMPTZ(3),
ADD COLUMN     "pushId" UUID,
ADD COLUMN     "pushedAt" TIMESTAMPTZ(3),
ALTER COLUMN "postId" DROP NOT NULL,
ALTER COLUMN "homeId" DROP NOT NULL;

-- CreateTable
CREATE TABLE "Mention" (
    "postId" INTEGER NOT NULL,
    "memberId" UUID NOT NULL,

    CONSTRAINT "Mention_pkey" PRIMARY KEY ("postId","memberId")
);

-- CreateTable
CREATE TABLE "NotificationChoice" (
    "memberId" UUID NOT NULL,
    "kind" "NotificationKind" NOT NULL,
    "channel" "Channel" NOT NULL,
    "isWanted" BOOLEAN NOT NULL,

    CONSTRAINT "NotificationChoice_pkey" PRIMARY KEY ("memberId","kind","channel")
);

-- CreateTable
CREATE TABLE "Reach" (
    "memberId" UUID NOT NULL,
    "zone" TEXT NOT NULL DEFAULT 'Europe/Brussels',
    "quietFrom" INTEGER,
    "quietTo" INTEGER,
    "digest" "Frequency" NOT NULL DEFAULT 'never',
    "digestDueAt" TIMESTAMPTZ(3),
    "choseLocale" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Reach_pkey" PRIMARY KEY ("memberId")
);

-- CreateTable
CREATE TABLE "Digest" (
    "memberId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "letterId" UUID,

    CONSTRAINT "Digest_pkey" PRIMARY KEY ("memberId","day")
);

-- CreateTable
CREATE TABLE "PushSubscription" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "browser" TEXT NOT NULL,
    "system" TEXT NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PushSubscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Push" (
    "id" UUID NOT NULL,
    "messageId" UUID NOT NULL,
    "subscriptionId" UUID NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Push_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Keeping" (
    "name" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Keeping_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "Mention_memberId_idx" ON "Mention"("memberId");

-- CreateIndex
CREATE INDEX "Reach_digestDueAt_idx" ON "Reach"("digestDueAt");

-- CreateIndex
CREATE INDEX "Digest_madeAt_idx" ON "Digest"("madeAt");

-- CreateIndex
CREATE UNIQUE INDEX "PushSubscription_hash_key" ON "PushSubscription"("hash");

-- CreateIndex
CREATE INDEX "PushSubscription_memberId_idx" ON "PushSubscription"("memberId");

-- CreateIndex
CREATE INDEX "PushSubscription_sessionId_idx" ON "PushSubscription"("sessionId");

-- CreateIndex
CREATE INDEX "Push_subscriptionId_idx" ON "Push"("subscriptionId");

-- CreateIndex
CREATE INDEX "Push_dueAt_idx" ON "Push"("dueAt");

-- CreateIndex
CREATE INDEX "Push_expiresAt_idx" ON "Push"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "Push_messageId_subscriptionId_key" ON "Push"("messageId", "subscriptionId");

-- CreateIndex
CREATE INDEX "Event_factId_idx" ON "Event"("factId");

-- CreateIndex
CREATE INDEX "Follow_followedId_memberId_idx" ON "Follow"("followedId", "memberId");

-- CreateIndex
CREATE UNIQUE INDEX "Follow_memberId_followedId_key" ON "Follow"("memberId", "followedId");

-- CreateIndex
CREATE INDEX "Notification_memberId_operatorId_idx" ON "Notification"("memberId", "operatorId");

-- CreateIndex
CREATE INDEX "Notification_memberId_pushedAt_idx" ON "Notification"("memberId", "pushedAt");

-- CreateIndex
CREATE INDEX "Notification_operatorId_idx" ON "Notification"("operatorId");

-- CreateIndex
CREATE INDEX "Notification_pushId_idx" ON "Notification"("pushId");

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_factId_fkey" FOREIGN KEY ("factId") REFERENCES "Fact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Follow" ADD CONSTRAINT "Follow_followedId_fkey" FOREIGN KEY ("followedId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_operatorId_fkey" FOREIGN KEY ("operatorId") REFERENCES "Operator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NotificationChoice" ADD CONSTRAINT "NotificationChoice_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reach" ADD CONSTRAINT "Reach_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Digest" ADD CONSTRAINT "Digest_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PushSubscription" ADD CONSTRAINT "PushSubscription_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PushSubscription" ADD CONSTRAINT "PushSubscription_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Push" ADD CONSTRAINT "Push_subscriptionId_fkey" FOREIGN KEY ("subscriptionId") REFERENCES "PushSubscription"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What members have chosen so far, of letters. Whoever saved the page of choices (a row for each kind of then) also chose a language.
INSERT INTO "NotificationChoice" ("memberId", "kind", "channel", "isWanted") SELECT "memberId", "kind", 'mail', "isWanted" FROM "MailChoice";
INSERT INTO "Reach" ("memberId", "choseLocale") SELECT "memberId", true FROM "MailChoice" GROUP BY "memberId" HAVING count(*) >= 8;
DROP TABLE "MailChoice";
-- The last visit of members from before it was noted.
UPDATE "Member" m SET "seenAt" = greatest(m."joinedAt", (SELECT max(s."lastUsedAt") FROM "Session" s WHERE s."memberId" = m.id), (SELECT max(e."at") FROM "Event" e WHERE e."actorId" = m.id));

ALTER TABLE "Follow" DROP CONSTRAINT "Follow_one_target";
ALTER TABLE "Follow" ADD CONSTRAINT "Follow_one_target" CHECK (num_nonnulls("postId", "operatorId", "guideId", "followedId") = 1);
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
