-- CreateEnum
CREATE TYPE "Level" AS ENUM ('new', 'member', 'regular', 'trusted');

-- CreateEnum
CREATE TYPE "ReputationCause" AS ENUM ('vote', 'acceptance');

-- CreateEnum
CREATE TYPE "FlairKind" AS ENUM ('operatorStaff', 'curator');

-- AlterEnum
ALTER TYPE "NotificationKind" ADD VALUE 'badge';
ALTER TYPE "NotificationKind" ADD VALUE 'level';

-- AlterTable
ALTER TABLE "Member" ADD COLUMN     "belowSince" TIMESTAMPTZ(3),
ADD COLUMN     "level" "Level" NOT NULL DEFAULT 'new',
ADD COLUMN     "reputation" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Event" ADD COLUMN     "aboutId" UUID;

-- AlterTable
ALTER TABLE "Notification" ALTER COLUMN "postId" DROP NOT NULL,
ALTER COLUMN "homeId" DROP NOT NULL;

-- CreateTable
CREATE TABLE "ReputationEntry" (
    "memberId" UUID NOT NULL,
    "postId" INTEGER NOT NULL,
    "byId" UUID NOT NULL,
    "cause" "ReputationCause" NOT NULL,
    "points" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "day" DATE NOT NULL,
    "reversedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ReputationEntry_pkey" PRIMARY KEY ("postId","byId","cause")
);

-- CreateTable
CREATE TABLE "BadgeAward" (
    "memberId" UUID NOT NULL,
    "badge" TEXT NOT NULL,
    "postId" INTEGER,
    "awardedAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "BadgeAward_pkey" PRIMARY KEY ("memberId","badge")
);

-- CreateTable
CREATE TABLE "Flair" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "kind" "FlairKind" NOT NULL,
    "operatorId" UUID,
    "reason" TEXT NOT NULL,
    "grantedAt" TIMESTAMPTZ(3) NOT NULL,
    "grantedById" UUID NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnById" UUID,
    "withdrawReason" TEXT,

    CONSTRAINT "Flair_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ReputationEntry_memberId_day_idx" ON "ReputationEntry"("memberId", "day");

-- CreateIndex
CREATE INDEX "ReputationEntry_byId_idx" ON "ReputationEntry"("byId");

-- CreateIndex
CREATE INDEX "BadgeAward_badge_idx" ON "BadgeAward"("badge");

-- CreateIndex
CREATE INDEX "BadgeAward_postId_idx" ON "BadgeAward"("postId");

-- CreateIndex
CREATE INDEX "Flair_memberId_idx" ON "Flair"("memberId");

-- CreateIndex
CREATE INDEX "Flair_operatorId_idx" ON "Flair"("operatorId");

-- CreateIndex
CREATE INDEX "Flair_grantedById_idx" ON "Flair"("grantedById");

-- CreateIndex
CREATE INDEX "Flair_withdrawnById_idx" ON "Flair"("withdrawnById");

-- CreateIndex
CREATE INDEX "Event_aboutId_idx" ON "Event"("aboutId");

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_aboutId_fkey" FOREIGN KEY ("aboutId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReputationEntry" ADD CONSTRAINT "ReputationEntry_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReputationEntry" ADD CONSTRAINT "ReputationEntry_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReputationEntry" ADD CONSTRAINT "ReputationEntry_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BadgeAward" ADD CONSTRAINT "BadgeAward_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BadgeAward" ADD CONSTRAINT "BadgeAward_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Flair" ADD CONSTRAINT "Flair_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Flair" ADD CONSTRAINT "Flair_operatorId_fkey" FOREIGN KEY ("operatorId") REFERENCES "Operator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Flair" ADD CONSTRAINT "Flair_grantedById_fkey" FOREIGN KEY ("grantedById") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Flair" ADD CONSTRAINT "Flair_withdrawnById_fkey" FOREIGN KEY ("withdrawnById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- From prisma/extra.sql.
ALTER TABLE "Member" ADD CONSTRAINT "Member_reputation" CHECK ("reputation" >= 0);
ALTER TABLE "ReputationEntry" ADD CONSTRAINT "ReputationEntry_not_from_oneself" CHECK ("byId" <> "memberId");
ALTER TABLE "ReputationEntry" ADD CONSTRAINT "ReputationEntry_points" CHECK ("points" <> 0);
-- All that a member's sum is made of, so that it is counted from the index alone.
CREATE INDEX "ReputationEntry_in_force" ON "ReputationEntry" ("memberId", "day") INCLUDE ("points", "cause") WHERE "reversedAt" IS NULL;
ALTER TABLE "Flair" ADD CONSTRAINT "Flair_operator" CHECK (("kind" = 'operatorStaff') = ("operatorId" IS NOT NULL));
ALTER TABLE "Flair" ADD CONSTRAINT "Flair_reasons" CHECK (char_length("reason") <= 500 AND char_length("withdrawReason") <= 500);
ALTER TABLE "Flair" ADD CONSTRAINT "Flair_withdrawn" CHECK (num_nonnulls("withdrawnAt", "withdrawnById", "withdrawReason") IN (0, 3));
CREATE UNIQUE INDEX "Flair_one_in_force" ON "Flair" ("memberId", "kind", "operatorId") NULLS NOT DISTINCT WHERE "withdrawnAt" IS NULL;

-- What was voted and accepted before counts as if it were voted and accepted now (lib/reputation/due.ts, points of features.md 2.8).
-- The curators' account is nobody, and what is hidden gives nothing. Levels and badges follow by the daily count.
INSERT INTO "ReputationEntry" ("memberId", "postId", "byId", "cause", "points", "at", "day")
SELECT d.*, (d.at AT TIME ZONE 'Europe/Brussels')::date FROM (
  SELECT p."authorId" AS member, p.id, v."memberId" AS by, 'vote'::"ReputationCause",
    CASE WHEN v.value < 0 THEN -2 WHEN p.kind = 'answer' THEN 10 ELSE 5 END, v."castAt" AS at
  FROM "Vote" v JOIN "Post" p ON p.id = v."postId"
  UNION ALL
  SELECT p."authorId", p.id, a."acceptedById", 'acceptance', 15, a."acceptedAt"
  FROM "Acceptance" a JOIN "Post" p ON p.id = a."answerId"
) d
WHERE d.member <> d.by AND d.member <> '0198f3c0-0000-7000-8000-000000000001'
  AND NOT EXISTS (SELECT FROM "Removal" r WHERE r."postId" = d.id AND r."liftedAt" IS NULL);

UPDATE "Member" m SET "reputation" = greatest(0, s.total) FROM (
  SELECT "memberId", sum(counted)::int AS total FROM (
    SELECT "memberId", least(200, coalesce(sum("points") FILTER (WHERE "cause" = 'vote' AND "points" > 0), 0))
      + coalesce(sum("points") FILTER (WHERE "cause" = 'acceptance' OR "points" < 0), 0) AS counted
    FROM "ReputationEntry" WHERE "reversedAt" IS NULL GROUP BY "memberId", "day"
  ) days GROUP BY "memberId"
) s WHERE m.id = s."memberId";
