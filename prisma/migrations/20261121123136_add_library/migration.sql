-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "GuideTask" ADD VALUE 'change';
ALTER TYPE "GuideTask" ADD VALUE 'situation';
ALTER TYPE "GuideTask" ADD VALUE 'operator';

-- AlterTable
ALTER TABLE "Operator" ADD COLUMN     "brief" JSONB;

-- AlterTable
ALTER TABLE "Guide" ADD COLUMN     "alsoCalled" TEXT[],
ADD COLUMN     "formerSlugs" TEXT[],
ADD COLUMN     "terms" TEXT[];

-- CreateTable
CREATE TABLE "Starter" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "questionId" INTEGER NOT NULL,
    "answerId" INTEGER NOT NULL,
    "contentHash" TEXT NOT NULL,
    "editedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Starter_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Starter_questionId_key" ON "Starter"("questionId");

-- CreateIndex
CREATE UNIQUE INDEX "Starter_answerId_key" ON "Starter"("answerId");

-- CreateIndex
CREATE UNIQUE INDEX "Starter_slug_locale_key" ON "Starter"("slug", "locale");

-- AddForeignKey
ALTER TABLE "Starter" ADD CONSTRAINT "Starter_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Starter" ADD CONSTRAINT "Starter_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "Post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
