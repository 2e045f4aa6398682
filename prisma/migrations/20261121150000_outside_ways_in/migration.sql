-- AlterEnum

ALTER TYPE "WayInKind" ADD VALUE 'google';
ALTER TYPE "WayInKind" ADD VALUE 'github';
ALTER TYPE "WayInKind" ADD VALUE 'apple';
ALTER TYPE "WayInKind" ADD VALUE 'oidc';

-- AlterTable
ALTER TABLE "WayIn" ADD COLUMN     "subject" TEXT,
ALTER COLUMN "address" DROP NOT NULL;

-- AlterTable
ALTER TABLE "SignInChallenge" ADD COLUMN     "againId" UUID,
ADD COLUMN     "kind" "WayInKind" NOT NULL DEFAULT 'email',
ADD COLUMN     "subject" TEXT;

-- CreateTable
CREATE TABLE "ProviderVisit" (
    "id" UUID NOT NULL,
    "kind" "WayInKind" NOT NULL,
    "stateHash" TEXT NOT NULL,
    "browserHash" TEXT NOT NULL,
    "memberId" UUID,
    "isLink" BOOLEAN NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "returnedAt" TIMESTAMPTZ(3),
    "subject" TEXT,
    "address" TEXT,

    CONSTRAINT "ProviderVisit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NewAddress" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "linkHash" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "NewAddress_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ProviderVisit_stateHash_key" ON "ProviderVisit"("stateHash");

-- CreateIndex
CREATE INDEX "ProviderVisit_memberId_idx" ON "ProviderVisit"("memberId");

-- CreateIndex
CREATE INDEX "ProviderVisit_expiresAt_idx" ON "ProviderVisit"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "NewAddress_memberId_key" ON "NewAddress"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "NewAddress_linkHash_key" ON "NewAddress"("linkHash");

-- CreateIndex
CREATE INDEX "NewAddress_expiresAt_idx" ON "NewAddress"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "WayIn_kind_subject_key" ON "WayIn"("kind", "subject");

-- AddForeignKey
ALTER TABLE "ProviderVisit" ADD CONSTRAINT "ProviderVisit_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NewAddress" ADD CONSTRAINT "NewAddress_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- From extra.sql
ALTER TABLE "WayIn" ADD CONSTRAINT "WayIn_one_name" CHECK (("kind" = 'email') = ("address" IS NOT NULL) AND num_nonnulls("address", "subject") = 1);
CREATE UNIQUE INDEX "WayIn_one_of_each_provider" ON "WayIn" ("memberId", "kind") WHERE "kind" <> 'email';
ALTER TABLE "ProviderVisit" ADD CONSTRAINT "ProviderVisit_link_has_member" CHECK ("kind" <> 'email' AND (NOT "isLink" OR "memberId" IS NOT NULL));
ALTER TABLE "NewAddress" ADD CONSTRAINT "NewAddress_attempts" CHECK ("attempts" BETWEEN 0 AND 5);
ALTER TABLE "SignInChallenge" ADD CONSTRAINT "SignInChallenge_one_name" CHECK (("kind" = 'email') = ("subject" IS NULL) AND ("kind" = 'email' OR ("address" = '' AND "provenAt" IS NOT NULL)));
