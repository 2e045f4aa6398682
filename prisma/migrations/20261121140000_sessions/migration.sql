-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "browser" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "lastUsedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "system" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "KnownDevice" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "browser" TEXT NOT NULL,
    "system" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "KnownDevice_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "KnownDevice_expiresAt_idx" ON "KnownDevice"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "KnownDevice_memberId_browser_system_key" ON "KnownDevice"("memberId", "browser", "system");

-- AddForeignKey
ALTER TABLE "KnownDevice" ADD CONSTRAINT "KnownDevice_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "KnownDevice" ADD CONSTRAINT "KnownDevice_locale" CHECK ("locale" IN ('zh', 'en', 'fr', 'nl'));
ALTER TABLE "KnownDevice" ADD CONSTRAINT "KnownDevice_is_coarse" CHECK (char_length("browser") <= 40 AND char_length("system") <= 40);
ALTER TABLE "Session" ADD CONSTRAINT "Session_is_coarse" CHECK (char_length("browser") <= 40 AND char_length("system") <= 40);
