-- CreateTable
CREATE TABLE "Avatar" (
    "memberId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "webp" BYTEA NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Avatar_pkey" PRIMARY KEY ("memberId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Avatar_name_key" ON "Avatar"("name");

-- AddForeignKey
ALTER TABLE "Avatar" ADD CONSTRAINT "Avatar_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- From extra.sql
ALTER TABLE "Avatar" ADD CONSTRAINT "Avatar_size" CHECK (octet_length("webp") <= 200000);
