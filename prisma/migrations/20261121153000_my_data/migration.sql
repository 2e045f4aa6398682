-- CreateEnum
CREATE TYPE "ErasedPosts" AS ENUM ('keep', 'remove');

-- AlterTable
ALTER TABLE "Member" ADD COLUMN     "erasedAt" TIMESTAMPTZ(3),
ADD COLUMN     "leftAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "Consent" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "document" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "locale" TEXT NOT NULL,
    "textHash" TEXT NOT NULL,
    "givenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Export" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "madeAt" TIMESTAMPTZ(3),
    "bytes" INTEGER,
    "failedAt" TIMESTAMPTZ(3),
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Export_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ExportPart" (
    "exportId" UUID NOT NULL,
    "nth" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "ExportPart_pkey" PRIMARY KEY ("exportId","nth")
);

-- CreateTable
CREATE TABLE "Erasure" (
    "memberId" UUID NOT NULL,
    "posts" "ErasedPosts" NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "toldAt" TIMESTAMPTZ(3),
    "begunAt" TIMESTAMPTZ(3),
    "upTo" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Erasure_pkey" PRIMARY KEY ("memberId")
);

-- CreateTable
CREATE TABLE "Exclusion" (
    "wayInHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Exclusion_pkey" PRIMARY KEY ("wayInHash")
);

-- CreateTable
CREATE TABLE "ReservedHandle" (
    "skeletonHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReservedHandle_pkey" PRIMARY KEY ("skeletonHash")
);

-- CreateIndex
CREATE UNIQUE INDEX "Consent_memberId_document_version_key" ON "Consent"("memberId", "document", "version");

-- CreateIndex
CREATE INDEX "Export_memberId_idx" ON "Export"("memberId");

-- CreateIndex
CREATE INDEX "Export_expiresAt_idx" ON "Export"("expiresAt");

-- CreateIndex
CREATE INDEX "Exclusion_expiresAt_idx" ON "Exclusion"("expiresAt");

-- CreateIndex
CREATE INDEX "ReservedHandle_expiresAt_idx" ON "ReservedHandle"("expiresAt");

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Export" ADD CONSTRAINT "Export_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExportPart" ADD CONSTRAINT "ExportPart_exportId_fkey" FOREIGN KEY ("exportId") REFERENCES "Export"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Erasure" ADD CONSTRAINT "Erasure_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language cannot say (prisma/extra.sql).
ALTER TABLE "Member" ADD CONSTRAINT "Member_erased_has_left" CHECK ("erasedAt" IS NULL OR "leftAt" IS NOT NULL);
ALTER TABLE "Member" ADD CONSTRAINT "Member_erased_is_nobody" CHECK ("erasedAt" IS NULL OR ("role" = 'member' AND "handle" = 'erased-' || "id"));
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_locale" CHECK ("locale" IN ('zh', 'en', 'fr', 'nl'));
ALTER TABLE "Export" ADD CONSTRAINT "Export_locale" CHECK ("locale" IN ('zh', 'en', 'fr', 'nl'));
ALTER TABLE "Export" ADD CONSTRAINT "Export_made" CHECK (num_nonnulls("madeAt", "bytes") IN (0, 2) AND num_nonnulls("madeAt", "failedAt") <= 1);
ALTER TABLE "ExportPart" ADD CONSTRAINT "ExportPart_size" CHECK (octet_length("bytes") <= 1000000);
