-- AlterTable
ALTER TABLE "Member" ADD COLUMN     "hasSecondFactor" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "secondFactorAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "Passkey" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "credentialId" TEXT NOT NULL,
    "publicKey" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL DEFAULT 0,
    "transports" TEXT[],
    "browser" TEXT NOT NULL DEFAULT '',
    "system" TEXT NOT NULL DEFAULT '',
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "lastUsedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PasskeyChallenge" (
    "challengeHash" TEXT NOT NULL,
    "browserHash" TEXT NOT NULL,
    "memberId" UUID,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PasskeyChallenge_pkey" PRIMARY KEY ("challengeHash")
);

-- CreateTable
CREATE TABLE "AuthenticatorApp" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "provenAt" TIMESTAMPTZ(3),
    "expiresAt" TIMESTAMPTZ(3),
    "lastStep" INTEGER,
    "lastUsedAt" TIMESTAMPTZ(3),
    "lastSessionId" UUID,

    CONSTRAINT "AuthenticatorApp_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RecoveryCode" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "codeHash" TEXT NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "usedBySessionId" UUID,

    CONSTRAINT "RecoveryCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RecoverySheet" (
    "memberId" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RecoverySheet_pkey" PRIMARY KEY ("memberId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Passkey_credentialId_key" ON "Passkey"("credentialId");

-- CreateIndex
CREATE INDEX "Passkey_memberId_idx" ON "Passkey"("memberId");

-- CreateIndex
CREATE INDEX "PasskeyChallenge_expiresAt_idx" ON "PasskeyChallenge"("expiresAt");

-- CreateIndex
CREATE INDEX "AuthenticatorApp_memberId_idx" ON "AuthenticatorApp"("memberId");

-- CreateIndex
CREATE INDEX "AuthenticatorApp_expiresAt_idx" ON "AuthenticatorApp"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "RecoveryCode_codeHash_key" ON "RecoveryCode"("codeHash");

-- CreateIndex
CREATE INDEX "RecoveryCode_memberId_idx" ON "RecoveryCode"("memberId");

-- CreateIndex
CREATE INDEX "RecoverySheet_expiresAt_idx" ON "RecoverySheet"("expiresAt");

-- AddForeignKey
ALTER TABLE "Passkey" ADD CONSTRAINT "Passkey_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuthenticatorApp" ADD CONSTRAINT "AuthenticatorApp_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecoveryCode" ADD CONSTRAINT "RecoveryCode_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecoverySheet" ADD CONSTRAINT "RecoverySheet_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;


ALTER TABLE "Passkey" ADD CONSTRAINT "Passkey_is_coarse" CHECK (char_length("browser") <= 40 AND char_length("system") <= 40);
ALTER TABLE "Passkey" ADD CONSTRAINT "Passkey_size" CHECK (char_length("credentialId") <= 1400 AND octet_length("publicKey") <= 4096 AND cardinality("transports") <= 8);
ALTER TABLE "AuthenticatorApp" ADD CONSTRAINT "AuthenticatorApp_waits_or_is_proven" CHECK (num_nonnulls("provenAt", "expiresAt") = 1);
CREATE UNIQUE INDEX "AuthenticatorApp_one_proven" ON "AuthenticatorApp" ("memberId") WHERE "provenAt" IS NOT NULL;
CREATE UNIQUE INDEX "AuthenticatorApp_one_waiting" ON "AuthenticatorApp" ("memberId") WHERE "provenAt" IS NULL;
ALTER TABLE "RecoveryCode" ADD CONSTRAINT "RecoveryCode_used" CHECK (num_nonnulls("usedAt", "usedBySessionId") IN (0, 2));
