-- CreateEnum
CREATE TYPE "NotificationKind" AS ENUM ('answerToMine', 'answerToFollowed', 'commentOnMine', 'answerAccepted', 'postHidden', 'postRestored', 'operatorQuestion', 'guideChanged');

-- AlterTable
ALTER TABLE "Member" ADD COLUMN     "locale" TEXT NOT NULL DEFAULT 'zh';

-- CreateTable
CREATE TABLE "Follow" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "postId" INTEGER,
    "operatorId" UUID,
    "guideId" UUID,
    "followedAt" TIMESTAMPTZ(3) NOT NULL,
    "stoppedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Follow_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notification" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "kind" "NotificationKind" NOT NULL,
    "eventId" UUID NOT NULL,
    "postId" INTEGER NOT NULL,
    "homeId" INTEGER NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "readAt" TIMESTAMPTZ(3),
    "mailDueAt" TIMESTAMPTZ(3),
    "letterId" UUID,
    "mailedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MailChoice" (
    "memberId" UUID NOT NULL,
    "kind" "NotificationKind" NOT NULL,
    "isWanted" BOOLEAN NOT NULL,

    CONSTRAINT "MailChoice_pkey" PRIMARY KEY ("memberId","kind")
);

-- CreateTable
CREATE TABLE "Job" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "failedAt" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "Job_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Follow_postId_memberId_idx" ON "Follow"("postId", "memberId");

-- CreateIndex
CREATE INDEX "Follow_operatorId_memberId_idx" ON "Follow"("operatorId", "memberId");

-- CreateIndex
CREATE INDEX "Follow_guideId_memberId_idx" ON "Follow"("guideId", "memberId");

-- CreateIndex
CREATE UNIQUE INDEX "Follow_memberId_postId_key" ON "Follow"("memberId", "postId");

-- CreateIndex
CREATE UNIQUE INDEX "Follow_memberId_operatorId_key" ON "Follow"("memberId", "operatorId");

-- CreateIndex
CREATE UNIQUE INDEX "Follow_memberId_guideId_key" ON "Follow"("memberId", "guideId");

-- CreateIndex
CREATE INDEX "Notification_memberId_homeId_idx" ON "Notification"("memberId", "homeId");

-- CreateIndex
CREATE INDEX "Notification_memberId_mailedAt_idx" ON "Notification"("memberId", "mailedAt");

-- CreateIndex
CREATE INDEX "Notification_eventId_idx" ON "Notification"("eventId");

-- CreateIndex
CREATE INDEX "Notification_postId_idx" ON "Notification"("postId");

-- CreateIndex
CREATE INDEX "Notification_homeId_idx" ON "Notification"("homeId");

-- CreateIndex
CREATE INDEX "Notification_madeAt_idx" ON "Notification"("madeAt");

-- CreateIndex
CREATE UNIQUE INDEX "Notification_memberId_eventId_key" ON "Notification"("memberId", "eventId");

-- CreateIndex
CREATE UNIQUE INDEX "Job_key_key" ON "Job"("key");

-- AddForeignKey
ALTER TABLE "Follow" ADD CONSTRAINT "Follow_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Follow" ADD CONSTRAINT "Follow_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Follow" ADD CONSTRAINT "Follow_operatorId_fkey" FOREIGN KEY ("operatorId") REFERENCES "Operator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Follow" ADD CONSTRAINT "Follow_guideId_fkey" FOREIGN KEY ("guideId") REFERENCES "Guide"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_homeId_fkey" FOREIGN KEY ("homeId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MailChoice" ADD CONSTRAINT "MailChoice_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Member" ADD CONSTRAINT "Member_locale" CHECK ("locale" IN ('zh', 'en', 'fr', 'nl'));
ALTER TABLE "Follow" ADD CONSTRAINT "Follow_one_target" CHECK (num_nonnulls("postId", "operatorId", "guideId") = 1);
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_mailed" CHECK (num_nonnulls("letterId", "mailedAt") IN (0, 2));
ALTER TABLE "Job" ADD CONSTRAINT "Job_failed" CHECK (num_nonnulls("failedAt", "failure") IN (0, 2));
CREATE INDEX "Notification_mail_due" ON "Notification" ("mailDueAt") WHERE "mailDueAt" IS NOT NULL;
CREATE INDEX "Notification_unread" ON "Notification" ("memberId") WHERE "readAt" IS NULL;
CREATE INDEX "Job_due" ON "Job" ("dueAt") WHERE "failedAt" IS NULL;
-- Accepted, taken back and accepted again is one piece of news.
CREATE UNIQUE INDEX "Notification_accepted_once" ON "Notification" ("memberId", "postId") WHERE "kind" = 'answerAccepted';
